"""Keep a scan with a person's papers, show it again, and clear away what a crash left of one."""

import hashlib
from dataclasses import dataclass

from app.archive.attachment import Attachment, AttachmentKind, Scan
from app.clock import Clock
from app.ports import AttachmentFiles, Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View


@dataclass(frozen=True, slots=True)
class KeepAttachment:
    """First the encrypted file, safely on the disk, then the row with its key: killed in between, a marked
    file is left that nobody can open."""

    begin: Begin
    clock: Clock
    files: AttachmentFiles

    def __call__(
        self, scan: Scan, kind: AttachmentKind, by: Officer, *, member_id: int, visit_id: int | None = None
    ) -> Attachment:
        """``scan`` was drawn anew by ``read_scan``; its findings were shown and are journalled."""
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        sealed = self.files.seal(scan.content)
        with self.begin() as work:
            attachment = work.attachments.add(
                Attachment(
                    kind=kind,
                    media=scan.media,
                    member_id=work.members.by_id(member_id).id,
                    visit_id=visit_id,
                    sha256=hashlib.sha256(scan.content).hexdigest(),
                    bytes=len(scan.content),
                    at=now,
                    officer_id=by.id,
                ),
                sealed,
            )
            facts = {"kind": kind.value, "pages": str(len(scan.pages))}
            if scan.findings:
                facts["findings"] = " ".join(finding.code for finding in scan.findings)
            work.journal.add(
                Entry(now, by.id, Action.ATTACHMENT_KEPT, f"attachment:{attachment.id}", facts, (member_id,))
            )
            work.commit()
        self.files.settle(sealed.name)
        return attachment


@dataclass(frozen=True, slots=True)
class AttachmentsOf:
    """What papers there are of a person, without their content."""

    look: Begin
    shown: PersonsShown

    def __call__(self, member_id: int, by: Officer) -> tuple[Attachment, ...]:
        permit(by, Right.SERVE_VISIT)
        self.shown.tell(by, View.PERSON, [member_id])
        with self.look() as work:
            return work.attachments.of_member(member_id)


@dataclass(frozen=True, slots=True)
class OpenAttachment:
    """The journal knows who saw it before they do."""

    begin: Begin
    clock: Clock
    files: AttachmentFiles

    def __call__(self, attachment_id: int, by: Officer) -> bytes:
        """The whole document, or ``YourEnvironment(ATTACHMENT_DAMAGED)``."""
        permit(by, Right.SEE_NUMBERS)
        with self.begin() as work:
            attachment, sealed = work.attachments.by_id(attachment_id), work.attachments.sealed(attachment_id)
            whose = () if attachment.member_id is None else (attachment.member_id,)
            work.journal.add(
                Entry(
                    self.clock(),
                    by.id,
                    Action.ATTACHMENT_OPENED,
                    f"attachment:{attachment_id}",
                    {"kind": attachment.kind.value},
                    whose,
                )
            )
            work.commit()
        return self.files.open(sealed)


@dataclass(frozen=True, slots=True)
class ClearLeftFiles:
    """At the start, before anybody keeps one: what a crash left of a paper that was never kept."""

    look: Begin
    files: AttachmentFiles

    def __call__(self) -> int:
        """How many were cleared away."""
        cleared = 0
        for name in self.files.unsettled():
            with self.look() as work:
                kept = work.attachments.has_file(name)
            if kept:
                self.files.settle(name)
            else:
                self.files.remove(name)
                cleared += 1
        return cleared
