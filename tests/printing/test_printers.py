"""The PDF printer that is always there, and the one door to all printers."""

import errno
import os
from pathlib import Path

import pytest

from app.cards.print_job import PrinterReason
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import PrinterState, SpoolReport, SpoolState
from printing.printers.all_printers import AllPrinters
from printing.printers.pdf_file import ADDRESS, PdfFilePrinter
from printing.printers.time_limit import within


@pytest.fixture
def printers(tmp_path: Path) -> AllPrinters:
    return AllPrinters({"pdf_file": PdfFilePrinter(tmp_path)})


def test_a_card_becomes_a_file_of_its_own_name_with_the_very_bytes(
    printers: AllPrinters, tmp_path: Path
) -> None:
    ticket = printers.submit(ADDRESS, b"%PDF a card", "loket-kartu-7-1")
    assert (tmp_path / "kartu" / "loket-kartu-7-1.pdf").read_bytes() == b"%PDF a card"
    assert printers.poll(ADDRESS, ticket) == SpoolReport(SpoolState.CLAIMED_DONE)
    assert printers.status(ADDRESS) == PrinterState(ready=True)


def test_the_file_stays_when_the_card_is_settled(printers: AllPrinters, tmp_path: Path) -> None:
    printers.submit(ADDRESS, b"%PDF a card", "loket-kartu-7-1")
    printers.cancel(ADDRESS, "loket-kartu-7-1")
    assert [file.name for file in (tmp_path / "kartu").iterdir()] == ["loket-kartu-7-1.pdf"]


def test_a_file_that_is_gone_is_unknown(printers: AllPrinters, tmp_path: Path) -> None:
    ticket = printers.submit(ADDRESS, b"%PDF a card", "loket-kartu-7-1")
    (tmp_path / "kartu" / ticket).unlink()
    assert printers.poll(ADDRESS, ticket) == SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST)


def test_a_full_disk_leaves_no_half_file_and_the_card_unsent(
    printers: AllPrinters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NothingSent) as told:
        printers.submit(ADDRESS, b"%PDF a card", "loket-kartu-7-1")
    assert told.value.problem is Problem.DISK_FULL
    assert list((tmp_path / "kartu").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named_and_nothing_was_sent(tmp_path: Path) -> None:
    (tmp_path / "kartu").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(NothingSent) as told:
        PdfFilePrinter(tmp_path).submit(ADDRESS, b"%PDF a card", "loket-kartu-7-1")
    assert told.value.problem is Problem.FILE_NOT_WRITTEN
    assert told.value.facts["folder"] == str(tmp_path / "kartu")


def test_every_printer_of_every_kind_is_listed(printers: AllPrinters) -> None:
    assert [name.address for name in printers.list()] == ["pdf_file:"]


def test_a_printer_nobody_has_got_nothing(printers: AllPrinters) -> None:
    with pytest.raises(NothingSent) as told:
        printers.submit("evolis:Primacy", b"", "a")
    assert told.value.problem is Problem.PRINTER_MISSING
    with pytest.raises(YourEnvironment):
        printers.status("evolis:Primacy")


def test_an_answer_in_time_and_an_error_in_time_are_handed_on() -> None:
    assert within(5, lambda: 42) == 42
    with pytest.raises(KeyError):
        within(5, lambda: {"one": 1}["two"])
