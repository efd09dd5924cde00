"""A draft is opened by a mail program as a mail to be sent, with its papers in it."""

import email
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.policy import default

from app.exchange.mail_draft import MailDraft, mail_bytes

AT = datetime(2026, 11, 20, 14, 32, tzinfo=timezone(timedelta(hours=7)))
DRAFT = MailDraft(
    "hrd@sumber-rejeki.example",
    "Kartu peserta 13007478 PT Ümlaut\nBcc: lain@example",
    "Yth. PT Sumber Rejeki\n\nBersama ini …\n",
    AT,
    (("13007478_2026-11-20_kartu.pdf", b"%PDF-1.4 kartu"), ("tanda-terima.pdf", b"%PDF-1.4 tanda")),
)


def read(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_it_is_a_draft_to_the_company_with_both_papers() -> None:
    mail = read(mail_bytes(DRAFT))
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "hrd@sumber-rejeki.example"
    assert "From" not in mail
    body = mail.get_body()
    assert body is not None
    assert body.get_content().splitlines() == ["Yth. PT Sumber Rejeki", "", "Bersama ini …"]
    papers = [(part.get_filename(), part.get_content()) for part in mail.iter_attachments()]
    assert papers == list(DRAFT.attachments)


def test_a_name_with_a_line_break_adds_no_header() -> None:
    mail = read(mail_bytes(DRAFT))
    assert "Bcc" not in mail
    assert mail["Subject"] == "Kartu peserta 13007478 PT Ümlaut Bcc: lain@example"


def test_an_odd_address_is_left_to_the_officer() -> None:
    for odd in ("", "bukan alamat", "a@b\nBcc: c@d"):
        mail = read(mail_bytes(MailDraft(odd, "Kartu", "Isi", AT, ())))
        assert "To" not in mail
        assert "Bcc" not in mail


def test_the_same_draft_gives_the_same_bytes() -> None:
    assert mail_bytes(DRAFT) == mail_bytes(DRAFT)
