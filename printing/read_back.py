"""Finds a card's codes again in the dots that would be printed: the self-check of an installed program."""

from printing import barcode, qr
from printing.layout import Side
from printing.raster import WIDTH_DOTS, CardBitmap

_ROW_BYTES = (WIDTH_DOTS + 7) // 8


def codes_stand_in(bitmap: CardBitmap, kpj: str, side: Side) -> bool:
    """Whether the black layer holds every bar and every module of both codes, whole dot by whole dot."""
    rows = [
        f"{int.from_bytes(bitmap.black[start : start + _ROW_BYTES]):0{_ROW_BYTES * 8}b}"
        for start in range(0, len(bitmap.black), _ROW_BYTES)
    ]
    wanted = []
    if side.code128 is not None:
        wanted.append(_in_dots(barcode.modules(kpj), side.code128.module_dots))
    if side.qr is not None:
        square = qr.modules(kpj)
        wanted += [_in_dots(f"{line:0{len(square)}b}", side.qr.module_dots) for line in square]
    return all(any(line in row for row in rows) for line in wanted)


def _in_dots(modules: str, dots: int) -> str:
    return "".join(module * dots for module in modules)
