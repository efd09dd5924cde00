"""QR codes of a KPJ: encoded by segno; numbers of digits are put together from tables learnt from segno.

With version, error level, mode and mask fixed, every step from the digits to the modules (bits,
Reed-Solomon, mask) is linear over GF(2). So the symbol of any number is the symbol of zero, changed
where the bits of its groups of digits (3, 3, 3, 2) change it: segno is asked 38 times, not once a card.
"""

from functools import cache, lru_cache

import segno

MODULES = 21  # version 1
QUIET_MODULES = 4
_MASK = 2
_GROUPS = ((0, 3, 10), (3, 6, 10), (6, 9, 10), (9, 11, 7))
"""First digit, end and bits of each group of an eleven-digit number (ISO/IEC 18004, numeric mode)."""


def modules(text: str) -> tuple[int, ...]:
    """Rows from the top; the leftmost module is the highest bit, 1 is black."""
    symbol = _put_together(text) if _is_eleven_digits(text) else encoded(text)
    return tuple((symbol >> (MODULES * row)) & _ROW for row in reversed(range(MODULES)))


_ROW = (1 << MODULES) - 1


def encoded(text: str) -> int:
    """The whole symbol by segno as one number, top left module first."""
    digits = _is_eleven_digits(text)
    symbol = segno.make_qr(
        text,
        version=1,
        error="h" if digits else "q",  # eleven letters do not fit into level H
        mode="numeric" if digits else "alphanumeric",
        mask=_MASK,
        boost_error=False,
    )
    return int("".join(f"{module:d}" for row in symbol.matrix for module in row), 2)


def path(rows: tuple[int, ...]) -> str:
    """The black modules as one PDF path, one unit each, the lower left corner at 0."""
    return " ".join([_row_path(MODULES - 1 - row, bits) for row, bits in enumerate(rows)])


def _is_eleven_digits(text: str) -> bool:
    return len(text) == 11 and text.isascii() and text.isdigit()


def _put_together(digits: str) -> int:
    zero, tables = _tables()
    symbol = zero
    for (first, end, _bits), table in zip(_GROUPS, tables, strict=True):
        symbol ^= table[int(digits[first:end])]
    return symbol


@cache
def _tables() -> tuple[int, tuple[tuple[int, ...], ...]]:
    """The symbol of zero, and for each group what each of its values changes."""
    zero = encoded("0" * 11)
    tables = []
    for first, end, bits in _GROUPS:
        changes = [0]
        for bit in range(bits):
            number = str(1 << bit).rjust(end - first, "0").rjust(end, "0").ljust(11, "0")
            of_bit = encoded(number) ^ zero
            changes += [change ^ of_bit for change in changes]
        tables.append(tuple(changes[: 10 ** (end - first)]))
    return zero, tuple(tables)


@lru_cache(maxsize=1 << 14)
def _row_path(y: int, bits: int) -> str:
    """Most rows of a symbol hold few bits of data and come again and again."""
    row, path, place = f"{bits:0{MODULES}b}", [], 0
    while (begin := row.find("1", place)) >= 0:
        place = row.find("0", begin)
        if place < 0:
            place = MODULES
        path.append(f"{begin} {y} {place - begin} 1 re")
    return " ".join(path)
