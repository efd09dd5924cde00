"""What an officer's fingers do in one visit, step by step, on a counter that is open."""

from PySide6.QtCore import QCoreApplication, Qt

from tests.counter_day.counter import CTRL, Counter
from tests.counter_day.visitor import Visitor
from ui.cards.batch_actions import BatchActions
from ui.cards.hand_over_form import HandOverForm
from ui.cards.queue_page import QueuePage
from ui.visit.step_1_verify_page import VerifyPage
from ui.visit.step_2_input_page import InputPage
from ui.visit.step_3_validate_page import ValidatePage
from ui.visit.step_4_print_page import PrintPage
from ui.visit.step_5_close_page import ClosePage
from ui.widgets.tick import Tick

Key = Qt.Key


def look_up(counter: Counter, typed: str) -> None:
    """Step 1: what is typed is looked up, and the cursor waits where the document is ticked off."""
    counter.type_in(typed)
    counter.press(Key.Key_Return)
    counter.until(lambda: isinstance(counter.application.focusWidget(), Tick), "somebody is found or nobody")
    counter.settle()


def verify_new(counter: Counter, visitor: Visitor) -> None:
    """Nobody is stored under the NIK; the KTP is compared and ticked off."""
    look_up(counter, visitor.nik)
    counter.press(Key.Key_Space)
    counter.press(Key.Key_Return)
    counter.wait_for_page(InputPage)


def fill_form(counter: Counter, visitor: Visitor, birth_date: str = "") -> None:
    """Step 2 in paper order; Enter goes on and passes what the NIK has filled, Tab stops there. The
    district fills what lies above it; what stays empty is optional. Ends at the last field typed into.
    """
    counter.type_in(visitor.name)
    counter.press(Key.Key_Return)
    counter.type_in(visitor.birth_place)
    if birth_date:
        counter.press(Key.Key_Tab)
        counter.type_in(birth_date)
    marital_status = family_card = npwp = province = regency = email = ""
    segment = company_name = division = employee_number = ""
    for typed in (
        marital_status,
        visitor.mother_name,
        family_card,
        npwp,
        visitor.street,
        province,
        regency,
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
    ):
        counter.press(Key.Key_Return)
        counter.type_in(typed)


def check(counter: Counter) -> None:
    counter.press(Key.Key_Return, CTRL)
    counter.wait_for_page(ValidatePage)


def register(counter: Counter, visitor: Visitor) -> None:
    """Steps 1 to 3 of a visitor whose papers give no reason to ask."""
    verify_new(counter, visitor)
    fill_form(counter, visitor)
    check(counter)
    counter.press(Key.Key_Return, CTRL)
    counter.wait_for_page(PrintPage)


def print_card(counter: Counter) -> None:
    """Step 4: sent with one key, and good by another once the card lies in the tray."""
    counter.wait_for_print()
    counter.press(Key.Key_F9)
    counter.wait_for_the_question()
    counter.press(Key.Key_B)
    counter.wait_for_page(ClosePage)


def close(counter: Counter) -> None:
    """Step 5: the receipt is written, the visit closed, the next visitor called."""
    counter.press(Key.Key_F9)
    counter.wait_for("TT-")
    counter.press(Key.Key_F3)
    counter.wait_for_page(VerifyPage)


def print_company(counter: Counter) -> None:
    """The company that waits longest, from the queue to its receipt, log and files: one key a step."""
    counter.wait_for_page(QueuePage)
    counter.wait_for_print()
    counter.press(Key.Key_F9)
    for step in ("Approve and print", "All are good", "Write receipt and files"):
        wait_for_step(counter, step)
        counter.press(Key.Key_F9)
    counter.wait_for_page(HandOverForm)


def wait_for_step(counter: Counter, source: str) -> None:
    """Until F9 does this to the batch that is shown; ``source`` is the English text on the key."""
    [deeds] = counter.window.findChildren(BatchActions)
    wanted = QCoreApplication.translate("BatchStage", source)
    counter.until(lambda: deeds.primary() == wanted, f"F9 does “{wanted}”")
    counter.wait_for_print()
