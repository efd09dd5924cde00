"""Staged lists lie in the database until they are settled, and go with what they hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from app.cards.number_block import NumberBlock
from app.errors import Problem, RuleBroken
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.members.npp import Npp
from app.ports import Begin, RowWish
from app.trust.kept_records import LegalHold, RecordKind
from app.trust.officer import Officer
from app.visit.member_form import MemberForm
from app.workers.worker_file import (
    ColumnMapping,
    FilePurpose,
    FileState,
    RowDecision,
    RowState,
    WorkerFile,
    WorkerRow,
)
from tests.db.conftest import NOW, TODAY
from tests.db.test_retention import everything_in

SHORT = Finding(FindingCode.NIK_NOT_16_DIGITS, Severity.BLOCK, MemberField.NIK, {"length": "5"})
OLD = Finding(FindingCode.START_DATE_LONG_AGO, Severity.WARN, MemberField.START_DATE, {"days": "900"})
ROWS = (
    WorkerRow(2, MemberForm(nik="3578014105900001", name="Siti Terketik", segment="", wage="5000000")),
    WorkerRow(3, MemberForm(nik="35780", name="Budi Terketik"), (SHORT,)),
    WorkerRow(4, MemberForm(name="Ani Terketik"), (OLD,), (RowDecision(OLD.key, "terlambat", 1),)),
)


@pytest.fixture
def staged(begin: Begin, rina: Officer) -> WorkerFile:
    mapping = ColumnMapping("Peserta", (1,), {0: MemberField.NIK, 1: MemberField.NAME})
    with begin() as work:
        file = work.worker_files.add(
            WorkerFile(FilePurpose.REGISTRATION, Npp("17000001"), "daftar.xlsx", "ab", mapping, rina.id, NOW),
            ROWS,
        )
        work.worker_files.keep_content(file.id, b"isi berkas")
        work.commit()
    return file


def test_rows_come_back_as_they_were_laid_aside(begin: Begin, staged: WorkerFile) -> None:
    with begin() as work:
        assert work.worker_files.rows(staged.id) == ROWS
        assert work.worker_files.by_id(staged.id) == staged
        assert work.worker_files.content(staged.id) == b"isi berkas"


def test_rows_with_something_open_can_be_told_from_those_answered(begin: Begin, staged: WorkerFile) -> None:
    with begin() as work:
        blocked = work.worker_files.rows(staged.id, RowWish(worst=frozenset({Severity.BLOCK})))
        assert [row.number for row in blocked] == [3]
        named = work.worker_files.rows(staged.id, RowWish(text="budi"))
        assert [row.number for row in named] == [3]


def test_changed_rows_replace_those_with_their_numbers(begin: Begin, staged: WorkerFile) -> None:
    after = replace(ROWS[1], form=MemberForm(nik="3578014105900001"), findings=())
    with begin() as work:
        work.worker_files.save_rows(staged.id, [after])
        assert work.worker_files.rows(staged.id) == (ROWS[0], after, ROWS[2])


def test_dropped_rows_and_content_leave_nothing_in_the_file(
    begin: Begin, staged: WorkerFile, engine: Engine
) -> None:
    with begin() as work:
        work.worker_files.drop_rows(staged.id, {RowState.OPEN})
        work.worker_files.drop_content(staged.id)
        work.commit()
    assert "Terketik" not in everything_in(engine)
    assert "isi berkas" not in everything_in(engine)
    with begin() as work, pytest.raises(RuleBroken) as gone:
        work.worker_files.content(staged.id)
    assert gone.value.problem is Problem.WORKER_FILE_SETTLED


def test_a_list_nobody_finished_goes_whole_when_its_period_is_over(
    begin: Begin, staged: WorkerFile, engine: Engine
) -> None:
    later = date(2030, 1, 1)
    with begin() as work:
        assert work.retention.due(RecordKind.WORKER_FILES, TODAY) == (0, 0)
        assert work.retention.due(RecordKind.WORKER_FILES, later) == (1, 0)
        work.retention.erase_worker_files(later, 2)
        work.commit()
    assert "Terketik" not in everything_in(engine)
    with begin() as work:
        assert work.worker_files.by_id(staged.id).state is FileState.DISCARDED
        assert work.retention.due(RecordKind.WORKER_FILES, later) == (0, 0)


def test_a_file_whose_columns_were_never_told_goes_with_its_period_too(
    begin: Begin, staged: WorkerFile, engine: Engine
) -> None:
    later = date(2030, 1, 1)
    with begin() as work:
        work.worker_files.replace_rows(staged.id, [])
        assert work.retention.due(RecordKind.WORKER_FILES, later) == (1, 0)
        work.retention.erase_worker_files(later, 10)
        work.commit()
    assert "isi berkas" not in everything_in(engine)


def test_a_list_of_which_some_were_taken_counts_as_accepted_once_its_period_is_over(
    begin: Begin, staged: WorkerFile, siti: Member, store: Callable[..., Membership]
) -> None:
    """Read again as a fresh list, its rows would stand in place of those the findings belong to."""
    membership = store(siti)
    taken = replace(
        ROWS[0], state=RowState.TAKEN, member_id=membership.member_id, membership_id=membership.id
    )
    with begin() as work:
        work.worker_files.save_rows(staged.id, [taken])
        work.retention.erase_worker_files(date(2030, 1, 1), 10)
        work.commit()
    with begin() as work:
        assert work.worker_files.by_id(staged.id).state is FileState.ACCEPTED
        assert [row.number for row in work.worker_files.rows(staged.id)] == [2]


def test_who_stands_on_a_list_that_is_not_settled_is_not_erased(
    begin: Begin, staged: WorkerFile, siti: Member, store: Callable[..., Membership], engine: Engine
) -> None:
    """The file's bytes still tell of them."""
    membership, cutoff = store(siti), date(2020, 1, 1)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE membership SET ended_on = '2015-03-01'")
    with begin() as work:
        assert work.retention.due(RecordKind.MEMBERS, cutoff) == (1, 0)
        work.worker_files.save_rows(staged.id, [replace(ROWS[0], member_id=membership.member_id)])
        assert work.retention.due(RecordKind.MEMBERS, cutoff) == (0, 0)
        work.worker_files.save(replace(staged, state=FileState.DISCARDED))
        assert work.retention.due(RecordKind.MEMBERS, cutoff) == (1, 0)


