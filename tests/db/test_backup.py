"""A backup on the second medium is whole, encrypted, proven and named, or it is not there at all."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import LoketError, Problem
from app.members.member import Member
from app.trust.backup import BackupProgress, BackupStage, Cancelled, FoundBackup, Manifest, never_mind
from app.trust.journal import Action, Entry
from app.trust.make_backup import BackupOrder
from db.open_backup import NotAsItSays, found_backup
from tests.backups import RINA, BackedUpBranch, flip_a_bit, prove
from tests.builders import MORNING
from tests.vaults import PASSWORD


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[BackedUpBranch]:
    pc = BackedUpBranch(tmp_path / "pc", tmp_path / "usb")
    pc.founded()
    yield pc
    pc.vault.close()


@pytest.fixture
def attachment(pc: BackedUpBranch) -> Path:
    file = pc.paths.attachments / "0f3a.enc"
    file.parent.mkdir()
    file.write_bytes(os.urandom(5_000))
    return file


def at(stage: BackupStage, act: Callable[[], object]) -> Callable[[BackupProgress], bool]:
    """Watches, and acts once when that stage begins."""
    done: list[bool] = []

    def watch(progress: BackupProgress) -> bool:
        if progress.stage is stage and not done:
            done.append(True)
            act()
        return True

    return watch


def refused(call: Callable[[], object]) -> LoketError:
    with pytest.raises(LoketError) as told:
        call()
    return told.value


def test_the_manifest_says_what_is_inside(pc: BackedUpBranch, attachment: Path, siti: Member) -> None:
    with pc.file.begin() as work:
        work.members.add(siti)
        work.commit()
    pc.paths.settings.write_text('{"branch": "Cabang Surabaya"}')
    backup, manifest = pc.backed_up()
    assert backup.folder.name == "loket-cadangan-2026-11-20_090001"
    assert sorted(file.name for file in backup.folder.iterdir()) == [
        *("lampiran", "lampiran.sha256", "loket.db", "loket.keys", "manifest.json", "settings.json"),
    ]
    assert (manifest.branch, manifest.counter, manifest.made_by) == ("Cabang Surabaya", "Loket 1", 0)
    assert (manifest.number, manifest.attachments, manifest.attachment_bytes) == (1, 1, 5_000)
    assert (manifest.counts.members, manifest.counts.entries) == (1, manifest.head.length)
    assert manifest.database_id == pc.vault.database_id
    assert (backup.folder / "lampiran" / attachment.name).read_bytes() == attachment.read_bytes()


def test_no_byte_written_for_a_backup_tells_a_name_at_any_moment(
    pc: BackedUpBranch, siti: Member, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pc.file.begin() as work:
        work.members.add(siti)
        work.commit()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    looked_at = set()

    def look(_progress: BackupProgress) -> bool:
        for file in (*pc.usb.rglob("*"), *temporary.rglob("*")):
            looked_at.add(file.name)
            content = file.read_bytes() if file.is_file() else b""
            for planted in (b"SITI", b"RAHMAWATI", siti.nik.digits.encode(), b"SQLite format"):
                assert planted not in content, file
        return True

    pc.back_up(None, look)
    look(BackupProgress(BackupStage.COPYING, 0, 0))
    assert {"loket.db", "loket.keys", "manifest.json"} <= looked_at
    assert list(temporary.iterdir()) == []


def test_the_counter_works_on_while_the_copy_is_made(pc: BackedUpBranch) -> None:
    for _ in range(50):
        pc.happens()
    pc.back_up(None, at(BackupStage.COPYING, pc.happens))
    backup, manifest = pc.backed_up()
    prove(pc, backup)
    with pc.file.look() as work:
        assert work.journal.at(manifest.head.length) == manifest.head


@pytest.mark.parametrize("stage", [BackupStage.COPYING, BackupStage.ATTACHMENTS, BackupStage.VERIFYING])
def test_a_cancelled_backup_leaves_nothing(pc: BackedUpBranch, attachment: Path, stage: BackupStage) -> None:
    assert attachment.exists()
    with pytest.raises(Cancelled):
        pc.back_up(None, lambda progress: progress.stage is not stage)
    assert pc.on_the_medium() == []
    pc.back_up(None)


@pytest.mark.parametrize("stage", [BackupStage.COPYING, BackupStage.ATTACHMENTS, BackupStage.VERIFYING])
def test_a_medium_pulled_out_in_the_middle_is_missing_and_the_next_backup_clears_it(
    pc: BackedUpBranch, attachment: Path, stage: BackupStage
) -> None:
    assert attachment.exists()
    away = pc.usb.with_name("away")
    told = refused(lambda: pc.back_up(None, at(stage, lambda: pc.usb.rename(away))))
    assert told.problem is Problem.BACKUP_FOLDER_MISSING
    assert not pc.usb.exists(), "it was made anew on the disk below"
    away.rename(pc.usb)
    [left] = pc.on_the_medium()
    assert left.startswith("loket-belum-selesai-")
    backup, _ = pc.backed_up()
    assert pc.on_the_medium() == [backup.folder.name]


def test_a_medium_that_gives_back_something_else_is_told_and_nothing_stays(pc: BackedUpBranch) -> None:
    def rot() -> None:
        [growing] = pc.usb.iterdir()
        flip_a_bit(growing / "loket.db")

    told = refused(lambda: pc.back_up(None, at(BackupStage.VERIFYING, rot)))
    assert (told.problem, told.facts["part"]) == (Problem.BACKUP_NOT_VERIFIED, "loket.db")
    assert pc.on_the_medium() == []
    [entry] = pc.journalled(Action.BACKUP_FAILED)
    assert entry.facts == {"problem": "backup_not_verified"}


def test_a_medium_slower_than_a_floppy_disk_is_told(
    pc: BackedUpBranch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.backup_pace._START", -1e9)
    assert refused(lambda: pc.back_up(None)).problem is Problem.BACKUP_TOO_SLOW
    assert pc.on_the_medium() == []


def test_a_damaged_database_is_not_blamed_on_the_medium(pc: BackedUpBranch, siti: Member) -> None:
    with pc.file.begin() as work:
        for _ in range(2_000):
            work.journal.add(_entry())
        work.commit()
    pc.vault.close()
    flip_a_bit(pc.paths.database)
    pc.vault.open(1, PASSWORD)
    assert refused(lambda: pc.medium.write(_order(pc), never_mind)).problem is Problem.DATABASE_DAMAGED
    assert pc.on_the_medium() == []


def test_only_the_newest_are_kept_and_nothing_else_is_touched(pc: BackedUpBranch, tmp_path: Path) -> None:
    other = BackedUpBranch(tmp_path / "other pc", pc.usb)
    other.founded()
    for _ in range(3):
        other.backed_up()
    other.vault.close()
    strange = pc.usb / "loket-cadangan-2020-01-01_000000"
    strange.mkdir()
    (strange / "foto.jpg").write_bytes(b"a person's own")
    (pc.usb / "Dokumen").mkdir()
    before = set(pc.on_the_medium())
    pc.keep = 2
    pc.clock.passes(hours=1)
    made = [pc.backed_up()[0].folder.name for _ in range(4)]
    assert set(pc.on_the_medium()) == before | set(made[-2:])


def test_two_pcs_of_one_branch_keep_their_own_backups_on_one_medium(
    pc: BackedUpBranch, tmp_path: Path
) -> None:
    second = BackedUpBranch(tmp_path / "second pc", pc.usb, keep=1)
    first, _ = pc.backed_up()
    pc.vault.close()
    shutil.copytree(pc.base, second.base, dirs_exist_ok=True)
    second.vault.open(1, PASSWORD)
    second.clock.passes(hours=1)
    back_up = replace(second.back_up, counter="Loket 2")
    names = []
    for _ in range(3):
        second.clock.passes(seconds=1)
        names.append(back_up(None).folder.name)
    second.vault.close()
    assert pc.on_the_medium() == [first.folder.name, names[-1]]


def test_a_clock_set_back_takes_away_no_new_backup(pc: BackedUpBranch) -> None:
    pc.keep = 2
    for _ in range(2):
        pc.backed_up()
    pc.clock.passes(days=-9_000)
    newest, _ = pc.backed_up()
    prove(pc, newest)
    second, manifest = pc.backed_up()
    assert manifest.number == 4
    assert pc.on_the_medium() == sorted([newest.folder.name, second.folder.name])


def test_two_backups_of_one_second_get_two_names(pc: BackedUpBranch) -> None:
    first, second = pc.back_up(None), pc.back_up(None)
    assert second.folder.name == f"{first.folder.name}-2"


def test_an_old_backup_the_medium_does_not_let_go_is_counted(
    pc: BackedUpBranch, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc.keep = 1
    old, _ = pc.backed_up()
    rename = Path.rename

    def held(path: Path, to: Path) -> Path:
        if path == old.folder:
            raise PermissionError(13, "in use")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", held)
    pc.backed_up()
    assert pc.journalled(Action.BACKED_UP)[-1].facts["not_removed"] == "1"
    assert old.folder.exists()


def test_what_another_branch_has_begun_on_the_medium_is_left_alone(pc: BackedUpBranch) -> None:
    begun = pc.usb / f"loket-belum-selesai-{'ab' * 8}-00000000"
    begun.mkdir()
    pc.backed_up()
    assert begun.exists()


def test_an_attachment_that_lies_on_the_medium_already_is_not_copied_again(
    pc: BackedUpBranch, attachment: Path
) -> None:
    first, _ = pc.backed_up()
    new = attachment.with_name("77aa.enc")
    new.write_bytes(b"new")
    second, manifest = pc.backed_up()
    carried = [backup.folder / "lampiran" / attachment.name for backup in (first, second)]
    assert carried[0].samefile(carried[1])
    assert (second.folder / "lampiran" / new.name).read_bytes() == b"new"
    assert manifest.attachments == 2
    prove(pc, second)


def test_an_attachment_that_rotted_on_the_medium_is_copied_anew(pc: BackedUpBranch, attachment: Path) -> None:
    first, _ = pc.backed_up()
    flip_a_bit(first.folder / "lampiran" / attachment.name)
    second, _ = pc.backed_up()
    assert (second.folder / "lampiran" / attachment.name).read_bytes() == attachment.read_bytes()
    prove(pc, second)


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A medium such as most USB sticks are."""

    def refused(*_paths: object) -> None:
        raise PermissionError(1, "not on this medium")

    monkeypatch.setattr(os, "link", refused)


