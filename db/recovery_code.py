"""The branch's recovery code: 160 bits in groups that can be read from paper and typed without doubt."""

import hashlib
import secrets

from app.errors import Problem, RuleBroken

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U, so that nothing looks like a digit or makes a word."""

_READ_AS = str.maketrans("OIL", "011")
_BYTES, _GROUP = 20, 5
_SECRET_LETTERS = _BYTES * 8 // 5
_CHECK_LETTERS = 3
_LENGTH = _SECRET_LETTERS + _CHECK_LETTERS


def draw_code() -> str:
    """A new code as it is printed, in seven groups of five; the last three letters check the others."""
    secret = secrets.token_bytes(_BYTES)
    letters = _spelt(int.from_bytes(secret), _SECRET_LETTERS) + _check(secret)
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def read_code(typed: str) -> bytes:
    """The secret behind a typed code, whatever its case, spaces and dashes; O counts as 0, I and L as 1.

    Raises ``RuleBroken(RECOVERY_CODE_MISTYPED)`` for what can be no branch's code: a slip is not taken for
    a wrong code.
    """
    letters = "".join(letter for letter in typed.upper().translate(_READ_AS) if letter.isalnum())
    if any(letter not in _LETTERS for letter in letters):
        raise RuleBroken(Problem.RECOVERY_CODE_MISTYPED)
    if len(letters) != _LENGTH:
        raise RuleBroken(Problem.RECOVERY_CODE_MISTYPED, letters=str(len(letters)), wanted=str(_LENGTH))
    number = 0
    for letter in letters[:_SECRET_LETTERS]:
        number = number * len(_LETTERS) + _LETTERS.index(letter)
    secret = number.to_bytes(_BYTES)
    if _check(secret) != letters[_SECRET_LETTERS:]:
        raise RuleBroken(Problem.RECOVERY_CODE_MISTYPED)
    return secret


def _spelt(number: int, length: int) -> str:
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(length)))


def _check(secret: bytes) -> str:
    """15 bits: one slip in 32,768 would pass, and then open nothing."""
    digest = hashlib.sha256(b"loket recovery code" + secret).digest()
    return _spelt(int.from_bytes(digest[:2]) >> 1, _CHECK_LETTERS)
