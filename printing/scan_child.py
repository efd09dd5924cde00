"""The child that opens scans and photos: out come bare pixels, page by page, and nothing else of the file."""

import struct
from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from PIL import Image, ImageOps, ImageSequence, TiffImagePlugin, UnidentifiedImageError

from app.archive.attachment import SCAN, ScanLimits
from app.exchange.file_flaw import FileFlaw
from app.exchange.inside_child import Answer, Wish, answer

_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP")
_PDF, _PDF_WITHIN = b"%PDF-", 1024
_POINTS_AN_INCH = 72
_WHITE = (255, 255, 255)

Image.init()  # each kind of picture is a file of its own, and later no file opens any more


def main() -> int:
    return answer(_read)


def _read(wish: Wish, content: bytes, said: Answer) -> None:
    limits = ScanLimits(**wish["limits"])
    is_pdf = _PDF in content[:_PDF_WITHIN]
    said.values(["pdf" if is_pdf else "picture"])
    try:
        for page in _pdf_pages(content, limits) if is_pdf else _pictures(content, limits):
            page.thumbnail((limits.longest_px, limits.longest_px), Image.Resampling.LANCZOS)
            said.values(["page", page.mode, page.width, page.height])
            said.raw(page.tobytes())
    except UnidentifiedImageError as error:
        raise SCAN.unreadable(FileFlaw.NO_SUCH_KIND) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, pypdfium2.PdfiumError) as error:
        raise SCAN.unreadable(FileFlaw.DAMAGED) from error


def _pictures(content: bytes, limits: ScanLimits) -> Iterator[Image.Image]:
    """Upright, on white, without whatever a camera wrote about place and time. A TIFF may hold many."""
    Image.MAX_IMAGE_PIXELS = None  # looked at right below
    with Image.open(BytesIO(content), formats=_FORMATS) as picture:
        many = isinstance(picture, TiffImagePlugin.TiffImageFile)
        for place, frame in enumerate(ImageSequence.Iterator(picture) if many else [picture]):
            if place == limits.pages:
                raise SCAN.too_large(FileFlaw.PAGES, limits.pages)
            if frame.width * frame.height > limits.pixels:
                raise SCAN.too_large(FileFlaw.PIXELS, limits.pixels)
            frame.draft(None, (limits.longest_px, limits.longest_px))
            yield _plain(ImageOps.exif_transpose(frame))


def _plain(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # 16 bits: the upper 8 are what the eye sees
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    on_white = Image.new("RGB", picture.size, _WHITE)
    with_alpha = picture.convert("RGBA")
    on_white.paste(with_alpha, mask=with_alpha)
    return on_white


def _pdf_pages(content: bytes, limits: ScanLimits) -> Iterator[Image.Image]:
    document = _opened(content)
    if len(document) > limits.pages:
        raise SCAN.too_large(FileFlaw.PAGES, limits.pages)
    document.init_forms()  # else what was typed into a form stays invisible
    for page in document:
        longest = max(page.get_size())
        scale = min(limits.page_dpi / _POINTS_AN_INCH, limits.longest_px / longest)
        yield page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
        page.close()


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise SCAN.unreadable(FileFlaw.PASSWORD if locked else FileFlaw.DAMAGED) from error


if __name__ == "__main__":
    raise SystemExit(main())
