"""Tutup hari: the day's figures as they stand and where the journal stands, on a paper a supervisor signs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.cards.count_blanks import Counted, change_shift
from app.cards.shift import BlankCount
from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.files import write_whole
from app.ports import Begin, DayClose, DayFigures, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class StillOpen:
    """What keeps a counter's day from being closed without a word: cards nobody answered for, visits nobody
    finished."""

    cards: int
    visits: int

    def __bool__(self) -> bool:
        return bool(self.cards or self.visits)


@dataclass(frozen=True, slots=True)
class DayToClose:
    """What the supervisor sees before closing; ``closes`` are those of this day so far, newest first.
    ``must_count``: the counter has blanks, and they are counted when its day is closed."""

    day: date
    figures: DayFigures
    still_open: StillOpen
    must_count: bool
    closes: tuple[DayClose, ...]


@dataclass(frozen=True, slots=True)
class DayPaper:
    """What stands on the paper. ``before`` is the close before this one, of whatever day: from paper to
    paper the journal can be followed. ``counted`` is None at a counter without blanks."""

    close: DayClose
    figures: DayFigures
    still_open: StillOpen
    counted: Counted | None
    before: DayClose | None
    by: Officer
    branch: str


@dataclass(frozen=True, slots=True)
class DayClosed:
    file: Path
    close: DayClose
    counted: Counted | None = None


@dataclass(frozen=True, slots=True)
class ReadDay:
    look: Begin
    branch: str
    counter: str

    def __call__(self, day: date, by: Officer) -> DayToClose:
        permit(by, Right.CLOSE_DAY)
        with self.look() as work:
            return DayToClose(
                day,
                _figures(work, day, self.branch, self.counter),
                _still_open(work, self.counter),
                _must_count(work, self.counter),
                _closes(work, day, self.counter),
            )


@dataclass(frozen=True, slots=True)
class CloseDay:
    """``draw`` makes the paper. A day can be closed again after more work; each close is a paper of its own.

    A printer that is broken, or a visitor who ran away, must not keep the branch from closing: with cards
    or visits left open the supervisor writes why, and both stand on the paper. The same goes for blanks that
    are more or fewer than they should be: the count ends the counter's shift and begins the next.
    """

    begin: Begin
    clock: Clock
    draw: Callable[[DayPaper], bytes]
    out: Path
    branch: str
    counter: str

    def __call__(
        self, day: date, by: Officer, reason: str = "", count: BlankCount | None = None
    ) -> DayClosed:
        """``RuleBroken``: ``DAY_NOT_READY`` with the counts of what is open while no reason is given,
        ``BLANKS_NOT_COUNTED``, and ``BLANKS_DIFFER`` for a count that differs without a reason of its own."""
        permit(by, Right.CLOSE_DAY)
        now = self.clock()
        if day > now.date():
            raise RuleBroken(Problem.NOT_ALLOWED, right=Right.CLOSE_DAY.value)
        with self.begin() as work:
            still_open = _still_open(work, self.counter)
            if still_open and not reason.strip():
                raise RuleBroken(
                    Problem.DAY_NOT_READY, cards=str(still_open.cards), visits=str(still_open.visits)
                )
            figures = _figures(work, day, self.branch, self.counter)
            counted = self._count(work, count, by, now)
            before, again = work.day_closes.latest(), len(_closes(work, day, self.counter))
            told = {
                "visits": str(figures.counter.visits),
                "good": str(figures.counter.good),
                "reprinted": str(figures.counter.reprinted),
                "spoiled": str(figures.counter.spoiled),
                "open_cards": str(still_open.cards),
                "open_visits": str(still_open.visits),
            }
            work.journal.add(Entry(now, by.id, Action.DAY_CLOSED, f"day:{day}", told))
            close = DayClose(
                day,
                self.counter,
                now,
                by.id,
                figures.counter.visits,
                figures.counter.good,
                figures.counter.spoiled,
                work.journal.head(),
                reason.strip() if still_open else "",
            )
            work.day_closes.add(close)
            file = self.out / "tutup-hari" / f"tutup-hari_{day}{f'_{again + 1}' if again else ''}.pdf"
            # before the commit, as with a receipt: a crash leaves a paper that the next close writes over
            paper = DayPaper(close, figures, still_open, counted, before, by, self.branch)
            write_whole(file, self.draw(paper))
            work.commit()
        return DayClosed(file, close, counted)

    def _count(
        self, work: UnitOfWork, count: BlankCount | None, by: Officer, now: datetime
    ) -> Counted | None:
        if count is not None:
            return change_shift(work, self.counter, count, by, now)
        if _must_count(work, self.counter):
            raise RuleBroken(Problem.BLANKS_NOT_COUNTED)
        return None


def _figures(work: UnitOfWork, day: date, branch: str, counter: str) -> DayFigures:
    counter_day, blanks = work.tally.of_counter(day, counter), work.stock.level(counter)
    return DayFigures(work.tally.of_day(day, branch), counter_day, blanks)


def _must_count(work: UnitOfWork, counter: str) -> bool:
    return work.stock.shift(counter) is not None or not work.stock.level(counter).untouched


def _still_open(work: UnitOfWork, counter: str) -> StillOpen:
    in_doubt = sum(card.job.in_doubt for card in work.card_jobs.open_jobs(counter))
    return StillOpen(in_doubt, len(work.visits.unfinished(counter)))


def _closes(work: UnitOfWork, day: date, counter: str) -> tuple[DayClose, ...]:
    return tuple(close for close in work.day_closes.of_day(day) if close.counter == counter)
