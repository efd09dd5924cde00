"""A company's batch from the choice to the match: each card once, what is uncertain is asked, and the
counts meet."""

from dataclasses import replace
from datetime import timedelta
from typing import NoReturn

import pytest

from app.cards.print_job import CardState, GiveUpReason, PrinterReason, SpoiledReason
from app.companies.batch_progress import Halt
from app.companies.card_batch import BatchState, LeftOut
from app.errors import NothingSent, Problem, YourEnvironment
from app.ports import Begin, PrinterState, SpoolReport, SpoolState, UnitOfWork
from app.visit.visit import Visit
from db.stores.batches import SqlCardBatches
from tests.app.cards.desk import ScriptedPrinter
from tests.app.companies.batch_desk import NPP, PRINTER, BatchDesk
from tests.app.companies.conftest import refuses


def test_a_company_is_printed_answered_and_matched(at: BatchDesk, printer: ScriptedPrinter) -> None:
    batch = at.approved(5)
    told = at.steps(batch)
    assert (told.halt, told.count.to_answer, told.batch.counter) == (Halt.ANSWERS, 5, "Loket 1")
    at.all_good_but(batch.id, [1, 2, 3, 4, 5], [], at.wati)
    match = at.match(batch.id, at.wati)
    assert (match.asked, len(match.good), match.missing, match.logged) == (5, 5, (), 5)
    assert [card.name for card in match.good] == [f"PEKERJA A{letter}" for letter in "ABCDE"]
    assert match.batch.state is BatchState.MATCHED
    assert len(printer.sent) == len(set(printer.sent)) == 5


def test_one_card_is_in_the_printer_at_a_time(at: BatchDesk, printer: ScriptedPrinter) -> None:
    batch = at.approved(3)
    printer.wait()
    for _ in range(4):
        told = at.step(batch)
    assert (len(printer.sent), told.halt, told.count.in_printer, told.count.waiting) == (1, None, 1, 2)
    printer.says = SpoolReport(SpoolState.CLAIMED_DONE)
    assert at.step(batch).count.to_answer == 1
    assert len(printer.sent) == 2


def test_a_claim_may_wait_for_its_answer_while_the_next_card_is_printed(at: BatchDesk) -> None:
    batch = at.approved(4)
    at.steps(batch, most=3)
    at.good(batch, 1)
    count = at.step(batch).count
    assert (count.good, count.to_answer, count.in_printer, count.waiting) == (1, 2, 1, 0)


