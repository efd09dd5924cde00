"""Who was shown a person outside a look-up: told once for an officer, a person, a day and what it was for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.clock import Clock
from app.ports import Begin, JournalWish, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer

_MOST_TOLD = 1_000
"""Far more entries than one officer makes of one list in a day; beyond it a person is told twice."""


class View(StrEnum):
    """Where on the screen a person stood."""

    PERSON = "person"
    PERSON_LIST = "person_list"
    FORM = "form"
    COMPARISON = "comparison"
    SUMMARY = "summary"
    CARD = "card"
    CARD_LIST = "card_list"
    WAITING_VISITS = "waiting_visits"
    BATCH = "batch"
    WORKER_LIST = "worker_list"


@dataclass(frozen=True, slots=True)
class PersonsShown:
    """Used by the use cases that show a person. Who was told already costs a look and no writing, so a
    list may be read, and a form be checked, as often as one likes."""

    look: Begin
    begin: Begin
    clock: Clock

    def tell(self, by: Officer, view: View, member_ids: Iterable[int], visit_id: int | None = None) -> None:
        """Before they are shown. ``visit_id`` says why they are; without one the view does."""
        subject, facts = view.value, {"shown": view.value}
        if visit_id is not None:
            subject = f"visit:{visit_id}"
            facts["visit"] = str(visit_id)
        shown = Entry(
            self.clock(), by.id, Action.PERSON_SHOWN, subject, facts, tuple(sorted(set(member_ids)))
        )
        if not shown.members:
            return
        with self.look() as work:
            if not _untold(work, shown):
                return
        with self.begin() as work:
            untold = _untold(work, shown)
            if untold:
                work.journal.add(replace(shown, members=untold))
                work.commit()


def _untold(work: UnitOfWork, shown: Entry) -> tuple[int, ...]:
    day: date = shown.at.date()
    wish = JournalWish(day, day, shown.officer_id, frozenset({shown.action}), subject=shown.subject)
    told = {member for stored in work.journal.find(wish, _MOST_TOLD) for member in stored.entry.members}
    return tuple(member for member in shown.members if member not in told)
