"""The dark rail: the rooms of the program, and who sits at the counter.

``add_room(code, name, icon, place)``; ``offer_rooms(codes)``; ``show_room(code)``;
``show_officer(name, role)``; signals ``room_asked(code)`` and ``lock_asked()``.
"""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SMALL, WIDE
from ui.widgets.icon import Icon
from ui.widgets.key_cap import KeyCap, key_text
from ui.widgets.label import Elided, Label
from ui.widgets.mark import mark

NARROWEST = 184


class Rail(QFrame):
    room_asked = Signal(str)
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, RailButton] = {}
        self._places: dict[str, int] = {}
        self._officer = OfficerCard()
        self._officer.lock.clicked.connect(self.lock_asked)
        name = Label("Loket")
        name.setObjectName("programName")
        self._rooms = QVBoxLayout()
        self._rooms.setSpacing(HAIR - 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, GAP, SMALL, SMALL)
        column.setSpacing(GAP)
        title = QHBoxLayout()
        title.setContentsMargins(GAP, 0, 0, 0)
        title.addWidget(name)
        column.addLayout(title)
        column.addLayout(self._rooms)
        column.addStretch()
        column.addWidget(self._officer)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(NARROWEST, 0))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words, however large the text."""
        return self.sizeHint()

    def add_room(self, code: str, name: str, icon: str, place: int) -> None:
        """A room stands before those of a higher ``place``; it is seen once it is offered."""
        button = RailButton(name, icon)
        button.setObjectName(code)
        button.clicked.connect(lambda: self.room_asked.emit(code))
        before = [other for other in self._places.values() if other < place]
        self._rooms.insertWidget(len(before), button)
        self._buttons[code], self._places[code] = button, place
        button.hide()

    def offer_rooms(self, codes: Collection[str]) -> None:
        """Only these are seen; Ctrl+1 is the first of them, Ctrl+0 the tenth."""
        offered = sorted(codes, key=self._places.__getitem__)
        for code, button in self._buttons.items():
            button.set_key(f"Ctrl+{(offered.index(code) + 1) % 10}" if code in codes else "")
            button.setVisible(code in codes)

    def show_room(self, code: str) -> None:
        for other, button in self._buttons.items():
            button.show_current(other == code)

    def show_open_count(self, code: str, count: int) -> None:
        self._buttons[code].show_open_count(count)

    def show_officer(self, name: str, role: str) -> None:
        self._officer.show_officer(name, role)


_MANY = "00"


class RailButton(QPushButton):
    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP, 0, GAP, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(Icon(icon))
        self._row.addWidget(Label(name))
        self._row.addStretch()
        self._open = Label("0", grade="small", weight="strong")
        self._open.setObjectName("openCount")
        kept = self._open.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the window must not move when a card begins to wait
        self._open.setSizePolicy(kept)
        self._open.hide()
        self._row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        self._name = name
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._key = QShortcut(QKeySequence(), self, autoRepeat=False)
        self._key.activated.connect(self.click)

    def set_key(self, key: str) -> None:
        self._key.setKey(QKeySequence(key))
        self.setAccessibleDescription(key_text(key))
        self.setToolTip(key_text(key))

    def show_current(self, current: bool) -> None:
        self.setChecked(current)
        mark(self, current=current)

    def show_open_count(self, count: int) -> None:
        self._open.setVisible(count > 0)
        self._open.setText(str(count))
        waiting = self.tr("{count} waiting for an answer").format(count=count)
        self.setAccessibleName(f"{self._name}, {waiting}" if count else self._name)

    def nextCheckState(self) -> None:
        """The frame decides which room is shown; a press only asks for it."""

    def sizeHint(self) -> QSize:
        """Wide enough for the cards of a batch: the window must not move from the ninth to the tenth."""
        figures = self._open.fontMetrics()
        missing = figures.horizontalAdvance(_MANY) - figures.horizontalAdvance(self._open.text())
        return QSize(self._row.sizeHint().width() + max(missing, 0), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class OfficerCard(QFrame):
    """Name and role of whoever answers for what is stored now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Elided(grade="small", weight="strong")
        self._role = Elided(tone="muted", grade="small")
        self.lock = QPushButton()
        self.lock.setObjectName("lockCounter")
        self.lock.setAutoDefault(False)
        self.lock.setAccessibleName(self.tr("Lock"))
        self.lock.setAccessibleDescription(key_text(Key.LOCK))
        self.lock.setToolTip(self.tr("Lock the counter, or let another officer take over"))
        row = QHBoxLayout(self.lock)
        row.setContentsMargins(HAIR, 0, HAIR, 0)
        row.setSpacing(SMALL)
        row.addWidget(KeyCap(Key.LOCK))
        row.addWidget(Label(self.tr("Lock"), "muted", grade="small"))
        row.addStretch()
        for child in self.lock.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, HAIR, 0)
        column.setSpacing(HAIR - 2)
        column.addWidget(self._name)
        column.addWidget(self._role)
        lower = QHBoxLayout()
        lower.setContentsMargins(-WIDE // 4, 0, 0, 0)
        lower.addWidget(self.lock)
        column.addLayout(lower)

    def show_officer(self, name: str, role: str) -> None:
        self._name.setText(name)
        self._role.setText(role)
