"""The vault: founded whole, opened by who belongs, kept by the administrator, given another key."""

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from app.errors import LoketError, Problem
from app.paths import Paths
from app.ports import Slot, UnitOfWork, VaultState
from app.trust.backup import BackupProgress, BackupStage, Cancelled
from app.trust.officer import Officer, Role
from db.branch_file import BranchFile
from db.connection import connect
from db.engine import open_database
from db.keys import DatabaseKey
from db.migrate import bring_up_to_date
from db.unit_of_work import SqlUnitOfWork
from db.vault import KeyVault
from tests.vaults import AGUS, PASSWORD, leave_key_open, nothing_more, vault_at

RINA = Officer("Rina Pratiwi", Role.FRONTLINER, 2)
SRI = Officer("Sri Wahyuni", Role.SUPERVISOR, 3)
RINAS, SRIS = "hujan di bulan juni", "teh hangat tiap pagi"


def refused(call: Callable[[], object]) -> Problem:
    with pytest.raises(LoketError) as told:
        call()
    return told.value.problem


@pytest.fixture
def code(tmp_path: Path) -> str:
    """A branch with three officers, shut; the recovery code from its safe."""
    vault, _ = vault_at(tmp_path)
    code = vault.found(AGUS, PASSWORD, _hire)
    vault.set_password(RINA, RINAS, one_time=False)
    vault.set_password(SRI, SRIS, one_time=False)
    vault.close()
    return code


def _hire(work: UnitOfWork, _administrator: Officer) -> None:
    work.officers.add(RINA)
    work.officers.add(SRI)


def _names(file: BranchFile) -> list[str]:
    with file.look() as work:
        return [officer.name for officer in work.officers.all()]


def _old_key_file(paths: Paths) -> DatabaseKey:
    """A branch from before there were passwords."""
    key = leave_key_open(paths.key)
    engine = open_database(paths.database, key)
    bring_up_to_date(engine, key, paths.copies)
    with SqlUnitOfWork(engine, str.upper) as work:
        for officer in (Officer("Dewi Lestari", Role.SCREENING), Officer("Agus Wijaya", Role.SUPERVISOR)):
            work.officers.add(officer)
        work.commit()
    engine.dispose()
    return key


# founding


def test_an_empty_folder_becomes_a_branch_that_only_its_administrator_opens(tmp_path: Path) -> None:
    vault, file = vault_at(tmp_path)
    assert vault.state() is VaultState.EMPTY
    vault.found(AGUS, PASSWORD, nothing_more)
    assert (vault.is_open, _names(file)) == (True, ["Agus Wijaya"])
    vault.close()
    again, file = vault_at(tmp_path)
    assert (again.state(), again.slots()) == (VaultState.READY, (Slot(1, "Agus Wijaya"),))
    again.open(1, PASSWORD)
    assert _names(file) == ["Agus Wijaya"]
    again.close()


def test_a_branch_is_founded_once(tmp_path: Path, code: str) -> None:
    vault, _ = vault_at(tmp_path)
    assert refused(lambda: vault.found(AGUS, PASSWORD, nothing_more)) is Problem.NOT_ALLOWED
    vault.open(1, PASSWORD)
    vault.close()


def test_what_the_founding_stores_is_in_the_database_from_its_first_moment(tmp_path: Path, code: str) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    assert _names(file) == ["Agus Wijaya", "Rina Pratiwi", "Sri Wahyuni"]
    vault.close()


def test_a_founding_that_fails_leaves_a_first_start(tmp_path: Path) -> None:
    def fail(_work: object, _administrator: Officer) -> None:
        raise OSError("no more")

    vault, _ = vault_at(tmp_path)
    with pytest.raises(OSError, match="no more"):
        vault.found(AGUS, PASSWORD, fail)
    assert vault_at(tmp_path)[0].state() is VaultState.EMPTY
    vault.found(AGUS, PASSWORD, nothing_more)
    vault.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows guards the files by the user's profile, not by a mode")
