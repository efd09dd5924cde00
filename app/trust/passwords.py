"""What a password must be: long and not guessable; nothing is asked of its letters (OWASP ASVS 6.2)."""

import secrets
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from app.errors import Problem, RuleBroken, YourEnvironment

SHORTEST, LONGEST = 10, 200
_OWN_LETTERS = 5
"""A password may hold the branch's words, with at least so many letters that are not theirs."""

_EVERY_BRANCH = (
    "ketenagakerjaan",
    "administrator",
    "jamsostek",
    "password",
    "penyelia",
    "peserta",
    "petugas",
    "rahasia",
    "sandi",
    "kantor",
    "cabang",
    "loket",
    "kartu",
    "admin",
    "bpjs",
)
_SHORTEST_WORD = 4
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_FOLLOWING = {pair for run in _RUNS for each in (run, run[::-1]) for pair in pairwise(each)}
_BREAKS = 2
_DIFFERENT = 4


@dataclass(frozen=True, slots=True)
class PasswordRules:
    """``common`` are known passwords, ``words`` what anybody knows of this branch."""

    common: frozenset[str]
    words: tuple[str, ...] = ()

    def check(self, password: str, *names: str) -> None:
        """Raises ``RuleBroken`` with ``PASSWORD_TOO_SHORT``, ``_TOO_LONG``, ``_TOO_COMMON`` or ``_TOO_EASY``
        and a ``why``; ``names`` are the officer's own."""
        length = len(unicodedata.normalize("NFC", password))
        if length < SHORTEST:
            raise RuleBroken(Problem.PASSWORD_TOO_SHORT, length=str(length), wanted=str(SHORTEST))
        if length > LONGEST:
            raise RuleBroken(Problem.PASSWORD_TOO_LONG, length=str(length), wanted=str(LONGEST))
        folded = _folded(password)
        if folded in self.common or _without_tail(folded) in self.common:
            raise RuleBroken(Problem.PASSWORD_TOO_COMMON)
        if len(set(folded)) < _DIFFERENT:
            raise RuleBroken(Problem.PASSWORD_TOO_EASY, why="repeats")
        if _is_sequence(folded):
            raise RuleBroken(Problem.PASSWORD_TOO_EASY, why="sequence")
        if _is_little_more_than(folded, (*self.words, *names, *_EVERY_BRANCH)):
            raise RuleBroken(Problem.PASSWORD_TOO_EASY, why="branch_word")


def common_passwords(file: Path) -> frozenset[str]:
    """One a line. Raises ``YourEnvironment(REFERENCE_UNREADABLE)``."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise YourEnvironment(Problem.REFERENCE_UNREADABLE, file=file.name) from error
    return frozenset(_folded(line) for line in lines if line.strip())


_CONSONANTS, _VOWELS = "bcdghjklmnprstwy", "aeiou"
_GROUPS, _SYLLABLES = 5, 2


def draw_one_time_password() -> str:
    """Ten syllables in groups, 63 bits: read from a slip of paper and typed once."""

    def group() -> str:
        return "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(_SYLLABLES))

    return "-".join(group() for _ in range(_GROUPS))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _without_tail(folded: str) -> str:
    """Without the year, the number or the ``!`` that is hung on to a common password."""
    end = len(folded)
    while end and not folded[end - 1].isalpha():
        end -= 1
    return folded[:end]


def _is_sequence(folded: str) -> bool:
    """``abcdef12345``: all but a few letters repeat the one before or follow it on the keyboard."""
    pairs = list(pairwise(folded))
    return sum(first != second and (first, second) not in _FOLLOWING for first, second in pairs) <= _BREAKS


def _is_little_more_than(folded: str, phrases: tuple[str, ...]) -> bool:
    letters = _letters(folded)
    known = {_letters(_folded(part)) for phrase in phrases for part in (phrase, *phrase.split())}
    rest = letters
    for word in sorted(known, key=len, reverse=True):
        if len(word) >= _SHORTEST_WORD:
            rest = rest.replace(word, "")
    return rest != letters and len(rest) < _OWN_LETTERS


def _letters(folded: str) -> str:
    return "".join(letter for letter in folded if letter.isalpha())
