"""A restore shows what is inside, keeps what stood here, and leaves the old or the new, never between."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.cards.number_block import BlockLevel, NumberBlock
from app.errors import LoketError, Problem
from app.members.member import Member
from app.paths import Paths
from app.ports import VaultState
from app.settings import Settings
from app.trust.backup import BackupProgress, BackupStage, Cancelled
from app.trust.journal import THE_PROGRAM, Action
from app.trust.officer import Officer
from app.trust.restore import ByPassword, ByRecoveryCode, Compared
from db.swap_in import finish_interrupted_restore
from tests.backups import RINA, SRI, BackedUpBranch, flip_a_bit
from tests.faults.soundness import unsound
from tests.vaults import AGUS, PASSWORD, vault_at

ADMINISTRATOR = ByPassword(AGUS.id, PASSWORD)


class Branch(BackedUpBranch):
    code = ""


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[Branch]:
    pc = Branch(tmp_path / "pc", tmp_path / "usb")
    pc.code = pc.founded()
    yield pc
    pc.vault.close()


@pytest.fixture
def new_pc(tmp_path: Path) -> Iterator[BackedUpBranch]:
    new = BackedUpBranch(tmp_path / "new pc", tmp_path / "usb")
    yield new
    new.vault.close()


def refused(call: Callable[[], object]) -> LoketError:
    with pytest.raises(LoketError) as told:
        call()
    return told.value


def members(pc: BackedUpBranch) -> int:
    with pc.file.look() as work:
        return len(work.members.with_name_like("SITI", 5))


def stored(pc: BackedUpBranch, member: Member) -> None:
    with pc.file.begin() as work:
        work.members.add(member)
        work.commit()


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


# what lies there


def test_backups_are_listed_newest_first_and_what_cannot_be_read_says_so(pc: Branch) -> None:
    made = [pc.backed_up()[0].folder.name for _ in range(3)]
    (pc.usb / made[0] / "manifest.json").write_text("{}")
    newer = pc.usb / made[1] / "manifest.json"
    newer.write_text(json.dumps({**json.loads(newer.read_text()), "schema": "9999"}))
    found = pc.backups_in(pc.usb)
    assert [backup.folder.name for backup in found] == made[::-1]
    assert [backup.problem for backup in found] == [None, Problem.BACKUP_NEWER, Problem.BACKUP_UNREADABLE]


def test_a_folder_that_is_not_there_is_told(pc: Branch) -> None:
    assert refused(lambda: pc.backups_in(pc.usb / "no")).problem is Problem.BACKUP_FOLDER_MISSING


def test_the_newest_good_backup_of_this_branch_is_offered_for_a_damaged_database(
    pc: Branch, tmp_path: Path
) -> None:
    good, _ = pc.backed_up()
    rotten, _ = pc.backed_up()
    flip_a_bit(rotten.folder / "loket.db")
    other = BackedUpBranch(tmp_path / "other", pc.usb)
    other.founded()
    other.clock.passes(hours=1)
    other.backed_up()
    other.vault.close()
    pc.vault.close()
    found = pc.newest_good(pc.usb)
    assert found is not None
    assert found.folder == good.folder


def test_another_pc_of_the_branch_is_offered_only_where_there_is_none_of_this_counters_own(
    pc: Branch, new_pc: BackedUpBranch
) -> None:
    """It began with the same data and has gone its own way since."""
    own, _ = pc.backed_up()
    new_pc.restore(own, ByRecoveryCode(pc.code), None)
    new_pc.vault.open_with_recovery_code(pc.code)
    new_pc.clock.passes(hours=1)
    others = replace(new_pc.back_up, counter="Loket 2")(None)
    found = [pc.newest_good(pc.usb), new_pc.newest_good(pc.usb)]
    assert [backup and backup.folder for backup in found] == [own.folder, own.folder]
    shutil.rmtree(own.folder)
    found = [pc.newest_good(pc.usb)]
    assert [backup and backup.folder for backup in found] == [others.folder]


# looking inside


def test_looking_inside_tells_what_is_there_and_changes_nothing(pc: Branch, siti: Member) -> None:
    stored(pc, siti)
    backup, manifest = pc.backed_up()
    for _ in range(3):
        pc.happens()
    before = everything(pc.usb)
    inside = pc.look_inside(backup, ADMINISTRATOR, AGUS)
    assert everything(pc.usb) == before
    assert inside.manifest.counts.members == 1
    assert [officer.name for officer in inside.officers] == [AGUS.name, RINA.name, SRI.name]
    assert inside.opened_by == replace(AGUS, id=inside.officers[0].id)
    # the three, and the entry on the backup itself
    assert (inside.comparison.stands, inside.comparison.entries) == (Compared.OLDER, 4)
    assert manifest == inside.manifest


def test_a_backup_can_be_looked_into_where_nothing_may_be_written(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    for path in (backup.folder, *backup.folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert pc.look_inside(backup, ByRecoveryCode(pc.code), None).officers
    finally:
        backup.folder.chmod(0o755)


def test_a_shut_branch_is_compared_by_the_head_kept_outside(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    pc.vault.close()
    comparison = pc.look_inside(backup, ByRecoveryCode(pc.code), None).comparison
    assert (comparison.stands, comparison.entries) == (Compared.OLDER, 1)
    pc.paths.chain_head.unlink()
    assert pc.look_inside(backup, ByRecoveryCode(pc.code), None).comparison.stands is Compared.UNKNOWN


def test_a_database_put_back_by_hand_is_older_than_its_newest_backup(pc: Branch) -> None:
    pc.vault.close()
    old = {name: (pc.base / name).read_bytes() for name in ("loket.db", "loket.head")}
    pc.vault.open(AGUS.id, PASSWORD)
    pc.happens()
    backup, _ = pc.backed_up()
    pc.vault.close()
    for name, content in old.items():
        (pc.base / name).write_bytes(content)
    comparison = pc.look_inside(backup, ByRecoveryCode(pc.code), None).comparison
    assert (comparison.stands, comparison.entries) == (Compared.NEWER, 1)


def test_the_backup_of_another_branch_is_told_as_such(pc: Branch, new_pc: BackedUpBranch) -> None:
    code = new_pc.founded()
    backup, _ = new_pc.backed_up()
    comparison = pc.look_inside(backup, ByRecoveryCode(code), AGUS).comparison
    assert comparison.stands is Compared.OTHER_BRANCH


@pytest.mark.parametrize("by", [RINA, SRI])
def test_only_the_administrator_looks_inside(pc: Branch, by: Officer) -> None:
    backup, _ = pc.backed_up()
    assert refused(lambda: pc.look_inside(backup, ADMINISTRATOR, by)).problem is Problem.NOT_ALLOWED


def test_where_nobody_signed_in_the_password_must_be_an_administrators(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    told = refused(lambda: pc.look_inside(backup, ByPassword(SRI.id, PASSWORD), None))
    assert told.problem is Problem.NOT_ALLOWED


def test_wrong_passwords_count_as_at_the_sign_in_and_a_right_one_takes_nothing_back(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    for left in "43":
        told = refused(lambda: pc.look_inside(backup, ByPassword(AGUS.id, "salah sekali"), None))
        assert (told.problem, told.facts["left"]) == (Problem.WRONG_PASSWORD, left)
    pc.look_inside(backup, ADMINISTRATOR, None)
    for _ in range(3):
        refused(lambda: pc.look_inside(backup, ByPassword(AGUS.id, "salah sekali"), None))
    assert refused(lambda: pc.look_inside(backup, ADMINISTRATOR, None)).problem is Problem.LOCKED_OUT


def test_on_another_machine_a_password_is_no_key(pc: Branch, new_pc: BackedUpBranch) -> None:
    backup, _ = pc.backed_up()
    told = refused(lambda: new_pc.look_inside(backup, ADMINISTRATOR, None))
    assert told.problem is Problem.MACHINE_SECRET_MISSING


def test_a_backup_from_before_a_new_key_opens_with_its_own_slots(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    pc.vault.rekey()
    new_code = pc.vault.new_recovery_code()
    told = refused(lambda: pc.look_inside(backup, ByRecoveryCode(new_code), AGUS))
    assert told.problem is Problem.RECOVERY_CODE_WRONG
    assert pc.look_inside(backup, ByRecoveryCode(pc.code), AGUS).manifest.key_generation == 1


@pytest.mark.parametrize("name", ["loket.db", "loket.keys", "manifest.json"])
def test_a_damaged_backup_is_refused_and_nothing_is_replaced(pc: Branch, name: str) -> None:
    backup, _ = pc.backed_up()
    flip_a_bit(backup.folder / name)
    told = refused(lambda: pc.restore(backup, ByRecoveryCode(pc.code), AGUS))
    assert (told.problem, told.facts["part"]) == (Problem.BACKUP_UNREADABLE, name)
    pc.happens()


# putting back


def test_what_stood_here_is_kept_and_the_journal_tells_both_heads(pc: Branch, siti: Member) -> None:
    backup, manifest = pc.backed_up()
    stored(pc, siti)
    pc.happens()
    with pc.file.look() as work:
        stood_at = work.journal.head()
    pc.clock.passes(minutes=5)
    restored = pc.restore(backup, ADMINISTRATOR, AGUS)
    assert not pc.vault.is_open
    pc.vault.open(AGUS.id, PASSWORD)
    assert (unsound(pc.file), members(pc)) == ([], 0)
    [entry] = pc.journalled(Action.RESTORED)
    assert (entry.officer_id, entry.at, entry.subject) == (
        AGUS.id,
        pc.clock(),
        f"backup:{backup.folder.name}",
    )
    assert entry.facts == {
        "from_entries": str(manifest.head.length),
        "from_sha256": manifest.head.sha256,
        "before_entries": str(stood_at.length),
        "before_sha256": stood_at.sha256,
    }
    assert restored.head.length == manifest.head.length + 1
    assert restored.safety_copy == pc.paths.copies / "sebelum-pemulihan-2026-11-20_090501"
    assert restored.safety_copy.is_dir()
    kept_vault, kept = vault_at(restored.safety_copy)
    kept_vault.open_with_recovery_code(pc.code)
    with kept.look() as work:
        assert work.journal.head() == stood_at
    kept_vault.close()


def test_of_two_restores_at_the_same_moment_each_keeps_what_stood_before_it(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    kept = [pc.restore(backup, ADMINISTRATOR, AGUS).safety_copy for _ in range(2)]
    assert [copy is not None and (copy / "loket.db").exists() for copy in kept] == [True, True]
    assert kept[0] != kept[1]


def given(pc: BackedUpBranch) -> str:
    """The next KPJ number of the branch, taken."""
    with pc.file.begin() as work:
        number = work.number_blocks.take()
        work.commit()
    return number.text


@pytest.mark.parametrize("shut", [False, True], ids=["while signed in", "before anybody signed in"])
def test_a_number_given_after_the_backup_is_not_given_again_after_its_restore(pc: Branch, shut: bool) -> None:
    with pc.file.begin() as work:
        work.number_blocks.add(NumberBlock(26_900_000_001, 26_900_000_010, 26_900_000_001))
        work.commit()
    assert given(pc) == "26900000001"
    backup, _ = pc.backed_up()
    assert given(pc) == "26900000002"
    with pc.file.begin() as work:
        work.number_blocks.add(NumberBlock(26_900_000_051, 26_900_000_060, 26_900_000_051))
        work.commit()
    if shut:
        pc.vault.close()
    restored = pc.restore(backup, ADMINISTRATOR, None if shut else AGUS)
    pc.vault.open(AGUS.id, PASSWORD)
    assert restored.numbers_known
    assert given(pc) == "26900000003"
    with pc.file.look() as work:
        assert work.number_blocks.level() == BlockLevel(left=17, total=20)


def test_where_the_database_cannot_be_read_nobody_claims_to_know_the_numbers(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    pc.vault.close()
    pc.paths.database.write_bytes(b"no database")
    assert not pc.restore(backup, ADMINISTRATOR, None).numbers_known


def test_a_backup_opens_on_another_machine_with_the_recovery_code(
    pc: Branch, new_pc: BackedUpBranch, siti: Member
) -> None:
    stored(pc, siti)
    pc.paths.settings.write_text('{"branch": "Cabang Surabaya", "counter": "Loket 1"}')
    backup, manifest = pc.backed_up()
    pc.vault.close()
    shutil.rmtree(pc.base)
    inside = new_pc.look_inside(backup, ByRecoveryCode(pc.code), None)
    assert inside.comparison.stands is Compared.NOTHING_HERE
    restored = new_pc.restore(backup, ByRecoveryCode(pc.code), None)
    assert restored.safety_copy is None
    assert new_pc.vault.state() is VaultState.READY
    new_pc.vault.open_with_recovery_code(pc.code)
    new_pc.vault.set_password(AGUS, "kata sandi yang baru", one_time=False)
    new_pc.vault.close()
    new_pc.vault.open(AGUS.id, "kata sandi yang baru")
    assert (unsound(new_pc.file), members(new_pc)) == ([], 1)
    [entry] = new_pc.journalled(Action.RESTORED)
    assert entry.officer_id == THE_PROGRAM
    assert Settings.load(new_pc.paths.settings).branch == "Cabang Surabaya"
    assert manifest.counts.members == 1


def test_the_settings_of_this_pc_stay(pc: Branch) -> None:
    Settings(counter="Loket 1").save(pc.paths.settings)
    backup, _ = pc.backed_up()
    Settings(counter="Loket 2").save(pc.paths.settings)
    pc.restore(backup, ADMINISTRATOR, AGUS)
    assert Settings.load(pc.paths.settings).counter == "Loket 2"


def test_after_a_restore_the_line_left_behind_is_told(pc: Branch) -> None:
    old, _ = pc.backed_up()
    pc.happens()
    left_behind, _ = pc.backed_up()
    pc.restore(old, ADMINISTRATOR, AGUS)
    pc.vault.open(AGUS.id, PASSWORD)
    for _ in range(2):
        comparison = pc.look_inside(left_behind, ADMINISTRATOR, AGUS).comparison
        assert comparison.stands is Compared.OTHER_LINE
        for _ in range(5):
            pc.happens()


def test_missing_and_damaged_attachments_come_back_and_others_stay(pc: Branch) -> None:
    folder = pc.paths.attachments
    (folder / "2026").mkdir(parents=True)
    kept = {"2026/aa.enc": b"first", "2026/bb.enc": b"second"}
    for name, content in kept.items():
        (folder / name).write_bytes(content)
    backup, _ = pc.backed_up()
    (folder / "2026/aa.enc").unlink()
    flip_a_bit(folder / "2026/bb.enc")
    (folder / "2026/cc.enc").write_bytes(b"later")
    pc.restore(backup, ADMINISTRATOR, AGUS)
    assert {name.replace("\\", "/"): content for name, content in everything(folder).items()} == {
        **kept,
        "2026/cc.enc": b"later",
    }


def test_a_damaged_attachment_in_the_backup_keeps_nothing_else_from_coming_back(pc: Branch) -> None:
    pc.paths.attachments.mkdir()
    for name in ("aa.enc", "bb.enc"):
        (pc.paths.attachments / name).write_bytes(name.encode())
    backup, _ = pc.backed_up()
    flip_a_bit(backup.folder / "lampiran" / "aa.enc")
    shutil.rmtree(pc.paths.attachments)
    assert pc.look_inside(backup, ADMINISTRATOR, AGUS).lost_attachments == 1
    pc.restore(backup, ADMINISTRATOR, AGUS)
    assert everything(pc.paths.attachments) == {"bb.enc": b"bb.enc"}


def test_attachments_come_back_from_a_medium_without_links(
    pc: Branch, new_pc: BackedUpBranch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise PermissionError(1, "not on this medium")

    monkeypatch.setattr("os.link", refuse)
    pc.paths.attachments.mkdir()
    (pc.paths.attachments / "aa.enc").write_bytes(b"first")
    backup, _ = pc.backed_up()
    new_pc.restore(backup, ByRecoveryCode(pc.code), None)
    assert everything(new_pc.paths.attachments) == {"aa.enc": b"first"}


def test_a_damaged_database_is_replaced(pc: Branch, siti: Member) -> None:
    stored(pc, siti)
    backup, _ = pc.backed_up()
    pc.vault.close()
    pc.paths.database.write_bytes(b"nothing that was ever a database")
    restored = pc.restore(backup, ByRecoveryCode(pc.code), None)
    pc.vault.open(AGUS.id, PASSWORD)
    assert (unsound(pc.file), members(pc)) == ([], 1)
    assert restored.safety_copy is not None
    assert (restored.safety_copy / "loket.db").read_bytes() == b"nothing that was ever a database"


def test_an_old_log_never_meets_the_restored_database(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    pc.vault.close()
    log = pc.base / "loket.db-wal"
    log.write_bytes(b"of the old database")
    restored = pc.restore(backup, ByRecoveryCode(pc.code), None)
    assert restored.safety_copy is not None
    assert (restored.safety_copy / "loket.db-wal").read_bytes() == b"of the old database"
    assert not log.exists()


@pytest.mark.parametrize("stage", [BackupStage.VERIFYING, BackupStage.PUTTING_BACK])
def test_a_cancelled_restore_changes_nothing(pc: Branch, stage: BackupStage) -> None:
    backup, _ = pc.backed_up()
    before = {file.name for file in pc.base.iterdir()} | {"loket.lockout"}

    def watch(progress: BackupProgress) -> bool:
        return progress.stage is not stage

    with pytest.raises(Cancelled):
        pc.restore(backup, ADMINISTRATOR, AGUS, watch)
    assert {file.name for file in pc.base.iterdir()} == before
    pc.happens()


def test_a_medium_pulled_out_during_a_restore_changes_nothing(pc: Branch) -> None:
    backup, _ = pc.backed_up()
    away = pc.usb.with_name("away")

    def pull(progress: BackupProgress) -> bool:
        if progress.stage is BackupStage.PUTTING_BACK and pc.usb.exists():
            pc.usb.rename(away)
        return True

    told = refused(lambda: pc.restore(backup, ADMINISTRATOR, AGUS, pull))
    assert told.problem is Problem.BACKUP_UNREADABLE
    assert not list(pc.base.glob("pemulihan*"))
    pc.happens()


def test_a_restore_that_finds_no_room_says_so_before_anything_is_shut(
    pc: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, _ = pc.backed_up()
    monkeypatch.setattr("db.restore._ROOM_LEFT", 1 << 60)
    assert refused(lambda: pc.restore(backup, ADMINISTRATOR, AGUS)).problem is Problem.DISK_FULL
    pc.happens()


# killed in between


class _Killed(BaseException):
    pass


def test_a_restore_killed_between_any_two_renames_is_the_old_or_the_new_one(
    pc: Branch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pc.base / "loket.keys.previous").write_bytes(pc.paths.slots.read_bytes())
    backup, _ = pc.backed_up()
    pc.happens(Action.CLOCK_MOVED)
    pc.vault.close()
    replace_file, rename, ends = Path.replace, Path.rename, []
    for moves in range(100):
        here = BackedUpBranch(tmp_path / f"pc {moves}", pc.usb)
        shutil.copytree(pc.base, here.base, dirs_exist_ok=True)
        left = [moves]

        def one_more(how: Callable[[Path, Path], Path], old: Path, to: Path, left: list[int] = left) -> Path:
            if not left[0]:
                raise _Killed
            left[0] -= 1
            return how(old, to)

        monkeypatch.setattr(Path, "replace", lambda old, to: one_more(replace_file, old, Path(to)))
        monkeypatch.setattr(Path, "rename", lambda old, to: one_more(rename, old, Path(to)))
        try:
            here.restore(backup, ByRecoveryCode(pc.code), None)
            finished = True
        except _Killed:
            finished = False
        finally:
            monkeypatch.undo()
        here.vault.close()
        decided = finish_interrupted_restore(here.paths)
        here.vault.open(AGUS.id, PASSWORD)
        assert unsound(here.file) == []
        new = bool(here.journalled(Action.RESTORED))
        assert new is not bool(here.journalled(Action.CLOCK_MOVED))
        assert new or not decided
        here.vault.close()
        assert not list(here.base.glob("pemulihan*"))
        ends.append(new)
        if finished:
            break
    assert ends == sorted(ends)
    assert (ends[0], ends[-1]) == (False, True)
    assert ends.count(True) > 5, "it was never killed between two renames"


def test_what_was_only_prepared_is_taken_away(pc: Branch) -> None:
    (pc.base / "pemulihan.disiapkan").mkdir()
    (pc.base / "pemulihan.disiapkan" / "loket.db").write_bytes(b"half")
    assert finish_interrupted_restore(pc.paths) is False
    assert not (pc.base / "pemulihan.disiapkan").exists()


def test_a_folder_without_any_restore_is_left_alone(tmp_path: Path) -> None:
    assert finish_interrupted_restore(Paths(tmp_path / "new")) is False
    assert not (tmp_path / "new").exists()
