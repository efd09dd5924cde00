"""A counter with everything real behind it: database, rules, renderer; only the card printer is scripted."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.cards.number_block import NumberBlock
from app.companies.company import Company
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership, Programme, RiskClass, Segment
from app.members.nik import Nik, Sex
from app.members.npp import Npp
from app.paths import Paths
from app.ports import JournalWish
from app.settings import Settings
from app.trust.journal import Action
from app.trust.officer import Officer, Role
from app.visit.member_form import MemberForm
from app.visit.visit import Stage, Visit
from main import compose
from tests.app.cards.desk import MORNING, ScriptedPrinter
from tests.branches import empty_branch
from tests.vaults import PASSWORD
from ui.background import Background
from ui.visit.close_presenter import ClosePresenter
from ui.visit.print_presenter import PrintPresenter
from ui.visit.step_4_print_page import PrintPage
from ui.visit.step_5_close_page import ClosePage
from ui.visit.visit_page import VisitPage
from ui.visit.visit_presenter import VisitPresenter

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WINDOW = (1182, 688)
"""What the frame leaves on a screen of 1366×768."""

STRANGER = "3578015508920005"
"""Nobody at the branch has this NIK: a woman born on 15 August 1992, Karang Pilang in Surabaya."""

SITI = MemberForm(
    nik=STRANGER,
    name="SITI NUR RAHAYU",
    birth_place="SURABAYA",
    birth_date="15-08-1992",
    sex="female",
    mother_name="SRI WAHYUNI",
    address="JL. KARANG PILANG 12",
    province="35",
    regency="3578",
    district="357801",
    phone="081234567891",
    npp="13007478",
    company_name="PT Sumber Rejeki Abadi",
    start_date="03-11-2026",
    wage="4961753",
    risk_class="low",
)
"""What she brings: no rule has anything to ask about it."""


class Counter:
    """The visit screen and an officer's fingers on it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.now = MORNING
        self.branch = empty_branch(folder)
        self.rina, self.budi = self._people_and_companies()
        self.parts = compose(self.branch, Paths(folder), Settings(), self.clock, ScriptedPrinter())
        self.background = Background()
        self.problems: list[Exception] = []
        self.start()

    def clock(self) -> datetime:
        return self.now

    def start(self) -> None:
        """The program starts, as in the morning or after a crash; what was open is on the disk alone."""
        print_page, close_page = PrintPage(), ClosePage()
        self.page = VisitPage(self.parts.regions, self.parts.rates, print_page, close_page)
        self.presenter = VisitPresenter(
            self.page,
            self.parts,
            self.background,
            PrintPresenter(print_page, self.parts, self.background, "test:satu"),
            ClosePresenter(close_page, self.parts, self.background, visit_minutes=10),
        )
        self.presenter.problem.connect(self.problems.append)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.page)
        self._qtbot.addWidget(self.window)
        self.window.resize(*WINDOW)
        self.window.show()
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        self.presenter.begin(self.rina)
        self.wait(self.page.verify.search.editor.hasFocus)

    def crash(self) -> None:
        """The window is gone without a word to anybody."""
        self.background.drain()
        self.window.hide()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    # fingers

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(
            QApplication.activePopupWidget() or QApplication.focusWidget() or self.page, key, modifier
        )

    def enter(self, *texts: str) -> None:
        """Each text into its field, with Enter to the next."""
        for text in texts:
            self.type(text)
            self.press(KEY.Key_Return)

    def pick(self, text: str) -> None:
        """Type until the list offers something, and take the first with Enter."""
        self.type(text)
        self.wait(lambda: QApplication.activePopupWidget() is not None)
        QApplication.processEvents()  # the list is a window of its own: no finger is quicker than that
        asked = self.focus
        self.press(KEY.Key_Return)
        self.wait(lambda: self.window.isActiveWindow() and self.focus is not asked)

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def says(self, words: str) -> bool:
        """Whether the words stand somewhere on the screen now."""
        return any(words in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())

    @property
    def focused(self) -> str:
        return self.focus.accessibleName()

    def wait(self, fact: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(fact, timeout=5000)

    # what stands where

    @property
    def visit(self) -> Visit:
        visit = self.presenter.visit
        assert visit is not None
        return visit

    def stands_at(self, stage: Stage) -> bool:
        visit = self.presenter.visit
        return visit is not None and visit.stage is stage and not self.background.busy

    def look_up(self, typed: str) -> None:
        self.type(typed)
        self.press(KEY.Key_Return)
        self.wait(lambda: self.presenter.visit is not None and not self.background.busy)

    def open_form(self, form: MemberForm = SITI, nik: str = STRANGER) -> None:
        """A stranger was compared with her KTP, and her form is typed but for its last field."""
        self.look_up(nik)
        self.press(KEY.Key_Space)
        self.press(KEY.Key_1, ALT)
        self.wait(lambda: self.stands_at(Stage.INPUT))
        self.page.input.update_form(form)
        self.page.input.nik_edited.emit()
        self.page.input.edited.emit()
        self.wait(lambda: self.page.side.card.shows_card)

    def check(self) -> None:
        self.press(KEY.Key_Return, CTRL)
        self.wait(lambda: self.stands_at(Stage.VALIDATE))

    def stored(self, nik: str) -> Member | None:
        with self.branch.look() as work:
            return work.members.by_nik(Nik(nik))

    def memberships(self, nik: str) -> tuple[Membership, ...]:
        member = self.stored(nik)
        assert member is not None
        with self.branch.look() as work:
            return work.members.memberships_of(member.id)

    def told(self, action: Action) -> list[tuple[int, tuple[int, ...]]]:
        """Who did that, and to whom, as the journal has it."""
        with self.branch.look() as work:
            entries = work.journal.find(JournalWish(actions=frozenset({action})), 100)
        return [(stored.entry.officer_id, stored.entry.members) for stored in entries]

    def add_officer(self, name: str, role: Role) -> Officer:
        with self.branch.begin() as work:
            officer = work.officers.add(Officer(name, role))
            work.commit()
        return officer

    def close(self) -> None:
        self.background.drain()
        self.branch.vault.close()

    def _people_and_companies(self) -> tuple[Officer, Officer]:
        with self.branch.begin() as work:
            rina = work.officers.add(Officer("Rina Pratiwi", Role.FRONTLINER))
            budi = work.officers.add(Officer("Budi Santoso", Role.SUPERVISOR))
            work.companies.add(
                Company(Npp("13007478"), "PT Sumber Rejeki Abadi", division="000", risk_class=RiskClass.LOW)
            )
            work.companies.add(Company(Npp("19001187"), "PT Maju Jaya"))
            work.number_blocks.add(NumberBlock(26004187326, 26004187825, 26004187326))
            work.commit()
        self.branch.vault.set_password(budi, PASSWORD, one_time=False)
        return rina, budi

    def add_member(self, nik: str, name: str, born: date, npp: str = "", kpj: str = "") -> Member:
        with self.branch.begin() as work:
            member = work.members.add(Member(Nik(nik), name, born, Sex.FEMALE, birth_place="SURABAYA"))
            if kpj:
                work.members.add_membership(
                    Membership(
                        Segment.PU,
                        frozenset({Programme.JKK, Programme.JKM, Programme.JHT}),
                        date(2024, 2, 1),
                        Kpj(kpj),
                        Npp(npp),
                        "PT Sumber Rejeki Abadi",
                        member_id=member.id,
                    )
                )
            work.commit()
        return member


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    counter = Counter(qtbot, tmp_path)
    yield counter
    counter.close()
    assert counter.problems == []
