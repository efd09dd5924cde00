"""Officers of different roles share one PC through a day; who does not belong stays outside."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

import main
from app.settings import Settings
from app.trust.journal import Action
from app.trust.officer import Role
from db.before_sign_in import DEMO_PASSWORD
from main import system_clock
from tests.branches import demo_branch
from tests.counter_day import play
from tests.counter_day.counter import CTRL, FIGURES, Counter, DayClock, Demo
from tests.counter_day.play import Key
from tests.counter_day.visitor import SITI
from ui.main_window import Room
from ui.trust.officers_page import OfficersPage
from ui.visit.step_4_print_page import PrintPage

pytestmark = pytest.mark.slow

BESIDE = ["Loket", "Cetak kartu", "Perusahaan", "Persediaan"]


@pytest.fixture
def clock() -> DayClock:
    return DayClock()


@pytest.fixture
def counter(tmp_path: Path, qtbot: QtBot, clock: DayClock) -> Iterator[Counter]:
    counter = Counter(tmp_path, Settings(), clock)
    counter.open()
    yield counter
    counter.close()


def half_filled(counter: Counter) -> QLineEdit:
    """Siti's form with her name half typed and the cursor inside it."""
    play.verify_new(counter, SITI)
    counter.type_in("SITI RAHAYU")
    for _ in "RAHAYU":
        counter.press(Key.Key_Left)
    field = counter.application.focusWidget()
    assert isinstance(field, QLineEdit)
    return field


def test_behind_the_lock_nothing_is_read_or_touched_and_everything_stays(counter: Counter) -> None:
    counter.sit_down()
    field = half_filled(counter)
    counter.press(Key.Key_F12)
    readable = counter.everything_readable()
    assert [part for part in ("SITI", "RAHAYU", SITI.nik, "3578") if part in readable] == []
    assert counter.window.windowTitle() == "Loket"
    for key in (Key.Key_2, Key.Key_3, Key.Key_Return):
        counter.press(key, CTRL)
    counter.press(Key.Key_F8)
    counter.scan("26000000117")
    counter.wait_for("Pindaian tidak diterima di sini")
    counter.sign_in(DEMO_PASSWORD)
    assert counter.application.focusWidget() is field
    assert (field.text(), field.cursorPosition()) == ("SITI RAHAYU", len("SITI "))
    counter.type_in("NUR ")
    assert field.text() == "SITI NUR RAHAYU"
    assert [entry.facts.get("why") for entry in counter.journal(Action.LOCKED)] == ["by_hand"]
    assert len(counter.journal(Action.SIGNED_IN)) == 2


def test_a_counter_nobody_sits_at_locks_itself(counter: Counter, clock: DayClock) -> None:
    counter.sit_down()
    field = half_filled(counter)
    clock.later += timedelta(minutes=5)
    counter.wait_for("Loket terkunci")
    assert "SITI" not in counter.everything_readable()
    counter.sign_in(DEMO_PASSWORD)
    assert field.text() == "SITI RAHAYU"
    assert [entry.facts.get("why") for entry in counter.journal(Action.LOCKED)] == ["idle"]


def test_another_officer_takes_over_the_draft_and_answers_for_what_is_stored(counter: Counter) -> None:
    counter.sit_down()
    play.verify_new(counter, SITI)
    play.fill_form(counter, SITI)
    counter.press(Key.Key_F12)
    counter.sit_down(Demo.SUPERVISOR)
    assert SITI.name in counter.everything_readable()
    play.check(counter)
    counter.press(Key.Key_Return, CTRL)
    counter.wait_for_page(PrintPage)
    [registered] = counter.journal(Action.MEMBERSHIP_REGISTERED)
    assert registered.officer_id == Demo.SUPERVISOR.value
    assert [entry.officer_id for entry in counter.journal(Action.SIGNED_IN)] == [
        Demo.FRONTLINER.value,
        Demo.SUPERVISOR.value,
    ]


def test_a_card_being_printed_goes_on_behind_the_lock_and_asks_afterwards(counter: Counter) -> None:
    counter.sit_down()
    play.register(counter, SITI)
    counter.wait_for_print()
    counter.press(Key.Key_F9)
    counter.press(Key.Key_F12)
    counter.until(
        lambda: bool(list((counter.base / "keluaran" / "kartu").glob("*.pdf"))), "the card comes out"
    )
    counter.try_password("b")  # would be the answer “good” below
    counter.wait_for("Kata sandi ini tidak benar")
    counter.settle()
    counter.sign_in(DEMO_PASSWORD)
    counter.wait_for_the_question()


@pytest.mark.parametrize(
    ("who", "rooms"),
    [
        (Demo.FRONTLINER, [*BESIDE, "Laporan", "Pengaturan"]),
        (Demo.CARD_OPERATOR, [*BESIDE[1:], "Laporan", "Printer", "Pengaturan"]),
        (
            Demo.SUPERVISOR,
            [*BESIDE, "Laporan", "Jurnal", "Tahan data", "Cadangan", "Printer", "Pengaturan"],
        ),
        (Demo.SCREENING, ["Cek status", "Pengaturan"]),
        (
            Demo.ADMINISTRATOR,
            [
                "Persediaan",
                "Petugas",
                "Cadangan",
                "Masa simpan",
                "Printer",
                "Tata letak kartu",
                "Pengaturan",
            ],
        ),
    ],
)
def test_only_the_rooms_of_the_role_stand_in_the_rail_and_all_of_them_open(
    counter: Counter, who: Demo, rooms: list[str]
) -> None:
    counter.sit_down(who)
    assert counter.rooms() == rooms
    for place in range(len(rooms)):
        counter.press(FIGURES[place], CTRL)
        assert not counter.says("tidak diizinkan")
    assert counter.says("Pengaturan")


