"""Step 5 at the counter: what was done, the receipt once, and the next visitor."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.cards.print_job import CardState, SpoiledReason
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.membership import Membership
from app.visit.decision import Decision
from app.visit.visit import Stage, Visit, VisitKind
from tests.ui.accessible import nameless
from tests.ui.screen_desk import ScreenDesk, shown
from ui.visit.close_presenter import ClosePresenter
from ui.visit.step_5_close_page import ClosePage


@dataclass
class Step:
    qtbot: QtBot
    window: QWidget
    page: ClosePage
    presenter: ClosePresenter

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def until(self, word: str) -> None:
        self.qtbot.waitUntil(lambda: word in self.page.outcome(), timeout=5000)

    def facts(self) -> dict[str, str]:
        return {fact.label: fact.text for fact in self.page.facts()}


@pytest.fixture
def step(qtbot: QtBot, at: ScreenDesk) -> Step:
    page = ClosePage()
    window = shown(qtbot, page)
    return Step(qtbot, window, page, ClosePresenter(page, at.parts, at.background, visit_minutes=10))


@pytest.fixture
def visit(at: ScreenDesk, siti: Membership) -> Visit:
    return at.visit(siti, Stage.CLOSE)


def hand_out(at: ScreenDesk, visit: Visit, siti: Membership) -> None:
    cards = at.parts.cards
    job = cards.send(cards.ask(siti.id, "test:satu", at.officer, visit_id=visit.id).id, at.officer)
    cards.answer(job.id, CardState.GOOD, at.officer)


def test_the_summary_tells_what_stands_now(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    hand_out(at, visit, siti)
    step.presenter.start(visit, at.officer)
    step.until("Registered, card handed out")
    facts = step.facts()
    assert facts["Member"] == "SITI NUR RAHAYU"
    assert facts["KPJ"] == "26 0041 87001"
    assert facts["Company"] == "13007478 · PT SUMBER REJEKI ABADI"
    assert facts["Card"].startswith("Good")


def test_a_card_left_for_later_is_told(step: Step, at: ScreenDesk, visit: Visit, siti: Membership) -> None:
    at.parts.cards.ask(siti.id, "test:satu", at.officer, visit_id=visit.id)
    step.presenter.start(visit, at.officer)
    step.until("Registered, card follows")


def test_a_spoiled_card_and_its_remake_are_both_told(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    cards = at.parts.cards
    job = cards.send(cards.ask(siti.id, "test:satu", at.officer, visit_id=visit.id).id, at.officer)
    cards.answer(job.id, CardState.SPOILED, at.officer, SpoiledReason.RIBBON)
    hand_out(at, visit, siti)
    step.presenter.start(visit, at.officer)
    step.until("card handed out")
    assert sum(fact.label == "Card" for fact in step.page.facts()) == 2


@pytest.mark.parametrize(
    ("kind", "told"), [(VisitKind.STATUS, "Question answered"), (VisitKind.CARD, "Card follows")]
)
def test_each_kind_of_visit_ends_in_its_own_words(
    step: Step, at: ScreenDesk, siti: Membership, kind: VisitKind, told: str
) -> None:
    step.presenter.start(at.visit(siti, Stage.CLOSE, kind), at.officer)
    step.until(told)


def test_the_time_is_held_against_the_branchs_standard(step: Step, at: ScreenDesk, visit: Visit) -> None:
    with at.branch.begin() as work:
        work.visits.record_step(visit.id, Stage.VERIFY, 38)
        work.visits.record_step(visit.id, Stage.INPUT, 600)
        work.commit()
    step.presenter.start(visit, at.officer)
    step.until("Registered")
    assert step.page.total_time() == "10:38 of 10:00"


def test_f9_writes_the_receipt_once(step: Step, at: ScreenDesk, visit: Visit) -> None:
    step.presenter.start(visit, at.officer)
    step.until("Registered")
    for _ in range(3):
        step.press(Qt.Key.Key_F9)
    step.qtbot.waitUntil(lambda: "TT-2026-000001" in step.page.receipt_text(), timeout=5000)
    step.press(Qt.Key.Key_F9)
    at.background.drain()
    (file,) = (at.paths.out / "tanda-terima").iterdir()
    assert file.name == "TT-2026-000001.pdf"
    assert file.read_bytes().startswith(b"%PDF")


def test_a_receipt_that_cannot_be_written_is_told_and_the_visit_still_closes(
    step: Step, at: ScreenDesk, visit: Visit
) -> None:
    at.paths.out.mkdir(parents=True, exist_ok=True)
    (at.paths.out / "tanda-terima").write_text("in the way")
    step.presenter.start(visit, at.officer)
    step.until("Registered")
    step.press(Qt.Key.Key_F9)
    step.qtbot.waitUntil(lambda: "could not be written" in step.page.notice.text(), timeout=5000)
    with step.qtbot.waitSignal(step.presenter.finished, timeout=5000):
        step.press(Qt.Key.Key_F3)


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_Return])
def test_one_key_closes_the_visit(step: Step, at: ScreenDesk, visit: Visit, key: Qt.Key) -> None:
    step.presenter.start(visit, at.officer)
    step.until("Registered")
    with step.qtbot.waitSignal(step.presenter.finished, timeout=5000) as finished:
        QTest.keyClick(step.window.focusWidget(), key)
    with at.branch.begin() as work:
        stored = work.visits.by_id(visit.id)
    assert stored.closed_at is not None
    assert finished.args[0].stage is Stage.DONE


def test_contributions_and_answered_findings_are_told(
    step: Step, at: ScreenDesk, visit: Visit, siti: Membership
) -> None:
    warning = Finding(FindingCode.NIK_REGION_UNKNOWN, Severity.WARN, MemberField.NIK)
    with at.branch.begin() as work:
        work.findings.record(visit.id, [warning], [Decision(warning.key, "sesuai KTP")], at.now)
        work.commit()
    step.presenter.start(visit, at.officer)
    step.until("Registered")
    assert step.facts()["Findings"] == "1 answered with a reason"
    assert step.facts()["Contributions a month"].startswith("Rp")


def test_the_focus_stays_on_closing_while_a_receipt_is_written(
    step: Step, at: ScreenDesk, visit: Visit
) -> None:
    step.presenter.start(visit, at.officer)
    step.until("Registered")
    step.press(Qt.Key.Key_F9)
    step.qtbot.waitUntil(lambda: "TT-2026-000001" in step.page.receipt_text(), timeout=5000)
    with step.qtbot.waitSignal(step.presenter.finished, timeout=5000):
        QTest.keyClick(step.window.focusWidget(), Qt.Key.Key_Return)


def test_everything_that_takes_the_focus_tells_its_name(step: Step, at: ScreenDesk, visit: Visit) -> None:
    step.presenter.start(visit, at.officer)
    step.until("Registered")
    assert nameless(step.page) == []
