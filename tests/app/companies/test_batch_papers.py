"""A matched batch becomes a numbered receipt, both PDFs, an e-mail draft and a row in the month's log, or
nothing; and the cards go to somebody who is named."""

import email
from dataclasses import replace
from datetime import datetime, timedelta
from email.policy import default
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from sqlalchemy import Engine, text

from app.cards.print_job import CardState, GiveUpReason, SpoiledReason
from app.companies.batch_papers import BatchPapers, PaperTools, WriteBatchPapers
from app.companies.card_batch import BatchCard, BatchState, CardBatch, Collector, IdShown
from app.companies.company import Company
from app.companies.company_receipt import CompanyReceipt
from app.companies.hand_over import HandOverBatch, collector
from app.errors import Problem, RuleBroken, YourEnvironment
from app.members.membership import Membership
from app.members.npp import Npp
from app.ports import Begin, JournalWish
from app.trust.journal import Action
from db.engine import for_reading
from db.unit_of_work import SqlUnitOfWork
from printing.company_receipt import PdfCompanyReceiptRenderer
from printing.fonts import FontShelf
from printing.locked_pdf import gathered, locked
from tests.app.cards.desk import BRANCH, MORNING, RESOURCES, CardDesk, ScriptedPrinter, card_renderers

NPP = Npp("13007478")
MAILBOX = "hrd@sumber-rejeki.example"


class PaperDesk:
    """A counter that has printed batches of one company."""

    def __init__(self, begin: Begin, look: Begin, out: Path) -> None:
        self.begin, self.out = begin, out
        self.now = MORNING
        self.desk = CardDesk(begin, ScriptedPrinter())
        fonts = FontShelf(RESOURCES / "fonts")
        receipts = PdfCompanyReceiptRenderer(fonts)
        tools = PaperTools(receipts, card_renderers(look), locked, gathered)
        self.tools = tools
        self.write = WriteBatchPapers(begin, look, lambda: self.now, tools, out, BRANCH)
        self.hand_over = HandOverBatch(begin, look, lambda: self.now, receipts, out, BRANCH)
        self.company = Company(NPP, "PT SUMBER REJEKI ABADI", email=MAILBOX)
        with begin() as work:
            work.companies.add(self.company)
            work.commit()
        self.members = 0

    def printed(self, good: int, missing: int = 0) -> CardBatch:
        """A batch whose cards are all answered for."""
        memberships = [self._member() for _ in range(good + missing)]
        with self.begin() as work:
            batch = work.batches.add(
                CardBatch(
                    self.now.date(),
                    0,
                    NPP,
                    self.company.name,
                    "test:satu",
                    self.desk.wati.id,
                    self.now,
                    counter="Loket 1",
                ),
                [membership.id for membership in memberships],
            )
            work.commit()
        for place, membership in enumerate(memberships, start=1):
            job = self.desk.printed(membership)
            answer = CardState.GOOD if place <= good else CardState.NOT_PRINTED
            job = self.desk.answer(job.id, answer, self.desk.wati)
            if answer is CardState.NOT_PRINTED:
                job = self.desk.cancel(job.id, GiveUpReason.OTHER, self.desk.wati)
            with self.begin() as work:
                work.card_jobs.save(replace(job, batch_id=batch.id), job)
                card = BatchCard(place, membership.id, membership.member_id, "", "", job)
                work.batches.save_card(batch.id, card)
                work.commit()
        return self._brought_to(batch, BatchState.APPROVED, BatchState.PRINTING, BatchState.MATCHED)

    def batch(self, batch: CardBatch) -> CardBatch:
        with self.begin() as work:
            return work.batches.by_id(batch.id)

    def _brought_to(self, batch: CardBatch, *states: BatchState) -> CardBatch:
        for state in states:
            with self.begin() as work:
                moved = batch.moved(state)
                work.batches.save(moved, batch)
                work.commit()
            batch = moved
        return batch

    def _member(self) -> Membership:
        self.members += 1
        return self.desk.member(self.members, f"PEKERJA {chr(64 + self.members)}")


