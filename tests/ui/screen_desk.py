"""The whole branch behind the screens, but for the card printer: that one does as the test says."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.cards.print_job import CardJob
from app.members.membership import Membership
from app.paths import Paths
from app.settings import Settings
from app.visit.visit import Stage, Visit, VisitKind
from main import compose
from tests.app.cards.desk import MORNING, CardDesk, ScriptedPrinter
from tests.branches import empty_branch
from tests.vaults import PASSWORD
from ui.background import Background

WINDOW = (1134, 650)
"""What the frame leaves to a room on a screen of 1366×768."""


class ScreenDesk:
    def __init__(self, folder: Path) -> None:
        self.now = MORNING
        self.printer = ScriptedPrinter()
        self.paths = Paths(folder)
        self.branch = empty_branch(folder)
        self.desk = CardDesk(self.branch.begin, self.printer)
        self.parts = compose(self.branch, self.paths, Settings(), self.clock, self.printer)
        self.background = Background()
        self.officer = self.desk.rina
        for officer in (self.desk.rina, self.desk.hadi, self.desk.wati):
            self.branch.vault.set_password(officer, PASSWORD, one_time=False)

    def clock(self) -> datetime:
        return self.now

    def visit(self, membership: Membership, stage: Stage, kind: VisitKind = VisitKind.NEW_MEMBER) -> Visit:
        """A visitor of that membership who stands at ``stage``."""
        with self.branch.begin() as work:
            opened = work.visits.open(Visit("", "Loket 1", self.officer.id, self.now, stage_since=self.now))
            visit = replace(
                opened, kind=kind, stage=stage, member_id=membership.member_id, membership_id=membership.id
            )
            work.visits.save(visit)
            work.commit()
        return visit

    def last(self, membership: Membership) -> CardJob:
        return self.desk.jobs(membership)[-1]

    def close(self) -> None:
        self.background.drain()
        self.branch.vault.close()


def shown(qtbot: QtBot, page: QWidget) -> QWidget:
    """The page in a window as large as the frame leaves it, which listens to keys; keep that window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*WINDOW)
    page.setParent(window)
    page.setGeometry(window.rect())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
