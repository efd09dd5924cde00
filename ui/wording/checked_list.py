"""A checked list in words, for a terminal: what was found in each row and how to mend it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.findings import Severity
from app.workers.check_rows import WorkerRead
from app.workers.check_workbook import CheckedList, acceptable
from app.workers.columns import SheetColumns
from ui.wording.finding_words import finding_words
from ui.wording.names import name_of

translate = QCoreApplication.translate

_MARKS = {Severity.BLOCK: "×", Severity.APPROVE: "!", Severity.WARN: "!", Severity.NOTE: "·"}
_MASKED_FROM, _SHOWN_AT_END = 4, 4


def checked_lines(checked: CheckedList) -> Iterator[str]:
    """Numbers of persons are masked, as in every list."""
    yield from _columns(checked.columns)
    yield ""
    can_be_taken = translate("CheckedList", "can be taken")
    held_back = translate("CheckedList", "held back")
    for worker in checked.workers:
        form, verdict = worker.row.form, can_be_taken if acceptable(worker) else held_back
        yield f"{worker.row.number:>6}  {_masked(form.nik):<16}  {form.name[:40]:<40}  {verdict}"
        yield from _findings(worker)
    yield ""
    taken = sum(map(acceptable, checked.workers))
    yield translate("CheckedList", "{rows} rows: {taken} can be taken, {held} are held back").format(
        rows=len(checked.workers), taken=taken, held=len(checked.workers) - taken
    )
    if checked.aside:
        aside = translate("CheckedList", "Not taken for workers: rows {numbers}")
        yield aside.format(numbers=", ".join(map(str, checked.aside)))


def _columns(columns: SheetColumns) -> Iterator[str]:
    if columns.mapping.sheet:
        yield translate("CheckedList", "Sheet {name}").format(name=columns.mapping.sheet)
    likely = translate("CheckedList", "likely")
    for column in columns.columns:
        if column.field is not None:
            mark = "" if column.sure else f" ({likely})"
            yield f"  {column.letter:>3}  {column.heading or '–'} → {name_of(column.field)}{mark}"
    if columns.other_sheets:
        others = translate("CheckedList", "Other sheets with a list, not read: {names}")
        yield others.format(names=", ".join(columns.other_sheets))


def _findings(worker: WorkerRead) -> Iterator[str]:
    for finding in worker.findings:
        words = finding_words(finding)
        where = f"{name_of(finding.field)}: " if finding.field else ""
        yield f"        {_MARKS[finding.severity]} {where}{words.what}. {words.remedy}"


def _masked(number: str) -> str:
    if len(number) <= _MASKED_FROM + _SHOWN_AT_END:
        return number
    hidden = "•" * (len(number) - _MASKED_FROM - _SHOWN_AT_END)
    return f"{number[:_MASKED_FROM]}{hidden}{number[-_SHOWN_AT_END:]}"[:16]
