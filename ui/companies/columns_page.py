"""Which column of a list holds what: shown as Loket took it, and corrected before the rows are read."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.member_fields import MemberField
from app.workers.columns import SheetColumn, SheetColumns
from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SMALL
from ui.tone import TONE_ICONS, Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.icon import Icon
from ui.widgets.label import Elided, Label
from ui.widgets.notice import Notice
from ui.widgets.page import Page, scrolling
from ui.widgets.panel import Panel
from ui.wording.names import name_of

_OFFERED = tuple(field for field in MemberField if field is not MemberField.SEARCH)


class ColumnsPage(Page):
    """``chosen(columns)`` by the place of each column; ``sheet_chosen(name)`` for another sheet of the file;
    ``left()`` back to the rows."""

    chosen = Signal(object)
    sheet_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Columns of the list"))
        self.notice = Notice()
        self._panel = Panel()
        self._told = Label(tone="muted", grade="small", wrap=True)
        self._missing = Label(tone="muted", grade="small", wrap=True)
        self._grid = QGridLayout()
        self._choices: dict[int, Choice] = {}
        self._marks: dict[int, tuple[Icon, Label]] = {}
        self._sheet = Choice(self.tr("Sheet"))
        self._sheet_row = QWidget()
        self._back = ActionButton(self.tr("Back"), Key.BACK)
        self.use = ActionButton(self.tr("Read the rows with these columns"), Key.GO_ON, primary=True)
        self._arrange()
        self.use.triggered.connect(lambda: self.chosen.emit(self.columns()))
        self._back.triggered.connect(self.left)
        self._sheet.chosen.connect(self.sheet_chosen)

    def show_columns(self, name: str, found: SheetColumns) -> None:
        """``name`` is that of the file."""
        self._panel.set_title(name)
        self._told.setText(self._headings_told(found))
        self._sheet.offer([(sheet, sheet) for sheet in (found.mapping.sheet, *found.other_sheets)])
        self._sheet.set_code(found.mapping.sheet)
        self._sheet_row.setVisible(bool(found.other_sheets))
        self._empty()
        heads = (self.tr("Column"), self.tr("First values"), self.tr("Holds"), "")
        for place, head in enumerate(heads):
            self._grid.addWidget(Label(head, "muted", grade="small", weight="strong"), 0, place)
        for row, column in enumerate(found.columns, start=1):
            self._add(row, column)
        self._show_missing()
        doubtful = [column.place for column in found.columns if column.field and not column.sure]
        first = self._choices.get(doubtful[0]) if doubtful else None
        self.setFocusProxy(first or self.use)

    def columns(self) -> Mapping[int, MemberField]:
        return {place: MemberField(choice.code()) for place, choice in self._choices.items() if choice.code()}

    def choose(self, place: int, field: MemberField) -> None:
        """As by hand."""
        self._choices[place].set_code(field.value)
        self._choose(place, field.value)

    def show_busy(self, busy: bool) -> None:
        self.use.set_busy(busy, self.tr("Reading …"))

    def _add(self, row: int, column: SheetColumn) -> None:
        letter = _letter(column.place)
        heading = column.heading or self.tr("without a heading")
        choice = Choice(self.tr("What column {letter} holds").format(letter=letter))
        choice.offer([("", self.tr("— nothing —")), *((field.value, name_of(field)) for field in _OFFERED)])
        choice.set_code(column.field.value if column.field else "")
        choice.chosen.connect(partial(self._choose, column.place))
        icon, words = Icon("circle", grade="small"), Label(grade="small")
        self._choices[column.place], self._marks[column.place] = choice, (icon, words)
        head = QWidget()
        both = QHBoxLayout(head)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(SMALL)
        both.addWidget(Label(letter, "muted", weight="strong"))
        both.addWidget(Elided(heading, weight="medium"), 1)
        state = QWidget()
        marks = QHBoxLayout(state)
        marks.setContentsMargins(0, 0, 0, 0)
        marks.setSpacing(HAIR)
        marks.addWidget(icon)
        marks.addWidget(words, 1)
        samples = Elided(" · ".join(column.samples), "muted", grade="small")
        for place, widget in enumerate((head, samples, choice, state)):
            self._grid.addWidget(widget, row, place)
        if column.field is None:
            self._mark(column.place, Tone.NEUTRAL, self.tr("not used"))
        elif column.sure:
            self._mark(column.place, Tone.OK, self.tr("sure"))
        else:
            self._mark(column.place, Tone.WARN, self.tr("please check"))

    def _choose(self, place: int, code: str) -> None:
        """A field stands in one column: who had it before holds nothing now."""
        self._mark(
            place, Tone.OK if code else Tone.NEUTRAL, self.tr("chosen") if code else self.tr("not used")
        )
        for other, choice in self._choices.items():
            if code and other != place and choice.code() == code:
                choice.set_code("")
                self._mark(other, Tone.NEUTRAL, self.tr("not used"))
        self._show_missing()

    def _mark(self, place: int, tone: Tone, words: str) -> None:
        icon, label = self._marks[place]
        icon.show_icon(TONE_ICONS[tone], tone)
        label.say(words, tone)

    def _show_missing(self) -> None:
        held = set(self.columns().values())
        missing = [name_of(field) for field in _OFFERED if field not in held]
        text = self.tr("In no column: {fields}").format(fields=", ".join(missing))
        self._missing.setText(text if missing else "")

    def _headings_told(self, found: SheetColumns) -> str:
        rows = found.mapping.headings
        if not rows:
            return self.tr("No headings were found. Choose what each column holds.")
        return self.tr("Sheet {sheet}, headings in row {rows}. What is chosen here is remembered.").format(
            sheet=found.mapping.sheet, rows=", ".join(map(str, rows))
        )

    def _empty(self) -> None:
        self._choices.clear()
        self._marks.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _arrange(self) -> None:
        sheets = QHBoxLayout(self._sheet_row)
        sheets.setContentsMargins(0, 0, 0, 0)
        sheets.addWidget(Label(self.tr("Sheet"), "muted", grade="small"))
        sheets.addWidget(self._sheet)
        sheets.addStretch()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SMALL)
        for place, share in enumerate((4, 5, 4, 2)):
            self._grid.setColumnStretch(place, share)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SMALL, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        for part in (self._told, self._sheet_row):
            self._panel.add(part)
        self._panel.body.addWidget(scrolling(inside), 1)
        self._panel.add(self._missing)
        bar = QHBoxLayout()
        bar.setSpacing(SMALL)
        bar.addWidget(self._back)
        bar.addStretch()
        bar.addWidget(self.use)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SMALL)
        whole.addWidget(Label(self.tr("Which column holds what"), grade="status"))
        whole.addWidget(self.notice)
        whole.addWidget(self._panel, 1)
        whole.addLayout(bar)


def _letter(place: int) -> str:
    """``0`` is column A, ``26`` AA, as Excel shows them."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
