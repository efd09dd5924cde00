"""Carries one batch: looks it through, follows its printing, stores what a person saw, writes its papers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTime, QTimer, Signal

from app.cards.print_job import CardState, GiveUpReason, SpoiledReason
from app.clock import Clock
from app.companies.approve_batch import BatchApproval
from app.companies.batch_papers import BatchPapers
from app.companies.batch_progress import BatchProgress, BatchView, Halt
from app.companies.card_batch import BatchCard, BatchState, CardBatch, IdShown
from app.companies.hand_over import HandedOver, collector
from app.companies.pre_flight import PreFlightReport
from app.errors import RuleBroken
from app.findings import Finding, Severity, worst
from app.trust.approval import Approval
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from ui.background import Background, Lane
from ui.batch_parts import BatchParts
from ui.cards.batch_actions import Deed
from ui.cards.batch_page import BatchPage
from ui.cards.batch_runner import BatchRunner
from ui.cards.batch_stage import MATCH, PRINTING, BatchStage, stage_of
from ui.cards.batch_table import BatchLine
from ui.cards.batch_words import batch_words, card_words, found_words, masked, match_facts, title_of
from ui.cards.card_words import state_words
from ui.errands import Errands
from ui.folder import open_folder_of
from ui.formats import number
from ui.shortcuts import Key
from ui.tone import Tone
from ui.wording.problem_words import told_problem

T = TypeVar("T")

ASK_AFTER_MS = 30_000
"""A card printer needs some 13 s a card; who has heard nothing for longer may say what lies in the tray."""

FIGURES_MS = 250

_ASKED_AT_ONCE = frozenset({CardState.NEEDS_ATTENTION, CardState.UNKNOWN})


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the database says at this moment."""

    view: BatchView
    report: PreFlightReport | None
    supervisors: tuple[Officer, ...]


