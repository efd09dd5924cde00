"""Knows what is being designed, with its steps and the element in hand, and draws it after each change."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from app.cards.layout_draft import (
    CODES,
    CardSide,
    DraftLook,
    Element,
    ElementKind,
    FoundFlaw,
    LayoutDraft,
    fresh_element,
)
from app.cards.layout_samples import SAMPLES
from app.cards.save_layout import image_name
from app.errors import LoketError
from app.trust.officer import Officer
from ui.background import Background, Lane
from ui.layouts.designer_page import DesignerPage
from ui.layouts.history import History
from ui.layouts.layout_parts import LayoutParts
from ui.problems import Problems
from ui.tone import Tone

KEEP_MS = 700
"""After the last change it is on the disk: nobody designs a card twice."""


class Designer(QObject):
    """``saved(LayoutDraft)``, ``left()``; ``problem`` carries an error no page has words for."""

    saved = Signal(object)
    left = Signal()
    problem = Signal(object)

    def __init__(self, page: DesignerPage, parts: LayoutParts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._history = History(LayoutDraft("", 1))
        self._side, self._place = CardSide.FRONT, -1
        self._face = SAMPLES[0]
        self._look: DraftLook | None = None
        self._drawing = self._stale = False
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._connect()
        page.show_samples(
            [
                self.tr("Ordinary name"),
                self.tr("Longest name"),
                self.tr("KPJ with letters"),
            ]
        )

    @property
    def draft(self) -> LayoutDraft:
        return self._history.draft

    @property
    def unsaved(self) -> bool:
        return self._history.unsaved

    def take_over(self, officer: Officer | None) -> None:
        """Another officer sits down; what is being designed stays on the table."""
        self._officer = officer

    def begin(self, draft: LayoutDraft, *, saved: bool = True) -> None:
        """``saved``: it stands in the branch's layouts just so."""
        self._history = History(draft, saved=saved)
        self._look = None
        self._choose(CardSide.FRONT, -1)
        self._page.notice.hide()
        self._redraw()

    # what the hands do

    def _connect(self) -> None:
        page = self._page
        page.canvas.chosen.connect(lambda place: self._choose(self._side, place))
        page.canvas.changed.connect(self._change)
        page.canvas.resized.connect(self._redraw)
        page.zoomed.connect(self._redraw)
        page.shown.connect(self._redraw)
        page.panel.changed.connect(self._change)
        page.panel.picture_asked.connect(lambda: self._ask_for_picture(self._put_picture))
        page.element_chosen.connect(lambda place: self._choose(self._side, place))
        page.table.row_chosen.connect(lambda _row: page.panel.focus_on("x_mm"))
        page.flaw_chosen.connect(self._go_to_flaw)
        page.sample_chosen.connect(self._show_sample)
        page.add_asked.connect(lambda kind: self._add(ElementKind(kind)))
        page.copy.triggered.connect(self._copy)
        page.delete.triggered.connect(self._delete)
        page.earlier.triggered.connect(lambda: self._reorder(-1))
        page.later.triggered.connect(lambda: self._reorder(1))
        page.other_side.triggered.connect(self._turn)
        page.back_wanted.connect(self._want_back)
        page.renamed.connect(self._rename)
        page.undo.triggered.connect(lambda: self._step(self._history.undo))
        page.redo.triggered.connect(lambda: self._step(self._history.redo))
        page.save.triggered.connect(self._save)
        page.leave.triggered.connect(self.left)

    def _choose(self, side: CardSide, place: int) -> None:
        if (side, place) != (self._side, self._place):
            self._history.rest()
            self._page.panel.forget()
        self._side, self._place = side, place
        self._show()

    def _change(self, element: Element, step: str) -> None:
        if 0 <= self._place < len(self.draft.elements(self._side)):
            changed = self.draft.changed(self._side, self._place, element)
            self._push(changed, f"{self._side} {self._place} {step}")

    def _push(self, draft: LayoutDraft, step: str = "") -> None:
        self._history.push(draft, step)
        self._keeping.start()
        self._show()
        self._redraw()

    def _step(self, step: Callable[[], None]) -> None:
        step()
        self._page.panel.forget()
        elements = self.draft.elements(self._side)
        if self._side is CardSide.BACK and self.draft.back is None:
            self._side, self._place = CardSide.FRONT, -1
        self._place = min(self._place, len(elements) - 1)
        self._keeping.start()
        self._show()
        self._redraw()

    def _add(self, kind: ElementKind) -> None:
        if kind is ElementKind.IMAGE:
            self._ask_for_picture(self._add_picture)
        else:
            self._put(fresh_element(kind, self._parts.fonts))

    def _put(self, element: Element) -> None:
        draft, place = self.draft.added(self._side, element)
        self._page.panel.forget()
        self._place = place
        self._push(draft)

    def _copy(self) -> None:
        element = self._current()
        if element is not None and element.kind not in CODES:
            self._put(element.moved(2, 2))

    def _delete(self) -> None:
        if self._current() is not None:
            draft = self.draft.removed(self._side, self._place)
            self._page.panel.forget()
            self._place = min(self._place, len(draft.elements(self._side)) - 1)
            self._push(draft)

    def _reorder(self, by: int) -> None:
        swapped = self.draft.swapped(self._side, self._place, self._place + by)
        if swapped is not None:
            self._place += by
            self._push(swapped)

    def _turn(self) -> None:
        other = CardSide.BACK if self._side is CardSide.FRONT else CardSide.FRONT
        self._choose(other, -1)
        self._show_page()

    def _want_back(self, wanted: bool) -> None:
        """Taken away, it comes back with undo."""
        self._side, self._place = CardSide.FRONT, -1
        self._push(replace(self.draft, back=() if wanted else None))

    def _rename(self, name: str) -> None:
        self._push(replace(self.draft, name=name), "name")

    def _show_sample(self, place: int) -> None:
        self._face = SAMPLES[place]
        self._redraw()

    def _go_to_flaw(self, flaw: FoundFlaw) -> None:
        if flaw.place is None:
            self._page.add.setFocus()
            return
        self._choose(flaw.side, flaw.place)
        self._show_page()
        self._page.panel.focus_on(flaw.key)

    # pictures

    def _ask_for_picture(self, then: Callable[[str, bytes], None]) -> None:
        dialog = QFileDialog(
            self._page, self.tr("Choose a picture"), "", self.tr("Pictures (*.png *.jpg *.jpeg)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.read_picture(Path(file), then))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_picture(self, file: Path, then: Callable[[str, bytes], None] | None = None) -> None:
        """It is drawn anew by a child that may fall, so it takes a moment."""
        picture, put = self._parts.picture, then or self._add_picture
        self._background.run(
            self._page,
            lambda: picture(file),
            then=lambda content: put(image_name(content), content),
            otherwise=self._tell,
            lane=Lane.PAPER,
        )

    def _add_picture(self, name: str, content: bytes) -> None:
        self._history.rest()
        self._with_image(name, content)
        self._put(Element(ElementKind.IMAGE, 5, 5, 20, 12, file=name))

    def _put_picture(self, name: str, content: bytes) -> None:
        element = self._current()
        if element is not None and element.kind is ElementKind.IMAGE:
            self._with_image(name, content)
            self._change(replace(element, file=name), "picture")

    def _with_image(self, name: str, content: bytes) -> None:
        self._history.push(replace(self.draft, images={**self.draft.images, name: content}), "picture")

    # what is shown

    def _current(self) -> Element | None:
        elements = self.draft.elements(self._side)
        return elements[self._place] if 0 <= self._place < len(elements) else None

    def _show(self) -> None:
        history = self._history
        self._page.show_draft(self.draft, self._side, self._place)
        self._page.show_state(
            unsaved=history.unsaved, version=self.draft.version, undo=history.can_undo, redo=history.can_redo
        )
        if self._look is not None:
            self._page.show_flaws(self._look.flaws, self.draft, self._place)

    def _show_page(self) -> None:
        pages = self._look.pages if self._look is not None else ()
        at = 0 if self._side is CardSide.FRONT else 1
        self._page.canvas.show_page(pages[at] if at < len(pages) else None)

    def _redraw(self) -> None:
        """One drawing at a time; what has changed meanwhile is drawn next, never every step between."""
        if not self._page.isVisible():
            return
        if self._drawing:
            self._stale = True
            return
        self._drawing, self._stale = True, False
        look, draft, face = self._parts.look, self.draft, self._face
        width = max(320, self._page.canvas.page_width())
        self._background.run(
            self._page,
            lambda: look(draft, face, width),
            then=self._drawn,
            otherwise=self._not_drawn,
            lane=Lane.PAPER,
        )

    def _drawn(self, look: DraftLook) -> None:
        self._drawing, self._look = False, look
        self._show_page()
        self._page.show_flaws(look.flaws, self.draft, self._place)
        if self._stale:
            self._redraw()

    def _not_drawn(self, error: Exception) -> None:
        self._drawing = False
        self._tell(error)

    # keeping and saving

    def _keep(self) -> None:
        unsaved, draft = self._parts.unsaved, self.draft
        work = (lambda: unsaved.keep(draft)) if self._history.unsaved else unsaved.drop
        self._background.run(self._page, work, then=lambda _done: None, otherwise=self._tell, lane=Lane.PAPER)

    def _save(self) -> None:
        by, save, unsaved, draft = self._officer, self._parts.save, self._parts.unsaved, self.draft
        if by is None:
            return

        def work() -> LayoutDraft:
            stored = save(draft, by)
            unsaved.drop()
            return stored

        self._keeping.stop()
        self._page.save.set_busy(True, self.tr("Saving …"))
        self._background.run(self._page, work, then=self._stored, otherwise=self._not_stored)

    def _stored(self, stored: LayoutDraft) -> None:
        self._page.save.set_busy(False)
        self._history.mark_saved(stored)
        self._show()
        said = self.tr("Saved as version {version}. Cards are printed with it from now on.")
        self._page.notice.say(said.format(version=stored.version), Tone.OK)
        self.saved.emit(stored)

    def _not_stored(self, error: Exception) -> None:
        self._page.save.set_busy(False)
        self._keeping.start()
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
