"""Behind the counter: every page looked over once, backups when they are due, and how that is told."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.errors import Problem, StorageUnavailable
from app.trust.backup import BackupProgress, BackupStage, BackupStatus
from tests.app.cards.desk import MORNING
from tests.ui.screen_desk import ScreenDesk
from ui.main_window import MainWindow
from ui.parts import UpkeepParts
from ui.problems import Problems
from ui.tone import Tone
from ui.upkeep import Upkeep
from ui.wording.backup_words import ago_words, backup_words

USB = Path("cadangan")


def status(
    age: timedelta | None = timedelta(minutes=14),
    folder: Path | None = USB,
    problem: Problem | None = None,
    *,
    same_disk: bool = False,
) -> BackupStatus:
    return BackupStatus(folder, MORNING if age else None, age, False, problem, same_disk)


@pytest.mark.parametrize(
    ("stands", "words", "tone"),
    [
        (status(), "Backup: 14 min. ago", Tone.OK),
        (status(timedelta(hours=23)), "Backup: 23 hours ago", Tone.OK),
        (status(timedelta(hours=25)), "Backup: 25 hours ago", Tone.ERROR),
        (status(timedelta(days=3)), "Backup: 3 days ago", Tone.ERROR),
        (status(None), "Backup: none yet", Tone.ERROR),
        (status(folder=None), "Backup: no folder chosen", Tone.ERROR),
        (
            status(problem=Problem.BACKUP_FOLDER_MISSING),
            "Backup: 14 min. ago, the last one failed",
            Tone.ERROR,
        ),
        (status(same_disk=True), "Backup: 14 min. ago", Tone.WARN),
    ],
)
def test_the_foot_says_when_the_last_backup_was_made_and_is_red_when_it_should_worry(
    stands: BackupStatus, words: str, tone: Tone
) -> None:
    assert backup_words(stands) == (words, tone)


def test_an_age_is_told_in_the_unit_one_thinks_in() -> None:
    ages = [timedelta(seconds=9), timedelta(minutes=119), timedelta(hours=47), timedelta(-1)]
    assert [ago_words(age) for age in ages] == [
        "just now",
        "119 min. ago",
        "47 hours ago",
        "after the present time",
    ]


class House:
    """The window's foot, with a check and a backup that do as the test says."""

    def __init__(self, qtbot: QtBot, at: ScreenDesk) -> None:
        self._qtbot, self._at = qtbot, at
        self.window = MainWindow(at.clock, "Loket 1")
        qtbot.addWidget(self.window)
        self.window.show()
        self.check: Callable[[], None] = lambda: None
        self.watched: list[bool] = []
        parts = UpkeepParts(
            at.parts.upkeep.check_journal,
            lambda: self.check(),
            self._back_up,  # type: ignore[arg-type]
            at.parts.upkeep.clear_left_files,
        )
        self.upkeep = Upkeep(self.window, parts, at.background, Problems(self.window.notice, self.window))

    def _back_up(self, watch: Callable[[BackupProgress], bool]) -> BackupStatus:
        self.watched.append(watch(BackupProgress(BackupStage.COPYING, 0, 1)))
        return status()

    def until(self, words: str) -> None:
        labels = self.window.findChildren(QLabel)
        self._qtbot.waitUntil(
            lambda: any(words in label.text() for label in labels if label.isVisible()), timeout=5000
        )

    def quiet(self) -> None:
        self._qtbot.waitUntil(lambda: not self._at.background.busy, timeout=5000)


@pytest.fixture
def house(qtbot: QtBot, at: ScreenDesk) -> House:
    return House(qtbot, at)


def test_after_the_first_sign_in_every_page_is_looked_over_and_a_due_backup_made(house: House) -> None:
    house.upkeep.begin()
    house.until("Database encrypted, checked")
    house.until("Backup: 14 min. ago")
    house.upkeep.end()
    house.quiet()


def test_a_damaged_page_is_told_at_once_and_stays_told(house: House) -> None:
    def find_damage() -> None:
        raise StorageUnavailable(Problem.DATABASE_DAMAGED)

    house.check = find_damage
    house.upkeep.begin()
    house.until("Database damaged")
    assert "The database is damaged" in house.window.notice.text()
    house.upkeep.end()
    house.quiet()


def test_a_program_that_closes_ends_a_backup_under_way(house: House) -> None:
    house.upkeep.look()
    house.quiet()
    house.upkeep.end()
    house.upkeep.look()
    house.quiet()
    assert house.watched == [True], "after the end none is begun"
    house.upkeep.go_on()
    house.upkeep.look()
    house.quiet()
    assert house.watched == [True, True]
    house.upkeep.end()
