"""Slips on a ticket printer: the bytes arrive as they were rendered, and a printer that is away is told."""

import socket
import threading
from pathlib import Path

import pytest
import zxingcpp
from escpos.exceptions import ImageWidthError
from PIL import Image

from app.errors import Problem, YourEnvironment
from app.ports import Slip
from printing.printers.escpos import EscposSlipPrinter
from printing.slip import slip_bytes

TICKET = Slip(("Kantor Cabang Contoh", "Cetak kartu"), "B017", ("20 November 2026 09.05",), "B017")


def received_by(printer: EscposSlipPrinter, slip: Slip) -> bytes:
    """What a printer on the network gets."""
    got = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            connection, _ = server.accept()
            with connection:
                while chunk := connection.recv(65536):
                    got.append(chunk)

        listening = threading.Thread(target=take)
        listening.start()
        printer.print_slip(f"socket://127.0.0.1:{server.getsockname()[1]}", slip)
        listening.join()
    return b"".join(got)


def test_a_slip_reaches_the_printer_byte_for_byte() -> None:
    assert received_by(EscposSlipPrinter(), TICKET) == slip_bytes(TICKET)


def test_a_slip_is_written_to_a_printers_device_byte_for_byte(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    EscposSlipPrinter().print_slip(str(device), TICKET)
    assert device.read_bytes() == slip_bytes(TICKET)


def test_the_number_stands_large_between_the_lines_and_the_paper_is_pushed_out() -> None:
    content = slip_bytes(TICKET)
    assert content.startswith(b"\x1b@"), "begun anew, whatever was printed before"
    before, large, after = (content.index(part) for part in (b"Cetak kartu", b"B017", b"20 November"))
    assert before < large < after
    assert b"\x1d!\x77" in content, "eight times as wide and high"
    assert content.endswith(b"\x1bd\x06"), "six lines on, to be torn off"


def test_the_code_on_the_slip_is_read_back() -> None:
    content = slip_bytes(Slip(code="26004187326"))
    head = content.index(b"\x1dv0\x00")
    across, height = (int.from_bytes(content[at : at + 2], "little") for at in (head + 4, head + 6))
    dots = content[head + 8 : head + 8 + across * height]
    picture = Image.frombytes("1", (across * 8, height), bytes(255 - byte for byte in dots))
    [read] = zxingcpp.read_barcodes(picture.convert("L"))
    assert read.text == "26004187326"


def test_a_code_wider_than_the_paper_is_refused_and_not_cut_off() -> None:
    with pytest.raises(ImageWidthError):
        slip_bytes(Slip(code="A" * 40))


@pytest.mark.parametrize("address", ["", "socket://", "socket://host:port", "/tidak/ada/lp0"])
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(YourEnvironment) as told:
        EscposSlipPrinter().print_slip(address, TICKET)
    assert told.value.problem is Problem.PRINTER_MISSING


def test_a_ticket_printer_that_is_switched_off_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(YourEnvironment) as told:
        EscposSlipPrinter(seconds=2).print_slip(f"socket://127.0.0.1:{port}", TICKET)
    assert told.value.problem is Problem.PRINTER_UNREACHABLE
