"""Play a day at the counter in the real window and keep what it shows and prints.

``python -m tests.counter_day.walkthrough OUT`` leaves screenshots of every step, light and dark and in
English, the cards and receipts as PDF, and the day's workbook.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt

from app.member_fields import MemberField
from app.reference import Reference
from app.settings import Language, Look, Settings
from app.training.invented_people import Series, invented_companies, invented_people
from db.demo_branch import COMPANIES, MEMBERS
from main import RESOURCES
from tests.company_lists import as_xlsx, sheet_of, tidy_lines
from tests.counter_day import play
from tests.counter_day.counter import CTRL, Counter, DayClock, Demo
from tests.counter_day.play import Key
from tests.counter_day.visitor import KETUT, SITI, Visitor
from ui.cards.hand_over_form import HandOverForm
from ui.cards.queue_page import QueuePage
from ui.companies.companies_room import CompaniesRoom
from ui.main_window import Room
from ui.settings.settings_page import SettingsPage
from ui.visit.step_2_input_page import InputPage
from ui.visit.step_4_print_page import PrintPage
from ui.visit.step_5_close_page import ClosePage

WIDTH, HEIGHT = 1366, 768
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Walk:
    """One day in one look; ``shot`` numbers the pictures in the order they were taken."""

    def __init__(self, counter: Counter, clock: DayClock, pictures: Path) -> None:
        self.counter, self.clock, self._pictures, self._taken = counter, clock, pictures, 0
        counter.window.resize(WIDTH, HEIGHT)

    def shot(self, name: str) -> None:
        self._taken += 1
        self.counter.picture(self._pictures / f"{self._taken:02d}-{name}.png")


def the_day(walk: Walk) -> None:
    counter = walk.counter
    counter.open()
    walk.shot("sign-in")
    counter.choose(Demo.FRONTLINER)
    counter.try_password("bukan kata sandi")
    counter.settle()
    walk.shot("sign-in-refused")
    counter.sit_down()
    walk.shot("step-1-empty")
    a_new_member(walk)
    a_known_name_again(walk)
    a_misprint(walk)
    behind_the_lock(walk)
    counter.enter(Room.CARDS)
    walk.shot("print-room")
    counting(walk)
    counter.enter(Room.REPORTS)
    counter.press(Key.Key_F9)
    counter.wait_for(".xlsx")
    walk.shot("daily-tally")
    counter.enter(Room.SETTINGS)
    walk.shot("settings")
    counter.press(Key.Key_F1)
    walk.shot("keys")
    counter.press(Key.Key_Escape)
    the_others(walk)


def behind_the_lock(walk: Walk) -> None:
    counter = walk.counter
    counter.press(Key.Key_F12)
    walk.shot("locked")
    counter.press(Key.Key_F1)
    walk.shot("locked-help")
    for number in range(6):
        counter.try_password(f"tebakan {number}")
        counter.settle()
    walk.shot("locked-out")
    walk.clock.later += timedelta(minutes=2)
    counter.sit_down(Demo.SUPERVISOR)
    walk.shot("taken-over")


def the_others(walk: Walk) -> None:
    """What the other roles find, and a supervisor's own sign-in at the counter of somebody else."""
    counter = walk.counter
    for who, rooms in {
        Demo.SUPERVISOR: [Room.SUPPLIES, Room.JOURNAL, Room.HOLDS, Room.BACKUP],
        Demo.CARD_OPERATOR: [Room.PRINTERS],
        Demo.SCREENING: [],
        Demo.ADMINISTRATOR: [Room.SUPPLIES, Room.OFFICERS, Room.BACKUP, Room.RETENTION, Room.SETTINGS],
    }.items():
        counter.press(Key.Key_F12)
        counter.sit_down(who)
        walk.shot(f"{who.name.lower().replace('_', '-')}-begins")
        if who is Demo.SCREENING:
            counter.type_in("siti")
            counter.press(Key.Key_Return)
            counter.settle()
            walk.shot("status-check")
        if who is Demo.CARD_OPERATOR:
            a_batch(walk)
        for room in rooms:
            counter.enter(room)
            counter.settle()
            walk.shot(f"{who.name.lower()}-{room}")
        if who is Demo.CARD_OPERATOR:
            a_companys_list(walk)
        if who is Demo.ADMINISTRATOR:
            a_card_design(walk)
    counter.enter(Room.SETTINGS)
    own_password(walk)
    counter.press(Key.Key_F12)
    counter.sit_down()
    a_second_membership(walk)


