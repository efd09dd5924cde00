"""Loket as ``python main.py`` starts it, telling that it is the first one and that its window is raised."""

import sys

from main import main
from ui.main_window import MainWindow
from ui.single_instance import SingleInstance

FIRST, RAISED = "first", "raised"

_claim, _raise_up = SingleInstance.claim, MainWindow.raise_up


def _claimed(instance: SingleInstance) -> bool:
    first = _claim(instance)
    if first:
        _say(FIRST)
    return first


def _raised(window: MainWindow) -> None:
    _raise_up(window)
    _say(RAISED)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    SingleInstance.claim = _claimed  # type: ignore[assignment, method-assign]
    MainWindow.raise_up = _raised  # type: ignore[assignment, method-assign]
    raise SystemExit(main(sys.argv[1:]))
