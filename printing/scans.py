"""Take in a scan or photo: a limited child sees the file, here its pixels arrive and are drawn anew."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter, ImageStat
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.archive.attachment import SCAN, MediaType, PageLook, Scan, ScanLimits
from app.exchange.limited_child import ChildDied, Death, Frame, Stop
from app.exchange.outside_file import child_reads

_ENOUGH = ScanLimits()
_CHANNELS = {"L": 1, "RGB": 3}
_JPEG_QUALITY = 85
_LONGEST_PT = 842  # A4

_LOOKED_AT_PX = 1200
_TILES = 8
_STEEPNESS = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
_LIGHTEST, _DARKEST = 0.98, 0.005


def read_scan(file: Path, limits: ScanLimits = _ENOUGH, stop: Stop | None = None) -> Scan:
    """JPEG, PNG, TIFF and WebP pictures and PDF documents, drawn anew: one picture as JPEG, else as PDF.

    ``FileRefused`` with ``SCAN_UNREADABLE`` or ``SCAN_TOO_LARGE`` carries a ``FileFlaw`` as ``why``;
    ``stop`` pressed on another thread ends the reading with ``Stopped``.
    """
    with child_reads(file, SCAN, limits, stop) as frames:
        try:
            return _drawn_anew(frames, limits)
        except ValueError as error:
            raise ChildDied(Death.FELL) from error


def _drawn_anew(frames: Iterator[Frame], limits: ScanLimits) -> Scan:
    looks: list[PageLook] = []
    pictures: list[bytes] = []
    is_pdf = next(frames, None) == ["pdf"]
    for page in _pages(frames, limits.longest_px):
        if len(pictures) == limits.pages:
            raise ValueError("more pages than were allowed")
        looks.append(_look(page))
        pictures.append(_jpeg(page))
    if len(pictures) == 1 and not is_pdf:
        return Scan(MediaType.JPEG, pictures[0], tuple(looks))
    if not pictures:
        raise ValueError("no page")
    return Scan(MediaType.PDF, _pdf(pictures), tuple(looks))


def _pages(frames: Iterator[Frame], longest: int) -> Iterator[Image.Image]:
    for frame in frames:
        match frame:
            case ["page", ("L" | "RGB") as mode, int(width), int(height)]:
                pixels = next(frames, None)
            case _:
                raise ValueError("no frame of a scan")
        if not (0 < width <= longest and 0 < height <= longest):
            raise ValueError("no size of a page")
        if not isinstance(pixels, bytes) or len(pixels) != width * height * _CHANNELS[mode]:
            raise ValueError("not the pixels of the page")
        yield Image.frombytes(mode, (width, height), pixels)


def _jpeg(page: Image.Image) -> bytes:
    content = BytesIO()
    page.save(content, "JPEG", quality=_JPEG_QUALITY, optimize=True)
    return content.getvalue()


def _pdf(pictures: list[bytes]) -> bytes:
    """A page for each picture, as long as a sheet of A4."""
    content = BytesIO()
    canvas = Canvas(content, invariant=True)
    for picture in pictures:
        image = ImageReader(BytesIO(picture))
        width, height = image.getSize()
        scale = _LONGEST_PT / max(width, height)
        canvas.setPageSize((width * scale, height * scale))
        canvas.drawImage(image, 0, 0, width * scale, height * scale)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def _look(page: Image.Image) -> PageLook:
    grey = page.convert("L")
    grey.thumbnail((_LOOKED_AT_PX, _LOOKED_AT_PX))
    counts = grey.histogram()
    paper, ink = _level(counts, _LIGHTEST), _level(counts, _DARKEST)
    return PageLook(page.width, page.height, paper, paper - ink, _sharpness(grey))


def _level(counts: list[int], share: float) -> int:
    """The grey below which that share of the page lies."""
    wanted, seen = share * sum(counts), 0
    for level, count in enumerate(counts):
        seen += count
        if seen >= wanted:
            return level
    return len(counts) - 1


def _sharpness(grey: Image.Image) -> float:
    """Of the sharpest part: most of a page is empty paper, which is never sharp."""
    # the filter leaves the outermost pixels as they were
    steep = grey.filter(_STEEPNESS).crop((1, 1, max(2, grey.width - 1), max(2, grey.height - 1)))
    width, height = max(1, steep.width // _TILES), max(1, steep.height // _TILES)
    return max(
        ImageStat.Stat(steep.crop((left, top, left + width, top + height))).stddev[0]
        for left in range(0, steep.width - width + 1, width)
        for top in range(0, steep.height - height + 1, height)
    )
