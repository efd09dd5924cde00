"""Look at a rendered card the way a printer's eye or a scanner would."""

from collections.abc import Sequence

import zxingcpp
from PIL import Image, ImageFilter

from app.ports import PageImage
from printing.raster import card_bitmap


def picture(image: PageImage) -> Image.Image:
    return Image.frombytes("RGB", (image.width, image.height), image.rgb)


def at_300_dpi(pdf: bytes, page: int = 0) -> Image.Image:
    return picture(card_bitmap(pdf, page).colour)


def as_worn(card: Image.Image) -> Sequence[Image.Image]:
    """The card as printed, smeared (σ = 2 dots), and under a scanner of half the resolution."""
    half = card.resize((card.width // 2, card.height // 2), Image.Resampling.BOX)
    return card, card.filter(ImageFilter.GaussianBlur(2)), half


def codes_read(card: Image.Image) -> dict[str, str]:
    """Text by kind of code, read by an independent reader."""
    return {code.format.name: code.text for code in zxingcpp.read_barcodes(card)}