def a_card_design(walk: Walk) -> None:
    """The branch's card: the member's name is moved to where it cannot be, taken back, and saved."""
    counter = walk.counter
    counter.enter(Room.LAYOUTS)
    counter.settle()
    walk.shot("card-layouts")
    counter.press(Key.Key_T, CTRL)
    counter.settle()
    for _ in range(15):
        counter.press(Key.Key_Tab)
    for _ in range(9):
        counter.press(Key.Key_Right, SHIFT)
    counter.settle()
    walk.shot("card-designer-flaw")
    counter.press(Key.Key_Z, CTRL)
    counter.press(Key.Key_Down)
    counter.settle()
    walk.shot("card-designer")
    counter.press(Key.Key_F6)
    counter.settle()
    walk.shot("card-designer-back")
    counter.press(Key.Key_S, CTRL)
    counter.settle()
    counter.press(Key.Key_Escape)
    counter.settle()
    walk.shot("card-layouts-saved")


def a_companys_list(walk: Walk) -> None:
    """New workers of a company: their list is dropped on the room, mended and taken."""
    counter = walk.counter
    counter.enter(Room.COMPANIES)
    counter.settle()
    walk.shot("companies")
    [room] = counter.window.findChildren(CompaniesRoom)
    lines = tidy_lines(18, Reference.load(RESOURCES / "reference"))
    lines[3][MemberField.NIK] = str(lines[3][MemberField.NIK])[:15]
    lines[7][MemberField.BIRTH_DATE] = "17-08-1991"
    lines[12][MemberField.NIK] = lines[11][MemberField.NIK]
    file = counter.base / "Daftar karyawan baru.xlsx"
    file.write_bytes(as_xlsx(sheet_of(lines, above=[["DAFTAR KARYAWAN BARU"], []])))
    room.dropped.emit(file)
    counter.settle()
    walk.shot("companys-list")
    counter.press(Key.Key_Down, CTRL)
    counter.settle()
    walk.shot("companys-list-mended")
    counter.press(Key.Key_M, CTRL)
    walk.shot("companys-list-columns")
    counter.press(Key.Key_Escape)
    counter.press(Key.Key_Return, CTRL)
    counter.settle()
    walk.shot("companys-list-taken")
    counter.press(Key.Key_Escape)
    counter.settle()


def counting(walk: Walk) -> None:
    """The blanks at the end of a shift: one is missing."""
    counter = walk.counter
    counter.enter(Room.SUPPLIES)
    counter.settle()
    counter.type_in("40")
    counter.press(Key.Key_Return)
    counter.settle()
    walk.shot("supplies-count-differs")
    counter.press(Key.Key_Return)
    counter.type_in("tercecer di bawah printer")
    counter.press(Key.Key_Return, CTRL)
    counter.settle()
    walk.shot("supplies-counted")


def own_password(walk: Walk) -> None:
    [settings] = walk.counter.window.findChildren(SettingsPage)
    settings.password_asked.emit()
    walk.shot("own-password")
    walk.counter.type_in("loket contoh")
    walk.counter.press(Key.Key_Return)
    walk.counter.type_in("pendek")
    walk.shot("own-password-too-short")
    walk.counter.press(Key.Key_Escape)


def a_batch(walk: Walk) -> None:
    """The cards of the company that waits longest; one of them is spoiled and made again."""
    counter = walk.counter
    counter.wait_for_page(QueuePage)
    counter.wait_for_print()
    counter.press(Key.Key_F9)
    play.wait_for_step(counter, "Approve and print")
    walk.shot("batch-pre-flight")
    counter.press(Key.Key_F9)
    play.wait_for_step(counter, "All are good")
    counter.press(Key.Key_Down)
    walk.shot("batch-question")
    counter.press(Key.Key_R)
    walk.shot("batch-spoiled-why")
    counter.press(Key.Key_1)
    counter.settle()
    play.wait_for_step(counter, "All are good")
    counter.press(Key.Key_F9)
    play.wait_for_step(counter, "Write receipt and files")
    counter.press(Key.Key_F9)
    counter.wait_for_page(HandOverForm)
    walk.shot("batch-hand-over")
    counter.press(Key.Key_Escape)
    walk.shot("batch-queue")


