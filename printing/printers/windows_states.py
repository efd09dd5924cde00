"""What the Windows spooler says of jobs and printers, in the words of the desk. Plain figures, no spooler.

The bits are those of JOB_INFO_1 and PRINTER_INFO_2 as Microsoft documents them.
"""

from app.cards.print_job import PrinterReason
from app.ports import PrinterState, SpoolReport, SpoolState

_JOB_PAUSED, _JOB_ERROR, _JOB_DELETING, _JOB_OFFLINE, _JOB_PAPEROUT = 0x1, 0x2, 0x4, 0x20, 0x40
_JOB_PRINTED, _JOB_DELETED, _JOB_BLOCKED, _JOB_INTERVENTION = 0x80, 0x100, 0x200, 0x400
_JOB_COMPLETE, _JOB_RETAINED = 0x1000, 0x2000

_PRINTER_REASONS = (
    # the first that is set decides: what a hand can mend before what only says that it stands still
    (0x8, PrinterReason.JAM),  # PAPER_JAM
    (0x400000, PrinterReason.COVER_OPEN),  # DOOR_OPEN
    (0x40000, PrinterReason.RIBBON_ENDED),  # NO_TONER
    (0x10, PrinterReason.CARDS_EMPTY),  # PAPER_OUT
    (0x20, PrinterReason.CARDS_EMPTY),  # MANUAL_FEED
    (0x80, PrinterReason.OFFLINE),  # OFFLINE
    (0x1000, PrinterReason.OFFLINE),  # NOT_AVAILABLE
    (0x800000, PrinterReason.OFFLINE),  # SERVER_UNKNOWN
    (0x1, PrinterReason.STOPPED),  # PAUSED
    (0x4, PrinterReason.STOPPED),  # PENDING_DELETION
    (0x2, PrinterReason.OTHER),  # ERROR
    (0x40, PrinterReason.OTHER),  # PAPER_PROBLEM
    (0x800, PrinterReason.OTHER),  # OUTPUT_BIN_FULL
    (0x80000, PrinterReason.OTHER),  # PAGE_PUNT
    (0x100000, PrinterReason.OTHER),  # USER_INTERVENTION
    (0x200000, PrinterReason.OTHER),  # OUT_OF_MEMORY
)
_WORK_OFFLINE = 0x400
"""An attribute, not a status: somebody chose it, or the cable is out."""


def reason_of(status: int, attributes: int) -> PrinterReason:
    told = next((reason for bit, reason in _PRINTER_REASONS if status & bit), PrinterReason.NONE)
    if told is PrinterReason.NONE and attributes & _WORK_OFFLINE:
        return PrinterReason.OFFLINE
    return told


def printer_state(status: int, attributes: int) -> PrinterState:
    reason = reason_of(status, attributes)
    return PrinterState(ready=reason is PrinterReason.NONE, reason=reason)


def job_report(job: int | None, printer: PrinterReason) -> SpoolReport:
    """``job`` is its status, None when it is not in the queue any more.

    A job that is done leaves the queue before anybody can ask, and so does one that a hand took out:
    beside a printer that is well it counts as claimed, beside any other as lost.
    """
    if job is None:
        lost = printer is not PrinterReason.NONE
        return SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST) if lost else _DONE
    if job & (_JOB_DELETING | _JOB_DELETED):
        return SpoolReport(SpoolState.UNKNOWN, PrinterReason.STOPPED)
    if printer is PrinterReason.NONE:
        printer = _of_job(job)
    if printer is not PrinterReason.NONE:
        return SpoolReport(SpoolState.NEEDS_ATTENTION, printer)
    # COMPLETE says that the data was sent, PRINTED hardly more
    return _DONE if job & (_JOB_PRINTED | _JOB_COMPLETE | _JOB_RETAINED) else SpoolReport(SpoolState.WAITING)


_DONE = SpoolReport(SpoolState.CLAIMED_DONE)


def _of_job(job: int) -> PrinterReason:
    reasons = (
        (_JOB_PAPEROUT, PrinterReason.CARDS_EMPTY),
        (_JOB_OFFLINE, PrinterReason.OFFLINE),
        (_JOB_PAUSED, PrinterReason.HELD),
        (_JOB_ERROR | _JOB_BLOCKED, PrinterReason.FAILED),
        (_JOB_INTERVENTION, PrinterReason.OTHER),
    )
    return next((reason for bits, reason in reasons if job & bits), PrinterReason.NONE)
