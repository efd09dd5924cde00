"""The day is closed on a paper that tells its figures and where the journal stands, also a second time."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest

from app.cards.card_stock import BlankMovement, StockMove, UsedFor
from app.cards.print_job import CardJob, CardKind, CardState
from app.cards.ribbon import RibbonKind, RibbonLoad
from app.cards.shift import BlankCount
from app.errors import Problem, RuleBroken, YourEnvironment
from app.ports import JournalWish
from app.reports.day_close import CloseDay, DayPaper, ReadDay, StillOpen
from app.reports.day_close_paper import DrawDayClose
from app.reports.report import grouped
from app.trust.check_chain import CheckChain
from app.trust.journal import Action
from app.trust.officer import Officer
from app.visit.visit import Visit, VisitKind
from db.branch_file import BranchFile
from printing.fonts import FontShelf
from printing.report import PdfReportRenderer
from tests.builders import MORNING, TODAY, visitors

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
EVENING = MORNING + timedelta(hours=7)
COUNTER = "Loket 1"
EIGHT = BlankCount(8)


def close(branch: BranchFile, at: datetime = EVENING) -> CloseDay:
    draw = DrawDayClose(PdfReportRenderer(FontShelf(FONTS)))
    return CloseDay(
        branch.begin, lambda: at, draw, branch.file.parent / "keluaran", "Kantor Cabang Contoh", COUNTER
    )


@pytest.fixture
def worked(branch: BranchFile, rina: Officer) -> BranchFile:
    """A visit finished, one card good and one spoiled, out of ten blanks."""
    (member, membership), *_ = visitors(1)
    with branch.begin() as work:
        siti = work.members.add(member)
        held = work.members.add_membership(replace(membership, member_id=siti.id))
        work.stock.add(BlankMovement(COUNTER, StockMove.OPENING, 10, MORNING, rina.id))
        work.visits.open(
            Visit("", COUNTER, rina.id, MORNING, VisitKind.CARD, member_id=siti.id, closed_at=EVENING)
        )
        for copy, state in enumerate((CardState.SPOILED, CardState.GOOD), start=1):
            work.card_jobs.add(_job(held.id, copy, state, rina, answered=True))
        work.commit()
    return branch


def _job(membership_id: int, copy: int, state: CardState, by: Officer, *, answered: bool) -> CardJob:
    job = CardJob(membership_id, copy, CardKind.FIRST, "pdf_file:", COUNTER, by.id, MORNING, state=state)
    return replace(job, answered_by=by.id, answered_at=MORNING) if answered else job


def paper_of(file: Path) -> str:
    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_paper_tells_the_figures_and_the_journals_head(worked: BranchFile, sri: Officer) -> None:
    closed = close(worked)(TODAY, sri, count=EIGHT)
    with worked.look() as work:
        head = work.journal.head()
        told = work.journal.find(JournalWish(), 1)[0]
        assert work.day_closes.of_day(TODAY) == (closed.close,)
    assert closed.close.head == head
    assert (told.number, told.entry.action) == (head.length, Action.DAY_CLOSED)
    assert told.entry.facts == {
        "visits": "1",
        "good": "1",
        "reprinted": "0",
        "spoiled": "1",
        "open_cards": "0",
        "open_visits": "0",
    }
    paper = paper_of(closed.file)
    for expected in (
        "Tutup hari",
        "Jumat, 20 November 2026 · Loket 1",
        "jumlah awal 10 + diterima 0 = kartu baik 1 + rusak 1 + ditahan 0 + sisa 8",
        grouped(head.sha256),
        "belum pernah",
        "Log KPJ",
        "Sri Wahyuni",
    ):
        assert expected in paper
    assert "Belum selesai" not in paper
    assert closed.file.name == "tutup-hari_2026-11-20.pdf"


def test_a_day_closed_again_after_more_work_is_another_paper_that_names_the_one_before(
    worked: BranchFile, sri: Officer, rina: Officer
) -> None:
    first = close(worked)(TODAY, sri, count=EIGHT)
    again = close(worked, EVENING + timedelta(hours=1))(TODAY, sri, count=EIGHT)
    assert first.file.exists()
    assert again.file.name == "tutup-hari_2026-11-20_2.pdf"
    assert grouped(first.close.head.sha256) in paper_of(again.file)
    with worked.look() as work:
        assert work.day_closes.of_day(TODAY) == (again.close, first.close)
    assert CheckChain(worked.look, worked.begin, lambda: EVENING, worked)(sri).sound


def test_a_day_forgotten_is_closed_the_next_morning_and_no_day_before_it_has_come(
    worked: BranchFile, sri: Officer
) -> None:
    tomorrow = EVENING + timedelta(days=1)
    closed = close(worked, tomorrow)(TODAY, sri, count=EIGHT)
    assert (closed.close.day, closed.close.good) == (TODAY, 1)
    with pytest.raises(RuleBroken) as refused:
        close(worked)(TODAY + timedelta(days=1), sri)
    assert refused.value.problem is Problem.NOT_ALLOWED


@pytest.fixture
def unsettled(worked: BranchFile, rina: Officer) -> BranchFile:
    """A card nobody answered for and two visits nobody finished; one more of each at another counter."""
    with worked.begin() as work:
        for counter, visits in ((COUNTER, 2), ("Loket 2", 1)):
            for _ in range(visits):
                work.visits.open(Visit("", counter, rina.id, MORNING))
            in_doubt = _job(1, 9 + visits, CardState.UNKNOWN, rina, answered=False)
            work.card_jobs.add(replace(in_doubt, counter=counter))
        work.commit()
    return worked


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_counter_with_cards_or_visits_left_open_is_not_closed_without_a_word(
    unsettled: BranchFile, sri: Officer, reason: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        close(unsettled)(TODAY, sri, reason)
    assert refused.value.problem is Problem.DAY_NOT_READY
    assert refused.value.facts == {"cards": "1", "visits": "2"}
    with unsettled.look() as work:
        assert work.day_closes.latest() is None
        assert work.journal.head().length == 0
    assert not (unsettled.file.parent / "keluaran").exists()


def test_with_a_reason_it_is_closed_and_the_paper_says_what_was_left_open_and_why(
    unsettled: BranchFile, sri: Officer
) -> None:
    closed = close(unsettled)(TODAY, sri, " printer rusak, teknisi besok ", BlankCount(7))
    assert closed.close.reason == "printer rusak, teknisi besok"
    paper = paper_of(closed.file)
    assert "1 kartu belum dijawab, 2 kunjungan" in paper
    assert "printer rusak, teknisi besok" in paper
    with unsettled.look() as work:
        facts = work.journal.find(JournalWish(), 1)[0].entry.facts
    assert (facts["open_cards"], facts["open_visits"]) == ("1", "2")
    assert "printer" not in str(facts)


def test_the_supervisor_sees_the_figures_and_what_is_open_before_closing(
    unsettled: BranchFile, sri: Officer
) -> None:
    read = ReadDay(unsettled.look, "Kantor Cabang Contoh", COUNTER)
    before = read(TODAY, sri)
    assert before.still_open == StillOpen(cards=1, visits=2)
    assert (before.figures.counter.visits, before.figures.counter.good) == (1, 1)
    assert (before.must_count, before.figures.blanks.held, before.figures.blanks.remaining) == (True, 1, 7)
    assert before.closes == ()
    closed = close(unsettled)(TODAY, sri, "besok", BlankCount(7))
    assert read(TODAY, sri).closes == (closed.close,)
    assert not read(date(2026, 11, 19), sri).closes


def test_a_paper_the_disk_does_not_take_closes_nothing(
    worked: BranchFile, sri: Officer, tmp_path: Path
) -> None:
    (tmp_path / "full").write_text("a file stands where the folder should be")
    with pytest.raises(YourEnvironment):
        replace(close(worked), out=tmp_path / "full")(TODAY, sri, count=EIGHT)
    with worked.look() as work:
        assert work.day_closes.latest() is None
        assert work.journal.head().length == 0


def test_a_paper_that_cannot_be_drawn_closes_nothing(worked: BranchFile, sri: Officer) -> None:
    def torn(_paper: DayPaper) -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        replace(close(worked), draw=torn)(TODAY, sri, count=EIGHT)
    with worked.look() as work:
        assert work.day_closes.latest() is None


def test_a_counter_with_blanks_is_not_closed_before_they_were_counted(
    worked: BranchFile, sri: Officer
) -> None:
    with pytest.raises(RuleBroken) as refused:
        close(worked)(TODAY, sri)
    assert refused.value.problem is Problem.BLANKS_NOT_COUNTED
    with worked.look() as work:
        assert work.day_closes.latest() is None


def test_a_counter_that_never_had_a_blank_has_none_to_count(branch: BranchFile, sri: Officer) -> None:
    closed = close(branch)(TODAY, sri)
    assert "loket ini tidak menyimpan blangko" in paper_of(closed.file)


def test_a_difference_without_a_reason_closes_nothing(worked: BranchFile, sri: Officer) -> None:
    with pytest.raises(RuleBroken) as refused:
        close(worked)(TODAY, sri, count=BlankCount(6))
    assert refused.value.problem is Problem.BLANKS_DIFFER
    assert refused.value.facts == {"expected": "8", "counted": "6", "held": "0"}
    with worked.look() as work:
        assert work.day_closes.latest() is None
        assert work.stock.shifts(COUNTER, 9) == ()
        assert work.journal.head().length == 0


def test_the_paper_tells_what_became_of_every_blank_and_why_two_are_missing(
    worked: BranchFile, sri: Officer
) -> None:
    with worked.begin() as work:
        work.stock.add(BlankMovement(COUNTER, StockMove.RECEIVED, 20, MORNING, sri.id, "SJ-118"))
        work.stock.add(
            BlankMovement(COUNTER, StockMove.USED_UP, 2, MORNING, sri.id, used_for=UsedFor.TEST_CARD)
        )
        work.stock.load_ribbon(RibbonLoad(COUNTER, "pdf_file:", RibbonKind.YMCKO, 200, sri.id, MORNING))
        work.commit()
    closed = close(worked)(TODAY, sri, count=BlankCount(24, " dua tercecer "))
    paper = paper_of(closed.file)
    for expected in (
        "jumlah awal 10 + diterima 20 = kartu baik 1 + rusak 3 + ditahan 0 + sisa 26",
        "1 (baru 1, cetak ulang 0)",
        "Lain-lain 1, Kartu uji 2",
        "kurang 2",
        "dua tercecer",
        "YMCKO, 200 kartu",
    ):
        assert expected in paper
    with worked.look() as work:
        [ended] = [shift for shift in work.stock.shifts(COUNTER, 9) if shift.end]
        told = work.journal.find(JournalWish(actions=frozenset({Action.BLANKS_COUNTED})), 1)[0].entry.facts
        assert work.stock.level(COUNTER).remaining == 24
    assert ended.end is not None
    assert (ended.end.difference, ended.end.count.reason) == (-2, "dua tercecer")
    assert told == {"counted": "24", "held": "0", "expected": "26"}
