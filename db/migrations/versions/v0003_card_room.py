"""Company batches, worker files, shifts, ribbons, printers and card layouts."""

import sqlalchemy as sa
from alembic import op

from app.members.names import letters_of
from db.engine import refuse_changes
from db.pieces import in_pieces

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("company", sa.Column("papers_password", sa.String(), nullable=False, server_default=""))
    op.add_column("blank_movement", sa.Column("reason", sa.String(), nullable=False, server_default=""))
    op.add_column("blank_movement", sa.Column("used_for", sa.String(), nullable=True))
    _letters_of_names()
    _waiting_for_cards()
    op.create_index(op.f("ix_visit_member_id"), "visit", ["member_id"], unique=False)
    _stock()
    _printers_and_layouts()
    _worker_files()
    _batches()
    _receipts_of_batches()
    _findings_of_rows()


def _letters_of_names() -> None:
    """The index has them instead of the names: a duplicate check compares a day's births by them first."""
    op.drop_index("ix_member_birth", "member")
    op.add_column("member", sa.Column("name_letters", sa.String(), nullable=False, server_default=""))
    connection = op.get_bind()
    stored = connection.execute(sa.text("SELECT id, name_key FROM member")).all()
    for some in in_pieces(stored):
        connection.execute(
            sa.text("UPDATE member SET name_letters = :letters WHERE id = :id"),
            [{"id": number, "letters": letters_of(name_key)} for number, name_key in some],
        )
    op.create_index("ix_member_birth", "member", ["birth_date", "name_letters", "id"], unique=False)


