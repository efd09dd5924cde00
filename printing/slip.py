"""Small papers for ticket printers of 58 and 80 mm, as the bytes these printers take (ESC/POS)."""

from escpos.printer import Dummy
from PIL import Image

from app.ports import Slip
from printing import barcode

PROFILE = "POS-5890"
"""384 dots and 32 letters wide: fits the narrow paper, and stands on the left of the wide one. A profile with
a width makes the library refuse a picture that is wider."""

LETTERS = 32
_MODULE_DOTS, _CODE_DOTS = 2, 72
_LARGEST = 8


def slip_bytes(slip: Slip) -> bytes:
    """The same slip gives the same bytes. A line that is too long is broken by the printer's width."""
    paper = Dummy(profile=PROFILE)
    paper.hw("INIT")
    paper.set(align="center")
    for line in slip.above:
        paper.textln(line)
    if slip.large:
        # a letter grows in both directions, so a long word must stay smaller
        size = max(1, min(_LARGEST, LETTERS // len(slip.large)))
        paper.set(align="center", bold=True, custom_size=True, width=size, height=size)
        paper.textln(slip.large)
        paper.set(align="center", bold=False, normal_textsize=True)
    for line in slip.below:
        paper.textln(line)
    if slip.code:
        paper.image(_code(slip.code), impl="bitImageRaster", center=False)
        paper.textln(slip.code)
    paper.cut()
    return bytes(paper.output)


def _code(text: str) -> Image.Image:
    pattern = barcode.modules(text)
    quiet = "0" * barcode.QUIET_MODULES
    row = bytes(0 if module == "1" else 255 for module in quiet + pattern + quiet)
    narrow = Image.frombytes("L", (len(row), 1), row)
    return narrow.resize((len(row) * _MODULE_DOTS, _CODE_DOTS), Image.Resampling.NEAREST).convert("1")
