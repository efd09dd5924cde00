"""What officers type, paste or scan between the characters of a number, and what is left without it."""

import re

# the hyphens of word processors, and the invisible marks that come along when a number is pasted
_BETWEEN = re.compile(r"[\s.\-\u2010-\u2015\u2212\u00ad\u200b-\u200f\u2060\ufeff]")


def without_separators(typed: str) -> str:
    if typed.isascii() and typed.isalnum():
        return typed
    return _BETWEEN.sub("", typed)
