"""A printer's address is typed as it stands on the printer's own leaf, and kept in one form."""

import pytest

from app.cards.printer_address import read_network_address, read_ticket_address
from app.errors import Problem, RuleBroken


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("192.0.2.7", "socket://192.0.2.7:9100"),
        (" 192.0.2.7:9101 ", "socket://192.0.2.7:9101"),
        ("socket://192.0.2.7:9100", "socket://192.0.2.7:9100"),
        ("socket://192.0.2.7:9100/", "socket://192.0.2.7:9100"),
        ("Printer-Kartu.kantor", "socket://printer-kartu.kantor:9100"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_an_address_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert read_network_address(typed) == kept
    assert read_ticket_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "192.0.2",
        "192.0.2.256",
        "192.0.2.7:0",
        "192.0.2.7:99999",
        "dua kata",
        "-a",
        "a:b",
        "192.0.2.7:٣",
        "a..b",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    for read in (read_network_address, read_ticket_address):
        with pytest.raises(RuleBroken) as refused:
            read(typed)
        assert refused.value.problem is Problem.ADDRESS_ODD


@pytest.mark.parametrize("device", ["/dev/usb/lp0", "LPT1", r"\\.\COM3", r"\\localhost\Tiket"])
def test_a_ticket_printer_may_hang_on_a_device(device: str) -> None:
    assert read_ticket_address(device) == device