@pytest.fixture
def at(begin: Begin, engine: Engine, tmp_path: Path) -> PaperDesk:
    return PaperDesk(begin, lambda: SqlUnitOfWork(for_reading(engine), str.upper), tmp_path / "keluaran")


def pages_of(file: Path, password: str | None = None) -> list[str]:
    document = pypdfium2.PdfDocument(file.read_bytes(), password=password)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def log_rows(papers: BatchPapers) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(papers.log)
    try:
        return [tuple(cell.value for cell in row) for row in book["Log KPJ"].iter_rows()]
    finally:
        book.close()


def test_a_batch_becomes_files_named_after_company_and_day(at: PaperDesk) -> None:
    batch = at.printed(good=3)
    papers = at.write(batch.id, at.desk.wati)
    assert papers.number == "TT-2026-000001"
    assert [file.name for file in (papers.cards, papers.receipt, papers.mail, papers.log)] == [
        "13007478_2026-11-20_kartu.pdf",
        "13007478_2026-11-20_tanda-terima.pdf",
        "13007478_2026-11-20_surel.eml",
        "log-kpj_2026-11.xlsx",
    ]
    fronts = pages_of(papers.cards)[::2]
    assert [name in page for name, page in zip("ABC", fronts, strict=True)] == [True] * 3
    [paper] = pages_of(papers.receipt)
    assert all(f"PEKERJA {name}" in paper for name in "ABC")
    stored = at.batch(batch)
    assert (stored.state, stored.receipt_number) == (BatchState.RECEIPTED, "TT-2026-000001")


def test_the_draft_carries_the_very_files_that_were_written(at: PaperDesk) -> None:
    papers = at.write(at.printed(good=2).id, at.desk.wati)
    mail = email.message_from_bytes(papers.mail.read_bytes(), policy=default)
    assert mail["To"] == MAILBOX
    attached = {part.get_filename(): part.get_content() for part in mail.iter_attachments()}
    assert attached == {file.name: file.read_bytes() for file in (papers.cards, papers.receipt)}


def test_the_log_has_one_row_for_each_batch_of_the_month(at: PaperDesk) -> None:
    at.write(at.printed(good=2).id, at.desk.wati)
    at.now += timedelta(days=1)
    papers = at.write(at.printed(good=1, missing=1).id, at.desk.wati)
    assert log_rows(papers) == [
        ("Tanggal", "NPP", "Nama Perusahaan", "Jumlah KPJ"),
        (datetime(2026, 11, 20), "13007478", "PT SUMBER REJEKI ABADI", 2),  # noqa: DTZ001
        (datetime(2026, 11, 21), "13007478", "PT SUMBER REJEKI ABADI", 1),  # noqa: DTZ001
    ]


def test_asked_is_good_and_still_missing_on_paper_in_the_log_and_in_the_journal(at: PaperDesk) -> None:
    batch = at.printed(good=2, missing=1)
    papers = at.write(batch.id, at.desk.wati)
    [paper] = pages_of(papers.receipt)
    assert "3 kartu, 1 menyusul" in paper
    assert len(pages_of(papers.cards)) == 4  # front and back of the two that came out
    assert log_rows(papers)[1][3] == 2
    with at.begin() as work:
        [entry] = work.journal.find(JournalWish(actions=frozenset({Action.BATCH_PAPERS_WRITTEN})), 5)
        good = [card.member_id for card in work.batches.cards(batch.id) if card.state is CardState.GOOD]
    assert entry.entry.facts == {"receipt": papers.number, "cards": "2", "missing": "1"}
    assert list(entry.entry.members) == good


