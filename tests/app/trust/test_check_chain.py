"""The chain says where it was broken, whatever was done to it, and only who may read it can ask."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import Problem, RuleBroken
from app.ports import DayClose, JournalWish
from app.trust.check_chain import NEWEST, BrokenLink, ChainReport, CheckAtStart, CheckChain, Fault
from app.trust.journal import THE_PROGRAM, Action, ChainHead, Entry, HeadDoubt, following
from app.trust.officer import Officer
from db.branch_file import BranchFile
from db.chain_head import head_file
from db.keys import DatabaseKey
from tests.app.trust.conftest import Tamper
from tests.builders import MORNING, TODAY

ENTRIES = 60


@pytest.fixture
def worked(branch: BranchFile, rina: Officer) -> BranchFile:
    """Sixty entries, one a minute; every third about a person."""
    with branch.begin() as work:
        for number in range(1, ENTRIES + 1):
            members = (number, 900) if number % 3 == 0 else ()
            at = MORNING + timedelta(minutes=number)
            work.journal.add(Entry(at, rina.id, Action.VISIT_STEP, f"visit:{number}", members=members))
        work.commit()
    return branch


def _check(branch: BranchFile) -> CheckChain:
    return CheckChain(branch.look, branch.begin, lambda: MORNING, branch)


def _at_start(branch: BranchFile) -> ChainReport:
    return CheckAtStart(branch.look, branch.begin, lambda: MORNING, branch)()


def _last(branch: BranchFile) -> Entry:
    with branch.look() as work:
        return work.journal.find(JournalWish(), 1)[0].entry


def test_a_chain_nobody_touched_is_sound(worked: BranchFile, sri: Officer) -> None:
    report = _check(worked)(sri)
    assert (report.sound, report.complete, report.problem) == (True, True, None)
    assert report.head.length == ENTRIES
    assert _last(worked) == Entry(
        MORNING, sri.id, Action.JOURNAL_CHECKED, facts={"checked": "60", "entries": "60"}
    )
    assert _check(worked)(sri).head.length == ENTRIES + 1


def test_an_empty_journal_is_sound(branch: BranchFile, sri: Officer) -> None:
    assert _check(branch)(sri).sound
    assert _at_start(branch).sound


def test_only_who_may_read_the_journal_can_check_it(worked: BranchFile, rina: Officer, agus: Officer) -> None:
    for officer in (rina, agus):
        with pytest.raises(RuleBroken) as refused:
            _check(worked)(officer)
        assert refused.value.problem is Problem.NOT_ALLOWED


def _set(number: int, change: str) -> list[str]:
    return [f"UPDATE journal SET {change} WHERE id = {number}"]


_SWAPPED = [
    "UPDATE journal SET id = 999 WHERE id = 16",
    "UPDATE journal SET id = 16 WHERE id = 17",
    "UPDATE journal SET id = 17 WHERE id = 999",
]
_UNTAGGED = "DELETE FROM journal_member WHERE number = 18 AND member_id = 900"
_RETAGGED = "UPDATE journal_member SET member_id = 901 WHERE number = 18 AND member_id = 900"


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        (_set(17, "subject = 'visit:9'"), [(17, Fault.CHANGED)]),
        (_set(1, "officer_id = NULL"), [(1, Fault.CHANGED)]),
        (_set(60, """facts = '{"to": "done"}'"""), [(60, Fault.CHANGED)]),
        (_set(17, "at = '2026-11-20T09:17:01+07:00'"), [(17, Fault.CHANGED)]),
        (_set(18, "members = '[900]'"), [(18, Fault.CHANGED)]),
        (_set(17, "sha256 = upper(sha256)"), [(17, Fault.CHANGED), (18, Fault.CHANGED)]),
        (_set(17, "day = '2026-11-19'"), [(17, Fault.UNREADABLE)]),
        (_set(17, "at = 'noon'"), [(17, Fault.UNREADABLE)]),
        (_set(17, "action = 'nothing'"), [(17, Fault.UNREADABLE)]),
        (_set(17, "subject = x'00'"), [(17, Fault.UNREADABLE)]),
        (_set(17, "sha256 = x'00'"), [(17, Fault.UNREADABLE), (18, Fault.CHANGED)]),
        (_set(18, "members = '[[1]]'"), [(18, Fault.UNREADABLE)]),
        (["DELETE FROM journal WHERE id = 17"], [(17, Fault.MISSING)]),
        (["DELETE FROM journal WHERE id IN (1, 2)"], [(1, Fault.MISSING), (2, Fault.MISSING)]),
        (_SWAPPED, [(16, Fault.CHANGED), (17, Fault.CHANGED), (18, Fault.CHANGED)]),
        ([_UNTAGGED], [(18, Fault.PERSONS)]),
        ([_RETAGGED], [(18, Fault.PERSONS)]),
        (["INSERT INTO journal_member (number, member_id) VALUES (17, 900)"], [(17, Fault.PERSONS)]),
    ],
)
def test_whatever_was_done_to_an_entry_is_found_at_its_number(
    worked: BranchFile, sri: Officer, tamper: Tamper, tampering: list[str], broken: list[tuple[int, Fault]]
) -> None:
    tamper(*tampering)
    for report in (_check(worked)(sri), _at_start(worked)):
        assert [(link.number, link.fault) for link in report.broken] == broken
        assert report.problem is not None
        assert report.problem.problem is Problem.JOURNAL_BROKEN
        assert report.problem.facts == {"number": str(broken[0][0]), "fault": broken[0][1].value}
        told = _last(worked)
        assert (told.action, told.officer_id) == (Action.CHAIN_BROKEN, THE_PROGRAM)
        assert told.facts["number"] == str(broken[0][0])


def test_the_report_says_when_the_broken_entry_was_written(
    worked: BranchFile, sri: Officer, tamper: Tamper
) -> None:
    tamper("UPDATE journal SET subject = '' WHERE id = 17", "UPDATE journal SET at = '' WHERE id = 20")
    assert _check(worked)(sri).broken == (
        BrokenLink(17, Fault.CHANGED, MORNING + timedelta(minutes=17)),
        BrokenLink(20, Fault.UNREADABLE, MORNING + timedelta(minutes=19)),
    )


def test_a_chain_written_anew_from_a_place_on_disagrees_with_the_head_outside_and_the_day_closes(
    worked: BranchFile, sri: Officer, tamper: Tamper
) -> None:
    """Whoever has the key can make a chain that fits in itself; what was told elsewhere does not fit it."""
    with worked.begin() as work:
        early = DayClose(TODAY, "Loket 1", MORNING, sri.id, 1, 1, 0, work.journal.at(10) or ChainHead(0, ""))
        late = DayClose(TODAY, "Loket 1", MORNING, sri.id, 1, 1, 0, work.journal.at(40) or ChainHead(0, ""))
        work.day_closes.add(early)
        work.day_closes.add(late)
        links, head = work.journal.links(17, 100), work.journal.at(16)
        work.commit()
    statements = ["UPDATE journal SET subject = 'visit:9' WHERE id = 17"]
    for link in links:
        assert link.entry is not None
        assert head is not None
        entry = link.entry
        if link.number == 17:
            entry = Entry(entry.at, entry.officer_id, entry.action, "visit:9", entry.facts, entry.members)
        head = following(head, entry)
        statements.append(f"UPDATE journal SET sha256 = '{head.sha256}' WHERE id = {link.number}")
    tamper(*statements)
    report = _check(worked)(sri)
    assert report.broken == ()
    assert report.doubts == (HeadDoubt.DIFFERENT,)
    assert report.closes == (late,)
    assert report.problem is not None
    assert report.problem.problem is Problem.DATABASE_ROLLED_BACK
    assert _last(worked).facts == {"entries": "60", "doubts": "different", "day_closes": "1"}


def test_the_newest_entries_taken_away_are_missed_outside(
    worked: BranchFile, sri: Officer, tamper: Tamper
) -> None:
    tamper("DELETE FROM journal_member WHERE number > 50", "DELETE FROM journal WHERE id > 50")
    report = _check(worked)(sri)
    assert (report.broken, report.doubts) == ((), (HeadDoubt.SHORTER,))


def test_a_head_outside_that_went_missing_while_work_goes_on_is_told(
    worked: BranchFile, sri: Officer
) -> None:
    head_file(worked.file).unlink()
    report = _check(worked)(sri)
    assert report.doubts == (HeadDoubt.MISSING,)
    assert report.problem is not None
    assert report.problem.problem is Problem.CHAIN_HEAD_MISSING


def test_a_check_that_is_ended_says_how_far_it_came_and_tells_what_it_found(
    worked: BranchFile, sri: Officer, tamper: Tamper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.trust.check_chain._AT_ONCE", 20)
    tamper("UPDATE journal SET subject = '' WHERE id IN (17, 57)")
    heard: list[tuple[int, int]] = []

    def watch(done: int, total: int) -> bool:
        heard.append((done, total))
        return done < 40

    report = _check(worked)(sri, watch)
    assert heard == [(0, 60), (20, 60), (40, 60)]
    assert [link.number for link in report.broken] == [17]
    assert not report.complete
    with worked.look() as work:
        told = work.journal.find(JournalWish(actions=frozenset({Action.JOURNAL_CHECKED})), 1)
    assert told[0].entry.facts == {"checked": "40", "entries": "60"}


def test_entries_written_while_the_check_runs_are_left_to_the_next_one(
    worked: BranchFile, sri: Officer, rina: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.trust.check_chain._AT_ONCE", 20)

    def someone_works(_done: int, _total: int) -> bool:
        with worked.begin() as work:
            work.journal.add(Entry(MORNING, rina.id, Action.LOCKED))
            work.commit()
        return True

    report = _check(worked)(sri, someone_works)
    assert report.sound
    assert report.complete
    assert report.head.length == 60


def test_the_start_looks_at_the_newest_entries_only(
    branch: BranchFile, rina: Officer, tamper: Tamper
) -> None:
    with branch.begin() as work:
        for _ in range(NEWEST + 10):
            work.journal.add(Entry(MORNING, rina.id, Action.LOCKED))
        work.commit()
    tamper("UPDATE journal SET subject = 'x' WHERE id = 10")
    report = _at_start(branch)
    assert (report.first, report.sound) == (11, True)
    tamper("UPDATE journal SET subject = 'x' WHERE id = 11")
    assert [link.number for link in _at_start(branch).broken] == [11]


def test_the_start_finds_that_the_entry_before_its_first_one_is_gone(
    branch: BranchFile, rina: Officer, tamper: Tamper
) -> None:
    with branch.begin() as work:
        for _ in range(NEWEST + 10):
            work.journal.add(Entry(MORNING, rina.id, Action.LOCKED))
        work.commit()
    tamper("DELETE FROM journal WHERE id = 10")
    assert [(link.number, link.fault) for link in _at_start(branch).broken] == [(10, Fault.MISSING)]


def test_an_older_database_is_told_once_at_the_next_start_and_is_in_the_journal_from_then_on(
    worked: BranchFile, key: DatabaseKey, sri: Officer, tmp_path: Path
) -> None:
    worked.close()
    older = worked.file.read_bytes()
    worked.open(key)
    with worked.begin() as work:
        work.journal.add(Entry(MORNING, sri.id, Action.DAY_CLOSED))
        work.commit()
    worked.close()
    worked.file.write_bytes(older)
    worked.open(key)
    report = _at_start(worked)
    assert report.problem is not None
    assert report.problem.problem is Problem.DATABASE_ROLLED_BACK
    assert report.problem.facts == {"doubt": "shorter", "stands": "60"}
    told = _last(worked)
    assert (told.action, told.facts) == (
        Action.CHAIN_BROKEN,
        {"entries": "60", "doubts": "shorter pages"},
    )
    worked.close()
    worked.open(key)
    assert _at_start(worked).sound
