"""A counter killed while it keeps papers: what was acknowledged opens, and nothing else lies about."""

import hashlib
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from app.archive.attachment import Attachment, AttachmentKind, MediaType, Scan
from app.archive.keep_attachment import ClearLeftFiles, KeepAttachment, OpenAttachment
from app.errors import LoketError
from app.paths import Paths
from db.attachments import AttachmentFolder
from db.branch_file import BranchFile
from main import system_clock
from tests.builders import visitors
from tests.faults.counter_worker import register
from tests.faults.fault_run import FaultRun
from tests.faults.killed import killed_at_random
from tests.faults.long_day import FRONTLINER, begin_long_day, opened
from tests.faults.soundness import unsound

_LARGEST = 400_000


def keep_until_killed(base: Path, fact: tuple[int, int], say: Connection) -> None:
    """Keep paper after paper of one person, saying each number and hash only once it is kept."""
    member_id, seed = fact
    file, _, _ = opened(base)
    files, chance = AttachmentFolder(Paths(base).attachments), Random(seed)
    ClearLeftFiles(file.look, files)()
    keep = KeepAttachment(file.begin, system_clock, files)
    while True:
        content = chance.randbytes(chance.randrange(_LARGEST))
        scan = Scan(MediaType.JPEG, content, ())
        kept = keep(scan, AttachmentKind.OTHER, FRONTLINER, member_id=member_id)
        say.send((kept.id, hashlib.sha256(content).hexdigest()))


def kill_keeping(base: Path, kills: int, seed: int = 23) -> FaultRun:
    """I1 no acknowledged paper lost and none half there, I5 and I6."""
    begin_long_day(base)
    file, parts, _ = opened(base)
    [person] = visitors(1)
    member_id = register(parts, FRONTLINER, *person).member.id
    file.close()
    chance = Random(seed)
    acknowledged: dict[int, str] = {}
    for turn in range(kills):
        acknowledged.update(killed_at_random(keep_until_killed, base, (member_id, turn), chance, longest=0.2))
    file, _, _ = opened(base)
    files = AttachmentFolder(Paths(base).attachments)
    ClearLeftFiles(file.look, files)()
    with file.look() as work:
        stored = work.attachments.of_member(member_id)
    wrong = [*unsound(file), *(told for paper in stored if (told := _unreadable(file, files, paper)))]
    hashes = {paper.id: paper.sha256 for paper in stored}
    wrong += [
        f"I1 paper {number} is lost"
        for number, sha256 in acknowledged.items()
        if hashes.get(number) != sha256
    ]
    lying = list(Paths(base).attachments.iterdir())
    if len(lying) != len(stored):
        wrong.append(f"{len(lying)} files lie there for {len(stored)} papers")
    file.close()
    return FaultRun(kills, len(acknowledged), tuple(wrong))


def _unreadable(file: BranchFile, files: AttachmentFolder, paper: Attachment) -> str:
    try:
        content = OpenAttachment(file.begin, system_clock, files)(paper.id, FRONTLINER)
    except LoketError as error:
        return f"I1 paper {paper.id}: {error.problem}"
    return "" if hashlib.sha256(content).hexdigest() == paper.sha256 else f"I1 paper {paper.id} is another"