def test_a_second_batch_of_the_day_does_not_write_over_the_first(at: PaperDesk) -> None:
    first = at.write(at.printed(good=1).id, at.desk.wati)
    kept = first.receipt.read_bytes()
    second = at.write(at.printed(good=1).id, at.desk.wati)
    assert second.receipt.name == "13007478_2026-11-20_tanda-terima_2.pdf"
    assert second.number == "TT-2026-000002"
    assert first.receipt.read_bytes() == kept


def test_a_batch_of_yesterday_receipted_today_is_counted_with_those_of_today(at: PaperDesk) -> None:
    of_yesterday = at.printed(good=1)
    at.now += timedelta(days=1)
    of_today = at.printed(good=1)
    first = at.write(of_yesterday.id, at.desk.wati)
    kept = first.cards.read_bytes()
    second = at.write(of_today.id, at.desk.wati)
    assert (first.cards.name, second.cards.name) == (
        "13007478_2026-11-21_kartu.pdf",
        "13007478_2026-11-21_kartu_2.pdf",
    )
    assert first.cards.read_bytes() == kept


def test_a_receipt_numbered_while_the_papers_are_drawn_leaves_them_their_own_number(at: PaperDesk) -> None:
    """Papers are drawn while others work; a number or a file name that was taken meanwhile is not used."""
    early, late = at.printed(good=1), at.printed(good=2)

    class Meanwhile:
        papers: BatchPapers | None = None

        def render(self, receipt: CompanyReceipt) -> bytes:
            if self.papers is None:
                self.papers = at.write(early.id, at.desk.wati)
            return at.tools.receipts.render(receipt)

    meanwhile = Meanwhile()
    papers = replace(at.write, tools=replace(at.tools, receipts=meanwhile))(late.id, at.desk.wati)
    assert meanwhile.papers is not None
    assert (meanwhile.papers.number, papers.number) == ("TT-2026-000001", "TT-2026-000002")
    assert papers.receipt.name == "13007478_2026-11-20_tanda-terima_2.pdf"
    assert "TT-2026-000002" in pages_of(papers.receipt)[0]
    assert "TT-2026-000001" in pages_of(meanwhile.papers.receipt)[0]


def test_papers_of_a_member_who_died_since_the_card_came_out_are_written(
    at: PaperDesk, engine: Engine
) -> None:
    batch = at.printed(good=1)
    with engine.begin() as connection:
        connection.execute(text("UPDATE member SET deceased_on = '2026-11-20'"))
    assert "PEKERJA A" in pages_of(at.write(batch.id, at.desk.wati).cards)[0]


def test_papers_are_locked_where_the_company_has_a_password(at: PaperDesk) -> None:
    with at.begin() as work:
        work.companies.save(replace(at.company, papers_password="sandi perusahaan"))
        work.commit()
    papers = at.write(at.printed(good=1).id, at.desk.wati)
    for file in (papers.cards, papers.receipt):
        with pytest.raises(pypdfium2.PdfiumError):
            pages_of(file)
    assert "PEKERJA A" in pages_of(papers.receipt, "sandi perusahaan")[0]
    mail = email.message_from_bytes(papers.mail.read_bytes(), policy=default)
    body = mail.get_body()
    assert body is not None
    assert "kata sandi" in body.get_content()
    assert "sandi perusahaan" not in papers.mail.read_text(encoding="ascii")


def test_nothing_is_numbered_when_the_folder_takes_no_file(at: PaperDesk) -> None:
    batch = at.printed(good=1)
    at.out.parent.mkdir(exist_ok=True)
    at.out.write_text("a file where the folder should be", encoding="ascii")
    with pytest.raises(YourEnvironment):
        at.write(batch.id, at.desk.wati)
    assert at.batch(batch).state is BatchState.MATCHED
    at.out.unlink()
    assert at.write(batch.id, at.desk.wati).number == "TT-2026-000001"


