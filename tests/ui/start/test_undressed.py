"""Rooms built undressed look in the end like rooms that were styled piece by piece."""

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.application import undressed
from ui.widgets.action_button import ActionButton
from ui.widgets.label import Label
from ui.widgets.panel import Panel


def room() -> QWidget:
    room, panel = QWidget(), Panel("Siapa yang datang?")
    column = QVBoxLayout(room)
    for part in (Label("Aktif", grade="status"), QLineEdit("3578014105900001"), panel):
        column.addWidget(part)
    panel.add(ActionButton("Cetak", "F9", primary=True))
    return room


def shown(qtbot: QtBot, room: QWidget) -> QWidget:
    qtbot.addWidget(room)
    room.resize(480, 240)
    with qtbot.waitExposed(room):
        room.show()
    return room


def test_the_room_looks_the_same(qtbot: QtBot, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    with undressed(qapp):
        bare = shown(qtbot, room()).grab().toImage()
        built = room()
    assert qapp.styleSheet() == sheet
    dressed = shown(qtbot, room()).grab().toImage()
    assert shown(qtbot, built).grab().toImage() == dressed
    assert bare != dressed
