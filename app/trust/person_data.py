"""Data of one person with its processing trail, in one action, as the person may ask for it (UU 27/2022
art. 32: within 3 × 24 hours)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.clock import Clock
from app.members.duplicates import DuplicateDecision
from app.members.member import Member
from app.members.membership import Membership
from app.ports import Begin, JournalStore, JournalWish, PersonRecords, StoredEntry, UnitOfWork
from app.trust.journal import Action, ChainHead, Entry
from app.trust.officer import Officer
from app.trust.papers import Drawn, Papers, write_papers
from app.trust.permissions import Right, permit

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class PersonTrail:
    """Everything stored about one person, and every entry of the journal that touched them, oldest first.

    ``officers`` names all who ever worked here.
    """

    member: Member
    memberships: tuple[Membership, ...]
    records: PersonRecords
    decisions: tuple[DuplicateDecision, ...]
    entries: tuple[StoredEntry, ...]
    officers: Mapping[int, str]
    head: ChainHead
    at: datetime
    by: Officer
    branch: str


@dataclass(frozen=True, slots=True)
class GivePersonData:
    """``draw`` makes the paper and the workbook, always in Indonesian."""

    look: Begin
    begin: Begin
    clock: Clock
    draw: Callable[[PersonTrail], Drawn]
    out: Path
    branch: str

    def __call__(self, member_id: int, by: Officer) -> Papers:
        """Raises ``RuleBroken(NOT_FOUND)``, and ``YourEnvironment`` where the disk does not take them."""
        permit(by, Right.GIVE_PERSON_DATA)
        now = self.clock()
        with self.look() as work:
            trail = _trail(work, member_id, now, by, self.branch)
        drawn = self.draw(trail)
        with self.begin() as work:
            facts = {"head": str(trail.head.length), **drawn.facts}
            subject = f"member:{member_id}"
            work.journal.add(Entry(now, by.id, Action.PERSON_DATA_GIVEN, subject, facts, (member_id,)))
            work.commit()
        return write_papers(drawn, self.out / "jejak", f"data-peserta-{member_id}_{now:%Y-%m-%d_%H%M%S}")


def _trail(work: UnitOfWork, member_id: int, now: datetime, by: Officer, branch: str) -> PersonTrail:
    member = work.members.by_id(member_id)
    return PersonTrail(
        member=member,
        memberships=work.members.memberships_of(member_id),
        records=work.person_records.of(member_id),
        decisions=work.duplicates.of(member.nik),
        entries=every_entry(work.journal, JournalWish(member_id=member_id)),
        officers={officer.id: officer.name for officer in work.officers.ever()},
        head=work.journal.head(),
        at=now,
        by=by,
        branch=branch,
    )


def every_entry(journal: JournalStore, wish: JournalWish) -> tuple[StoredEntry, ...]:
    """Oldest first."""
    found: list[StoredEntry] = []
    before = None
    while page := journal.find(wish, _AT_ONCE, before):
        found += page
        before = page[-1].number
    return tuple(reversed(found))
