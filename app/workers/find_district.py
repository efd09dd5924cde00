"""The district a worker lives in, from its name as companies write it; never the nearest guess."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from app.members.regions import DISTRICT, PROVINCE, REGENCY, Regions

_KIND = re.compile(
    r"\b(?:kecamatan|kec|distrik|kabupaten|kab|kota madya|kotamadya|kodya|kota|provinsi|prov"
    r"|administrasi|adm)\b\.?"
)
_IN_AN_ADDRESS = re.compile(
    r"\bkec(?:amatan)?\b[\s.:]*(?P<district>[a-z' ]+?)\s*(?:[,;.\-]|$|(?=\bkab|\bkota|\bkodya))"
    r"(?:[\s,;.\-]*(?P<regency>(?:kab(?:upaten)?|kota|kodya)\b[\s.:]*[a-z' ]+))?",
    re.IGNORECASE,
)
_PROVINCES = {"jatim": "jawatimur", "jateng": "jawatengah", "jabar": "jawabarat", "dki": "dkijakarta"} | {
    "jakarta": "dkijakarta", "diy": "daerahistimewayogyakarta", "yogyakarta": "daerahistimewayogyakarta",
    "jogja": "daerahistimewayogyakarta", "sumut": "sumaterautara", "sumbar": "sumaterabarat",
    "sumsel": "sumateraselatan", "kalbar": "kalimantanbarat", "kalteng": "kalimantantengah",
    "kalsel": "kalimantanselatan", "kaltim": "kalimantantimur", "kaltara": "kalimantanutara",
    "sulut": "sulawesiutara", "sulteng": "sulawesitengah", "sulsel": "sulawesiselatan",
    "sultra": "sulawesitenggara", "sulbar": "sulawesibarat", "ntb": "nusatenggarabarat",
    "ntt": "nusatenggaratimur", "kepri": "kepulauanriau", "babel": "kepulauanbangkabelitung",
}  # fmt: skip
_AS_THEY_ARE: Mapping[str, str] = {}


class Districts:
    """All districts by their names, ready for a list of ten thousand workers."""

    def __init__(self, regions: Regions) -> None:
        self._regions = regions
        self._codes: dict[str, list[str]] = defaultdict(list)
        for district in regions.every(DISTRICT):
            self._codes[_plain(district.name)].append(district.code)
        self.code = lru_cache(maxsize=20_000)(self._code)

    def _code(self, district: str, regency: str, province: str) -> str | None:
        """The one district of that name in that city or regency; None where there is none, or several.

        Each may be a name or already a code. Without a district's name only a code can be told.
        """
        if self._regions.knows_district(district.strip()):
            return district.strip()
        codes = self._codes.get(_plain(district), [])
        if regency.strip():
            codes = [code for code in codes if self._is(regency, code[:REGENCY], {})]
        if province.strip():
            codes = [code for code in codes if self._is(province, code[:PROVINCE], _PROVINCES)]
        return codes[0] if len(codes) == 1 else None

    def in_address(self, address: str) -> str | None:
        """The district of ``Jl. Mawar 3, Kec. Wiyung, Kota Surabaya``."""
        match = _IN_AN_ADDRESS.search(address)
        return self.code(match["district"], match["regency"] or "", "") if match else None

    def _is(self, typed: str, code: str, short: Mapping[str, str]) -> bool:
        """A city and the regency around it may share a name: then the kind has to be told."""
        name, text = self._regions.name(code) or "", typed.strip()
        if text == code:
            return True
        if text.isdigit() or _plain(text, short) != _plain(name):
            return False
        kind = re.match(r"(?P<city>kota|kodya)|kab", text, re.IGNORECASE)
        if kind is None:
            return True
        return not name.startswith("Kabupaten" if kind["city"] else "Kota ")


def _plain(name: str, short: Mapping[str, str] = _AS_THEY_ARE) -> str:
    letters = _letters(_KIND.sub(" ", name.lower())) or _letters(name.lower())  # one is called Kota
    return short.get(letters, letters)


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name)
