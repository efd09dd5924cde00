"""One action gives a person everything stored about them, and everyone who touched it, on paper and as a
workbook; the journal knows of it before the paper is there."""

import hashlib
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from app.archive.attachment import Attachment, AttachmentKind, MediaType, SealedFile
from app.cards.print_job import CardJob, CardKind, CardState, ReprintReason
from app.errors import Problem, RuleBroken, YourEnvironment
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import DuplicateDecision, Verdict
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.members.regions import Regions
from app.ports import JournalWish
from app.reports.person_papers import DrawPersonData
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.papers import Papers
from app.trust.person_data import GivePersonData
from app.visit.decision import Decision
from app.visit.member_form import MemberForm
from app.visit.visit import Visit, VisitKind
from db.branch_file import BranchFile
from printing.fonts import FontShelf
from printing.report import PdfReportRenderer
from tests.builders import MORNING, TODAY, visitors

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
STRANGER = Nik("3578010208850002")


def give(branch: BranchFile) -> GivePersonData:
    draw = DrawPersonData(PdfReportRenderer(FontShelf(FONTS)), Regions([]))
    out = branch.file.parent / "keluaran"
    return GivePersonData(branch.look, branch.begin, lambda: MORNING, draw, out, "Kantor Cabang Contoh")


@pytest.fixture
def siti(branch: BranchFile, rina: Officer, sri: Officer) -> Member:
    """A person with something of every kind, and a stranger beside them."""
    (member, membership), (stranger, _) = visitors(2)
    with branch.begin() as work:
        siti = work.members.add(member)
        other = work.members.add(stranger)
        held = work.members.add_membership(
            Membership(
                membership.segment,
                membership.programmes,
                membership.start_date,
                kpj=Kpj("26004187326"),
                wage=4_725_479,
                member_id=siti.id,
            )
        )
        visit = work.visits.open(Visit("", "Loket 1", rina.id, MORNING, VisitKind.CARD, member_id=siti.id))
        work.drafts.save(visit.id, MemberForm(birth_place="DIKETIK DI KOTA"), MORNING)
        finding = Finding(FindingCode.WAGE_UNUSUAL, Severity.APPROVE, MemberField.WAGE, {"wage": "99000001"})
        double = Finding(
            FindingCode.PERSON_POSSIBLY_DUPLICATE,
            Severity.WARN,
            MemberField.NAME,
            {"nik": "RAHASIA ORANG LAIN"},
        )
        work.findings.record(
            visit.id, [finding, double], [Decision(finding.key, "slip gaji dilihat")], MORNING
        )
        work.card_jobs.add(
            CardJob(
                held.id,
                2,
                CardKind.REPRINT,
                "pdf_file:",
                "Loket 1",
                rina.id,
                MORNING,
                state=CardState.GOOD,
                reprint_reason=ReprintReason.LOST,
                reprint_note="surat kehilangan ada",
                approved_by=sri.id,
            )
        )
        work.receipts.add("TT-2026-000001", visit.id, "ab" * 32, MORNING)
        work.duplicates.keep(
            DuplicateDecision(siti.nik, STRANGER, Verdict.DIFFERENT_PERSON, "ibu berbeda", rina.id, MORNING)
        )
        work.attachments.add(
            Attachment(
                kind=AttachmentKind.IDENTITY_CARD,
                media=MediaType.JPEG,
                member_id=siti.id,
                visit_id=None,
                sha256="cd" * 32,
                bytes=12_345,
                at=MORNING,
                officer_id=rina.id,
            ),
            SealedFile("x.lampiran", b"k" * 32),
        )
        both, later = (siti.id, other.id), MORNING + timedelta(minutes=1)
        work.journal.add(Entry(MORNING, rina.id, Action.PERSON_LOOKED_UP, facts={"by": "name"}, members=both))
        work.journal.add(Entry(MORNING, rina.id, Action.PERSON_SHOWN, members=(other.id,)))
        work.journal.add(
            Entry(later, sri.id, Action.NUMBER_REVEALED, f"member:{siti.id}", members=(siti.id,))
        )
        work.commit()
    return siti


def text_of(papers: Papers) -> str:
    document = pypdfium2.PdfDocument(papers.pdf.read_bytes())
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def sheets_of(papers: Papers) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(BytesIO(papers.workbook.read_bytes()))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_the_paper_and_the_workbook_hold_everything_stored_about_the_person(
    branch: BranchFile, siti: Member, sri: Officer
) -> None:
    papers = give(branch)(siti.id, sri)
    paper, sheets = text_of(papers), sheets_of(papers)
    told = "\n".join(str(cell) for rows in sheets.values() for row in rows for cell in row)
    for expected in (
        siti.name,
        siti.nik.digits,
        "26004187326",
        "DIKETIK DI KOTA",
        "99000001",
        "slip gaji dilihat",
        "surat kehilangan ada",
        "Kartu hilang",
        "TT-2026-000001",
        "ibu berbeda",
        STRANGER.masked,
        "KTP",
        "Loket 1",
    ):
        assert expected in told
        assert expected.split()[0] in paper
    assert "4.725.479" in paper
    assert 4_725_479 in sheets["Kepesertaan"][1]