class BatchPresenter(QObject):
    """``left()`` back to the queue; ``changed()`` when a card or the batch moved."""

    left = Signal()
    changed = Signal()
    problem = Signal(object)

    def __init__(
        self,
        page: BatchPage,
        parts: BatchParts,
        runner: BatchRunner,
        background: Background,
        clock: Clock,
        *,
        ask_after: int = ASK_AFTER_MS,
    ) -> None:
        super().__init__(page)
        self._page, self._parts, self._runner, self._clock = page, parts, runner, clock
        self._officer: Officer | None = None
        self._prints = False
        self._batch_id = 0
        self._progress: BatchProgress | None = None
        self._cards: dict[int, BatchCard] = {}
        self._report: PreFlightReport | None = None
        self._supervisors: tuple[Officer, ...] = ()
        self._approval: Approval | None = None
        self._asked_by_itself = 0
        self._chosen_by_hand = False
        self._answered = 0
        self._errands = Errands(page, background, page.notice, page.set_busy)
        self._errands.problem.connect(self.problem)
        self._patience = QTimer(self, singleShot=True, interval=ask_after)
        self._patience.timeout.connect(self._ask)
        self._told = QTimer(self, singleShot=True, interval=FIGURES_MS)
        self._told.timeout.connect(self._tell)
        self._connect()

    @property
    def batch_id(self) -> int:
        """The batch that is shown, or 0."""
        return self._batch_id

    def start(self, officer: Officer) -> None:
        """Nothing of what was read for another officer stays on the page."""
        shown = self._batch_id
        self.close()
        self._officer = officer if may(officer.role, Right.HAND_OVER) else None
        self._prints = may(officer.role, Right.PRINT_BATCH)
        if self._prints and shown:
            self.open(shown)

    def open(self, batch_id: int) -> None:
        if batch_id != self._batch_id:
            self.close()
            self._batch_id = batch_id
        self.refresh()

    def close(self) -> None:
        self._batch_id, self._progress, self._report, self._approval = 0, None, None, None
        self._cards = {}
        self._asked_by_itself, self._answered, self._chosen_by_hand = 0, 0, False
        self._page.notice.hide()
        self._page.ask_nothing()
        self._page.table.show_lines(())
        self._page.hand_over.begin()
        self._page.hand_over.hide()
        self._page.obstacle.clear()

    def refresh(self) -> None:
        """Read the batch again; while it is prepared, look it through."""
        officer, batch_id = self._officer, self._batch_id
        if officer is not None and batch_id:
            self._errands.ask(self._reading(batch_id, officer), self._show, lane=Lane.PAPER)

    def scanned(self, text: str) -> None:
        """A card held under the scanner came out, whichever row is selected."""
        answer, batch_id = self._parts.answer_by_scan, self._batch_id
        if batch_id:
            self._change(lambda by: answer(batch_id, text, by))

    def _connect(self) -> None:
        page = self._page
        page.left.connect(self.left)
        page.answered.connect(self._answer)
        page.table.line_changed.connect(self._choose)
        page.table.ticks_changed.connect(self._show_standing)
        page.deeds.chosen.connect(self._do)
        page.deeds.given_up.connect(self._cancel_rest)
        page.deeds.scheduled.connect(self._approve_for)
        page.obstacle.approval_asked.connect(self._ask_supervisor)
        page.hand_over.asked.connect(self._hand_over)
        self._runner.advanced.connect(self._advanced)
        self._runner.failed.connect(self._not_advanced)
        self._runner.changed.connect(self.refresh)

    def _reading(self, batch_id: int, officer: Officer) -> Callable[[], _Standing]:
        parts, prints = self._parts, self._prints

        def read() -> _Standing:
            view = parts.read(batch_id, officer)
            if view.batch.state is not BatchState.PREPARED or not prints:
                return _Standing(view, None, ())
            return _Standing(view, parts.pre_flight(batch_id, officer), parts.approvers())

        return read

    # what is shown

    def _show(self, standing: _Standing) -> None:
        if standing.view.batch.id != self._batch_id:
            return
        self._progress, self._report = standing.view.progress, standing.report
        self._supervisors = standing.supervisors
        self._cards = {card.place: card for card in standing.view.cards}
        self._page.table.show_lines([self._line(card) for card in standing.view.cards])
        self._lead_on()
        self._show_standing()
        if standing.view.progress.halt is Halt.DONE:
            self._match(standing.view.progress.count.good)

    def _lead_on(self) -> None:
        """From a card that was answered to the next one that waits for an answer."""
        answered, self._answered = self._answered, 0
        open_places = [place for place, card in self._cards.items() if card.job and card.job.in_doubt]
        if answered and answered not in open_places and open_places:
            self._page.table.go_to(next((each for each in open_places if each > answered), open_places[0]))

    def _advanced(self, progress: BatchProgress) -> None:
        if progress.cards and not self._told.isActive():
            self._told.start()
        if progress.batch.id != self._batch_id or self._officer is None:
            return
        if progress.halt is Halt.DONE or any(card.place not in self._cards for card in progress.cards):
            self.refresh()
            return
        halted = self._progress is None or progress.halt is not self._progress.halt
        self._progress = progress
        for card in progress.cards:
            self._cards[card.place] = card
            self._page.table.change_line(self._line(card))
        if progress.cards:
            self._patience.start()
        if halted:
            self._show_standing()

    def _tell(self) -> None:
        """A quick printer makes ten cards a second; figures need not follow each."""
        self.changed.emit()
        self._show_standing()

    def _not_advanced(self, error: Exception) -> None:
        self._errands.tell(error)
        self.changed.emit()
        self.refresh()

    def _show_standing(self) -> None:
        progress = self._progress
        if progress is None:
            return
        page, batch, count = self._page, progress.batch, progress.count
        page.table.keep_ticks(self._claimed())
        stage = self._stage(progress)
        page.show_head(title_of(batch), f"{batch.company_name} · {batch.npp.text}", *batch_words(batch))
        notes = {PRINTING: f"{number(count.came_out)}/{number(count.wanted)}"}
        page.show_step(stage.step, notes if stage.step >= PRINTING else {})
        page.table.allow_ticks(Deed.TICK in stage.deeds)
        page.deeds.offer(stage.deeds, stage.primary, stage.hint, needs_a_hand=stage.needs_a_hand)
        page.show_hand_over(batch.state is BatchState.RECEIPTED)
        page.side.show_progress(count.came_out, count.wanted, progress.seconds_per_card, progress.ends_at)
        page.side.show_match(match_facts(count))
        needed = count.waiting
        page.side.show_blanks(progress.blanks, needed)
        page.side.show_ribbon(progress.ribbon, needed)
        self._ask()

    def _stage(self, progress: BatchProgress) -> BatchStage:
        report = self._report
        blocked = len(report.blocked) if report else 0
        unsigned = len(report.to_approve) if report and self._approval is None else 0
        runs = self._runner.batch_id == progress.batch.id
        ticked = len(self._page.table.ticked())
        stage = stage_of(progress, runs=runs, blocked=blocked, unsigned=unsigned, ticked=ticked)
        return stage if self._prints else BatchStage(stage.step, frozenset())

    def _line(self, card: BatchCard) -> BatchLine:
        words, tone = card_words(card)
        found = self._found(card.place)
        if found and card.waits:
            words, tone = found_words(found)
        return BatchLine(card.place, card.name, masked(card.kpj), words, tone)

    # what is asked

    def _ask(self) -> None:
        """Under the row of the card in question: what came of it, or what is in the way of it."""
        card = self._card_in_question()
        if card is None:
            self._page.ask_nothing()
        elif card.job is not None and card.job.in_doubt:
            words = self.tr("{name}: did the card come out well?").format(name=card.name)
            self._page.ask_about(card.place, card.job.id, words, state_words(card.job)[0])
        else:
            self._show_obstacle(card)

    def _choose(self) -> None:
        self._chosen_by_hand = True
        self._ask()

    def _card_in_question(self) -> BatchCard | None:
        """The first the program lost sight of or the printer holds: to it the page leads once, unless an
        answer is being given. Else the chosen one, if something is asked about it."""
        urgent = next((card for card in self._cards.values() if card.state in _ASKED_AT_ONCE), None)
        busy = self._page.asked_place and self._page.question.half_answered
        if urgent is not None and urgent.job is not None and not busy:
            if urgent.job.id != self._asked_by_itself:
                self._page.table.go_to(urgent.place)
            self._asked_by_itself = urgent.job.id
        chosen = self._cards.get(self._page.table.current_place())
        return chosen if chosen is not None and self._asks(chosen) else urgent

    def _asks(self, card: BatchCard) -> bool:
        """A card the printer says it made is asked about when somebody chose its row: they come in piles."""
        if card.state is CardState.CLAIMED_DONE:
            return self._chosen_by_hand
        if card.state is CardState.SENDING:
            return not self._patience.isActive()
        if card.job is not None and card.job.in_doubt:
            return True
        return card.waits and bool(self._found(card.place))

    def _found(self, place: int) -> tuple[Finding, ...]:
        checked = self._report.cards if self._report else ()
        return next((each.findings for each in checked if each.card.place == place), ())

    def _show_obstacle(self, card: BatchCard) -> None:
        obstacle, found = self._page.obstacle, self._found(card.place)
        obstacle.show_findings(found)
        signs = worst(found) is Severity.APPROVE and self._approval is None
        obstacle.ask_supervisor([(one.id, one.name) for one in self._supervisors] if signs else [])
        self._page.show_obstacle(card.place)

    # what the officer does

    def _do(self, deed: Deed) -> None:
        doing: dict[Deed, Callable[[], None]] = {
            Deed.GO_ON: self._go_on,
            Deed.PAUSE: self._pause,
            Deed.LEAVE_OUT: self._leave_out,
            Deed.EARLIER: lambda: self._move_card(-1),
            Deed.LATER: lambda: self._move_card(1),
            Deed.TICK: self._page.table.tick,
            Deed.PAPER_CARDS: self._write_paper_cards,
        }
        doing[deed]()

    def _go_on(self) -> None:
        """The one key: whatever comes next for this batch."""
        progress = self._progress
        if progress is None:
            return
        state = progress.batch.state
        if self._stage(progress).step == MATCH:
            self._answer_all()
        elif state is BatchState.PREPARED:
            self._approve_or_leave_out(progress)
        elif state is BatchState.MATCHED:
            self._write_papers()
        else:
            self._print(progress)

    def _approve_or_leave_out(self, progress: BatchProgress) -> None:
        report = self._report
        if report is None:
            return
        unsigned = bool(report.to_approve) and self._approval is None
        if report.blocked or unsigned:
            leave_out = self._parts.leave_out_blocked
            signed_too = unsigned and not report.blocked
            self._change(lambda by: leave_out(progress.batch.id, by, to_approve_too=signed_too))
        else:
            self._approve(None)

    def _approve(self, not_before: datetime | None) -> None:
        approve, batch_id = self._parts.approve, self._batch_id
        given = (
            BatchApproval(self._approval, self._page.obstacle.reprint_reason()) if self._approval else None
        )

        def begin(_approved: CardBatch) -> None:
            if not_before is None:
                self._runner.look_for_next()

        self._change(lambda by: approve(batch_id, by, not_before, given), begin)

    def _approve_for(self, at: QTime) -> None:
        """An hour that is over today is meant for tomorrow."""
        now = self._clock()
        moment = now.replace(hour=at.hour(), minute=at.minute(), second=0, microsecond=0)
        self._approve(moment if moment > now else moment + timedelta(days=1))

    def _print(self, progress: BatchProgress) -> None:
        batch, parts = progress.batch, self._parts
        if batch.state is BatchState.PAUSED:
            self._change(lambda by: parts.resume(batch.id, by), lambda _batch: self._run(batch.id))
        elif batch.not_before is not None and batch.state is BatchState.APPROVED:
            self._change(lambda by: parts.schedule(batch.id, None, by), lambda _batch: self._run(batch.id))
        else:
            self._run(batch.id)

    def _run(self, batch_id: int) -> None:
        self._page.notice.hide()
        self._runner.print(batch_id)
        self.refresh()

    def _pause(self) -> None:
        pause, batch_id = self._parts.pause, self._batch_id
        self._runner.stop(batch_id)
        self._change(lambda by: pause(batch_id, by))

    def _cancel_rest(self, reason: GiveUpReason) -> None:
        """A batch of which nothing came out is given up whole; what came out is answered and receipted."""
        progress, parts = self._progress, self._parts
        if progress is None:
            return
        count, batch_id = progress.count, progress.batch.id
        if count.good or count.in_printer or count.to_answer:
            self._change(lambda by: parts.cancel_rest(batch_id, reason, by))
        else:
            self._runner.stop(batch_id)
            self._change(lambda by: parts.cancel(batch_id, reason, by))

    def _leave_out(self) -> None:
        """Once more on a card that was left out takes it in again."""
        card, parts, batch_id = self._chosen(), self._parts, self._batch_id
        if card is None:
            return
        if card.left_out is not None:
            self._change(lambda by: parts.take_in(batch_id, [card.place], by))
        else:
            reason = GiveUpReason.OTHER
            self._change(lambda by: parts.leave_out(batch_id, [card.place], reason, by))

    def _move_card(self, by_rows: int) -> None:
        card, move, batch_id = self._chosen(), self._parts.move_cards, self._batch_id
        waiting = [place for place, each in self._cards.items() if each.waits]
        if card is None or card.place not in waiting:
            return
        at = waiting.index(card.place)
        to = at + by_rows
        if not 0 <= to < len(waiting):
            return
        waiting[at], waiting[to] = waiting[to], waiting[at]
        place, go_to = sorted(waiting)[to], self._page.table.go_to
        self._change(lambda by: move(batch_id, waiting, by), lambda _cards: go_to(place))

    def _chosen(self) -> BatchCard | None:
        return self._cards.get(self._page.table.current_place())

    # answers, papers, and who takes the cards

    def _answer(self, place: int, answer: CardState, spoiled: SpoiledReason | None) -> None:
        store, batch_id = self._parts.answer, self._batch_id
        self._answered = place
        self._change(lambda by: store(batch_id, place, answer, by, spoiled))

    def _answer_all(self) -> None:
        """All that came out are good, but those that are ticked: these are asked about one by one."""
        store, batch_id, ticked = self._parts.all_good_but, self._batch_id, self._page.table.ticked()
        shown = self._claimed()
        self._change(lambda by: store(batch_id, shown, ticked, by))

    def _claimed(self) -> list[int]:
        """The cards the printer says it made, and nobody has seen yet."""
        return [place for place, card in self._cards.items() if card.state is CardState.CLAIMED_DONE]

    def _match(self, good: int) -> None:
        """Nothing is left to answer; a batch without one good card is given up. A refusal is told, and tried
        again when the batch is opened the next time."""
        officer, parts, batch_id = self._officer, self._parts, self._batch_id
        if officer is None or not self._prints:
            return
        read = self._reading(batch_id, officer)

        def match() -> _Standing:
            if good:
                parts.match(batch_id, officer)
            else:
                parts.cancel(batch_id, GiveUpReason.OTHER, officer)
            return read()

        self._errands.move(match, self._settled)

    def _settled(self, standing: _Standing) -> None:
        self._show(standing)
        self.changed.emit()
        self._runner.look_for_next()

    def _write_papers(self) -> None:
        write, batch_id = self._parts.write_papers, self._batch_id
        self._change(lambda by: write(batch_id, by), self._written)

    def _written(self, papers: BatchPapers) -> None:
        if papers.log_problem is not None:
            again = self._parts.write_papers.log_again
            words = self.tr("Receipt {number} is written, the log is not: {why}")
            self._page.notice.say(
                words.format(number=papers.number, why=told_problem(papers.log_problem)),
                Tone.WARN,
                action=self.tr("Write the log again"),
                key=Key.GO_ON,
                do=lambda: self._change(lambda by: again(papers, by), self._written),
            )
            return
        words = self.tr("Receipt {number}, both PDFs, the e-mail draft and the log are written.")
        self._page.notice.say(
            words.format(number=papers.number),
            Tone.OK,
            action=self.tr("Open folder"),
            key=Key.OPEN_FOLDER,
            do=lambda: open_folder_of(papers.receipt),
        )

    def _write_paper_cards(self) -> None:
        """Ten a sheet for those who cannot wait for the printer; no card of the batch moves."""
        write, batch_id, officer = self._parts.sheet_of_ten, self._batch_id, self._officer
        if officer is not None and batch_id:
            self._errands.ask(lambda: write.of_batch(batch_id, officer), self._paper_cards_written)

    def _paper_cards_written(self, file: Path) -> None:
        self._page.notice.say(
            self.tr("Temporary cards are written: {file}. Print them on A4; the cards stay owed.").format(
                file=file.name
            ),
            Tone.OK,
            action=self.tr("Open folder"),
            key=Key.OPEN_FOLDER,
            do=lambda: open_folder_of(file),
        )

    def _hand_over(self, name: str, shown: IdShown, number_end: str) -> None:
        hand_over, batch_id = self._parts.hand_over, self._batch_id
        self._change(
            lambda by: hand_over(batch_id, collector(name, shown, number_end), by), self._handed_over
        )

    def _handed_over(self, handed: HandedOver) -> None:
        self._page.notice.say(
            self.tr("Handed over. The receipt with the collector's name is ready to be signed."),
            Tone.OK,
            action=self.tr("Open folder"),
            key=Key.OPEN_FOLDER,
            do=lambda: open_folder_of(handed.receipt),
        )

    def _ask_supervisor(self, officer_id: int, password: str, reason: str) -> None:
        report, approve = self._report, self._parts.approve_on_the_spot
        if report is not None:
            self._errands.ask(
                lambda: approve(officer_id, password, report.approval_subject, reason),
                self._take_approval,
                otherwise=self._refuse_approval,
            )

    def _take_approval(self, approval: Approval) -> None:
        self._approval = approval
        name = next(one.name for one in self._supervisors if one.id == approval.supervisor_id)
        self._page.obstacle.show_approved(name, approval.reason)
        self._show_standing()
        self._page.take_focus()

    def _refuse_approval(self, error: Exception) -> None:
        self._page.obstacle.refuse(told_problem(error) if isinstance(error, RuleBroken) else "")
        if not isinstance(error, RuleBroken):
            self._errands.tell(error)

    def _change(self, work: Callable[[Officer], T], then: Callable[[T], None] | None = None) -> None:
        """Something of the batch moves and it is read anew, before another key counts; printing goes on where
        it may."""
        officer, batch_id = self._officer, self._batch_id
        if officer is None or not batch_id:
            return
        read = self._reading(batch_id, officer)

        def moved(done: tuple[T, _Standing]) -> None:
            result, standing = done
            self._show(standing)
            self.changed.emit()
            self._runner.step_soon()
            if then is not None:
                then(result)

        def not_moved(error: Exception) -> None:
            self._errands.tell(error)
            self.changed.emit()
            self.refresh()

        self._errands.move(lambda: (work(officer), read()), moved, otherwise=not_moved)
