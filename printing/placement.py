"""Move a page to where its printer really prints it."""

from app.cards.printer_setup import AS_DRAWN, Placement
from printing.card_page import HEIGHT_PT, PT_PER_MM, WIDTH_PT, operands


def placed(page: str, placement: Placement) -> str:
    """The page scaled about the card's middle, then moved; what stays as drawn is not touched."""
    if placement == AS_DRAWN:
        return page
    right = WIDTH_PT / 2 * (1 - placement.scale_x) + placement.right_mm * PT_PER_MM
    up = HEIGHT_PT / 2 * (1 - placement.scale_y) - placement.down_mm * PT_PER_MM
    return f"q {operands(placement.scale_x, 0, 0, placement.scale_y, right, up)} cm\n{page}\nQ"