def test_nothing_of_the_supervisors_rooms_is_left_for_the_next_officer(counter: Counter) -> None:
    counter.sit_down(Demo.SUPERVISOR)
    counter.enter(Room.JOURNAL)
    counter.wait_for("Jurnal")
    counter.press(Key.Key_F12)
    counter.sit_down(Demo.SCREENING)
    assert counter.rooms() == ["Cek status", "Pengaturan"]
    assert "Sri Wahyuni" not in counter.everything_readable()
    counter.press(Key.Key_4, CTRL)
    counter.press(Key.Key_K, CTRL)
    assert counter.rooms() == ["Cek status", "Pengaturan"]


def test_at_the_door_a_status_is_looked_up_without_a_visit(counter: Counter) -> None:
    counter.sit_down(Demo.SCREENING)
    counter.type_in(SITI.nik)
    counter.press(Key.Key_Return)
    counter.wait_for("Belum terdaftar")
    assert counter.journal(Action.VISIT_OPENED) == []
    [entry] = counter.journal(Action.PERSON_LOOKED_UP)
    assert entry.officer_id == Demo.SCREENING.value
    counter.press(Key.Key_F12)
    counter.sit_down(Demo.SCREENING)
    counter.press(Key.Key_F12)
    counter.sit_down(Demo.FRONTLINER)
    assert SITI.nik not in counter.everything_readable()


def test_who_guesses_passwords_is_shut_out_also_after_a_new_start_and_the_others_come_in(
    tmp_path: Path, qtbot: QtBot
) -> None:
    counter = Counter(tmp_path, Settings())
    counter.open()
    counter.choose(Demo.FRONTLINER)
    for wrong in range(5):
        counter.try_password(f"tebakan nomor {wrong}")
        counter.wait_for("Kata sandi ini tidak benar")
        counter.settle()
    counter.try_password("tebakan terakhir")
    counter.wait_for("Terlalu banyak kata sandi salah")
    counter.close()
    again = Counter(tmp_path, Settings())
    again.open()
    again.choose(Demo.FRONTLINER)
    again.try_password(DEMO_PASSWORD)
    again.wait_for("Terlalu banyak kata sandi salah")
    again.sit_down(Demo.SUPERVISOR)
    failed = again.journal(Action.SIGN_IN_FAILED)
    assert [entry.subject for entry in failed] == [f"officer:{Demo.FRONTLINER.value}"] * 5
    again.close()


def test_a_password_typed_before_everything_is_loaded_is_kept_until_it_is(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo_branch(tmp_path, system_clock()).vault.close()
    loaded = Event()

    def load_slowly() -> None:
        loaded.wait(30)

    monkeypatch.setattr(main, "load_parts", load_slowly)
    early = Counter(tmp_path, Settings())
    early.open()
    early.choose(Demo.FRONTLINER)
    early.try_password(DEMO_PASSWORD)
    early.wait_for("Membuka loket")
    assert early.rooms() == []
    loaded.set()
    early.until(lambda: not early.window.covered, "the officer sits at the counter")
    assert early.says("Rina Pratiwi")
    early.close()


def test_a_new_officer_chooses_a_password_before_anything_else(counter: Counter) -> None:
    counter.sit_down(Demo.ADMINISTRATOR)
    [room] = counter.window.findChildren(OfficersPage)
    room.added.emit("Wati Handayani", Role.FRONTLINER)
    counter.wait_for("Kata sandi sekali pakai Wati Handayani")
    given = room.password.password()
    counter.press(Key.Key_F12)
    assert given not in counter.everything_readable()
    counter.press(Key.Key_Escape)
    counter.type_in("6")
    counter.try_password(given)
    counter.wait_for("Buat kata sandi sendiri")
    assert counter.rooms() == []
    counter.type_in("pendek")
    counter.press(Key.Key_Return)
    counter.press(Key.Key_Return)
    counter.wait_for("karakter terlalu pendek")
    counter.press(Key.Key_A, CTRL)
    for _ in range(2):
        counter.type_in("dua belas payung biru")
        counter.press(Key.Key_Return)
    counter.until(lambda: not counter.window.covered, "the new officer sits at the counter")
    assert counter.says("Wati Handayani")
    assert counter.rooms() == [*BESIDE, "Laporan", "Pengaturan"]
    counter.press(Key.Key_F12)
    counter.try_password(given)
    counter.wait_for("Kata sandi ini tidak benar")


def test_removing_an_officer_gives_the_database_a_new_key_and_everybody_signs_in_again(
    counter: Counter,
) -> None:
    counter.sit_down(Demo.ADMINISTRATOR)
    [room] = counter.window.findChildren(OfficersPage)
    room.removed.emit(Demo.SCREENING.value)
    counter.begin_anew()
    counter.open()
    assert counter.says("kunci basis data sudah diganti")
    assert counter.names() == ["Agus Wijaya", "Rina Pratiwi", "Budi Santoso", "Sri Wahyuni"]
    counter.sit_down(Demo.SUPERVISOR)
    [rekeyed] = counter.journal(Action.DATABASE_REKEYED)
    assert rekeyed.officer_id == Demo.ADMINISTRATOR.value
