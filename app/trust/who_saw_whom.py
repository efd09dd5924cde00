"""Who saw, changed or exported whom between two times, as a paper and a workbook in one action."""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin, JournalStore, JournalWish, StoredEntry, UnitOfWork
from app.trust.journal import TOUCHES, Action, ChainHead, Entry, Touch
from app.trust.officer import Officer
from app.trust.papers import Drawn, Papers, write_papers
from app.trust.permissions import Right, permit

MOST_LINES = 20_000
"""Some five hundred pages, drawn in four seconds; what is longer is asked for in parts."""

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class TouchWish:
    """``since`` and ``until`` are included; kinds, a person or an officer narrow the search."""

    since: datetime
    until: datetime
    kinds: frozenset[Touch] = frozenset({Touch.SAW, Touch.EXPORTED})
    officer_id: int | None = None
    member_id: int | None = None


@dataclass(frozen=True, slots=True)
class PersonTold:
    """As a list shows them."""

    name: str
    nik_masked: str


@dataclass(frozen=True, slots=True)
class Touched:
    """The entries found, oldest first, with the persons in them; ``officers`` names all who ever worked
    here. One line of the paper is one entry and one person."""

    wish: TouchWish
    entries: tuple[StoredEntry, ...]
    persons: Mapping[int, PersonTold]
    officers: Mapping[int, str]
    head: ChainHead
    at: datetime
    by: Officer
    branch: str


@dataclass(frozen=True, slots=True)
class ExportWhoSawWhom:
    """``draw`` makes the paper and the workbook, always in Indonesian."""

    look: Begin
    begin: Begin
    clock: Clock
    draw: Callable[[Touched], Drawn]
    out: Path
    branch: str

    def __call__(self, wish: TouchWish, by: Officer) -> Papers:
        """Raises ``RuleBroken(REPORT_TOO_LONG)`` above :data:`MOST_LINES`, and ``YourEnvironment`` where
        the disk does not take them."""
        permit(by, Right.GIVE_PERSON_DATA)
        now = self.clock()
        with self.look() as work:
            entries = _entries(work.journal, wish)
            persons = _persons(work, entries, wish)
            officers = {officer.id: officer.name for officer in work.officers.ever()}
            head = work.journal.head()
        drawn = self.draw(Touched(wish, entries, persons, officers, head, now, by, self.branch))
        with self.begin() as work:
            facts = {
                "since": wish.since.isoformat(),
                "until": wish.until.isoformat(),
                "kinds": " ".join(sorted(wish.kinds)),
                **({} if wish.officer_id is None else {"officer": str(wish.officer_id)}),
                "found": str(len(entries)),
                "head": str(head.length),
                **drawn.facts,
            }
            whom = tuple(persons)
            work.journal.add(Entry(now, by.id, Action.JOURNAL_EXPORTED, facts=facts, members=whom))
            work.commit()
        return write_papers(drawn, self.out / "jejak", f"siapa-melihat-siapa_{now:%Y-%m-%d_%H%M%S}")


def _entries(journal: JournalStore, wish: TouchWish) -> tuple[StoredEntry, ...]:
    days = JournalWish(
        wish.since.date(),
        wish.until.date(),
        wish.officer_id,
        frozenset[Action]().union(*(TOUCHES[kind] for kind in wish.kinds)),
        wish.member_id,
    )
    found: list[StoredEntry] = []
    before, lines = None, 0
    while page := journal.find(days, _AT_ONCE, before):
        inside = [stored for stored in page if wish.since <= stored.entry.at <= wish.until]
        found += inside
        lines += sum(_lines(stored.entry, wish) for stored in inside)
        if lines > MOST_LINES:
            raise RuleBroken(Problem.REPORT_TOO_LONG, most=str(MOST_LINES))
        before = page[-1].number
    return tuple(reversed(found))


def _lines(entry: Entry, wish: TouchWish) -> int:
    return 1 if wish.member_id is not None else max(1, len(entry.members))


def _persons(work: UnitOfWork, entries: Iterable[StoredEntry], wish: TouchWish) -> dict[int, PersonTold]:
    """Of an entry that touched many, only whom was asked for: the paper is about nobody else. Who has been
    erased since has no name any more."""
    touched = {member_id for stored in entries for member_id in stored.entry.members}
    if wish.member_id is not None:
        touched &= {wish.member_id}
    told: dict[int, PersonTold] = {}
    for member_id in sorted(touched):
        with contextlib.suppress(RuleBroken):
            member = work.members.by_id(member_id)
            told[member_id] = PersonTold(member.name, member.nik.masked)
    return told
