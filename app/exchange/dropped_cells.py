"""The cells calamine passes over in silence: errors, formulas nobody reckoned, and one cell far away."""

import codecs
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from posixpath import join, normpath
from xml.parsers import expat

from app.exchange.file_flaw import FileFlaw
from app.exchange.look_at_workbook import part
from app.exchange.workbook import NOT_RECKONED, WORKBOOK, CellError, WorkbookLimits

Dropped = dict[int, dict[int, CellError]]
"""By row and column, both counted from nought."""

_WORTH_READING = (b'"e"', b"'e'", b"<f", b":f")
_FAR = re.compile(rb"""r=["'](?:[A-Z]{3}|[A-Z]{1,2}[0-9]{6})""")
_TWO_BYTES_A_LETTER = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_TEXTS = ("s", "str", "inlineStr")

_Begin = Callable[[str, dict[str, str]], None]


def dropped_from_xlsx(package: zipfile.ZipFile, limits: WorkbookLimits) -> list[Dropped]:
    """Sheet by sheet. Refuses a cell so far away that a reader would make all the cells on the way to it."""
    targets: dict[str, str] = {}
    paths: list[str] = []

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            target = targets.get(_local(attributes).get("id", ""), "")
            paths.append(normpath(join("/xl", target)).lstrip("/"))

    _parse(part(package, "xl/_rels/workbook.xml.rels"), relation)
    _parse(part(package, "xl/workbook.xml"), sheet)
    return [_from_sheet(part(package, path), limits) if path in package.NameToInfo else {} for path in paths]


def dropped_from_ods(package: zipfile.ZipFile) -> list[Dropped]:
    xml = part(package, "content.xml")
    cells = _OdsCells()
    if b":formula=" in xml:
        _parse(xml, cells.begin, cells.end, cells.text)
    return cells.tables


def _from_sheet(xml: bytes, limits: WorkbookLimits) -> Dropped:
    if xml.startswith(_TWO_BYTES_A_LETTER):  # its reader would find an empty sheet
        raise WORKBOOK.unreadable(FileFlaw.UNKNOWN_LETTERS)
    cells = _XlsxCells(limits)
    # most lists hold neither: they are looked through in a tenth of the time
    if _FAR.search(xml) or any(sign in xml for sign in _WORTH_READING):
        _parse(xml, cells.begin, cells.end, cells.text)
    return cells.dropped


@dataclass(slots=True)
class _XlsxCells:
    """Follows the rows of a sheet; a row or cell without its place stands next to the one before."""

    limits: WorkbookLimits
    dropped: Dropped = field(default_factory=dict)
    row: int = -1
    column: int = -1
    name: str = ""
    kind: str = ""
    has_formula: bool = False
    in_value: bool = False
    value: str = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 2)) - 1, -1
        elif name == "c":
            self.name, self.kind = attributes.get("r", ""), attributes.get("t", "n")
            self.has_formula, self.value = False, ""
            self.column += 1
            if place := _REFERENCE.fullmatch(self.name):
                self.row, self.column = int(place[2]) - 1, _column(place[1])
        elif name == "f":
            self.has_formula = True
        self.in_value = name in ("v", "t")

    def text(self, text: str) -> None:
        if self.in_value:
            self.value += text

    def end(self, name: str) -> None:
        self.in_value = False
        if name != "c":
            return
        if self.value and (self.row >= self.limits.rows or self.column >= self.limits.columns):
            raise WORKBOOK.too_large(FileFlaw.FAR_CELL, self.limits.rows, cell=self.name[:20])
        if self.kind == "e":
            self.dropped.setdefault(self.row, {})[self.column] = CellError(self.value)
        elif self.has_formula and not self.value and self.kind not in _TEXTS:
            self.dropped.setdefault(self.row, {})[self.column] = NOT_RECKONED


@dataclass(slots=True)
class _OdsCells:
    """Follows the tables of a document; rows and cells alike are written once with their number."""

    tables: list[Dropped] = field(default_factory=list)
    row: int = 0
    next_row: int = 0
    column: int = 0
    next_column: int = 0
    is_error: bool = False
    value: str = ""

    def begin(self, name: str, prefixed: dict[str, str]) -> None:
        attributes = _local(prefixed)
        if name == "table":
            self.tables.append({})
            self.next_row = 0
        elif name == "table-row":
            self.row, self.next_column = self.next_row, 0
            self.next_row += int(attributes.get("number-rows-repeated", 1))
        elif name in ("table-cell", "covered-table-cell"):
            self.column = self.next_column
            self.next_column += int(attributes.get("number-columns-repeated", 1))
            self.is_error, self.value = attributes.get("value-type") == "error", ""
            if "formula" in attributes and "value-type" not in attributes and self.tables:
                self.tables[-1].setdefault(self.row, {})[self.column] = NOT_RECKONED

    def text(self, text: str) -> None:
        self.value += text

    def end(self, name: str) -> None:
        if name == "table-cell" and self.is_error and self.tables:
            self.tables[-1].setdefault(self.row, {})[self.column] = CellError(self.value.strip())
            self.is_error = False


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _local(attributes: dict[str, str]) -> dict[str, str]:
    """Without prefixes; of ``office:`` and ``calcext:value-type`` the second says more, and is kept."""
    return {name.rpartition(":")[2]: attributes[name] for name in sorted(attributes, reverse=True)}


def _nothing(_told: str) -> None: ...


def _refuse(*_declared: object) -> None:
    raise WORKBOOK.unreadable(FileFlaw.DAMAGED)


def _parse(
    xml: bytes, begin: _Begin, end: Callable[[str], None] = _nothing, text: Callable[[str], None] = _nothing
) -> None:
    """Elements are told without their prefix. A document type, the home of entities, is in no workbook."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: begin(name.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError) as error:
        raise WORKBOOK.unreadable(FileFlaw.DAMAGED) from error
