"""Somebody with the disk, or even with the key, changes what was written: the journal and its head tell."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

from sqlalchemy import Connection

from app.errors import LoketError, Problem
from app.ports import DayClose
from app.trust.check_chain import ChainReport, CheckAtStart, CheckChain
from app.trust.journal import THE_PROGRAM, Action, ChainHead, Entry, HeadDoubt, following
from app.trust.officer import Officer, Role
from db.branch_file import BranchFile
from db.chain_head import head_file
from db.engine import open_database
from db.keys import DatabaseKey
from db.page_tags import PAGE
from tests.faults.fault_run import FaultRun

_NOW = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=7), "WIB"))
_ENTRIES = 60
_KEY = DatabaseKey(bytes(range(32)), bytes(16))


def replay_older(base: Path, n: int, seed: int = 21) -> FaultRun:
    """I5: an older page, log or file put back while the program was shut is found at the next start, and
    nothing is said of the right one."""
    branch, chance = _branch(base), Random(seed)
    wrong: list[str] = []
    done = 0
    for turn in range(n):
        older = _Files(branch.file)
        older_log = _worked(branch, chance.randint(1, 5))
        now = _Files(branch.file)
        play = (_one_page, _some_pages, _whole_file, _older_log)[turn % 4]
        play(branch.file, older, now, older_log, chance)
        told = _opened(branch)
        done += told in _NO_DATABASE_ANY_MORE or not _sound(told)
        if told not in _NO_DATABASE_ANY_MORE and _sound(told):
            wrong.append(f"I5 {play.__name__.strip('_')} of turn {turn} was taken: {told}")
        now.put_back()
        told = _opened(branch)
        if not _sound(told):
            wrong.append(f"I5 the right file of turn {turn} was doubted: {told}")
    return FaultRun(n, done, tuple(wrong))


def tamper_with_journal(base: Path, n: int, seed: int = 22) -> FaultRun:
    """I5: whoever has the key and takes the triggers away is found at the entry they touched."""
    branch, chance = _branch(base), Random(seed)
    whole = _Files(branch.file)
    wrong: list[str] = []
    done = 0
    plays = (_change, _change_and_rehash, _remove, _swap, _put_in_between, _retag, _cut_off, _write_anew)
    for turn in range(n):
        play, at = plays[turn % len(plays)], chance.randrange(2, _ENTRIES - 1)
        branch.open(_KEY)
        with branch.engine.begin() as connection, _no_triggers(connection):
            expected = play(connection, branch, at, chance)
        report = _checked(branch)
        branch.close()
        found = _first(report)
        done += not report.sound
        if found != expected:
            wrong.append(f"I5 {play.__name__.strip('_')} at {at} was told as {found}, not {expected}")
        whole.put_back()
    return FaultRun(n, done, tuple(wrong))


def spoil_head(base: Path, n: int, seed: int = 23) -> FaultRun:
    """I5: a head that is gone or unreadable is told, a torn record is not missed, and nothing falls over."""
    branch, chance = _branch(base), Random(seed)
    wrong: list[str] = []
    done = 0
    for turn in range(n):
        _worked(branch, chance.randint(1, 3))
        whole = _Files(branch.file)
        play = (_lose_head, _empty_head, _tear_one_record, _tear_both_records, _let_head_lag)[turn % 5]
        expected = play(branch, chance)
        told = _opened(branch)
        done += 1
        if not isinstance(told, ChainReport) or told.doubts != expected:
            wrong.append(f"I5 {play.__name__.strip('_')} in turn {turn}: {told}")
        told = _opened(branch)
        if not _sound(told):
            wrong.append(f"I5 what was told in turn {turn} is told for ever: {told}")
        whole.put_back()
    return FaultRun(n, done, tuple(wrong))


class _Files:
    """Everything that lies in the folder of a shut branch."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.content = {file: file.read_bytes() for file in database.parent.glob("loket.*")}

    @property
    def pages(self) -> bytes:
        return self.content[self.database]

    def put_back(self) -> None:
        for file in self.database.parent.glob("loket.*"):
            if file not in self.content:
                file.unlink()
        for file, content in self.content.items():
            file.write_bytes(content)


