"""Walk the chain of the journal and say where it is broken."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.clock import Clock
from app.errors import Problem, StorageUnavailable
from app.ports import Begin, DayClose, JournalStore, Link, OutsideHead
from app.trust.journal import (
    BEFORE_THE_FIRST,
    THE_PROGRAM,
    Action,
    ChainHead,
    Entry,
    HeadDoubt,
    following,
)
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

NEWEST = 1_000
"""Entries looked at by each start: a week of a quiet counter, two hours of a busy branch."""

_AT_ONCE = 2_000
_MOST_TOLD = 100
"""Broken places told; where there are more, the journal was written anew and the first one says it all."""

Watch = Callable[[int, int], bool]
"""Hears how many of how many entries were looked at; False ends the check."""


class Fault(StrEnum):
    """What is wrong at a place of the chain."""

    MISSING = "missing"  # no entry has this number
    UNREADABLE = "unreadable"  # what stands there can be no entry
    CHANGED = "changed"  # its hash does not follow from the entry before and its own content
    PERSONS = "persons"  # the list of whom it touched says something else than the entry


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """``at`` is what the entry says of its time, or the entry before where it cannot say."""

    number: int
    fault: Fault
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ChainReport:
    """``doubts`` are about the head kept outside the database, ``closes`` those day closes whose head the
    chain does not have. ``complete`` is False where the check was ended before it came to the end."""

    first: int
    head: ChainHead
    broken: tuple[BrokenLink, ...] = ()
    doubts: tuple[HeadDoubt, ...] = ()
    closes: tuple[DayClose, ...] = ()
    complete: bool = True

    @property
    def sound(self) -> bool:
        return not (self.broken or self.doubts or self.closes)

    @property
    def problem(self) -> StorageUnavailable | None:
        """The gravest thing found, as an officer is told it."""
        stands = str(self.head.length)
        if self.broken:
            first = self.broken[0]
            return StorageUnavailable(
                Problem.JOURNAL_BROKEN, number=str(first.number), fault=first.fault.value
            )
        lost = [doubt for doubt in self.doubts if doubt not in _NOTHING_TO_COMPARE]
        if lost or self.closes:
            return StorageUnavailable(
                Problem.DATABASE_ROLLED_BACK, doubt=lost[0].value if lost else "day_close", stands=stands
            )
        return StorageUnavailable(Problem.CHAIN_HEAD_MISSING, stands=stands) if self.doubts else None


_NOTHING_TO_COMPARE = frozenset({HeadDoubt.MISSING, HeadDoubt.UNREADABLE})


@dataclass(frozen=True, slots=True)
class CheckChain:
    """The whole chain, from the first entry on: half a minute for a million of them."""

    look: Begin
    begin: Begin
    clock: Clock
    outside: OutsideHead

    def __call__(self, by: Officer, watch: Watch = lambda _done, _total: True) -> ChainReport:
        permit(by, Right.READ_JOURNAL)
        kept = self.outside.kept()  # before the journal is looked at: it may grow meanwhile
        with self.look() as work:
            head = work.journal.head()
            doubts = (*self.outside.doubts, *head_doubts(kept, work.journal))
            closes = tuple(close for close in work.day_closes.all() if not _stands(work.journal, close.head))
        broken: list[BrokenLink] = []
        stood = BEFORE_THE_FIRST
        while stood.length < head.length and watch(stood.length, head.length):
            with self.look() as work:
                found, stood = walk(work.journal, stood, min(_AT_ONCE, head.length - stood.length))
            broken += found[: _MOST_TOLD - len(broken)]
        report = ChainReport(
            1, head, tuple(broken), tuple(dict.fromkeys(doubts)), closes, stood.length >= head.length
        )
        with self.begin() as work:
            facts = {"checked": str(min(stood.length, head.length)), "entries": str(head.length)}
            work.journal.add(Entry(self.clock(), by.id, Action.JOURNAL_CHECKED, facts=facts))
            if not report.sound:
                work.journal.add(_break(report, self.clock()))
            work.commit()
        return report


@dataclass(frozen=True, slots=True)
class CheckAtStart:
    """Right after the database was opened: what did not agree with the head outside, and the newest
    entries. Whatever is wrong goes into the journal, before anybody works."""

    look: Begin
    begin: Begin
    clock: Clock
    outside: OutsideHead

    def __call__(self) -> ChainReport:
        with self.look() as work:
            head = work.journal.head()
            first = max(1, head.length - NEWEST + 1)
            before = work.journal.at(first - 1)
            # without the entry before it nothing can be said of the first one's hash
            stood = ChainHead(first - 2, "") if before is None else before
            broken, _ = walk(work.journal, stood, NEWEST)
        report = ChainReport(first, head, tuple(broken[:_MOST_TOLD]), self.outside.doubts)
        if not report.sound:
            with self.begin() as work:
                work.journal.add(_break(report, self.clock()))
                work.commit()
        return report


def head_doubts(kept: ChainHead | None, journal: JournalStore) -> tuple[HeadDoubt, ...]:
    """Whether the journal still has what was kept of it outside."""
    head = journal.head()
    if kept is None:
        return () if head == BEFORE_THE_FIRST else (HeadDoubt.MISSING,)
    if kept.length > head.length:
        return (HeadDoubt.SHORTER,)
    return () if _stands(journal, kept) else (HeadDoubt.DIFFERENT,)


def walk(journal: JournalStore, stood: ChainHead, most: int) -> tuple[list[BrokenLink], ChainHead]:
    """What is wrong with the next ``most`` entries, and where the walk stands then.

    After a broken place it goes on from what that entry says of itself, so that each is told once.
    """
    links = journal.links(stood.length + 1, most)
    broken: list[BrokenLink] = []
    at: datetime | None = None
    for link in links:
        broken += [BrokenLink(number, Fault.MISSING, at) for number in _left_out(stood, link)]
        at = link.entry.at if link.entry else at
        fault = _fault(stood, link)
        if fault is not None:
            broken.append(BrokenLink(link.number, fault, at))
        stood = ChainHead(link.number, link.sha256)
    if len(links) < most:  # the end was reached
        stood = ChainHead(max(stood.length, journal.head().length), stood.sha256)
    return broken, stood


def _break(report: ChainReport, now: datetime) -> Entry:
    """Written by the program itself, so that what is wrong cannot be found and kept silent."""
    facts = {"entries": str(report.head.length)}
    if report.broken:
        facts |= {"number": str(report.broken[0].number), "fault": report.broken[0].fault.value}
    if report.doubts:
        facts["doubts"] = " ".join(report.doubts)
    if report.closes:
        facts["day_closes"] = str(len(report.closes))
    return Entry(now, THE_PROGRAM, Action.CHAIN_BROKEN, facts=facts)


def _left_out(stood: ChainHead, link: Link) -> Iterator[int]:
    yield from range(stood.length + 1, min(link.number, stood.length + 1 + _MOST_TOLD))


def _fault(stood: ChainHead, link: Link) -> Fault | None:
    if link.entry is None:
        return Fault.UNREADABLE
    gap = link.number != stood.length + 1
    if not gap and following(stood, link.entry).sha256 != link.sha256:
        return Fault.CHANGED
    return Fault.PERSONS if link.tagged != set(link.entry.members) else None


def _stands(journal: JournalStore, head: ChainHead) -> bool:
    return journal.at(head.length) == head
