"""The papers of the keys: the code can be read and scanned, nothing is left out however long the names."""

import re
from datetime import datetime
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from app.trust.officer import Role
from app.trust.recovery_paper import PasswordSlip, PasswordSlips, PrintedPaper, RecoveryPaper
from db.recovery_code import draw_code
from printing.fonts import FontShelf
from printing.recovery_paper import PdfKeyPapers

RESOURCES = Path(__file__).parents[2] / "resources"
AT = datetime(2026, 11, 20, 8, 14)  # noqa: DTZ001 - a paper shows the branch's own time
LONG = "Kantor Cabang Surabaya Karimunjawa Bagian Kepesertaan dan Pelayanan Terpadu Satu Atap"


@pytest.fixture
def papers() -> PdfKeyPapers:
    return PdfKeyPapers(FontShelf(RESOURCES / "fonts"))


def recovery(code: str, branch: str = "Kantor Cabang Gresik", by: str = "Agus Wijaya") -> RecoveryPaper:
    return RecoveryPaper(branch, "4f1c90ab22de", tuple(code.split("-")), AT, by)


def text(paper: PrintedPaper, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(paper.pdf)
    assert len(document) == paper.pages
    return str(document[page].get_textpage().get_text_bounded())


def test_a_scanner_reads_the_code_of_the_paper(papers: PdfKeyPapers) -> None:
    code = draw_code()
    picture = pypdfium2.PdfDocument(papers.recovery(recovery(code)).pdf)[0].render(scale=2).to_numpy()
    [found] = zxingcpp.read_barcodes(np.ascontiguousarray(picture))
    assert found.text == code


def test_the_code_stands_in_numbered_groups(papers: PdfKeyPapers) -> None:
    code = draw_code()
    told = text(papers.recovery(recovery(code)))
    assert all(group in told for group in code.split("-"))
    assert "4f1c90ab22de" in told
    assert "20 November 2026" in told
    assert re.search(r"brankas", told)


@pytest.mark.parametrize("branch", [LONG, LONG * 2, "Cabang \N{MAHJONG TILE RED DRAGON}"])
def test_it_is_one_page_whatever_the_branch_is_called(papers: PdfKeyPapers, branch: str) -> None:
    paper = papers.recovery(recovery(draw_code(), branch, by=branch))
    assert paper.pages == 1
    assert "Kepala cabang" in text(paper)


def test_the_same_code_gives_the_same_bytes(papers: PdfKeyPapers) -> None:
    code = draw_code()
    assert papers.recovery(recovery(code)) == papers.recovery(recovery(code))


def test_every_officer_gets_a_slip_of_their_own(papers: PdfKeyPapers) -> None:
    slips = tuple(PasswordSlip(f"Petugas {place}", role, f"sandi-{place}") for place, role in enumerate(Role))
    paper = papers.slips(PasswordSlips("Kantor Cabang Gresik", AT, slips * 3))
    told = "".join(text(paper, page) for page in range(paper.pages))
    assert paper.pages > 1
    assert all(told.count(f"sandi-{place}") == 3 for place in range(len(slips)))
    assert "Penyelia" in told
