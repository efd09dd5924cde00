"""What a heading in a company's list means: its synonyms, short words and misspellings."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.member_fields import MemberField

ALIKE = 84.0  # of 100, from which a heading may be a misspelt one
_APART = 4.0  # by so much it must be nearer to one meaning than to any other
_SHORTEST = 5  # letters; of "nok" nobody can say what was meant
_LONGEST = 120  # characters; a longer cell is a sentence

_WHO = frozenset(
    {"tenaga", "kerja", "pekerja", "karyawan", "pegawai", "peserta", "calon", "buruh", "anggota"}
)
_BESIDE = frozenset(
    {"wajib", "diisi", "isi", "sesuai", "dengan", "rp", "idr", "rupiah", "digit", "angka", "huruf", "kapital"}
    | {"ktp", "format", "lengkap", "yang", "di", "data", "dd", "mm", "yyyy", "yy", "hh", "bb", "tttt"}
)
"""Words that do not change what a heading asks for."""
_PLACE_AND_DATE = frozenset((MemberField.BIRTH_PLACE, MemberField.BIRTH_DATE))


@dataclass(frozen=True, slots=True)
class Meaning:
    """``field`` is None for a heading that is known and not on the form (Jabatan, Keterangan…).

    ``sure``: written as expected; else it only looks like it. ``rank`` is its place among all synonyms,
    those of one field in order of preference.
    """

    field: MemberField | None
    sure: bool
    rank: int


class HeadingRules:
    """The synonyms as the branch keeps them, ready to be asked for any heading."""

    def __init__(self, headings: Iterable[tuple[MemberField | None, str]], words: Mapping[str, str]) -> None:
        """``words`` are short words and what they stand for. ``ValueError`` for a heading of two fields."""
        self._words = dict(words)
        self._meant: dict[str, Meaning] = {}
        for rank, (field, heading) in enumerate(headings):
            key = _key(self._plain(heading))
            if self._meant.setdefault(key, Meaning(field, True, rank)).field is not field:
                raise ValueError(f"{heading} is a heading of two fields")
        self._known = tuple(self._meant)
        self.meaning = lru_cache(maxsize=10_000)(self._meaning)

    def of(self, upper: str, heading: str) -> Meaning | None:
        """The meaning of ``heading`` under the group heading ``upper``; None where nobody can say."""
        if not heading.strip():
            return self.meaning(upper)
        if not upper.strip():
            return self.meaning(heading)
        together = self.meaning(f"{upper} {heading}")
        if together is not None and together.sure:
            return together
        return self.meaning(heading) or together

    def _meaning(self, heading: str) -> Meaning | None:
        if not heading.strip() or len(heading) > _LONGEST:
            return None
        for reading in _readings(heading):
            words = self._plain(reading)
            meant = self._meant.get(_key(words)) or self._meant.get(_key(_core(words)))
            if meant is not None:
                return meant
        return self._of_parts(heading) or self._misspelt(_key(self._plain(_outside_brackets(heading))))

    def _of_parts(self, heading: str) -> Meaning | None:
        """``No. KTP / NIK`` says one thing twice, ``Tempat/Tgl Lahir`` two at once."""
        parts = [self._plain(part) for part in re.split(r"[/,&\n]|\batau\b|\bdan\b", heading)]
        meant = [self._meant.get(_key(part)) for part in parts if part]
        fields = {each.field for each in meant if each is not None}
        if len(meant) < 2 or None in meant:
            return None
        if len(fields) == 1 or fields == _PLACE_AND_DATE:
            return max(
                (each for each in meant if each), key=lambda each: each.field is MemberField.BIRTH_DATE
            )
        return None

    def _misspelt(self, key: str) -> Meaning | None:
        if len(key) < _SHORTEST:
            return None
        near = process.extract(key, self._known, scorer=fuzz.ratio, score_cutoff=ALIKE - _APART, limit=8)
        if not near or near[0][1] < ALIKE:
            return None
        best = self._meant[near[0][0]]
        if any(
            self._meant[other].field is not best.field
            for other, score, _ in near
            if score > near[0][1] - _APART
        ):
            return None
        return Meaning(best.field, False, best.rank)

    def _plain(self, heading: str) -> tuple[str, ...]:
        """Its words in small plain letters, short ones written out."""
        apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
        letters = unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode().lower()
        words = re.findall(r"[a-z]+|[0-9]+", letters)
        return tuple(" ".join(self._words.get(word, word) for word in words).split())


def _readings(heading: str) -> Iterator[str]:
    outside = _outside_brackets(heading)
    yield outside
    if outside != heading:
        yield heading


def _outside_brackets(heading: str) -> str:
    return re.sub(r"\([^)]*\)?|\[[^]]*\]?", " ", heading).strip() or heading


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _WHO and word not in _BESIDE)


def _key(words: Iterable[str]) -> str:
    """Whatever the order of the words."""
    return " ".join(sorted(words))
