"""The first tables: members and their numbers, visits, cards, receipts and the journal."""

import sqlalchemy as sa
from alembic import op

from db.engine import refuse_changes
from db.search import create_name_index

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "company",
        sa.Column("npp", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("segment", sa.String(), nullable=False),
        sa.Column("risk_class", sa.String(), nullable=False),
        sa.Column("relationship_officer", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("data_entered_on", sa.Date(), nullable=True),
        sa.Column("contributions_posted_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("npp", name=op.f("pk_company")),
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nik", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("birth_place", sa.String(), nullable=False),
        sa.Column("marital_status", sa.String(), nullable=True),
        sa.Column("mother_name", sa.String(), nullable=False),
        sa.Column("family_card", sa.String(), nullable=False),
        sa.Column("npwp", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("village", sa.String(), nullable=False),
        sa.Column("district", sa.String(), nullable=False),
        sa.Column("postal_code", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("deceased_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    op.create_index("ix_member_birth", "member", ["birth_date", "name_key", "id"], unique=False)
    op.create_index(op.f("ix_member_nik"), "member", ["nik"], unique=True)
    op.create_table(
        "number_block",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("next", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_block")),
    )
    op.create_table(
        "officer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
    )
    op.create_table(
        "blank_movement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_blank_movement_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank_movement")),
    )
    op.create_index(op.f("ix_blank_movement_counter"), "blank_movement", ["counter"], unique=False)
    op.create_table(
        "duplicate_decision",
        sa.Column("nik_low", sa.String(), nullable=False),
        sa.Column("nik_high", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_duplicate_decision_officer_id")
        ),
        sa.PrimaryKeyConstraint("nik_low", "nik_high", name=op.f("pk_duplicate_decision")),
    )
    op.create_index(op.f("ix_duplicate_decision_nik_high"), "duplicate_decision", ["nik_high"], unique=False)
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_journal_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kpj", sa.String(), nullable=True),
        sa.Column("segment", sa.String(), nullable=False),
        sa.Column("programmes", sa.String(), nullable=False),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("npp", sa.String(), nullable=True),
        sa.Column("company_name", sa.String(), nullable=False),
        sa.Column("division", sa.String(), nullable=False),
        sa.Column("employee_number", sa.String(), nullable=False),
        sa.Column("wage", sa.BigInteger(), nullable=False),
        sa.Column("risk_class", sa.String(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_membership_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_kpj"), "membership", ["kpj"], unique=True)
    op.create_index(op.f("ix_membership_member_id"), "membership", ["member_id"], unique=False)
    op.create_table(
        "visit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("stage_since", sa.Text(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("membership_id", sa.Integer(), nullable=True),
        sa.Column("document_shown", sa.String(), nullable=True),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("abandoned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_visit_member_id")),
        sa.ForeignKeyConstraint(["membership_id"], ["membership.id"], name=op.f("fk_visit_membership_id")),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_visit_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index("ix_visit_day", "visit", ["day", "counter"], unique=False)
    op.create_index(
        "ix_visit_unfinished",
        "visit",
        ["counter"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL AND NOT abandoned"),
        postgresql_where=sa.text("closed_at IS NULL AND NOT abandoned"),
    )
    op.create_table(
        "card_job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("asked_day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("reprint_reason", sa.String(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("printer_reason", sa.String(), nullable=False),
        sa.Column("spool_ticket", sa.String(), nullable=False),
        sa.Column("spoiled_reason", sa.String(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.Text(), nullable=True),
        sa.Column("answered_day", sa.Date(), nullable=True),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("document_sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["answered_by"], ["officer.id"], name=op.f("fk_card_job_answered_by")),
        sa.ForeignKeyConstraint(["approved_by"], ["officer.id"], name=op.f("fk_card_job_approved_by")),
        sa.ForeignKeyConstraint(["asked_by"], ["officer.id"], name=op.f("fk_card_job_asked_by")),
        sa.ForeignKeyConstraint(["membership_id"], ["membership.id"], name=op.f("fk_card_job_membership_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_card_job_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_job")),
    )
    op.create_index("ix_card_job_answered", "card_job", ["answered_day", "state"], unique=False)
    op.create_index(op.f("ix_card_job_asked_day"), "card_job", ["asked_day"], unique=False)
    op.create_index("ix_card_job_counter", "card_job", ["counter", "state"], unique=False)
    op.create_index(op.f("ix_card_job_membership_id"), "card_job", ["membership_id"], unique=False)
    op.create_index(
        "ix_card_job_open",
        "card_job",
        ["counter"],
        unique=False,
        sqlite_where=sa.text("state NOT IN ('good', 'spoiled', 'cancelled')"),
        postgresql_where=sa.text("state NOT IN ('good', 'spoiled', 'cancelled')"),
    )
    op.create_index(
        "uq_card_job_standing_copy",
        "card_job",
        ["membership_id", "copy"],
        unique=True,
        sqlite_where=sa.text("state NOT IN ('spoiled', 'cancelled')"),
        postgresql_where=sa.text("state NOT IN ('spoiled', 'cancelled')"),
    )
    op.create_table(
        "draft",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_draft_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("found_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["approved_by"], ["officer.id"], name=op.f("fk_finding_approved_by")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_finding_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("visit_id", "key", name=op.f("uq_finding_visit_id_key")),
    )
    op.create_index(op.f("ix_finding_day"), "finding", ["day"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("running", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("document_sha256", sa.String(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_receipt_visit_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_receipt")),
        sa.UniqueConstraint("year", "running", name=op.f("uq_receipt_year_running")),
    )
    op.create_table(
        "visit_step",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_step_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", "stage", name=op.f("pk_visit_step")),
    )
    refuse_changes(op.get_bind(), "journal")
    create_name_index(op.get_bind())
