"""Try the selected printer: sides, a specimen, and a calibration card whose lines are measured.

``sides_chosen(double)``; ``trial_asked(kind)``; ``measured(Measured)`` once all four figures can be meant;
``reset_asked()`` to print as drawn again.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.cards.calibration import LEFT_MM, LOWER_MM, RIGHT_MM, UPPER_MM, Measured, read_mm
from app.cards.printer_setup import AS_DRAWN, Placement
from app.cards.set_up_printer import DeskPrinter
from app.cards.try_printer import TrialKind
from app.errors import RuleBroken
from app.findings import Severity
from ui.formats import decimal
from ui.shortcuts import Key
from ui.theme import GAP, SMALL
from ui.widgets.action_button import ActionButton
from ui.widgets.choice import Choice
from ui.widgets.field import Field, enter_moves_on
from ui.widgets.label import Label
from ui.widgets.panel import Panel
from ui.wording.problem_words import problem_words

_SINGLE, _DOUBLE = "single", "double"


class TrialPanel(Panel):
    sides_chosen = Signal(bool)
    trial_asked = Signal(object)
    measured = Signal(object)
    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._address = ""
        self.sides = Choice(self.tr("Sides"))
        self._sides = Field(self.tr("Sides"), self.sides)
        self._specimen = ActionButton(self.tr("Test card"), Key.PRINT)
        self._calibration = ActionButton(self.tr("Calibration card"))
        self._placement = Label("", "muted", grade="small", wrap=True)
        self.marks = tuple(
            Field(self.tr("Line {letter}, mm").format(letter=letter), hint=self._wanted(wanted))
            for letter, wanted in (("A", LEFT_MM), ("B", RIGHT_MM), ("C", UPPER_MM), ("D", LOWER_MM))
        )
        self._correct = ActionButton(self.tr("Correct by these measures"))
        self._reset = ActionButton(self.tr("Print as drawn"), quiet=True)
        self._arrange()
        self.sides.chosen.connect(lambda code: self.sides_chosen.emit(code == _DOUBLE))
        self._specimen.triggered.connect(lambda: self.trial_asked.emit(TrialKind.SPECIMEN))
        self._calibration.triggered.connect(lambda: self.trial_asked.emit(TrialKind.CALIBRATION))
        self._correct.triggered.connect(self._ask)
        self._reset.triggered.connect(self.reset_asked)
        for field in self.marks:
            field.edited.connect(field.clear_finding)
        enter_moves_on(list(self.marks), self._correct.click)

    def show_printer(self, printer: DeskPrinter | None) -> None:
        """Measures belong to one printer: with another they are gone."""
        address = "" if printer is None else printer.name.address
        if address != self._address:
            self._address = address
            self.clear()
        self.setEnabled(printer is not None)
        if printer is None:
            self.set_title(self.tr("Set up and try"))
            self._placement.setText("")
            return
        self.set_title(self.tr("Set up and try: {printer}").format(printer=printer.name.label))
        self.sides.set_code(_DOUBLE if printer.setup.double_sided else _SINGLE)
        self._placement.setText(self._placement_words(printer.setup.placement))
        self._reset.setVisible(printer.setup.placement != AS_DRAWN)

    def focus_marks(self) -> None:
        self.marks[0].setFocus()

    def focus_trial(self) -> None:
        """What comes after a correction: a card that shows whether it is right."""
        self._calibration.setFocus()

    def refuse(self, error: RuleBroken) -> None:
        words = problem_words(error)
        self.marks[0].show_finding(Severity.BLOCK, f"{words.what}. {words.next_step}")
        self.focus_marks()

    def clear(self) -> None:
        for field in self.marks:
            field.set_text("")
            field.clear_finding()

    def set_busy(self, busy: bool) -> None:
        for button in (self._specimen, self._calibration, self._correct):
            button.set_busy(busy)

    def _ask(self) -> None:
        figures, odd = [], []
        for field in self.marks:
            try:
                figures.append(read_mm(field.text()))
            except RuleBroken:
                field.show_finding(Severity.BLOCK, self.tr("Millimetres, such as 10,2"))
                odd.append(field)
        if odd:
            odd[0].setFocus()
        else:
            self.measured.emit(Measured(*figures))

    def _placement_words(self, place: Placement) -> str:
        if place == AS_DRAWN:
            return self.tr("Prints as drawn: no correction is set.")
        return self.tr("Corrected by {right} mm to the right, {down} mm down; {wide} × {high} %.").format(
            right=decimal(place.right_mm, 2),
            down=decimal(place.down_mm, 2),
            wide=decimal(100 * place.scale_x, 2),
            high=decimal(100 * place.scale_y, 2),
        )

    def _wanted(self, millimetres: float) -> str:
        return self.tr("Should be {mm}").format(mm=decimal(millimetres, 2))

    def _arrange(self) -> None:
        self.sides.offer([(_DOUBLE, self.tr("Front and back")), (_SINGLE, self.tr("Front only"))])
        self.add(self._sides)
        trials = QHBoxLayout()
        trials.setSpacing(SMALL)
        trials.addWidget(self._specimen)
        trials.addWidget(self._calibration)
        trials.addStretch()
        self.body.addLayout(trials)
        self.add(
            Label(
                self.tr("Each uses up one blank card, which is booked as a test card."),
                "muted",
                grade="small",
                wrap=True,
            )
        )
        self.add(Label(self.tr("Calibration"), weight="strong"))
        self.add(self._placement)
        self.add(
            Label(
                self.tr("Measure A and B from the card's left edge, C and D from its upper edge."),
                "muted",
                grade="small",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for place, field in enumerate(self.marks):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        ends = QHBoxLayout()
        ends.setSpacing(SMALL)
        ends.addWidget(self._correct)
        ends.addWidget(self._reset)
        ends.addStretch()
        self.body.addLayout(ends)