def test_a_medium_without_links_holds_each_attachment_once(
    pc: BackedUpBranch, attachment: Path, no_links: None
) -> None:
    pc.keep = 2
    first, _ = pc.backed_up()
    attachment.with_name("77aa.enc").write_bytes(b"new")
    second, manifest = pc.backed_up()
    pool = [name for name in pc.on_the_medium() if name.startswith("loket-lampiran-")]
    assert pc.on_the_medium() == [first.folder.name, second.folder.name, *pool]
    held = sorted(file.name for file in (pc.usb / pool[0]).rglob("*") if file.is_file())
    assert held == ["0f3a.enc", "77aa.enc"]
    assert (manifest.attachments, manifest.attachment_bytes) == (2, 5_003)
    prove(pc, first)
    prove(pc, second)
    flip_a_bit(pc.usb / pool[0] / "lampiran" / attachment.name)
    with pytest.raises(NotAsItSays):
        prove(pc, second)
    mended, _ = pc.backed_up()
    prove(pc, mended)


def test_a_medium_without_links_loses_what_no_backup_needs_any_more(
    pc: BackedUpBranch, attachment: Path, no_links: None
) -> None:
    pc.keep = 2
    pc.backed_up()
    attachment.unlink()
    pc.backed_up()
    [held] = pc.usb.glob("loket-lampiran-*/lampiran/*")
    pc.backed_up()
    assert not held.exists()
    strange = pc.usb / "loket-cadangan-2020-01-01_000000"
    strange.mkdir()
    attachment.write_bytes(b"once more")
    pc.backed_up()
    attachment.unlink()
    for _ in range(3):
        pc.backed_up()
    assert held.exists(), "a backup nobody can read may need it"


