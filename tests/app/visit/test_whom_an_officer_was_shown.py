"""The journal knows whom every officer was shown, how often it is worth knowing, and knows them by number."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.cards.ask_for_card import Reprint, approval_subject
from app.cards.print_job import CardState, ReprintReason, SpoiledReason
from app.members.duplicates import Verdict
from app.members.member import Member
from app.members.membership import Membership
from app.members.nik import Nik
from app.paths import Paths
from app.ports import JournalWish
from app.settings import Settings
from app.trust.approval import ApprovalSeals
from app.trust.journal import THE_PROGRAM, Action, Entry
from app.trust.officer import Officer, Role
from app.trust.person_shown import View
from app.visit.register_member import Registered
from app.visit.visit import DocumentShown, Visit, VisitKind
from main import Branch, compose
from tests.builders import MORNING, filled_form, reasons_for, visitors
from tests.faults.tray_printer import TrayPrinter
from ui.parts import Parts

SEALS = ApprovalSeals(b"the secret of one program start")


class Counter:
    """The counter's parts on a clock one can move, and what the journal says of them."""

    def __init__(self, branch: Branch, folder: Path) -> None:
        self.branch, self.now = branch, MORNING
        self.parts: Parts = compose(
            branch, Paths(folder), Settings(), self.clock, TrayPrinter(folder / "tray"), SEALS
        )
        with branch.look() as work:
            officers = {officer.role: officer for officer in work.officers.all()}
        self.rina, self.sri = officers[Role.FRONTLINER], officers[Role.SUPERVISOR]
        self.budi, self.dewi = officers[Role.CARD_OPERATOR], officers[Role.SCREENING]

    def clock(self) -> datetime:
        return self.now

    def told(self, *actions: Action, member: int | None = None) -> list[Entry]:
        """Oldest first."""
        wish = JournalWish(actions=frozenset(actions), member_id=member)
        with self.branch.look() as work:
            return [stored.entry for stored in reversed(work.journal.find(wish, 1000))]

    def register(self, member: Member, membership: Membership) -> Registered:
        form = filled_form(member, membership)
        visit = self.parts.visit.open_visit(self.rina)
        visit = self.parts.visit.finish_verify(
            visit, VisitKind.NEW_MEMBER, self.rina, document=DocumentShown.KTP
        )
        visit = self.parts.visit.finish_input(visit, form, self.rina)
        checked = self.parts.visit.check_form(visit, form, self.rina)
        return self.parts.visit.register(visit, form, reasons_for(checked.findings), self.rina)


@pytest.fixture
def counter(branch: Branch, tmp_path: Path) -> Counter:
    return Counter(branch, tmp_path)


@pytest.fixture
def visitor() -> tuple[Member, Membership]:
    [visitor] = visitors(1)
    return visitor


def test_a_look_up_names_everybody_on_the_list_in_one_entry(counter: Counter) -> None:
    found = counter.parts.visit.find_person("SITI", counter.dewi)
    [entry] = counter.told(Action.PERSON_LOOKED_UP)
    assert len(found.people) > 1
    assert entry.members == tuple(person.member_id for person in found.people)
    assert (entry.officer_id, entry.facts) == (counter.dewi.id, {"by": "name"})


def test_who_is_picked_from_the_list_is_told_by_the_visit(counter: Counter) -> None:
    visit = counter.parts.visit.open_visit(counter.rina)
    picked = counter.parts.visit.find_person("SITI", counter.rina).people[1].member_id
    for _ in range(2):
        counter.parts.visit.show_person(picked, visit, counter.rina)
    [entry] = counter.told(Action.PERSON_SHOWN)
    assert entry.members == (picked,)
    assert entry.facts == {"visit": str(visit.id), "shown": "person"}


