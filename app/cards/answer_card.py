"""What a person saw in the tray: the only thing that settles a card."""

from dataclasses import dataclass, replace

from app.cards.move_card import moved_entry
from app.cards.print_job import CardJob, CardState, GiveUpReason, PrinterReason, SpoiledReason
from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin, CardPrinter, CardToAnswer, UnitOfWork
from app.trust.journal import THE_PROGRAM
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """What the officer saw in the tray. First the spooler is made to forget the document, so that
    nothing comes out later behind the answer."""

    begin: Begin
    clock: Clock
    printer: CardPrinter

    def __call__(
        self, job_id: int, answer: CardState, by: Officer, spoiled: SpoiledReason | None = None
    ) -> CardJob:
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            job = work.card_jobs.by_id(job_id)
        done = job.answered(answer, by.id, self.clock(), spoiled)
        self.printer.cancel(job.printer, job.document_name)
        with self.begin() as work:
            self.store(work, done, job, by)
            work.commit()
        return done

    def store(self, work: UnitOfWork, done: CardJob, was: CardJob, by: Officer) -> None:
        """Inside a change that is under way, once the spooler has forgotten the document. A batch has its
        spoiled card made again."""
        work.card_jobs.save(done, was)
        if done.state is CardState.SPOILED and done.batch_id is not None:
            work.batches.make_again(done)
        work.journal.add(moved_entry(work, self.clock, done, was.state, by.id))


@dataclass(frozen=True, slots=True)
class AnswerByScan:
    """The card itself is the answer: scanned, it came out and its code can be read."""

    begin: Begin
    counter: str
    answer: AnswerCard

    def __call__(self, scanned: str, by: Officer, expected: str | None = None) -> CardJob:
        """``SCANNED_ANOTHER_CARD`` when the scan is not the card in question or not one in doubt."""
        permit(by, Right.PRINT_CARD)
        kpj = scanned.strip().upper()
        with self.begin() as work:
            job = work.card_jobs.by_scanned(kpj, self.counter)
        if job is None or (expected is not None and kpj != expected):
            raise RuleBroken(Problem.SCANNED_ANOTHER_CARD, scanned=kpj, expected=expected or "")
        return self.answer(job.id, CardState.GOOD, by)


@dataclass(frozen=True, slots=True)
class CancelCard:
    """Give up a card that was never sent or did not come out; a batch goes on without it."""

    begin: Begin
    clock: Clock

    def __call__(self, job_id: int, reason: GiveUpReason, by: Officer) -> CardJob:
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            given_up = self.within(work, work.card_jobs.by_id(job_id), reason, by)
            work.commit()
        return given_up

    def within(self, work: UnitOfWork, job: CardJob, reason: GiveUpReason, by: Officer) -> CardJob:
        given_up = job.moved(CardState.CANCELLED)
        work.card_jobs.save(given_up, job)
        work.batches.leave_out(given_up, reason)
        entry = moved_entry(work, self.clock, given_up, job.state, by.id)
        work.journal.add(replace(entry, facts={**entry.facts, "given_up": reason.value}))
        return given_up


@dataclass(frozen=True, slots=True)
class CardsToCheck:
    """The open cards of this counter, and at program start: what was being sent when it stopped."""

    begin: Begin
    look: Begin
    clock: Clock
    counter: str
    shown: PersonsShown

    def __call__(self, by: Officer) -> tuple[CardToAnswer, ...]:
        permit(by, Right.PRINT_CARD)
        with self.look() as work:
            cards = work.card_jobs.open_jobs(self.counter)
        self.shown.tell(by, View.CARD_LIST, (card.member_id for card in cards))
        return cards

    def in_doubt(self, by: Officer) -> int:
        """How many wait for an answer; tells nobody's name."""
        permit(by, Right.PRINT_CARD)
        with self.look() as work:
            return sum(card.job.in_doubt for card in work.card_jobs.open_jobs(self.counter))

    def after_start(self) -> tuple[CardToAnswer, ...]:
        """The program's own act, once, before anything can be sent: a job still ``sending`` now belongs to
        a dead program, and nobody knows whether its card came out."""
        with self.begin() as work:
            for card in work.card_jobs.open_jobs(self.counter):
                if card.job.state is CardState.SENDING:
                    lost = card.job.moved(CardState.UNKNOWN, PrinterReason.RESTARTED)
                    work.card_jobs.save(lost, card.job)
                    entry = moved_entry(work, self.clock, lost, card.job.state, THE_PROGRAM)
                    work.journal.add(entry)
            still_open = work.card_jobs.open_jobs(self.counter)
            work.commit()
        return still_open


@dataclass(frozen=True, slots=True)
class LatestCards:
    begin: Begin
    counter: str
    shown: PersonsShown

    def __call__(self, limit: int, by: Officer) -> tuple[CardToAnswer, ...]:
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            cards = work.card_jobs.latest(self.counter, limit)
        self.shown.tell(by, View.CARD_LIST, (card.member_id for card in cards))
        return cards


@dataclass(frozen=True, slots=True)
class CardsOfMembership:
    """Every card ever asked for a membership, oldest first."""

    begin: Begin

    def __call__(self, membership_id: int, by: Officer) -> tuple[CardJob, ...]:
        permit(by, Right.PRINT_CARD)
        with self.begin() as work:
            return work.card_jobs.of_membership(membership_id)