def test_keys_are_for_their_owner_alone(tmp_path: Path, code: str) -> None:
    for name in ("loket.keys", "loket.keys.previous", "loket.machine"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_nothing_in_the_folder_is_readable_without_a_secret(tmp_path: Path, code: str) -> None:
    content = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"SQLite format 3" not in content
    assert PASSWORD.encode() not in content
    for group in code.split("-"):
        assert group.encode() not in content
    without_slots = b"".join(file.read_bytes() for file in tmp_path.glob("loket.db*"))
    assert b"Wijaya" not in without_slots


# coming in


def test_each_officer_comes_in_by_their_own_password(tmp_path: Path, code: str) -> None:
    for officer_id, password in ((1, PASSWORD), (2, RINAS), (3, SRIS)):
        vault, _ = vault_at(tmp_path)
        vault.open(officer_id, password)
        vault.close()


@pytest.mark.parametrize(
    "wrong", ["", RINAS.upper(), RINAS + " ", RINAS[:-1], PASSWORD, "\0", "🔑" * 50, "\ud800"]
)
def test_nobody_comes_in_by_another_password(tmp_path: Path, code: str, wrong: str) -> None:
    vault, file = vault_at(tmp_path)
    assert refused(lambda: vault.open(2, wrong)) is Problem.WRONG_PASSWORD
    assert (vault.is_open, file.is_open) == (False, False)
    assert refused(file.begin) is Problem.DATABASE_LOCKED


def test_a_password_is_the_same_however_its_letters_are_composed(tmp_path: Path, code: str) -> None:
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    vault.set_password(RINA, "café di Jogja 日", one_time=False)
    vault.open(2, "cafe\u0301 di Jogja 日")
    vault.close()


@pytest.mark.parametrize("stranger", [0, 7, -1])
def test_who_has_no_slot_is_not_found(tmp_path: Path, code: str, stranger: int) -> None:
    vault, _ = vault_at(tmp_path)
    assert refused(lambda: vault.open(stranger, PASSWORD)) is Problem.NOT_FOUND


def test_while_the_database_stands_open_a_password_is_still_proven(tmp_path: Path, code: str) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(2, RINAS)
    vault.open(3, SRIS)
    assert refused(lambda: vault.open(3, RINAS)) is Problem.WRONG_PASSWORD
    assert len(_names(file)) == 3
    vault.close()


def test_slots_of_another_database_do_not_pass_while_this_one_stands_open(tmp_path: Path, code: str) -> None:
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    other, _ = vault_at(tmp_path / "other")
    other.found(AGUS, PASSWORD, nothing_more)
    other.close()
    for name in ("loket.keys", "loket.machine"):
        shutil.copy(tmp_path / "other" / name, tmp_path / name)
    assert refused(lambda: vault.open(1, PASSWORD)) is Problem.KEY_SLOTS_DAMAGED
    vault.close()


def test_after_it_was_shut_nobody_works_on_it(tmp_path: Path, code: str) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(2, RINAS)
    vault.close()
    vault.close()
    for door in (
        file.begin,
        file.look,
        file.check_every_page,
        lambda: vault.set_password(RINA, "", one_time=True),
    ):
        assert refused(door) is Problem.DATABASE_LOCKED
    vault.open(2, RINAS)
    assert len(_names(file)) == 3
    vault.close()


def test_work_that_was_begun_in_time_and_entered_too_late_is_refused(tmp_path: Path, code: str) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(2, RINAS)
    late, late_look = file.begin(), file.look()
    vault.close()
    for work in (late, late_look):
        assert refused(work.__enter__) is Problem.DATABASE_LOCKED
    vault.open(2, RINAS)
    assert refused(late.__enter__) is Problem.DATABASE_LOCKED
    assert len(_names(file)) == 3
    vault.close()


# the recovery code and other machines


def test_the_recovery_code_opens_on_a_machine_that_knows_no_password(tmp_path: Path, code: str) -> None:
    (tmp_path / "loket.machine").unlink()
    vault, file = vault_at(tmp_path)
    assert refused(lambda: vault.open(1, PASSWORD)) is Problem.MACHINE_SECRET_MISSING
    vault.open_with_recovery_code(code.lower().replace("-", " "))
    vault.set_password(AGUS, "kata baru di sini", one_time=False)
    vault.close()
    vault, file = vault_at(tmp_path)
    vault.open(1, "kata baru di sini")
    assert len(_names(file)) == 3
    assert refused(lambda: vault.open(2, RINAS)) is Problem.MACHINE_SECRET_MISSING
    vault.close()


def test_the_code_of_another_branch_opens_nothing(tmp_path: Path, code: str) -> None:
    other, _ = vault_at(tmp_path / "other")
    others = other.found(AGUS, PASSWORD, nothing_more)
    other.close()
    vault, _ = vault_at(tmp_path)
    assert refused(lambda: vault.open_with_recovery_code(others)) is Problem.RECOVERY_CODE_WRONG
    assert refused(lambda: vault.open_with_recovery_code(code[:-1])) is Problem.RECOVERY_CODE_MISTYPED
    assert not vault.is_open


def test_a_renewed_code_opens_and_the_one_before_opens_nothing(tmp_path: Path, code: str) -> None:
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    renewed = vault.new_recovery_code()
    vault.close()
    for _ in range(2):
        assert refused(lambda: vault.open_with_recovery_code(code)) is Problem.RECOVERY_CODE_WRONG
        vault.open_with_recovery_code(renewed)
        vault.close()
        vault.use_previous_slots()  # nor does it come back with the generation before


# keeping the slots


def test_a_one_time_password_is_told_until_it_is_replaced(tmp_path: Path, code: str) -> None:
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    vault.set_password(RINA, "bata-rugi-pelo", one_time=True)
    assert vault.slots()[1] == Slot(2, "Rina Pratiwi", one_time=True)
    vault.set_password(RINA, "padi menguning lagi", one_time=False)
    assert vault.slots()[1] == Slot(2, "Rina Pratiwi")
    vault.close()


def test_a_password_that_was_replaced_opens_nothing_not_even_the_generation_before(
    tmp_path: Path, code: str
) -> None:
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    vault.set_password(RINA, "padi menguning lagi", one_time=False)
    vault.close()
    for _ in range(2):
        assert refused(lambda: vault.open(2, RINAS)) is Problem.WRONG_PASSWORD
        vault.use_previous_slots()


def test_who_was_removed_has_no_slot_in_either_generation(tmp_path: Path, code: str) -> None:
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    vault.remove(2)
    vault.remove(2)
    vault.remove(0)
    vault.close()
    for _ in range(2):
        assert [slot.officer_id for slot in vault.slots()] == [1, 3]
        assert refused(lambda: vault.open(2, RINAS)) is Problem.NOT_FOUND
        vault.use_previous_slots()
    assert vault.rekey_due


def test_an_officer_is_renamed_on_the_sign_in_page(tmp_path: Path, code: str) -> None:
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    vault.rename(Officer("Rina Putri", Role.FRONTLINER, 2))
    vault.rename(Officer("Tanpa Slot", Role.FRONTLINER, 9))
    assert [slot.name for slot in vault.slots()] == ["Agus Wijaya", "Rina Putri", "Sri Wahyuni"]
    vault.open(2, RINAS)
    vault.close()


def test_changed_slots_are_told_before_anything_is_built_on_them(tmp_path: Path, code: str) -> None:
    file = tmp_path / "loket.keys"
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    file.write_text(file.read_text().replace("Sri Wahyuni", "Siapa Saja"))
    assert refused(lambda: vault.open(1, PASSWORD)) is Problem.KEY_SLOTS_DAMAGED
    for change in (vault.new_recovery_code, vault.rekey, lambda: vault.remove(2)):
        assert refused(change) is Problem.KEY_SLOTS_DAMAGED
    vault.use_previous_slots()
    vault.open(1, PASSWORD)
    vault.close()


# what lies in the folder


@pytest.mark.parametrize("left", [None, b"", b"half a fi", b"\0" * 4096])
def test_lost_or_damaged_slots_are_told_and_the_generation_before_is_offered(
    tmp_path: Path, code: str, left: bytes | None
) -> None:
    file = tmp_path / "loket.keys"
    file.unlink() if left is None else file.write_bytes(left)
    vault, branch = vault_at(tmp_path)
    assert vault.state() is VaultState.PREVIOUS_SLOTS
    assert refused(vault.slots) is Problem.KEY_SLOTS_DAMAGED
    assert refused(lambda: vault.found(AGUS, PASSWORD, nothing_more)) is Problem.NOT_ALLOWED
    vault.use_previous_slots()
    assert vault.state() is VaultState.READY
    vault.open(1, PASSWORD)
    assert len(_names(branch)) == 3
    vault.close()


def test_without_any_slots_nothing_is_begun_afresh(tmp_path: Path, code: str) -> None:
    for name in ("loket.keys", "loket.keys.previous"):
        (tmp_path / name).unlink()
    vault, _ = vault_at(tmp_path)
    assert vault.state() is VaultState.SLOTS_MISSING
    assert refused(lambda: vault.found(AGUS, PASSWORD, nothing_more)) is Problem.NOT_ALLOWED
    assert refused(vault.use_previous_slots) is Problem.KEY_SLOTS_DAMAGED
    assert (tmp_path / "loket.db").stat().st_size > 0


def test_a_lost_database_is_told_and_none_is_begun_in_its_place(tmp_path: Path, code: str) -> None:
    (tmp_path / "loket.db").unlink()
    vault, _ = vault_at(tmp_path)
    assert vault.state() is VaultState.DATABASE_MISSING
    assert refused(lambda: vault.open(1, PASSWORD)) is Problem.DATABASE_MISSING
    assert refused(lambda: vault.found(AGUS, PASSWORD, nothing_more)) is Problem.NOT_ALLOWED
    assert not (tmp_path / "loket.db").exists()


def test_slots_of_a_newer_loket_are_left_alone(tmp_path: Path, code: str) -> None:
    file = tmp_path / "loket.keys"
    newer = file.read_text().replace('"format": 1', '"format": 2')
    file.write_text(newer)
    vault, _ = vault_at(tmp_path)
    assert vault.state() is VaultState.READY
    assert refused(lambda: vault.open(1, PASSWORD)) is Problem.KEY_SLOTS_NEWER
    assert file.read_text() == newer


def test_the_database_of_another_branch_is_told(tmp_path: Path, code: str) -> None:
    other, _ = vault_at(tmp_path / "other")
    other.found(AGUS, PASSWORD, nothing_more)
    other.close()
    shutil.copy(tmp_path / "other" / "loket.db", tmp_path / "loket.db")
    vault, _ = vault_at(tmp_path)
    assert refused(lambda: vault.open(1, PASSWORD)) is Problem.DATABASE_UNREADABLE
    assert not vault.is_open


# another key


def test_another_key_opens_for_everybody_who_is_left(tmp_path: Path, code: str) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    with file.begin() as work:
        work.officers.add(Officer("Budi Santoso", Role.CARD_OPERATOR))
        work.commit()
    vault.remove(2)
    vault.rekey()
    assert not vault.rekey_due
    assert _names(file)[-1] == "Budi Santoso"
    vault.close()
    for come_in in (
        lambda: vault.open(1, PASSWORD),
        lambda: vault.open(3, SRIS),
        lambda: vault.open_with_recovery_code(code),
    ):
        come_in()
        assert len(_names(file)) == 4
        file.check_every_page()
        vault.close()


def test_what_a_removed_officer_kept_opens_nothing_after_the_re_key(tmp_path: Path, code: str) -> None:
    kept = {
        name: (tmp_path / name).read_bytes()
        for name in ("loket.keys", "loket.keys.previous", "loket.machine")
    }
    vault, _ = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    vault.remove(2)
    vault.rekey()
    vault.close()
    for name, content in kept.items():
        (tmp_path / name).write_bytes(content)
    assert refused(lambda: vault.open(2, RINAS)) is Problem.DATABASE_UNREADABLE


def test_nothing_of_the_database_under_the_old_key_is_left_lying(tmp_path: Path, code: str) -> None:
    vault, _ = vault_at(tmp_path)
    before = {file.name for file in tmp_path.iterdir()}
    salt = (tmp_path / "loket.db").read_bytes()[:16]
    vault.open(1, PASSWORD)
    vault.rekey()
    vault.close()
    assert {file.name for file in tmp_path.iterdir()} == before
    assert not any(file.read_bytes().startswith(salt) for file in tmp_path.iterdir() if file.is_file())


def test_a_disk_without_room_for_a_second_copy_is_told_before_anything_is_touched(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    before = (tmp_path / "loket.keys").read_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 10**6))
    assert refused(vault.rekey) is Problem.DISK_FULL
    assert (tmp_path / "loket.keys").read_bytes() == before
    assert len(_names(file)) == 3
    vault.close()


