"""The designer: elements at the left, the card in the middle with what is wrong below it, properties right.

It shows and collects; :class:`~ui.layouts.designer.Designer` knows what is being designed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.cards.layout_draft import CardSide, ElementKind, FoundFlaw, LayoutDraft
from ui.layouts.element_panel import ElementPanel
from ui.layouts.layout_canvas import ZOOMS, LayoutCanvas
from ui.shortcuts import Key
from ui.theme import GAP, SMALL, TypeScale
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.panel import Panel
from ui.widgets.pill import Pill
from ui.widgets.table import Cell, Column, Row, Table
from ui.widgets.tick import Tick
from ui.wording.layout_words import element_title, flaw_words, kind_name, side_name


class DesignerPage(Page):
    """``flaw_chosen(FoundFlaw)`` on Enter in the list of what is wrong; ``sample_chosen(place)``."""

    element_chosen = Signal(int)
    flaw_chosen = Signal(object)
    sample_chosen = Signal(int)
    add_asked = Signal(str)
    back_wanted = Signal(bool)
    renamed = Signal(str)
    zoomed = Signal()
    shown = Signal()

    def __init__(self, fonts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Card designer"))
        self.notice = Notice()
        self._flaws: tuple[FoundFlaw, ...] = ()
        self._titles: list[str] = []
        self._telling = False
        self._side = CardSide.FRONT
        self.name = Field(self.tr("Layout"))
        self._state = Pill(elided=True)
        self.undo = ActionButton("", Key.UNDO, icon="undo-2")
        self.redo = ActionButton("", Key.REDO, icon="redo-2")
        for button, said in ((self.undo, self.tr("Undo")), (self.redo, self.tr("Redo"))):
            button.setAccessibleName(said)
            button.setToolTip(said)
        self.leave = ActionButton(self.tr("List"), Key.BACK)
        self.save = ActionButton(self.tr("Save new version"), Key.SAVE_LAYOUT, primary=True)
        self.table = Table(
            self.tr("Elements of this side"),
            [Column(self.tr("Element"), stretch=True)],
            empty=self.tr("Nothing stands on this side yet. Add an element below."),
        )
        self.add = Choice(self.tr("Add an element"))
        self.copy = ActionButton(self.tr("Copy"), Key.COPY_ELEMENT)
        self.delete = ActionButton(self.tr("Take out"), Key.GIVE_UP)
        self.earlier = ActionButton(self.tr("Below others"), Key.EARLIER)
        self.later = ActionButton(self.tr("Above others"), Key.LATER)
        self.canvas = LayoutCanvas()
        self._room = QScrollArea()
        self.other_side = ActionButton(side_name(CardSide.BACK), Key.OTHER_SIDE)
        self.has_back = Tick(self.tr("With a back"))
        self.sample = Choice(self.tr("Seen with the data of"))
        self._zoom = Label(grade="small", tone="muted")
        self.flaws = Table(
            self.tr("What is wrong or doubtful"),
            [Column(self.tr("Where"), width=140), Column(self.tr("What and how to mend it"), stretch=True)],
            empty=self.tr("Nothing is wrong: cards can be printed with this layout."),
        )
        self.panel = ElementPanel(fonts)
        self._arrange()
        self._connect()
        self._fit_to_text()
        self.setFocusProxy(self.canvas)

    def show_draft(self, draft: LayoutDraft, side: CardSide, place: int) -> None:
        elements = draft.elements(side)
        self._side = side
        self.canvas.show_draft(draft, side, place)
        self._show_titles([element_title(each) for each in elements], place)
        self.panel.show_element(elements[place] if 0 <= place < len(elements) else None)
        for button in (self.copy, self.delete, self.earlier, self.later):
            button.setEnabled(place >= 0)
        if not self.name.editor.hasFocus():
            self.name.set_text(draft.name)
        self.has_back.setChecked(draft.back is not None)
        self.other_side.setEnabled(draft.back is not None)
        other = CardSide.BACK if side is CardSide.FRONT else CardSide.FRONT
        self.other_side.set_text(side_name(other))
        taken = {kind for kind in ElementKind if draft.has_code(side, kind)}
        kinds = [(kind.value, kind_name(kind)) for kind in ElementKind if kind not in taken]
        self.add.offer([("", self.tr("Add …")), *kinds])

    def show_state(self, *, unsaved: bool, version: int, undo: bool, redo: bool) -> None:
        if unsaved:
            self._state.say(self.tr("Version {version}, changed").format(version=version), Tone.WARN)
        else:
            self._state.say(self.tr("Version {version}").format(version=version), Tone.OK)
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)

    def show_flaws(self, flaws: Sequence[FoundFlaw], draft: LayoutDraft, place: int) -> None:
        """Those that forbid printing first."""
        self._flaws = tuple(sorted(flaws, key=lambda flaw: not flaw.forbids))
        rows: list[Row] = []
        for flaw in self._flaws:
            elements = draft.elements(flaw.side)
            where = side_name(flaw.side)
            if flaw.place is not None and flaw.place < len(elements):
                where = element_title(elements[flaw.place])
            elif flaw.place is None:
                where = self.tr("The card")
            rows.append([Cell(where, Tone.ERROR if flaw.forbids else Tone.WARN), flaw_words(flaw)])
        self.flaws.show_rows(rows)
        here = [flaw for flaw in self._flaws if flaw.side is self._side]
        self.canvas.show_flawed(
            frozenset(flaw.place for flaw in here if flaw.forbids and flaw.place is not None)
        )
        self.panel.show_flaws([flaw for flaw in here if flaw.place == place and place >= 0])

    def show_samples(self, names: Sequence[str]) -> None:
        self.sample.offer([(str(place), name) for place, name in enumerate(names)])
        self.sample.set_code("0")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_to_text()

    def _fit_to_text(self) -> None:
        """The columns at both sides grow with the text, but less: the card keeps its room."""
        grown = 1 + (self.font().pixelSize() / TypeScale().work - 1) * 0.55
        for part, width in ((self._elements, 222), (self.panel, 300)):
            part.setFixedWidth(round(width * grown))
        self.flaws.setFixedHeight(round(118 * grown))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def zoom(self, step: int) -> None:
        """One nearer or farther; at the farthest the whole card is seen."""
        at = min(max(ZOOMS.index(self.canvas.zoom) + step, 0), len(ZOOMS) - 1)
        self.canvas.set_zoom(ZOOMS[at], self._room.viewport().size())
        self._zoom.setText(f"{ZOOMS[at] * 100:.0f} %")
        self.zoomed.emit()

    def _show_titles(self, titles: list[str], place: int) -> None:
        """While one is dragged nothing here changes; and the list does not answer that it was told."""
        self._telling = True
        if titles != self._titles:
            self._titles = titles
            self.table.show_rows([[title] for title in titles])
        if place < 0:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())
        elif self.table.current_row() != place:
            self.table.selectRow(place)
        self._telling = False

    def _row_chosen(self, row: int) -> None:
        if not self._telling and row >= 0:
            self.element_chosen.emit(row)

    def _connect(self) -> None:
        rows = self.table.selectionModel()
        rows.currentRowChanged.connect(lambda row, _before: self._row_chosen(row.row()))
        self.flaws.row_chosen.connect(lambda row: self.flaw_chosen.emit(self._flaws[row]))
        self.sample.chosen.connect(lambda code: self.sample_chosen.emit(int(code)))
        self.add.chosen.connect(self._add)
        self.has_back.clicked.connect(self.back_wanted)
        self.name.edited.connect(self.renamed)
        for key, step in ((Key.NEARER, 1), (Key.FARTHER, -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda step=step: self.zoom(step))

    def _add(self, kind: str) -> None:
        if kind:
            self.add_asked.emit(kind)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        self.name.setFixedWidth(210)
        head.addWidget(self.name)
        low = Qt.AlignmentFlag.AlignBottom
        head.addWidget(self._state, 0, low)
        head.addStretch(1)
        for button in (self.leave, self.undo, self.redo, self.save):
            head.addWidget(button, 0, low)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(self._elements_panel())
        lower.addLayout(self._middle(), 1)
        lower.addWidget(self.panel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(head)
        whole.addWidget(self.notice)
        whole.addLayout(lower, 1)

    def _elements_panel(self) -> Panel:
        panel = self._elements = Panel(self.tr("Elements"))
        panel.add(self.has_back)
        panel.body.addWidget(self.table, 1)
        panel.add(self.add)
        for button in (self.copy, self.delete, self.earlier, self.later):
            panel.add(button)
        return panel

    def _middle(self) -> QVBoxLayout:
        self._room.setWidget(self.canvas)
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setMinimumHeight(240)
        tools = QHBoxLayout()
        tools.setSpacing(GAP)
        tools.addWidget(self.other_side)
        tools.addStretch(1)
        tools.addWidget(self._zoom)
        self.sample.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.sample.setMinimumContentsLength(6)
        tools.addWidget(self.sample, 1)
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.addLayout(tools)
        column.addWidget(self._room, 1)
        column.addWidget(self.flaws)
        self._zoom.setText("100 %")
        self.canvas.set_zoom(ZOOMS[0], QSize())
        return column
