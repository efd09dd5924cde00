"""Where a batch stands for who looks at it: its step, what may be done now, and what the first key does."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.companies.batch_progress import BatchProgress, Halt
from app.companies.card_batch import BatchState
from ui.cards.batch_actions import Deed
from ui.cards.card_words import reason_and_remedy
from ui.formats import clock_time, number

translate = QCoreApplication.translate

PRE_FLIGHT, APPROVED, PRINTING, MATCH, RECEIPT, THROUGH = range(6)


@dataclass(frozen=True, slots=True)
class BatchStage:
    step: int
    deeds: frozenset[Deed]
    primary: str = ""
    hint: str = ""
    needs_a_hand: bool = False
    """The hint is what somebody has to do before another card is sent."""


def stage_of(progress: BatchProgress, *, runs: bool, blocked: int, unsigned: int, ticked: int) -> BatchStage:
    """``runs``: this counter is printing it now. ``blocked``: cards that cannot be printed; ``unsigned``:
    those a supervisor has to allow and has not. ``ticked``: cards marked as not good."""
    state = progress.batch.state
    if state is BatchState.PREPARED:
        return _prepared(progress, blocked, unsigned)
    if state is BatchState.APPROVED:
        return _approved(progress)
    if state in (BatchState.PRINTING, BatchState.PAUSED):
        goes_on = runs and state is BatchState.PRINTING
        return _printing(progress, ticked) if goes_on or not progress.count.waiting else _stopped(progress)
    return _printed(state)


def halt_words(progress: BatchProgress) -> str:
    """Why no further card is sent at this moment, and what to do; nothing where it goes on."""
    if progress.halt in (Halt.ATTENTION, Halt.PRINTER):
        return ". ".join(part for part in reason_and_remedy(progress.reason) if part)
    return "" if progress.halt is None else _halts()[progress.halt]


_BY_HAND = frozenset({Halt.DOUBT, Halt.ATTENTION, Halt.PRINTER, Halt.BLANKS, Halt.RIBBON})


def _halts() -> dict[Halt, str]:
    return {
        Halt.PAUSED: translate("BatchStage", "Paused. The card in the printer still comes out."),
        Halt.DOUBT: translate("BatchStage", "Look in the tray and answer: nothing is sent again without it."),
        Halt.VISITOR: translate("BatchStage", "A visitor's card goes first; the batch goes on behind it."),
        Halt.BLANKS: translate("BatchStage", "No blank is left. Book new ones, then go on."),
        Halt.RIBBON: translate(
            "BatchStage", "The ribbon is used up. Put in a new one and book it, then go on."
        ),
        Halt.ANSWERS: translate("BatchStage", "Everything was sent. Mark the cards that are not good."),
        Halt.DONE: translate("BatchStage", "Every card is answered for."),
    }


def _printed(state: BatchState) -> BatchStage:
    if state is BatchState.MATCHED:
        words = translate("BatchStage", "Write receipt and files")
        answered = translate("BatchStage", "Every card is answered for.")
        return BatchStage(RECEIPT, frozenset({Deed.GO_ON}), words, answered)
    steps = {BatchState.RECEIPTED: RECEIPT, BatchState.HANDED_OVER: THROUGH}
    return BatchStage(steps.get(state, PRE_FLIGHT), frozenset())


def _prepared(progress: BatchProgress, blocked: int, unsigned: int) -> BatchStage:
    deeds = frozenset({Deed.LEAVE_OUT, Deed.EARLIER, Deed.LATER, Deed.CANCEL_REST, Deed.GO_ON})
    if blocked:
        words = translate("BatchStage", "{count} cards cannot be printed; the rows say why.")
    elif unsigned:
        words = translate(
            "BatchStage", "{count} cards need the supervisor: sign under the row, or leave them out."
        )
    else:
        words = translate("BatchStage", "Nothing is in the way of {count} cards.")
        ready = translate("BatchStage", "Approve and print")
        hint = words.format(count=number(progress.count.wanted))
        return BatchStage(PRE_FLIGHT, deeds | {Deed.SCHEDULE}, ready, hint)
    count = number(blocked or unsigned)
    leave_out = translate("BatchStage", "Leave out these {count}").format(count=count)
    return BatchStage(PRE_FLIGHT, deeds, leave_out, words.format(count=count))


def _approved(progress: BatchProgress) -> BatchStage:
    at = progress.batch.not_before
    hint = (
        translate("BatchStage", "Begins when the batches before it are through.")
        if at is None
        else translate("BatchStage", "Begins at {time}.").format(time=clock_time(at))
    )
    deeds = {Deed.LEAVE_OUT, Deed.EARLIER, Deed.LATER, Deed.CANCEL_REST, Deed.GO_ON}
    return BatchStage(APPROVED, frozenset(deeds), translate("BatchStage", "Print now"), hint)


def _printing(progress: BatchProgress, ticked: int) -> BatchStage:
    never = translate("BatchStage", "Nothing is ever printed again without your answer.")
    hint = halt_words(progress) or never
    if progress.count.waiting or progress.count.in_printer:
        deeds = {Deed.PAUSE, Deed.CANCEL_REST}
        if progress.halt is None or progress.halt is Halt.VISITOR:
            return BatchStage(PRINTING, frozenset(deeds), hint=hint)
        goes_on = frozenset(deeds | {Deed.PAPER_CARDS, Deed.GO_ON})
        return BatchStage(PRINTING, goes_on, _go_on(), hint, progress.halt in _BY_HAND)
    if not progress.count.to_answer:
        return BatchStage(MATCH, frozenset(), hint=hint)
    if ticked == progress.count.to_answer:
        one_by_one = translate("BatchStage", "Answer for each marked card under its row.")
        return BatchStage(MATCH, frozenset({Deed.TICK}), hint=one_by_one)
    primary = (
        translate("BatchStage", "All good but {count}").format(count=number(ticked))
        if ticked
        else translate("BatchStage", "All are good")
    )
    return BatchStage(MATCH, frozenset({Deed.TICK, Deed.GO_ON}), primary, hint)


def _stopped(progress: BatchProgress) -> BatchStage:
    hint = halt_words(progress) or translate("BatchStage", "Stopped. Nothing is sent until you go on.")
    deeds = frozenset({Deed.CANCEL_REST, Deed.PAPER_CARDS, Deed.GO_ON})
    return BatchStage(PRINTING, deeds, _go_on(), hint, progress.halt in _BY_HAND)


def _go_on() -> str:
    return translate("BatchStage", "Go on")
