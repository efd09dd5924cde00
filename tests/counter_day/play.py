"""What an officer's fingers do in one visit, step by step, on a counter that is open."""

from PySide6.QtCore import Qt

from tests.counter_day.counter import CTRL, Counter
from tests.counter_day.visitor import Visitor

Key = Qt.Key


def verify_new(counter: Counter, visitor: Visitor) -> None:
    """Step 1: the NIK is typed, nobody is stored under it, the KTP is compared and ticked off."""
    counter.type_in(visitor.nik)
    counter.press(Key.Key_Return)
    counter.wait_for("Belum terdaftar")
    counter.press(Key.Key_Space)
    counter.press(Key.Key_1)


def fill_form(counter: Counter, visitor: Visitor) -> None:
    """Step 2 in paper order; Enter goes on. Birth date and sex come from the NIK, the rest is optional."""
    birth_date = sex = marital_status = family_card = npwp = email = ""
    segment = company_name = division = employee_number = risk_class = programmes = kpj = ""
    for typed in (
        visitor.name,
        visitor.birth_place,
        birth_date,
        sex,
        marital_status,
        visitor.mother_name,
        family_card,
        npwp,
        visitor.street,
        visitor.province,
        visitor.regency,
        visitor.district,
        visitor.village,
        visitor.postal_code,
        visitor.phone,
        email,
        segment,
        visitor.npp,
        company_name,
        division,
        employee_number,
        visitor.start_date,
        visitor.wage,
        risk_class,
        programmes,
        kpj,
    ):
        counter.type_in(typed)
        counter.press(Key.Key_Return)


def register(counter: Counter, visitor: Visitor) -> None:
    """Steps 1 to 3 of a visitor whose papers give no reason to ask."""
    verify_new(counter, visitor)
    fill_form(counter, visitor)
    counter.wait_for("Tidak ada temuan")
    counter.press(Key.Key_Return, CTRL)
    counter.wait_for("Siap dicetak")


def print_card(counter: Counter) -> None:
    """Step 4: sent with one key, and good by another once the card lies in the tray."""
    counter.press(Key.Key_F9)
    counter.wait_for("Lihat baki printer")
    counter.press(Key.Key_B)
    counter.wait_for("Kartu baik")
    counter.press(Key.Key_Return, CTRL)


def close(counter: Counter) -> None:
    """Step 5: the receipt is written, the visit closed, the next visitor called."""
    counter.press(Key.Key_F9)
    counter.wait_for("Tanda terima")
    counter.press(Key.Key_F3)
