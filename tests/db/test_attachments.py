"""A scan kept with a person's papers: row and file agree whatever happens, and no file betrays anything."""

import secrets
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.archive.attachment import AttachmentKind, MediaType, PageLook, Scan, SealedFile
from app.archive.keep_attachment import AttachmentsOf, ClearLeftFiles, KeepAttachment, OpenAttachment
from app.errors import Problem, RuleBroken, YourEnvironment
from app.members.member import Member
from app.members.membership import Membership
from app.ports import Begin, JournalWish
from app.trust.journal import Action, Entry
from app.trust.officer import Officer, Role
from app.trust.person_shown import PersonsShown
from db.attachments import AttachmentFolder
from tests.db.conftest import NOW

PAGE = PageLook(1240, 1754, 250, 200, 60.0)
KTP = Scan(MediaType.JPEG, b"\xff\xd8\xff NIK 3578014105900001 SITI RAHMAWATI" * 9_000, (PAGE,))
"""Some 360 kilobytes: several chunks."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "lampiran"


@pytest.fixture
def files(folder: Path) -> AttachmentFolder:
    return AttachmentFolder(folder)


@pytest.fixture
def keep(begin: Begin, files: AttachmentFolder) -> KeepAttachment:
    return KeepAttachment(begin, lambda: NOW, files)


@pytest.fixture
def open_it(begin: Begin, files: AttachmentFolder) -> OpenAttachment:
    return OpenAttachment(begin, lambda: NOW, files)


@pytest.fixture
def member_id(store: Callable[..., Membership], siti: Member) -> int:
    return store(siti).member_id


def newest(begin: Begin) -> Entry:
    with begin() as work:
        return work.journal.find(JournalWish(), 1)[0].entry


def damaged(problem: Callable[[], object]) -> bool:
    with pytest.raises(YourEnvironment) as told:
        problem()
    return told.value.problem is Problem.ATTACHMENT_DAMAGED


def test_a_kept_scan_is_opened_as_it_was(
    keep: KeepAttachment, open_it: OpenAttachment, rina: Officer, member_id: int
) -> None:
    kept = keep(KTP, AttachmentKind.IDENTITY_CARD, rina, member_id=member_id)
    assert (kept.bytes, kept.media, kept.at) == (len(KTP.content), MediaType.JPEG, NOW)
    assert open_it(kept.id, rina) == KTP.content


def test_the_journal_knows_who_kept_and_who_saw_whose_paper(
    begin: Begin, keep: KeepAttachment, open_it: OpenAttachment, rina: Officer, member_id: int
) -> None:
    blurred = Scan(MediaType.JPEG, b"x", (PageLook(1240, 1754, 250, 200, 1.0),))
    kept = keep(blurred, AttachmentKind.OTHER, rina, member_id=member_id)
    entry = newest(begin)
    assert (entry.action, entry.members) == (Action.ATTACHMENT_KEPT, (member_id,))
    assert entry.facts == {"kind": "other", "pages": "1", "findings": "scan_blurred"}
    open_it(kept.id, rina)
    entry = newest(begin)
    assert (entry.action, entry.subject) == (Action.ATTACHMENT_OPENED, f"attachment:{kept.id}")
    assert entry.members == (member_id,)


def test_a_persons_papers_are_listed_newest_first(
    begin: Begin, keep: KeepAttachment, rina: Officer, member_id: int
) -> None:
    first = keep(KTP, AttachmentKind.IDENTITY_CARD, rina, member_id=member_id)
    second = keep(KTP, AttachmentKind.FAMILY_CARD, rina, member_id=member_id)
    papers = AttachmentsOf(begin, PersonsShown(begin, begin, lambda: NOW))
    assert papers(member_id, rina) == (second, first)


@pytest.mark.parametrize("role", [Role.SCREENING, Role.CARD_OPERATOR, Role.ADMINISTRATOR])
def test_who_does_not_serve_visitors_sees_no_papers(
    begin: Begin, keep: KeepAttachment, open_it: OpenAttachment, rina: Officer, member_id: int, role: Role
) -> None:
    kept = keep(KTP, AttachmentKind.IDENTITY_CARD, rina, member_id=member_id)
    other = Officer("Budi", role, 99)
    papers = AttachmentsOf(begin, PersonsShown(begin, begin, lambda: NOW))
    for attempt in (
        lambda: keep(KTP, AttachmentKind.OTHER, other, member_id=member_id),
        lambda: open_it(kept.id, other),
        lambda: papers(member_id, other),
    ):
        with pytest.raises(RuleBroken) as refused:
            attempt()
        assert refused.value.problem is Problem.NOT_ALLOWED


def test_the_file_tells_neither_what_it_holds_nor_whose_it_is(
    keep: KeepAttachment, rina: Officer, member_id: int, folder: Path
) -> None:
    keep(KTP, AttachmentKind.IDENTITY_CARD, rina, member_id=member_id)
    (file,) = folder.iterdir()
    stored = file.read_bytes()
    for planted in (b"SITI", b"3578014105900001", b"\xff\xd8\xff"):
        assert planted not in stored
    assert len(file.stem) == 32
    assert "identity" not in file.name


def test_the_same_paper_twice_gives_two_files_that_have_nothing_in_common(
    files: AttachmentFolder, folder: Path
) -> None:
    one, other = files.seal(b"0" * 100_000), files.seal(b"0" * 100_000)
    assert one.key != other.key
    first, second = ((folder / sealed.name).read_bytes()[8:] for sealed in (one, other))
    assert not {first[place : place + 16] for place in range(0, 99_000, 16)} & {
        second[place : place + 16] for place in range(0, 99_000, 16)
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(size=st.sampled_from([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]), data=st.data())
def test_every_changed_byte_is_found(
    files: AttachmentFolder, folder: Path, size: int, data: st.DataObject
) -> None:
    sealed = files.seal(bytes(size))
    file = folder / sealed.name
    whole = file.read_bytes()
    assert files.open(sealed) == bytes(size)
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[place] ^= 1 << data.draw(st.integers(0, 7))
    file.write_bytes(changed)
    assert damaged(lambda: files.open(sealed))
    file.write_bytes(whole[:place])
    assert damaged(lambda: files.open(sealed))
    file.write_bytes(whole + whole[8 : 8 + place])
    assert place == 0 or damaged(lambda: files.open(sealed))


def test_chunks_cannot_change_places_or_be_left_out(files: AttachmentFolder, folder: Path) -> None:
    sealed = files.seal(secrets.token_bytes(3 * 65_536))
    file, chunk = folder / sealed.name, 65_536 + 16
    mark, *chunks = [file.read_bytes()[:8]] + [
        file.read_bytes()[8 + place * chunk : 8 + (place + 1) * chunk] for place in range(3)
    ]
    for order in ([1, 0, 2], [0, 1], [0, 2], [0, 0, 1, 2], [0, 2, 1]):
        file.write_bytes(mark + b"".join(chunks[place] for place in order))
        assert damaged(lambda: files.open(sealed))


def test_a_file_under_another_name_or_key_opens_nothing(files: AttachmentFolder, folder: Path) -> None:
    one, other = files.seal(b"satu"), files.seal(b"dua")
    (folder / other.name).write_bytes((folder / one.name).read_bytes())
    assert damaged(lambda: files.open(other))
    assert damaged(lambda: files.open(SealedFile(other.name, one.key)))
    assert damaged(lambda: files.open(SealedFile("tidak-ada.enc", one.key)))


def test_a_crash_between_file_and_row_leaves_a_file_that_the_next_start_clears(
    begin: Begin,
    keep: KeepAttachment,
    open_it: OpenAttachment,
    files: AttachmentFolder,
    rina: Officer,
    member_id: int,
    folder: Path,
) -> None:
    kept = keep(KTP, AttachmentKind.IDENTITY_CARD, rina, member_id=member_id)
    with pytest.raises(RuleBroken):
        keep(KTP, AttachmentKind.OTHER, rina, member_id=member_id + 1)  # the row is refused
    assert len(list(folder.iterdir())) == 3  # two files and one mark
    assert ClearLeftFiles(begin, files)() == 1
    assert len(list(folder.iterdir())) == 1
    assert open_it(kept.id, rina) == KTP.content
    assert ClearLeftFiles(begin, files)() == 0


def test_a_crash_after_the_row_takes_only_the_mark_away(
    begin: Begin, open_it: OpenAttachment, files: AttachmentFolder, rina: Officer, member_id: int
) -> None:
    class Killed(AttachmentFolder):
        def settle(self, name: str) -> None:
            """Never came to it."""

    keep = KeepAttachment(begin, lambda: NOW, Killed(files._folder))
    kept = keep(KTP, AttachmentKind.IDENTITY_CARD, rina, member_id=member_id)
    assert len(files.unsettled()) == 1
    assert ClearLeftFiles(begin, files)() == 0
    assert files.unsettled() == frozenset()
    assert open_it(kept.id, rina) == KTP.content


def test_a_file_of_another_state_of_the_database_stays(begin: Begin, files: AttachmentFolder) -> None:
    sealed = files.seal(b"dari basis data sebelum pemulihan")
    files.settle(sealed.name)
    assert ClearLeftFiles(begin, files)() == 0
    assert files.open(sealed) == b"dari basis data sebelum pemulihan"


def test_a_branch_without_papers_has_nothing_to_clear(begin: Begin, files: AttachmentFolder) -> None:
    assert ClearLeftFiles(begin, files)() == 0


def test_a_disk_that_takes_no_file_keeps_no_row(
    begin: Begin, rina: Officer, member_id: int, tmp_path: Path
) -> None:
    (tmp_path / "penuh").write_text("no folder")
    keep = KeepAttachment(begin, lambda: NOW, AttachmentFolder(tmp_path / "penuh"))
    with pytest.raises(YourEnvironment) as told:
        keep(KTP, AttachmentKind.IDENTITY_CARD, rina, member_id=member_id)
    assert told.value.problem is Problem.FILE_NOT_WRITTEN
    with begin() as work:
        assert work.attachments.of_member(member_id) == ()


def test_keys_are_not_shown_by_chance() -> None:
    assert "geheim" not in repr(SealedFile("a.enc", b"geheim"))
    assert "SITI" not in repr(KTP)
