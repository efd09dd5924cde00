"""One field of a form: label above, editor, and one line below for a hint or for what is wrong.

``Field(label, editor=None, hint="", tidy=None)``; the editor is a line unless a :class:`Choice` or
:class:`Suggest` is handed in; ``Field.fixed(label)`` shows what cannot be typed.
``text()``/``set_text()`` speak in codes for choices and never emit; ``edited(text)`` fires only for a hand,
``left()`` when the focus goes, ``entered()`` on Enter. ``show_finding(severity, text)`` and
``clear_finding()`` touch the looks and never the text.
``set_filled(True)`` tints what came from the NIK or the company.
``tidy`` rewrites the text when the focus leaves, never while one types.
``enter_moves_on([fields], then)`` lets Enter walk the paper and fire ``then`` on the last field.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from app.findings import Severity
from ui.theme import HAIR
from ui.tone import SEVERITY_ICONS, SEVERITY_TONES, TONE_ICONS, Tone
from ui.widgets.choice import Choice
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.line import Line
from ui.widgets.mark import mark

Editor = QLineEdit | Choice
_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A list of suggestions or another window takes the keys for a moment: the field is not left."""


class Field(QWidget):
    edited = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(
        self,
        label: str,
        editor: Editor | None = None,
        *,
        hint: str = "",
        tidy: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor: Editor = editor if editor is not None else Line()
        self._hint = hint
        self._tidy = tidy
        self._label = Label(label, "muted", grade="small", weight="medium")
        self._label.setBuddy(self.editor)
        self._icon = Icon("info", grade="small")
        self._line = Label(grade="small", wrap=True)
        self._arrange()
        self.editor.setAccessibleName(label.replace("&", ""))
        self.editor.installEventFilter(self)
        if isinstance(self.editor, Choice):
            self.editor.chosen.connect(self.edited)
        else:
            self.editor.textEdited.connect(self.edited)
        self.setFocusProxy(self.editor)
        self.clear_finding()

    @classmethod
    def fixed(cls, label: str, *, hint: str = "") -> "Field":
        """A field that is shown and copied from, but not typed into; Tab steps over it."""
        field = cls(label, hint=hint)
        assert isinstance(field.editor, QLineEdit)
        field.editor.setReadOnly(True)
        field.editor.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return field

    def text(self) -> str:
        return self.editor.code() if isinstance(self.editor, Choice) else self.editor.text()

    def set_text(self, text: str) -> None:
        if isinstance(self.editor, Choice):
            self.editor.set_code(text)
        elif self.editor.text() != text:
            self.editor.setText(text)
            self.editor.setCursorPosition(0)

    def set_label(self, label: str) -> None:
        self._label.setText(label)
        self.editor.setAccessibleName(label.replace("&", ""))

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        if self.editor.property("tone") in (None, ""):
            self.clear_finding()

    def set_filled(self, filled: bool) -> None:
        mark(self.editor, filled="true" if filled else "false")

    def show_finding(self, severity: Severity, text: str) -> None:
        tone = SEVERITY_TONES[severity]
        self._show(SEVERITY_ICONS[severity], tone, text)
        mark(self.editor, tone="" if tone is Tone.INFO else tone.value)

    def show_ok(self, text: str) -> None:
        """Something the field tells about itself, such as where a NIK was first issued."""
        self._show(TONE_ICONS[Tone.OK], Tone.OK, text)
        mark(self.editor, tone="")

    def clear_finding(self) -> None:
        self._icon.hide()
        self._line.say(self._hint, "muted")
        self._line.setVisible(bool(self._hint))
        self.editor.setAccessibleDescription(self._hint)
        mark(self.editor, tone="")

    def message(self) -> str:
        """What the line below the editor says now."""
        return self._line.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            if event.reason() not in _STILL_HERE:
                self._leave()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._leave()
                self.entered.emit()
                return True
        return False

    def _leave(self) -> None:
        if self._tidy is not None and isinstance(self.editor, QLineEdit):
            neat = self._tidy(self.editor.text())
            if neat != self.editor.text():
                self.editor.setText(neat)
        self.left.emit()

    def _show(self, icon: str, tone: Tone, text: str) -> None:
        self._icon.show_icon(icon, tone)
        self._icon.show()
        self._line.say(text, tone)
        self._line.show()
        self.editor.setAccessibleDescription(text)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR - 1)
        column.addWidget(self._label)
        column.addWidget(self.editor)
        below = QHBoxLayout()
        below.setSpacing(HAIR)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._line, 1)
        column.addLayout(below)
        # room that is left over goes below; an aligned layout would cut a message of three lines
        column.addSpacerItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum))
        column.setStretch(column.count() - 1, 1)


def enter_moves_on(fields: Sequence[Field], then: Callable[[], None]) -> None:
    """Enter goes to the next field that can be typed into; on the last one it is the primary action."""
    for place, field in enumerate(fields):
        field.entered.connect(lambda rest=fields[place + 1 :]: _focus_next(rest, then))


def _focus_next(rest: Sequence[Field], then: Callable[[], None]) -> None:
    for field in rest:
        if field.editor.isEnabled() and field.editor.isVisible():
            field.editor.setFocus(Qt.FocusReason.TabFocusReason)
            return
    then()
