"""A card is sent at most once, and only a person says what came of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.ask_for_card import Reprint, approval_subject
from app.cards.print_job import (
    CardKind,
    CardState,
    GiveUpReason,
    PrinterReason,
    ReprintReason,
    SpoiledReason,
)
from app.errors import NothingSent, Problem, RuleBroken, YourEnvironment
from app.members.membership import Membership
from app.ports import Begin, JournalWish, SpoolReport, SpoolState
from app.trust.approval import Approval, ApprovalSeals
from app.trust.journal import Action
from app.trust.officer import Officer
from db.tables import JournalRow
from tests.app.cards.desk import MORNING, SEALS, CardDesk, ScriptedPrinter


def refuses(problem: Problem) -> "pytest.RaisesExc[RuleBroken]":
    return pytest.raises(RuleBroken, check=lambda error: error.problem is problem)


def unreachable() -> None:
    raise NothingSent(Problem.PRINTER_UNREACHABLE)


def torn_off() -> None:
    raise YourEnvironment(Problem.PRINTER_REFUSED)


def test_a_card_is_marked_as_being_sent_before_the_printer_hears_of_it(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    seen = []
    printer.on_submit = lambda: seen.append(desk.jobs(siti)[-1].state)
    desk.sent(siti)
    assert seen == [CardState.SENDING]


def test_a_printer_that_claims_to_be_done_proves_nothing(desk: CardDesk, siti: Membership) -> None:
    job = desk.printed(siti)
    assert job.state is CardState.CLAIMED_DONE
    assert job.in_doubt


def test_a_second_press_neither_sends_nor_cancels_the_card_that_is_printing(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    job = desk.sent(siti)
    with refuses(Problem.CARD_MOVE_FORBIDDEN):
        desk.send(job.id, desk.rina)
    assert printer.sent == [job.document_name]
    assert printer.cancelled == []


def test_a_printer_not_reached_leaves_the_card_owed(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    printer.on_submit = unreachable
    job = desk.asked(siti)
    with pytest.raises(NothingSent):
        desk.send(job.id, desk.rina)
    assert desk.job(job).state is CardState.QUEUED
    assert desk.job(job).printer_reason is PrinterReason.OFFLINE
    assert desk.blanks(desk.rina).held == 0


def test_a_card_that_never_reached_its_printer_asks_nothing_of_the_spooler_the_next_time(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    printer.on_submit = unreachable
    job = desk.asked(siti)
    for _ in range(2):
        with pytest.raises(NothingSent):
            desk.send(job.id, desk.rina)
    assert printer.cancelled == []


def test_a_line_torn_off_in_the_middle_leaves_the_card_in_doubt(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    printer.on_submit = torn_off
    job = desk.asked(siti)
    with pytest.raises(YourEnvironment):
        desk.send(job.id, desk.rina)
    assert desk.job(job).state is CardState.UNKNOWN
    with refuses(Problem.CARD_UNANSWERED):
        desk.asked(siti)


def test_a_card_that_was_being_sent_at_the_crash_is_asked_about(desk: CardDesk, siti: Membership) -> None:
    desk.sent(siti)
    (found,) = desk.to_check.after_start()
    assert found.job.state is CardState.UNKNOWN
    assert found.job.printer_reason is PrinterReason.RESTARTED
    assert found.name == "SITI NUR RAHAYU"


def test_a_card_that_did_not_come_out_is_sent_again_as_the_same_copy(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    first = desk.answer(desk.printed(siti).id, CardState.NOT_PRINTED, desk.rina)
    again = desk.sent(siti)
    assert (again.id, again.copy, again.attempt) == (first.id, 1, 2)
    assert printer.sent == [first.document_name, again.document_name]
    assert first.document_name in printer.cancelled


def test_an_answer_waits_until_the_spooler_has_forgotten_the_card(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    def not_sure() -> None:
        raise YourEnvironment(Problem.SPOOL_NOT_CLEARED)

    job = desk.printed(siti)
    printer.on_cancel = not_sure
    with pytest.raises(YourEnvironment):
        desk.answer(job.id, CardState.NOT_PRINTED, desk.rina)
    assert desk.job(job) == job


def test_an_owed_card_may_be_printed_on_another_printer(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    printer.on_submit = unreachable
    job = desk.asked(siti)
    with pytest.raises(NothingSent):
        desk.send(job.id, desk.rina)
    assert desk.asked(siti, "test:dua").printer == "test:dua"
    assert len(desk.jobs(siti)) == 1


def test_a_spoiled_card_is_made_again_without_asking_a_supervisor(desk: CardDesk, siti: Membership) -> None:
    desk.answer(desk.printed(siti).id, CardState.SPOILED, desk.rina, SpoiledReason.RIBBON)
    remake = desk.printed(siti)
    desk.answer(remake.id, CardState.GOOD, desk.rina)
    assert (remake.kind, remake.copy) == (CardKind.REMAKE, 1)
    level = desk.blanks(desk.rina)
    assert (level.good, level.spoiled, level.held, level.remaining) == (1, 1, 0, 48)


class TestReprint:
    @pytest.fixture(autouse=True)
    def good_card(self, desk: CardDesk, siti: Membership) -> None:
        desk.answer(desk.printed(siti).id, CardState.GOOD, desk.rina)

    def test_needs_a_supervisor(self, desk: CardDesk, siti: Membership) -> None:
        with refuses(Problem.NOT_ALLOWED):
            desk.asked(siti)

    def test_is_not_approved_by_the_officer(self, desk: CardDesk, siti: Membership) -> None:
        own = lost(siti, by=desk.rina)
        with refuses(Problem.NOT_ALLOWED):
            desk.ask(siti.id, "test:satu", desk.rina, reprint=own)

    def test_is_not_approved_by_a_number_filled_in(self, desk: CardDesk, siti: Membership) -> None:
        forged = Approval(desk.hadi.id, approval_subject(siti.id, 2), "hilang", MORNING, seal="0" * 64)
        with refuses(Problem.NOT_ALLOWED):
            desk.ask(siti.id, "test:satu", desk.rina, reprint=Reprint(ReprintReason.LOST, forged))

    @pytest.mark.parametrize(
        "altered", [{"reason": "lain"}, {"supervisor_id": 1}, {"given_at": MORNING + timedelta(minutes=1)}]
    )
    def test_is_not_approved_by_words_changed_afterwards(
        self, desk: CardDesk, siti: Membership, altered: dict[str, Any]
    ) -> None:
        given = lost(siti, by=desk.hadi)
        changed = replace(given, approval=replace(given.approval, **altered))
        with refuses(Problem.NOT_ALLOWED):
            desk.ask(siti.id, "test:satu", desk.rina, reprint=changed)

    def test_is_not_approved_under_the_secret_of_another_start(
        self, desk: CardDesk, siti: Membership
    ) -> None:
        elsewhere = ApprovalSeals(b"another start")
        approval = elsewhere.seal(desk.hadi, approval_subject(siti.id, 2), "hilang", MORNING)
        with refuses(Problem.NOT_ALLOWED):
            desk.ask(siti.id, "test:satu", desk.rina, reprint=Reprint(ReprintReason.LOST, approval))

    def test_needs_the_supervisors_reason(self, desk: CardDesk, siti: Membership) -> None:
        silent = lost(siti, by=desk.hadi, reason="  ")
        with refuses(Problem.REASON_MISSING):
            desk.ask(siti.id, "test:satu", desk.rina, reprint=silent)

    @pytest.mark.parametrize("minutes", [11, -1])
    def test_is_signed_within_ten_minutes(self, desk: CardDesk, siti: Membership, minutes: int) -> None:
        long_ago = lost(siti, by=desk.hadi, at=MORNING - timedelta(minutes=minutes))
        with refuses(Problem.APPROVAL_EXPIRED):
            desk.ask(siti.id, "test:satu", desk.rina, reprint=long_ago)

    def test_is_counted_apart(self, desk: CardDesk, siti: Membership) -> None:
        job = desk.ask(siti.id, "test:satu", desk.rina, reprint=lost(siti, by=desk.hadi))
        assert (job.kind, job.copy, job.approved_by) == (CardKind.REPRINT, 2, desk.hadi.id)
        assert (job.reprint_reason, job.reprint_note) == (ReprintReason.LOST, POLICE)

    def test_tells_the_journal_codes_and_not_the_supervisors_words(
        self, desk: CardDesk, siti: Membership
    ) -> None:
        desk.ask(siti.id, "test:satu", desk.rina, reprint=lost(siti, by=desk.hadi))
        with desk.begin() as work:
            [asked] = work.journal.find(JournalWish(actions=frozenset({Action.CARD_ASKED_FOR})), 1)
        assert asked.entry.facts == {
            "kind": "reprint",
            "copy": "2",
            "reason": "lost",
            "approved_by": str(desk.hadi.id),
        }
        assert asked.entry.members == (siti.member_id,)

    def test_is_approved_for_one_copy_and_one_member(self, desk: CardDesk, siti: Membership) -> None:
        approved = lost(siti, by=desk.hadi)
        budi = desk.member(2, "BUDI SANTOSO")
        desk.answer(desk.printed(budi).id, CardState.GOOD, desk.rina)
        with refuses(Problem.NOT_ALLOWED):
            desk.ask(budi.id, "test:satu", desk.rina, reprint=approved)
        job = desk.ask(siti.id, "test:satu", desk.rina, reprint=approved)
        desk.send(job.id, desk.rina)
        desk.answer(job.id, CardState.GOOD, desk.rina)
        with refuses(Problem.NOT_ALLOWED):
            desk.ask(siti.id, "test:satu", desk.rina, reprint=approved)

    def test_spoiled_keeps_its_approval(self, desk: CardDesk, siti: Membership) -> None:
        job = desk.ask(siti.id, "test:satu", desk.rina, reprint=lost(siti, by=desk.hadi))
        desk.send(job.id, desk.rina)
        desk.answer(job.id, CardState.SPOILED, desk.rina, SpoiledReason.JAM)
        remake = desk.asked(siti)
        assert (remake.kind, remake.copy, remake.approved_by) == (CardKind.REMAKE, 2, desk.hadi.id)
        assert remake.reprint_note == POLICE


POLICE = "surat kehilangan polisi"


def lost(siti: Membership, by: Officer, reason: str = POLICE, at: datetime = MORNING) -> Reprint:
    """A second card for who lost the first, as ``by`` signed for it."""
    return Reprint(ReprintReason.LOST, SEALS.seal(by, approval_subject(siti.id, 2), reason, at))


@pytest.mark.parametrize("reason", [reason for reason in PrinterReason if reason is not PrinterReason.NONE])
def test_whatever_the_printer_complains_of_is_kept(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter, reason: PrinterReason
) -> None:
    printer.says = SpoolReport(SpoolState.NEEDS_ATTENTION, reason)
    job = desk.printed(siti)
    assert (job.state, job.printer_reason) == (CardState.NEEDS_ATTENTION, reason)


def test_a_mended_printer_goes_on_by_itself(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter
) -> None:
    printer.jam()
    job = desk.printed(siti)
    printer.wait()
    mended = desk.poll(job.id, desk.rina)
    assert (mended.state, mended.printer_reason) == (CardState.SENDING, PrinterReason.NONE)
    assert printer.sent == [job.document_name]


def test_a_scanned_card_is_its_own_answer(desk: CardDesk, siti: Membership) -> None:
    job = desk.printed(siti)
    assert desk.scan(" 26004187001\r", desk.rina).id == job.id
    assert desk.job(job).state is CardState.GOOD


@pytest.mark.parametrize("scanned", ["26004187002", "KARTU LAIN", ""])
def test_another_card_is_refused_and_nothing_changes(desk: CardDesk, siti: Membership, scanned: str) -> None:
    job = desk.printed(siti)
    with refuses(Problem.SCANNED_ANOTHER_CARD):
        desk.scan(scanned, desk.rina)
    assert desk.job(job) == job


def test_a_card_of_another_member_in_doubt_is_not_taken_for_this_one(
    desk: CardDesk, siti: Membership
) -> None:
    job, other = desk.printed(siti), desk.printed(desk.member(2, "BUDI SANTOSO"))
    with refuses(Problem.SCANNED_ANOTHER_CARD):
        desk.scan("26004187002", desk.rina, expected="26004187001")
    assert desk.job(job).in_doubt
    assert desk.job(other).in_doubt


def test_nothing_is_sent_without_a_blank(desk: CardDesk, siti: Membership, printer: ScriptedPrinter) -> None:
    elsewhere = CardDesk(desk.begin, printer, counter="Loket 2")
    for number in range(2, 52):
        elsewhere.sent(elsewhere.member(number))
    with refuses(Problem.BLANKS_EMPTY):
        elsewhere.sent(siti)
    assert elsewhere.blanks(elsewhere.rina).remaining == 0


def test_a_card_given_up_keeps_its_reason_in_the_journal(
    desk: CardDesk, siti: Membership, engine: Engine
) -> None:
    job = desk.cancel(desk.asked(siti).id, GiveUpReason.MEMBER_DECLINED, desk.rina)
    with Session(engine) as session:
        entry = session.scalars(select(JournalRow).order_by(col(JournalRow.id).desc())).first()
    assert job.state is CardState.CANCELLED
    assert entry is not None
    assert (entry.subject, entry.facts["given_up"]) == (f"card:{job.id}", "member_declined")
    assert desk.blanks(desk.rina).remaining == 50


def test_a_card_in_doubt_cannot_be_given_up(desk: CardDesk, siti: Membership) -> None:
    with refuses(Problem.CARD_MOVE_FORBIDDEN):
        desk.cancel(desk.printed(siti).id, GiveUpReason.OTHER, desk.rina)


@pytest.mark.parametrize("quantity", [0, -5])
def test_only_real_deliveries_of_blanks_are_booked(desk: CardDesk, quantity: int) -> None:
    with refuses(Problem.NOT_ALLOWED):
        desk.blanks.receive(quantity, desk.wati)
    assert desk.blanks(desk.rina).received == 50


def test_a_card_still_owed_uses_the_blank_of_the_counter_that_takes_it_up(
    desk: CardDesk, siti: Membership, printer: ScriptedPrinter, begin: Begin
) -> None:
    desk.asked(siti)
    next_door = CardDesk(begin, printer, "Loket 2")
    sent = next_door.sent(siti)
    assert [card.job.id for card in next_door.to_check(next_door.rina)] == [sent.id]
    assert desk.to_check(desk.rina) == ()
    assert (next_door.blanks(next_door.rina).held, next_door.blanks(next_door.rina).remaining) == (1, 49)
    assert (desk.blanks(desk.rina).held, desk.blanks(desk.rina).remaining) == (0, 50)
