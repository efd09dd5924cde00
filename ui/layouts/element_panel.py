"""What the chosen element is made of, each property a field; a wrong one is told beside it.

``show_element(element)``; ``show_flaws(flaws)`` those of this element; ``changed(element, step)`` as
something is typed or chosen, the letters of one field with the same ``step``; ``picture_asked()``.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.cards.card_text import Align, Anchor, CardText
from app.cards.layout_draft import PROPERTIES, Element, ElementKind, FoundFlaw
from ui.theme import GAP, SMALL
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.mark import mark
from ui.widgets.page import scrolling
from ui.widgets.panel import Panel
from ui.widgets.tick import Tick
from ui.wording.layout_words import (
    align_name,
    anchor_name,
    flaw_words,
    kind_name,
    property_name,
    shown_name,
)

_WHOLE = frozenset({"lines", "module_dots", "smallest_module_dots"})
_WIDE = frozenset({"text", "show", "font", "when_empty", "file"})
"""Take the whole width of the panel."""


class ElementPanel(Panel):
    changed = Signal(object, str)
    picture_asked = Signal()

    def __init__(self, fonts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._element: Element | None = None
        self._rows: dict[str, int] = {}
        self._lines: dict[int, Label] = {}
        self._told: dict[str, tuple[Tone, str]] = {}
        self._nothing = Label(
            self.tr("Choose an element: click it, or press Tab on the card."), "muted", wrap=True
        )
        keys = dict.fromkeys(key for kind in ElementKind for key in PROPERTIES[kind])
        self.fields = {key: self._field(key, fonts) for key in keys if key not in ("specimen_only", "file")}
        self.specimen = Tick(property_name("specimen_only"))
        self._grid = QGridLayout()
        self._picture = ActionButton(self.tr("Another picture …"), icon="image")
        self.specimen.clicked.connect(lambda on: self._change("specimen_only", on))
        self._picture.triggered.connect(self.picture_asked)
        self._arrange()
        self.show_element(None)

    def show_element(self, element: Element | None) -> None:
        """What is being typed stays as it is typed: ``3.`` is not made into ``3`` under the fingers."""
        before, self._element = self._element, element
        self.set_title(self.tr("Properties") if element is None else kind_name(element.kind))
        self._nothing.setVisible(element is None)
        shown = () if element is None else PROPERTIES[element.kind]
        if element is not None and (before is None or before.kind is not element.kind):
            self._lay_out(shown)
        for key, field in self.fields.items():
            field.setVisible(key in shown)
            if element is not None and key in shown:
                self._show_value(field, key, element, fresh=before is None or before.kind is not element.kind)
        self.specimen.setVisible("specimen_only" in shown)
        self.specimen.setChecked(element is not None and element.specimen_only)
        self._picture.setVisible("file" in shown)

    def forget(self) -> None:
        """Another element is shown next: nothing typed for this one stays in the fields."""
        self._element = None

    def show_flaws(self, flaws: Sequence[FoundFlaw]) -> None:
        told = {flaw.key: flaw for flaw in flaws}
        for key, field in self.fields.items():
            if self._element is not None and self._unread(key, field.text()):
                continue
            flaw = told.get(key)
            if flaw is None:
                self._tell(key, None)
            else:
                self._tell(key, Tone.ERROR if flaw.forbids else Tone.WARN, flaw_words(flaw))

    def focus_on(self, key: str) -> None:
        field = self.fields.get(key)
        if field is not None and not field.isHidden():
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_value(self, field: Field, key: str, element: Element, *, fresh: bool) -> None:
        value = getattr(element, key)
        if not fresh and not self._unread(key, field.text()) and _read(key, field.text()) == value:
            return
        if fresh or not field.editor.hasFocus():
            field.set_text(_written(value))
            self._tell(key, None)

    def _edited(self, key: str, text: str) -> None:
        if self._element is None:
            return
        if self._unread(key, text):
            said = self.tr("A whole number") if key in _WHOLE else self.tr("A number, such as 12.5")
            self._tell(key, Tone.ERROR, said)
            return
        self._change(key, _read(key, text))

    def _change(self, key: str, value: Any) -> None:
        element = self._element
        if element is None:
            return
        changes: dict[str, Any] = {key: value}
        if key == "size_pt" and element.smallest_pt in (element.size_pt, 0):
            changes["smallest_pt"] = value  # it did not shrink before, and does not now
        after = replace(element, **changes)
        self._element = after
        self.changed.emit(after, f"typed {key}")

    def message(self, key: str) -> str:
        """What is told beside that property now."""
        return self._told[key][1] if key in self._told else ""

    def _tell(self, key: str, tone: Tone | None, text: str = "") -> None:
        """Below the row, across the panel: a field is too narrow for a sentence."""
        editor = self.fields[key].editor
        editor.setAccessibleDescription(text)
        mark(editor, tone=tone.value if tone is not None else "")
        self._told.pop(key, None)
        if tone is not None:
            self._told[key] = tone, text
        line = self._lines.get(self._rows.get(key, -1))
        if line is None:
            return
        here = [told for other, told in self._told.items() if self._rows.get(other) == self._rows[key]]
        line.setVisible(bool(here))
        if here:
            worst = Tone.ERROR if any(tone is Tone.ERROR for tone, _ in here) else Tone.WARN
            line.say("\n".join(text for _, text in here), worst)

    def _unread(self, key: str, text: str) -> bool:
        try:
            _read(key, text)
        except ValueError:
            return True
        return False

    def _field(self, key: str, fonts: Sequence[str]) -> Field:
        offered: dict[str, Callable[[], list[tuple[str, str]]]] = {
            "show": lambda: [(each.value, shown_name(each)) for each in CardText],
            "align": lambda: [(each.value, align_name(each)) for each in Align],
            "anchor": lambda: [(each.value, anchor_name(each)) for each in Anchor],
            "font": lambda: [(font, font) for font in fonts],
        }
        label = property_name(key)
        editor = None
        if key in offered:
            editor = Choice(label)
            editor.setMinimumContentsLength(4)
            editor.offer(offered[key]())
        field = Field(label, editor)
        field.editor.setMinimumWidth(60)
        field.edited.connect(partial(self._edited, key))
        return field

    def _arrange(self) -> None:
        self.add(self._nothing)
        content = QWidget()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SMALL, 0)
        column.addLayout(self._grid)
        column.addWidget(self.specimen)
        column.addWidget(self._picture)
        column.addStretch(1)
        for field in self.fields.values():
            self._grid.addWidget(field)
        self.body.addWidget(scrolling(content), 1)

    def _lay_out(self, keys: Sequence[str]) -> None:
        """Two beside each other, in the order of the kind's properties; Tab goes the same way."""
        row = place = 0
        before: QWidget | None = None
        for field in self.fields.values():
            self._grid.removeWidget(field)
        self._rows.clear()
        self._told.clear()
        for line in self._lines.values():
            line.hide()
        for key in keys:
            if key not in self.fields:
                continue
            field, wide = self.fields[key], key in _WIDE
            if wide:
                row, place = row + place, 0
            self._grid.addWidget(field, 2 * row, place, 1, 2 if wide else 1)
            self._rows[key] = row
            self._line_below(row)
            row, place = (row + 1, 0) if wide or place else (row, 1)
            if before is not None:
                QWidget.setTabOrder(before, field.editor)
            before = field.editor
        if before is not None:
            QWidget.setTabOrder(before, self.specimen)

    def _line_below(self, row: int) -> None:
        if row not in self._lines:
            line = self._lines[row] = Label(grade="small", wrap=True)
            line.hide()
            self._grid.addWidget(line, 2 * row + 1, 0, 1, 2)


def _written(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _read(key: str, text: str) -> Any:
    """``ValueError`` for what is no number where one must stand; commas are points here."""
    if key == "show":
        return CardText(text)
    if key == "align":
        return Align(text)
    if key == "anchor":
        return Anchor(text)
    if key in _WHOLE:
        return int(text)
    if key.endswith(("_mm", "_pt")) or key == "leading":
        number = float(text.replace(",", "."))
        if not abs(number) < 1000:  # nor is it no number at all
            raise ValueError(text)
        return number
    return text
