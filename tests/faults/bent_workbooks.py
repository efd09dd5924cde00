"""A good list of ten thousand workers, and the many ways in which it arrives bent."""

import zipfile
from datetime import date
from io import BytesIO
from random import Random

import xlsxwriter

ROWS = 10_000


def list_of_workers() -> dict[str, bytes]:
    """The parts of a good workbook of ten thousand workers and twelve columns."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"constant_memory": False})
    page, day = book.add_worksheet("Peserta"), book.add_format({"num_format": "dd/mm/yyyy"})
    for row in range(ROWS):
        texts = [
            f"357801550892{row:04d}",
            f"SITI {row}",
            "SURABAYA",
            "PEREMPUAN",
            "KAWIN",
            f"AMINAH {row % 99}",
        ]
        page.write_row(row, 0, [*texts, "JL MAWAR 3", f"0812{row:08d}", 26_004_187_326 + row, 4_961_753])
        page.write_datetime(row, 10, date(1992, 8, 15), day)
        page.write_formula(row, 11, f"=J{row + 1}*2", None, 9_923_506)
    book.close()
    return parts_of(content.getvalue())


def parts_of(workbook: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(workbook)) as package:
        return {name: package.read(name) for name in package.namelist()}


_BENT_PARTS = (
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
)
_ODD_VALUES = (b"-1", b"1e999", b"NaN", b"99999999999", b"", b"<v>", b"&#0;", b"\xff", b"true", b"A" * 40_000)
_ODD_ATTRIBUTES = (
    b't="s"',
    b't="e"',
    b't="d"',
    b't="b"',
    b't="n"',
    b's="999999"',
    b'r="ZZZ9999999"',
    b'r=""',
    b"r",
)


def bent(parts: dict[str, bytes], chance: Random) -> bytes:
    """One part bent in a few places, or the packed file itself."""
    name = chance.choice(_BENT_PARTS)
    part = bytearray(parts[name])
    for _ in range(chance.choice((1, 1, 3, 30))):
        _bend(part, chance)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for each, content in parts.items():
            if each != name or chance.random() > 0.02:
                package.writestr(each, bytes(part) if each == name else content)
    packed = bytearray(out.getvalue())
    if chance.random() < 0.1:
        for _ in range(chance.randrange(1, 9)):
            packed[chance.randrange(len(packed))] ^= 1 << chance.randrange(8)
    return bytes(packed)


def _bend(part: bytearray, chance: Random) -> None:
    place = chance.randrange(len(part)) if part else 0
    length = chance.choice((1, 2, 30, 3_000))
    match chance.randrange(11):  # a cell's value or attribute more often than a broken sentence
        case 0:
            del part[place : place + length]
        case 1:
            part[place:place] = part[place : place + length]
        case 2:
            part[place : place + 1] = bytes([chance.randrange(256)])
        case 3:
            del part[place:]
        case 4:
            part[place:place] = chance.choice(
                (b"<", b">", b"&", b'"', b"</row>", b"</c>", b"\0", b"<!--", b"]]>")
            )
        case 5 | 6 | 7:
            _replace_after(part, place, b"<v>", b"<", chance.choice(_ODD_VALUES))
        case _:
            _replace_after(part, place, b"<c ", b">", chance.choice(_ODD_ATTRIBUTES))


def _replace_after(part: bytearray, place: int, begin: bytes, end: bytes, by: bytes) -> None:
    start = part.find(begin, place)
    stop = part.find(end, start + len(begin)) if start >= 0 else -1
    if stop >= 0:
        part[start + len(begin) : stop] = by
