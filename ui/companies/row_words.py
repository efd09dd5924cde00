"""How a row of a list stands, and what to do about it, as the table of rows says it."""

from PySide6.QtCore import QCoreApplication

from app.findings import Finding, Severity, worst
from app.workers.worker_file import RowState, WorkerRow
from ui.tone import Tone
from ui.widgets.table import Cell
from ui.wording.finding_words import finding_words
from ui.wording.names import name_of

translate = QCoreApplication.translate

TO_MEND = frozenset({Severity.BLOCK, Severity.APPROVE, Severity.WARN})
_ORDER = list(Severity)


def open_findings(row: WorkerRow) -> tuple[Finding, ...]:
    """What nobody has answered yet, the gravest first."""
    answered = {decision.finding_key for decision in row.decisions}
    left = (finding for finding in row.findings if finding.key not in answered)
    return tuple(sorted(left, key=lambda finding: _ORDER.index(finding.severity)))


def needs_a_hand(row: WorkerRow) -> bool:
    return row.state is RowState.OPEN and worst(open_findings(row)) in TO_MEND


def state_cell(row: WorkerRow) -> Cell:
    if row.state is RowState.LEFT_OUT:
        return Cell(translate("WorkerRows", "Left out"), Tone.NEUTRAL)
    if row.state is RowState.KNOWN:
        return Cell(translate("WorkerRows", "Known already"), Tone.INFO)
    if row.state is RowState.TAKEN:
        return Cell(translate("WorkerRows", "Taken"), Tone.OK)
    grave = worst(open_findings(row))
    if grave is Severity.BLOCK:
        return Cell(translate("WorkerRows", "Cannot be taken"), Tone.ERROR)
    if grave is Severity.APPROVE:
        return Cell(translate("WorkerRows", "Supervisor"), Tone.WARN)
    if grave is Severity.WARN:
        return Cell(translate("WorkerRows", "Question"), Tone.WARN)
    return Cell(translate("WorkerRows", "Ready"), Tone.OK)


def remedy(row: WorkerRow) -> str:
    """How the gravest finding that is open is mended, and what it is. Empty where nothing is to do."""
    if row.state is not RowState.OPEN:
        return ""
    left = [finding for finding in open_findings(row) if finding.severity in TO_MEND]
    if not left:
        return ""
    more = f"  (+{len(left) - 1})" if len(left) > 1 else ""
    words = finding_words(left[0])
    return f"{where(left[0])}{words.remedy} {words.what}.{more}"


def where(finding: Finding) -> str:
    return f"{name_of(finding.field)}: " if finding.field else ""