def _branch(base: Path) -> BranchFile:
    """Shut in order, with some entries, every third about a person, and a closed day."""
    file = base / "loket.db"
    open_database(file, _KEY).dispose()
    branch = BranchFile(file, base / "salinan", str.upper)
    branch.open(_KEY)
    with branch.begin() as work:
        by = work.officers.add(Officer("Sri Wahyuni", Role.SUPERVISOR))
        for number in range(1, _ENTRIES + 1):
            members = (number, 900) if number % 3 == 0 else ()
            at = _NOW + timedelta(minutes=number)
            work.journal.add(Entry(at, by.id, Action.VISIT_STEP, f"visit:{number}", members=members))
        work.day_closes.add(DayClose(_NOW.date(), "Loket 1", _NOW, by.id, 0, 0, 0, work.journal.head()))
        work.commit()
    branch.close()
    return branch


def _worked(branch: BranchFile, entries: int) -> bytes:
    """Some more work, shut in order; gives the log as it was in the middle of it."""
    branch.open(_KEY)
    log = b""
    for _ in range(entries):
        with branch.begin() as work:
            work.journal.add(Entry(_NOW, THE_PROGRAM, Action.BACKED_UP, facts={"entries": "1"}))
            work.commit()
        log = log or _log(branch.file).read_bytes()
    branch.close()
    return log


def _log(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


_NO_DATABASE_ANY_MORE = (Problem.DATABASE_DAMAGED, Problem.DATABASE_UNREADABLE)
"""Pages of two times may be no database at all: then that is told, and a backup is offered."""


def _opened(branch: BranchFile) -> ChainReport | Problem:
    """What a start tells."""
    try:
        branch.open(_KEY)
    except LoketError as error:
        return error.problem
    try:
        return CheckAtStart(branch.look, branch.begin, lambda: _NOW, branch)()
    finally:
        branch.close()


def _sound(told: ChainReport | Problem) -> bool:
    return isinstance(told, ChainReport) and told.sound


def _checked(branch: BranchFile) -> ChainReport:
    supervisor = Officer("Sri Wahyuni", Role.SUPERVISOR, 1)
    return CheckChain(branch.look, branch.begin, lambda: _NOW, branch)(supervisor)


def _first(report: ChainReport) -> object:
    return report.broken[0].number if report.broken else report.doubts


# an older page, file or log


def _one_page(database: Path, older: _Files, now: _Files, _log_then: bytes, chance: Random) -> None:
    _put_pages(database, older, now, [chance.choice(_changed(older, now))])


def _some_pages(database: Path, older: _Files, now: _Files, _log_then: bytes, chance: Random) -> None:
    changed = _changed(older, now)
    _put_pages(database, older, now, chance.sample(changed, chance.randint(1, len(changed))))


def _whole_file(database: Path, older: _Files, _now: _Files, _log_then: bytes, _chance: Random) -> None:
    database.write_bytes(older.pages)


def _older_log(database: Path, _older: _Files, _now: _Files, log_then: bytes, _chance: Random) -> None:
    _log(database).write_bytes(log_then)


def _changed(older: _Files, now: _Files) -> list[int]:
    places = range(0, min(len(older.pages), len(now.pages)), PAGE)
    return [at for at in places if older.pages[at : at + PAGE] != now.pages[at : at + PAGE]]


def _put_pages(database: Path, older: _Files, now: _Files, places: list[int]) -> None:
    pages = bytearray(now.pages)
    for at in places:
        pages[at : at + PAGE] = older.pages[at : at + PAGE]
    database.write_bytes(pages)


# somebody with the key; each gives the number of the entry, or the doubts, that must be told

_FIELDS = (
    "subject = 'visit:999'",
    "officer_id = NULL",
    "action = 'locked'",
    'facts = \'{"to": "done"}\'',
    "members = '[1]'",
    "at = '2020-01-01T00:00:00+07:00', day = '2020-01-01'",
    "day = '2020-01-01'",
    "sha256 = 'ab'",
    "facts = 'no facts'",
)


def _change(connection: Connection, _branch: BranchFile, at: int, chance: Random) -> object:
    connection.exec_driver_sql(f"UPDATE journal SET {chance.choice(_FIELDS)} WHERE id = {at}")
    return at


def _change_and_rehash(connection: Connection, branch: BranchFile, at: int, _chance: Random) -> object:
    """The entry fits again; the next one gives it away."""
    _rewrite(connection, branch, at, at)
    return at + 1


def _write_anew(connection: Connection, branch: BranchFile, at: int, _chance: Random) -> object:
    """All entries from there on fit; only the head outside gives it away."""
    _rewrite(connection, branch, at, _ENTRIES)
    return (HeadDoubt.DIFFERENT,)


def _remove(connection: Connection, _branch: BranchFile, at: int, _chance: Random) -> object:
    connection.exec_driver_sql(f"DELETE FROM journal_member WHERE number = {at}")
    connection.exec_driver_sql(f"DELETE FROM journal WHERE id = {at}")
    return at


def _swap(connection: Connection, _branch: BranchFile, at: int, _chance: Random) -> object:
    for old, new in ((at, 9_999), (at + 1, at), (9_999, at + 1)):
        connection.exec_driver_sql(f"UPDATE journal SET id = {new} WHERE id = {old}")
    return at


def _put_in_between(connection: Connection, _branch: BranchFile, at: int, _chance: Random) -> object:
    """One entry more, and all after it moved on by one."""
    for table, column in (("journal", "id"), ("journal_member", "number")):
        for number in range(_ENTRIES, at - 1, -1):
            connection.exec_driver_sql(
                f"UPDATE {table} SET {column} = {number + 1} WHERE {column} = {number}"
            )
    connection.exec_driver_sql(
        "INSERT INTO journal SELECT id - 1, at, day, officer_id, 'locked', subject, facts, '[]', sha256 "
        f"FROM journal WHERE id = {at + 1}"
    )
    return at


def _retag(connection: Connection, _branch: BranchFile, at: int, _chance: Random) -> object:
    """The entry stays as it is, and a person's trail no longer leads to it."""
    number = at - at % 3 or 3
    connection.exec_driver_sql(f"DELETE FROM journal_member WHERE number = {number} AND member_id = 900")
    return number


def _cut_off(connection: Connection, _branch: BranchFile, at: int, _chance: Random) -> object:
    connection.exec_driver_sql(f"DELETE FROM journal_member WHERE number >= {at}")
    connection.exec_driver_sql(f"DELETE FROM journal WHERE id >= {at}")
    return (HeadDoubt.SHORTER,)


def _rewrite(connection: Connection, branch: BranchFile, first: int, last: int) -> None:
    with branch.look() as work:
        head = work.journal.at(first - 1) or ChainHead(first - 1, "")
        links = work.journal.links(first, last - first + 1)
    for link in links:
        assert link.entry is not None
        entry = replace(link.entry, subject="visit:999") if link.number == first else link.entry
        head = following(head, entry)
        connection.exec_driver_sql(
            "UPDATE journal SET subject = ?, sha256 = ? WHERE id = ?",
            (entry.subject, head.sha256, head.length),
        )


@contextmanager
def _no_triggers(connection: Connection) -> Iterator[None]:
    triggers = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal%'"
    ).all()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, statement in triggers:
        connection.exec_driver_sql(statement)


