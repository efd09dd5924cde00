"""What may be done in the room "Tata letak kartu", handed in by ``main``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.cards.card_face import CardFace
from app.cards.choose_layout import ChooseLayout, SeeLayouts
from app.cards.layout_draft import DraftLook, LayoutDraft
from app.cards.save_layout import ReadLayout, SaveLayout, UnsavedLayout


@dataclass(frozen=True, slots=True)
class LayoutParts:
    """``look(draft, face, width_px)`` draws what can be drawn; ``picture(file)`` and ``take_in(file)`` raise
    for what cannot be read; ``give_out(draft, file)`` writes the pictures beside it."""

    see: SeeLayouts
    choose: ChooseLayout
    read: ReadLayout
    save: SaveLayout
    unsaved: UnsavedLayout
    look: Callable[[LayoutDraft, CardFace, int], DraftLook]
    picture: Callable[[Path], bytes]
    take_in: Callable[[Path], LayoutDraft]
    give_out: Callable[[LayoutDraft, Path], None]
    fonts: tuple[str, ...]
    out: Path
