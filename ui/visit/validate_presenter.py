"""Step 3: shows what the rules found, collects the answers, and registers exactly once."""

from PySide6.QtCore import QObject, Signal

from app.errors import Problem, RuleBroken
from app.member_fields import MemberField
from app.trust.approval import Approval
from app.trust.officer import Officer
from app.visit.decision import Decision, approval_subject
from app.visit.member_form import MemberForm
from app.visit.register_member import Registered
from app.visit.step_3_validate import Checked, LookAlike
from app.visit.visit import Visit
from ui.background import Background
from ui.parts import Parts
from ui.visit.step_3_validate_page import ValidatePage
from ui.wording.problem_words import told_problem


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
        self._reasons: dict[str, str] = {}
        self._approvals: dict[str, Approval] = {}
        self._shown: frozenset[str] = frozenset()
        self._busy = False
        page.register.connect(self._register)
        page.go_to_field.connect(self._step_back)
        page.stepped_back.connect(lambda: self._step_back(None))
        page.approval_asked.connect(self._ask_supervisor)

    def take_over(self, officer: Officer) -> None:
        """Another officer goes on where this one stood."""
        self._officer = officer

    def start(self, visit: Visit, form: MemberForm, officer: Officer, checked: Checked | None = None) -> None:
        """``checked`` saves asking the rules again right after step 2 did."""
        self._visit, self._form, self._officer = visit, form, officer
        self._set_busy(False)
        use, approvers = self._parts.visit, self._parts.approvers

        def looked() -> tuple[Checked, tuple[Officer, ...]]:
            return checked or use.check_form(visit, form, officer), approvers()

        self._background.run(self, looked, then=self._show, otherwise=self.problem.emit)

    @property
    def form(self) -> MemberForm:
        return self._form

    def forget_answers(self) -> None:
        """Another visit begins."""
        self._reasons.clear()
        self._approvals.clear()
        self._visit = None

    def _show(self, looked: tuple[Checked, tuple[Officer, ...]]) -> None:
        if self._visit is None:
            return
        checked, self._supervisors = looked
        self.checked.emit(checked)
        self._shown = frozenset(finding.key for finding in checked.findings)
        answers: dict[str, str | Approval] = {**self._reasons, **self._approvals}
        self._page.show_findings(checked.findings, len(undecided(checked)), self._supervisors, answers)
        self._page.focus_first_missing()

    def _keep_reasons(self) -> None:
        self._reasons |= self._page.reasons()

    def _ask_supervisor(self, finding_key: str, officer_id: int, password: str, reason: str) -> None:
        visit, approve = self._visit, self._parts.approve
        if visit is None:
            return
        subject = approval_subject(visit, finding_key)
        self._background.run(
            self,
            lambda: approve(officer_id, password, subject, reason),
            then=lambda approval: self._take_approval(finding_key, approval),
            otherwise=lambda error: self._refuse_approval(finding_key, error),
        )

    def _take_approval(self, finding_key: str, approval: Approval) -> None:
        self._approvals[finding_key] = approval
        name = next(one.name for one in self._supervisors if one.id == approval.supervisor_id)
        self._page.show_approved(finding_key, name, approval.reason)

    def _refuse_approval(self, finding_key: str, error: Exception) -> None:
        told = told_problem(error) if isinstance(error, RuleBroken) else ""
        self._page.refuse_approval(finding_key, told)
        if not told:
            self.problem.emit(error)

    def _step_back(self, field: MemberField | None) -> None:
        visit, officer, back = self._visit, self._officer, self._parts.visit.step_back
        if visit is None or officer is None or self._busy:
            return
        self._keep_reasons()
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
        self._keep_reasons()
        answers: dict[str, str | Approval] = {**self._reasons, **self._approvals}
        decisions = [Decision(key, answer) for key, answer in answers.items() if key in self._shown]
        self._set_busy(True)
        self._background.run(
            self,
            lambda: use.register(visit, form, decisions, officer),
            then=self._registered,
            otherwise=self._stop,
        )

    def _registered(self, registered: Registered) -> None:
        self._set_busy(False)
        self._visit = None
        self.registered.emit(registered)

    def _stop(self, error: Exception) -> None:
        """Nothing was stored: look at the findings again, something may have changed meanwhile."""
        self._set_busy(False)
        self.problem.emit(error)
        if isinstance(error, RuleBroken) and error.problem is Problem.APPROVAL_EXPIRED:
            self._approvals.clear()
        if self._visit is not None and self._officer is not None:
            self.start(self._visit, self._form, self._officer)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._page.show_busy(busy)


def undecided(checked: Checked) -> tuple[LookAlike, ...]:
    """Whoever was decided to be another person is left out by the rules already."""
    return checked.look_alikes
