"""A day of a branch, from the outside: who has the disk reads nothing, who has the code from the safe opens
the backup on another PC, and a supervisor shows on paper who looked at whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from app.errors import Problem, RuleBroken, YourEnvironment
from app.paths import Paths
from app.settings import Settings
from app.trust.officer import Officer, Role
from app.trust.person_shown import View
from app.trust.restore import ByRecoveryCode
from db.before_sign_in import DEMO_PASSWORD
from main import card_printers, compose, system_clock
from tests.branches import cheaply
from tests.counter_day import play
from tests.counter_day.counter import Counter, Demo
from tests.counter_day.play import Key
from tests.counter_day.visitor import KETUT, SITI
from ui.main_window import Room
from ui.parts import Parts
from ui.trust.person_choice import PersonChoice

pytestmark = pytest.mark.slow

PAPERS = "keluaran"
"""What Loket prints is plain, and lies where the branch chose."""

PLANTED = (
    *(SITI.nik, SITI.name, "RAHAYU", SITI.street, SITI.phone[1:], SITI.wage),
    *(KETUT.nik, KETUT.name, "ARTAWAN", KETUT.street),
    *(DEMO_PASSWORD, "26900000001"),
)
NEW_PASSWORD = "sembilan kartu biru"


@dataclass(frozen=True, slots=True)
class Day:
    """What the day left: the data folder, the second medium, the code in the safe, the supervisor's paper."""

    base: Path
    usb: Path
    code: str
    paper: Path


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> Day:
    """A frontliner and a supervisor share the PC; one visitor is served, another's form half filled."""
    base, usb = tmp_path / "pc", tmp_path / "usb"
    usb.mkdir()
    settings = Settings(backup_folder=str(usb))
    settings.save(Paths(base).settings)
    counter = Counter(base, settings)
    counter.sit_down(Demo.FRONTLINER)
    code = re.search(r"recovery code (\S+)", capsys.readouterr().out)
    assert code is not None
    play.register(counter, SITI)
    play.print_card(counter)
    play.close(counter)
    play.verify_new(counter, KETUT)
    counter.type_in(KETUT.name)
    counter.press(Key.Key_Return)
    counter.press(Key.Key_F12)
    counter.sit_down(Demo.SUPERVISOR)
    counter.enter(Room.JOURNAL)
    counter.wait_for("Jurnal")
    counter.window.findChildren(PersonChoice)[0].search.setFocus()
    counter.type_in(SITI.nik)
    counter.press(Key.Key_Return)
    counter.press(Key.Key_F8)
    counter.until(lambda: bool(list((base / PAPERS / "jejak").glob("*.pdf"))), "the paper is written")
    counter.enter(Room.BACKUP)
    made = len(list(usb.iterdir()))
    counter.press(Key.Key_F9)
    counter.until(lambda: len(list(usb.iterdir())) > made, "a backup is made")
    counter.settle()
    counter.close()
    [paper] = (base / PAPERS / "jejak").glob("siapa-melihat-siapa_*.pdf")
    return Day(base, usb, code[1], paper)


def spellings(text: str) -> Iterator[bytes]:
    for written in {text, text.lower(), text.title()}:
        yield written.encode()
        yield written.encode("utf-16-le")


def found_in(folder: Path, all_planted: Sequence[str], *besides: str) -> list[str]:
    """Which planted names and numbers stand in the raw bytes of which file."""
    return [
        f"{planted} in {file.relative_to(folder)}"
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.relative_to(folder).parts[0] not in besides
        for content in [file.read_bytes()]
        for planted in all_planted
        if any(spelt in content for spelt in spellings(planted))
    ]


def words_of(pdf: Path) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


def on_another_pc(folder: Path) -> Parts:
    """As the program puts itself together on a PC that has seen nothing of this branch."""
    paths, settings = Paths(folder), Settings()
    paths.prepare()
    return compose(cheaply(paths), paths, settings, system_clock, card_printers(paths, settings))


def test_who_has_the_disk_or_the_backup_reads_no_name_and_no_number(day: Day) -> None:
    planted = (*PLANTED, day.code, day.code.replace("-", ""))
    assert found_in(day.base, planted, PAPERS) == []
    assert found_in(day.usb, planted) == []
    officers = found_in(day.base, ["Rina Pratiwi"], PAPERS)
    assert officers == ["Rina Pratiwi in loket.keys", "Rina Pratiwi in loket.keys.previous"], (
        "the search finds"
    )


def test_the_supervisors_paper_says_who_looked_at_the_person(day: Day) -> None:
    words = words_of(day.paper)
    assert SITI.name in words
    assert "Rina Pratiwi" in words
    assert KETUT.name not in words


def test_the_backup_opens_on_another_pc_with_the_code_and_with_no_password(day: Day, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another"
    restore = on_another_pc(elsewhere).setup().restore
    newest = restore.backups_in(day.usb)[0]
    key = ByRecoveryCode(day.code)
    restored = restore.restore(newest, key, None)
    assert restored.safety_copy is None

    parts = on_another_pc(elsewhere)
    with pytest.raises(YourEnvironment) as refused:
        parts.sign_in.sign_in(Demo.SUPERVISOR.value, DEMO_PASSWORD)
    assert refused.value.problem is Problem.MACHINE_SECRET_MISSING
    restore = parts.setup().restore
    keeper = restore.sign_in_with_code(day.code, Demo.ADMINISTRATOR.value, NEW_PASSWORD).officer
    with pytest.raises(RuleBroken):
        parts.visit.find_person(SITI.nik, keeper)
    given = {one.officer.role: one for one in restore.give_ways_in(keeper)}
    slip = given[Role.SUPERVISOR]
    came = parts.sign_in.sign_in(slip.officer.id, slip.password)
    assert came.must_change
    supervisor: Officer = parts.sign_in.choose_first_password(came.officer, "lautan tenang sore ini")
    [siti] = parts.visit.find_person(SITI.nik, supervisor).people
    assert parts.visit.reveal.nik(siti.member_id, View.PERSON, supervisor).digits == SITI.nik
