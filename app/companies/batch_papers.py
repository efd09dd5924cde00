"""What a company gets with its cards: the receipt, both PDFs, an e-mail draft, and the row in the log."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from app.cards.ask_for_card import face_of
from app.cards.card_face import CardFace
from app.clock import Clock
from app.companies.card_batch import BatchCard, BatchState, CardBatch, good_and_missing
from app.companies.card_log import log_workbook
from app.companies.company import Company
from app.companies.company_receipt import CompanyReceipt, CompanyReceiptRenderer
from app.errors import Problem, RuleBroken, YourEnvironment
from app.exchange.mail_draft import MailDraft, mail_bytes
from app.files import write_whole
from app.ports import Begin, CardRenderers, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

FOLDER = "badan-usaha"


@dataclass(frozen=True, slots=True)
class BatchPapers:
    """The files written. ``log_problem``: the log could not be written, because Excel holds it open or the
    disk refuses; its row is not lost, the next batch of the month brings it along."""

    number: str
    cards: Path
    receipt: Path
    mail: Path
    log: Path
    log_problem: YourEnvironment | None = None


@dataclass(frozen=True, slots=True)
class PaperTools:
    """``lock(document, password)`` puts a password on a PDF, ``gather`` makes several into one."""

    receipts: CompanyReceiptRenderer
    cards: CardRenderers
    lock: Callable[[bytes, str], bytes]
    gather: Callable[[list[bytes]], bytes]


@dataclass(frozen=True, slots=True)
class WriteBatchPapers:
    """Number the receipt and write all papers of a matched batch: all or nothing but the log, which counts
    what the database holds and can be written again."""

    begin: Begin
    clock: Clock
    tools: PaperTools
    out: Path
    branch: str

    def __call__(self, batch_id: int, by: Officer) -> BatchPapers:
        """``RuleBroken``: ``BATCH_NOT_MATCHED`` while a card is unanswered, ``BATCH_EMPTY`` when none came
        out well. ``YourEnvironment`` when the folder takes no file; then nothing is numbered."""
        permit(by, Right.PRINT_BATCH)
        now = self.clock()
        with self.begin() as work:
            batch = work.batches.by_id(batch_id)
            if batch.state is not BatchState.MATCHED:
                raise RuleBroken(Problem.BATCH_NOT_MATCHED, state=batch.state.value)
            good, missing = good_and_missing(work.batches.cards(batch_id))
            if not good:
                raise RuleBroken(Problem.BATCH_EMPTY)
            company = company_of(work, batch)
            number = work.receipts.next_number(now.date())
            receipt = CompanyReceipt(
                number,
                self.branch,
                batch.counter,
                by.name,
                now,
                batch_title(batch),
                company,
                good,
                missing,
            )
            papers = self._paths(work, batch, number, now.date())
            document = self._write(work, papers, receipt)
            receipted = replace(batch.moved(BatchState.RECEIPTED), receipt_number=number, receipted_at=now)
            work.batches.save(receipted, batch)
            sha256 = hashlib.sha256(document).hexdigest()
            work.receipts.add_of_batch(number, batch.id, sha256, now)
            work.journal.add(_entry(receipted, good, missing, by, now))
            work.commit()
        return self._with_log(papers, now.date())

    def log_again(self, papers: BatchPapers, by: Officer) -> BatchPapers:
        """Once nothing holds the log open any more."""
        permit(by, Right.PRINT_BATCH)
        return self._with_log(papers, self.clock().date())

    def _paths(self, work: UnitOfWork, batch: CardBatch, number: str, day: date) -> BatchPapers:
        earlier = sum(
            each.receipted_at is not None and each.receipted_at.date() == day
            for each in work.batches.of_company(batch.npp, batch.day)
        )
        name = paper_name(batch, day, earlier + 1)
        folder = self.out / FOLDER
        return BatchPapers(
            number,
            folder / f"{name('kartu')}.pdf",
            folder / f"{name('tanda-terima')}.pdf",
            folder / f"{name('surel')}.eml",
            folder / f"log-kpj_{day:%Y-%m}.xlsx",
        )

    def _write(self, work: UnitOfWork, papers: BatchPapers, receipt: CompanyReceipt) -> bytes:
        """Before the commit: a crash in between leaves files that the next attempt writes over."""
        document = self.tools.receipts.render(receipt)
        cards = self._drawn(work, receipt.cards)
        password = receipt.company.papers_password
        if password:
            document, cards = self.tools.lock(document, password), self.tools.lock(cards, password)
        mail = MailDraft(
            receipt.company.email,
            f"Kartu peserta {receipt.company.npp.text} {receipt.company.name}",
            _letter(receipt),
            receipt.at,
            ((papers.cards.name, cards), (papers.receipt.name, document)),
        )
        write_whole(papers.cards, cards)
        write_whole(papers.receipt, document)
        write_whole(papers.mail, mail_bytes(mail))
        return document

    def _drawn(self, work: UnitOfWork, good: Sequence[BatchCard]) -> bytes:
        """The cards as they were printed: each with its own layout and the day it was sent."""
        parts: list[bytes] = []
        layout = ""
        faces: list[CardFace] = []
        for card in good:
            assert card.job is not None, "a good card was asked for"
            if card.job.layout != layout and faces:
                parts.append(self.tools.cards.of(layout).render(faces))
                faces = []
            layout = card.job.layout
            face = face_of(work, card.membership_id, self.clock, self.branch)
            sent = card.job.sent_at
            faces.append(face if sent is None else replace(face, issued_on=sent.date()))
        parts.append(self.tools.cards.of(layout).render(faces))
        return self.tools.gather(parts)

    def _with_log(self, papers: BatchPapers, day: date) -> BatchPapers:
        with self.begin() as work:
            rows = work.batches.log_of_month(day.year, day.month)
        try:
            write_whole(papers.log, log_workbook(rows))
        except YourEnvironment as problem:
            return replace(papers, log_problem=problem)
        return replace(papers, log_problem=None)


def company_of(work: UnitOfWork, batch: CardBatch) -> Company:
    return work.companies.by_npp(batch.npp) or Company(batch.npp, batch.company_name)


def batch_title(batch: CardBatch) -> str:
    return f"Batch {batch.number:02d}, {batch.day:%d/%m/%Y}"


def paper_name(batch: CardBatch, day: date, running: int) -> Callable[[str], str]:
    """``NPP_YYYY-MM-DD_kartu``; a second batch of the company on that day is told by its number."""
    again = f"_{running}" if running > 1 else ""
    return lambda what: f"{batch.npp.text}_{day:%Y-%m-%d}_{what}{again}"


def _letter(receipt: CompanyReceipt) -> str:
    company = receipt.company
    lines = [
        f"Yth. {company.name}",
        "",
        f"Bersama ini kami kirimkan {len(receipt.cards)} kartu peserta ({company.npp.text}) dan tanda terima "
        f"nomor {receipt.number}.",
    ]
    if receipt.missing:
        lines.append(f"{len(receipt.missing)} kartu masih menyusul; namanya tercantum pada tanda terima.")
    if company.papers_password:
        lines.append("Kedua berkas dilindungi kata sandi yang kami sampaikan secara terpisah.")
    lines += ["", "Hormat kami,", receipt.officer, receipt.branch, ""]
    return "\n".join(lines)


def _entry(
    batch: CardBatch,
    good: Sequence[BatchCard],
    missing: Sequence[BatchCard],
    by: Officer,
    now: datetime,
) -> Entry:
    facts = {"receipt": batch.receipt_number, "cards": str(len(good)), "missing": str(len(missing))}
    members = tuple(card.member_id for card in good)
    return Entry(now, by.id, Action.BATCH_PAPERS_WRITTEN, f"batch:{batch.id}", facts, members)
