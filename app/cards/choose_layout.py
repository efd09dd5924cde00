"""Which layouts the branch has, and which cards are printed with which."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.cards.card_face import PROGRAM_LAYOUT
from app.cards.card_layouts import PROGRAM_LAYOUTS, LayoutChoice
from app.cards.layout_of import newest_version
from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.members.npp import Npp
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class KeptLayout:
    """The newest version; ``made_at`` is None for one that comes with the program."""

    name: str
    version: int
    made_by: str = ""
    made_at: datetime | None = None

    @property
    def layout(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class KeptLayouts:
    """``companies`` names those that have a layout of their own."""

    layouts: tuple[KeptLayout, ...]
    choices: tuple[LayoutChoice, ...]
    companies: Mapping[Npp, str]

    @property
    def of_branch(self) -> str:
        chosen = (each.layout for each in self.choices if each.npp is None and each.segment is None)
        return next(chosen, PROGRAM_LAYOUT)


@dataclass(frozen=True, slots=True)
class SeeLayouts:
    look: Begin

    def __call__(self, by: Officer) -> KeptLayouts:
        permit(by, Right.KEEP_LAYOUTS)
        with self.look() as work:
            officers = {officer.id: officer.name for officer in work.officers.ever()}
            kept = {name: KeptLayout(name, version) for name, version in PROGRAM_LAYOUTS.items()}
            for stored in work.layouts.newest():
                made_by = officers.get(stored.made_by, "")
                kept[stored.name] = KeptLayout(stored.name, stored.version, made_by, stored.made_at)
            choices = work.layouts.choices()
            known = {npp: work.companies.by_npp(npp) for npp in (each.npp for each in choices) if npp}
        companies = {npp: company.name for npp, company in known.items() if company is not None}
        return KeptLayouts(tuple(kept[name] for name in sorted(kept)), choices, companies)


@dataclass(frozen=True, slots=True)
class ChooseLayout:
    """From the next card on; those that are printed already keep theirs."""

    begin: Begin
    clock: Clock

    def __call__(self, choice: LayoutChoice, by: Officer) -> None:
        """An empty layout takes the choice away. ``RuleBroken(NOT_FOUND)`` for a layout or a company the
        branch does not have."""
        permit(by, Right.KEEP_LAYOUTS)
        with self.begin() as work:
            if choice.layout and newest_version(work, choice.layout) is None:
                raise RuleBroken(Problem.NOT_FOUND)
            if choice.layout and choice.npp is not None and work.companies.by_npp(choice.npp) is None:
                raise RuleBroken(Problem.NOT_FOUND)
            work.layouts.choose(choice)
            facts = {"card_layout": choice.layout or "-"}
            if choice.segment is not None:
                facts["segment"] = choice.segment.value
            subject = f"company:{choice.npp.text}" if choice.npp is not None else ""
            work.journal.add(Entry(self.clock(), by.id, Action.LAYOUT_CHOSEN, subject, facts))
            work.commit()