def test_while_somebody_still_works_the_key_stays_as_it_is(tmp_path: Path, code: str) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    with file.begin() as work:
        work.officers.add(Officer("Budi Santoso", Role.CARD_OPERATOR))
        assert refused(vault.rekey) is Problem.DATABASE_BUSY
        work.commit()
    assert _names(file)[-1] == "Budi Santoso"
    vault.close()
    vault.open(2, RINAS)
    assert _names(file)[-1] == "Budi Santoso"
    vault.close()


def test_while_another_program_has_the_database_open_the_key_stays_as_it_is(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    _, held = vault.proven()
    monkeypatch.setattr("db.connection._SWITCHES", ("busy_timeout = 10", "journal_mode = WAL"))
    with closing(connect(file.file, held.key)) as another:
        another.execute("SELECT count(*) FROM officer").fetchone()
        assert refused(vault.rekey) is Problem.DATABASE_BUSY
        assert len(_names(file)) == 3
    vault.rekey()
    vault.close()
    vault.open(2, RINAS)
    assert len(_names(file)) == 3
    vault.close()


# a branch from before there were passwords


def test_a_branch_with_an_open_key_is_taken_over_with_all_that_is_in_it(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    old = _old_key_file(paths)
    vault, file = vault_at(tmp_path)
    assert vault.state() is VaultState.OPEN_KEY_FILE
    code = vault.found(AGUS, PASSWORD, nothing_more)
    assert _names(file) == ["Dewi Lestari", "Agus Wijaya"]
    with file.look() as work:
        assert work.officers.by_id(2).role is Role.ADMINISTRATOR
    vault.close()
    assert not paths.key.exists()
    for come_in in (lambda: vault.open(2, PASSWORD), lambda: vault.open_with_recovery_code(code)):
        come_in()
        vault.close()
    assert refused(lambda: file.open(old)) is Problem.DATABASE_UNREADABLE


def test_a_take_over_that_was_interrupted_is_finished_at_the_next_sign_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = Paths(tmp_path)
    old = _old_key_file(paths)
    open_key = paths.key.read_bytes()
    vault, file = vault_at(tmp_path)

    class Interrupted(Exception):
        pass

    def stop(*_: object) -> None:
        raise Interrupted

    with monkeypatch.context() as killed:
        killed.setattr(KeyVault, "rekey", stop)
        with pytest.raises(Interrupted):
            vault.found(AGUS, PASSWORD, nothing_more)
    assert not vault.is_open
    assert paths.key.read_bytes() == open_key
    vault, file = vault_at(tmp_path)
    assert vault.state() is VaultState.READY
    vault.open(2, PASSWORD)
    assert _names(file) == ["Dewi Lestari", "Agus Wijaya"]
    vault.close()
    assert not paths.key.exists()
    assert refused(lambda: file.open(old)) is Problem.DATABASE_UNREADABLE


def test_a_re_key_tells_how_far_it_is_and_can_be_ended_with_nothing_left_of_it(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.rekey._PAGES_AT_ONCE", 5)
    monkeypatch.setattr("db.backup_pace._EVERY", 0)
    vault, file = vault_at(tmp_path)
    vault.open(1, PASSWORD)
    _, held = vault.proven()
    heard: list[BackupProgress] = []

    def until_half(progress: BackupProgress) -> bool:
        heard.append(progress)
        return progress.done < progress.total / 2

    with pytest.raises(Cancelled):
        vault.rekey(until_half)
    assert 1 < len(heard) < 100
    assert [progress.done for progress in heard] == sorted(progress.done for progress in heard)
    assert vault.proven()[1] == held
    assert len(_names(file)) == 3
    assert list(tmp_path.glob("*rekeyed*")) == []
    stages = set[BackupStage]()
    vault.rekey(lambda progress: not stages.add(progress.stage))  # type: ignore[func-returns-value]
    assert stages == {BackupStage.COPYING, BackupStage.VERIFYING}
    vault.close()


def test_every_row_of_every_table_is_there_under_the_new_key(tmp_path: Path, code: str) -> None:
    vault, file = vault_at(tmp_path)
    vault.open(1, PASSWORD)

    def tables() -> dict[str, int]:
        with file.engine.connect() as connection:
            names = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
            return {name: connection.scalar(text(f'SELECT count(*) FROM "{name}"')) or 0 for name in names}

    before = tables()
    vault.rekey()
    assert tables() == before
    vault.close()
