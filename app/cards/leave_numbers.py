"""A further PC of the branch leaves the KPJ numbers to the PC its data comes from: none is given twice."""

from dataclasses import dataclass

from app.clock import Clock
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class LeaveNumbers:
    begin: Begin
    clock: Clock

    def __call__(self, by: Officer) -> int:
        """How many were left; members get numbers here again once this PC has a block of its own."""
        permit(by, Right.RESTORE)
        with self.begin() as work:
            left = work.number_blocks.leave()
            facts = {"numbers": str(left)}
            work.journal.add(Entry(self.clock(), by.id, Action.NUMBERS_LEFT, facts=facts))
            work.commit()
        return left
