"""Who saw, changed or exported whom between two times: every line, no other, and the export is one, too."""

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from app.errors import Problem, RuleBroken
from app.members.member import Member
from app.ports import JournalWish
from app.reports.touched_papers import DrawWhoSawWhom
from app.trust.journal import THE_PROGRAM, Action, Entry, Touch
from app.trust.officer import Officer
from app.trust.who_saw_whom import ExportWhoSawWhom, TouchWish
from db.branch_file import BranchFile
from printing.fonts import FontShelf
from printing.report import PdfReportRenderer
from tests.builders import MORNING, visitors

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
NOON = MORNING + timedelta(hours=3)


def export(branch: BranchFile) -> ExportWhoSawWhom:
    draw = DrawWhoSawWhom(PdfReportRenderer(FontShelf(FONTS)))
    out = branch.file.parent / "keluaran"
    return ExportWhoSawWhom(branch.look, branch.begin, lambda: NOON, draw, out, "Kantor Cabang Contoh")


@pytest.fixture
def people(branch: BranchFile, rina: Officer, sri: Officer) -> tuple[Member, Member]:
    """Two persons and a morning: looked up, changed, exported, by two officers and the program."""

    def at(minute: int) -> datetime:
        return MORNING + timedelta(minutes=minute)

    with branch.begin() as work:
        siti, budi = (work.members.add(member) for member, _ in visitors(2))
        for entry in (
            Entry(at(0), rina.id, Action.PERSON_LOOKED_UP, members=(siti.id, budi.id)),
            Entry(at(10), rina.id, Action.MEMBER_REGISTERED, f"member:{siti.id}", members=(siti.id,)),
            Entry(at(20), sri.id, Action.PERSON_SHOWN, f"member:{budi.id}", members=(budi.id,)),
            Entry(at(30), rina.id, Action.RECEIPT_WRITTEN, "receipt:TT-1", members=(siti.id,)),
            Entry(at(40), sri.id, Action.TALLY_WRITTEN, "day:2026-11-20"),
            Entry(at(50), THE_PROGRAM, Action.CARD_ASKED_FOR, members=(siti.id,)),
        ):
            work.journal.add(entry)
        work.commit()
    return siti, budi


def lines(branch: BranchFile, wish: TouchWish, by: Officer) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(BytesIO(export(branch)(wish, by).workbook.read_bytes()))
    rows: list[tuple[object, ...]] = list(book["Siapa melihat siapa"].iter_rows(values_only=True))
    return rows[1:]


def test_each_line_is_one_entry_and_one_person(
    branch: BranchFile, people: tuple[Member, Member], sri: Officer
) -> None:
    siti, budi = (f"{person.name}, {person.nik.masked}" for person in people)
    told = lines(branch, TouchWish(MORNING, NOON), sri)
    assert [row[:5] for row in told] == [
        ("1", "20/11/2026 09.00.00", "Rina Pratiwi", siti, "Data peserta dicari"),
        ("1", "20/11/2026 09.00.00", "Rina Pratiwi", budi, "Data peserta dicari"),
        ("3", "20/11/2026 09.20.00", "Sri Wahyuni", budi, "Data peserta dilihat"),
        ("4", "20/11/2026 09.30.00", "Rina Pratiwi", siti, "Tanda terima dibuat"),
        ("5", "20/11/2026 09.40.00", "Sri Wahyuni", "", "Rekap harian dibuat"),
        ("6", "20/11/2026 09.50.00", "Program", siti, "Kartu diminta"),
    ]


@pytest.mark.parametrize(
    ("narrowed", "numbers"),
    [
        ({"since": 20, "until": 40}, ["3", "4", "5"]),
        ({"since": 21, "until": 39}, ["4"]),
        ({"officer_id": 1}, ["1", "1", "4"]),
        ({"member_id": 2}, ["1", "3"]),
        ({"kinds": frozenset({Touch.CHANGED})}, ["2"]),
        ({"kinds": frozenset({Touch.SAW}), "member_id": 1}, ["1"]),
        ({"kinds": frozenset({Touch.EXPORTED}), "officer_id": 1}, ["4"]),
        ({"kinds": frozenset()}, ["1", "1", "2", "3", "4", "5", "6"]),
    ],
)
def test_times_officer_person_and_kind_narrow_it(
    branch: BranchFile,
    people: tuple[Member, Member],
    sri: Officer,
    narrowed: dict[str, object],
    numbers: list[str],
) -> None:
    span = {"since": 0, "until": 180, **narrowed}
    times = {name: MORNING + timedelta(minutes=int(str(span.pop(name)))) for name in ("since", "until")}
    told = lines(branch, TouchWish(**times, **span), sri)  # type: ignore[arg-type]
    assert [row[0] for row in told] == numbers


def test_about_one_person_nobody_else_is_named(
    branch: BranchFile, people: tuple[Member, Member], sri: Officer
) -> None:
    _, budi = people
    wish = TouchWish(MORNING, NOON, member_id=people[0].id)
    papers = export(branch)(wish, sri)
    book = openpyxl.load_workbook(BytesIO(papers.workbook.read_bytes()))
    told = str([list(sheet.iter_rows(values_only=True)) for sheet in book])
    assert budi.name not in told
    assert people[0].nik.digits not in told


def test_the_export_stands_in_the_journal_with_all_who_were_in_it(
    branch: BranchFile, people: tuple[Member, Member], sri: Officer
) -> None:
    export(branch)(TouchWish(MORNING, NOON, officer_id=2), sri)
    with branch.look() as work:
        told = work.journal.find(JournalWish(), 1)[0].entry
    assert (told.action, told.officer_id, told.members) == (Action.JOURNAL_EXPORTED, sri.id, (people[1].id,))
    assert {name: told.facts[name] for name in ("since", "until", "kinds", "officer", "found", "head")} == {
        "since": MORNING.isoformat(),
        "until": NOON.isoformat(),
        "kinds": "exported saw",
        "officer": "2",
        "found": "2",
        "head": "6",
    }


def test_more_lines_than_anybody_reads_are_refused_and_nothing_is_written(
    branch: BranchFile, people: tuple[Member, Member], sri: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.trust.who_saw_whom.MOST_LINES", 5)
    with pytest.raises(RuleBroken) as refused:
        export(branch)(TouchWish(MORNING, NOON), sri)
    assert (refused.value.problem, refused.value.facts) == (Problem.REPORT_TOO_LONG, {"most": "5"})
    assert not (branch.file.parent / "keluaran").exists()
    assert len(lines(branch, TouchWish(MORNING, NOON, officer_id=1), sri)) == 3


def test_who_was_erased_since_is_only_a_number(
    branch: BranchFile, people: tuple[Member, Member], sri: Officer
) -> None:
    with branch.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE member SET erased_on = '2026-11-20' WHERE id = {people[1].id}")
    told = lines(branch, TouchWish(MORNING, NOON, officer_id=2), sri)
    assert told[0][3] == f"peserta {people[1].id}"
