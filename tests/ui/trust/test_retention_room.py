"""Retention and legal holds on the screen: the branch sets the period, two people erase, a hold keeps."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.members.member import Member
from app.reports.erasure_certificate import erasure_certificate
from app.trust.approval import ApprovalSeals
from app.trust.approve_on_the_spot import ApproveOnTheSpot, Approvers
from app.trust.kept_records import RecordKind
from app.trust.officer import Officer, Role
from app.trust.retention import (
    EraseRecords,
    LiftHold,
    PlaceHold,
    ReviewRetention,
    SetRetention,
    StandingHolds,
)
from app.visit.step_1_verify import FindPerson
from printing.report import PdfReportRenderer
from tests.builders import visitors
from tests.ui.accessible import nameless
from tests.ui.keeping import Keeping
from tests.ui.screen_desk import shown
from ui.keeping_parts import HoldParts, RetentionParts
from ui.trust.holds_page import HoldsPage
from ui.trust.holds_presenter import HoldsPresenter
from ui.trust.retention_page import RetentionPage
from ui.trust.retention_presenter import RetentionPresenter

SRIS_PASSWORD = "dua belas payung biru"


@pytest.fixture
def sri(pc: Keeping, agus: Officer) -> Officer:
    given = pc.hired("Sri Wahyuni", Role.SUPERVISOR, agus)
    pc.vault.set_password(given.officer, SRIS_PASSWORD, one_time=False)
    return given.officer


@pytest.fixture
def dead(pc: Keeping, sri: Officer) -> Member:
    """Died eleven years ago."""
    person, _ = next(iter(visitors(1)))
    with pc.file.begin() as work:
        stored = work.members.add(replace(person, deceased_on=date(2015, 6, 1)))
        work.commit()
    return stored


def review(pc: Keeping) -> ReviewRetention:
    return ReviewRetention(pc.file.look, pc.clock, pc.paths.out)


@pytest.fixture
def retention(qtbot: QtBot, pc: Keeping, agus: Officer, dead: Member) -> Iterator[RetentionPage]:
    begin, clock, seals = pc.file.begin, pc.clock, ApprovalSeals(b"drawn at the start")
    draw = PdfReportRenderer(pc.fonts)
    page = RetentionPage()
    presenter = RetentionPresenter(
        page,
        RetentionParts(
            review(pc),
            SetRetention(begin, clock),
            EraseRecords(
                begin,
                clock,
                lambda certificate: draw.render(erasure_certificate(certificate)),
                seals,
                pc.paths.out,
                pc.paths.attachments,
                "Kantor Cabang Gresik",
            ),
            Approvers(pc.file.look),
            ApproveOnTheSpot(pc.vault, begin, clock, pc.lock_outs, seals),
        ),
        pc.background,
    )
    presenter.start(agus)
    window = shown(qtbot, page)
    qtbot.waitUntil(lambda: page.table.row_count() == len(RecordKind), timeout=5000)
    yield page
    window.close()


@pytest.fixture
def holds(qtbot: QtBot, pc: Keeping, sri: Officer, dead: Member) -> Iterator[HoldsPage]:
    begin, clock = pc.file.begin, pc.clock
    page = HoldsPage()
    presenter = HoldsPresenter(
        page,
        HoldParts(
            FindPerson(begin, clock),
            StandingHolds(begin, clock),
            PlaceHold(begin, clock),
            LiftHold(begin, clock),
        ),
        pc.background,
    )
    presenter.start(sri)
    window = shown(qtbot, page)
    yield page
    window.close()


def cell(page: RetentionPage, kind: RecordKind, column: int) -> str:
    row = next(row for row in range(len(RecordKind)) if page.kind_at(row) is kind)
    return str(page.table.model().index(row, column).data())


def says(page: QWidget, words: str) -> Callable[[], bool]:
    return lambda: any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def keep_members_for(qtbot: QtBot, page: RetentionPage, months: str) -> None:
    page.table.selectRow([page.kind_at(row) for row in range(len(RecordKind))].index(RecordKind.MEMBERS))
    page.period.set_text(months)
    page.period.edited.emit(months)
    qtbot.waitUntil(lambda: cell(page, RecordKind.MEMBERS, 3) == "1", timeout=5000)


def approve(page: RetentionPage, password: str, reason: str = "masa simpan habis") -> None:
    page.supervisor.password.set_text(password)
    page.supervisor.reason.set_text(reason)
    page.supervisor.asked.emit(2, password, reason)


def test_nothing_can_be_erased_before_a_period_is_set(retention: RetentionPage) -> None:
    assert cell(retention, RecordKind.MEMBERS, 3) == "0"
    assert not retention.supervisor.isVisible()


def test_a_period_and_a_supervisor_erase_and_a_certificate_is_written(
    qtbot: QtBot, retention: RetentionPage, pc: Keeping, dead: Member
) -> None:
    keep_members_for(qtbot, retention, "60")
    assert retention.supervisor.isVisible()
    approve(retention, SRIS_PASSWORD)
    qtbot.waitUntil(lambda: cell(retention, RecordKind.MEMBERS, 3) == "0", timeout=10_000)
    (certificate,) = (pc.paths.out / "pemusnahan").iterdir()
    assert certificate.read_bytes().startswith(b"%PDF")
    assert certificate.name in retention.notice.text()
    with pc.file.look() as work:
        assert work.members.by_nik(dead.nik) is None


def test_a_wrong_password_erases_nothing_and_stays_on_the_sheet(
    qtbot: QtBot, retention: RetentionPage, pc: Keeping, dead: Member
) -> None:
    keep_members_for(qtbot, retention, "60")
    approve(retention, "bukan sandinya")
    words = retention.supervisor.password
    qtbot.waitUntil(lambda: any(label.text() for label in words.findChildren(QLabel)[1:]), timeout=10_000)
    assert retention.supervisor.reason.text() == "masa simpan habis"
    with pc.file.look() as work:
        assert work.members.by_nik(dead.nik) is not None


def test_a_person_is_held_by_name_and_let_go_again(
    qtbot: QtBot, holds: HoldsPage, pc: Keeping, agus: Officer, dead: Member
) -> None:
    holds.looked_up.emit(dead.name)
    qtbot.waitUntil(lambda: holds.found.row_count() == 1, timeout=5000)
    holds.reason.set_text("perkara 12/2026")
    holds.reason.entered.emit()
    qtbot.waitUntil(lambda: holds.table.row_count() == 1, timeout=5000)
    assert holds.table.model().index(0, 0).data() == dead.name
    assert (holds.who.text(), holds.found.row_count()) == ("", 0)
    with pc.file.begin() as work:
        work.retention.set(RecordKind.MEMBERS, 60)
        work.commit()
    held = {kind.kind: kind for kind in review(pc)(agus)}[RecordKind.MEMBERS]
    assert (held.due, held.held) == (0, 1)
    holds.table.selectRow(0)
    holds._lift.click()
    qtbot.waitUntil(lambda: holds.table.row_count() == 0, timeout=5000)


def test_a_hold_without_a_reason_is_asked_for_one(qtbot: QtBot, holds: HoldsPage, dead: Member) -> None:
    holds.looked_up.emit(dead.name)
    qtbot.waitUntil(lambda: holds.found.row_count() == 1, timeout=5000)
    with qtbot.assertNotEmitted(holds.placed):
        holds.reason.entered.emit()
    assert holds.found.row_count() == 1


def test_nobody_known_is_said_beside_the_field(qtbot: QtBot, holds: HoldsPage) -> None:
    holds.looked_up.emit("TIDAK ADA NAMANYA")
    qtbot.waitUntil(says(holds, "knows nobody"), timeout=5000)
    assert not holds._place.isEnabled()


def test_another_officer_finds_nothing_of_the_one_before(
    qtbot: QtBot, holds: HoldsPage, pc: Keeping, dead: Member
) -> None:
    holds.looked_up.emit(dead.name)
    qtbot.waitUntil(lambda: holds.found.row_count() == 1, timeout=5000)
    holds.clear()
    assert (holds.found.row_count(), holds.reason.text()) == (0, "")


def test_every_field_of_both_rooms_has_a_name(retention: RetentionPage, holds: HoldsPage) -> None:
    assert nameless(retention) == []
    assert nameless(holds) == []
