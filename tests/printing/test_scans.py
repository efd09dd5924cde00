"""A scan from outside is drawn anew from its pixels; what makes it hard to read is told at once."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageFont

from app.archive.attachment import MediaType, PageLook, Scan, ScanLimits
from app.errors import FileRefused, Problem
from app.exchange.file_flaw import FileFlaw
from app.exchange.limited_child import Frame, Stop, Stopped
from app.findings import FindingCode, Severity
from printing import scans
from printing.scans import read_scan
from tests.faults.scan_bombs import PLANTED, bombs, picture

RESOURCES = Path(__file__).parents[2] / "resources"
Outside = Callable[[bytes], Path]


@pytest.fixture
def outside(tmp_path: Path) -> Outside:
    def put(content: bytes) -> Path:
        file = tmp_path / "pindaian"
        file.write_bytes(content)
        return file

    return put


@pytest.fixture(scope="module")
def letter() -> Image.Image:
    """A typed sheet of A4 at 150 dots an inch."""
    sheet = Image.new("RGB", (1240, 1754), (250, 250, 248))
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(RESOURCES / "fonts" / "Inter-400Regular.ttf"), 22)
    for line in range(40):
        pen.text((90, 90 + 34 * line), f"{line} Surat keterangan NIK 3578015508920004", (30, 30, 40), font)
    return sheet


def saved(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    content = BytesIO()
    image.save(content, kind, **how)
    return content.getvalue()


def seen(scan: Scan) -> list[Image.Image]:
    if scan.media is MediaType.JPEG:
        return [Image.open(BytesIO(scan.content)).convert("RGB")]
    document = pypdfium2.PdfDocument(scan.content)
    pages = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    document.close()
    return pages


def codes(scan: Scan) -> list[FindingCode]:
    return [finding.code for finding in scan.findings]


def flaw_of(file: Path, limits: ScanLimits | None = None) -> tuple[Problem, str]:
    with pytest.raises(FileRefused) as refused:
        read_scan(file, limits or ScanLimits())
    return refused.value.problem, refused.value.facts["why"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_a_picture_becomes_a_jpeg_that_looks_the_same(
    outside: Outside, letter: Image.Image, kind: str
) -> None:
    scan = read_scan(outside(saved(letter, kind)))
    assert scan.media is MediaType.JPEG
    assert scan.content.startswith(b"\xff\xd8\xff\xe0")
    (drawn,) = seen(scan)
    assert drawn.size == letter.size
    assert drawn.getpixel((5, 5)) == pytest.approx((250, 250, 248), abs=4)
    assert codes(scan) == []


@pytest.mark.parametrize(
    "name",
    [
        "jpeg that tells where and who",
        "png with a script",
        "pdf with scripts and programs",
        "pdf with a link",
    ],
)
def test_nothing_but_what_can_be_seen_comes_through(outside: Outside, name: str) -> None:
    make, _told = bombs(0)[name]
    content = make()
    assert PLANTED in content
    scan = read_scan(outside(content))
    assert PLANTED not in scan.content
    assert b"Exif" not in scan.content
    for word in (b"JavaScript", b"OpenAction", b"/URI", b"EmbeddedFile", b"/AA"):
        assert word not in scan.content


def test_a_photo_taken_sideways_is_kept_upright(outside: Outside) -> None:
    told = Image.Exif()
    told[0x0112] = 6
    sideways = Image.new("RGB", (800, 640), "white")
    sideways.paste((200, 0, 0), (0, 0, 800, 100))
    (drawn,) = seen(read_scan(outside(saved(sideways, exif=told))))
    assert drawn.size == (640, 800)
    assert drawn.getpixel((630, 400)) == pytest.approx((200, 0, 0), abs=12)


def test_what_shows_through_becomes_white(outside: Outside) -> None:
    (drawn,) = seen(read_scan(outside(saved(Image.new("RGBA", (700, 700), (0, 0, 0, 0)), "PNG"))))
    assert drawn.getpixel((9, 9)) == (255, 255, 255)


def test_sixteen_bits_a_pixel_are_no_darker_for_it(outside: Outside) -> None:
    (drawn,) = seen(read_scan(outside(saved(Image.new("I;16", (700, 700), 51_400), "PNG"))))
    assert drawn.getpixel((9, 9)) == pytest.approx((200, 200, 200), abs=3)


def test_a_large_photo_is_kept_no_larger_than_it_must(outside: Outside) -> None:
    (drawn,) = seen(read_scan(outside(picture(size=(6_000, 4_000)))))
    assert drawn.size == (3_000, 2_000)


def test_a_tiff_of_three_sheets_becomes_a_pdf_of_three_pages(outside: Outside, letter: Image.Image) -> None:
    content = saved(letter, "TIFF", save_all=True, append_images=[letter.rotate(180), letter])
    scan = read_scan(outside(content))
    assert scan.media is MediaType.PDF
    pages = seen(scan)
    assert len(pages) == len(scan.pages) == 3
    assert max(pages[0].size) == 842


def test_a_pdf_is_drawn_page_by_page_with_what_was_typed_into_its_form(outside: Outside) -> None:
    content = BytesIO()
    canvas = pytest.importorskip("reportlab.pdfgen.canvas").Canvas(content)
    canvas.acroForm.textfield(value="3578015508920004", x=60, y=400, width=450, height=80, fontSize=36)
    canvas.showPage()
    canvas.rect(100, 100, 300, 300, fill=True)
    canvas.save()
    scan = read_scan(outside(content.getvalue()))
    form, square = seen(scan)
    assert scan.media is MediaType.PDF
    field = form.crop((70, 842 - 470, 500, 842 - 410)).convert("L")
    assert min(field.tobytes()) < 90
    assert square.getpixel((250, 842 - 250)) == pytest.approx((0, 0, 0), abs=5)


def test_a_readable_sheet_is_no_finding(outside: Outside, letter: Image.Image) -> None:
    assert codes(read_scan(outside(saved(letter)))) == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda sheet: ImageEnhance.Brightness(sheet).enhance(0.25), FindingCode.SCAN_TOO_DARK),
        (lambda sheet: sheet.filter(ImageFilter.GaussianBlur(4)), FindingCode.SCAN_BLURRED),
        (lambda sheet: Image.new("RGB", sheet.size, "white"), FindingCode.SCAN_NEARLY_EMPTY),
        (
            lambda sheet: Image.blend(Image.new("RGB", sheet.size, "white"), sheet, 0.1),
            FindingCode.SCAN_NEARLY_EMPTY,
        ),
        (lambda sheet: sheet.resize((424, 600)), FindingCode.SCAN_TOO_SMALL),
    ],
)
def test_a_scan_nobody_could_read_later_is_told_at_once_and_not_refused(
    outside: Outside, letter: Image.Image, spoil: Callable[[Image.Image], Image.Image], code: FindingCode
) -> None:
    scan = read_scan(outside(saved(spoil(letter))))
    assert codes(scan) == [code]
    assert scan.findings[0].severity is Severity.NOTE
    assert scan.findings[0].facts["page"] == "1"


def test_a_finding_names_its_page() -> None:
    good, dark = PageLook(1240, 1754, 250, 200, 60.0), PageLook(1240, 1754, 40, 30, 60.0)
    (finding,) = Scan(MediaType.PDF, b"", (good, dark)).findings
    assert (finding.code, finding.facts["page"]) == (FindingCode.SCAN_TOO_DARK, "2")


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        (ScanLimits(file_bytes=100), FileFlaw.FILE_BYTES),
        (ScanLimits(pixels=100), FileFlaw.PIXELS),
    ],
)
def test_what_is_larger_than_any_paper_is_refused_with_the_reason(
    outside: Outside, limits: ScanLimits, why: FileFlaw
) -> None:
    assert flaw_of(outside(picture()), limits) == (Problem.SCAN_TOO_LARGE, why)


def test_what_is_no_picture_is_refused_whatever_it_is_called(outside: Outside) -> None:
    assert flaw_of(outside(b"MZ\x90\x00 program")) == (Problem.SCAN_UNREADABLE, FileFlaw.NO_SUCH_KIND)


def test_a_scan_cut_off_on_its_way_is_refused(outside: Outside) -> None:
    assert flaw_of(outside(picture()[:-4_000])) == (Problem.SCAN_UNREADABLE, FileFlaw.DAMAGED)


def test_cancel_keeps_nothing(outside: Outside) -> None:
    stop = Stop()
    stop.press()
    with pytest.raises(Stopped):
        read_scan(outside(picture()), stop=stop)


@pytest.mark.parametrize(
    "told",
    [
        [],
        [["pdf"]],
        [["picture"], ["page", "RGB", 2, 2]],
        [["picture"], ["page", "RGB", 2, 2], bytes(11)],
        [["picture"], ["page", "CMYK", 2, 2], bytes(16)],
        [["picture"], ["page", "L", 3_001, 1], bytes(3_001)],
        [["picture"], ["page", "L", 0, 4], b""],
        [["picture"], ["page", "L", -2, -2], bytes(4)],
        [["picture"], ["page", "L", 2, 2], ["no pixels"]],
        [["picture"], bytes(4)],
        [["picture"], *[["page", "L", 2, 2], bytes(4)] * 41],
    ],
)
def test_a_child_that_tells_no_pages_is_not_believed(told: list[Frame]) -> None:
    with pytest.raises(ValueError, match=r"page|frame|pixels|size"):
        scans._drawn_anew(iter(told), ScanLimits())
