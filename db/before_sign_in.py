"""What the first window shows of a branch, read from its key slots before anything heavy is loaded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DEMO_DATABASE = "c0" * 16
"""The number of a demo branch. No real branch has it: theirs are drawn, and no slot opens under another."""

DEMO_PASSWORD = "loket contoh"
"""Of all officers of a demo branch; its sign-in page tells it."""


@dataclass(frozen=True, slots=True)
class BeforeSignIn:
    """``names`` by officer number. Nothing is believed of them yet: what is wrong is told by the vault."""

    names: Mapping[int, str] = field(default_factory=dict)
    demo: bool = False


def before_sign_in(slots: Path) -> BeforeSignIn:
    """Empty where the slots cannot be read."""
    try:
        plain = json.loads(slots.read_bytes())
        names = {slot["officer"]: slot["name"] for slot in plain["slots"] if slot["officer"] != 0}
        demo = plain["database"] == DEMO_DATABASE
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return BeforeSignIn()
    readable = all(type(number) is int and type(name) is str for number, name in names.items())
    return BeforeSignIn(names, demo) if readable else BeforeSignIn()
