"""Carries the room "Tata letak kartu"."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.cards.card_face import PROGRAM_LAYOUT
from app.cards.card_layouts import PROGRAM_LAYOUTS, LayoutChoice
from app.cards.choose_layout import KeptLayouts
from app.cards.layout_draft import DraftLook, LayoutDraft
from app.cards.layout_samples import ORDINARY
from app.errors import InputRejected, LoketError, Problem
from app.members.npp import Npp
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background, Lane
from ui.choose_folder import choose_new_file
from ui.layouts.designer import Designer
from ui.layouts.layout_parts import LayoutParts
from ui.layouts.layouts_room import LayoutsRoom
from ui.problems import Problems
from ui.tone import Tone
from ui.wording.layout_words import why_words

T = TypeVar("T")

_CARD_PX = 560


class LayoutsPresenter(QObject):
    """``problem`` carries an error no page has words for."""

    problem = Signal(object)

    def __init__(self, room: LayoutsRoom, parts: LayoutParts, background: Background) -> None:
        super().__init__(room)
        self._room, self._parts, self._background = room, parts, background
        self._page = room.kept
        self._problems = Problems(self._page.notice, self)
        self._officer: Officer | None = None
        self.designer = Designer(room.designer, parts, background)
        self.designer.problem.connect(self.problem)
        self.designer.saved.connect(self._saved)
        self.designer.left.connect(self._leave)
        page = self._page
        page.shown.connect(self.refresh)
        page.design_asked.connect(self._design)
        page.anew_asked.connect(lambda: self._design(f"{PROGRAM_LAYOUT} {PROGRAM_LAYOUTS[PROGRAM_LAYOUT]}"))
        page.take_in_asked.connect(self._ask_for_file)
        page.give_out_asked.connect(self._ask_where)
        page.looked_at.connect(self._look)
        page.chosen.connect(self._choose)
        page.company_typed.connect(self._choose_company)

    def start(self, officer: Officer) -> None:
        """Another officer sits down: what is being designed stays on the table of who may design."""
        self._officer = officer if may(officer.role, Right.KEEP_LAYOUTS) else None
        self.designer.take_over(self._officer)
        self.refresh()
        if self._officer is not None and not self.designer.unsaved:
            self._offer_what_was_left()

    def refresh(self) -> None:
        if self._page.isVisible():
            self._do(self._parts.see, self._show_layouts)

    def _show_layouts(self, kept: KeptLayouts) -> None:
        self._page.show_layouts(kept)

    def _look(self, layout: str) -> None:
        read, look = self._parts.read, self._parts.look

        def seen(by: Officer) -> tuple[str, DraftLook]:
            return layout, look(read(layout, by), ORDINARY, _CARD_PX)

        def show(told: tuple[str, DraftLook]) -> None:
            current = self._page.current()
            if current is not None and current.layout == told[0]:
                self._page.show_card(told[1].pages)

        self._do(seen, show)

    # designing

    def _design(self, layout: str) -> None:
        read = self._parts.read
        if self.designer.unsaved:
            self._room.show_designer()
            self._room.designer.notice.say(
                self.tr("This one is not saved yet. Save it, or undo what was changed, before another one."),
                Tone.WARN,
            )
            return
        self._do(lambda by: read(layout, by), self._open)

    def _open(self, draft: LayoutDraft) -> None:
        self._room.show_designer()
        self.designer.begin(draft)

    def _offer_what_was_left(self) -> None:
        kept = self._parts.unsaved.kept

        def offer(left: LayoutDraft | None) -> None:
            if left is not None and not self.designer.unsaved:
                said = self.tr("Version {version} of {layout} was changed and not saved.")
                self._page.notice.say(
                    said.format(version=left.version, layout=left.name),
                    Tone.WARN,
                    action=self.tr("Go on designing"),
                    do=lambda: self._go_on(left),
                )

        self._background.run(self._page, kept, then=offer, otherwise=self._tell, lane=Lane.PAPER)

    def _go_on(self, left: LayoutDraft) -> None:
        self._room.show_designer()
        self.designer.begin(left, saved=False)

    def _leave(self) -> None:
        """What is not saved stays in the designer and is offered again."""
        self._room.show_kept()
        if self.designer.unsaved:
            draft = self.designer.draft
            said = self.tr("Version {version} of {layout} was changed and not saved.")
            self._page.notice.say(
                said.format(version=draft.version, layout=draft.name),
                Tone.WARN,
                action=self.tr("Go on designing"),
                do=self._room.show_designer,
            )

    def _saved(self, stored: LayoutDraft) -> None:
        self._page.notice.hide()
        self._page.select(stored.name)

    # choosing

    def _choose(self, choice: LayoutChoice) -> None:
        choose = self._parts.choose

        def told(_done: None) -> None:
            self._page.npp.set_text("")
            self._page.notice.say(self.tr("Holds from the next card on."), Tone.OK)
            self.refresh()

        self._do(lambda by: choose(choice, by), told, otherwise=lambda error: self._not_chosen(choice, error))

    def _not_chosen(self, choice: LayoutChoice, error: Exception) -> None:
        if isinstance(error, LoketError) and error.problem is Problem.NOT_FOUND and choice.npp is not None:
            self._page.show_no_company()
        else:
            self._tell(error)

    def _choose_company(self, typed: str) -> None:
        current = self._page.current()
        if current is None:
            return
        try:
            npp = Npp.parse(typed)
        except InputRejected:
            self._page.show_no_company()
            return
        self._choose(LayoutChoice(current.name, npp=npp))

    # files

    def _ask_for_file(self) -> None:
        kinds = self.tr("Card layouts (*.toml)")
        dialog = QFileDialog(self._page, self.tr("Read a layout file"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.take_in(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, file: Path) -> None:
        """Into the designer, where it is looked at before it is saved."""
        take_in = self._parts.take_in
        self._background.run(
            self._page, lambda: take_in(file), then=self._taken, otherwise=self._not_taken, lane=Lane.PAPER
        )

    def _taken(self, draft: LayoutDraft) -> None:
        self._room.show_designer()
        self.designer.begin(draft, saved=False)

    def _not_taken(self, error: Exception) -> None:
        if isinstance(error, LoketError) and error.problem is Problem.LAYOUT_UNREADABLE:
            facts = error.facts
            where = f"{facts['file']}, {facts['key']}" if facts["key"] else facts["file"]
            said = self.tr("Nothing was taken in. {where}: {why}")
            self._page.notice.say(said.format(where=where, why=why_words(facts["why"])), Tone.ERROR)
        else:
            self._tell(error)

    def _ask_where(self, layout: str) -> None:
        start = self._parts.out / f"{layout.replace(' ', '-')}.toml"
        choose_new_file(
            self._page,
            self.tr("Write a layout file"),
            start,
            self.tr("Card layouts (*.toml)"),
            lambda file: self.give_out(layout, file),
        )

    def give_out(self, layout: str, file: Path) -> None:
        read, give_out = self._parts.read, self._parts.give_out

        def write(by: Officer) -> str:
            give_out(read(layout, by), file)
            return file.name

        said = self.tr("{file} is written, with its pictures beside it.")
        self._do(write, lambda name: self._page.notice.say(said.format(file=name), Tone.OK))

    def _do(
        self,
        work: Callable[[Officer], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        by = self._officer
        if by is not None:
            self._background.run(self._page, lambda: work(by), then=then, otherwise=otherwise or self._tell)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
