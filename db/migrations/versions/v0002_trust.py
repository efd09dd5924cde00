"""The chained journal, whom it touched, day closes, backups, attachments, legal holds and erasures."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.trust.journal import BEFORE_THE_FIRST, THE_PROGRAM, Action, Entry, following
from db.engine import refuse_changes, refuse_gaps
from db.search import forget_for_good

revision = "0002"
down_revision = "0001"

_AT_ONCE = 1_000
_WITH_MEMBER = """
SELECT at, officer_id, action, subject, facts, CASE substr(subject, 1, instr(subject, ':') - 1)
  WHEN 'member' THEN CAST(substr(subject, 8) AS INTEGER)
  WHEN 'membership' THEN (SELECT member_id FROM membership WHERE id = CAST(substr(subject, 12) AS INTEGER))
  WHEN 'visit' THEN (SELECT member_id FROM visit WHERE id = CAST(substr(subject, 7) AS INTEGER))
  WHEN 'card' THEN (SELECT member_id FROM card_job JOIN membership ON membership.id = membership_id
    WHERE card_job.id = CAST(substr(subject, 6) AS INTEGER))
  WHEN 'receipt' THEN (SELECT member_id FROM receipt JOIN visit ON visit.id = visit_id
    WHERE receipt.number = substr(subject, 9))
END AS member_id FROM journal_before ORDER BY id
"""


def upgrade() -> None:
    op.add_column("officer", sa.Column("removed_on", sa.Date(), nullable=True))
    op.add_column("member", sa.Column("erased_on", sa.Date(), nullable=True))
    op.add_column("card_job", sa.Column("reprint_note", sa.String(), nullable=False, server_default=""))
    _chain_the_journal()
    forget_for_good(op.get_bind())
    op.create_table(
        "day_close",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("good", sa.Integer(), nullable=False),
        sa.Column("spoiled", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("head_number", sa.Integer(), nullable=False),
        sa.Column("head_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["closed_by"], ["officer.id"], name=op.f("fk_day_close_closed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_close")),
    )
    op.create_index(op.f("ix_day_close_day"), "day_close", ["day"], unique=False)
    refuse_changes(op.get_bind(), "day_close")
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("placed_by", sa.Integer(), nullable=False),
        sa.Column("placed_at", sa.Text(), nullable=False),
        sa.Column("lifted_by", sa.Integer(), nullable=True),
        sa.Column("lifted_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["lifted_by"], ["officer.id"], name=op.f("fk_legal_hold_lifted_by")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_legal_hold_member_id")),
        sa.ForeignKeyConstraint(["placed_by"], ["officer.id"], name=op.f("fk_legal_hold_placed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
    )
    op.create_index(op.f("ix_legal_hold_member_id"), "legal_hold", ["member_id"], unique=False)
    op.create_table(
        "retention",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_retention")),
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("approved_by", sa.Integer(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("certificate_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["approved_by"], ["officer.id"], name=op.f("fk_erasure_approved_by")),
        sa.ForeignKeyConstraint(["by"], ["officer.id"], name=op.f("fk_erasure_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_attachment_member_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_attachment_officer_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_attachment_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("file", name=op.f("uq_attachment_file")),
    )
    op.create_index(op.f("ix_attachment_member_id"), "attachment", ["member_id"], unique=False)
    op.create_index(op.f("ix_attachment_visit_id"), "attachment", ["visit_id"], unique=False)
    op.create_table(
        "backup_made",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("folder_name", sa.String(), nullable=False),
        sa.Column("head_number", sa.Integer(), nullable=False),
        sa.Column("head_sha256", sa.String(), nullable=False),
        sa.Column("verified_at", sa.Text(), nullable=True),
        sa.Column("problem", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup_made")),
    )


def _chain_the_journal() -> None:
    """Every entry there was is bound to the one before it, in the order of their numbers."""
    connection = op.get_bind()
    for change in ("update", "delete"):
        op.execute(f"DROP TRIGGER journal_refuses_{change}")
    op.rename_table("journal", "journal_before")
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_journal_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_table(
        "journal_member",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["journal.id"], name=op.f("fk_journal_member_number")),
        sa.PrimaryKeyConstraint("number", "member_id", name=op.f("pk_journal_member")),
        sqlite_with_rowid=False,
    )
    head = BEFORE_THE_FIRST
    for rows in connection.exec_driver_sql(_WITH_MEMBER).partitions(_AT_ONCE):
        chained, touched, notes = [], [], []
        for row in rows:
            entry, note = _entry(row)
            head = following(head, entry)
            members = json.dumps(list(entry.members))
            chained.append(
                (
                    head.length,
                    row.at,
                    entry.at.date().isoformat(),
                    row.officer_id,
                    row.action,
                    row.subject,
                    json.dumps(entry.facts),
                    members,
                    head.sha256,
                )
            )
            touched += [(head.length, member_id) for member_id in entry.members]
            if note:
                notes.append((note, int(row.subject.partition(":")[2])))
        connection.exec_driver_sql("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", chained)
        if touched:
            connection.exec_driver_sql("INSERT INTO journal_member VALUES (?, ?)", touched)
        if notes:
            connection.exec_driver_sql("UPDATE card_job SET reprint_note = ? WHERE id = ?", notes)
    op.drop_table("journal_before")
    op.create_index("ix_journal_action", "journal", ["action", "day"], unique=False)
    op.create_index("ix_journal_day", "journal", ["day"], unique=False)
    op.create_index("ix_journal_officer", "journal", ["officer_id", "day"], unique=False)
    # last: of indexes that seem alike SQLite takes the youngest, and this one finds the fewest
    op.create_index("ix_journal_subject", "journal", ["subject", "day"], unique=False)
    op.create_index(op.f("ix_journal_member_member_id"), "journal_member", ["member_id"], unique=False)
    refuse_gaps(connection, "journal")
    refuse_changes(connection, "journal")
    refuse_changes(connection, "journal_member")


def _entry(row: sa.Row[Any]) -> tuple[Entry, str]:
    """The entry as it is written now: whom it touched is told apart, and what a supervisor wrote about a
    reprint belongs to the card."""
    facts = json.loads(row.facts)
    members = tuple(dict.fromkeys(_members(facts, row.member_id)))
    facts.pop("members", None)
    note = facts.pop("why", "") if row.action == Action.CARD_ASKED_FOR else ""
    at, by = datetime.fromisoformat(row.at), row.officer_id or THE_PROGRAM
    return Entry(at, by, Action(row.action), row.subject, facts, members), note


def _members(facts: dict[str, str], subject: int | None) -> Iterator[int]:
    if subject is not None:
        yield subject
    yield from map(int, facts.get("members", "").split())
    if "member_id" in facts:
        yield int(facts["member_id"])