def test_nothing_of_anybody_else_stands_in_it(branch: BranchFile, siti: Member, sri: Officer) -> None:
    _, (stranger, _) = visitors(2)
    papers = give(branch)(siti.id, sri)
    told = text_of(papers) + str(sheets_of(papers))
    for other in (stranger.name, stranger.nik.digits, STRANGER.digits, "RAHASIA"):
        assert other not in told


def test_the_trail_names_who_touched_the_person_when_and_why_in_order(
    branch: BranchFile, siti: Member, sri: Officer
) -> None:
    _heading, *trail = sheets_of(give(branch)(siti.id, sri))["Jejak pemrosesan"]
    assert trail == [
        ("1", "20/11/2026 09.00.00", "Rina Pratiwi", "Data peserta dicari", "dicari dengan nama"),
        ("3", "20/11/2026 09.01.00", "Sri Wahyuni", "Nomor tersamar dibuka", f"peserta {siti.id}"),
    ]


def test_the_next_trail_shows_that_this_one_was_given(branch: BranchFile, siti: Member, sri: Officer) -> None:
    first = give(branch)(siti.id, sri)
    with branch.look() as work:
        [given] = work.journal.find(JournalWish(actions=frozenset({Action.PERSON_DATA_GIVEN})), 9)
    assert given.entry.members == (siti.id,)
    assert given.entry.facts == {
        "head": "3",
        "pdf_sha256": hashlib.sha256(first.pdf.read_bytes()).hexdigest(),
        "xlsx_sha256": hashlib.sha256(first.workbook.read_bytes()).hexdigest(),
    }
    *_, last = sheets_of(give(branch)(siti.id, sri))["Jejak pemrosesan"]
    assert last[2:] == (
        "Sri Wahyuni",
        "Data pribadi dan jejaknya diberikan",
        f"peserta {siti.id}; jurnal sampai entri 3",
    )


def test_the_paper_tells_where_the_journal_stood(branch: BranchFile, siti: Member, sri: Officer) -> None:
    with branch.look() as work:
        head = work.journal.head()
    paper = text_of(give(branch)(siti.id, sri))
    assert f"Jurnal: 3 entri · kepala {head.sha256[:4]} {head.sha256[4:8]}" in paper


def test_a_disk_that_takes_no_paper_leaves_none_and_the_journal_knows_it_was_asked_for(
    branch: BranchFile, siti: Member, sri: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = branch.file.parent / "keluaran" / "jejak"
    out.mkdir(parents=True)
    written: list[Path] = []

    def second_one_fails(file: Path, content: bytes) -> None:
        if written:
            raise YourEnvironment(Problem.DISK_FULL)
        written.append(file)
        file.write_bytes(content)

    monkeypatch.setattr("app.trust.papers.write_whole", second_one_fails)
    with pytest.raises(YourEnvironment):
        give(branch)(siti.id, sri)
    assert written
    assert list(out.iterdir()) == []
    with branch.look() as work:
        assert work.journal.find(JournalWish(actions=frozenset({Action.PERSON_DATA_GIVEN})), 9)


def test_nothing_is_given_of_a_person_nobody_knows(branch: BranchFile, sri: Officer) -> None:
    with pytest.raises(RuleBroken) as refused:
        give(branch)(99, sri)
    assert refused.value.problem is Problem.NOT_FOUND
    with branch.look() as work:
        assert work.journal.head().length == 0


def test_a_long_trail_is_whole(branch: BranchFile, siti: Member, sri: Officer, rina: Officer) -> None:
    with branch.begin() as work:
        for _ in range(2_500):
            work.journal.add(Entry(MORNING, rina.id, Action.PERSON_SHOWN, members=(siti.id,)))
        work.commit()
    _heading, *trail = sheets_of(give(branch)(siti.id, sri))["Jejak pemrosesan"]
    assert [row[0] for row in trail] == ["1", "3", *(str(number) for number in range(4, 2_504))]


def test_the_file_names_tell_no_name(branch: BranchFile, siti: Member, sri: Officer) -> None:
    papers = give(branch)(siti.id, sri)
    assert papers.pdf.name == f"data-peserta-{siti.id}_{TODAY}_090000.pdf"
    assert papers.workbook == papers.pdf.with_suffix(".xlsx")