def test_an_attachment_erased_meanwhile_is_left_out(pc: BackedUpBranch, attachment: Path) -> None:
    attachment.with_name("77aa.enc").write_bytes(b"erased while the others are copied")
    erase = attachment.with_name("77aa.enc").unlink
    _, manifest = _written(pc, at(BackupStage.ATTACHMENTS, erase))
    assert manifest.attachments == 1


def test_nothing_but_the_branchs_own_files_goes_out(pc: BackedUpBranch, attachment: Path) -> None:
    attachment.with_name(".hidden").write_bytes(b"")
    attachment.with_name("kartu keluarga siti.pdf").write_bytes(b"")
    _, manifest = pc.backed_up()
    assert manifest.attachments == 1


@pytest.mark.parametrize(
    "name",
    ["loket.db", "loket.keys", "settings.json", "lampiran.sha256", "manifest.json", "lampiran/0f3a.enc"],
)
def test_a_flipped_bit_in_any_file_is_found(pc: BackedUpBranch, attachment: Path, name: str) -> None:
    pc.paths.settings.write_text("{}")
    backup, _ = pc.backed_up()
    prove(pc, backup)
    flip_a_bit(backup.folder / name)
    with pytest.raises(NotAsItSays) as told:
        prove(pc, backup)
    assert told.value.part == name


