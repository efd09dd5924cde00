"""Why a file from outside was not taken, and what to do with it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.exchange.file_flaw import FileFlaw
from ui.formats import number
from ui.wording.facts import told

translate = QCoreApplication.translate


def why_not_taken(facts: Mapping[str, str]) -> str:
    """Empty where the problem itself says it all."""
    if "why" not in facts:
        return ""
    readable = {name: number(int(text)) if name == "most" else text for name, text in facts.items()}
    return told(_table()[FileFlaw(facts["why"])], readable)


def _table() -> dict[FileFlaw, str]:
    return {
        FileFlaw.NOT_OPENED: translate(
            "ProblemWords", "It is gone, or another program holds it: close it there and try again."
        ),
        FileFlaw.NO_SUCH_KIND: translate(
            "ProblemWords",
            "Lists come as .xlsx, .xls, .ods or .csv, papers as JPEG, PNG, TIFF, WebP or PDF: save it so.",
        ),
        FileFlaw.NOT_WHAT_IT_SAYS: translate(
            "ProblemWords",
            "It is called .{kind} and is something else: open it in its own program and save it anew.",
        ),
        FileFlaw.WEB_PAGE: translate(
            "ProblemWords", "It is a web page called .{kind}: open it in Excel and save it as .xlsx."
        ),
        FileFlaw.DAMAGED: translate(
            "ProblemWords", "It is damaged or not complete: fetch it again, or save it anew."
        ),
        FileFlaw.UNKNOWN_LETTERS: translate(
            "ProblemWords", "Its letters are written in an unknown way: save it in Excel as .xlsx."
        ),
        FileFlaw.ARCHIVE_INSIDE: translate(
            "ProblemWords", "Other files are packed in it: copy the list alone into a new workbook."
        ),
        FileFlaw.PASSWORD: translate("ProblemWords", "It has a password: save it without one."),
        FileFlaw.READER_FELL: translate(
            "ProblemWords", "It brought its reader down, Loket itself is well: save it anew and try again."
        ),
        FileFlaw.FILE_BYTES: translate("ProblemWords", "It has more than {most} bytes: divide it."),
        FileFlaw.UNPACKED_BYTES: translate(
            "ProblemWords", "It holds more than {most} bytes: copy the list alone into a new workbook."
        ),
        FileFlaw.PACKED_TOO_TIGHT: translate(
            "ProblemWords",
            "A part of it swells more than {most} times: copy the list alone into a new workbook.",
        ),
        FileFlaw.PARTS: translate(
            "ProblemWords", "It has more than {most} parts: copy the list alone into a new workbook."
        ),
        FileFlaw.SHEETS: translate(
            "ProblemWords", "It has more than {most} sheets: copy the list alone into a new workbook."
        ),
        FileFlaw.ROWS: translate("ProblemWords", "It has more than {most} rows: divide it."),
        FileFlaw.COLUMNS: translate(
            "ProblemWords", "It has more than {most} columns: copy the list alone into a new workbook."
        ),
        FileFlaw.CELLS: translate("ProblemWords", "It has more than {most} filled cells: divide it."),
        FileFlaw.TEXT: translate(
            "ProblemWords", "One cell holds more than {most} characters: empty it and save again."
        ),
        FileFlaw.FAR_CELL: translate(
            "ProblemWords", "Cell {cell} is filled, far from the list: empty it and save again."
        ),
        FileFlaw.PAGES: translate("ProblemWords", "It has more than {most} pages: divide it."),
        FileFlaw.PIXELS: translate(
            "ProblemWords", "One page has more than {most} pixels: scan it at 300 dots an inch."
        ),
        FileFlaw.MEMORY: translate(
            "ProblemWords", "Reading it takes too much memory: copy what is needed into a new file."
        ),
        FileFlaw.TIME: translate(
            "ProblemWords", "Reading it takes too long: copy what is needed into a new file."
        ),
    }
