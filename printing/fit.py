"""Fit a text into its box: shrink to the smallest size allowed, then wrap, else say that it does not fit."""

from dataclasses import dataclass

from app.cards.card_text import Align, Anchor
from printing.fonts import Font

_STEP_PT = 0.25


@dataclass(frozen=True, slots=True)
class TextBox:
    """Millimetres from the card's top left; ``leading`` is the line distance as a share of the size."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    font: Font
    size_pt: float
    smallest_pt: float
    lines: int = 1
    leading: float = 1.2
    tracking_pt: float = 0
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP

    @property
    def width_pt(self) -> float:
        return self.width_mm * 72 / 25.4

    @property
    def height_pt(self) -> float:
        return self.height_mm * 72 / 25.4


@dataclass(frozen=True, slots=True)
class Fitted:
    size_pt: float
    lines: tuple[str, ...]


def line_width_pt(text: str, size_pt: float, box: TextBox) -> float:
    """``KeyError`` for a character the font does not draw."""
    return box.font.width(text) * size_pt / 1000 + box.tracking_pt * max(0, len(text) - 1)


def fitted(text: str, box: TextBox) -> Fitted | None:
    """The text at the largest size that fits; one line before several, None when nothing fits.

    Words are never broken. ``KeyError`` for a character the font does not draw.
    """
    if line_width_pt(text, box.size_pt, box) <= box.width_pt:
        return Fitted(box.size_pt, (text,))
    return _shrunk_to_one_line(text, box) or _wrapped(text, box)


def _shrunk_to_one_line(text: str, box: TextBox) -> Fitted | None:
    for size in _sizes(box):
        if line_width_pt(text, size, box) <= box.width_pt:
            return Fitted(size, (text,))
    return None


def _wrapped(text: str, box: TextBox) -> Fitted | None:
    if box.lines == 1:
        return None
    for size in _sizes(box):
        lines = _broken(text, size, box)
        height = size * (box.font.cap_height + (len(lines) - 1) * box.leading)
        if len(lines) <= box.lines and height <= box.height_pt and _all_fit(lines, size, box):
            return Fitted(size, tuple(lines))
    return None


def _sizes(box: TextBox) -> list[float]:
    steps = int((box.size_pt - box.smallest_pt) / _STEP_PT)
    return [box.size_pt - step * _STEP_PT for step in range(steps + 1)]


def _broken(text: str, size_pt: float, box: TextBox) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if not lines[-1] or line_width_pt(longer, size_pt, box) <= box.width_pt:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _all_fit(lines: list[str], size_pt: float, box: TextBox) -> bool:
    return all(line_width_pt(line, size_pt, box) <= box.width_pt for line in lines)