def _waiting_for_cards() -> None:
    op.add_column(
        "membership", sa.Column("has_card", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.execute(
        "UPDATE membership SET has_card = 1 "
        "WHERE id IN (SELECT membership_id FROM card_job WHERE state = 'good')"
    )
    op.create_index(
        "ix_membership_waiting",
        "membership",
        ["npp", "start_date", "kpj", "member_id"],
        unique=False,
        sqlite_where=sa.text("NOT has_card AND ended_on IS NULL AND npp IS NOT NULL"),
    )
    op.create_index(
        "ix_member_gone",
        "member",
        ["id"],
        unique=False,
        sqlite_where=sa.text("deceased_on IS NOT NULL OR erased_on IS NOT NULL"),
    )


def _stock() -> None:
    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("opening", sa.Integer(), nullable=False),
        sa.Column("movement_before", sa.Integer(), nullable=False),
        sa.Column("ribbon_before", sa.Integer(), nullable=False),
        sa.Column("good_before", sa.Integer(), nullable=False),
        sa.Column("reprinted_before", sa.Integer(), nullable=False),
        sa.Column("spoiled_before", sa.JSON(), nullable=False),
        sa.Column("opened_by", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("good", sa.Integer(), nullable=False),
        sa.Column("reprinted", sa.Integer(), nullable=False),
        sa.Column("spoiled", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["opened_by"], ["officer.id"], name=op.f("fk_shift_opened_by")),
        sa.ForeignKeyConstraint(["closed_by"], ["officer.id"], name=op.f("fk_shift_closed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(op.f("ix_shift_counter"), "shift", ["counter"], unique=False)
    op.create_index(
        "uq_shift_running", "shift", ["counter"], unique=True, sqlite_where=sa.text("closed_at IS NULL")
    )
    op.drop_index("ix_card_job_counter", "card_job")
    op.create_index("ix_card_job_counter", "card_job", ["counter", "state", "printer", "kind"], unique=False)
    op.create_table(
        "ribbon_load",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("panels", sa.Integer(), nullable=False),
        sa.Column("cards_before", sa.Integer(), nullable=False),
        sa.Column("movement_before", sa.Integer(), nullable=False),
        sa.Column("printer_counter", sa.Integer(), nullable=True),
        sa.Column("loaded_by", sa.Integer(), nullable=False),
        sa.Column("loaded_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["loaded_by"], ["officer.id"], name=op.f("fk_ribbon_load_loaded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ribbon_load")),
    )
    op.create_index(op.f("ix_ribbon_load_counter"), "ribbon_load", ["counter"], unique=False)


def _printers_and_layouts() -> None:
    op.create_table(
        "printer_setup",
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("right_mm", sa.Float(), nullable=False),
        sa.Column("down_mm", sa.Float(), nullable=False),
        sa.Column("scale_x", sa.Float(), nullable=False),
        sa.Column("scale_y", sa.Float(), nullable=False),
        sa.Column("double_sided", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("counter", "address", name=op.f("pk_printer_setup")),
    )
    op.create_table(
        "card_layout",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["officer.id"], name=op.f("fk_card_layout_made_by")),
        sa.PrimaryKeyConstraint("name", "version", name=op.f("pk_card_layout")),
    )
    op.create_table(
        "layout_image",
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("file", name=op.f("pk_layout_image")),
    )
    op.create_table(
        "layout_choice",
        sa.Column("npp", sa.String(), nullable=False),
        sa.Column("segment", sa.String(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("npp", "segment", name=op.f("pk_layout_choice")),
    )
    refuse_changes(op.get_bind(), "card_layout")
    refuse_changes(op.get_bind(), "layout_image")


def _worker_files() -> None:
    op.create_table(
        "worker_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("npp", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("sheet", sa.String(), nullable=False),
        sa.Column("headings", sa.JSON(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("staged_by", sa.Integer(), nullable=False),
        sa.Column("staged_at", sa.Text(), nullable=False),
        sa.Column("staged_day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["staged_by"], ["officer.id"], name=op.f("fk_worker_file_staged_by")),
        sa.ForeignKeyConstraint(["settled_by"], ["officer.id"], name=op.f("fk_worker_file_settled_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker_file")),
        sa.UniqueConstraint("sha256", "purpose", "npp", name=op.f("uq_worker_file_sha256_purpose_npp")),
    )
    op.create_table(
        "worker_row",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form", sa.JSON(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("decisions", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("worst", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("membership_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["worker_file.id"], name=op.f("fk_worker_row_file_id")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_worker_row_member_id")),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["membership.id"], name=op.f("fk_worker_row_membership_id")
        ),
        sa.PrimaryKeyConstraint("file_id", "number", name=op.f("pk_worker_row")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_worker_row_worst", "worker_row", ["file_id", "state", "worst"], unique=False)
    op.create_index(op.f("ix_worker_row_member_id"), "worker_row", ["member_id"], unique=False)
    op.create_table(
        "worker_content",
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["worker_file.id"], name=op.f("fk_worker_content_file_id")),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_worker_content")),
    )
    op.create_table(
        "kept_mapping",
        sa.Column("npp", sa.String(), nullable=False),
        sa.Column("headings_sha256", sa.String(), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("npp", "headings_sha256", name=op.f("pk_kept_mapping")),
    )


def _batches() -> None:
    op.create_table(
        "card_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("npp", sa.String(), nullable=False),
        sa.Column("company_name", sa.String(), nullable=False),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.Text(), nullable=True),
        sa.Column("approved_by", sa.Integer(), nullable=True),
        sa.Column("approved_at", sa.Text(), nullable=True),
        sa.Column("matched_at", sa.Text(), nullable=True),
        sa.Column("receipt_number", sa.String(), nullable=False),
        sa.Column("receipted_at", sa.Text(), nullable=True),
        sa.Column("collector_name", sa.String(), nullable=False),
        sa.Column("id_shown", sa.String(), nullable=True),
        sa.Column("id_number_end", sa.String(), nullable=False),
        sa.Column("handed_over_by", sa.Integer(), nullable=True),
        sa.Column("handed_over_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["officer.id"], name=op.f("fk_card_batch_made_by")),
        sa.ForeignKeyConstraint(["approved_by"], ["officer.id"], name=op.f("fk_card_batch_approved_by")),
        sa.ForeignKeyConstraint(
            ["handed_over_by"], ["officer.id"], name=op.f("fk_card_batch_handed_over_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_batch")),
        sa.UniqueConstraint("day", "number", name=op.f("uq_card_batch_day_number")),
    )
    op.create_index("ix_card_batch_state", "card_batch", ["state", "place"], unique=False)
    op.create_index("ix_card_batch_npp", "card_batch", ["npp", "day"], unique=False)
    op.add_column("card_job", sa.Column("sent_at", sa.Text(), nullable=True))
    op.execute(
        "ALTER TABLE card_job ADD COLUMN batch_id INTEGER "
        "CONSTRAINT fk_card_job_batch_id REFERENCES card_batch (id)"
    )
    op.create_index("ix_card_job_batch", "card_job", ["batch_id"], unique=False)
    op.create_table(
        "batch_card",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("membership_id", sa.Integer(), nullable=False),
        sa.Column("job_id", sa.Integer(), nullable=True),
        sa.Column("left_out", sa.String(), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["card_batch.id"], name=op.f("fk_batch_card_batch_id")),
        sa.ForeignKeyConstraint(
            ["membership_id"], ["membership.id"], name=op.f("fk_batch_card_membership_id")
        ),
        sa.ForeignKeyConstraint(["job_id"], ["card_job.id"], name=op.f("fk_batch_card_job_id")),
        sa.PrimaryKeyConstraint("batch_id", "place", name=op.f("pk_batch_card")),
    )
    op.create_index(
        "uq_batch_card_open", "batch_card", ["membership_id"], unique=True, sqlite_where=sa.text("open")
    )
    op.create_index("ix_batch_card_membership", "batch_card", ["membership_id"], unique=False)
    op.create_index("ix_batch_card_job", "batch_card", ["job_id"], unique=False)


def _receipts_of_batches() -> None:
    """A receipt belongs to a visit or to a batch from now on; SQLite loosens a column only in a new table."""
    op.rename_table("receipt", "receipt_before")
    op.create_table(
        "receipt",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("running", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.Column("document_sha256", sa.String(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_receipt_visit_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["card_batch.id"], name=op.f("fk_receipt_batch_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_receipt")),
        sa.UniqueConstraint("year", "running", name=op.f("uq_receipt_year_running")),
    )
    op.execute(
        "INSERT INTO receipt (number, year, running, visit_id, document_sha256, at) "
        "SELECT number, year, running, visit_id, document_sha256, at FROM receipt_before"
    )
    op.drop_table("receipt_before")
    op.create_index(op.f("ix_receipt_visit_id"), "receipt", ["visit_id"], unique=False)
    op.create_index(op.f("ix_receipt_batch_id"), "receipt", ["batch_id"], unique=False)


def _findings_of_rows() -> None:
    """What is found in a row of a company's file is counted with what is found in visits."""
    op.rename_table("finding", "finding_before")
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("row_number", sa.Integer(), nullable=True),
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
        sa.ForeignKeyConstraint(["file_id"], ["worker_file.id"], name=op.f("fk_finding_file_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_finding_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("visit_id", "key", name=op.f("uq_finding_visit_id_key")),
    )
    kept = "id, visit_id, key, code, severity, field, facts, day, found_at, reason, approved_by"
    op.execute(f"INSERT INTO finding ({kept}) SELECT {kept} FROM finding_before")
    op.drop_table("finding_before")
    op.create_index(op.f("ix_finding_day"), "finding", ["day"], unique=False)
    op.create_index("ix_finding_file", "finding", ["file_id", "row_number"], unique=False)
