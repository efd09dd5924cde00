"""What the branch knows of everyone on a list, asked for once instead of row by row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.cards.earlier_card import EarlierCard
from app.cards.number_block import BlockLevel
from app.companies.company import Company
from app.members.duplicates import PossibleDuplicate
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.members.npp import Npp
from app.visit.read_form import ReadForm
from app.visit.rules import Known
from app.visit.visit import DocumentShown

COMPARED = DocumentShown.KTP
"""Nobody stands at the counter: it is the employer who compared the workers' documents with the list."""

WITHOUT_A_DATABASE = BlockLevel(1, 1)
"""Neither empty nor low, so that a list checked without a database hears nothing of the branch's numbers."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """As :class:`~app.visit.rules.Known` of one form, for all of them. ``memberships`` are by member number
    and ``good_cards`` by membership number; ``look_alikes`` are by NIK, birth date and name key."""

    block: BlockLevel = WITHOUT_A_DATABASE
    persons: Mapping[Nik, Member] = field(default_factory=dict)
    memberships: Mapping[int, tuple[Membership, ...]] = field(default_factory=dict)
    kpj_owners: Mapping[Kpj, Member] = field(default_factory=dict)
    numbers_ahead: frozenset[Kpj] = frozenset()
    companies: Mapping[Npp, Company] = field(default_factory=dict)
    look_alikes: Mapping[tuple[Nik, date, str], tuple[PossibleDuplicate, ...]] = field(default_factory=dict)
    good_cards: Mapping[int, EarlierCard] = field(default_factory=dict)
    same_company_days: int = 30

    def of(self, read: ReadForm, name_key: str) -> Known:
        """What the counter would know of this form. ``name_key`` is that of the name read, if any."""
        nik, born, kpj, npp = read.nik, read.person.birth_date, read.work.kpj, read.work.npp
        person = self.persons.get(nik) if nik else None
        memberships = self.memberships.get(person.id, ()) if person else ()
        alike: tuple[PossibleDuplicate, ...] = ()
        if person is None and nik is not None and born is not None:
            alike = self.look_alikes.get((nik, born, name_key), ())
        return Known(
            block=self.block,
            document_shown=COMPARED,
            person=person,
            memberships=memberships,
            kpj_owner=self.kpj_owners.get(kpj) if kpj else None,
            number_ahead=kpj in self.numbers_ahead,
            company=self.companies.get(npp) if npp else None,
            look_alikes=alike,
            earlier_card=self._earlier_card(memberships, npp),
            same_company_days=self.same_company_days,
        )

    def _earlier_card(self, memberships: Sequence[Membership], npp: Npp | None) -> EarlierCard | None:
        held = (self.good_cards.get(each.id) for each in memberships if npp is not None and each.npp == npp)
        return max((card for card in held if card is not None), key=lambda card: card.on, default=None)


AskBranch = Callable[[Sequence[ReadForm]], Knowledge]
"""Asks once for everyone read from a list; ``lambda read: Knowledge()`` where there is no branch to ask."""
