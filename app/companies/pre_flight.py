"""What would go wrong with a batch, found before a blank is used: per card, and for the batch as a whole."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.cards.ask_for_card import face_of
from app.cards.card_face import CardFace
from app.cards.card_stock import BlankLevel
from app.cards.earlier_card import EarlierCard
from app.cards.print_job import CardJob
from app.cards.ribbon import RibbonLevel
from app.clock import Clock
from app.companies.batch_moves import tell_cards
from app.companies.batch_progress import cards_left_on_ribbon
from app.companies.card_batch import BatchCard, BatchState, CardBatch, LeftOut
from app.errors import Problem, RuleBroken, YourEnvironment
from app.findings import Finding, FindingCode, Severity, worst
from app.member_fields import MemberField
from app.ports import Begin, CardPrinter, PrinterState, UnitOfWork
from app.trust.journal import ChainHead
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View

CardFindings = Callable[[CardFace], tuple[Finding, ...]]

_LEFT_OUT = {
    FindingCode.KPJ_FOLLOWS_LATER: LeftOut.NO_NUMBER,
    FindingCode.PERSON_DECEASED: LeftOut.DECEASED,
    FindingCode.CARD_UNANSWERED: LeftOut.UNANSWERED,
    FindingCode.CARD_OWED_ELSEWHERE: LeftOut.UNANSWERED,
    FindingCode.CARD_PRINTED_BEFORE: LeftOut.PRINTED_BEFORE,
    FindingCode.CARD_PRINTED_RECENTLY: LeftOut.PRINTED_BEFORE,
}


@dataclass(frozen=True, slots=True)
class CheckedCard:
    card: BatchCard
    findings: tuple[Finding, ...]

    @property
    def worst(self) -> Severity | None:
        return worst(self.findings)

    @property
    def why_left_out(self) -> LeftOut:
        """What the receipt says of it when it does not come along for its gravest finding."""
        gravest = next(finding for finding in self.findings if finding.severity is self.worst)
        return _LEFT_OUT.get(gravest.code, LeftOut.UNPRINTABLE)


@dataclass(frozen=True, slots=True)
class PreFlightReport:
    """``cards`` are those still in the batch. ``printer`` is None where it could not be asked,
    ``ribbon_left`` where nobody knows. ``approval_subject`` names what a supervisor's approval of this batch
    is for: exactly these cards."""

    batch: CardBatch
    cards: tuple[CheckedCard, ...]
    blanks: BlankLevel
    ribbon: RibbonLevel | None
    ribbon_left: int | None
    printer: PrinterState | None
    approval_subject: str

    @property
    def blocked(self) -> tuple[CheckedCard, ...]:
        return tuple(each for each in self.cards if each.worst is Severity.BLOCK)

    @property
    def to_approve(self) -> tuple[CheckedCard, ...]:
        return tuple(each for each in self.cards if each.worst is Severity.APPROVE)

    @property
    def needed(self) -> int:
        """Blanks, and cards on the ribbon."""
        return len(self.cards) - len(self.blocked)


@dataclass(frozen=True, slots=True)
class CheckedBefore:
    """Cards looked through outside the change. It holds as long as the journal, which every change of the
    branch adds to, has not moved since."""

    head: ChainHead
    cards: tuple[CheckedCard, ...]


@dataclass(frozen=True, slots=True)
class CheckCards:
    """Every rule over the cards of a batch that still wait."""

    clock: Clock
    branch: str
    card_findings: CardFindings
    same_company_days: int

    def within(self, work: UnitOfWork, batch: CardBatch) -> tuple[CheckedCard, ...]:
        waiting = [card for card in work.batches.cards(batch.id) if card.waits]
        return tuple(self.of_card(work, batch, card) for card in waiting)

    def before(self, look: Begin, batch_id: int) -> CheckedBefore:
        """While others store: 500 cards take a second."""
        with look() as work:
            return CheckedBefore(work.journal.head(), self.within(work, work.batches.by_id(batch_id)))

    def as_it_stands(
        self, work: UnitOfWork, batch: CardBatch, before: CheckedBefore
    ) -> tuple[CheckedCard, ...]:
        """Inside the change: looked through once more only where something moved meanwhile."""
        return before.cards if work.journal.head() == before.head else self.within(work, batch)

    def of_card(self, work: UnitOfWork, batch: CardBatch, card: BatchCard) -> CheckedCard:
        jobs = work.card_jobs.of_membership(card.membership_id)
        earlier = work.card_jobs.earlier_cards(card.member_id, batch.npp)
        standing = stands_elsewhere(jobs, batch.id)
        found = [] if standing is None else [standing]
        found += _printed_earlier(card, earlier, self.clock().date(), self.same_company_days)
        return CheckedCard(card, (*found, *self._of_face(work, card)))

    def _of_face(self, work: UnitOfWork, card: BatchCard) -> tuple[Finding, ...]:
        try:
            face = face_of(work, card.membership_id, self.clock, self.branch)
        except RuleBroken as refused:
            return (_not_printable(work, card, refused),)
        return self.card_findings(face)


@dataclass(frozen=True, slots=True)
class PreFlight:
    """Look a batch through as it stands now; nothing is kept of it."""

    look: Begin
    check: CheckCards
    printer: CardPrinter
    counter: str
    shown: PersonsShown

    def __call__(self, batch_id: int, by: Officer) -> PreFlightReport:
        permit(by, Right.PRINT_BATCH)
        with self.look() as work:
            batch = work.batches.by_id(batch_id)
            cards = self.check.within(work, batch)
            blanks = work.stock.level(self.counter)
            ribbon = work.stock.ribbon(self.counter, batch.printer)
        self.shown.tell(by, View.BATCH, (each.card.member_id for each in cards))
        state = self._state(batch)
        left = cards_left_on_ribbon(ribbon, state)
        return PreFlightReport(batch, cards, blanks, ribbon, left, state, approval_subject(batch, cards))

    def _state(self, batch: CardBatch) -> PrinterState | None:
        try:
            return self.printer.status(batch.printer)
        except YourEnvironment:  # told as "could not be asked": the batch may be approved for later
            return None


@dataclass(frozen=True, slots=True)
class LeaveOutBlocked:
    """Take out of a batch, at once, every card that cannot be printed, and what a supervisor would have to
    approve unless ``to_approve_too`` is False; the rest goes on."""

    begin: Begin
    look: Begin
    clock: Clock
    check: CheckCards

    def __call__(self, batch_id: int, by: Officer, *, to_approve_too: bool = False) -> int:
        """How many."""
        permit(by, Right.PRINT_BATCH)
        severities = {Severity.BLOCK, *([Severity.APPROVE] if to_approve_too else [])}
        before = self.check.before(self.look, batch_id)
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            if batch.state is not BatchState.PREPARED:
                raise RuleBroken(Problem.BATCH_MOVE_FORBIDDEN, of=batch.state.value, to=batch.state.value)
            checked = self.check.as_it_stands(work, batch, before)
            out = [each for each in checked if each.worst in severities]
            for each in out:
                work.batches.save_card(batch.id, replace(each.card, left_out=each.why_left_out))
            for reason in {each.why_left_out for each in out}:
                cards = tuple(each.card for each in out if each.why_left_out is reason)
                tell_cards(work, batch, cards, by.id, self.clock(), left_out=reason.value)
            work.commit()
        return len(out)


def approval_subject(batch: CardBatch, cards: Sequence[CheckedCard]) -> str:
    """Signed for exactly these cards: another one afterwards needs another signature."""
    signed = [str(each.card.membership_id) for each in cards if each.worst is Severity.APPROVE]
    return f"batch:{batch.id}:" + hashlib.sha256(" ".join(signed).encode()).hexdigest()


def stands_elsewhere(jobs: Sequence[CardJob], batch_id: int) -> Finding | None:
    """A card of this member that another printing has not settled yet."""
    for job in jobs:
        if job.in_doubt:
            return Finding(FindingCode.CARD_UNANSWERED, Severity.BLOCK, facts={"counter": job.counter})
        if job.owed and job.batch_id != batch_id:
            return Finding(FindingCode.CARD_OWED_ELSEWHERE, Severity.BLOCK, facts={"counter": job.counter})
    return None


def _printed_earlier(
    card: BatchCard, earlier: Sequence[EarlierCard], today: date, days: int
) -> list[Finding]:
    """Duplicates, kind 5; and a further copy of the very same card is a reprint, whenever it was printed."""
    for known in earlier:
        facts = {"on": f"{known.on:%d-%m-%Y}", "receipt": known.receipt, "collector": known.collector}
        if known.membership_id == card.membership_id:
            return [Finding(FindingCode.CARD_PRINTED_BEFORE, Severity.APPROVE, MemberField.KPJ, facts)]
        if today - known.on <= timedelta(days=days):
            facts["days"] = str(days)
            return [Finding(FindingCode.CARD_PRINTED_RECENTLY, Severity.APPROVE, MemberField.KPJ, facts)]
    return []


def _not_printable(work: UnitOfWork, card: BatchCard, refused: RuleBroken) -> Finding:
    match refused.problem:
        case Problem.MEMBERSHIP_WITHOUT_NUMBER:
            return Finding(FindingCode.KPJ_FOLLOWS_LATER, Severity.BLOCK, MemberField.KPJ)
        case Problem.PERSON_DECEASED:
            died = work.members.by_id(card.member_id).deceased_on
            facts = {"on": f"{died:%d-%m-%Y}" if died else ""}
            return Finding(FindingCode.PERSON_DECEASED, Severity.BLOCK, MemberField.NIK, facts)
        case Problem.NOT_FOUND:  # erased
            return Finding(FindingCode.REQUIRED, Severity.BLOCK, MemberField.NAME)
    raise refused
