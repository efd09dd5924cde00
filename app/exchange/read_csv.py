"""Read a CSV file, which says neither how its letters nor how its columns are written."""

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from app.exchange.file_flaw import FileFlaw
from app.exchange.workbook import WORKBOOK, CsvDoubt

_DELIMITERS = ";,\t|"
_LOOKED_AT = 50  # rows
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EXCEL_SAYS = "sep="


@dataclass(frozen=True, slots=True)
class CsvText:
    """``doubts`` names what could as well have been read in another way."""

    text: str
    delimiter: str
    doubts: frozenset[CsvDoubt]

    def rows(self) -> Iterator[list[str]]:
        try:
            yield from csv.reader(StringIO(self.text, newline=""), delimiter=self.delimiter)
        except csv.Error as error:
            raise WORKBOOK.too_large(FileFlaw.TEXT, csv.field_size_limit()) from error


def read_csv(content: bytes, longest: int) -> CsvText:
    """Letters and delimiter as recognised; a field longer than ``longest`` is refused while it is read."""
    csv.field_size_limit(longest)
    encoding, sure = _encoding(content)
    doubts = set() if sure else {CsvDoubt.ENCODING}
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise WORKBOOK.unreadable(FileFlaw.UNKNOWN_LETTERS) from error
    if "\0" in text:
        raise WORKBOOK.unreadable(FileFlaw.NOT_WHAT_IT_SAYS, kind="csv")
    said = text[: len(_EXCEL_SAYS) + 1].lower()
    if said[:-1] == _EXCEL_SAYS and said[-1] in _DELIMITERS:
        return CsvText(text.partition("\n")[2], said[-1], frozenset(doubts))
    fits = {delimiter: _fits(text, delimiter) for delimiter in _DELIMITERS}
    best = max(fits, key=lambda delimiter: fits[delimiter])
    if sum(fit[0] == fits[best][0] > 0 for fit in fits.values()) > 1:
        doubts.add(CsvDoubt.DELIMITER)
    return CsvText(text, best, frozenset(doubts))


def _encoding(content: bytes) -> tuple[str, bool]:
    """Old programs of Windows write cp1252: any file can be read so, and only the eye finds it wrong."""
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return encoding, True
    if b"\0" in content[:2]:
        return ("utf-16-be" if content[0] == 0 else "utf-16-le"), False
    try:
        content.decode()
    except UnicodeDecodeError:
        return "cp1252", False
    return "utf-8", True


def _fits(text: str, delimiter: str) -> tuple[float, int]:
    """Which share of the first rows it parts into equally many columns, and how many these are."""
    try:
        first = list(islice(csv.reader(StringIO(text, newline=""), delimiter=delimiter), _LOOKED_AT))
    except csv.Error:  # a field too long: this is not where the columns part
        return 0.0, 1
    widths = Counter(len(row) for row in first if any(row))
    parted = {width: rows for width, rows in widths.items() if width > 1}
    if not parted:
        return 0.0, 1
    width = max(parted, key=lambda width: parted[width])
    return parted[width] / widths.total(), width
