"""When each officer last came in, for whoever keeps the officers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.ports import Begin, JournalWish
from app.trust.journal import Action
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class LastSignIns:
    look: Begin

    def __call__(self, by: Officer) -> Mapping[int, datetime]:
        """By officer; who never came in is not there."""
        permit(by, Right.KEEP_OFFICERS)
        with self.look() as work:
            newest = {
                officer.id: work.journal.find(
                    JournalWish(officer_id=officer.id, actions=frozenset({Action.SIGNED_IN})), 1
                )
                for officer in work.officers.all()
            }
        return {officer_id: found[0].entry.at for officer_id, found in newest.items() if found}
