"""What a printed calibration card tells: how far its printer prints beside the mark, and how much too large.

The card carries two upright lines and two level ones at known places. The officer measures where they came
out, and from the four figures follows the placement with which they stand where they belong.
"""

from dataclasses import dataclass

from app.cards.printer_setup import Placement
from app.errors import Problem, RuleBroken

LEFT_MM, RIGHT_MM = 10.0, 75.6
UPPER_MM, LOWER_MM = 10.0, 43.98
"""From the card's left and upper edge: as far from one edge as from the other."""

_FARTHEST_MM = 5.0
_SCALES = (0.9, 1.1)


@dataclass(frozen=True, slots=True)
class Measured:
    """Where the four lines stand on the card, in millimetres from its left and from its upper edge."""

    left: float
    right: float
    upper: float
    lower: float


AS_WANTED = Measured(LEFT_MM, RIGHT_MM, UPPER_MM, LOWER_MM)


def read_mm(typed: str) -> float:
    """As typed, with a comma or a point: ``RuleBroken(MEASURE_ODD)`` for what is no measure on a card."""
    text = typed.strip().lower().removesuffix("mm").strip().replace(",", ".", 1)
    if not text.replace(".", "", 1).isdecimal() or not text.isascii() or not 0 < float(text) < 100:
        raise RuleBroken(Problem.MEASURE_ODD)
    return float(text)


def corrected(printed_with: Placement, seen: Measured) -> Placement:
    """The placement that brings the lines to their places; ``RuleBroken(MEASURE_ODD)`` where that would be
    farther than any printer is off, so that a figure was read or typed wrong."""
    right, scale_x = _along(
        printed_with.right_mm, printed_with.scale_x, (seen.left, seen.right), (LEFT_MM, RIGHT_MM)
    )
    down, scale_y = _along(
        printed_with.down_mm, printed_with.scale_y, (seen.upper, seen.lower), (UPPER_MM, LOWER_MM)
    )
    offsets_fit = all(abs(offset) <= _FARTHEST_MM for offset in (right, down))
    if not offsets_fit or not all(_SCALES[0] <= scale <= _SCALES[1] for scale in (scale_x, scale_y)):
        raise RuleBroken(Problem.MEASURE_ODD)
    return Placement(right, down, scale_x, scale_y)


def _along(
    offset: float, scale: float, seen: tuple[float, float], wanted: tuple[float, float]
) -> tuple[float, float]:
    """One direction: the printer stretches by ``stretch`` about the middle, then moves by a distance of its
    own; what was sent had been scaled and moved before."""
    span = (seen[1] - seen[0]) / (wanted[1] - wanted[0])
    if span <= 0:
        raise RuleBroken(Problem.MEASURE_ODD)
    stretch = span / scale
    beside = (sum(seen) - sum(wanted)) / 2
    return round(offset - beside / stretch, 3), round(1 / stretch, 5)
