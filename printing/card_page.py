"""The card's own measures: ISO/IEC 7810 ID-1 (CR80) in points and in dots of a card printer."""

WIDTH_MM, HEIGHT_MM = 85.60, 53.98
PT_PER_MM = 72 / 25.4
WIDTH_PT, HEIGHT_PT = 242.646, 153.014

DOTS_PER_INCH = 300
DOT_PT = 72 / DOTS_PER_INCH
DOT_MM = 25.4 / DOTS_PER_INCH


def dots(millimetres: float) -> int:
    """The nearest whole dot: bars must not begin between two."""
    return round(millimetres / DOT_MM)


def number(value: float) -> str:
    """As a PDF operand: no exponent, no needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def operands(*values: float) -> str:
    return " ".join([number(value) for value in values])
