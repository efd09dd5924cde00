"""A company's receipt names every card, tells what is missing, and is signed at its end."""

import io
from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest
from pypdf import PdfReader

from app.companies.card_batch import BatchCard, Collector, IdShown, LeftOut
from app.companies.company import Company
from app.companies.company_receipt import CompanyReceipt
from app.members.npp import Npp
from printing.company_receipt import PdfCompanyReceiptRenderer
from printing.fonts import FontShelf
from printing.locked_pdf import gathered, locked

AT = datetime(2026, 11, 20, 14, 32)  # noqa: DTZ001 -- the paper shows the branch's wall clock
LONGEST = "SITI NURHALIZAH KUSUMANINGRUM WIDYAWATI PRAMESTI RAHAYU LESTARI"[:60]


def cards(count: int, first: int = 26004187000, name: str = "EKO PRASETYO") -> tuple[BatchCard, ...]:
    return tuple(BatchCard(place, place, place, name, str(first + place)) for place in range(1, count + 1))


def receipt(
    good: tuple[BatchCard, ...],
    missing: tuple[BatchCard, ...] = (),
    collector: Collector | None = None,
) -> CompanyReceipt:
    return CompanyReceipt(
        "TT-2026-000017",
        "Kantor Cabang Contoh",
        "Loket 2",
        "Budi Santoso",
        AT,
        "Batch 07, 20/11/2026",
        Company(Npp("13007478"), "PT Sumber <Rejeki> & Abadi", "000", relationship_officer="Rahma Dewi"),
        good,
        missing,
        collector,
    )


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_the_receipt_tells_company_batch_number_and_every_card(fonts: FontShelf) -> None:
    page = "".join(pages_of(PdfCompanyReceiptRenderer(fonts).render(receipt(cards(25)))))
    for expected in (
        "Tanda Terima Kartu Peserta",
        "TT-2026-000017",
        "PT Sumber <Rejeki> & Abadi",
        "13007478",
        "Rahma Dewi",
        "Batch 07, 20/11/2026",
        "25 kartu",
        "26 0041 87001",
        "26 0041 87025",
        "Budi Santoso",
    ):
        assert expected in page
    assert page.count("EKO PRASETYO") == 25
    assert "menyusul" not in page


def test_missing_cards_are_named_apart_and_counted(fonts: FontShelf) -> None:
    paper = receipt(cards(23), cards(2, 26004188000, "NUR AINI"))
    page = "".join(pages_of(PdfCompanyReceiptRenderer(fonts).render(paper)))
    assert "25 kartu, 2 menyusul" in page
    handed_over, missing = page.split("Belum diserahkan, menyusul")
    assert handed_over.count("EKO PRASETYO") == 23
    assert missing.count("NUR AINI") == 2
    assert "menerima 23 kartu peserta" in missing  # what is signed for leaves out what is missing


def test_a_missing_card_tells_why_and_a_number_that_is_not_there_yet(fonts: FontShelf) -> None:
    declined = replace(cards(1)[0], left_out=LeftOut.MEMBER_DECLINED)
    numberless = replace(cards(1)[0], kpj="", left_out=LeftOut.NO_NUMBER)
    [page] = pages_of(PdfCompanyReceiptRenderer(fonts).render(receipt(cards(2), (declined, numberless))))
    assert "Tidak jadi diminta" in page
    assert "Nomor KPJ menyusul" in page


def test_five_hundred_of_the_longest_names_are_all_there_under_the_heading_of_each_page(
    fonts: FontShelf,
) -> None:
    pages = pages_of(PdfCompanyReceiptRenderer(fonts).render(receipt(cards(500, name=LONGEST))))
    assert all("TT-2026-000017" in page for page in pages)
    assert all("Nama peserta" in page for page in pages[:-1])
    assert sum(page.count("26 0041 8") for page in pages) == 500
    assert "Penerima" in pages[-1]


def test_who_collects_the_cards_stands_on_the_paper(fonts: FontShelf) -> None:
    taken = Collector("Ahmad Fauzi", IdShown.KTP, "0004")
    [page] = pages_of(PdfCompanyReceiptRenderer(fonts).render(receipt(cards(2), collector=taken)))
    assert page.count("Ahmad Fauzi") == 2  # in the list, and under the line to sign on
    assert "KTP, berakhiran 0004" in page


def test_the_same_receipt_gives_the_same_bytes(fonts: FontShelf) -> None:
    render = PdfCompanyReceiptRenderer(fonts).render
    assert render(receipt(cards(30))) == render(receipt(cards(30)))


def test_a_locked_paper_opens_with_its_password_alone(fonts: FontShelf) -> None:
    paper = locked(PdfCompanyReceiptRenderer(fonts).render(receipt(cards(3))), "kunci perusahaan")
    assert b"EKO PRASETYO" not in paper
    reader = PdfReader(io.BytesIO(paper))
    assert reader.is_encrypted
    assert not reader.decrypt("")
    assert not reader.decrypt("kunci")
    assert reader.decrypt("kunci perusahaan")
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(paper)
    document = pypdfium2.PdfDocument(paper, password="kunci perusahaan")
    assert "EKO PRASETYO" in document[0].get_textpage().get_text_range()
    document.close()


def test_papers_are_gathered_in_their_order(fonts: FontShelf) -> None:
    render = PdfCompanyReceiptRenderer(fonts).render
    first, second = render(receipt(cards(1))), render(receipt(cards(1, name="NUR AINI")))
    assert ["EKO" in page for page in pages_of(gathered([first, second]))] == [True, False]
    assert gathered([first]) == first
