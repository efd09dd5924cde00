"""An older database, an older page or an older log put in its place is found at the next start."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.errors import Problem, StorageUnavailable
from app.paths import Paths
from app.trust.backup import never_mind
from app.trust.journal import THE_PROGRAM, Action, Entry, HeadDoubt
from db.branch_file import BranchFile
from db.chain_head import head_file
from db.connection import check_every_page
from db.engine import open_database
from db.head_file import HeadFile
from db.keys import DatabaseKey
from db.migrate import bring_up_to_date
from db.page_tags import PAGE, page_tags, read_ahead
from tests.db.conftest import NOW


@pytest.fixture
def branch(file: Path, key: DatabaseKey) -> Iterator[BranchFile]:
    """A branch that was shut in order with three entries in its journal."""
    open_database(file, key).dispose()
    branch = BranchFile(file, file.parent / "salinan", str.upper)
    branch.open(key)
    _work(branch, 3)
    branch.close()
    yield branch
    branch.close()


def _work(branch: BranchFile, entries: int) -> None:
    for _ in range(entries):
        with branch.begin() as work:
            work.journal.add(Entry(NOW, THE_PROGRAM, Action.BACKED_UP))
            work.commit()


def _doubts(branch: BranchFile, key: DatabaseKey) -> tuple[HeadDoubt, ...]:
    branch.open(key)
    return branch.doubts


def test_the_head_lies_where_the_branch_keeps_its_files(file: Path) -> None:
    assert head_file(file) == Paths(file.parent).chain_head


def test_a_database_as_it_was_left_raises_no_doubt(branch: BranchFile, file: Path, key: DatabaseKey) -> None:
    for _ in range(3):
        assert _doubts(branch, key) == ()
        _work(branch, 2)
        kept = branch.kept()
        with branch.look() as work:
            assert kept == work.journal.head()
        branch.close()
        shut = HeadFile(head_file(file), key).read()
        assert shut is not None
        assert (shut.head, shut.pages) == (kept, page_tags(file))


def test_a_program_that_was_killed_raises_no_doubt(branch: BranchFile, file: Path, key: DatabaseKey) -> None:
    branch.open(key)
    _work(branch, 2)
    killed = _as_it_lies(file)
    branch.close()
    _put_back(killed, file)
    assert _doubts(branch, key) == ()


def test_a_head_that_lags_behind_after_a_power_cut_raises_no_doubt(
    branch: BranchFile, file: Path, key: DatabaseKey
) -> None:
    branch.open(key)
    _work(branch, 1)
    behind = head_file(file).read_bytes()
    _work(branch, 5)
    cut = _as_it_lies(file)
    branch.close()
    _put_back(cut, file)
    head_file(file).write_bytes(behind)
    assert _doubts(branch, key) == ()
    kept = branch.kept()
    assert kept is not None
    assert kept.length == 9


def test_an_older_database_is_found(branch: BranchFile, file: Path, key: DatabaseKey) -> None:
    older = file.read_bytes()
    branch.open(key)
    _work(branch, 1)
    branch.close()
    file.write_bytes(older)
    assert _doubts(branch, key) == (HeadDoubt.SHORTER, HeadDoubt.PAGES)


def test_an_older_database_is_found_also_after_more_work_was_done_on_it(
    branch: BranchFile, file: Path, key: DatabaseKey
) -> None:
    older, older_head = file.read_bytes(), head_file(file).read_bytes()
    branch.open(key)
    _work(branch, 1)
    branch.close()
    head = head_file(file).read_bytes()
    file.write_bytes(older)
    head_file(file).write_bytes(older_head)
    branch.open(key)
    with branch.begin() as work:
        work.journal.add(Entry(NOW, THE_PROGRAM, Action.RESTORED))
        work.journal.add(Entry(NOW, THE_PROGRAM, Action.RESTORED))
        work.commit()
    branch.close()
    head_file(file).write_bytes(head)
    assert _doubts(branch, key) == (HeadDoubt.DIFFERENT, HeadDoubt.PAGES)


def test_a_single_older_page_is_found(branch: BranchFile, file: Path, key: DatabaseKey) -> None:
    """SQLCipher itself accepts it: each page is proven alone."""
    older = file.read_bytes()
    branch.open(key)
    _work(branch, 1)
    branch.close()
    now = file.read_bytes()
    places = [at for at in range(0, len(older), PAGE) if older[at : at + PAGE] != now[at : at + PAGE]]
    assert places
    for at in places:
        file.write_bytes(now[:at] + older[at : at + PAGE] + now[at + PAGE :])
        outside = head_file(file).read_bytes()
        check_every_page(file, key)
        assert HeadDoubt.PAGES in _doubts(branch, key)
        branch.close()
        assert head_file(file).read_bytes() == outside, "what nobody was told of must be found again"
    file.write_bytes(now)
    assert _doubts(branch, key) == ()


def test_an_older_log_laid_beside_a_shut_database_is_found(
    branch: BranchFile, file: Path, key: DatabaseKey
) -> None:
    log = file.with_name(file.name + "-wal")
    branch.open(key)
    _work(branch, 1)
    older = log.read_bytes()
    _work(branch, 1)
    branch.close()
    assert not log.exists()
    log.write_bytes(older)
    assert HeadDoubt.PAGES in _doubts(branch, key)


@pytest.mark.parametrize(
    ("spoil", "doubt"),
    [
        (Path.unlink, HeadDoubt.MISSING),
        (lambda outside: outside.write_bytes(b""), HeadDoubt.UNREADABLE),
        (lambda outside: outside.write_bytes(bytes(9000)), HeadDoubt.UNREADABLE),
    ],
)
def test_a_missing_or_unreadable_head_is_told_until_the_journal_has_it(
    branch: BranchFile, file: Path, key: DatabaseKey, spoil: Callable[[Path], object], doubt: HeadDoubt
) -> None:
    spoil(head_file(file))
    for _ in range(2):
        assert _doubts(branch, key) == (doubt,)
        branch.close()
    branch.open(key)
    _work(branch, 1)  # the entry that says so
    branch.close()
    assert _doubts(branch, key) == ()


def test_an_older_database_that_was_told_is_the_branchs_from_then_on(
    branch: BranchFile, file: Path, key: DatabaseKey
) -> None:
    older = file.read_bytes()
    branch.open(key)
    _work(branch, 5)
    branch.close()
    file.write_bytes(older)
    assert HeadDoubt.SHORTER in _doubts(branch, key)
    _work(branch, 1)
    kept = branch.kept()
    assert kept is not None
    assert kept.length == 4
    branch.close()
    assert _doubts(branch, key) == ()


@pytest.mark.parametrize("left", [None, b"", b"torn"])
def test_the_first_start_of_a_chained_journal_has_nothing_to_compare_also_once_it_was_killed(
    file: Path, key: DatabaseKey, left: bytes | None
) -> None:
    old = open_database(file, key)
    bring_up_to_date(old, key, file.parent / "copies", "0001")
    with old.begin() as connection:
        connection.exec_driver_sql("INSERT INTO officer (name, role) VALUES ('Rina', 'frontliner')")
        connection.exec_driver_sql(
            "INSERT INTO journal (at, officer_id, action, subject, facts) "
            f"VALUES ('{NOW.isoformat()}', 1, 'officer_chosen', '', '{{}}')"
        )
    if left is not None:  # killed when the tables were new ones and the head was not yet kept
        bring_up_to_date(old, key, file.parent / "copies")
        head_file(file).write_bytes(left)
    old.dispose()
    branch = BranchFile(file, file.parent / "copies", str.upper)
    branch.open(key, begins=True)
    assert branch.doubts == ()
    with branch.look() as work:
        assert work.journal.head().length == 1
        assert branch.kept() == work.journal.head()
    branch.close()


def test_a_new_key_keeps_the_head_and_what_it_proves(
    branch: BranchFile, file: Path, key: DatabaseKey
) -> None:
    new = DatabaseKey.drawn()
    older = file.read_bytes()
    branch.open(key)
    _work(branch, 2)
    branch.close()
    branch.re_encrypt(key, new, never_mind)
    assert _doubts(branch, new) == ()
    branch.close()
    shutil.copy(file, file.with_name("now.db"))
    file.write_bytes(older)
    head_file(file).rename(file.with_name("away.head"))
    # under the old key the old database opens, and nothing vouches for it any more
    assert _doubts(branch, key) == (HeadDoubt.MISSING,)


def test_a_file_the_system_does_not_let_us_read_is_told(
    branch: BranchFile, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_file: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("db.chain_head.page_tags", refused)
    with pytest.raises(StorageUnavailable) as told:
        branch.open(key)
    assert told.value.problem is Problem.DATABASE_UNREADABLE
    assert not branch.is_open


@pytest.mark.expects_log("pages of the shut database are not kept")
def test_pages_that_cannot_be_read_at_the_end_are_not_compared_at_the_next_start(
    branch: BranchFile, file: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_file: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    branch.open(key)
    with monkeypatch.context() as broken:
        broken.setattr("db.chain_head.page_tags", refused)
        branch.close()
    shut = HeadFile(head_file(file), key).read()
    assert shut is not None
    assert shut.pages is None
    assert _doubts(branch, key) == ()


def test_the_file_is_read_ahead_only_while_nobody_wants_it(
    branch: BranchFile, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []
    monkeypatch.setattr("db.branch_file.read_ahead", lambda file, _enough: read.append(file))
    branch.read_ahead()
    assert read == [branch.file]
    branch.open(key)
    branch.read_ahead()  # closing it here would take its locks away from SQLite
    assert read == [branch.file]
    branch.close()
    branch.file.unlink()
    branch.read_ahead()
    assert read == [branch.file]


def test_reading_ahead_ends_when_it_is_enough(file: Path) -> None:
    file.write_bytes(bytes(5 << 20))
    asked: list[int] = []
    read_ahead(file, lambda: asked.append(1) or len(asked) > 2)  # type: ignore[func-returns-value]
    assert len(asked) == 3
    read_ahead(file, lambda: False)


def test_a_change_of_key_that_was_given_up_raises_no_doubt(
    branch: BranchFile, file: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_copy: Path, _file: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("db.branch_file.put_in_place", killed)
    with pytest.raises(KeyboardInterrupt):
        branch.re_encrypt(key, DatabaseKey.drawn(), never_mind)
    assert _doubts(branch, key) == ()


def test_a_founded_database_brings_its_head_along(file: Path) -> None:
    key = DatabaseKey.drawn()
    branch = BranchFile(file, file.parent / "salinan", str.upper)
    branch.build(key, lambda work: work.journal.add(Entry(NOW, THE_PROGRAM, Action.BRANCH_FOUNDED)))
    branch.settle()
    assert _doubts(branch, key) == ()
    kept = branch.kept()
    assert kept is not None
    assert kept.length == 1
    branch.close()
    head_file(file).unlink()
    assert _doubts(branch, key) == (HeadDoubt.MISSING,)
    branch.close()


def test_the_tags_are_those_sqlcipher_writes(branch: BranchFile, key: DatabaseKey) -> None:
    branch.open(key)
    with branch.engine.connect() as connection:
        told = [
            connection.exec_driver_sql(f"PRAGMA {what}").scalar()
            for what in ("cipher_page_size", "cipher_hmac_algorithm")
        ]
    assert told == [str(PAGE), "HMAC_SHA512"]


def _as_it_lies(file: Path) -> Path:
    """The folder as a kill leaves it at this moment."""
    copy = file.parent / "killed"
    copy.mkdir()
    for each in file.parent.glob("loket.*"):
        shutil.copy(each, copy)
    return copy


def _put_back(copy: Path, file: Path) -> None:
    for each in copy.iterdir():
        shutil.copy(each, file.parent)
