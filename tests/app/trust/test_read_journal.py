"""The journal is read page by page, and each reading is an entry of its own."""

import pytest

from app.errors import Problem, StorageUnavailable
from app.ports import JournalWish
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.read_journal import PAGE, ReadJournal
from db.branch_file import BranchFile
from tests.app.trust.conftest import Tamper
from tests.builders import MORNING, TODAY


@pytest.fixture
def worked(branch: BranchFile, rina: Officer) -> BranchFile:
    with branch.begin() as work:
        for number in range(PAGE + 50):
            work.journal.add(Entry(MORNING, rina.id, Action.PERSON_SHOWN, members=(number % 2 + 1,)))
        work.commit()
    return branch


def _read(branch: BranchFile) -> ReadJournal:
    return ReadJournal(branch.begin, lambda: MORNING)


def test_pages_follow_one_another_from_the_newest_to_the_first_entry(
    worked: BranchFile, sri: Officer
) -> None:
    first = _read(worked)(JournalWish(), sri)
    second = _read(worked)(JournalWish(), sri, before=first.entries[-1].number)
    numbers = [stored.number for stored in (*first.entries, *second.entries)]
    assert numbers == list(range(PAGE + 50, 0, -1))
    assert (first.more, second.more) == (True, False)
    assert first.officers == {1: "Rina Pratiwi", 2: "Sri Wahyuni"}


def test_what_was_looked_for_stands_in_the_journal_and_with_the_person(
    worked: BranchFile, sri: Officer
) -> None:
    wish = JournalWish(TODAY, TODAY, 1, frozenset({Action.PERSON_SHOWN, Action.LOCKED}), 2, "visit:7")
    _read(worked)(wish, sri, before=99)
    with worked.look() as work:
        told = work.journal.find(JournalWish(member_id=2), 1)[0].entry
    assert told == Entry(
        MORNING,
        sri.id,
        Action.JOURNAL_READ,
        "visit:7",
        {
            "since": "2026-11-20",
            "until": "2026-11-20",
            "officer": "1",
            "actions": "locked person_shown",
            "before": "99",
        },
        (2,),
    )


def test_an_entry_somebody_spoiled_is_told_instead_of_shown(
    worked: BranchFile, sri: Officer, tamper: Tamper
) -> None:
    tamper("UPDATE journal SET action = 'nothing' WHERE id = 200")
    with pytest.raises(StorageUnavailable) as told:
        _read(worked)(JournalWish(), sri)
    assert (told.value.problem, told.value.facts) == (Problem.JOURNAL_BROKEN, {"number": "200"})