def test_two_people_compared_are_told_once_a_visit_and_not_at_every_pause_of_typing(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    stored = counter.register(*visitor).member
    twin = replace(visitor[0], nik=Nik.parse(f"{stored.nik.digits[:12]}9876"))
    form, visits = filled_form(twin, visitor[1]), counter.parts.visit
    visit = visits.open_visit(counter.rina)
    for _pause in range(5):
        assert visits.check_form(visit, form, counter.rina).look_alikes
    assert [entry.facts["visit"] for entry in shown(counter, stored)] == [str(visit.id)]
    visits.check_form(visits.open_visit(counter.rina), form, counter.rina)
    visits.check_form(visit, form, counter.sri)
    assert [entry.officer_id for entry in shown(counter, stored)] == [
        counter.rina.id,
        counter.rina.id,
        counter.sri.id,
    ]


def test_a_form_without_a_stored_person_is_checked_without_a_word_to_the_journal(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    visit = counter.parts.visit.open_visit(counter.rina)
    with counter.branch.look() as work:
        before = work.journal.head()
    counter.parts.visit.check_form(visit, filled_form(*visitor), counter.rina)
    with counter.branch.look() as work:
        assert work.journal.head() == before


def test_typing_never_waits_for_a_writer(counter: Counter, visitor: tuple[Member, Membership]) -> None:
    """Even a person who was told before is looked for without the write lock."""
    stored = counter.register(*visitor).member
    form = filled_form(stored, visitor[1])
    visit = counter.parts.visit.open_visit(counter.rina)
    counter.parts.visit.check_form(visit, form, counter.rina)
    with counter.branch.begin():
        assert counter.parts.visit.check_form(visit, form, counter.rina).person == stored


def test_the_lists_of_the_print_room_are_told_once_an_officer_and_day(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    done = counter.register(*visitor)
    counter.parts.cards.ask(done.membership.id, "tray:", counter.rina)
    for _refresh in range(3):
        counter.parts.cards.latest(10, counter.budi)
        counter.parts.cards.to_check(counter.budi)
    assert lists(counter, done) == [counter.budi.id]
    counter.parts.cards.to_check(counter.sri)
    counter.now += timedelta(days=1)
    counter.parts.cards.latest(10, counter.budi)
    assert lists(counter, done) == [counter.budi.id, counter.sri.id, counter.budi.id]


def test_counting_the_cards_that_wait_shows_nobody(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    done = counter.register(*visitor)
    job = counter.parts.cards.ask(done.membership.id, "tray:", counter.rina)
    counter.parts.cards.send(job.id, counter.rina)
    assert counter.parts.cards.to_check.in_doubt(counter.budi) == 1
    assert lists(counter, done) == []


def test_every_view_of_a_person_tells_who_it_was(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    done = counter.register(*visitor)
    use, cards = counter.parts.visit, counter.parts.cards
    use.left_over(counter.sri)
    cards.face_of(done.membership.id, counter.sri)
    visit = use.resume(done.visit.id, counter.sri)
    use.form_for(visit, counter.sri)
    use.summarise(visit, counter.rina)
    views = [(entry.facts["shown"], entry.officer_id) for entry in shown(counter, done.member)]
    assert views == [
        (View.WAITING_VISITS, counter.sri.id),
        (View.CARD, counter.sri.id),
        (View.FORM, counter.sri.id),
        (View.SUMMARY, counter.rina.id),
    ]
    [resumed] = counter.told(Action.DRAFT_RESUMED, member=done.member.id)
    assert resumed.subject == f"visit:{visit.id}"


def test_every_entry_of_a_visit_names_the_person_once_they_are_stored(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    visit, member_id = a_whole_visit(counter, visitor)
    actions = [entry.action for entry in counter.told(*Action, member=member_id)]
    assert actions == [
        Action.MEMBER_REGISTERED,
        Action.MEMBERSHIP_REGISTERED,
        Action.FINDING_DECIDED,
        Action.VISIT_STEP,  # 3 to 4
        Action.CARD_ASKED_FOR,
        Action.CARD_MOVED,  # sending
        Action.CARD_MOVED,  # spoiled
        Action.CARD_ASKED_FOR,
        Action.CARD_MOVED,
        Action.CARD_MOVED,  # good
        Action.VISIT_STEP,  # 4 to 5
        Action.PERSON_SHOWN,
        Action.RECEIPT_WRITTEN,
        Action.VISIT_STEP,
        Action.VISIT_CLOSED,
    ]
    for entry in counter.told(*Action, member=member_id):
        assert entry.facts.get("visit", entry.subject.removeprefix("visit:")) == str(visit.id)


def test_nothing_typed_and_no_number_of_a_person_stands_in_the_journal(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    member, membership = visitor
    visited, _member_id = a_whole_visit(counter, visitor)
    assert visited.membership_id is not None
    reprinted(counter, visited.membership_id, counter.rina)
    stored = counter.register(*list(visitors(3, seed=4))[2]).member
    form = filled_form(replace(member, nik=Nik.parse(f"{member.nik.digits[:12]}9876")), membership)
    visit = counter.parts.visit.open_visit(counter.rina)
    counter.parts.visit.decide_duplicate(
        visit, form, stored.nik, Verdict.DIFFERENT_PERSON, "ibu kandung berbeda", counter.rina
    )
    told = " ".join(
        f"{entry.subject} {' '.join(entry.facts.values())}" for entry in counter.told(*Action)
    ).upper()
    kpj = [held.kpj.text for held in memberships_of(counter, member.nik) if held.kpj]
    planted = [member.nik.digits, *kpj, member.phone, *member.name.split(), member.mother_name]
    planted += [str(membership.wage), "POLISI", "KANDUNG", "KTP", membership.company_name.upper()]
    assert [words for words in planted if words and words in told] == []


def test_a_card_found_in_doubt_at_the_start_was_moved_by_the_program(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    done = counter.register(*visitor)
    job = counter.parts.cards.ask(done.membership.id, "tray:", counter.rina)
    counter.parts.cards.send(job.id, counter.rina)
    counter.parts.cards.to_check.after_start()
    last = counter.told(Action.CARD_MOVED)[-1]
    assert (last.officer_id, last.facts["reason"]) == (THE_PROGRAM, "restarted")


def test_the_door_is_told_no_number_and_no_birthday(
    counter: Counter, visitor: tuple[Member, Membership]
) -> None:
    done = counter.register(*visitor)
    member, number = done.member, done.membership.kpj
    assert number is not None
    found = counter.parts.visit.find_person(member.nik.digits, counter.dewi)
    assert found.person is None
    [person] = found.people
    told = repr(person)
    assert member.nik.digits not in told
    assert number.text not in told
    assert str(done.membership.wage) not in told
    assert (person.birth_year, person.birth_date) == (member.birth_date.year, None)
    assert counter.parts.visit.find_person(member.nik.digits, counter.rina).person is not None


def shown(counter: Counter, member: Member) -> list[Entry]:
    return counter.told(Action.PERSON_SHOWN, member=member.id)


def lists(counter: Counter, done: Registered) -> list[int]:
    """Who saw the member on a list of cards."""
    return [entry.officer_id for entry in shown(counter, done.member) if entry.subject == View.CARD_LIST]


def memberships_of(counter: Counter, nik: Nik) -> tuple[Membership, ...]:
    with counter.branch.look() as work:
        member = work.members.by_nik(nik)
        assert member is not None
        return work.members.memberships_of(member.id)


def a_whole_visit(counter: Counter, visitor: tuple[Member, Membership]) -> tuple[Visit, int]:
    """Registered, a spoiled card, a good one, the receipt."""
    done, rina, cards = counter.register(*visitor), counter.rina, counter.parts.cards
    for seen in (SpoiledReason.JAM, None):
        job = cards.ask(done.membership.id, "tray:", rina, visit_id=done.visit.id)
        cards.send(job.id, rina)
        cards.answer(job.id, CardState.SPOILED if seen else CardState.GOOD, rina, seen)
    closing = counter.parts.visit.finish_print(done.visit, rina)
    counter.parts.visit.summarise(closing, rina)
    counter.parts.visit.write_receipt(closing, rina)
    return counter.parts.visit.close(closing, rina), done.member.id


def reprinted(counter: Counter, membership_id: int, by: Officer) -> None:
    subject = approval_subject(membership_id, 2)
    approval = SEALS.seal(counter.sri, subject, "surat kehilangan polisi", counter.now)
    counter.parts.cards.ask(membership_id, "tray:", by, reprint=Reprint(ReprintReason.LOST, approval))
