"""An e-mail for an officer to send later: a file that the mail program opens as a draft with attachments."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

_ADDRESS = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+")


@dataclass(frozen=True, slots=True)
class MailDraft:
    """``to`` may be empty, or no address at all: then the officer fills it in. ``attachments`` are PDFs by
    their file names."""

    to: str
    subject: str
    text: str
    at: datetime
    attachments: tuple[tuple[str, bytes], ...]


def mail_bytes(draft: MailDraft) -> bytes:
    """An ``.eml`` (RFC 5322). ``X-Unsent`` makes Outlook open it for sending instead of reading; there is no
    sender, because the mail program knows whose mailbox it is."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    if _ADDRESS.fullmatch(draft.to):
        mail["To"] = draft.to
    mail["Subject"] = " ".join(draft.subject.split())
    mail["Date"] = format_datetime(draft.at)
    mail.set_content(draft.text)
    for name, content in draft.attachments:
        mail.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    # a boundary drawn by chance would make the same draft another file each time
    mail.set_boundary(f"loket-{draft.at:%Y%m%d%H%M%S}-{len(draft.attachments)}")
    return mail.as_bytes()
