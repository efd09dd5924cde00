"""How a card printer on the desk is set up: where it really prints, and on how many sides."""

from dataclasses import dataclass

AS_DRAWN_SCALE = 1.0


@dataclass(frozen=True, slots=True)
class Placement:
    """Corrects a printer that prints beside the mark: the picture is scaled about the card's middle, then
    moved right and down by millimetres."""

    right_mm: float = 0.0
    down_mm: float = 0.0
    scale_x: float = AS_DRAWN_SCALE
    scale_y: float = AS_DRAWN_SCALE


AS_DRAWN = Placement()


@dataclass(frozen=True, slots=True)
class PrinterSetup:
    """``address`` is the printer's, as the settings keep it."""

    counter: str
    address: str
    placement: Placement = AS_DRAWN
    double_sided: bool = True