@pytest.mark.parametrize("name", ["loket.db", "loket.keys", "lampiran.sha256", "manifest.json"])
def test_a_missing_file_is_found(pc: BackedUpBranch, name: str) -> None:
    backup, _ = pc.backed_up()
    (backup.folder / name).unlink()
    with pytest.raises(NotAsItSays) as told:
        prove(pc, backup)
    assert told.value.part == name


def test_a_manifest_rewritten_to_fit_another_database_is_found(pc: BackedUpBranch) -> None:
    """An older copy, whole by itself, cannot pass for the newer one without the key."""
    old, _ = pc.backed_up()
    pc.happens()
    new, manifest = pc.backed_up()
    (new.folder / "loket.db").write_bytes((old.folder / "loket.db").read_bytes())
    facts = json.loads((new.folder / "manifest.json").read_text())
    facts["files"][0] = json.loads((old.folder / "manifest.json").read_text())["files"][0]
    (new.folder / "manifest.json").write_text(json.dumps(facts))
    forged = found_backup(new.folder)
    with pytest.raises(NotAsItSays) as told:
        prove(pc, forged)
    assert told.value.part == "manifest.json"
    assert forged.manifest != manifest


def test_a_shut_branch_is_not_backed_up(pc: BackedUpBranch) -> None:
    pc.vault.close()
    assert refused(lambda: pc.medium.write(_order(pc), never_mind)).problem is Problem.DATABASE_LOCKED


def _order(pc: BackedUpBranch) -> BackupOrder:
    return BackupOrder(pc.usb, pc.clock(), 0, "Cabang Surabaya", "Loket 1")


def _written(pc: BackedUpBranch, watch: Callable[[BackupProgress], bool]) -> tuple[FoundBackup, Manifest]:
    backup = pc.back_up(None, watch)
    assert backup.manifest is not None
    return backup, backup.manifest


def _entry() -> Entry:
    return Entry(MORNING, RINA.id, Action.VISIT_STEP, "visit:1")
