"""Keep a designed layout as its next version; what is being designed is kept until then."""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.cards.card_layouts import StoredLayout
from app.cards.layout_draft import LayoutDraft
from app.cards.layout_of import newest_version
from app.clock import Clock
from app.errors import LoketError, Problem, RuleBroken
from app.files import write_whole
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

Image = Callable[[str], bytes | None]
WriteDraft = Callable[[LayoutDraft], str]
"""As the text of a layout file."""
ReadDraft = Callable[[str, str, Image], LayoutDraft]
"""``read(text, file, image)``: a text that was written so; ``YourEnvironment(LAYOUT_UNREADABLE)``."""
CheckDraft = Callable[[LayoutDraft], None]
"""``YourEnvironment(LAYOUT_UNREADABLE)`` names what no card could be printed with."""

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
"""Stands in the journal, on printed cards and before a space and the version."""


def image_name(content: bytes) -> str:
    """After its content: the same picture is stored once, another one never takes its name."""
    return f"gambar-{hashlib.sha256(content).hexdigest()[:16]}.jpg"


@dataclass(frozen=True, slots=True)
class SaveLayout:
    """Versions only ever follow each other: cards that were printed remember theirs."""

    begin: Begin
    clock: Clock
    write: WriteDraft
    check: CheckDraft

    def __call__(self, draft: LayoutDraft, by: Officer) -> LayoutDraft:
        """The draft as it is stored now. ``RuleBroken(LAYOUT_NAME_ODD)``,
        ``YourEnvironment(LAYOUT_UNREADABLE)``."""
        permit(by, Right.KEEP_LAYOUTS)
        if not _NAME.fullmatch(draft.name):
            raise RuleBroken(Problem.LAYOUT_NAME_ODD, name=draft.name)
        now = self.clock()
        with self.begin() as work:
            saved = replace(draft, version=(newest_version(work, draft.name) or 0) + 1)
            self.check(saved)
            stored = StoredLayout(saved.name, saved.version, self.write(saved), by.id, now)
            work.layouts.add(stored, saved.images)
            subject = f"layout:{saved.name} {saved.version}"
            work.journal.add(Entry(now, by.id, Action.LAYOUT_SAVED, subject))
            work.commit()
        return saved


@dataclass(frozen=True, slots=True)
class ReadLayout:
    """A stored layout to design on from; ``program(layout)`` is the text of one that comes with the
    program."""

    look: Begin
    read: ReadDraft
    program: Callable[[str], str]

    def __call__(self, layout: str, by: Officer) -> LayoutDraft:
        """By name and version. ``YourEnvironment(LAYOUT_UNREADABLE)``."""
        permit(by, Right.KEEP_LAYOUTS)
        name, _, version = layout.partition(" ")
        with self.look() as work:
            stored = work.layouts.version(name, int(version))
            if stored is not None:
                return self.read(stored.text, layout, work.layouts.image)
        return self.read(self.program(layout), layout, lambda _name: None)


@dataclass(frozen=True, slots=True)
class UnsavedLayout:
    """What is being designed, beside the database: a lock, a crash or a power cut loses none of it. It holds
    no member's data."""

    file: Path
    write: WriteDraft
    read: ReadDraft

    def keep(self, draft: LayoutDraft) -> None:
        """Raises ``YourEnvironment`` when the disk does not take it."""
        images = {name: base64.b64encode(image).decode() for name, image in draft.images.items()}
        write_whole(self.file, json.dumps({"text": self.write(draft), "images": images}).encode())

    def kept(self) -> LayoutDraft | None:
        """None where nothing was left, or what was left cannot be read."""
        try:
            left = json.loads(self.file.read_bytes())
            images = {name: base64.b64decode(image) for name, image in left["images"].items()}
            return self.read(left["text"], self.file.name, images.get)
        except (OSError, ValueError, TypeError, KeyError, AttributeError, binascii.Error, LoketError):
            return None

    def drop(self) -> None:
        self.file.unlink(missing_ok=True)
