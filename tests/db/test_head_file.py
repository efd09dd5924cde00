"""The small file beside the database that says where its journal stood: never back, never torn."""

import os
import threading
from pathlib import Path

import pytest

from app.errors import Problem, YourEnvironment
from app.trust.journal import ChainHead
from db.head_file import HeadFile, KeptHead
from db.keys import DatabaseKey

_PLACE = 4096


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    return tmp_path / "loket.head"


def _head(number: int) -> ChainHead:
    return ChainHead(number, f"{number:064x}")


def test_what_was_kept_last_is_read_under_the_same_key_only(outside: Path, key: DatabaseKey) -> None:
    written = HeadFile(outside, key)
    assert written.read() is None
    written.settle(KeptHead(_head(3), b"p" * 32))
    assert HeadFile(outside, key).read() == KeptHead(_head(3), b"p" * 32)
    assert HeadFile(outside, DatabaseKey.drawn()).read() is None
    assert HeadFile(outside, DatabaseKey(key.secret, bytes(16))).read() is None


def test_from_the_first_entry_on_nothing_is_said_of_the_pages(outside: Path, key: DatabaseKey) -> None:
    written = HeadFile(outside, key)
    written.settle(KeptHead(_head(3), b"p" * 32))
    written.keep(_head(4))
    assert HeadFile(outside, key).read() == KeptHead(_head(4))


def test_the_head_never_goes_back_when_two_threads_commit(outside: Path, key: DatabaseKey) -> None:
    written = HeadFile(outside, key)
    written.settle(KeptHead(_head(0)))

    def every_second_one(first: int) -> None:
        for number in range(first, 400, 2):
            written.keep(_head(number))

    threads = [threading.Thread(target=every_second_one, args=(first,)) for first in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert HeadFile(outside, key).read() == KeptHead(_head(399))
    written.keep(_head(17))
    assert HeadFile(outside, key).read() == KeptHead(_head(399))


@pytest.mark.parametrize("torn_at", [0, 8, 40, 100, 119])
def test_one_torn_record_leaves_the_one_before(outside: Path, key: DatabaseKey, torn_at: int) -> None:
    written = HeadFile(outside, key)
    written.settle(KeptHead(_head(1)))
    for number in (2, 3, 4):
        written.keep(_head(number))
        content = bytearray(outside.read_bytes())
        newest = 0 if content[8:16] > content[_PLACE + 8 : _PLACE + 16] else _PLACE
        content[newest + torn_at] ^= 0x40
        torn = outside.with_name("torn.head")
        torn.write_bytes(content)
        assert HeadFile(torn, key).read() == KeptHead(_head(number - 1))
    torn.write_bytes(bytes(len(content)))
    assert HeadFile(torn, key).read() is None


@pytest.mark.parametrize("length", [0, 1, 119, 120, 4096, 4200])
def test_a_file_cut_short_is_read_as_far_as_it_goes(outside: Path, key: DatabaseKey, length: int) -> None:
    HeadFile(outside, key).settle(KeptHead(_head(5)))
    outside.write_bytes(outside.read_bytes()[:length])
    assert HeadFile(outside, key).read() == (KeptHead(_head(5)) if length >= 120 else None)


def test_while_the_key_changes_the_old_and_the_new_one_find_the_same_head(
    outside: Path, key: DatabaseKey
) -> None:
    written, new = HeadFile(outside, key), DatabaseKey.drawn()
    written.settle(KeptHead(_head(8), b"p" * 32))
    written.hand_over(new)
    assert HeadFile(outside, key).read() == KeptHead(_head(8), b"p" * 32)
    taken_over = HeadFile(outside, new)
    assert taken_over.read() == KeptHead(_head(8))
    taken_over.settle(KeptHead(_head(9)))
    assert HeadFile(outside, new).read() == KeptHead(_head(9))
    assert HeadFile(outside, key).read() is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_may_read_it(outside: Path, key: DatabaseKey) -> None:
    HeadFile(outside, key).settle(KeptHead(_head(1)))
    assert outside.stat().st_mode & 0o077 == 0


@pytest.mark.expects_log("head of the journal was not written")
def test_a_head_that_cannot_be_written_is_told_and_holds_up_no_entry(outside: Path, key: DatabaseKey) -> None:
    written = HeadFile(outside, key)
    written.settle(KeptHead(_head(1)))
    outside.unlink()
    outside.mkdir()
    written.keep(_head(2))
    with pytest.raises(YourEnvironment) as told:
        written.settle(KeptHead(_head(2)))
    assert told.value.problem is Problem.FILE_NOT_WRITTEN
    outside.rmdir()
    written.keep(_head(3))  # the next entry catches up
    assert HeadFile(outside, key).read() == KeptHead(_head(3))
