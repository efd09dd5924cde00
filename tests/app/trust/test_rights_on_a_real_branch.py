"""The matrix once more on a real branch: who may gets it done, and a refusal leaves every table as it was."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, get_type_hints

import pytest
from sqlalchemy import text

from app.cards.card_stock import UsedFor
from app.cards.print_job import CardState, GiveUpReason
from app.companies.card_batch import CardBatch
from app.errors import Problem, RuleBroken
from app.members.duplicates import Verdict
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.members.npp import Npp
from app.paths import Paths
from app.settings import Settings
from app.trust.officer import Officer, Role
from app.trust.person_shown import View
from app.visit.member_form import MemberForm
from app.visit.register_member import Registered
from app.visit.visit import DocumentShown, Visit, VisitKind
from main import Branch, compose
from tests.app.trust.test_permissions import DOORS, MATRIX
from tests.branches import demo_branch
from tests.builders import MORNING, filled_form, reasons_for, visitors
from tests.faults.tray_printer import TrayPrinter
from ui.parts import CardParts, Parts, VisitParts

Asked = tuple[Callable[..., object], tuple[Any, ...]]
"""What is called, and with what but the officer."""


@dataclass
class Day:
    """A branch at work: whatever a use case needs is made ready by the frontliner."""

    branch: Branch
    parts: Parts
    visitors: Iterator[tuple[Member, Membership]] = field(default_factory=lambda: iter(visitors(400)))

    def officer(self, role: Role) -> Officer:
        with self.branch.look() as work:
            return next(officer for officer in work.officers.all() if officer.role is role)

    @property
    def rina(self) -> Officer:
        return self.officer(Role.FRONTLINER)

    def opened(self) -> Visit:
        return self.parts.visit.open_visit(self.rina)

    def at_input(self) -> Visit:
        visit, kind = self.opened(), VisitKind.NEW_MEMBER
        return self.parts.visit.finish_verify(visit, kind, self.rina, document=DocumentShown.KTP)

    def form(self) -> MemberForm:
        return filled_form(*next(self.visitors))

    def at_validation(self) -> tuple[Visit, MemberForm]:
        form = self.form()
        return self.parts.visit.finish_input(self.at_input(), form, self.rina), form

    def registered(self) -> Registered:
        visit, form = self.at_validation()
        checked = self.parts.visit.check_form(visit, form, self.rina)
        return self.parts.visit.register(visit, form, reasons_for(checked.findings), self.rina)

    def at_close(self) -> Visit:
        return self.parts.visit.finish_print(self.registered().visit, self.rina)

    def membership(self) -> int:
        return self.registered().membership.id

    def queued(self) -> int:
        return self.parts.cards.ask(self.membership(), "tray:", self.rina).id

    def sent(self) -> int:
        return self.parts.cards.send(self.queued(), self.rina).id

    def batch(self) -> int:
        membership = self.registered().membership
        npp = membership.npp or Npp("13007478")
        batch = CardBatch(MORNING.date(), 0, npp, "PT SUMBER REJEKI", "tray:", self.rina.id, MORNING)
        with self.branch.begin() as work:
            stored = work.batches.add(batch, [membership.id])
            work.commit()
        return stored.id

    def sent_number(self) -> str:
        done = self.registered()
        self.parts.cards.send(self.parts.cards.ask(done.membership.id, "tray:", self.rina).id, self.rina)
        assert done.membership.kpj is not None
        return done.membership.kpj.text

    def two_alike(self) -> tuple[Visit, MemberForm, Nik, Verdict, str]:
        stored = self.registered().member
        visit, form = self.at_validation()
        return visit, form, stored.nik, Verdict.DIFFERENT_PERSON, "ibu kandung berbeda"

    def fingerprint(self) -> str:
        """Of every row of every table, the journal among them."""
        told = hashlib.sha256()
        with self.branch.file.engine.connect() as connection:
            tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
            for (name,) in tables.all():
                told.update(repr(connection.execute(text(f'SELECT * FROM "{name}"')).all()).encode())
        return told.hexdigest()


def _register(day: Day) -> Asked:
    visit, form = day.at_validation()
    checked = day.parts.visit.check_form(visit, form, day.rina)
    return day.parts.visit.register, (visit, form, reasons_for(checked.findings))


CASES: dict[str, Callable[[Day], Asked]] = {
    "FindPerson": lambda day: (day.parts.visit.find_person, ("SITI",)),
    "ShowPerson": lambda day: (day.parts.visit.show_person, (day.registered().member.id, day.opened())),
    "RevealNumber.nik": lambda day: (day.parts.visit.reveal.nik, (1, View.PERSON_LIST)),
    "RevealNumber.kpj": lambda day: (day.parts.visit.reveal.kpj, (day.membership(), View.CARD_LIST)),
    "OpenVisit": lambda day: (day.parts.visit.open_visit, ()),
    "FinishVerify": lambda day: (day.parts.visit.finish_verify, (day.opened(), VisitKind.STATUS)),
    "FormFor": lambda day: (day.parts.visit.form_for, (day.registered().visit,)),
    "SaveDraft": lambda day: (day.parts.visit.save_draft, (day.at_input(), day.form())),
    "LeftOver": lambda day: (day.parts.visit.left_over, ()),
    "ResumeVisit": lambda day: (day.parts.visit.resume, (day.registered().visit.id,)),
    "TakeOverVisit": lambda day: (day.parts.visit.take_over, (day.registered().visit,)),
    "AbandonVisit": lambda day: (day.parts.visit.abandon, (day.at_input(),)),
    "SuggestCompanies": lambda day: (day.parts.visit.suggest_companies, ("PT",)),
    "FinishInput": lambda day: (day.parts.visit.finish_input, (day.at_input(), day.form())),
    "StepBack": lambda day: (day.parts.visit.step_back, (day.at_input(),)),
    "CheckForm": lambda day: (day.parts.visit.check_form, day.at_validation()),
    "DecideDuplicate": lambda day: (day.parts.visit.decide_duplicate, day.two_alike()),
    "RegisterMember": _register,
    "FinishPrint": lambda day: (day.parts.visit.finish_print, (day.registered().visit,)),
    "SummariseVisit": lambda day: (day.parts.visit.summarise, (day.at_close(),)),
    "WriteReceipt": lambda day: (day.parts.visit.write_receipt, (day.at_close(),)),
    "CloseVisit": lambda day: (day.parts.visit.close, (day.at_close(),)),
    "FaceOfCard": lambda day: (day.parts.cards.face_of, (day.membership(),)),
    "AskForCard": lambda day: (day.parts.cards.ask, (day.membership(), "tray:")),
    "SendCard": lambda day: (day.parts.cards.send, (day.queued(),)),
    "PollCard": lambda day: (day.parts.cards.poll, (day.sent(),)),
    "AnswerCard": lambda day: (
        lambda job, by: day.parts.cards.answer(job, CardState.GOOD, by),
        (day.sent(),),
    ),
    "AnswerByScan": lambda day: (day.parts.cards.answer_by_scan, (day.sent_number(),)),
    "CancelCard": lambda day: (day.parts.cards.cancel, (day.queued(), GiveUpReason.OTHER)),
    "CardsToCheck": lambda day: (day.parts.cards.to_check, ()),
    "CardsToCheck.in_doubt": lambda day: (day.parts.cards.to_check.in_doubt, ()),
    "LatestCards": lambda day: (day.parts.cards.latest, (10,)),
    "CardsOfMembership": lambda day: (day.parts.cards.of_membership, (day.membership(),)),
    "Blanks": lambda day: (day.parts.cards.blanks, ()),
    "Blanks.receive": lambda day: (day.parts.cards.blanks.receive, (25,)),
    "Blanks.give_back": lambda day: (day.parts.cards.blanks.give_back, (1,)),
    "Blanks.use_up": lambda day: (day.parts.cards.blanks.use_up, (1, UsedFor.CLEANING)),
    "WriteSheetOfTen": lambda day: (day.parts.cards.sheet_of_ten, ([day.membership()],)),
    "WriteSheetOfTen.of_batch": lambda day: (day.parts.cards.sheet_of_ten.of_batch, (day.batch(),)),
    "TodaySoFar": lambda day: (day.parts.today, ()),
    "ReadTally": lambda day: (day.parts.read_tally, (MORNING.date(),)),
    "WriteTally": lambda day: (day.parts.write_tally, (MORNING.date(),)),
}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """One branch for all: each question is asked about people of its own."""
    folder = tmp_path_factory.mktemp("branch")
    branch = demo_branch(folder, MORNING)
    parts = compose(branch, Paths(folder), Settings(), lambda: MORNING, TrayPrinter(folder / "tray"))
    yield Day(branch, parts)
    branch.vault.close()


def test_every_use_case_of_the_counter_is_tried() -> None:
    handed_in = {kind for parts in (VisitParts, CardParts, Parts) for kind in get_type_hints(parts).values()}
    of_the_counter = {name for name in MATRIX if DOORS[name][0] in handed_in}
    assert set(CASES) == of_the_counter


@pytest.mark.parametrize("name", CASES)
def test_who_may_not_leaves_every_table_as_it_was(day: Day, name: str) -> None:
    use, arguments = CASES[name](day)
    before = day.fingerprint()
    for role in set(Role) - MATRIX[name]:
        with pytest.raises(RuleBroken, check=lambda error: error.problem is Problem.NOT_ALLOWED):
            use(*arguments, day.officer(role))
    assert day.fingerprint() == before


@pytest.mark.parametrize("name", CASES)
def test_who_may_gets_it_done(day: Day, name: str) -> None:
    for role in MATRIX[name]:
        use, arguments = CASES[name](day)
        use(*arguments, day.officer(role))