class TestDoubt:
    def test_a_jam_stops_the_batch_and_tells_why(self, at: BatchDesk, printer: ScriptedPrinter) -> None:
        batch = at.approved(3)
        at.step(batch)
        printer.jam()
        told = at.steps(batch)
        assert (told.halt, told.reason, len(printer.sent)) == (Halt.ATTENTION, PrinterReason.JAM, 1)
        assert [card.state for card in told.cards] == [CardState.NEEDS_ATTENTION]

    def test_a_jam_cleared_at_the_printer_goes_on_by_itself(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        batch = at.approved(2)
        at.step(batch)
        printer.jam()
        at.step(batch)
        printer.says = SpoolReport(SpoolState.CLAIMED_DONE)
        assert at.steps(batch).halt is Halt.ANSWERS

    def test_a_card_that_did_not_come_out_is_sent_again_as_the_same_card(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        batch = at.approved(2)
        at.step(batch)
        printer.says = SpoolReport(SpoolState.UNKNOWN, PrinterReason.JOB_LOST)
        assert at.steps(batch).halt is Halt.DOUBT
        before = at.see(batch)[0]
        at.answer(batch.id, 1, CardState.NOT_PRINTED, at.wati)
        printer.says = SpoolReport(SpoolState.CLAIMED_DONE)
        at.steps(batch)
        after = at.see(batch)[0]
        assert before.job is not None
        assert after.job is not None
        assert (after.job.id, after.job.copy, after.job.attempt) == (before.job.id, 1, 2)

    def test_nothing_is_sent_while_a_card_is_in_doubt(self, at: BatchDesk, printer: ScriptedPrinter) -> None:
        batch = at.approved(3)
        at.step(batch)
        printer.says = SpoolReport(SpoolState.UNKNOWN)
        for _ in range(5):
            assert at.step(batch).halt is Halt.DOUBT
        assert len(printer.sent) == 1

    def test_a_line_torn_off_while_sending_leaves_that_card_in_doubt_and_stops(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        def torn_off() -> None:
            raise YourEnvironment(Problem.PRINTER_REFUSED)

        batch = at.approved(2)
        printer.on_submit = torn_off
        with pytest.raises(YourEnvironment):
            at.step(batch)
        printer.on_submit = lambda: None
        assert at.step(batch).halt is Halt.DOUBT
        assert [card.state for card in at.see(batch)] == [CardState.UNKNOWN, None]

    def test_a_card_whose_ticket_was_never_kept_is_asked_about(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        """The disk was full right after the document had left."""
        batch = at.approved(2)
        at.step(batch)
        [job] = [card.job for card in at.see(batch) if card.job]
        with at.begin() as work:
            work.card_jobs.save(replace(job, spool_ticket=""), job)
            work.commit()
        assert at.step(batch).halt is Halt.DOUBT
        assert at.see(batch)[0].state is CardState.UNKNOWN


class TestSpoiled:
    def test_is_made_again_under_the_next_number_and_the_blanks_add_up(self, at: BatchDesk) -> None:
        batch = at.approved(3)
        at.steps(batch)
        told = at.answer(batch.id, 2, CardState.SPOILED, at.wati, SpoiledReason.RIBBON)
        assert [(card.place, card.remade_at) for card in told.cards] == [(2, 4), (4, None)]
        assert at.steps(batch).halt is Halt.ANSWERS
        at.good(batch, 1, 3, 4)
        count = at.step(batch).count
        assert (count.asked, count.good, count.spoiled, count.settled) == (3, 3, 1, True)
        level = at.cards.blanks(at.wati)
        assert (level.good, level.spoiled, level.held, level.remaining) == (3, 1, 0, 46)

    def test_may_be_made_again_before_the_others(self, at: BatchDesk) -> None:
        batch = at.approved(4)
        at.steps(batch, most=2)
        at.answer(batch.id, 1, CardState.SPOILED, at.wati, SpoiledReason.JAM)
        at.move_cards(batch.id, [5], at.wati)
        cards = at.see(batch)
        assert next((card.place, card.name) for card in cards if card.waits) == (3, "PEKERJA AA")
        assert cards[0].remade_at == 3
        assert at.step(batch).cards[-1].name == "PEKERJA AA"

    def test_twice_is_followed_by_a_third(self, at: BatchDesk) -> None:
        batch = at.approved(1)
        for place in (1, 2):
            at.steps(batch)
            at.answer(batch.id, place, CardState.SPOILED, at.wati, SpoiledReason.RIBBON)
        at.steps(batch)
        at.good(batch, 3)
        assert [(card.place, card.remade_at) for card in at.see(batch)] == [(1, 2), (2, 3), (3, None)]
        match = at.match(batch.id, at.wati)
        assert (match.asked, [card.place for card in match.good]) == (1, [3])

    def test_counts_when_it_was_answered_in_the_card_room(self, at: BatchDesk) -> None:
        batch = at.approved(1)
        at.steps(batch)
        [job] = [card.job for card in at.see(batch) if card.job]
        at.cards.answer(job.id, CardState.SPOILED, at.wati, SpoiledReason.SMUDGED)
        assert at.see(batch)[0].remade_at == 2


class TestVisitorsFirst:
    def test_a_visitors_card_is_printed_between_two_cards_of_a_batch(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        batch = at.approved(3)
        at.step(batch)
        single = at.cards.sent(at.cards.member(900, "BUDI SANTOSO"))
        printer.wait()
        assert at.step(batch).count.in_printer == 1
        printer.says = SpoolReport(SpoolState.CLAIMED_DONE)
        at.steps(batch)
        assert printer.sent.index(single.document_name) == 1
        assert len(printer.sent) == 4

    def test_the_batch_waits_while_the_visitors_card_is_in_the_printer(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        batch = at.approved(2)
        at.cards.sent(at.cards.member(900, "BUDI SANTOSO"))
        printer.wait()
        assert at.step(batch).halt is Halt.VISITOR
        assert len(printer.sent) == 1

    def test_a_visitors_unanswered_card_does_not_hold_the_batch_up(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        batch = at.approved(2)
        at.cards.printed(at.cards.member(900, "BUDI SANTOSO"))
        assert at.steps(batch).halt is Halt.ANSWERS
        assert len(printer.sent) == 3

    def test_a_member_who_comes_for_a_card_of_the_batch_takes_it_along(
        self, at: BatchDesk, printer: ScriptedPrinter, begin: Begin
    ) -> None:
        batch = at.approved(2)
        at.step(batch)
        printer.says = SpoolReport(SpoolState.UNKNOWN)
        at.step(batch)
        at.answer(batch.id, 1, CardState.NOT_PRINTED, at.wati)
        printer.says = SpoolReport(SpoolState.CLAIMED_DONE)
        with begin() as work:
            visit = work.visits.open(Visit("", "Loket 1", at.cards.rina.id, at.clock()))
            work.commit()
        taken = at.cards.ask(at.see(batch)[0].membership_id, PRINTER, at.cards.rina, visit_id=visit.id)
        at.cards.answer(at.cards.send(taken.id, at.cards.rina).id, CardState.GOOD, at.cards.rina)
        at.steps(batch)
        cards = at.see(batch)
        assert [card.left_out for card in cards] == [LeftOut.PRINTED_BEFORE, None]
        at.good(batch, 2)
        assert [card.place for card in at.match(batch.id, at.wati).good] == [2]


class TestStops:
    def test_when_the_blanks_run_out_and_goes_on_with_new_ones(self, at: BatchDesk) -> None:
        batch = at.approved(52)
        assert at.steps(batch).halt is Halt.BLANKS
        assert at.read(batch.id, at.wati).progress.count.waiting == 2
        at.cards.blanks.receive(10, at.wati)
        assert at.steps(batch).halt is Halt.ANSWERS

    def test_when_the_ribbon_is_used_up_and_goes_on_with_a_new_one(self, at: BatchDesk) -> None:
        at.load_ribbon(3)
        batch = at.approved(5)
        assert at.steps(batch).halt is Halt.RIBBON
        at.load_ribbon(250)
        assert at.steps(batch).halt is Halt.ANSWERS

    def test_when_the_printer_itself_says_that_its_ribbon_is_used_up(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        at.load_ribbon(250)
        batch = at.approved(2)
        printer.state = PrinterState(ready=True, ribbon_left=0)
        assert at.steps(batch).halt is Halt.RIBBON

    def test_while_the_printer_is_not_ready_and_writes_nothing_meanwhile(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        batch = at.approved(2)
        printer.state = PrinterState(ready=False, reason=PrinterReason.COVER_OPEN)
        at.step(batch)
        before = at.journal_length()
        told = at.step(batch)
        assert (told.halt, told.reason) == (Halt.PRINTER, PrinterReason.COVER_OPEN)
        assert at.journal_length() == before

    def test_paused_when_the_printer_was_not_reached_and_its_card_waits(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        def unreachable() -> None:
            raise NothingSent(Problem.PRINTER_UNREACHABLE)

        batch = at.approved(2)
        printer.on_submit = unreachable
        with pytest.raises(NothingSent):
            at.step(batch)
        assert at.step(batch).halt is Halt.PAUSED
        printer.on_submit = lambda: None
        at.resume(batch.id, at.wati)
        assert at.steps(batch).halt is Halt.ANSWERS
        assert at.cards.blanks(at.wati).held == 2

    def test_paused_by_the_officer_no_further_card_is_sent(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        batch = at.approved(3)
        at.step(batch)
        at.pause(batch.id, at.wati)
        assert at.steps(batch).halt is Halt.PAUSED
        assert (len(printer.sent), at.see(batch)[0].state) == (1, CardState.CLAIMED_DONE)
        at.resume(batch.id, at.wati)
        assert at.steps(batch).halt is Halt.ANSWERS

    def test_leaves_out_who_died_meanwhile_and_goes_on(self, at: BatchDesk) -> None:
        batch = at.approved(3)
        at.bury(at.see(batch)[1].member_id)
        at.steps(batch)
        assert [card.left_out for card in at.see(batch)] == [None, LeftOut.DECEASED, None]


class TestAfterACrash:
    def test_the_batch_is_found_paused_and_asks_about_the_card_that_was_being_sent(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        batch = at.approved(3)
        at.steps(batch, most=1)
        printer.wait()
        at.step(batch)
        at.cards.to_check.after_start()
        at.pause.after_start()
        view = at.read(batch.id, at.wati)
        assert (view.batch.state, view.progress.halt) == (BatchState.PAUSED, Halt.DOUBT)
        assert [(card.place, card.state) for card in view.to_answer] == [(1, CardState.UNKNOWN)]

    def test_it_goes_on_at_the_right_card(self, at: BatchDesk, printer: ScriptedPrinter) -> None:
        batch = at.approved(3)
        at.steps(batch, most=1)
        printer.wait()
        at.step(batch)
        at.cards.to_check.after_start()
        at.pause.after_start()
        at.good(batch, 1)
        printer.says = SpoolReport(SpoolState.CLAIMED_DONE)
        at.resume(batch.id, at.wati)
        at.steps(batch)
        at.good(batch, 2, 3)
        assert len(at.match(batch.id, at.wati).good) == len(set(printer.sent)) == len(printer.sent) == 3


class TestTwoCounters:
    @pytest.fixture
    def next_door(self, begin: Begin, look: Begin, printer: ScriptedPrinter) -> BatchDesk:
        return BatchDesk(begin, look, printer, "Loket 2")

    def test_a_batch_is_printed_at_one(self, at: BatchDesk, next_door: BatchDesk) -> None:
        batch = at.approved(3)
        at.step(batch)
        with refuses(Problem.BATCH_ELSEWHERE):
            next_door.step(batch)

    def test_of_two_that_begin_it_at_once_one_does(
        self, at: BatchDesk, next_door: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        """The other looked when it still waited, and finds it taken."""
        batch = at.approved(1)
        here = at.advance.look

        def then_next_door_begins() -> UnitOfWork:
            work = here()
            if not printer.sent:
                next_door.step(batch)
            return work

        at.advance = replace(at.advance, look=then_next_door_begins)
        with refuses(Problem.BATCH_ELSEWHERE):
            at.step(batch)
        assert len(printer.sent) == 1

    def test_a_paused_one_is_taken_over_once_nothing_of_it_lies_in_the_other_tray(
        self, at: BatchDesk, next_door: BatchDesk
    ) -> None:
        batch = at.approved(2)
        at.steps(batch, most=1)
        at.pause(batch.id, at.wati)
        with refuses(Problem.BATCH_ELSEWHERE):
            next_door.resume(batch.id, next_door.wati)
        at.good(batch, 1)
        next_door.resume(batch.id, next_door.wati, "test:dua")
        assert next_door.steps(batch).halt is Halt.ANSWERS
        assert next_door.cards.blanks(next_door.wati).held == 1
        with refuses(Problem.BATCH_ELSEWHERE):
            at.step(batch)

    def test_answers_are_given_where_the_tray_stands(self, at: BatchDesk, next_door: BatchDesk) -> None:
        batch = at.approved(1)
        at.steps(batch)
        with refuses(Problem.BATCH_ELSEWHERE):
            next_door.good(batch, 1)
        with refuses(Problem.BATCH_ELSEWHERE):
            next_door.all_good_but(batch.id, [1], [], next_door.wati)

    def test_one_counter_prints_one_batch(self, at: BatchDesk) -> None:
        first = at.approved(2)
        at.step(first)
        at.company(2, first=10)
        second = at.approve(at.prepare(NPP, None, PRINTER, at.wati).id, at.wati)
        at.step(second)
        assert at.read(first.id, at.wati).batch.state is BatchState.PAUSED


class TestAnswers:
    def test_a_scan_answers_the_card_it_shows(self, at: BatchDesk) -> None:
        batch = at.approved(2)
        at.steps(batch)
        [card] = at.scan(batch.id, " 26004187002 ", at.wati).cards
        assert (card.place, card.state) == (2, CardState.GOOD)

    def test_a_scan_of_another_card_answers_nothing(self, at: BatchDesk) -> None:
        batch = at.approved(1)
        at.steps(batch)
        at.cards.printed(at.cards.member(900, "BUDI SANTOSO"))
        with refuses(Problem.SCANNED_ANOTHER_CARD):
            at.scan(batch.id, "26004187900", at.wati)
        assert at.see(batch)[0].state is CardState.CLAIMED_DONE

    def test_all_good_but_these_leaves_these_to_be_answered(self, at: BatchDesk) -> None:
        batch = at.approved(4)
        at.steps(batch)
        count = at.all_good_but(batch.id, [1, 2, 3, 4], [3], at.wati).count
        assert (count.good, count.to_answer) == (3, 1)

    def test_all_good_holds_for_no_card_that_came_out_while_the_officer_was_looking(
        self, at: BatchDesk
    ) -> None:
        batch = at.approved(3)
        at.steps(batch, most=3)
        at.all_good_but(batch.id, [1, 2], [], at.wati)
        assert at.see(batch)[2].state is not CardState.GOOD

    def test_all_good_holds_for_no_card_in_doubt(self, at: BatchDesk, printer: ScriptedPrinter) -> None:
        batch = at.approved(2)
        at.step(batch)
        printer.says = SpoolReport(SpoolState.UNKNOWN)
        at.step(batch)
        assert at.all_good_but(batch.id, [1], [], at.wati).count.good == 0

    def test_all_good_is_kept_of_none_while_the_spooler_may_hold_one(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        def not_sure() -> None:
            if len(printer.cancelled) == 2:
                raise YourEnvironment(Problem.SPOOL_NOT_CLEARED)

        batch = at.approved(3)
        at.steps(batch)
        printer.cancelled.clear()
        printer.on_cancel = not_sure
        with pytest.raises(YourEnvironment):
            at.all_good_but(batch.id, [1, 2, 3], [], at.wati)
        assert at.read(batch.id, at.wati).progress.count.good == 0

    def test_a_waiting_card_cannot_be_answered(self, at: BatchDesk) -> None:
        batch = at.approved(2)
        at.step(batch)
        with refuses(Problem.CARD_MOVE_FORBIDDEN):
            at.good(batch, 2)


class TestMatch:
    def test_is_refused_while_a_card_is_unanswered(self, at: BatchDesk) -> None:
        batch = at.approved(2)
        at.steps(batch)
        at.good(batch, 1)
        with refuses(Problem.BATCH_NOT_MATCHED) as refused:
            at.match(batch.id, at.wati)
        facts = refused.value.facts
        assert (facts["asked"], facts["good"], facts["to_answer"], facts["waiting"]) == ("2", "1", "1", "0")

    def test_is_refused_while_a_card_waits(self, at: BatchDesk) -> None:
        batch = at.approved(2)
        at.steps(batch, most=1)
        at.step(at.pause(batch.id, at.wati))
        at.good(batch, 1)
        with refuses(Problem.BATCH_NOT_MATCHED):
            at.match(batch.id, at.wati)

    def test_tells_what_is_missing_and_why(self, at: BatchDesk) -> None:
        batch = at.approved(3)
        at.steps(batch, most=1)
        at.cancel_rest(batch.id, GiveUpReason.MEMBER_DECLINED, at.wati)
        assert at.steps(batch).halt is Halt.ANSWERS
        at.good(batch, 1)
        match = at.match(batch.id, at.wati)
        assert (match.asked, len(match.good), match.logged) == (3, 1, 1)
        assert [(card.place, card.left_out) for card in match.missing] == [
            (2, LeftOut.MEMBER_DECLINED),
            (3, LeftOut.MEMBER_DECLINED),
        ]

    def test_of_no_card_at_all_is_refused(self, at: BatchDesk) -> None:
        batch = at.approved(1)
        at.steps(batch, most=1)
        at.step(batch)
        at.answer(batch.id, 1, CardState.NOT_PRINTED, at.wati)
        at.cancel_rest(batch.id, GiveUpReason.OTHER, at.wati)
        with refuses(Problem.BATCH_EMPTY):
            at.match(batch.id, at.wati)

    def test_is_undone_for_a_card_that_is_wanted_after_all(self, at: BatchDesk) -> None:
        batch = at.approved(2)
        at.steps(batch, most=1)
        at.cancel_rest(batch.id, GiveUpReason.WRONG_DATA, at.wati)
        at.steps(batch)
        at.good(batch, 1)
        at.match(batch.id, at.wati)
        at.take_in(batch.id, [2], at.wati)
        at.resume(batch.id, at.wati)
        at.steps(batch)
        at.good(batch, 2)
        assert len(at.match(batch.id, at.wati).good) == 2

    def test_of_a_batch_that_was_matched_is_not_made_again(self, at: BatchDesk) -> None:
        batch = at.approved(1)
        at.steps(batch)
        at.good(batch, 1)
        at.match(batch.id, at.wati)
        with refuses(Problem.BATCH_MOVE_FORBIDDEN):
            at.match(batch.id, at.wati)


class TestFigures:
    def test_the_pace_is_that_of_the_last_cards_and_tells_when_it_will_be_done(self, at: BatchDesk) -> None:
        batch = at.approved(10)
        assert at.step(batch).seconds_per_card is None
        at.wait(minutes=45)
        told = at.steps(batch, most=4)
        assert told.seconds_per_card == 13.0
        assert told.ends_at == at.clock() - timedelta(seconds=13) + timedelta(seconds=13 * 6)

    def test_whom_the_page_shows_is_journalled_once_a_day(self, at: BatchDesk) -> None:
        batch = at.approved(2)
        at.see(batch)
        before = at.journal_length()
        at.see(batch)
        assert at.journal_length() == before

    def test_a_step_of_a_large_batch_does_not_read_all_its_cards(
        self, at: BatchDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        batch = at.approved(3)

        def read(*_: object) -> NoReturn:
            raise AssertionError("all cards of the batch were read")

        monkeypatch.setattr(SqlCardBatches, "cards", read)
        assert at.steps(batch).halt is Halt.ANSWERS
