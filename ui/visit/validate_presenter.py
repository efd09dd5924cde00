"""Step 3: shows what the rules found, collects the answers, and registers exactly once."""

from PySide6.QtCore import QObject, Signal

from app.member_fields import MemberField
from app.trust.officer import Officer, Role
from app.visit.decision import Decision, approval_subject
from app.visit.member_form import MemberForm
from app.visit.register_member import Registered
from app.visit.step_3_validate import Checked, LookAlike
from app.visit.visit import Visit
from ui.background import Background
from ui.parts import Parts
from ui.visit.step_3_validate_page import Answer, ValidatePage


class ValidatePresenter(QObject):
    registered = Signal(object)
    checked = Signal(object)
    stepped_back = Signal(object)
    problem = Signal(object)

    def __init__(self, page: ValidatePage, parts: Parts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._visit: Visit | None = None
        self._form = MemberForm()
        self._officer: Officer | None = None
        self._supervisors: tuple[Officer, ...] = ()
        self._answers: dict[str, Answer] = {}
        self._busy = False
        page.register.connect(self._register)
        page.go_to_field.connect(self._step_back)
        page.stepped_back.connect(lambda: self._step_back(None))

    def take_over(self, officer: Officer) -> None:
        """Another officer goes on where this one stood."""
        self._officer = officer

    def start(self, visit: Visit, form: MemberForm, officer: Officer, checked: Checked | None = None) -> None:
        """``checked`` saves asking the rules again right after step 2 did."""
        self._visit, self._form, self._officer = visit, form, officer
        self._set_busy(False)
        use, officers = self._parts.visit, self._parts.officers

        def looked() -> tuple[Checked, tuple[Officer, ...]]:
            supervisors = tuple(one for one in officers() if one.role is Role.SUPERVISOR)
            return checked or use.check_form(visit, form, officer), supervisors

        self._background.run(self, looked, then=self._show, otherwise=self.problem.emit)

    @property
    def form(self) -> MemberForm:
        return self._form

    def forget_answers(self) -> None:
        """Another visit begins."""
        self._answers.clear()
        self._visit = None

    def _show(self, looked: tuple[Checked, tuple[Officer, ...]]) -> None:
        if self._visit is None:
            return
        checked, self._supervisors = looked
        self.checked.emit(checked)
        self._page.show_findings(checked.findings, len(undecided(checked)), self._supervisors, self._answers)
        self._page.focus_first_missing()

    def _keep_answers(self) -> dict[str, Answer]:
        answers = self._page.answers()
        self._answers |= answers
        return answers

    def _decision(self, visit: Visit, finding_key: str, answer: Answer) -> Decision:
        supervisors = [one for one in self._supervisors if one.id == answer.supervisor_id]
        if not supervisors:
            return Decision(finding_key, answer.reason)
        subject = approval_subject(visit, finding_key)
        return Decision(finding_key, self._parts.approve(supervisors[0], subject, answer.reason))

    def _step_back(self, field: MemberField | None) -> None:
        visit, officer, back = self._visit, self._officer, self._parts.visit.step_back
        if visit is None or officer is None or self._busy:
            return
        self._keep_answers()
        self._set_busy(True)
        self._background.run(
            self,
            lambda: back(visit, officer),
            then=lambda moved: self._went_back(moved, field),
            otherwise=self._stop,
        )

    def _went_back(self, visit: Visit, field: MemberField | None) -> None:
        self._set_busy(False)
        self.stepped_back.emit((visit, self._form, field))

    def _register(self) -> None:
        visit, form, officer, use = self._visit, self._form, self._officer, self._parts.visit
        if visit is None or officer is None or self._busy:
            return
        answers = self._keep_answers()
        self._set_busy(True)

        def register() -> Registered:
            decisions = [self._decision(visit, key, answer) for key, answer in answers.items()]
            return use.register(visit, form, decisions, officer)

        self._background.run(self, register, then=self._registered, otherwise=self._stop)

    def _registered(self, registered: Registered) -> None:
        self._set_busy(False)
        self._visit = None
        self.registered.emit(registered)

    def _stop(self, error: Exception) -> None:
        """Nothing was stored: look at the findings again, something may have changed meanwhile."""
        self._set_busy(False)
        self.problem.emit(error)
        if self._visit is not None and self._officer is not None:
            self.start(self._visit, self._form, self._officer)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._page.show_busy(busy)


def undecided(checked: Checked) -> tuple[LookAlike, ...]:
    """Whoever was decided to be another person is left out by the rules already."""
    return checked.look_alikes
