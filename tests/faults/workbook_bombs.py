"""Workbooks made to hurt whoever opens them. Made when they are needed; none lies in the repository."""

import struct
import zlib
from collections.abc import Callable, Iterable

from app.exchange.file_flaw import FileFlaw as Flaw
from tests.bare_workbooks import (
    CONTENT_TYPES,
    MAIN,
    ROOT_RELATIONS,
    number,
    ods,
    ole,
    package,
    record,
    relations_xml,
    sheet_xml,
    strings_xml,
    workbook_xml,
    xls,
    xls_number,
    xlsx,
)

LOCKED = "locked"
READ = "read"

SMALL = sheet_xml(f'<row r="1">{number("A1")}</row>')


def _rows(count: int, row: Callable[[int], str]) -> Iterable[bytes]:
    yield f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    for first in range(1, count + 1, 10_000):
        yield "".join(map(row, range(first, min(first + 10_000, count + 1)))).encode()
    yield b"</sheetData></worksheet>"


def _long_string(size: int) -> Iterable[bytes]:
    yield f'<sst xmlns="{MAIN}"><si><t>'.encode()
    for _ in range(size // 1_000_000):
        yield b"A" * 1_000_000
    yield b"</t></si></sst>"


def _laughs(root: str) -> str:
    entities = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 12))
    return f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>{root}'


def _stated_smaller(content: bytes, part: str, stated: int = 1_000) -> bytes:
    """The same zip, whose headers say that ``part`` unpacks to a thousand bytes."""
    changed = bytearray(content)
    name = part.encode()
    for signature, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = -1
        while (place := content.find(signature, place + 1)) >= 0:
            if content[place + name_at : place + name_at + len(name)] == name:
                struct.pack_into("<I", changed, place + size_at, stated)
    return bytes(changed)