def test_what_an_open_list_says_of_a_person_is_told_with_their_data(
    begin: Begin, staged: WorkerFile, siti: Member, store: Callable[..., Membership]
) -> None:
    member_id = store(siti).member_id
    with begin() as work:
        work.worker_files.save_rows(staged.id, [replace(ROWS[0], member_id=member_id)])
        [listed] = work.person_records.of(member_id).listed
        assert (listed.form.name, listed.staged_at) == ("Siti Terketik", NOW)
        work.worker_files.save(replace(staged, state=FileState.DISCARDED))
        assert work.person_records.of(member_id).listed == ()


def test_a_list_with_somebody_under_a_hold_is_kept(
    begin: Begin, staged: WorkerFile, siti: Member, store: Callable[..., Membership], rina: Officer
) -> None:
    member_id = store(siti).member_id
    later = date(2030, 1, 1)
    with begin() as work:
        work.worker_files.save_rows(staged.id, [replace(ROWS[0], member_id=member_id)])
        work.retention.place(LegalHold(member_id, "sengketa", rina.id, NOW))
        assert work.retention.due(RecordKind.WORKER_FILES, later) == (0, 1)
        work.retention.erase_worker_files(later, 10)
        work.commit()
    with begin() as work:
        assert [row.number for row in work.worker_files.rows(staged.id)] == [2, 3, 4]
        assert work.worker_files.by_id(staged.id).state is FileState.STAGED


def test_findings_of_a_row_taken_are_counted_and_go_with_the_person(
    begin: Begin, staged: WorkerFile, siti: Member, store: Callable[..., Membership], engine: Engine
) -> None:
    membership = store(siti)
    taken = replace(
        ROWS[2], state=RowState.TAKEN, member_id=membership.member_id, membership_id=membership.id
    )
    with begin() as work:
        work.worker_files.save_rows(staged.id, [taken])
        work.findings.record_rows(staged.id, [taken], NOW)
        work.worker_files.save(replace(staged, state=FileState.ACCEPTED))
        work.commit()
    with begin() as work:
        [counted] = work.tally.of_day(TODAY, "").findings
        assert (counted.code, counted.found, counted.overruled) == (OLD.code, 1, 1)
        [kept] = work.person_records.of(membership.member_id).findings
        assert (kept.visit_id, kept.reason) == (None, "terlambat")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE membership SET ended_on = '2015-03-01'")
    with begin() as work:
        work.retention.erase_members(date(2020, 1, 1), 10, TODAY)
        work.commit()
    left = everything_in(engine)
    assert "Ani Terketik" not in left
    assert "terlambat" not in left


def test_old_findings_of_rows_taken_lose_their_facts(
    begin: Begin, staged: WorkerFile, engine: Engine
) -> None:
    with begin() as work:
        work.findings.record_rows(staged.id, [ROWS[2]], NOW)
        work.commit()
    later = date(2030, 1, 1)
    with begin() as work:
        assert work.retention.due(RecordKind.FINDINGS, later) == (1, 0)
        work.retention.erase_findings(later, 10)
        work.commit()
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT facts, reason FROM finding").all() == [("{}", "dihapus")]


def test_so_many_numbers_are_taken_as_there_are_and_those_typed_are_stepped_over(
    begin: Begin, siti: Member, store: Callable[..., Membership]
) -> None:
    store(siti, kpj="00900000002")
    with begin() as work:
        work.number_blocks.add(NumberBlock(900_000_001, 900_000_004, 900_000_001))
        work.number_blocks.add(NumberBlock(950_000_001, 950_000_002, 950_000_001))
        taken = work.number_blocks.take_up_to(4)
        rest = work.number_blocks.take_up_to(4)
    numbers = ["00900000001", "00900000003", "00900000004", "00950000001"]
    assert (taken, rest) == (tuple(map(Kpj, numbers)), (Kpj("00950000002"),))
