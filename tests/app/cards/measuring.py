"""Measure a calibration card as an officer does: where its four long lines stand, from the card's edges."""

from dataclasses import dataclass

import pypdfium2
from PIL import Image

from app.cards.calibration import Measured

_DOTS_PER_MM = 40
_CARD_MM = (85.6, 53.98)


@dataclass(frozen=True)
class Ruler:
    """The card of a printer that stretches it about its middle and then moves it."""

    stretch_x: float = 1.0
    stretch_y: float = 1.0
    right_mm: float = 0.0
    down_mm: float = 0.0

    def measure(self, document: bytes) -> Measured:
        seen, (wide, high) = measured_on(document), _CARD_MM

        def across(x: float) -> float:
            return wide / 2 + (x - wide / 2) * self.stretch_x + self.right_mm

        def down(y: float) -> float:
            return high / 2 + (y - high / 2) * self.stretch_y + self.down_mm

        return Measured(across(seen.left), across(seen.right), down(seen.upper), down(seen.lower))


def measured_on(document: bytes) -> Measured:
    picture = pypdfium2.PdfDocument(document)[0].render(scale=_DOTS_PER_MM * 25.4 / 72).to_pil().convert("L")
    upright = _dark_lines(picture.resize((picture.width, 1), Image.Resampling.BOX))
    level = _dark_lines(picture.resize((1, picture.height), Image.Resampling.BOX))
    return Measured(upright[0], upright[-1], level[0], level[-1])


def _dark_lines(strip: Image.Image) -> list[float]:
    """Middles, in millimetres, of what is dark from one end of the card to the other."""
    dark = [place for place, value in enumerate(strip.tobytes()) if value < 100]
    runs: list[list[int]] = []
    for place in dark:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [(run[0] + run[-1] + 1) / 2 / _DOTS_PER_MM for run in runs]
