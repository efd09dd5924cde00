"""Carries one visit's card through step 4: sends it once, follows it, and asks what lies in the tray."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.cards.ask_for_card import Reprint, approval_subject
from app.cards.card_face import CardFace
from app.cards.card_stock import BlankLevel
from app.cards.next_copy import next_copy
from app.cards.print_job import CardJob, CardState, ReprintReason, SpoiledReason
from app.errors import LoketError, NothingSent, Problem, RuleBroken
from app.ports import PageImage
from app.trust.approval import Approval
from app.trust.officer import Officer
from app.visit.visit import Visit
from ui.background import Background, Lane
from ui.cards.printer_choice import PrinterFound, look_for_printers
from ui.parts import Parts
from ui.problems import Problems
from ui.visit.step_4_print_page import PrintPage
from ui.wording.problem_words import told_problem

T = TypeVar("T")

POLL_MS = 700
PRINTERS_MS = 5_000
ASK_AFTER_MS = 30_000
"""A card printer needs some 13 s a card; who has heard nothing for longer is asked to look."""

PREVIEW_WIDTH = 1016
"""A card's 85.6 mm at 300 dpi: sharp at true size on any screen."""


@dataclass(frozen=True, slots=True)
class _Going:
    """The visit that stands at step 4."""

    visit: Visit
    officer: Officer
    membership_id: int
    face: CardFace


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the database says at this moment."""

    jobs: tuple[CardJob, ...]
    blanks: BlankLevel
    supervisors: tuple[Officer, ...]


class PrintPresenter(QObject):
    """``finished`` carries the visit as it stands after step 4, ``problem`` an error no page has words for;
    ``changed`` says that a card moved and counts shown elsewhere are out of date."""

    finished = Signal(object)
    problem = Signal(object)
    changed = Signal()
    copies_known = Signal(object)

    def __init__(
        self,
        page: PrintPage,
        parts: Parts,
        background: Background,
        printer: str,
        *,
        ask_after: int = ASK_AFTER_MS,
    ) -> None:
        """``printer`` is the address the settings keep; ``ask_after`` is in milliseconds."""
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._printer = printer
        self._visit: Visit | None = None
        self._officer: Officer | None = None
        self._going: _Going | None = None
        self._jobs: tuple[CardJob, ...] = ()
        self._supervisors: tuple[Officer, ...] = ()
        self._approval: Approval | None = None
        self._busy = False
        self._fresh = False  # just sent: a quick printer is asked at once
        self._next_poll = QTimer(self, singleShot=True)
        self._patience = QTimer(self, singleShot=True, interval=ask_after)
        self._printers = QTimer(self, interval=PRINTERS_MS)
        self._next_poll.timeout.connect(self._poll)
        self._patience.timeout.connect(self._show_standing)
        self._printers.timeout.connect(self._look_for_printers)
        page.print_asked.connect(self._print)
        page.approval_asked.connect(self._ask_supervisor)
        page.answered.connect(self._answer)
        page.later_asked.connect(self._print_later)
        page.go_on_asked.connect(self._finish)
        page.printer_chosen.connect(self.use_printer)
        page.shown.connect(self._return_to_page)

    @property
    def printer(self) -> str:
        """The printer chosen last; it stays chosen for the next visitor."""
        return self._printer

    @property
    def _last(self) -> CardJob | None:
        return self._jobs[-1] if self._jobs else None

    def start(self, visit: Visit, officer: Officer, face: CardFace | None) -> None:
        """``face`` is ``None`` while the membership waits for its number."""
        self._visit, self._officer, self._going, self._jobs = visit, officer, None, ()
        self._approval = None
        self._patience.stop()
        self._set_busy(False)
        self._page.begin()
        if face is None or visit.membership_id is None:
            self._page.show_number_follows()
            return
        self._going = _Going(visit, officer, visit.membership_id, face)
        self._draw(face)
        self._read()
        self._look_for_printers()
        self._printers.start()

    def take_over(self, officer: Officer) -> None:
        """Another officer sits down; from now on the answers are theirs."""
        self._officer = officer
        if self._going is not None:
            self._going = replace(self._going, officer=officer)

    def use_printer(self, address: str) -> None:
        """Another printer was chosen, here or in the settings."""
        self._printer = address
        self._look_for_printers()

    def scanned(self, text: str) -> None:
        """The card itself is the answer, if it is the one in question."""
        job, going = self._last, self._going
        if going is None or job is None or not job.in_doubt:
            self._page.notice.say(self.tr("No card waits to be checked. Nothing was changed."))
            return
        answer = self._parts.cards.answer_by_scan
        self._move_card(lambda: answer(text, going.officer, going.face.kpj))

    def _draw(self, face: CardFace) -> None:
        renderers, preview = self._parts.cards.renderers, self._parts.cards.preview

        def draw() -> list[PageImage]:
            renderer = renderers.of(face.layout)
            document = renderer.render([face])
            return [preview(document, page, PREVIEW_WIDTH) for page in range(renderer.sides)]

        self._ask(draw, lambda sides: self._page.show_card(*sides), Lane.PAPER)

    def _look_for_printers(self) -> None:
        printer = self._parts.cards.printer
        if self._page.isVisible() and not self._busy:
            self._ask(lambda: look_for_printers(printer), self._show_printers, Lane.PAPER)

    def _show_printers(self, found: tuple[PrinterFound, ...]) -> None:
        self._page.printer.show_printers(found, self._printer)

    def _return_to_page(self) -> None:
        """The card may have been answered in the print room meanwhile."""
        if self._going is not None and not self._busy:
            self._look_for_printers()
            self._read()

    def _read(self) -> None:
        going, cards, approvers = self._going, self._parts.cards, self._parts.approvers
        if going is None:
            return

        def read() -> _Standing:
            jobs = cards.of_membership(going.membership_id, going.officer)
            return _Standing(jobs, cards.blanks(going.officer), approvers())

        self._ask(read, self._show_fresh)

    def _show_fresh(self, standing: _Standing) -> None:
        self._jobs, self._supervisors = standing.jobs, standing.supervisors
        self.copies_known.emit(standing.jobs)
        self._page.show_supervisors(standing.supervisors)
        self._page.show_blanks(standing.blanks)
        self._show_standing()

    def _show_standing(self) -> None:
        """Put on the page how the card stands, and follow it while it is on its way."""
        job, going = self._last, self._going
        if going is None or self._busy:
            return
        if job is not None and job.on_its_way:
            self._next_poll.start(0 if self._fresh else POLL_MS)
            self._fresh = False
        if job is not None and job.state is CardState.SENDING and self._patience.isActive():
            self._page.show_waiting(job)
        elif job is not None and job.in_doubt:
            self._page.show_question(job, going.face.name)
        elif job is not None and job.state is CardState.GOOD and job.visit_id == going.visit.id:
            self._page.show_done(job)
        else:
            self._page.show_ready(next_copy(self._jobs), job)

    def _print(self, why: ReprintReason | None) -> None:
        going, address, cards, approval = self._going, self._printer, self._parts.cards, self._approval
        if going is None or self._busy:
            return
        reprint = Reprint(why, approval) if why is not None and approval is not None else None

        def print_card() -> CardJob:
            job = cards.ask(
                going.membership_id, address, going.officer, visit_id=going.visit.id, reprint=reprint
            )
            return cards.send(job.id, going.officer)

        self._page.show_sending()
        self._move_card(print_card)

    def _ask_supervisor(self, officer_id: int, password: str, reason: str) -> None:
        going, approve = self._going, self._parts.approve
        if going is None:
            return
        subject = approval_subject(going.membership_id, next_copy(self._jobs).copy)
        self._ask(
            lambda: approve(officer_id, password, subject, reason),
            self._take_approval,
            otherwise=self._refuse_approval,
        )

    def _take_approval(self, approval: Approval) -> None:
        self._approval = approval
        name = next(one.name for one in self._supervisors if one.id == approval.supervisor_id)
        self._page.show_approved(name, approval.reason)

    def _refuse_approval(self, error: Exception) -> None:
        self._page.refuse_approval(told_problem(error) if isinstance(error, RuleBroken) else "")
        if not isinstance(error, RuleBroken):
            self._tell(error)

    def _poll(self) -> None:
        job, going, poll = self._last, self._going, self._parts.cards.poll
        if going is None or job is None or self._busy:
            return
        self._ask(lambda: poll(job.id, going.officer), self._follow, Lane.PAPER, self._poll_failed)

    def _follow(self, job: CardJob) -> None:
        if job == self._last:
            self._next_poll.start(POLL_MS)
        else:
            if job.state is CardState.SENDING:
                self._patience.start()  # mended: it is on its way once more
            self.changed.emit()
            self._read()

    def _poll_failed(self, error: Exception) -> None:
        if isinstance(error, RuleBroken):  # answered somewhere else meanwhile
            self._read()
            return
        self._tell(error)
        self._patience.stop()
        self._show_standing()
        self._next_poll.start(PRINTERS_MS)

    def _answer(self, answer: CardState, spoiled: SpoiledReason | None) -> None:
        job, going, store = self._last, self._going, self._parts.cards.answer
        if going is None or job is None or self._busy:
            return
        self._move_card(lambda: store(job.id, answer, going.officer, spoiled))

    def _move_card(self, work: Callable[[], CardJob]) -> None:
        """One card moves at a time: a second press finds the presenter busy."""
        self._page.notice.hide()
        self._set_busy(True)
        self._ask(work, self._moved, Lane.PAPER, self._not_moved)

    def _moved(self, job: CardJob) -> None:
        self._set_busy(False)
        self.changed.emit()
        if job.state is CardState.GOOD:
            self._page.show_done(job)
            self._finish()
            return
        if job.on_its_way:
            self._patience.start()
            self._fresh = True
        self._read()

    def _not_moved(self, error: Exception) -> None:
        self._set_busy(False)
        self.changed.emit()
        if isinstance(error, RuleBroken) and error.problem is Problem.APPROVAL_EXPIRED:
            self._approval = None
            self._page.take_approval_back()
        if not isinstance(error, NothingSent):  # the page says so itself, beside the button that tries again
            self._tell(error)
        self._look_for_printers()
        self._read()

    def _print_later(self) -> None:
        """Leave the card owed; it waits in the print room."""
        going, address, cards = self._going, self._printer, self._parts.cards
        finish = self._parts.visit.finish_print
        if going is None or self._busy:
            return
        owed = not next_copy(self._jobs).needs_approval

        def leave() -> Visit:
            if owed:
                cards.ask(going.membership_id, address, going.officer, visit_id=going.visit.id)
            return finish(going.visit, going.officer)

        self._set_busy(True)
        self._ask(leave, self._finished, otherwise=self._not_moved)

    def _finish(self) -> None:
        visit, officer, finish = self._visit, self._officer, self._parts.visit.finish_print
        if visit is None or officer is None or self._busy:
            return
        self._set_busy(True)
        self._ask(lambda: finish(visit, officer), self._finished, otherwise=self._not_moved)

    def _finished(self, visit: Visit) -> None:
        self._visit, self._going = None, None
        self._printers.stop()
        self._set_busy(False)
        self.changed.emit()
        self.finished.emit(visit)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._page.show_busy(busy)

    def _ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        lane: Lane = Lane.DATABASE,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Answers about a visitor who has left meanwhile are dropped."""
        asked_for = self._visit
        told = otherwise or self._tell

        def answer(result: T) -> None:
            if self._visit is asked_for:
                then(result)

        def complain(error: Exception) -> None:
            if self._visit is asked_for:
                told(error)

        self._background.run(self._page, work, then=answer, otherwise=complain, lane=lane)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
