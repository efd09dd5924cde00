"""Workbooks from their bare parts, to hold what no program would write: .xlsx, .ods and .xls."""

import struct
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>'
)
ROOT_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def workbook_xml(sheets: Iterable[str]) -> str:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{place}" r:id="rId{place}"/>' for place, name in enumerate(sheets, 1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>'


def relations_xml(targets: Iterable[str], shared: bool = True) -> str:
    listed = "".join(
        f'<Relationship Id="rId{place}" Type="{_RELATIONS}/worksheet" Target="{target}"/>'
        for place, target in enumerate(targets, 1)
    )
    strings = f'<Relationship Id="rIdS" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}{strings if shared else ""}</Relationships>'
    )


def sheet_xml(rows: str, before: str = "") -> str:
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData></worksheet>'


def strings_xml(*texts: str) -> str:
    return f'<sst xmlns="{MAIN}">' + "".join(f"<si><t>{text}</t></si>" for text in texts) + "</sst>"


def number(place: str, value: object = 1) -> str:
    return f'<c r="{place}"><v>{value}</v></c>'


_Content = str | bytes | Iterable[bytes]


def package(parts: Mapping[str, _Content]) -> bytes:
    """A zip of these parts; a large one comes in pieces and is never whole in memory."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            with packed.open(name, "w") as part:
                for piece in [content] if isinstance(content, str | bytes) else content:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return out.getvalue()


def xlsx(sheet: _Content, strings: _Content = "", **more: _Content) -> bytes:
    """A workbook of one sheet from its bare parts; ``more`` replaces or adds parts by name."""
    parts: dict[str, _Content] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "xl/workbook.xml": workbook_xml(["Peserta"]),
        "xl/_rels/workbook.xml.rels": relations_xml(["worksheets/sheet1.xml"], shared=bool(strings)),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    return package({**parts, **more})


ODS_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods(rows: str, encrypted: bool = False) -> bytes:
    body = f'<office:spreadsheet><table:table table:name="Peserta">{rows}</table:table></office:spreadsheet>'
    content = (
        f"<office:document-content {ODS_NAMESPACES}><office:body>{body}</office:body>"
        "</office:document-content>"
    )
    lock = '<manifest:encryption-data manifest:checksum="x"/>' if encrypted else ""
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{lock}'
        "</manifest:file-entry></manifest:manifest>"
    )
    return package({"mimetype": _ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": manifest})


_SECTOR = 512
_FREE, _END_OF_CHAIN, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(name: str, stream: bytes, loop: bool = False) -> bytes:
    """A compound file with one stream; with ``loop`` the stream's last sector leads back to its first."""
    stream += b"\0" * (-len(stream) % _SECTOR)
    stream = stream.ljust(4096, b"\0")
    count = len(stream) // _SECTOR
    chain = [_TABLE, _END_OF_CHAIN, *range(3, count + 2), 2 if loop else _END_OF_CHAIN]
    assert len(chain) <= _SECTOR // 4
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    entries = _entry("Root Entry", 5, 1, _END_OF_CHAIN, 0) + _entry(name, 2, _FREE, 2, len(stream))
    head = struct.pack(
        "<8s16x5H6x9I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, _END_OF_CHAIN, 0, _END_OF_CHAIN, 0,
    )  # fmt: skip
    tables = struct.pack("<I", 0) + b"\xff" * (4 * 108)
    return (head + tables).ljust(_SECTOR, b"\0") + table + entries.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16x4x8x8xIQ", letters, len(letters), kind, 1, _FREE, _FREE, child, start, size
    )


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


_BEGIN_GLOBALS = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x7CC, 0, 6))
_BEGIN_SHEET = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x7CC, 0, 6))
_END = record(0x0A, b"")


def xls(cells: bytes, globals_: bytes = b"", loop: bool = False) -> bytes:
    """An Excel 97 workbook of one sheet, from bare records."""
    name = b"Peserta"
    sheet_at = len(_BEGIN_GLOBALS) + len(globals_) + 4 + 8 + len(name) + len(_END)
    listed = record(0x85, struct.pack("<IBBBB", sheet_at, 0, 0, len(name), 0) + name)
    return ole("Workbook", _BEGIN_GLOBALS + globals_ + listed + _END + _BEGIN_SHEET + cells + _END, loop)


def xls_number(row: int, column: int, value: float) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def xls_label(row: int, column: int, text: str) -> bytes:
    return record(0x204, struct.pack("<HHHHB", row, column, 0, len(text), 0) + text.encode("latin-1"))
