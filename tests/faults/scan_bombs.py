"""Pictures and PDF documents made to hurt whoever opens them. None of them lies in the repository."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, PngImagePlugin
from PIL.ExifTags import GPS, Base
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from app.exchange.file_flaw import FileFlaw as Flaw

READ = "read"
PLANTED = b"rahasia-tertanam"
"""Stands in every script, comment and place that must not come through."""

Bomb = tuple[Callable[[], bytes], set[str]]
"""How it is made, and what may be told of it."""


def picture(kind: str = "JPEG", size: tuple[int, int] = (800, 600), **how: object) -> bytes:
    content = BytesIO()
    gradient = Image.linear_gradient("L").resize(size).convert("RGB")
    gradient.save(content, kind, **how)
    return content.getvalue()


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A document of these bare objects, numbered from 1; the first is the catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        content
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, len(content))
    )


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page(box: bytes = b"0 0 595 842", more: bytes = b"", content: bytes = b"/Contents 4 0 R") -> bytes:
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [" + box + b"] " + content + b" " + more + b" >>"


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), more) + content + b"\nendstream"


DRAWN = stream(b"0 0 0 rg 100 100 300 300 re f 150 450 200 9 re f")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _png(width: int, height: int, *chunks: bytes, data: bytes = b"") -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _zeros(size: int) -> bytes:
    packer = zlib.compressobj(9)
    pieces = [packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000)]
    return b"".join([*pieces, packer.flush()])


def _jpeg_of_size(width: int, height: int) -> bytes:
    content = bytearray(picture())
    place = content.find(b"\xff\xc0")
    struct.pack_into(">HH", content, place + 5, height, width)
    return bytes(content)


def _jpeg_that_tells_where() -> bytes:
    told = Image.Exif()
    told[Base.Orientation] = 6
    told[Base.ImageDescription] = PLANTED.decode()
    told.get_ifd(0x8825).update({GPS.GPSLatitudeRef: "S", GPS.GPSLatitude: (7.0, 15.0, 0.0)})
    return picture(exif=told, comment=PLANTED)


def _jpeg_of_many_scans(times: int) -> bytes:
    """The last refinement of a large progressive picture, again and again."""
    content = picture(size=(7_000, 7_000), progressive=True)
    last = content.rfind(b"\xff\xda")
    return content[:last] + content[last:-2] * times + content[-2:]


def _png_with_texts(size: int) -> bytes:
    return _png(8, 8, _chunk(b"zTXt", b"Comment\0\0" + _zeros(size)), data=zlib.compress(bytes(16)))


def _png_with_script() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("XML:com.adobe.xmp", PLANTED.decode())
    return picture("PNG", pnginfo=info)


def _tiff_of(frames: int) -> bytes:
    content, small = BytesIO(), Image.new("L", (8, 8), 200)
    small.save(content, "TIFF", save_all=True, append_images=[small] * (frames - 1))
    return content.getvalue()


def _tiff(width: int, height: int, next_directory: int = 0) -> bytes:
    tags = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1)]
    tags += [(273, 4, 1, 200), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, 64)]
    listed = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    directory = struct.pack("<H", len(tags)) + listed + struct.pack("<I", next_directory)
    return (b"II*\0\x08\0\0\0" + directory).ljust(200, b"\0") + bytes(64)


def _written_by_reportlab(pages: int = 1, password: str = "", script: str = "") -> bytes:
    content = BytesIO()
    locked = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(content, encrypt=locked)
    if script:
        canvas.bookmarkPage("a")
        canvas.linkURL(f"http://{script}.invalid/", (0, 0, 500, 500))
        canvas.setTitle(script)
    for _ in range(pages):
        canvas.rect(100, 100, 200, 200, fill=True)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def _form() -> bytes:
    content = BytesIO()
    canvas = Canvas(content)
    canvas.acroForm.textfield(
        name="nik", value="3578015508920004", x=50, y=400, width=400, height=200, fontSize=40
    )
    canvas.save()
    return content.getvalue()


def _with_script() -> bytes:
    action = b"<< /S /JavaScript /JS (app.alert\\(" + PLANTED + b"\\)) >>"
    launch = b"<< /S /Launch /F (" + PLANTED + b".exe) >>"
    names = (
        b"/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> /JavaScript << /Names [(b) " + action + b"] >> >>"
    )
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction " + action + b" " + names + b" >>",
        ONE_PAGE,
        page(more=b"/AA << /O " + launch + b" >>"),
        DRAWN,
        b"<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>",
        stream(b"MZ" + PLANTED),
    )


def bombs(size: int) -> dict[str, Bomb]:
    """``size``: to how many bytes the largest unpack."""
    damaged: set[str] = {Flaw.DAMAGED, Flaw.READER_FELL}
    survived: set[str] = {READ, Flaw.TIME, Flaw.MEMORY, *damaged}
    no_kind: set[str] = {Flaw.NO_SUCH_KIND}
    whole_jpeg, whole_pdf = picture(), _written_by_reportlab()
    return {
        "png of 900 million pixels": (lambda: _png(30_000, 30_000, data=_zeros(112_000_000)), {Flaw.PIXELS}),
        "png just below the limit": (lambda: _png(10_000, 6_000, data=_zeros(8_000_000)), survived),
        "png of the largest size there is": (lambda: _png(2**31 - 1, 2**31 - 1), {Flaw.PIXELS, *damaged}),
        "png of no size": (lambda: _png(0, 0), no_kind),
        "png whose text swells": (lambda: _png_with_texts(size), survived),
        "png with a script": (_png_with_script, {READ}),
        "png cut off": (lambda: picture("PNG")[:-3_00], damaged),
        "png with a wrong sum": (lambda: picture("PNG").replace(b"IDAT", b"IDAX", 1), {*damaged, *no_kind}),
        "jpeg cut off": (lambda: whole_jpeg[: len(whole_jpeg) // 2], damaged),
        "jpeg that says it is larger": (lambda: _jpeg_of_size(7_000, 8_000), {READ, *damaged}),
        "jpeg of four billion pixels": (lambda: _jpeg_of_size(65_500, 65_500), {Flaw.PIXELS}),
        "jpeg of no size": (lambda: _jpeg_of_size(0, 0), {*damaged, *no_kind}),
        "jpeg that tells where and who": (_jpeg_that_tells_where, {READ}),
        "jpeg of a thousand scans": (lambda: _jpeg_of_many_scans(500), {Flaw.TIME, *survived}),
        "webp": (lambda: picture("WEBP"), {READ}),
        "webp cut off": (lambda: picture("WEBP")[:-200], {*damaged, *no_kind}),
        "webp that moves": (
            lambda: picture(
                "WEBP", (64, 64), save_all=True, append_images=[Image.new("RGB", (64, 64))] * 200
            ),
            {READ},
        ),
        "tiff of too many pages": (lambda: _tiff_of(41), {Flaw.PAGES}),
        "tiff whose pages go round in a circle": (
            lambda: _tiff(8, 8, next_directory=8),
            {READ, Flaw.PAGES, *damaged},
        ),
        "tiff of ten billion pixels": (lambda: _tiff(100_000, 100_000), {Flaw.PIXELS, *damaged}),
        "tiff that points beyond its end": (lambda: _tiff(8, 8, next_directory=2**32 - 1), {READ, *damaged}),
        "gif": (lambda: picture("GIF"), no_kind),
        "postscript": (
            lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(" + PLANTED + b") run",
            no_kind,
        ),
        "svg with a script": (
            lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>" + PLANTED + b"</script></svg>",
            no_kind,
        ),
        "nothing at all": (lambda: b"", no_kind),
        "noise": (lambda: bytes(range(256)) * 40, no_kind),
        "pdf page as large as a country": (
            lambda: pdf(CATALOGUE, ONE_PAGE, page(b"0 0 1e9 1e9"), DRAWN),
            survived,
        ),
        "pdf page of no size": (lambda: pdf(CATALOGUE, ONE_PAGE, page(b"0 0 0 0"), DRAWN), survived),
        "pdf page thinner than a pixel": (
            lambda: pdf(CATALOGUE, ONE_PAGE, page(b"0 0 0.001 14400"), DRAWN),
            survived,
        ),
        "pdf page from nowhere to nowhere": (
            lambda: pdf(CATALOGUE, ONE_PAGE, page(b"nan -1e308 1e308 inf"), DRAWN),
            survived,
        ),
        "pdf of too many pages": (lambda: _written_by_reportlab(pages=41), {Flaw.PAGES}),
        "pdf that says it has a billion pages": (
            lambda: pdf(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 999999999 >>", page(), DRAWN),
            {Flaw.PAGES, *survived},
        ),
        "pdf pages that contain themselves": (
            lambda: pdf(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"),
            survived,
        ),
        "pdf drawing that draws itself": (
            lambda: pdf(
                CATALOGUE,
                ONE_PAGE,
                page(more=b"/Resources << /XObject << /X 5 0 R >> >>"),
                stream(b"/X Do"),
                stream(
                    b"/X Do /X Do",
                    b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
                ),
            ),
            survived,
        ),
        "pdf stream that swells": (
            lambda: pdf(CATALOGUE, ONE_PAGE, page(), stream(_zeros(size), b"/Filter /FlateDecode")),
            survived,
        ),
        "pdf stream that swells twice": (
            lambda: pdf(
                CATALOGUE,
                ONE_PAGE,
                page(),
                stream(zlib.compress(_zeros(size), 9), b"/Filter [/FlateDecode /FlateDecode]"),
            ),
            survived,
        ),
        "pdf picture of ten billion pixels": (
            lambda: pdf(
                CATALOGUE,
                ONE_PAGE,
                page(more=b"/Resources << /XObject << /X 5 0 R >> >>"),
                stream(b"500 0 0 500 0 0 cm /X Do"),
                stream(
                    b"0",
                    b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 "
                    b"/ColorSpace /DeviceRGB",
                ),
            ),
            survived,
        ),
        "pdf of a million curves": (
            lambda: pdf(CATALOGUE, ONE_PAGE, page(), stream(b"0 0 m 9 900 900 9 500 500 c S\n" * 300_000)),
            survived,
        ),
        "pdf a million brackets deep": (
            lambda: pdf(CATALOGUE, ONE_PAGE, page(), stream(b"[" * 1_000_000)),
            survived,
        ),
        "pdf a million states deep": (
            lambda: pdf(CATALOGUE, ONE_PAGE, page(), stream(b"q " * 1_000_000)),
            survived,
        ),
        "pdf with scripts and programs": (_with_script, {READ}),
        "pdf with a link": (lambda: _written_by_reportlab(script=PLANTED.decode()), {READ}),
        "pdf with a password": (lambda: _written_by_reportlab(password="rahasia"), {Flaw.PASSWORD}),
        "pdf cut off": (lambda: whole_pdf[: len(whole_pdf) // 3], survived),
        "pdf that is only a beginning": (lambda: b"%PDF-1.7\n", damaged),
        "pdf whose table points anywhere": (lambda: whole_pdf.replace(b"0000000", b"9999999"), survived),
    }
