"""E-mail addresses: whether one could be an address at all."""

import re


def could_be_an_address(text: str) -> bool:
    """Something before one @, and a domain with a full stop behind it; whether it exists nobody asks."""
    return re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", text) is not None
