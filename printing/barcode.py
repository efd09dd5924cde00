"""Code 128: encoded by python-barcode, drawn as whole dots of a card printer."""

from functools import cache

from barcode import Code128

from printing.card_page import DOT_MM

QUIET_MODULES = 10
_SYMBOL = 11
MODULES_OF_DIGITS = 112
"""Eleven digits: start, five pairs, change of set, one digit, check symbol, stop."""
MODULES_AT_MOST = 156
"""Eleven characters with letters among them: one symbol each, and no change of set pays."""


def modules(text: str) -> str:
    """One character per module, ``1`` for black, without quiet zones."""
    return str(_Code128(text).build()[0])


class _Code128(Code128):  # type: ignore[misc]
    """python-barcode drops a pair 99 at the start, because 99 is also the sign for a change of set."""

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        return encoded if self.code.startswith("99") else list(super()._try_to_optimize(encoded))


def width_mm(module_count: int, module_dots: int) -> float:
    """Width on the card with both quiet zones."""
    return (module_count + 2 * QUIET_MODULES) * module_dots * DOT_MM


def bars(pattern: str) -> str:
    """The bars as one PDF path, one module wide and one unit high, beginning at 0."""
    starts = range(0, len(pattern), _SYMBOL)
    return " ".join([_bars(start, pattern[start : start + _SYMBOL]) for start in starts])


@cache
def _bars(start: int, pattern: str) -> str:
    """Some 1,500 pieces at most: every symbol at every place. No bar crosses into the next symbol."""
    path, place = [], 0
    while (begin := pattern.find("1", place)) >= 0:
        place = pattern.find("0", begin)
        if place < 0:
            place = len(pattern)
        path.append(f"{start + begin} 0 {place - begin} 1 re")
    return " ".join(path)
