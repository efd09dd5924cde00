"""A renderer for each layout and version: those the branch saved, and those that come with the program."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from app.cards.card_face import CardFace
from app.cards.layout_of import newest_version
from app.errors import Problem, YourEnvironment
from app.findings import Finding
from app.ports import Begin
from printing.card import PdfCardRenderer
from printing.fonts import FontShelf
from printing.layout import CardLayout, layout_from, read_layout


@dataclass(frozen=True)
class PdfCardRenderers:
    """``program`` is the folder of the layouts that come with the program. A version never changes, so
    each is read once; ``look`` is asked only for what was not read yet."""

    look: Begin
    program: Path
    fonts: FontShelf
    specimen: bool = False
    _read: dict[tuple[str, int], PdfCardRenderer] = field(default_factory=dict, init=False, compare=False)
    _reading: threading.Lock = field(default_factory=threading.Lock, init=False, compare=False)

    def of(self, layout: str) -> PdfCardRenderer:
        name, _, version = layout.partition(" ")
        if version and not version.isdecimal():
            raise _unreadable(layout)
        with self._reading:
            wanted = name, int(version) if version else self._newest(name)
            if wanted not in self._read:
                self._read[wanted] = PdfCardRenderer(self._layout(*wanted), self.specimen)
            return self._read[wanted]

    def findings(self, face: CardFace) -> tuple[Finding, ...]:
        """Of the layout the face is drawn with."""
        return self.of(face.layout).findings(face)

    def _newest(self, name: str) -> int:
        with self.look() as work:
            version = newest_version(work, name)
        if version is None:
            raise _unreadable(name)
        return version

    def _layout(self, name: str, version: int) -> CardLayout:
        with self.look() as work:
            stored = work.layouts.version(name, version)
            if stored is not None:
                return layout_from(stored.text, f"{name} {version}", self.fonts, work.layouts.image)
        for file in sorted(self.program.glob("*.toml")):
            layout = read_layout(file, self.fonts)
            if (layout.name, layout.version) == (name, version):
                return layout
        raise _unreadable(f"{name} {version}")


def _unreadable(layout: str) -> YourEnvironment:
    return YourEnvironment(Problem.LAYOUT_UNREADABLE, file=layout, key="", why="no_such_layout")
