"""Draw a company's receipt (tanda terima): A4, every card by name and number, room for two signatures."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Spacer, Table

from app.companies.card_batch import BatchCard
from app.companies.company_receipt import CompanyReceipt
from app.members.kpj import Kpj
from app.reports.paper_names import paper_name
from printing import indonesian
from printing.fonts import FontShelf, one_document_at_a_time
from printing.receipt_look import (
    FOOT,
    HEAD,
    HEADING,
    INK,
    LINE,
    MARGIN,
    ReceiptHead,
    ReceiptLook,
    head_and_foot,
    plain_table,
    signatures,
)

_WIDTH, _HEIGHT = A4
_ROOM = _WIDTH - 2 * MARGIN
_LABELS = 42 * mm
_NUMBER, _KPJ, _WHY = 12 * mm, 36 * mm, 48 * mm
_KEPT = "Satu lembar untuk badan usaha, satu lembar untuk kantor cabang."
_CONFIRMED = "Penerima menyatakan telah menerima {count} kartu peserta dalam keadaan baik."
_MISSING = "Belum diserahkan, menyusul"
_TO_FILL = "." * 40


@dataclass(frozen=True, slots=True)
class PdfCompanyReceiptRenderer:
    """The same receipt gives the same bytes; the list goes on over the pages under its own heading."""

    fonts: FontShelf

    def render(self, receipt: CompanyReceipt) -> bytes:
        look = ReceiptLook(self.fonts)
        file = io.BytesIO()
        document = BaseDocTemplate(
            file,
            pagesize=A4,
            invariant=1,
            initialFontName=look.plain.name,
            title=look.drawable(f"Tanda terima {receipt.number}"),
            author="Loket",
            creator="Loket",
            lang="id",
        )
        where = f"{receipt.branch} · {receipt.counter}"
        head = ReceiptHead("Tanda Terima Kartu Peserta", receipt.number, receipt.at, where)
        body = Frame(MARGIN, FOOT, _ROOM, _HEIGHT - HEAD - FOOT, 0, 0, 0, 0)
        on_page = partial(head_and_foot, look, head, _KEPT)
        document.addPageTemplates(PageTemplate("halaman", [body], onPage=on_page))
        with one_document_at_a_time:
            document.build(list(_story(receipt, look)))
        return file.getvalue()


def _story(receipt: CompanyReceipt, look: ReceiptLook) -> Iterator[Flowable]:
    facts = [
        ("Badan usaha", receipt.company.name),
        ("NPP", receipt.company.npp.text),
        ("Divisi", receipt.company.division),
        ("Pembina (RO)", receipt.company.relationship_officer),
        ("Batch", receipt.batch),
        ("Jumlah kartu", f"{indonesian.number(len(receipt.cards))} kartu"),
    ]
    if receipt.missing:
        asked = indonesian.number(len(receipt.cards) + len(receipt.missing))
        facts.append(("Diminta", f"{asked} kartu, {indonesian.number(len(receipt.missing))} menyusul"))
    yield plain_table(
        [[look.label(label), look.text(text)] for label, text in facts if text], [_LABELS, _ROOM - _LABELS]
    )
    yield Spacer(0, 5 * mm)
    yield _list(receipt.cards, look)
    if receipt.missing:
        yield Spacer(0, 4 * mm)
        yield KeepTogether([look.strong(_MISSING), Spacer(0, 1.5 * mm)])
        yield _list(receipt.missing, look, telling_why=True)
    yield KeepTogether(
        [
            Spacer(0, 4 * mm),
            look.label(_CONFIRMED.format(count=indonesian.number(len(receipt.cards)))),
            Spacer(0, 2 * mm),
            _collected(receipt, look),
            Spacer(0, 5 * mm),
            signatures(look, _ROOM, _receiver(receipt), receipt.officer),
        ]
    )


def _list(cards: Sequence[BatchCard], look: ReceiptLook, *, telling_why: bool = False) -> Table:
    heading = [look.label("No."), look.label("Nama peserta"), look.label("No. KPJ")]
    rows = [
        [look.text(indonesian.number(place)), look.text(card.name), look.text(_number_of(card))]
        for place, card in enumerate(cards, start=1)
    ]
    widths = [_NUMBER, _ROOM - _NUMBER - _KPJ, _KPJ]
    if telling_why:
        heading.append(look.label("Keterangan"))
        for row, card in zip(rows, cards, strict=True):
            row.append(look.text(paper_name(card.left_out) if card.left_out else ""))
        widths = [_NUMBER, _ROOM - _NUMBER - _KPJ - _WHY, _KPJ, _WHY]
    style = [
        ("BACKGROUND", (0, 0), (-1, 0), HEADING),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2 * mm),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.4, INK),
    ]
    return Table([heading, *rows], widths, repeatRows=1, style=style)


def _number_of(card: BatchCard) -> str:
    return Kpj(card.kpj).grouped if card.kpj else "menyusul"


def _collected(receipt: CompanyReceipt, look: ReceiptLook) -> Table:
    taken = receipt.collector
    shown = f"{indonesian.id_shown(taken.shown)}, berakhiran {taken.number_end}" if taken else _TO_FILL
    rows = [
        [look.label("Diambil oleh"), look.text(taken.name if taken else _TO_FILL)],
        [look.label("Identitas"), look.text(shown)],
    ]
    return plain_table(rows, [_LABELS, _ROOM - _LABELS])


def _receiver(receipt: CompanyReceipt) -> str:
    return receipt.collector.name if receipt.collector else receipt.company.name
