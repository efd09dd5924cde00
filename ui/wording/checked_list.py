"""A checked list in words, for a terminal: what was found in each row and how to mend it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.findings import Severity
from app.member_fields import MemberField
from app.workers.check_rows import WorkerRead
from app.workers.check_workbook import CheckedList, acceptable
from ui.wording.finding_words import finding_words
from ui.wording.names import name_of

translate = QCoreApplication.translate

_MARKS = {Severity.BLOCK: "×", Severity.APPROVE: "!", Severity.WARN: "!", Severity.NOTE: "·"}
_MASKED_FROM, _SHOWN_AT_END = 4, 4


def checked_lines(checked: CheckedList) -> Iterator[str]:
    """Numbers of persons are masked, as in every list."""
    columns = checked.columns
    if columns.mapping.sheet:
        yield f"{translate('CheckedList', 'Sheet')}: {columns.mapping.sheet}"
    for column in columns.columns:
        if column.field is not None:
            likely = "" if column.sure else f" ({translate('CheckedList', 'likely')})"
            yield f"  {column.letter:>3}  {column.heading or '–'} → {name_of(column.field)}{likely}"
    if columns.other_sheets:
        yield f"{translate('CheckedList', 'Not read, other sheets')}: {', '.join(columns.other_sheets)}"
    yield ""
    for worker in checked.workers:
        yield from _row(worker)
    yield ""
    taken = sum(map(acceptable, checked.workers))
    yield translate("CheckedList", "{rows} rows: {taken} can be taken, {held} are held back").format(
        rows=len(checked.workers), taken=taken, held=len(checked.workers) - taken
    )
    if checked.aside:
        numbers = ", ".join(map(str, checked.aside))
        yield f"{translate('CheckedList', 'Not taken for workers, rows')}: {numbers}"


def _row(worker: WorkerRead) -> Iterator[str]:
    form = worker.row.form
    verdict = (
        translate("CheckedList", "can be taken")
        if acceptable(worker)
        else translate("CheckedList", "held back")
    )
    yield f"{worker.row.number:>6}  {_masked(form.nik):<16}  {form.name[:40]:<40}  {verdict}"
    for finding in worker.findings:
        words = finding_words(finding)
        where = f"{name_of(finding.field)}: " if isinstance(finding.field, MemberField) else ""
        yield f"        {_MARKS[finding.severity]} {where}{words.what}. {words.remedy}"


def _masked(number: str) -> str:
    if len(number) <= _MASKED_FROM + _SHOWN_AT_END:
        return number
    hidden = "•" * (len(number) - _MASKED_FROM - _SHOWN_AT_END)
    return f"{number[:_MASKED_FROM]}{hidden}{number[-_SHOWN_AT_END:]}"[:16]