# the file of the head; each gives the doubts that must be told

_Doubts = tuple[HeadDoubt, ...]


def _lose_head(branch: BranchFile, _chance: Random) -> _Doubts:
    head_file(branch.file).unlink()
    return (HeadDoubt.MISSING,)


def _empty_head(branch: BranchFile, chance: Random) -> _Doubts:
    head_file(branch.file).write_bytes(bytes(chance.choice((0, 100, 9_000))))
    return (HeadDoubt.UNREADABLE,)


def _tear_one_record(branch: BranchFile, chance: Random) -> _Doubts:
    _flip(head_file(branch.file), chance.choice((0, 4_096)) + chance.randrange(120))
    return ()


def _tear_both_records(branch: BranchFile, chance: Random) -> _Doubts:
    for place in (0, 4_096):
        _flip(head_file(branch.file), place + chance.randrange(120))
    return (HeadDoubt.UNREADABLE,)


def _let_head_lag(branch: BranchFile, chance: Random) -> _Doubts:
    """As a power cut leaves it: the database is synced at each commit, its head is not."""
    branch.open(_KEY)
    behind = head_file(branch.file).read_bytes()
    for _ in range(chance.randint(1, 9)):
        with branch.begin() as work:
            work.journal.add(Entry(_NOW, THE_PROGRAM, Action.BACKED_UP))
            work.commit()
    cut = branch.file.parent / "cut"
    cut.mkdir()
    for file in branch.file.parent.glob("loket.*"):
        shutil.copy(file, cut)
    branch.close()
    for file in cut.iterdir():
        shutil.copy(file, branch.file.parent)
    shutil.rmtree(cut)
    head_file(branch.file).write_bytes(behind)
    return ()


def _flip(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 0x10
    file.write_bytes(content)
