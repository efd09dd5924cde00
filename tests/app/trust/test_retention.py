"""How long records are kept is the branch's word; erasing them takes two people and leaves a certificate."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import Problem, RuleBroken
from app.exchange.write_workbook import Cell, Sheet
from app.ports import Begin, JournalWish
from app.reports.erasure_certificate import erasure_certificate
from app.reports.report import Report
from app.trust.approval import Approval, ApprovalSeals
from app.trust.journal import Action
from app.trust.kept_records import RecordKind
from app.trust.officer import Officer, Role
from app.trust.retention import (
    SUBJECT,
    Certificate,
    EraseRecords,
    KindReview,
    LiftHold,
    PlaceHold,
    ReviewRetention,
    SetRetention,
    StandingHolds,
    months_before,
)
from db.engine import open_database
from db.keys import DatabaseKey
from db.migrate import bring_up_to_date
from db.unit_of_work import SqlUnitOfWork
from tests.builders import MORNING, TODAY, visitors

FIVE_YEARS = 60


class Office:
    """An administrator, a supervisor, a frontliner, and one member who died eleven years ago."""

    def __init__(self, begin: Begin, folder: Path) -> None:
        def clock() -> datetime:
            return MORNING

        self.begin, self.out = begin, folder / "keluaran"
        self.seals, self.certificates = ApprovalSeals(b"drawn at the start"), list[Certificate]()
        self.review = ReviewRetention(begin, clock, self.out)
        self.set = SetRetention(begin, clock)
        self.place, self.lift = PlaceHold(begin, clock), LiftHold(begin, clock)
        self.holds = StandingHolds(begin, clock)
        attachments = folder / "lampiran"
        self.erase = EraseRecords(
            begin, clock, self._draw, self.seals, self.out, attachments, "Cabang Contoh"
        )
        person, _ = next(iter(visitors(1)))
        with begin() as work:
            self.agus = work.officers.add(Officer("Agus Wijaya", Role.ADMINISTRATOR))
            self.sri = work.officers.add(Officer("Sri Wahyuni", Role.SUPERVISOR))
            self.rina = work.officers.add(Officer("Rina Pratiwi", Role.FRONTLINER))
            self.dead = work.members.add(replace(person, deceased_on=date(2015, 6, 1)))
            work.commit()

    def _draw(self, certificate: Certificate) -> bytes:
        self.certificates.append(certificate)
        return b"%PDF certificate"

    def approved(self, minutes_ago: int = 0) -> Approval:
        at = MORNING - timedelta(minutes=minutes_ago)
        return self.seals.seal(self.sri, SUBJECT, "masa simpan habis", at)

    def members(self) -> KindReview:
        return next(kind for kind in self.review(self.agus) if kind.kind is RecordKind.MEMBERS)

    def actions(self) -> list[Action]:
        with self.begin() as work:
            return [stored.entry.action for stored in work.journal.find(JournalWish(), 100)]

    def paper(self, name: str, folder: str, days_old: int) -> Path:
        file = self.out / folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"%PDF")
        moment = (MORNING - timedelta(days=days_old)).timestamp()
        os.utime(file, (moment, moment))
        return file


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    key = DatabaseKey(bytes(range(32)), bytes(16))
    engine = open_database(tmp_path / "loket.db", key)
    bring_up_to_date(engine, key, tmp_path / "salinan")
    yield Office(lambda: SqlUnitOfWork(engine, str.upper), tmp_path)
    engine.dispose()


def rows_of(paper: Report) -> list[tuple[Cell, ...]]:
    (table,) = (section for section in paper.sections if isinstance(section, Sheet))
    return [tuple(row) for row in table.rows]


def test_nothing_is_erased_before_the_branch_has_set_a_period(office: Office) -> None:
    assert {(kind.months, kind.due) for kind in office.review(office.agus)} == {(None, 0)}
    with pytest.raises(RuleBroken) as refused:
        office.erase(office.approved(), office.agus)
    assert refused.value.problem is Problem.NOTHING_TO_ERASE


def test_a_person_past_the_period_is_erased_with_a_certificate(office: Office) -> None:
    office.set(RecordKind.MEMBERS, FIVE_YEARS, office.agus)
    assert (office.members().due, office.members().before) == (1, date(2021, 11, 20))
    erased = office.erase(office.approved(), office.agus)
    (certificate,) = office.certificates
    assert erased.certificate.read_bytes() == b"%PDF certificate"
    paper = erasure_certificate(certificate)
    assert [name for _, name in paper.signatures] == ["Agus Wijaya", "Sri Wahyuni"]
    assert rows_of(paper) == [("Peserta yang kepesertaannya berakhir", 60, date(2021, 11, 20), 1, 0)]
    assert not erased.more
    with office.begin() as work:
        assert work.members.by_nik(office.dead.nik) is None
        head = work.journal.head()
    assert certificate.head == head
    assert office.members().due == 0


def test_the_journal_tells_an_erasure_in_counts_alone(office: Office) -> None:
    office.set(RecordKind.MEMBERS, FIVE_YEARS, office.agus)
    office.erase(office.approved(), office.agus)
    with office.begin() as work:
        (told, *_) = work.journal.find(JournalWish(actions=frozenset({Action.RECORDS_ERASED})), 5)
    assert told.entry.facts == {"members": "1", "approved_by": str(office.sri.id)}
    assert told.entry.subject == "erasure:1"


@pytest.mark.parametrize("minutes_ago", [11, -5])
def test_an_approval_of_another_moment_erases_nothing(office: Office, minutes_ago: int) -> None:
    office.set(RecordKind.MEMBERS, FIVE_YEARS, office.agus)
    with pytest.raises(RuleBroken) as refused:
        office.erase(office.approved(minutes_ago), office.agus)
    assert refused.value.problem is Problem.APPROVAL_EXPIRED
    assert office.members().due == 1


def test_nobody_erases_alone(office: Office) -> None:
    office.set(RecordKind.MEMBERS, FIVE_YEARS, office.agus)
    forged = replace(office.approved(), supervisor_id=office.agus.id)
    for approval in (None, forged):
        with pytest.raises(RuleBroken) as refused:
            office.erase(approval, office.agus)
        assert refused.value.problem is Problem.NOT_ALLOWED
    with pytest.raises(RuleBroken):
        office.erase(office.approved(), office.sri)
    assert office.members().due == 1


def test_a_held_person_is_counted_and_kept(office: Office) -> None:
    office.set(RecordKind.MEMBERS, FIVE_YEARS, office.agus)
    hold = office.place(office.dead.id, "perkara 12/2026", office.sri)
    assert (office.members().due, office.members().held) == (0, 1)
    ((standing, name),) = office.holds(office.sri)
    assert (standing.id, name) == (hold.id, office.dead.name)
    office.lift(hold.id, office.sri)
    assert (office.members().due, office.members().held) == (1, 0)
    assert {Action.HOLD_PLACED, Action.HOLD_LIFTED, Action.PERSON_SHOWN} <= set(office.actions())


def test_a_hold_needs_a_reason_and_a_supervisor(office: Office) -> None:
    with pytest.raises(RuleBroken) as refused:
        office.place(office.dead.id, "  ", office.sri)
    assert refused.value.problem is Problem.REASON_MISSING
    with pytest.raises(RuleBroken):
        office.place(office.dead.id, "perkara", office.agus)
    assert office.holds(office.sri) == ()


def test_old_papers_of_lokets_own_go_and_no_other_file(office: Office) -> None:
    old = office.paper("TT-2021-000001.pdf", "tanda-terima", days_old=400)
    sheet = office.paper("kartu-sementara_2021-01-04_090000.pdf", "kartu-sementara", days_old=400)
    fresh = office.paper("TT-2026-000009.pdf", "tanda-terima", days_old=3)
    foreign = office.paper("rapat.pdf", "lain-lain", days_old=4000)
    office.set(RecordKind.PAPERS, 12, office.agus)
    office.erase(office.approved(), office.agus)
    assert [file.exists() for file in (old, sheet, fresh, foreign)] == [False, False, True, True]


def test_a_certificate_that_cannot_be_written_erases_nothing(office: Office) -> None:
    office.set(RecordKind.MEMBERS, FIVE_YEARS, office.agus)
    office.out.mkdir(exist_ok=True)
    (office.out / "pemusnahan").write_text("a file where the folder should be")
    with pytest.raises(Exception, match="file_not_written"):
        office.erase(office.approved(), office.agus)
    assert office.members().due == 1


@pytest.mark.parametrize("months", [0, -1, 1_201])
def test_a_period_nobody_means_is_refused(office: Office, months: int) -> None:
    with pytest.raises(RuleBroken) as refused:
        office.set(RecordKind.MEMBERS, months, office.agus)
    assert refused.value.problem is Problem.RETENTION_ODD
    assert office.members().months is None


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (TODAY, 12, date(2025, 11, 20)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 5), 1, date(2025, 12, 5)),
        (date(2026, 1, 5), 26_000, date.min),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
