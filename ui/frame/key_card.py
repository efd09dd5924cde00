"""The key card (F1): every key and what it does, on one page."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.shortcuts import Key, Place, key_meanings, place_name
from ui.theme import GAP, HAIR, SECTION, SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.key_cap import KeyCap
from ui.widgets.label import Label
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel

_SIDE_BY_SIDE = 4
_HEAD = 2  # the heading of a place takes the room of so many keys


class KeyCard(Page):
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Keys"))
        self._close = ActionButton(self.tr("Back to work"), Key.BACK, primary=True)
        self._close.triggered.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(SECTION, SECTION, SECTION, SECTION)
        column.setSpacing(GAP)
        column.addWidget(Label(self.tr("Keys"), grade="status"))
        column.addWidget(scrolling(_all_keys()), 1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self._close)


def _all_keys() -> QWidget:
    """Side by side, the places with most keys first, each where the fewest stand so far."""
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, SMALL, 0)
    row.setSpacing(GAP)
    columns = [QVBoxLayout() for _ in range(_SIDE_BY_SIDE)]
    for column in columns:
        column.setSpacing(GAP)
        row.addLayout(column, 1)
    taken = [0] * _SIDE_BY_SIDE
    keys = Counter(entry.place for entry in key_meanings())
    for place in sorted(Place, key=lambda place: (place is not Place.EVERYWHERE, -keys[place])):
        emptiest = taken.index(min(taken))
        columns[emptiest].addWidget(_keys_of(place))
        taken[emptiest] += keys[place] + _HEAD
    for column in columns:
        column.addStretch(1)
    return inside


def _keys_of(place: Place) -> Panel:
    panel, grid = Panel(place_name(place)), QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(HAIR)
    grid.setColumnStretch(1, 1)
    for row, entry in enumerate(entry for entry in key_meanings() if entry.place is place):
        grid.addWidget(KeyCap(entry.key), row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(entry.meaning, grade="small", wrap=True), row, 1)
    panel.body.addLayout(grid)
    return panel
