"""Draw the receipt (tanda terima): A5 landscape, half an A4 sheet, in Indonesian, for two signatures."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from reportlab.lib.pagesizes import A5, landscape
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    PageTemplate,
    Spacer,
)

from app.ports import Receipt
from printing.fonts import FontShelf, one_document_at_a_time
from printing.receipt_look import (
    FOOT,
    HEAD,
    MARGIN,
    ReceiptHead,
    ReceiptLook,
    head_and_foot,
    plain_table,
    signatures,
)

_WIDTH, _HEIGHT = landscape(A5)
_LABELS = 42 * mm

_KEPT = "Lembar ini disimpan peserta sebagai bukti layanan."
_CONFIRMED = "Penerima menyatakan data di atas benar dan yang tersebut sudah diterima."


@dataclass(frozen=True, slots=True)
class PdfReceiptRenderer:
    """The same receipt gives the same bytes; what does not fit one page goes on to the next."""

    fonts: FontShelf

    def render(self, receipt: Receipt) -> bytes:
        look = ReceiptLook(self.fonts)
        file = io.BytesIO()
        document = BaseDocTemplate(
            file,
            pagesize=(_WIDTH, _HEIGHT),
            invariant=1,
            initialFontName=look.plain.name,
            title=look.drawable(f"Tanda terima {receipt.number}"),
            author="Loket",
            creator="Loket",
            lang="id",
        )
        body = Frame(MARGIN, FOOT, _WIDTH - 2 * MARGIN, _HEIGHT - HEAD - FOOT, 0, 0, 0, 0)
        head = ReceiptHead(
            "Tanda Terima", receipt.number, receipt.at, f"{receipt.branch} · {receipt.counter}"
        )
        on_page = partial(head_and_foot, look, head, _KEPT)
        document.addPageTemplates(PageTemplate("halaman", [body], onPage=on_page))
        with one_document_at_a_time:
            document.build(list(_story(receipt, look)))
        return file.getvalue()


def _story(receipt: Receipt, look: ReceiptLook) -> Iterator[Flowable]:
    rows = [
        [look.label("Nama peserta"), look.strong(receipt.member_name)],
        [look.label("NIK"), look.text(receipt.nik_masked)],
    ]
    rows += [[look.label(line.label), look.text(line.text)] for line in receipt.lines]
    if receipt.done:
        rows.append([look.label("Yang diselesaikan"), [look.text(done) for done in receipt.done]])
    yield plain_table(rows, [_LABELS, _WIDTH - 2 * MARGIN - _LABELS])
    # a signature never stands on another page than the words it confirms
    yield KeepTogether(
        [
            Spacer(0, 3 * mm),
            look.label(_CONFIRMED),
            Spacer(0, 4 * mm),
            signatures(look, _WIDTH - 2 * MARGIN, receipt.member_name, receipt.officer),
        ]
    )
