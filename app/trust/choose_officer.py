"""Who sits at the counter. Until sign-in with a password exists, officers are chosen by name."""

from dataclasses import dataclass

from app.clock import Clock
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer


@dataclass(frozen=True, slots=True)
class Officers:
    begin: Begin

    def __call__(self) -> tuple[Officer, ...]:
        with self.begin() as work:
            return work.officers.all()


@dataclass(frozen=True, slots=True)
class ChooseOfficer:
    begin: Begin
    clock: Clock

    def __call__(self, officer_id: int) -> Officer:
        with self.begin() as work:
            officer = work.officers.by_id(officer_id)
            work.journal.add(Entry(self.clock(), officer.id, Action.SIGNED_IN))
            work.commit()
        return officer
