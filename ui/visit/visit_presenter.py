"""Carries a visit from step to step; knows the screens and the steps, not the rules."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.cards.card_face import CardFace
from app.errors import LoketError, RuleBroken
from app.findings import Finding
from app.member_fields import MemberField
from app.members.duplicates import Verdict
from app.members.member import MemberStatus
from app.members.nik import Nik
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from app.visit.member_form import MemberForm
from app.visit.register_member import Registered
from app.visit.step_3_validate import Checked
from app.visit.visit import Stage, Visit
from ui.background import Background
from ui.parts import Parts
from ui.tone import Tone
from ui.visit.card_preview import CardPreview
from ui.visit.close_presenter import ClosePresenter
from ui.visit.input_presenter import InputPresenter
from ui.visit.known_facts import known_facts, stored_facts
from ui.visit.print_presenter import PrintPresenter
from ui.visit.validate_presenter import ValidatePresenter, undecided
from ui.visit.verify_presenter import Verified, VerifyPresenter
from ui.visit.visit_page import VisitPage
from ui.wording.problem_words import problem_words

T = TypeVar("T")

SECOND_MS = 1000


class VisitPresenter(QObject):
    """``visit_changed`` carries the visit as it stands, or None between two visitors; ``problem`` an
    error nobody has words for."""

    visit_changed = Signal(object)
    problem = Signal(object)

    def __init__(
        self,
        page: VisitPage,
        parts: Parts,
        background: Background,
        print_step: PrintPresenter,
        close_step: ClosePresenter,
    ) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._print, self._close = print_step, close_step
        self._verify = VerifyPresenter(page.verify, page.notice, parts, background)
        self._input = InputPresenter(page.input, page.notice, parts, background)
        self._validate = ValidatePresenter(page.validate, parts, background)
        self._preview = CardPreview(page.side, parts.cards.renderers, parts.cards.preview, background)
        self._officer: Officer | None = None
        self._visit: Visit | None = None
        self._status: MemberStatus | None = None
        self._checked: Checked | None = None
        self._has_draft = False
        self._seconds: dict[Stage, int] = {}
        self._tick = QTimer(self, interval=SECOND_MS)
        self._tick.timeout.connect(self._show_times)
        self._connect()

    @property
    def visit(self) -> Visit | None:
        return self._visit

    def begin(self, officer: Officer) -> None:
        """An officer sits down; another one may take over without losing the half-filled form. For who may
        serve no visit, the one at hand is put aside, and nothing of it stays on the screen."""
        before, visit = self._officer, self._visit
        if visit is not None and not may(officer.role, Right.SERVE_VISIT):
            self._put_aside()
            visit = None
        self._officer = officer
        if visit is None:
            self._begin_anew()
            return
        if before is None or before.id != officer.id:
            take_over = self._parts.visit.take_over
            self._run(lambda: take_over(visit, officer), lambda _none: None)
        for step in (self._verify, self._input, self._validate, self._print, self._close):
            step.take_over(officer)

    def next_visitor(self) -> None:
        """The visit at hand waits in the list, unless nothing was wanted in it yet."""
        self._put_aside()
        self._begin_anew()

    def recall(self) -> None:
        """To the visits that wait; the one at hand joins them."""
        self._put_aside()
        self._begin_anew()
        self._verify.focus_left_over()

    def look_up(self, typed: str) -> None:
        """From the box in the top bar: as if typed at step 1 by the next visitor's side."""
        if self._visit is not None and self._visit.stage is not Stage.VERIFY:
            self._put_aside()
            self._begin_anew()
        self._verify.scanned(typed)

    def scanned(self, text: str) -> None:
        """A scan goes where it belongs at this step, never into the field that has the focus."""
        stage = self._visit.stage if self._visit else Stage.VERIFY
        if self._page.comparison_shown:
            stage = Stage.VALIDATE
        if stage is Stage.VERIFY:
            self._verify.scanned(text)
        elif stage is Stage.INPUT:
            self._input.scanned(text)
        elif stage is Stage.PRINT:
            self._print.scanned(text)
        else:
            self._page.notice.say(self.tr("A scan has no use at this step; nothing was changed."), Tone.WARN)

    def _connect(self) -> None:
        page = self._page
        page.next_visitor.connect(self.next_visitor)
        page.recalled.connect(self.recall)
        page.compare.connect(self._compare)
        page.comparing.closed.connect(self._end_comparison)
        page.comparing.decided.connect(self._decide)
        self._verify.opened.connect(self._opened)
        self._verify.known.connect(self._know_status)
        self._verify.card.connect(self._preview.show)
        self._verify.finished.connect(self._verified)
        self._verify.resumed.connect(self._resume)
        self._input.checked.connect(self._show_checked)
        page.input.told.connect(self._show_told)
        self._input.finished.connect(self._input_done)
        self._input.stepped_back.connect(self._back_to_verify)
        self._validate.checked.connect(self._show_checked)
        self._validate.registered.connect(self._registered)
        self._validate.stepped_back.connect(lambda back: self._back_to_input(*back))
        self._print.finished.connect(self._go_on)
        self._print.copies_known.connect(page.side.show_copies)
        self._close.finished.connect(self._closed)
        for step in (self._verify, self._input, self._validate, self._print, self._close):
            step.problem.connect(self._explain)

    # from visitor to visitor

    def _begin_anew(self) -> None:
        if self._officer is None:
            return
        self._status, self._checked, self._has_draft = None, None, False
        self._seconds = {}
        self._validate.forget_answers()
        self._preview.show(None)
        self._page.side.clear()
        self._moved(None)
        self._page.show_stage(Stage.VERIFY)
        self._verify.start(self._officer)

    def _put_aside(self) -> None:
        visit, officer = self._visit, self._officer
        if visit is None or officer is None:
            return
        if visit.stage is Stage.VERIFY:
            abandon = self._parts.visit.abandon
            if not self._has_draft:
                self._run(lambda: abandon(visit, officer), lambda _none: None)
                return
        self._input.leave()
        told = self.tr("Visit {number} waits; F4 brings it back.").format(number=visit.number)
        self._page.notice.say(told)

    def _resume(self, visit: Visit) -> None:
        officer, use, face_of = self._officer, self._parts.visit, self._parts.cards.face_of
        if officer is None:
            return

        def resumed() -> tuple[Visit, MemberForm, Mapping[Stage, int], CardFace | None]:
            again = use.resume(visit.id, officer)
            face = None
            if again.stage is Stage.PRINT and again.membership_id is not None:
                try:
                    face = face_of(again.membership_id, officer)
                except RuleBroken:
                    face = None  # the number follows later: step 4 says so
            seconds = use.summarise(again, officer).step_seconds
            return again, use.form_for(again, officer), seconds, face

        self._run(resumed, lambda answer: self._go_on_with(*answer))

    def _go_on_with(
        self, visit: Visit, form: MemberForm, seconds: Mapping[Stage, int], face: CardFace | None
    ) -> None:
        officer = self._officer
        if officer is None:
            return
        self._put_aside()
        self._validate.forget_answers()
        self._status, self._checked, self._has_draft = None, None, form != MemberForm()
        self._preview.show(None)
        self._page.side.clear()
        self._moved(visit)
        self._seconds = dict(seconds)
        self._page.notice.close_notice()
        self._page.show_stage(visit.stage)
        if visit.stage is Stage.VERIFY:
            self._verify.start(officer, visit)
        elif visit.stage is Stage.INPUT:
            self._input.start(visit, form, officer)
        elif visit.stage is Stage.VALIDATE:
            self._validate.start(visit, form, officer)
        elif visit.stage is Stage.PRINT:
            self._preview.show(face)
            self._print.start(visit, officer, face)
        else:
            self._close.start(visit, officer)

    # from step to step

    def _opened(self, visit: Visit) -> None:
        """What was told about the visitor before has been read by now."""
        if not self._verify.may_undo:
            self._page.notice.close_notice()
        self._moved(visit)

    def _moved(self, visit: Visit | None) -> None:
        """Keep the visit as it stands now and the time the left step took."""
        if self._visit is not None and visit is not None and self._visit.id == visit.id:
            self._add_time(self._visit, visit)
        self._visit = visit
        self._show_times()
        if visit is None:
            self._tick.stop()
        else:
            self._tick.start()
        self.visit_changed.emit(visit)

    def _add_time(self, before: Visit, after: Visit) -> None:
        if before.stage is not after.stage and before.stage_since and after.stage_since:
            took = int((after.stage_since - before.stage_since).total_seconds())
            self._seconds[before.stage] = self._seconds.get(before.stage, 0) + took

    def _verified(self, verified: Verified) -> None:
        officer = self._officer
        if officer is None:
            return
        self._status = verified.status
        self._page.notice.close_notice()
        self._moved(verified.visit)
        self._page.show_stage(verified.visit.stage)
        self._show_known()
        if verified.form is not None:
            self._has_draft = True
            self._input.start(verified.visit, verified.form, officer)
            self._input.save_draft()  # the number typed at step 1 must outlive a crash too
        elif verified.visit.stage is Stage.PRINT:
            self._preview.show(verified.face)
            self._print.start(verified.visit, officer, verified.face)
        else:
            self._close.start(verified.visit, officer)

    def _input_done(self, visit: Visit, form: MemberForm, checked: Checked) -> None:
        if self._officer is None:
            return
        self._page.notice.close_notice()
        self._moved(visit)
        self._page.show_stage(Stage.VALIDATE)
        self._validate.start(visit, form, self._officer, checked)

    def _back_to_verify(self) -> None:
        visit, officer, back = self._visit, self._officer, self._parts.visit.step_back
        if visit is not None and officer is not None:
            self._run(lambda: back(visit, officer), self._show_verify_again)

    def _show_verify_again(self, visit: Visit) -> None:
        self._input.leave()
        self._moved(visit)
        self._page.show_stage(Stage.VERIFY)
        self._verify.come_back(visit)

    def _back_to_input(self, visit: Visit, form: MemberForm, field: MemberField | None) -> None:
        if self._officer is None:
            return
        self._moved(visit)
        self._page.show_stage(Stage.INPUT)
        self._input.start(visit, form, self._officer, focus=field)

    def _registered(self, registered: Registered) -> None:
        if self._officer is None:
            return
        self._page.notice.close_notice()
        self._page.side.show_look_alikes(())
        self._page.side.show_findings(())
        self._moved(registered.visit)
        self._page.show_stage(registered.visit.stage)
        self._page.side.show_known(stored_facts(registered))
        self._preview.show(registered.face)
        self._print.start(registered.visit, self._officer, registered.face)

    def _go_on(self, visit: Visit) -> None:
        """Step 4 is done."""
        if self._officer is not None:
            self._moved(visit)
            self._page.show_stage(Stage.CLOSE)
            self._close.start(visit, self._officer)

    def _closed(self, visit: Visit) -> None:
        self._visit = None
        self._begin_anew()
        told = self.tr("Visit {number} is closed and stored.").format(number=visit.number)
        self._page.notice.say(told, Tone.OK)

    # two people side by side

    def _compare(self) -> None:
        if self._checked is not None and (pairs := undecided(self._checked)):
            self._page.show_comparison()
            form = self._input.form if self._stands_at(Stage.INPUT) else self._validate.form
            self._page.comparing.compare(form, pairs)

    def _end_comparison(self) -> None:
        if self._visit is not None:
            self._page.show_stage(self._visit.stage)

    def _decide(self, other: Nik, verdict: Verdict, reason: str) -> None:
        visit, officer, decide = self._visit, self._officer, self._parts.visit.decide_duplicate
        if visit is None or officer is None:
            return
        form = self._input.form if self._stands_at(Stage.INPUT) else self._validate.form
        self._page.comparing.show_busy(True)
        self._run(
            lambda: decide(visit, form, other, verdict, reason, officer),
            lambda decided: self._decided(verdict, *decided),
        )

    def _decided(self, verdict: Verdict, visit: Visit, form: MemberForm) -> None:
        if self._officer is None:
            return
        self._page.comparing.show_busy(False)
        self._moved(visit)
        self._page.show_stage(visit.stage)
        if verdict is Verdict.SAME_PERSON:
            self._page.notice.say(
                self.tr("The stored person is used; what was typed for the membership stays.")
            )
        if visit.stage is Stage.INPUT:
            self._input.go_on_with(visit, form)
        else:
            self._validate.start(visit, form, self._officer)

    # what the right side tells

    def _know_status(self, status: MemberStatus | None) -> None:
        self._status = status
        self._show_known()

    def _show_checked(self, checked: Checked) -> None:
        self._checked = checked
        side = self._page.side
        side.show_look_alikes(undecided(checked))
        if self._stands_at(Stage.VALIDATE):
            side.show_findings(())  # the page itself lists them
        self._preview.show(checked.face)
        self._show_known()

    def _show_told(self, findings: Sequence[Finding]) -> None:
        """What the form tells counts only while it is on the screen."""
        self._page.side.show_findings(findings if self._stands_at(Stage.INPUT) else ())

    def _show_known(self) -> None:
        self._page.side.show_known(known_facts(self._visit, self._status, self._checked))

    def _show_times(self) -> None:
        visit = self._visit
        seconds = dict(self._seconds)
        if visit is not None and visit.stage_since is not None:
            running = int((self._parts.clock() - visit.stage_since).total_seconds())
            seconds[visit.stage] = seconds.get(visit.stage, 0) + max(0, running)
        self._page.show_times(visit.stage if visit else Stage.VERIFY, seconds)

    def _stands_at(self, stage: Stage) -> bool:
        return self._visit is not None and self._visit.stage is stage

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._background.run(self, work, then=then, otherwise=self._explain)

    def _explain(self, error: Exception) -> None:
        self._page.comparing.show_busy(False)
        if isinstance(error, LoketError):
            words = problem_words(error)
            self._page.notice.say(f"{words.what}. {words.next_step}", Tone.ERROR)
        else:
            self.problem.emit(error)
