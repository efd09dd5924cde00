"""What is found before a blank is used, who approves it, and the queue a batch waits in."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.cards.print_job import CardKind, CardState, GiveUpReason, PrinterReason, ReprintReason, SpoiledReason
from app.companies.approve_batch import BatchApproval
from app.companies.batch_progress import Halt
from app.companies.batch_queue import Turn
from app.companies.card_batch import BatchState, CardBatch, Collector, IdShown, LeftOut
from app.companies.pre_flight import PreFlightReport
from app.errors import Problem
from app.findings import FindingCode, Severity
from app.members.membership import Membership
from app.members.npp import Npp
from app.ports import JournalWish, PrinterState, UnitOfWork
from app.trust.approval import Approval
from app.trust.journal import Action
from app.trust.officer import Officer
from tests.app.cards.desk import SEALS, ScriptedPrinter
from tests.app.companies.batch_desk import NPP, PRINTER, BatchDesk
from tests.app.companies.conftest import refuses


def looked_at(at: BatchDesk, batch: CardBatch) -> PreFlightReport:
    return at.pre_flight(batch.id, at.wati)


def found(report: PreFlightReport) -> dict[int, list[tuple[FindingCode, Severity]]]:
    return {
        each.card.place: [(finding.code, finding.severity) for finding in each.findings]
        for each in report.cards
        if each.findings
    }


def signed(at: BatchDesk, report: PreFlightReport, by: Officer | None = None) -> Approval:
    return SEALS.seal(by or at.hadi, report.approval_subject, "kartu lama hilang di mess", at.clock())


class TestPreparing:
    def test_takes_everyone_who_has_a_number_and_no_card(self, at: BatchDesk) -> None:
        first, *_ = at.company(3)
        at.cards.answer(at.cards.printed(first).id, CardState.GOOD, at.wati)
        batch = at.prepare(NPP, None, PRINTER, at.wati)
        assert [card.membership_id for card in at.see(batch)] == [2, 3]
        assert (batch.number, batch.state) == (1, BatchState.PREPARED)

    def test_takes_only_the_rows_that_were_chosen(self, at: BatchDesk) -> None:
        *_, last = at.company(3)
        batch = at.prepare(NPP, [last.id, last.id], PRINTER, at.wati)
        assert [card.membership_id for card in at.see(batch)] == [last.id]

    def test_takes_no_card_that_waits_in_another_batch(self, at: BatchDesk) -> None:
        first, *_ = at.company(2)
        at.prepare(NPP, [first.id], PRINTER, at.wati)
        with refuses(Problem.CARD_IN_ANOTHER_BATCH):
            at.prepare(NPP, [first.id], PRINTER, at.wati)

    def test_of_nobody_is_refused(self, at: BatchDesk) -> None:
        at.company(0)
        with refuses(Problem.BATCH_EMPTY):
            at.prepare(NPP, None, PRINTER, at.wati)

    @pytest.mark.parametrize("npp", [Npp("17000001"), NPP])
    def test_takes_nobody_of_another_company(self, at: BatchDesk, npp: Npp) -> None:
        at.company(1)
        with refuses(Problem.NOT_FOUND):
            at.prepare(npp, [1 if npp != NPP else 99], PRINTER, at.wati)

    def test_is_journalled_with_everyone_in_it(self, at: BatchDesk) -> None:
        batch = at.prepared(3)
        with at.begin() as work:
            [stored] = work.journal.find(JournalWish(actions=frozenset({Action.BATCH_PREPARED})), 10)
        assert stored.entry.subject == f"batch:{batch.id}"
        assert stored.entry.members == (1, 2, 3)
        assert "PEKERJA" not in str(stored.entry.facts)


class TestPreFlight:
    def test_of_sound_cards_finds_nothing_and_counts_what_is_needed(self, at: BatchDesk) -> None:
        at.load_ribbon(250)
        report = looked_at(at, at.prepared(3))
        assert found(report) == {}
        assert (report.needed, report.blanks.remaining, report.ribbon_left) == (3, 50, 250)

    def test_tells_when_blanks_and_ribbon_do_not_last(self, at: BatchDesk) -> None:
        at.load_ribbon(40)
        report = looked_at(at, at.prepared(63))
        assert (report.needed, report.blanks.remaining) == (63, 50)
        assert report.ribbon_left == 40

    def test_believes_the_printer_before_the_hand_that_counted(
        self, at: BatchDesk, printer: ScriptedPrinter
    ) -> None:
        at.load_ribbon(250)
        printer.state = PrinterState(ready=False, reason=PrinterReason.CLEANING_DUE, ribbon_left=2)
        report = looked_at(at, at.prepared(3))
        assert report.ribbon_left == 2
        assert report.printer == printer.state

    def test_finds_a_name_that_does_not_fit(self, at: BatchDesk) -> None:
        at.company(1)
        at.cards.member(50, "W" * 60)
        report = looked_at(at, at.prepare(NPP, None, PRINTER, at.wati))
        assert found(report) == {2: [(FindingCode.NAME_OVERFLOWS_CARD, Severity.BLOCK)]}

    def test_finds_who_died_and_who_has_no_number(self, at: BatchDesk) -> None:
        batch = at.prepared(3)
        at.bury(2)
        at.take_number(3)
        assert found(looked_at(at, batch)) == {
            2: [(FindingCode.PERSON_DECEASED, Severity.BLOCK)],
            3: [(FindingCode.KPJ_FOLLOWS_LATER, Severity.BLOCK)],
        }

    def test_finds_a_card_nobody_has_answered_for(self, at: BatchDesk) -> None:
        first, second = at.company(2)
        at.cards.printed(first)
        at.cards.asked(second)
        report = looked_at(at, at.prepare(NPP, [first.id, second.id], PRINTER, at.wati))
        assert found(report) == {
            1: [(FindingCode.CARD_UNANSWERED, Severity.BLOCK)],
            2: [(FindingCode.CARD_OWED_ELSEWHERE, Severity.BLOCK)],
        }
        assert report.cards[0].findings[0].facts["counter"] == "Loket 1"

    def test_names_the_earlier_receipt_and_who_took_the_card(self, at: BatchDesk) -> None:
        [first] = at.company(1)
        handed_over(at, first, "TT-2026-000017", "DEWI LESTARI")
        report = looked_at(at, at.prepare(NPP, [first.id], PRINTER, at.wati))
        [finding] = report.cards[0].findings
        assert (finding.code, finding.severity) == (FindingCode.CARD_PRINTED_BEFORE, Severity.APPROVE)
        assert finding.facts == {
            "on": "20-11-2026",
            "receipt": "TT-2026-000017",
            "collector": "DEWI LESTARI",
        }

    @pytest.mark.parametrize(("days", "asked"), [(30, True), (31, False)])
    def test_asks_about_another_card_for_the_same_company_within_a_month(
        self, at: BatchDesk, days: int, asked: bool
    ) -> None:
        [first] = at.company(1)
        handed_over(at, first, "TT-2026-000017", "DEWI LESTARI")
        at.wait(days=days)
        again = at.second_membership(first)
        report = looked_at(at, at.prepare(NPP, [again.id], PRINTER, at.wati))
        assert found(report) == (
            {1: [(FindingCode.CARD_PRINTED_RECENTLY, Severity.APPROVE)]} if asked else {}
        )

    def test_leaves_what_is_blocked_out_with_one_action_and_the_rest_goes_on(self, at: BatchDesk) -> None:
        batch = at.prepared(3)
        at.bury(2)
        assert at.leave_out_blocked(batch.id, at.wati) == 1
        at.approve(batch.id, at.wati)
        at.steps(batch)
        at.good(batch, 1, 3)
        match = at.match(batch.id, at.wati)
        assert [(card.place, card.left_out) for card in match.missing] == [(2, LeftOut.DECEASED)]

    def test_tells_whom_it_showed(self, at: BatchDesk) -> None:
        batch = at.prepared(2)
        looked_at(at, batch)
        with at.begin() as work:
            [stored] = work.journal.find(JournalWish(actions=frozenset({Action.PERSON_SHOWN})), 10)
        assert stored.entry.members == (1, 2)


class TestApproval:
    def test_is_refused_while_a_blocked_card_is_in(self, at: BatchDesk) -> None:
        batch = at.prepared(2)
        at.bury(1)
        with refuses(Problem.FINDINGS_OPEN):
            at.approve(batch.id, at.wati)

    def test_counts_what_happened_while_the_cards_were_looked_through(self, at: BatchDesk) -> None:
        """They are looked through before the change begins, so that no other counter waits for it."""
        batch = at.prepared(3)

        def begin() -> UnitOfWork:
            with at.look() as work:
                quiet = not work.card_jobs.of_membership(1)
            if quiet:  # a visitor's card goes out just before the change begins
                at.cards.send(at.cards.ask(1, PRINTER, at.wati).id, at.wati)
            return at.begin()

        with refuses(Problem.FINDINGS_OPEN):
            replace(at.approve, begin=begin)(batch.id, at.wati)

    def test_keeps_who_gave_it(self, at: BatchDesk) -> None:
        batch = at.approved(1)
        assert (batch.state, batch.approved_by, batch.approved_at) == (
            BatchState.APPROVED,
            at.wati.id,
            at.clock(),
        )

    def test_of_a_further_copy_needs_a_supervisor(self, at: BatchDesk) -> None:
        batch = self._with_a_reprint(at)
        with refuses(Problem.NOT_ALLOWED):
            at.approve(batch.id, at.wati)

    def test_of_the_supervisor_makes_it_a_reprint_with_reason(self, at: BatchDesk) -> None:
        batch = self._with_a_reprint(at)
        approval = signed(at, looked_at(at, batch))
        at.approve(batch.id, at.wati, approval=BatchApproval(approval, ReprintReason.LOST))
        assert at.steps(batch).halt is Halt.ANSWERS
        jobs = [card.job for card in at.see(batch) if card.job]
        assert [(job.kind, job.copy, job.approved_by, job.reprint_reason) for job in jobs] == [
            (CardKind.REPRINT, 2, at.hadi.id, ReprintReason.LOST),
            (CardKind.FIRST, 1, None, None),
        ]
        assert jobs[0].reprint_note == "kartu lama hilang di mess"

    def test_holds_for_no_other_cards_than_those_signed_for(self, at: BatchDesk) -> None:
        batch = self._with_a_reprint(at)
        approval = signed(at, looked_at(at, batch))
        second = at.see(batch)[1]
        at.cards.answer(self._printed(at, second.membership_id), CardState.GOOD, at.wati)
        with refuses(Problem.NOT_ALLOWED):
            at.approve(batch.id, at.wati, approval=BatchApproval(approval))

    def test_is_not_the_officers_own(self, at: BatchDesk) -> None:
        batch = self._with_a_reprint(at)
        approval = signed(at, looked_at(at, batch), at.wati)
        with refuses(Problem.NOT_ALLOWED):
            at.approve(batch.id, at.wati, approval=BatchApproval(approval))

    def test_expires_after_ten_minutes(self, at: BatchDesk) -> None:
        batch = self._with_a_reprint(at)
        approval = signed(at, looked_at(at, batch))
        at.wait(minutes=11)
        with refuses(Problem.APPROVAL_EXPIRED):
            at.approve(batch.id, at.wati, approval=BatchApproval(approval))

    def test_is_not_got_round_by_taking_such_a_card_in_afterwards(self, at: BatchDesk) -> None:
        batch = self._with_a_reprint(at)
        at.leave_out_blocked(batch.id, at.wati, to_approve_too=True)
        at.approve(batch.id, at.wati)
        at.take_in(batch.id, [1], at.wati)
        at.steps(batch)
        assert [card.left_out for card in at.see(batch)] == [LeftOut.PRINTED_BEFORE, None]

    def test_holds_for_the_remake_of_a_card_it_was_given_for(self, at: BatchDesk) -> None:
        batch = self._with_a_reprint(at)
        approval = signed(at, looked_at(at, batch))
        at.approve(batch.id, at.wati, approval=BatchApproval(approval))
        at.steps(batch)
        at.answer(batch.id, 1, CardState.SPOILED, at.wati, SpoiledReason.JAM)
        assert at.steps(batch).halt is Halt.ANSWERS
        [remake] = [card.job for card in at.see(batch) if card.place == 3]
        assert remake is not None
        assert (remake.kind, remake.approved_by) == (CardKind.REMAKE, at.hadi.id)

    def test_may_be_spared_by_leaving_those_cards_out(self, at: BatchDesk) -> None:
        batch = self._with_a_reprint(at)
        assert at.leave_out_blocked(batch.id, at.wati, to_approve_too=True) == 1
        at.approve(batch.id, at.wati)
        assert [card.left_out for card in at.see(batch)] == [LeftOut.PRINTED_BEFORE, None]

    def _with_a_reprint(self, at: BatchDesk) -> CardBatch:
        first, second = at.company(2)
        handed_over(at, first, "TT-2026-000017", "DEWI LESTARI")
        return at.prepare(NPP, [first.id, second.id], PRINTER, at.wati)

    def _printed(self, at: BatchDesk, membership_id: int) -> int:
        job = at.cards.ask(membership_id, PRINTER, at.wati)
        at.cards.send(job.id, at.wati)
        return at.cards.poll(job.id, at.wati).id


class TestQueue:
    @pytest.fixture
    def three(self, at: BatchDesk) -> list[CardBatch]:
        members = at.company(3)
        return [at.approve(at.prepare(NPP, [member.id], PRINTER, at.wati).id, at.wati) for member in members]

    def test_stands_in_the_order_of_asking(self, at: BatchDesk, three: list[CardBatch]) -> None:
        assert [queued.batch.number for queued in at.queue(at.wati)] == [1, 2, 3]
        assert all(queued.due for queued in at.queue(at.wati))

    @pytest.mark.parametrize(
        ("at_place", "turn", "order"),
        [
            (2, Turn.FIRST, [3, 1, 2]),
            (2, Turn.EARLIER, [1, 3, 2]),
            (0, Turn.LATER, [2, 1, 3]),
            (0, Turn.EARLIER, [1, 2, 3]),
            (2, Turn.LATER, [1, 2, 3]),
        ],
    )
    def test_is_put_in_another_order(
        self, at: BatchDesk, three: list[CardBatch], at_place: int, turn: Turn, order: list[int]
    ) -> None:
        at.move(three[at_place].id, turn, at.wati)
        assert [queued.batch.number for queued in at.queue(at.wati)] == order

    def test_holds_a_scheduled_batch_back_until_its_time(self, at: BatchDesk, three: list[CardBatch]) -> None:
        afternoon = at.clock() + timedelta(hours=5)
        at.schedule(three[0].id, afternoon, at.wati)
        assert [queued.due for queued in at.queue(at.wati)] == [False, True, True]
        with refuses(Problem.BATCH_NOT_YET):
            at.step(three[0])
        at.wait(hours=5)
        assert at.steps(three[0]).halt is Halt.ANSWERS

    def test_lets_a_scheduled_batch_begin_at_once(self, at: BatchDesk, three: list[CardBatch]) -> None:
        at.schedule(three[0].id, at.clock() + timedelta(hours=5), at.wati)
        at.schedule(three[0].id, None, at.wati)
        assert at.steps(three[0]).halt is Halt.ANSWERS

    def test_forgets_a_cancelled_batch_and_frees_its_members(
        self, at: BatchDesk, three: list[CardBatch]
    ) -> None:
        at.cancel(three[1].id, GiveUpReason.OTHER, at.wati)
        assert [queued.batch.number for queued in at.queue(at.wati)] == [1, 3]
        again = at.prepare(NPP, None, PRINTER, at.wati)
        assert [card.membership_id for card in at.see(again)] == [2]

    def test_keeps_a_batch_whose_cards_came_out(self, at: BatchDesk, three: list[CardBatch]) -> None:
        at.steps(three[0])
        with refuses(Problem.BATCH_NOT_MATCHED):
            at.cancel(three[0].id, GiveUpReason.OTHER, at.wati)


def handed_over(at: BatchDesk, member: Membership, receipt: str, collector: str) -> None:
    """An earlier batch of this one member, receipted and taken by somebody."""
    batch = at.approve(at.prepare(NPP, [member.id], PRINTER, at.wati).id, at.wati)
    at.steps(batch)
    at.good(batch, 1)
    matched = at.match(batch.id, at.wati).batch
    with at.begin() as work:
        receipted = matched.moved(BatchState.RECEIPTED)
        work.receipts.add_of_batch(receipt, batch.id, "ab" * 32, at.clock())
        work.batches.save(receipted, matched)
        given = receipted.moved(BatchState.HANDED_OVER)
        taken = Collector(collector, IdShown.KTP, "1234")
        work.batches.save(replace(given, collector=taken), receipted)
        work.commit()
