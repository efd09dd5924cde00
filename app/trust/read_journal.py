"""Search the journal, page by page from the newest; that it was read is an entry, too."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.clock import Clock
from app.ports import Begin, JournalWish, StoredEntry
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

PAGE = 200


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Newest first. ``officers`` names all who ever worked here; ``more`` entries follow the last one."""

    entries: tuple[StoredEntry, ...]
    officers: Mapping[int, str]
    more: bool


@dataclass(frozen=True, slots=True)
class ReadJournal:
    begin: Begin
    clock: Clock

    def __call__(self, wish: JournalWish, by: Officer, before: int | None = None) -> JournalPage:
        """``before`` is the number of the last entry already seen.

        ``StorageUnavailable(JOURNAL_BROKEN)`` where an entry cannot be read: then the chain is to be checked.
        """
        permit(by, Right.READ_JOURNAL)
        with self.begin() as work:
            found = work.journal.find(wish, PAGE + 1, before)
            officers = {officer.id: officer.name for officer in work.officers.ever()}
            whom = () if wish.member_id is None else (wish.member_id,)
            facts = wished(wish) | ({} if before is None else {"before": str(before)})
            work.journal.add(Entry(self.clock(), by.id, Action.JOURNAL_READ, wish.subject, facts, whom))
            work.commit()
        return JournalPage(found[:PAGE], officers, len(found) > PAGE)


def wished(wish: JournalWish) -> dict[str, str]:
    """What was looked for, as the journal keeps it."""
    told = {
        "since": wish.since.isoformat() if wish.since else "",
        "until": wish.until.isoformat() if wish.until else "",
        "officer": "" if wish.officer_id is None else str(wish.officer_id),
        "actions": " ".join(sorted(wish.actions)),
    }
    return {name: text for name, text in told.items() if text}