def test_a_log_that_cannot_be_written_is_told_and_loses_no_row(at: PaperDesk) -> None:
    batch = at.printed(good=1)
    log = at.out / "badan-usaha" / "log-kpj_2026-11.xlsx"
    log.mkdir(parents=True)  # as good as a workbook that Excel holds open
    papers = at.write(batch.id, at.desk.wati)
    assert papers.log_problem is not None
    assert at.batch(batch).state is BatchState.RECEIPTED
    log.rmdir()
    again = at.write.log_again(papers, at.desk.wati)
    assert again.log_problem is None
    assert len(log_rows(again)) == 2


def test_a_log_written_after_the_month_ended_is_still_that_months(at: PaperDesk) -> None:
    log = at.out / "badan-usaha" / "log-kpj_2026-11.xlsx"
    log.mkdir(parents=True)
    papers = at.write(at.printed(good=1).id, at.desk.wati)
    log.rmdir()
    at.now += timedelta(days=15)
    assert len(log_rows(at.write.log_again(papers, at.desk.wati))) == 2


def test_a_batch_is_not_receipted_before_it_is_matched_nor_twice(at: PaperDesk) -> None:
    batch = at.printed(good=1)
    at.write(batch.id, at.desk.wati)
    with pytest.raises(RuleBroken) as refused:
        at.write(batch.id, at.desk.wati)
    assert refused.value.problem is Problem.BATCH_NOT_MATCHED


def test_a_batch_without_a_good_card_gets_no_receipt(at: PaperDesk) -> None:
    batch = at.printed(good=0, missing=2)
    with pytest.raises(RuleBroken) as refused:
        at.write(batch.id, at.desk.wati)
    assert refused.value.problem is Problem.BATCH_EMPTY


def test_a_spoiled_card_is_neither_on_the_receipt_nor_in_the_log(at: PaperDesk) -> None:
    batch = at.printed(good=1)
    with at.begin() as work:
        [card] = work.batches.cards(batch.id)
    assert card.job is not None
    spoiled = at.desk.printed(at._member())
    spoiled = at.desk.answer(spoiled.id, CardState.SPOILED, at.desk.wati, SpoiledReason.RIBBON)
    with at.begin() as work:
        work.card_jobs.save(replace(spoiled, batch_id=batch.id), spoiled)
        work.commit()
    assert log_rows(at.write(batch.id, at.desk.wati))[1][3] == 1


def test_who_collects_the_cards_is_kept_and_stands_on_the_signed_paper(at: PaperDesk) -> None:
    batch = at.printed(good=2)
    at.write(batch.id, at.desk.wati)
    taken = collector("  Ahmad   Fauzi ", IdShown.KTP, "3578 0141 0590 0004")
    done = at.hand_over(batch.id, taken, at.desk.rina)
    assert at.batch(batch).collector == Collector("Ahmad Fauzi", IdShown.KTP, "0004")
    [paper] = pages_of(done.receipt)
    assert "TT-2026-000001" in paper
    assert "KTP, berakhiran 0004" in paper
    with at.begin() as work:
        [entry] = work.journal.find(JournalWish(actions=frozenset({Action.BATCH_HANDED_OVER})), 5)
    assert entry.entry.officer_id == at.desk.rina.id
    assert len(entry.entry.members) == 2
    with pytest.raises(RuleBroken):
        at.hand_over(batch.id, taken, at.desk.rina)


@pytest.mark.parametrize(
    ("name", "number"), [("", "0004"), ("   ", "35780004"), ("Ahmad", ""), ("Ahmad", "12")]
)
def test_cards_go_to_nobody_without_a_name_and_a_document(name: str, number: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        collector(name, IdShown.KTP, number)
    assert refused.value.problem is Problem.COLLECTOR_MISSING


def test_the_receipt_of_the_batch_and_of_a_visit_share_one_numbering(at: PaperDesk) -> None:
    papers = at.write(at.printed(good=1).id, at.desk.wati)
    with at.begin() as work:
        assert papers.number == "TT-2026-000001"
        assert work.receipts.next_number(at.now.date()) == "TT-2026-000002"
