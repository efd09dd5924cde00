"""Layouts as files: those that come with the program, one taken in or given out, and their pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from app.archive.attachment import MediaType
from app.cards.layout_draft import CardSide, LayoutDraft
from app.cards.save_layout import image_name
from app.errors import Problem, YourEnvironment
from app.files import write_whole
from printing.fonts import FontShelf
from printing.layout import beside, layout_from, read_layout
from printing.layout_text import draft_of, text_of
from printing.scans import read_scan

_MOST_DOTS = 2032, 1296
"""Twice a card's dots each way: no printer shows more."""
_LONGEST_TEXT = 200_000
"""Bytes; a layout with every line used is a tenth of it."""


@dataclass(frozen=True, slots=True)
class LayoutFiles:
    """``program`` is the folder of the layouts that come with the program."""

    program: Path
    fonts: FontShelf

    def program_text(self, layout: str) -> str:
        """By name and version. ``YourEnvironment(LAYOUT_UNREADABLE)``."""
        for file in sorted(self.program.glob("*.toml")):
            found = read_layout(file, self.fonts)
            if f"{found.name} {found.version}" == layout:
                return file.read_text(encoding="utf-8")
        raise _unreadable(layout, "no_such_layout")

    def check(self, draft: LayoutDraft) -> None:
        """``YourEnvironment(LAYOUT_UNREADABLE)`` names the first key no card could be printed with."""
        layout_from(text_of(draft), draft.name, self.fonts, draft.images.get)

    def take_in(self, file: Path) -> LayoutDraft:
        """Read as strictly as every layout; its pictures lie beside it and are drawn anew.

        ``YourEnvironment(LAYOUT_UNREADABLE)``, ``FileRefused`` for a picture.
        """
        try:
            if file.stat().st_size > _LONGEST_TEXT:
                raise _unreadable(file.name, "too_large")
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _unreadable(file.name, "unreadable") from error
        layout_from(text, file.name, self.fonts, lambda name: beside(file, name))
        draft = draft_of(text, file.name, lambda name: beside(file, name))
        return _with_pictures(draft, {name: self.picture(file.with_name(name)) for name in draft.images})

    def give_out(self, draft: LayoutDraft, file: Path) -> None:
        """With its pictures beside it. Raises ``YourEnvironment`` when the disk does not take them."""
        for name, content in draft.images.items():
            write_whole(file.with_name(name), content)
        write_whole(file, text_of(draft).encode())

    def picture(self, file: Path) -> bytes:
        """Read by the limited child and drawn anew, no finer than a card can show. ``FileRefused``."""
        scan = read_scan(file)
        if scan.media is not MediaType.JPEG:
            raise _unreadable(file.name, "not_a_picture")
        with Image.open(BytesIO(scan.content), formats=("JPEG",)) as picture:
            picture.thumbnail(_MOST_DOTS)
            drawn = BytesIO()
            picture.save(drawn, "JPEG", quality=90)
        return drawn.getvalue()


def _with_pictures(draft: LayoutDraft, drawn: Mapping[str, bytes]) -> LayoutDraft:
    names = {before: image_name(content) for before, content in drawn.items()}
    for side in CardSide:
        if draft.elements(side):
            renamed = (replace(each, file=names.get(each.file, "")) for each in draft.elements(side))
            draft = draft.with_elements(side, tuple(renamed))
    return replace(draft, images={names[before]: content for before, content in drawn.items()})


def _unreadable(file: str, why: str) -> YourEnvironment:
    return YourEnvironment(Problem.LAYOUT_UNREADABLE, file=file, key="", why=why)
