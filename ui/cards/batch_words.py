"""What a batch and its cards read like on the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.cards.print_job import CardState
from app.companies.card_batch import BatchCard, BatchCount, BatchState, CardBatch
from app.findings import Finding, worst
from app.members.kpj import Kpj
from ui.cards.card_words import state_words
from ui.formats import clock_time, number, short_date
from ui.tone import SEVERITY_TONES, Tone
from ui.widgets.facts import Fact
from ui.wording.finding_words import finding_words
from ui.wording.names import name_of

translate = QCoreApplication.translate

_TONES = {
    BatchState.PREPARED: Tone.NEUTRAL,
    BatchState.APPROVED: Tone.INFO,
    BatchState.PRINTING: Tone.INFO,
    BatchState.PAUSED: Tone.WARN,
    BatchState.MATCHED: Tone.OK,
    BatchState.RECEIPTED: Tone.OK,
    BatchState.HANDED_OVER: Tone.OK,
    BatchState.CANCELLED: Tone.NEUTRAL,
}


def title_of(batch: CardBatch) -> str:
    """``Batch 07``: numbers begin anew each day."""
    return translate("BatchWords", "Batch {number}").format(number=f"{batch.number:02d}")


def batch_words(batch: CardBatch) -> tuple[str, Tone]:
    """The batch's state; one that is scheduled tells for when, one that is through, by whom it was taken."""
    words = name_of(batch.state)
    if batch.state is BatchState.APPROVED and batch.not_before is not None:
        words = translate("BatchWords", "Scheduled for {day} {time}").format(
            day=short_date(batch.not_before), time=clock_time(batch.not_before)
        )
    elif batch.state is BatchState.RECEIPTED:
        words = f"{words} · {batch.receipt_number}"
    elif batch.collector is not None and batch.collector.name:
        words = f"{words} · {batch.collector.name}"
    return words, _TONES[batch.state]


def card_words(card: BatchCard) -> tuple[str, Tone]:
    """``Good · 14:21``; ``Spoiled → made again as no. 51 · ribbon torn``; ``Waiting``."""
    if card.left_out is not None:
        return name_of(card.left_out), Tone.NEUTRAL
    if card.job is None:
        return name_of(CardState.QUEUED), Tone.NEUTRAL
    words, tone = state_words(card.job)
    if card.state is CardState.GOOD and card.job.answered_at is not None:
        words = f"{words} · {clock_time(card.job.answered_at)}"
    elif card.remade_at is not None and card.job.spoiled_reason is not None:
        again = translate("BatchWords", "Spoiled → made again as no. {place} · {why}")
        words = again.format(place=number(card.remade_at), why=name_of(card.job.spoiled_reason))
    return words, tone


def found_words(findings: Sequence[Finding]) -> tuple[str, Tone]:
    """The gravest of what is in the way of a card; the others are told under its row."""
    gravest = worst(findings)
    first = next(finding for finding in findings if finding.severity is gravest)
    return finding_words(first).what, SEVERITY_TONES[first.severity]


def masked(kpj: str) -> str:
    return Kpj.parse(kpj).masked if kpj else "—"


def match_facts(count: BatchCount) -> list[Fact]:
    """What the company asked for, and what became of it; nothing is told that is nothing."""

    def told(words: str, figure: int, tone: Tone | None) -> list[Fact]:
        return [Fact(words, number(figure), tone)] if figure else []

    return [
        Fact(translate("BatchWords", "Asked for by the company"), number(count.asked)),
        Fact(translate("BatchWords", "Good"), number(count.good), Tone.OK if count.good else None),
        *told(translate("BatchWords", "Spoiled, made again"), count.spoiled, Tone.ERROR),
        *told(translate("BatchWords", "In the printer"), count.in_printer, Tone.INFO),
        *told(translate("BatchWords", "To be answered"), count.to_answer, Tone.WARN),
        *told(translate("BatchWords", "Left out"), count.left_out, Tone.NEUTRAL),
        Fact(translate("BatchWords", "Waiting"), number(count.waiting)),
    ]