def a_second_membership(walk: Walk) -> None:
    """Siti once more in the same company: the supervisor comes and signs in at the officer's counter."""
    counter = walk.counter
    play.look_up(counter, SITI.nik)
    counter.press(Key.Key_Space)
    counter.press(Key.Key_2, ALT)
    counter.wait_for_page(InputPage)
    [form] = counter.window.findChildren(InputPage)
    form.focus_field(MemberField.NPP)
    for typed in (SITI.npp, "", "", "", SITI.start_date, SITI.wage):
        counter.type_in(typed)
        counter.press(Key.Key_Return)
    play.check(counter)
    walk.shot("step-3-supervisor")
    counter.type_in("loket contoh")
    counter.press(Key.Key_Return)
    counter.type_in("dua pekerjaan, dua unit")
    counter.press(Key.Key_Return)
    counter.settle()
    walk.shot("step-3-approved")


def a_new_member(walk: Walk) -> None:
    """Siti: her KTP says another birth date than her NIK, and the officer gives the reason."""
    counter = walk.counter
    play.look_up(counter, SITI.nik)
    walk.shot("step-1-not-registered")
    counter.press(Key.Key_Space)
    counter.press(Key.Key_Return)
    counter.wait_for_page(InputPage)
    play.fill_form(counter, SITI, birth_date="16081992")
    walk.shot("step-2-input")
    play.check(counter)
    walk.shot("step-3-findings")
    counter.type_in("akta lahir menyatakan 16 Agustus")
    counter.press(Key.Key_Return, CTRL)
    counter.wait_for_page(PrintPage)
    walk.shot("step-4-print")
    counter.wait_for_print()
    counter.press(Key.Key_F9)
    counter.wait_for_the_question()
    walk.shot("step-4-question")
    counter.press(Key.Key_B)
    counter.wait_for_page(ClosePage)
    counter.press(Key.Key_F9)
    walk.shot("step-5-close")
    counter.press(Key.Key_F3)


def a_known_name_again(walk: Walk) -> None:
    """A visitor with the name and the birth date of a stored member, but another NIK."""
    counter, twin = walk.counter, _twin()
    play.verify_new(counter, twin)
    play.fill_form(counter, twin)
    play.check(counter)
    walk.shot("step-3-possible-duplicate")
    counter.press(Key.Key_F6)
    walk.shot("compare-two-people")
    counter.press(Key.Key_Escape)
    counter.press(Key.Key_F3)
    walk.shot("step-1-left-over")


def a_misprint(walk: Walk) -> None:
    """Ketut's first card is spoiled and made again; the second one is left in the printer unanswered."""
    counter = walk.counter
    play.register(counter, KETUT)
    counter.wait_for_print()
    counter.press(Key.Key_F9)
    counter.wait_for_the_question()
    counter.press(Key.Key_R)
    walk.shot("step-4-spoiled-why")
    counter.press(Key.Key_1)
    walk.shot("step-4-make-again")
    counter.wait_for_print()
    counter.press(Key.Key_F9)
    counter.wait_for_the_question()


def _twin() -> Visitor:
    companies = invented_companies(Series.DEMO, COMPANIES)
    stored = next(invented_people(Series.DEMO, MEMBERS, companies, date(2026, 11, 20))).member
    return replace(SITI, nik=f"{stored.nik.digits[:12]}0777", name=stored.name)


def _walk(out: Path, settings: Settings, pictures: Path) -> None:
    with tempfile.TemporaryDirectory() as base:
        clock = DayClock()
        counter = Counter(Path(base), settings, clock)
        try:
            the_day(Walk(counter, clock, pictures))
        finally:
            counter.close()
        papers = Path(base) / "keluaran"
        if not (out / "keluaran").exists():
            shutil.copytree(papers, out / "keluaran")


def main(arguments: Sequence[str]) -> int:
    [out] = map(Path, arguments)
    shutil.rmtree(out / "keluaran", ignore_errors=True)
    for name, settings in {
        "light": Settings(),
        "dark": Settings(look=Look.DARK),
        "english": Settings(language=Language.ENGLISH),
    }.items():
        _walk(out, settings, out / "pictures" / name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
