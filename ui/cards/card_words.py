"""What the life of a card reads like on the screen: its state, its kind and the printer's."""

from PySide6.QtCore import QCoreApplication

from app.cards.print_job import CardJob, CardKind, CardState, PrinterReason
from app.ports import PrinterState
from ui.tone import Tone
from ui.wording.names import name_of

translate = QCoreApplication.translate

_TONES = {
    CardState.QUEUED: Tone.NEUTRAL,
    CardState.SENDING: Tone.INFO,
    CardState.CLAIMED_DONE: Tone.WARN,
    CardState.NEEDS_ATTENTION: Tone.WARN,
    CardState.UNKNOWN: Tone.WARN,
    CardState.GOOD: Tone.OK,
    CardState.SPOILED: Tone.ERROR,
    CardState.NOT_PRINTED: Tone.NEUTRAL,
    CardState.CANCELLED: Tone.NEUTRAL,
}


def state_words(job: CardJob) -> tuple[str, Tone]:
    """The state with its why: ``Spoiled · ribbon torn``; a doubt that has a reason is told by it alone."""
    words = name_of(job.state)
    if job.spoiled_reason is not None:
        words = f"{words} · {name_of(job.spoiled_reason)}"
    elif job.printer_reason is not PrinterReason.NONE and job.in_doubt:
        words = name_of(job.printer_reason)
    elif job.printer_reason is not PrinterReason.NONE and job.owed:
        words = f"{words} · {name_of(job.printer_reason)}"
    return words, _TONES[job.state]


def reason_and_remedy(reason: PrinterReason) -> tuple[str, str]:
    """What the printer waits for, and what to do: the part of its words after the dash, if any."""
    what, _, remedy = name_of(reason).partition(" – ")
    return what, f"{remedy[:1].upper()}{remedy[1:]}"


def kind_words(kind: CardKind, copy: int) -> str:
    """``First card``; from the second copy on ``Reprint · copy 2``."""
    if copy == 1:
        return name_of(kind)
    return translate("CardWords", "{kind} · copy {copy}").format(kind=name_of(kind), copy=copy)


def printer_words(state: PrinterState) -> tuple[str, Tone]:
    """``Ready``, or what is wrong and what to do about it; the ribbon where the printer tells of it."""
    if state.ready and state.reason is PrinterReason.NONE:
        words, tone = name_of(PrinterReason.NONE), Tone.OK
    elif state.reason is PrinterReason.NONE:
        words, tone = translate("CardWords", "Not ready – look at its display"), Tone.WARN
    else:
        words, tone = name_of(state.reason), Tone.WARN
    if state.ribbon_percent is None:
        return words, tone
    ribbon = translate("CardWords", "ribbon {percent} %").format(percent=state.ribbon_percent)
    return f"{words} · {ribbon}", tone
