"""No key means two things at one place, and none works that the key card does not name."""

import re
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QKeySequence

from ui.shortcuts import Key, Place, key_meanings

UI = Path(__file__).parents[2] / "ui"
NAMED = re.compile(r"\"(F\d{1,2}|Del|Esc|(?:Ctrl|Alt|Shift)\+\w+)\"")


def test_no_key_means_two_things_at_one_place() -> None:
    everywhere = [entry.key for entry in key_meanings() if entry.place is Place.EVERYWHERE]
    for place in set(Place) - {Place.EVERYWHERE}:
        keys = [*everywhere, *(entry.key for entry in key_meanings() if entry.place is place)]
        assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_the_key_card_names_every_key() -> None:
    named = {entry.key for entry in key_meanings()}
    assert [key for key in Key if key not in named] == []
    assert all(entry.meaning for entry in key_meanings())


def test_screens_use_no_key_that_is_not_in_the_table() -> None:
    strangers = [
        f"{file.relative_to(UI)}: {key}"
        for file in UI.rglob("*.py")
        for key in NAMED.findall(file.read_text(encoding="utf-8"))
        if key not in set(Key) and key != "Ctrl+1"
    ]
    assert strangers == []


def test_qt_understands_every_key() -> None:
    assert [key for key in Key if QKeySequence(key).isEmpty()] == []
