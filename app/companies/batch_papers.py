"""What a company gets with its cards: the receipt, both PDFs, an e-mail draft, and the row in the log."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from app.cards.ask_for_card import face_of_printed
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
    """The files written, and the day of the receipt.

    ``log_problem``: the log could not be written, because Excel holds it open or the disk refuses; its row is
    not lost, the next batch of the month brings it along.
    """

    number: str
    day: date
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
class _Ready:
    """What the papers will tell. It holds as long as neither the batch nor the next number has moved."""

    batch: CardBatch
    papers: BatchPapers
    receipt: CompanyReceipt


@dataclass(frozen=True, slots=True)
class _Drawn:
    cards: bytes
    receipt: bytes
    mail: bytes


@dataclass(frozen=True, slots=True)
class WriteBatchPapers:
    """Number the receipt and write all papers of a matched batch: all or nothing but the log, which counts
    what the database holds and can be written again."""

    begin: Begin
    look: Begin
    clock: Clock
    tools: PaperTools
    out: Path
    branch: str

    def __call__(self, batch_id: int, by: Officer) -> BatchPapers:
        """``RuleBroken``: ``BATCH_NOT_MATCHED`` while a card is unanswered, ``BATCH_EMPTY`` when none came
        out well. ``YourEnvironment`` when the folder takes no file; then nothing is numbered."""
        permit(by, Right.PRINT_BATCH)
        now = self.clock()
        with self.look() as work:
            ready = self._ready(work, batch_id, by, now)
            drawn = self._drawn(work, ready)  # a second for 500 cards, in which every counter may store
        with self.begin() as work:
            stands = self._ready(work, batch_id, by, now)
            if stands != ready:
                ready, drawn = stands, self._drawn(work, stands)
            batch, papers, receipt = ready.batch, ready.papers, ready.receipt
            # before the commit: a crash in between leaves files that the next attempt writes over
            write_whole(papers.cards, drawn.cards)
            write_whole(papers.receipt, drawn.receipt)
            write_whole(papers.mail, drawn.mail)
            receipted = replace(
                batch.moved(BatchState.RECEIPTED), receipt_number=papers.number, receipted_at=now
            )
            work.batches.save(receipted, batch)
            sha256 = hashlib.sha256(drawn.receipt).hexdigest()
            work.receipts.add_of_batch(papers.number, batch.id, sha256, now)
            work.journal.add(_entry(receipted, receipt, by))
            work.commit()
        return self._with_log(papers)

    def log_again(self, papers: BatchPapers, by: Officer) -> BatchPapers:
        """Once nothing holds the log open any more."""
        permit(by, Right.PRINT_BATCH)
        return self._with_log(papers)

    def _ready(self, work: UnitOfWork, batch_id: int, by: Officer, now: datetime) -> _Ready:
        batch = work.batches.by_id(batch_id)
        if batch.state is not BatchState.MATCHED:
            raise RuleBroken(Problem.BATCH_NOT_MATCHED, state=batch.state.value)
        good, missing = good_and_missing(work.batches.cards(batch_id))
        if not good:
            raise RuleBroken(Problem.BATCH_EMPTY)
        day = now.date()
        number = work.receipts.next_number(day)
        name = paper_name(batch, day, work.batches.receipted_on(batch.npp, day) + 1)
        folder = self.out / FOLDER
        papers = BatchPapers(
            number,
            day,
            folder / f"{name('kartu')}.pdf",
            folder / f"{name('tanda-terima')}.pdf",
            folder / f"{name('surel')}.eml",
            folder / f"log-kpj_{day:%Y-%m}.xlsx",
        )
        company = company_of(work, batch)
        receipt = CompanyReceipt(
            number, self.branch, batch.counter, by.name, now, batch_title(batch), company, good, missing
        )
        return _Ready(batch, papers, receipt)

    def _drawn(self, work: UnitOfWork, ready: _Ready) -> _Drawn:
        receipt, company = ready.receipt, ready.receipt.company
        document = self.tools.receipts.render(receipt)
        cards = self._cards(work, receipt.cards)
        password = company.papers_password
        if password:
            document, cards = self.tools.lock(document, password), self.tools.lock(cards, password)
        mail = MailDraft(
            company.email,
            f"Kartu peserta {company.npp.text} {company.name}",
            _letter(receipt),
            receipt.at,
            ((ready.papers.cards.name, cards), (ready.papers.receipt.name, document)),
        )
        return _Drawn(cards, document, mail_bytes(mail))

    def _cards(self, work: UnitOfWork, good: Sequence[BatchCard]) -> bytes:
        """As they were printed: each with its own layout and the day it was sent."""
        parts: list[bytes] = []
        layout = ""
        faces: list[CardFace] = []
        for card in good:
            assert card.job is not None, "a good card was asked for"
            if card.job.layout != layout and faces:
                parts.append(self.tools.cards.of(layout).render(faces))
                faces = []
            layout = card.job.layout
            face = face_of_printed(work, card.membership_id, self.clock, self.branch)
            sent = card.job.sent_at
            faces.append(face if sent is None else replace(face, issued_on=sent.date()))
        parts.append(self.tools.cards.of(layout).render(faces))
        return self.tools.gather(parts)

    def _with_log(self, papers: BatchPapers) -> BatchPapers:
        with self.look() as work:
            rows = work.batches.log_of_month(papers.day.year, papers.day.month)
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


def _entry(batch: CardBatch, receipt: CompanyReceipt, by: Officer) -> Entry:
    cards, missing = str(len(receipt.cards)), str(len(receipt.missing))
    facts = {"receipt": batch.receipt_number, "cards": cards, "missing": missing}
    members = tuple(card.member_id for card in receipt.cards)
    return Entry(receipt.at, by.id, Action.BATCH_PAPERS_WRITTEN, f"batch:{batch.id}", facts, members)
