"""Change what a counter is set to: the branch's settings by the administrator, one's comfort by anybody."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from app.clock import Clock
from app.ports import Begin
from app.settings import Settings
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

COMFORT = frozenset({"language", "look", "text_percent"})
"""How the screen speaks and looks: nobody else is touched by it, so anybody may change it."""

PRINTERS = frozenset({"printer", "network_printer", "ticket_printer"})
"""What stands on the desk: changed by whoever sets the printers up."""

_TOLD = frozenset(
    {
        "same_company_days",
        "visit_minutes",
        "idle_minutes",
        "backup_every",
        "backup_keep",
        "language",
        "look",
        "text_percent",
    }
)
"""Settings whose values are codes and figures. Of the others, such as folders, which may carry the name
of a person, the journal only says that they were changed."""

Save = Callable[[Settings], None]


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    begin: Begin
    clock: Clock
    save: Save

    def __call__(self, before: Settings, after: Settings, by: Officer) -> None:
        """Store ``after`` and say in the journal what differs; raises ``RuleBroken(NOT_ALLOWED)``.

        The settings lie in a file beside the database, so the journal comes first: a change nobody
        could write down is not made.
        """
        changed = [
            field.name
            for field in fields(Settings)
            if getattr(before, field.name) != getattr(after, field.name)
        ]
        if not changed:
            return
        if PRINTERS.intersection(changed):
            permit(by, Right.SET_UP_PRINTER)
        if set(changed) - COMFORT - PRINTERS:
            permit(by, Right.CHANGE_SETTINGS)
        untold = [name for name in changed if name not in _TOLD]
        facts = {"changed": " ".join(untold)} if untold else {}
        facts |= {name: str(getattr(after, name)) for name in changed if name in _TOLD}
        with self.begin() as work:
            work.journal.add(Entry(self.clock(), by.id, Action.SETTINGS_CHANGED, facts=facts))
            work.commit()
        self.save(after)