def _overlapping(entries: int) -> bytes:
    """A thousand names in the directory, all of them for the same packed bytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(b" " * 900_000) + packed.flush()
    crc = zlib.crc32(b" " * 900_000)
    name = b"xl/workbook.xml"
    local = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(body), 900_000, len(name), 0)
    directory = b""
    for place in range(entries):
        called = name if place == 0 else b"xl/%012d" % place
        directory += struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(body), 900_000, len(called),
            0, 0, 0, 0, 0, 0,
        ) + called  # fmt: skip
    start = len(local) + len(name) + len(body)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, entries, entries, len(directory), start, 0)
    return local + name + body + directory + end


def _nested(depth: int) -> bytes:
    content = b" " * 1_000_000
    for level in range(depth):
        content = package({f"{level}-{copy}.zip": content for copy in range(5)})
    return content


Bomb = tuple[str, Callable[[], bytes], set[str]]
"""Its ending, how it is made, and what may be told of it."""


def bombs(size: int) -> dict[str, Bomb]:
    """``size``: to how many bytes the largest unpack."""
    rows = min(1_048_576, size // 1_000)
    damaged: set[str] = {Flaw.DAMAGED}
    out_of_room: set[str] = {Flaw.MEMORY, Flaw.TIME, Flaw.ROWS, Flaw.CELLS, Flaw.COLUMNS}
    return {
        "far cell": (
            "xlsx",
            lambda: xlsx(
                sheet_xml(f'<row r="1">{number("A1")}</row><row r="1048576">{number("XFD1048576")}</row>')
            ),
            {Flaw.FAR_CELL},
        ),
        "far row": (
            "xlsx",
            lambda: xlsx(
                sheet_xml(f'<row r="1">{number("A1")}</row><row r="900000">{number("C900000")}</row>')
            ),
            {Flaw.FAR_CELL},
        ),
        "far column": (
            "xlsx",
            lambda: xlsx(sheet_xml(f'<row r="1">{number("A1")}{number("ZZ1")}</row>')),
            {Flaw.COLUMNS},
        ),
        "far cell in two bytes a letter": (
            "xlsx",
            lambda: xlsx(
                (
                    '<?xml version="1.0" encoding="UTF-16"?>' + sheet_xml(number("A1") + number("XFD1048576"))
                ).encode("utf-16")
            ),
            {Flaw.UNKNOWN_LETTERS},
        ),
        "cell beyond every column": (
            "xlsx",
            lambda: xlsx(sheet_xml(f'<row r="1">{number("ZZZZZZZZ1")}</row>')),
            {READ, *damaged, *out_of_room, Flaw.READER_FELL},
        ),
        "row beyond every number": (
            "xlsx",
            lambda: xlsx(sheet_xml(f'<row r="99999999999999999999">{number("A99999999999999999999")}</row>')),
            {Flaw.FAR_CELL},
        ),
        "stated size of the whole sheet": (
            "xlsx",
            lambda: xlsx(sheet_xml(f'<row r="1">{number("A1")}</row>', '<dimension ref="A1:XFD1048576"/>')),
            {READ},
        ),
        "a million empty rows": (
            "xlsx",
            lambda: xlsx(_rows(rows, lambda row: f'<row r="{row}"/>')),
            {READ},
        ),
        "a million styled cells": (
            "xlsx",
            lambda: xlsx(_rows(rows, lambda row: f'<row r="{row}"><c r="A{row}" s="1"/></row>')),
            {READ},
        ),
        "too many rows": (
            "xlsx",
            lambda: xlsx(_rows(60_000, lambda row: f'<row r="{row}">{number(f"A{row}")}</row>')),
            {Flaw.ROWS},
        ),
        "too many cells": (
            "xlsx",
            lambda: xlsx(_rows(3_100, lambda row: f'<row r="{row}">' + "<c><v>1</v></c>" * 200 + "</row>")),
            {Flaw.CELLS},
        ),
        "zip bomb": (
            "xlsx",
            lambda: xlsx(b" " * 1_000_000 for _ in range(size // 1_000_000)),
            {Flaw.PACKED_TOO_TIGHT},
        ),
        "zip bomb that states another size": (
            "xlsx",
            lambda: _stated_smaller(xlsx(SMALL, _long_string(size)), "xl/sharedStrings.xml"),
            {*damaged, Flaw.MEMORY, Flaw.TIME, Flaw.TEXT, READ},
        ),
        "one directory entry a thousand times": ("xlsx", lambda: _overlapping(900), {Flaw.UNPACKED_BYTES}),
        "zips in zips": ("xlsx", lambda: _nested(6), {Flaw.ARCHIVE_INSIDE, Flaw.NOT_WHAT_IT_SAYS}),
        "a workbook in the workbook": (
            "xlsx",
            lambda: xlsx(SMALL, **{"xl/embeddings/a.xlsx": xlsx(SMALL)}),
            {Flaw.ARCHIVE_INSIDE},
        ),
        "a hundred thousand parts": (
            "xlsx",
            lambda: xlsx(SMALL, **{f"xl/{place}": b"" for place in range(30_000)}),
            {Flaw.PARTS},
        ),
        "ten thousand sheets": (
            "xlsx",
            lambda: package(
                {
                    "[Content_Types].xml": CONTENT_TYPES,
                    "_rels/.rels": ROOT_RELATIONS,
                    "xl/workbook.xml": workbook_xml(f"S{place}" for place in range(10_000)),
                    "xl/_rels/workbook.xml.rels": relations_xml(
                        ["worksheets/sheet1.xml"] * 10_000, shared=False
                    ),
                    "xl/worksheets/sheet1.xml": SMALL,
                }
            ),
            {Flaw.SHEETS, *damaged},
        ),
        "shared string without end": (
            "xlsx",
            lambda: xlsx(SMALL, _long_string(size)),
            {Flaw.PACKED_TOO_TIGHT},
        ),
        "text longer than a cell": (
            "xlsx",
            lambda: xlsx(
                sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings_xml("A" * 900_000)
            ),
            {Flaw.TEXT},
        ),
        "a billion laughs in the texts": (
            "xlsx",
            lambda: xlsx(
                sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), _laughs(strings_xml("&l11;"))
            ),
            damaged,
        ),
        "a billion laughs in the sheet": (
            "xlsx",
            lambda: xlsx(_laughs(sheet_xml('<row r="1"><c r="A1" t="str"><f>1</f><v>&l11;</v></c></row>'))),
            damaged,
        ),
        "a billion laughs in the workbook": (
            "xlsx",
            lambda: xlsx(SMALL, **{"xl/workbook.xml": _laughs(workbook_xml(["&l11;"]))}),
            damaged,
        ),
        "a file of the system as text": (
            "xlsx",
            lambda: xlsx(
                sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
                '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>' + strings_xml("&f;"),
            ),
            damaged,
        ),
        "elements a million deep": (
            "xlsx",
            lambda: xlsx(
                f'<worksheet xmlns="{MAIN}">'
                + "<a>" * 1_000_000
                + "<f/>"
                + "</a>" * 1_000_000
                + "</worksheet>"
            ),
            {READ, *damaged, *out_of_room, Flaw.READER_FELL, Flaw.PACKED_TOO_TIGHT},
        ),
        "sheets that lead outside": (
            "xlsx",
            lambda: xlsx(SMALL, **{"xl/_rels/workbook.xml.rels": relations_xml(["../../../../etc/passwd"])}),
            damaged,
        ),
        "a sheet that is the workbook": (
            "xlsx",
            lambda: xlsx(SMALL, **{"xl/_rels/workbook.xml.rels": relations_xml(["workbook.xml"])}),
            {READ, *damaged},
        ),
        "links to other workbooks": (
            "xlsx",
            lambda: xlsx(
                sheet_xml('<row r="1"><c r="A1"><f>[1]Upah!A1</f><v>7</v></c></row>'),
                **{
                    "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>',
                    "xl/externalLinks/_rels/externalLink1.xml.rels": relations_xml(
                        ["http://contoh.invalid/upah.xlsx"], shared=False
                    ),
                },
            ),
            {READ},
        ),
        "numbers no float holds": (
            "xlsx",
            lambda: xlsx(
                sheet_xml(
                    f'<row r="1">{number("A1", "1e999")}{number("B1", "-1e999")}{number("C1", "nan")}</row>'
                )
            ),
            {READ, *damaged, Flaw.READER_FELL},
        ),
        "text that is not there": (
            "xlsx",
            lambda: xlsx(sheet_xml('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'), strings_xml("A")),
            {READ, *damaged, Flaw.READER_FELL},
        ),
        "merged over the whole sheet": (
            "xlsx",
            lambda: xlsx(
                SMALL.replace(
                    "</worksheet>", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
                )
            ),
            {READ},
        ),
        "a part with a password": ("xlsx", lambda: _with_password(xlsx(SMALL)), {LOCKED, *damaged}),
        "a password over all (xlsx)": ("xlsx", lambda: ole("EncryptedPackage", b"\1" * 5_000), {LOCKED}),
        "a password over all (xls)": ("xls", lambda: xls(b"", record(0x2F, b"\1" * 54)), {LOCKED}),
        "a password over all (ods)": ("ods", lambda: ods("", encrypted=True), {LOCKED}),
        "cells without end (ods)": (
            "ods",
            lambda: ods(
                '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
                'table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
                "</table:table-row>"
            ),
            {*damaged, *out_of_room},
        ),
        "rows repeated beyond every number (ods)": (
            "ods",
            lambda: ods(
                '<table:table-row table:number-rows-repeated="18446744073709551615"><table:table-cell '
                'office:value-type="float" office:value="1"/></table:table-row>'
            ),
            {READ, *damaged, *out_of_room, Flaw.READER_FELL},
        ),
        "far cell (xls)": ("xls", lambda: xls(xls_number(0, 0, 1) + xls_number(65_535, 255, 1)), out_of_room),
        "sectors in a circle (xls)": (
            "xls",
            lambda: xls(xls_number(0, 0, 1), loop=True),
            {READ, *damaged, *out_of_room, Flaw.READER_FELL},
        ),
        "records that lie about their size (xls)": (
            "xls",
            lambda: xls(struct.pack("<HH", 0x203, 0xFFFF)),
            {READ, *damaged, Flaw.READER_FELL},
        ),
        "a line without end (csv)": ("csv", lambda: b"A" * 15_000_000, {Flaw.TEXT}),
        "a quote without end (csv)": ("csv", lambda: b'A;B\n"' + b"A;B\n" * 3_000_000, {Flaw.TEXT}),
        "columns without end (csv)": ("csv", lambda: b"1," * 7_000_000, {Flaw.COLUMNS, Flaw.MEMORY}),
        "rows without end (csv)": ("csv", lambda: b"1\n" * 5_000_000, {Flaw.ROWS}),
        "noughts (csv)": ("csv", lambda: b"\0" * 1_000_000, {Flaw.NOT_WHAT_IT_SAYS}),
        "more bytes than allowed (csv)": ("csv", lambda: b"1;2;3;4;5\n" * 2_100_000, {Flaw.FILE_BYTES}),
        "a web page (xls)": (
            "xls",
            lambda: b"<html><table><tr><td>1</td></tr></table></html>",
            {Flaw.WEB_PAGE},
        ),
        "nothing at all": ("xlsx", lambda: b"", damaged),
        "a picture": ("xlsx", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 1_000, {Flaw.NOT_WHAT_IT_SAYS}),
        "a workbook called a list": ("csv", lambda: xlsx(SMALL), {Flaw.NOT_WHAT_IT_SAYS}),
        "a workbook with programs": ("xlsm", lambda: xlsx(SMALL), {Flaw.NO_SUCH_KIND}),
    }


def _with_password(content: bytes) -> bytes:
    """Sets the flag of every part that says it is enciphered."""
    changed = bytearray(content)
    for signature, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := content.find(signature, place + 1)) >= 0:
            changed[place + flags_at] |= 1
    return bytes(changed)
