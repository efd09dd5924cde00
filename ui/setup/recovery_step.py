"""The recovery code, shown once: on paper first, then two of its groups are typed from that paper."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.findings import Severity
from ui.setup.wizard import WizardStep
from ui.shortcuts import Key
from ui.theme import GAP, HAIR, SMALL, WIDE, with_even_figures
from ui.tone import Tone
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.panel import Panel

_ACROSS = 4
_READ_AS = str.maketrans("OIL", "011", " -.")


class RecoveryStep(WizardStep):
    """``print_asked()``, ``save_asked()``: the code is nowhere but on this page and on that paper."""

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("The recovery code"),
            self.tr(
                "It opens the branch's data without a password when this PC is broken or nobody remembers "
                "one. It is shown only now and stored nowhere: put it on paper, in an envelope, into the "
                "branch head's safe."
            ),
        )
        self._renewed = Panel(self.tr("This is a new code"), tone=Tone.WARN)
        self._renewed.add(
            Label(
                self.tr("The one before opens nothing any more. Destroy a paper that was printed with it."),
                grade="small",
                wrap=True,
            )
        )
        self._renewed.hide()
        self._panel = Panel()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(WIDE)
        self._grid.setVerticalSpacing(SMALL)
        self._panel.body.addLayout(self._grid)
        self._shown: list[_Group] = []
        self.print = ActionButton(self.tr("Print"), Key.PRINT, icon="printer")
        self.save = ActionButton(self.tr("Save as PDF …"), Key.SAVE_DRAFT, icon="folder-open")
        self._kept = Label("", Tone.OK, grade="small", wrap=True)
        self.print.triggered.connect(self.print_asked)
        self.save.triggered.connect(self.save_asked)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.print)
        row.addWidget(self.save)
        row.addStretch()
        self.body.addWidget(self._renewed)
        self.body.addWidget(self._panel)
        self.body.addLayout(row)
        self.body.addWidget(self._kept)
        self.body.addStretch()
        self.begin_at(self.print)

    def show_code(self, groups: Sequence[str], *, renewed: bool = False) -> None:
        for widget in self._shown:
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._shown = [_Group(place, group) for place, group in enumerate(groups, 1)]
        for place, widget in enumerate(self._shown):
            self._grid.addWidget(widget, place // _ACROSS, place % _ACROSS, Qt.AlignmentFlag.AlignLeft)
        self._renewed.setVisible(renewed)

    def groups(self) -> list[str]:
        """As they are shown now."""
        return [widget.group for widget in self._shown]

    def show_kept(self, words: str) -> None:
        """Where the paper went; the code alone on the screen is no keeping."""
        self._kept.setText(words)

    def forget(self) -> None:
        """Nothing of the code stays behind the wizard."""
        self.show_code(())


class _Group(QWidget):
    def __init__(self, number: int, group: str) -> None:
        super().__init__()
        self.group = group
        words = Label(group, grade="status")
        words.setFont(with_even_figures(words.font()))
        self.setAccessibleName(
            self.tr("Group {number}: {group}").format(number=number, group=" ".join(group))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR - 2)
        column.addWidget(Label(str(number), "muted", grade="small"))
        column.addWidget(words)


class ConfirmStep(WizardStep):
    """Two groups are asked for; only a paper that can be read answers them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Read from the paper"),
            self.tr(
                "Take the paper into your hand and type two of its groups, so that it is sure to be legible."
            ),
        )
        self._asked: tuple[int, ...] = ()
        self._fields = [Field(self.tr("A group")), Field(self.tr("Another group"))]
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for field in self._fields:
            field.edited.connect(field.clear_finding)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.add_fields(self._fields)
        for field in self._fields:
            self.body.removeWidget(field)
        self.body.addLayout(row)
        self.body.addStretch()

    def ask(self, places: Sequence[int]) -> None:
        """``places`` count from 0, as on the paper from 1."""
        self._asked = tuple(places)
        for field, place in zip(self._fields, places, strict=True):
            field.set_label(self.tr("Group {number}").format(number=place + 1))
            field.set_text("")
            field.clear_finding()

    @property
    def asked(self) -> tuple[int, ...]:
        """Which groups, from 0."""
        return self._asked

    def agrees(self, groups: Sequence[str]) -> bool:
        """Tells beside the field which one differs."""
        wrong = []
        for field, place in zip(self._fields, self._asked, strict=True):
            if field.text().upper().translate(_READ_AS) == groups[place]:
                field.clear_finding()
            else:
                field.show_finding(
                    Severity.BLOCK,
                    self.tr(
                        "This is not what the paper should say. Look at it again, or go back to print anew."
                    ),
                )
                wrong.append(field)
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong
