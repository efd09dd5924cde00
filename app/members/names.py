"""Names: how one is typed and stored, and the key under which two spellings of it meet."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField

LONGEST = 60  # characters, as on the KTP

_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u02bb\u02b9\u2032\u00b4\u0060\uff07"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"
_FOLDED = str.maketrans({**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_HYPHENS, "-")})
_MARKS = frozenset(" '-.")
_PLAIN = re.compile(r"[ '.\-]*[A-Z][A-Z '.\-]*")  # most names: nothing to fold
_WORDS_KEPT = 50_000


def read_name(typed: str, field: MemberField) -> str:
    """A name as on the KTP: NFC, upper case, single spaces, with plain apostrophes and hyphens.

    Raises ``InputRejected`` for an empty or too long name, for anything but letters, space,
    apostrophe, hyphen and full stop, and for characters nobody can see.
    """
    name = read_text(typed, field).upper()
    if _PLAIN.fullmatch(name) is None:
        name = _spelled(name, field)
    if len(name) > LONGEST:
        raise InputRejected(field, FindingCode.NAME_TOO_LONG, length=str(len(name)), longest=str(LONGEST))
    return name


def _spelled(upper: str, field: MemberField) -> str:
    # folded after the change of case: ŉ becomes ʼN
    name = unicodedata.normalize("NFC", upper.translate(_FOLDED))
    odd = next((char for char in name if char not in _MARKS and not _is_letter(char)), None)
    if odd is None and not any(_is_letter(char) for char in name):
        odd = name[0]
    if odd is not None:
        raise InputRejected(field, FindingCode.NAME_ODD_CHARACTER, character=odd, code_point=_code_point(odd))
    return name


def read_text(typed: str, field: MemberField) -> str:
    """Free text in NFC with single spaces; raises for empty text and for characters nobody can see."""
    text = typed.strip()
    if not (text.isascii() and text.isprintable()):  # nothing in plain text is composed or hidden
        text = unicodedata.normalize("NFC", text)
        _refuse_hidden(text, field)
    words = text.split()
    if not words:
        raise InputRejected(field, FindingCode.REQUIRED)
    return " ".join(words)


def _refuse_hidden(text: str, field: MemberField) -> None:
    for char in text:
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
            raise InputRejected(field, FindingCode.NAME_HIDDEN_CHARACTER, code_point=_code_point(char))


def _is_letter(char: str) -> bool:
    return unicodedata.category(char).startswith("L")


def _code_point(char: str) -> str:
    return f"U+{ord(char):04X}"


@dataclass(frozen=True, slots=True)
class Title:
    """A title without its last full stop. ``only_after``: behind another word (S.E., M.H.)."""

    text: str
    only_after: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """Another spelling of ``canonical``; an abbreviation means it only in front of another word."""

    text: str
    canonical: str
    abbreviation: bool


class NameRules:
    """Titles, spellings and variants of one branch, ready to key names by the hundred thousand."""

    def __init__(
        self, titles: Iterable[Title], variants: Iterable[Variant], spellings: Iterable[tuple[str, str]]
    ) -> None:
        """``spellings`` are folded in the order given. ``ValueError`` for a variant of two names."""
        self._spellings = tuple(spellings)
        self._titles: Mapping[str, Title] = {title.text: title for title in titles}
        self._variants: dict[str, str] = {}
        self._abbreviations: dict[str, str] = {}
        for variant in variants:
            table = self._abbreviations if variant.abbreviation else self._variants
            folded, canonical = self._fold(variant.text), self._fold(variant.canonical)
            if table.setdefault(folded, canonical) != canonical:
                raise ValueError(f"{variant.text} is a variant of two names")
        self._words_of = lru_cache(maxsize=_WORDS_KEPT)(self._read_word)

    def key(self, name: str) -> str:
        """The matching key: upper case, without titles, in today's spelling, variants joined.

        Never empty for a name with a letter: a title that stands alone is the name.
        """
        typed = name.partition(",")[0].upper().split()  # behind the comma stand degrees
        last = len(typed) - 1
        words: list[str] = []
        for place, word in enumerate(typed):
            words += self._words_of(word, bool(words), place < last)
        if not words:
            words = [piece for word in typed for piece in self._pieces(word, followed=False)]
        return " ".join(words)

    def _read_word(self, word: str, follows: bool, followed: bool) -> tuple[str, ...]:
        title = self._titles.get(word.rstrip("."))
        if title is not None and (follows or not title.only_after):
            return ()
        return self._pieces(word, followed)

    def _pieces(self, word: str, followed: bool) -> tuple[str, ...]:
        """``M.RIZKI`` and ``ABDUL-AZIZ`` are two words each."""
        pieces = [piece for piece in map(self._fold, re.split(r"[.\-]", word.translate(_FOLDED))) if piece]
        last = len(pieces) - 1
        return tuple(
            self._joined(piece, followed=followed or place < last) for place, piece in enumerate(pieces)
        )

    def _joined(self, word: str, followed: bool) -> str:
        if followed and word in self._abbreviations:
            return self._abbreviations[word]
        return self._variants.get(word, word)

    def _fold(self, word: str) -> str:
        """Plain letters in today's spelling, doubled ones once."""
        plain = unicodedata.normalize("NFKD", word)
        plain = "".join(char for char in plain if _is_letter(char) or char.isdigit())
        for old, new in self._spellings:
            plain = plain.replace(old, new)
        return re.sub(r"(.)\1+", r"\1", plain)


def similarity(key: str, other: str) -> float:
    """How alike two matching keys are, 0 to 1, whatever the order and the gaps of their words."""
    if key == other:
        return 1.0
    words, other_words = sorted(key.split()), sorted(other.split())
    return (
        max(
            fuzz.ratio("".join(key.split()), "".join(other.split())),
            fuzz.ratio(" ".join(words), " ".join(other_words)),
        )
        / 100
    )


def letters_of(key: str) -> str:
    """The letters of a matching key in order, without its gaps: two names cannot be more alike than these."""
    return "".join(sorted(key)).lstrip()


def places_of_like_letters(key: str, letters: Sequence[str], least: float) -> list[int]:
    """Where in ``letters`` (:func:`letters_of` each) a key may stand whose similarity is ``least`` or more.

    None that is alike is missing; of those told hardly half are not. A thousand take 0.04 ms.
    """
    own = letters_of(key)
    # With their words in order two names may share their gaps too. Those of this one, g beside its n
    # letters, add at most 2 (1 - least) g / (n + 1) to what the letters alone are alike.
    gaps = len(key) - len(own)
    bound = 100 * (least - 2 * (1 - least) * gaps / (len(own) + 1))
    return [
        place
        for _, _, place in process.extract(own, letters, scorer=fuzz.ratio, score_cutoff=bound, limit=None)
    ]
