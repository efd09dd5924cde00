"""A way in for every officer once the branch moved to another PC, where their passwords open nothing."""

from dataclasses import dataclass

from app.ports import Begin, Vault
from app.trust.officer import Officer
from app.trust.officers import OneTimePassword, ResetPassword
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class GiveWaysIn:
    vault: Vault
    look: Begin
    reset: ResetPassword

    def __call__(self, by: Officer) -> tuple[OneTimePassword, ...]:
        """For all but ``by``, who has just chosen a password here; nobody's who can come in is touched."""
        permit(by, Right.KEEP_OFFICERS)
        here = {slot.officer_id for slot in self.vault.slots()} - self.vault.made_elsewhere()
        with self.look() as work:
            officers = work.officers.all()
        return tuple(self.reset(officer.id, by) for officer in officers if officer.id not in here | {by.id})
