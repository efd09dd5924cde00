"""Every icon the screens name is there, and none lies there unused."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_icons_are_exactly_those_the_screens_name() -> None:
    there = {file.stem for file in (ROOT / "resources" / "icons").glob("*.svg")}
    words = {
        word
        for file in (ROOT / "ui").rglob("*.py")
        for word in re.findall(r"\"([a-z0-9]+(?:-[a-z0-9]+)*)\"", file.read_text(encoding="utf-8"))
    }
    assert there - words == set()
    named = {
        word
        for file in (ROOT / "ui").rglob("*.py")
        for word in re.findall(
            r"(?:[Ii]con=|Icon\(|show_icon\()\"([a-z0-9-]+)\"", file.read_text(encoding="utf-8")
        )
    }
    assert named - there == set()
