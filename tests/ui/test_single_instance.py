"""A second start raises the first window; a crash in between is no obstacle."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from app.errors import Problem, YourEnvironment
from ui.single_instance import SingleInstance

ROOT = Path(__file__).parents[2]

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
application = QCoreApplication(sys.argv)
instance = SingleInstance(Path(sys.argv[1]))
first = instance.claim()
print("first" if first else "second", flush=True)
instance.knocked.connect(lambda: print("raised", flush=True))
sys.exit(application.exec() if first else 0)
"""


def start(lock: Path) -> QProcess:
    process = QProcess()
    process.setWorkingDirectory(str(ROOT))
    process.start(sys.executable, ["-c", START, str(lock)])
    return process


def said(process: QProcess, qtbot: QtBot, words: bytes) -> None:
    heard = bytearray()

    def hear() -> bool:
        heard.extend(bytes(process.readAllStandardOutput().data()))
        return words in heard

    qtbot.waitUntil(hear, timeout=10_000)


def end(process: QProcess, qtbot: QtBot) -> None:
    process.kill()
    qtbot.waitUntil(lambda: process.state() is QProcess.ProcessState.NotRunning)


def test_a_second_start_raises_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first = start(tmp_path / "loket.lock")
    said(first, qtbot, b"first")
    second = start(tmp_path / "loket.lock")
    said(second, qtbot, b"second")
    said(first, qtbot, b"raised")
    qtbot.waitUntil(lambda: second.state() is QProcess.ProcessState.NotRunning)
    assert second.exitCode() == 0
    end(first, qtbot)


def test_after_a_crash_the_next_start_is_first_again(tmp_path: Path, qtbot: QtBot) -> None:
    lock = tmp_path / "loket.lock"
    crashed = start(lock)
    said(crashed, qtbot, b"first")
    end(crashed, qtbot)  # killed: lock file and socket stay behind
    fresh = start(lock)
    said(fresh, qtbot, b"first")
    late = start(lock)
    said(fresh, qtbot, b"raised")
    end(late, qtbot)
    end(fresh, qtbot)


def test_a_lock_left_where_nothing_can_be_written_is_told_instead_of_ending_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "loket.lock"
    lock.mkdir()  # as a crash leaves it on a full disk: taken, and not to be removed

    def full(_file: Path, _content: bytes) -> None:
        raise YourEnvironment(Problem.DISK_FULL)

    monkeypatch.setattr("ui.single_instance.write_whole", full)
    with pytest.raises(YourEnvironment) as told:
        SingleInstance(lock).claim()
    assert told.value.problem is Problem.DISK_FULL


def test_who_starts_beside_one_that_is_only_starting_ends_in_peace(tmp_path: Path) -> None:
    lock = tmp_path / "loket.lock"
    lock.mkdir()
    assert not SingleInstance(lock).claim()
    assert list(tmp_path.iterdir()) == [lock]


def test_two_folders_are_two_programs(tmp_path: Path, qtbot: QtBot) -> None:
    training, real = SingleInstance(tmp_path / "a.lock"), SingleInstance(tmp_path / "b.lock")
    assert (training.claim(), real.claim()) == (True, True)
    training.release()
    real.release()


def test_a_released_place_is_free(tmp_path: Path, qtbot: QtBot) -> None:
    instance = SingleInstance(tmp_path / "loket.lock")
    assert instance.claim()
    instance.release()
    ended = subprocess.run(
        [sys.executable, "-c", START.replace("application.exec()", "0"), str(tmp_path / "loket.lock")],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert ended.stdout == "first\n"


def test_a_second_start_touches_neither_log_nor_files_before_it_knows(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path / "loket.lock")
    assert first.claim()
    before = sorted(file.name for file in tmp_path.iterdir())
    command = [sys.executable, "main.py", "--demo", "--base", str(tmp_path)]
    with qtbot.waitSignal(first.knocked, timeout=20_000):
        second = subprocess.Popen(command, cwd=ROOT)
    assert second.wait(20) == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == before
    first.release()


def test_a_folder_that_takes_no_lock_is_told_and_not_taken_for_a_second_start(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with pytest.raises(YourEnvironment) as told:
        SingleInstance(tmp_path / "gone" / "loket.lock").claim()
    assert told.value.problem is Problem.FILE_NOT_WRITTEN
