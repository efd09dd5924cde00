"""A line to type into that leaves the program's own keys to the program."""

from PySide6.QtCore import QEvent, QKeyCombination
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from ui.shortcuts import Key

_OF_THE_LINE = frozenset({Key.UNDO, Key.REDO})
_OF_THE_PROGRAM = frozenset(
    key for key in Key if key.startswith("Ctrl+") and len(key.rpartition("+")[2]) == 1
).difference(_OF_THE_LINE)


class Line(QLineEdit):
    """On a Linux desktop a line takes Ctrl+E, K and U for itself, and empties on two of them; here they do
    what the buttons say, and nothing where no button says them."""

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and _is_programs(event.keyCombination())
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_programs(event.keyCombination()):
            event.ignore()
            return
        super().keyPressEvent(event)


def _is_programs(pressed: QKeyCombination) -> bool:
    return QKeySequence(pressed).toString() in _OF_THE_PROGRAM
