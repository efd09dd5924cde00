"""The journal in the database: a chain that is only added to, found by day, officer, action and person."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from app.errors import Problem, StorageUnavailable
from app.ports import Begin, DayClose, JournalWish
from app.trust.journal import BEFORE_THE_FIRST, THE_PROGRAM, Action, ChainHead, Entry, following
from app.trust.officer import Officer, Role
from db.engine import for_reading
from db.unit_of_work import SqlUnitOfWork
from tests.db.conftest import NOW, TODAY


@pytest.fixture
def entries(begin: Begin, rina: Officer) -> tuple[Entry, ...]:
    """Six entries of two days, by two officers and the program, about three persons."""
    with begin() as work:
        sri = work.officers.add(Officer("Sri Wahyuni", Role.SUPERVISOR))
        later = NOW + timedelta(days=1)
        entries = (
            Entry(NOW, rina.id, Action.SIGNED_IN),
            Entry(NOW, rina.id, Action.PERSON_LOOKED_UP, facts={"by": "name"}, members=(7, 9)),
            Entry(NOW, sri.id, Action.PERSON_SHOWN, "member:7", members=(7,)),
            Entry(later, THE_PROGRAM, Action.BACKED_UP, "backup:senin"),
            # a clock set back does not change the order
            Entry(NOW - timedelta(hours=1), rina.id, Action.VISIT_STEP, "visit:1", {"to": "input"}, (9, 9)),
            Entry(later, sri.id, Action.SIGNED_IN),
        )
        for entry in entries:
            work.journal.add(entry)
        work.commit()
    return entries


def _found(begin: Begin, wish: JournalWish, limit: int = 100, before: int | None = None) -> list[int]:
    with begin() as work:
        return [stored.number for stored in work.journal.find(wish, limit, before)]


def test_each_entry_is_bound_to_the_one_before(begin: Begin, entries: tuple[Entry, ...]) -> None:
    head = BEFORE_THE_FIRST
    with begin() as work:
        links = work.journal.links(1, 100)
        for link, entry in zip(links, entries, strict=True):
            head = following(head, entry)
            assert (link.number, link.sha256, link.entry) == (head.length, head.sha256, entry)
            assert link.tagged == set(entry.members)
            assert work.journal.at(link.number) == head
        assert work.journal.head() == head
        assert [link.number for link in work.journal.links(3, 2)] == [3, 4]
        assert work.journal.at(0) == BEFORE_THE_FIRST
        assert work.journal.at(7) is None


def test_a_change_that_is_given_up_leaves_no_gap_in_the_chain(
    begin: Begin, entries: tuple[Entry, ...], rina: Officer
) -> None:
    for commits in (False, True):
        with begin() as work:
            work.journal.add(Entry(NOW, rina.id, Action.LOCKED))
            work.journal.add(Entry(NOW, rina.id, Action.SIGNED_IN))
            if commits:
                work.commit()
    with begin() as work:
        assert work.journal.head().length == len(entries) + 2


@pytest.mark.parametrize(
    ("wish", "numbers"),
    [
        (JournalWish(), [6, 5, 4, 3, 2, 1]),
        (JournalWish(since=TODAY, until=TODAY), [5, 3, 2, 1]),
        (JournalWish(since=TODAY + timedelta(days=1)), [6, 4]),
        (JournalWish(officer_id=1), [5, 2, 1]),
        (JournalWish(officer_id=THE_PROGRAM), [4]),
        (JournalWish(actions=frozenset({Action.SIGNED_IN, Action.BACKED_UP})), [6, 4, 1]),
        (JournalWish(member_id=7), [3, 2]),
        (JournalWish(member_id=9), [5, 2]),
        (JournalWish(member_id=9, officer_id=2), []),
        (JournalWish(subject="visit:1"), [5]),
        (JournalWish(until=TODAY, officer_id=1, actions=frozenset({Action.SIGNED_IN})), [1]),
    ],
)
def test_entries_are_found_by_day_officer_action_person_and_subject(
    begin: Begin, entries: tuple[Entry, ...], wish: JournalWish, numbers: list[int]
) -> None:
    assert _found(begin, wish) == numbers


def test_the_journal_is_read_page_by_page_from_the_newest(begin: Begin, entries: tuple[Entry, ...]) -> None:
    assert _found(begin, JournalWish(), 4) == [6, 5, 4, 3]
    assert _found(begin, JournalWish(), 4, before=3) == [2, 1]
    assert _found(begin, JournalWish(member_id=7), 1, before=3) == [2]


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET action = 'card_moved' WHERE id = 1",
        "DELETE FROM journal WHERE id = 1",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal",
        "REPLACE INTO journal SELECT * FROM journal WHERE id = 1",
        "INSERT INTO journal SELECT 9, at, day, officer_id, action, subject, facts, members, sha256 "
        "FROM journal WHERE id = 1",
        "UPDATE journal_member SET member_id = 8",
        "DELETE FROM journal_member WHERE number = 2",
        "UPDATE day_close SET good = 9",
        "DELETE FROM day_close",
    ],
)
def test_nothing_that_must_stay_can_be_changed_or_taken_out(
    engine: Engine, begin: Begin, entries: tuple[Entry, ...], tampering: str
) -> None:
    with begin() as work:
        work.day_closes.add(DayClose(TODAY, "Loket 1", NOW, 1, 1, 1, 0, BEFORE_THE_FIRST))
        work.commit()

    def all_of_it() -> list[object]:
        with engine.connect() as connection:
            tables = ("journal", "journal_member", "day_close")
            return [connection.execute(text(f"SELECT * FROM {table}")).all() for table in tables]

    before = all_of_it()
    with pytest.raises(IntegrityError, match="append-only"), engine.begin() as connection:
        connection.execute(text(tampering))
    assert all_of_it() == before


def test_a_row_that_is_no_entry_is_told_when_read_and_passed_on_to_the_check(
    engine: Engine, begin: Begin, entries: tuple[Entry, ...]
) -> None:
    with begin() as work:
        good = work.journal.links(1, 100)
    damages = {1: "action = 'nothing'", 2: "members = '{'", 3: "facts = '[]'", 4: "day = '2020-01-01'"}
    with engine.begin() as connection:
        connection.execute(text("DROP TRIGGER journal_refuses_update"))
        for number, damage in damages.items():
            connection.execute(text(f"UPDATE journal SET {damage} WHERE id = {number}"))
    with begin() as work:
        links = work.journal.links(1, 100)
        assert [link.number for link in links if link.entry is None] == [1, 2, 3, 4]
        assert links[4:] == good[4:]
        with pytest.raises(StorageUnavailable) as told:
            work.journal.find(JournalWish(), 100)
    assert told.value.problem is Problem.JOURNAL_BROKEN
    assert told.value.facts == {"number": "4"}


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (
            "JOIN journal_member ON number = id WHERE member_id = 7",
            "ix_journal_member_member_id (member_id=?)",
        ),
        ("WHERE subject = 'visit:1'", "ix_journal_subject (subject=?)"),
        (
            "WHERE day >= '2026-11-20' AND day <= '2026-11-20' AND officer_id = 1 "
            "AND action IN ('person_shown') AND subject = 'visit:1'",
            "ix_journal_subject (subject=? AND day>? AND day<?)",
        ),
        ("WHERE officer_id = 1", "ix_journal_officer (officer_id=?)"),
        ("WHERE action IN ('signed_in')", "ix_journal_action (action=?)"),
        ("WHERE day >= '2026-11-20' AND day <= '2026-11-20'", "ix_journal_day (day>? AND day<?)"),
    ],
)
def test_among_millions_of_entries_an_index_finds_the_few(engine: Engine, wanted: str, index: str) -> None:
    with engine.connect() as connection:
        plan = connection.execute(
            text(f"EXPLAIN QUERY PLAN SELECT id FROM journal {wanted} ORDER BY id DESC LIMIT 100")
        ).all()
    assert any(step.detail.endswith(index) for step in plan), plan


def test_only_what_was_committed_is_told_to_the_outside(engine: Engine, rina: Officer) -> None:
    told: list[ChainHead] = []
    entry = Entry(NOW, rina.id, Action.LOCKED)
    with SqlUnitOfWork(engine, str.upper, told.append) as work:
        work.journal.add(entry)
    with SqlUnitOfWork(engine, str.upper, told.append) as work:
        work.commit()  # added nothing
    with SqlUnitOfWork(engine, str.upper, told.append) as work:
        work.journal.add(entry)
        work.journal.add(entry)
        assert told == []
        work.commit()
        last = work.journal.head()
    assert told == [last]
    assert last.length == 2


def test_facts_and_persons_come_back_as_they_were_written(begin: Begin, rina: Officer) -> None:
    entry = Entry(NOW, rina.id, Action.TALLY_WRITTEN, "day:2026-11-20", {"ö": "1", "cards": "3"}, (3, 1, 2))
    with begin() as work:
        work.journal.add(entry)
        work.commit()
    with begin() as work:
        [stored] = work.journal.find(JournalWish(), 1)
    assert stored.entry == entry
    assert list(stored.entry.facts) == ["ö", "cards"]


def test_a_day_can_be_closed_again_and_the_newest_close_comes_first(begin: Begin, rina: Officer) -> None:
    first = DayClose(TODAY, "Loket 1", NOW, rina.id, 3, 2, 1, ChainHead(7, "ab" * 32))
    again = replace(first, visits=4, head=ChainHead(9, "cd" * 32), reason="kartu menyusul besok")
    with begin() as work:
        assert work.day_closes.latest() is None
        for close in (first, again):
            work.day_closes.add(close)
        work.commit()
    with begin() as work:
        assert work.day_closes.of_day(TODAY) == (again, first)
        assert work.day_closes.of_day(TODAY - timedelta(days=1)) == ()
        assert work.day_closes.latest() == again


def test_reading_the_journal_holds_up_nobody(engine: Engine, begin: Begin, rina: Officer) -> None:
    with begin() as work:
        work.journal.add(Entry(NOW, rina.id, Action.SIGNED_IN))
        with SqlUnitOfWork(for_reading(engine), str.upper) as look:
            assert look.journal.head() == BEFORE_THE_FIRST
        work.commit()
