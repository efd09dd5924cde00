"""Show a number that a list masks, to an officer who may see it; the journal keeps that it was shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.members.kpj import Kpj
from app.members.nik import Nik
from app.ports import Begin, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import View


@dataclass(frozen=True, slots=True)
class RevealNumber:
    """``why`` is the list the officer looked at."""

    begin: Begin
    clock: Clock

    def nik(self, member_id: int, why: View, by: Officer) -> Nik:
        permit(by, Right.SEE_NUMBERS)
        with self.begin() as work:
            nik = work.members.by_id(member_id).nik
            self._tell(work, by, f"member:{member_id}", {"what": "nik", "shown": why.value}, member_id)
            work.commit()
        return nik

    def kpj(self, membership_id: int, why: View, by: Officer) -> Kpj:
        """Raises ``MEMBERSHIP_WITHOUT_NUMBER`` while it follows later."""
        permit(by, Right.SEE_NUMBERS)
        with self.begin() as work:
            membership = work.members.membership(membership_id)
            if membership.kpj is None:
                raise RuleBroken(Problem.MEMBERSHIP_WITHOUT_NUMBER)
            subject, facts = f"membership:{membership_id}", {"what": "kpj", "shown": why.value}
            self._tell(work, by, subject, facts, membership.member_id)
            work.commit()
        return membership.kpj

    def _tell(
        self, work: UnitOfWork, by: Officer, subject: str, facts: Mapping[str, str], member_id: int
    ) -> None:
        work.journal.add(Entry(self.clock(), by.id, Action.NUMBER_REVEALED, subject, facts, (member_id,)))
