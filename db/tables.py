"""SQLModel tables. Rows stay inside ``db``; the rest of Loket sees members, visits and cards."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, MetaData, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from app.cards.card_stock import StockMove, UsedFor
from app.cards.print_job import CardKind, CardState, PrinterReason, ReprintReason, SpoiledReason
from app.cards.ribbon import RibbonKind
from app.companies.card_batch import BatchState, IdShown, LeftOut
from app.findings import FindingCode, Severity
from app.members.duplicates import Verdict
from app.members.member import MaritalStatus
from app.members.membership import RiskClass, Segment
from app.members.nik import Sex
from app.trust.journal import Action
from app.trust.officer import Role
from app.visit.visit import DocumentShown, Stage, VisitKind
from app.workers.worker_file import FilePurpose, FileState, RowState
from db.columns import Choice, Moment
from db.engine import SORTED_BY_KEY


class Row(SQLModel):
    """An ``id`` left out is given by the database when the row is flushed."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class OfficerRow(Row, table=True):
    __tablename__ = "officer"

    id: int = Field(default=None, primary_key=True)
    name: str
    role: Role = Field(sa_type=Choice(Role))
    removed_on: date | None = None


class CompanyRow(Row, table=True):
    __tablename__ = "company"

    npp: str = Field(primary_key=True)
    name: str
    division: str
    segment: Segment = Field(sa_type=Choice(Segment))
    risk_class: RiskClass = Field(sa_type=Choice(RiskClass))
    relationship_officer: str
    email: str
    address: str
    data_entered_on: date | None
    contributions_posted_on: date | None
    papers_password: str


GONE = text("deceased_on IS NOT NULL OR erased_on IS NOT NULL")


class MemberRow(Row, table=True):
    __tablename__ = "member"
    __table_args__ = (
        Index("ix_member_gone", "id", sqlite_where=GONE, postgresql_where=GONE),
        # holds all that a duplicate check reads of everyone, so that a day's births lie side by side
        Index("ix_member_birth", "birth_date", "name_letters", "id"),
    )

    id: int = Field(default=None, primary_key=True)
    nik: str = Field(unique=True, index=True)
    name: str
    name_key: str
    name_letters: str
    birth_date: date
    sex: Sex = Field(sa_type=Choice(Sex))
    birth_place: str
    marital_status: MaritalStatus | None = Field(sa_type=Choice(MaritalStatus))
    mother_name: str
    family_card: str
    npwp: str
    street: str
    village: str
    district: str
    postal_code: str
    phone: str
    email: str
    deceased_on: date | None
    erased_on: date | None = None


WAITS_FOR_CARD = text("NOT has_card AND ended_on IS NULL AND npp IS NOT NULL")


class MembershipRow(Row, table=True):
    """``npp`` is no foreign key: a company may be known to the centre and not yet to this branch.

    ``has_card`` is kept with the cards themselves, so that of a million memberships those that wait for
    one lie side by side.
    """

    __tablename__ = "membership"
    __table_args__ = (
        # holds all that is told of a company that waits
        Index(
            "ix_membership_waiting",
            "npp",
            "start_date",
            "kpj",
            "member_id",
            sqlite_where=WAITS_FOR_CARD,
            postgresql_where=WAITS_FOR_CARD,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    kpj: str | None = Field(unique=True, index=True)
    segment: Segment = Field(sa_type=Choice(Segment))
    programmes: str
    start_date: date
    npp: str | None
    company_name: str
    division: str
    employee_number: str
    wage: int = Field(sa_type=BigInteger)
    risk_class: RiskClass | None = Field(sa_type=Choice(RiskClass))
    ended_on: date | None
    has_card: bool = False


class NumberBlockRow(Row, table=True):
    __tablename__ = "number_block"

    id: int = Field(default=None, primary_key=True)
    first: int = Field(sa_type=BigInteger)
    last: int = Field(sa_type=BigInteger)
    next: int = Field(sa_type=BigInteger)


UNFINISHED = text("closed_at IS NULL AND NOT abandoned")


class VisitRow(Row, table=True):
    __tablename__ = "visit"
    __table_args__ = (
        Index("ix_visit_day", "day", "counter"),
        Index(
            "ix_visit_unfinished",
            "counter",
            sqlite_where=UNFINISHED,
            postgresql_where=UNFINISHED,
        ),
    )

    id: int = Field(default=None, primary_key=True)
    number: str
    counter: str
    day: date
    officer_id: int = Field(foreign_key="officer.id")
    opened_at: datetime = Field(sa_type=Moment)
    kind: VisitKind = Field(sa_type=Choice(VisitKind))
    stage: Stage = Field(sa_type=Choice(Stage))
    stage_since: datetime | None = Field(sa_type=Moment)
    member_id: int | None = Field(foreign_key="member.id", index=True)
    membership_id: int | None = Field(foreign_key="membership.id")
    document_shown: DocumentShown | None = Field(sa_type=Choice(DocumentShown))
    closed_at: datetime | None = Field(sa_type=Moment)
    abandoned: bool


class VisitStepRow(Row, table=True):
    __tablename__ = "visit_step"

    visit_id: int = Field(foreign_key="visit.id", primary_key=True)
    stage: Stage = Field(sa_type=Choice(Stage), primary_key=True)
    seconds: int


class DraftRow(Row, table=True):
    __tablename__ = "draft"

    visit_id: int = Field(foreign_key="visit.id", primary_key=True)
    form: dict[str, str] = Field(sa_type=JSON)
    saved_at: datetime = Field(sa_type=Moment)


class FindingRow(Row, table=True):
    """Of a visit, or of a row of a company's file that was taken."""

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("visit_id", "key"),
        Index("ix_finding_file", "file_id", "row_number"),
    )

    id: int = Field(default=None, primary_key=True)
    visit_id: int | None = Field(default=None, foreign_key="visit.id")
    file_id: int | None = Field(default=None, foreign_key="worker_file.id")
    row_number: int | None = None
    key: str
    code: FindingCode = Field(sa_type=Choice(FindingCode))
    severity: Severity = Field(sa_type=Choice(Severity))
    field: str | None
    facts: dict[str, str] = Field(sa_type=JSON)
    day: date = Field(index=True)
    found_at: datetime = Field(sa_type=Moment)
    reason: str | None
    approved_by: int | None = Field(foreign_key="officer.id")


class DuplicateDecisionRow(Row, table=True):
    """One row for a pair, whichever way round it was asked: ``nik_low`` sorts before ``nik_high``."""

    __tablename__ = "duplicate_decision"

    nik_low: str = Field(primary_key=True)
    nik_high: str = Field(primary_key=True, index=True)
    verdict: Verdict = Field(sa_type=Choice(Verdict))
    reason: str
    officer_id: int = Field(foreign_key="officer.id")
    at: datetime = Field(sa_type=Moment)


_STANDING_COPY = text("state NOT IN ('spoiled', 'cancelled')")
OPEN_JOB = text("state NOT IN ('good', 'spoiled', 'cancelled')")


class CardJobRow(Row, table=True):
    __tablename__ = "card_job"
    __table_args__ = (
        # the database itself refuses to print one copy of one card a second time
        Index(
            "uq_card_job_standing_copy",
            "membership_id",
            "copy",
            unique=True,
            sqlite_where=_STANDING_COPY,
            postgresql_where=_STANDING_COPY,
        ),
        Index("ix_card_job_open", "counter", sqlite_where=OPEN_JOB, postgresql_where=OPEN_JOB),
        # holds all that a count of blanks or of a ribbon reads, before every card that is sent
        Index("ix_card_job_counter", "counter", "state", "printer", "kind"),
        Index("ix_card_job_answered", "answered_day", "state"),
        Index("ix_card_job_batch", "batch_id"),
    )

    id: int = Field(default=None, primary_key=True)
    membership_id: int = Field(foreign_key="membership.id", index=True)
    copy_: int = Field(sa_column_kwargs={"name": "copy"})
    kind: CardKind = Field(sa_type=Choice(CardKind))
    printer: str
    counter: str
    asked_by: int = Field(foreign_key="officer.id")
    asked_at: datetime = Field(sa_type=Moment)
    asked_day: date = Field(index=True)
    state: CardState = Field(sa_type=Choice(CardState))
    attempt: int
    visit_id: int | None = Field(foreign_key="visit.id")
    batch_id: int | None = Field(foreign_key="card_batch.id")
    reprint_reason: ReprintReason | None = Field(sa_type=Choice(ReprintReason))
    reprint_note: str
    approved_by: int | None = Field(foreign_key="officer.id")
    printer_reason: PrinterReason = Field(sa_type=Choice(PrinterReason))
    spool_ticket: str
    spoiled_reason: SpoiledReason | None = Field(sa_type=Choice(SpoiledReason))
    sent_at: datetime | None = Field(sa_type=Moment)
    answered_by: int | None = Field(foreign_key="officer.id")
    answered_at: datetime | None = Field(sa_type=Moment)
    answered_day: date | None
    layout: str
    document_sha256: str


class BlankMovementRow(Row, table=True):
    __tablename__ = "blank_movement"

    id: int = Field(default=None, primary_key=True)
    counter: str = Field(index=True)
    move: StockMove = Field(sa_type=Choice(StockMove))
    quantity: int
    at: datetime = Field(sa_type=Moment)
    officer_id: int = Field(foreign_key="officer.id")
    reason: str
    used_for: UsedFor | None = Field(sa_type=Choice(UsedFor))


class ShiftRow(Row, table=True):
    """What was moved and printed before it began is told by numbers, not by the time, which may be set back:
    ``movement_before`` and ``ribbon_before`` are the last ones' ids, the others the counter's cards so far.
    What comes after ``opened_at`` is written when it ends."""

    __tablename__ = "shift"
    __table_args__ = (
        Index(
            "uq_shift_running",
            "counter",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: int = Field(default=None, primary_key=True)
    counter: str = Field(index=True)
    opening: int
    movement_before: int
    ribbon_before: int
    good_before: int
    reprinted_before: int
    spoiled_before: dict[str, int] = Field(sa_type=JSON)
    opened_by: int = Field(foreign_key="officer.id")
    opened_at: datetime = Field(sa_type=Moment)
    received: int = 0
    good: int = 0
    reprinted: int = 0
    spoiled: int = 0
    held: int = 0
    counted: int | None = None
    reason: str = ""
    closed_by: int | None = Field(default=None, foreign_key="officer.id")
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class RibbonLoadRow(Row, table=True):
    """``cards_before``: how many cards had come out of that printer at that counter when it was loaded;
    ``movement_before``: the last movement of blanks before, for test cards use the ribbon too."""

    __tablename__ = "ribbon_load"

    id: int = Field(default=None, primary_key=True)
    counter: str = Field(index=True)
    printer: str
    kind: RibbonKind = Field(sa_type=Choice(RibbonKind))
    panels: int
    cards_before: int
    movement_before: int
    printer_counter: int | None
    loaded_by: int = Field(foreign_key="officer.id")
    loaded_at: datetime = Field(sa_type=Moment)


class PrinterSetupRow(Row, table=True):
    __tablename__ = "printer_setup"

    counter: str = Field(primary_key=True)
    address: str = Field(primary_key=True)
    right_mm: float
    down_mm: float
    scale_x: float
    scale_y: float
    double_sided: bool


class CardLayoutRow(Row, table=True):
    """Only ever added to: a layout changed is its next version."""

    __tablename__ = "card_layout"

    name: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    text: str
    made_by: int = Field(foreign_key="officer.id")
    made_at: datetime = Field(sa_type=Moment)


class LayoutImageRow(Row, table=True):
    """An image layouts show, by the name they call it; never changed, for printed cards show it."""

    __tablename__ = "layout_image"

    file: str = Field(primary_key=True)
    content: bytes


class LayoutChoiceRow(Row, table=True):
    """``npp`` or ``segment`` is empty. A company's choice goes before its segment's."""

    __tablename__ = "layout_choice"

    npp: str = Field(primary_key=True)
    segment: str = Field(primary_key=True)
    layout: str


class WorkerFileRow(Row, table=True):
    __tablename__ = "worker_file"
    __table_args__ = (UniqueConstraint("sha256", "purpose", "npp"),)

    id: int = Field(default=None, primary_key=True)
    purpose: FilePurpose = Field(sa_type=Choice(FilePurpose))
    npp: str
    name: str
    sha256: str
    sheet: str
    headings: list[int] = Field(sa_type=JSON)
    columns: dict[str, str] = Field(sa_type=JSON)
    staged_by: int = Field(foreign_key="officer.id")
    staged_at: datetime = Field(sa_type=Moment)
    staged_day: date
    state: FileState = Field(sa_type=Choice(FileState))
    settled_by: int | None = Field(foreign_key="officer.id")
    settled_at: datetime | None = Field(sa_type=Moment)


class WorkerRowRow(Row, table=True):
    """A row of a file as staged. ``worst`` is the severity of its gravest open finding, empty where there is
    none, so that the table can be narrowed to what still needs a hand."""

    __tablename__ = "worker_row"
    __table_args__ = (Index("ix_worker_row_worst", "file_id", "state", "worst"), SORTED_BY_KEY)

    file_id: int = Field(foreign_key="worker_file.id", primary_key=True)
    number: int = Field(primary_key=True)
    form: dict[str, str] = Field(sa_type=JSON)
    findings: list[dict[str, Any]] = Field(sa_type=JSON)
    decisions: list[dict[str, Any]] = Field(sa_type=JSON)
    state: RowState = Field(sa_type=Choice(RowState))
    worst: str
    member_id: int | None = Field(foreign_key="member.id", index=True)
    membership_id: int | None = Field(foreign_key="membership.id")


class WorkerContentRow(Row, table=True):
    """The file itself, as long as it may have to be read anew or sent back; gone once it is settled."""

    __tablename__ = "worker_content"

    file_id: int = Field(foreign_key="worker_file.id", primary_key=True)
    content: bytes


class KeptMappingRow(Row, table=True):
    """How a company's columns were read the last time, by its headings; ``npp`` may be empty."""

    __tablename__ = "kept_mapping"

    npp: str = Field(primary_key=True)
    headings_sha256: str = Field(primary_key=True)
    columns: dict[str, str] = Field(sa_type=JSON)


OPEN_CARD = text("open")


class CardBatchRow(Row, table=True):
    __tablename__ = "card_batch"
    __table_args__ = (
        UniqueConstraint("day", "number"),
        Index("ix_card_batch_state", "state", "place"),
        Index("ix_card_batch_npp", "npp", "day"),
    )

    id: int = Field(default=None, primary_key=True)
    day: date
    number: int
    npp: str
    company_name: str
    printer: str
    made_by: int = Field(foreign_key="officer.id")
    made_at: datetime = Field(sa_type=Moment)
    state: BatchState = Field(sa_type=Choice(BatchState))
    counter: str
    place: int
    not_before: datetime | None = Field(sa_type=Moment)
    approved_by: int | None = Field(foreign_key="officer.id")
    approved_at: datetime | None = Field(sa_type=Moment)
    matched_at: datetime | None = Field(sa_type=Moment)
    receipt_number: str
    receipted_at: datetime | None = Field(sa_type=Moment)
    collector_name: str
    id_shown: IdShown | None = Field(sa_type=Choice(IdShown))
    id_number_end: str
    handed_over_by: int | None = Field(foreign_key="officer.id")
    handed_over_at: datetime | None = Field(sa_type=Moment)


class BatchCardRow(Row, table=True):
    """``open`` while its batch has not ended and the card is still wanted of it: a member's card can wait in
    one batch only. A spoiled card stays as it is, and its remake is a further row."""

    __tablename__ = "batch_card"
    __table_args__ = (
        Index(
            "uq_batch_card_open",
            "membership_id",
            unique=True,
            sqlite_where=OPEN_CARD,
            postgresql_where=OPEN_CARD,
        ),
        Index("ix_batch_card_membership", "membership_id"),
        Index("ix_batch_card_job", "job_id"),
    )

    batch_id: int = Field(foreign_key="card_batch.id", primary_key=True)
    place: int = Field(primary_key=True)
    membership_id: int = Field(foreign_key="membership.id")
    job_id: int | None = Field(foreign_key="card_job.id")
    left_out: LeftOut | None = Field(sa_type=Choice(LeftOut))
    open: bool


class ReceiptRow(Row, table=True):
    """Of a visit or of a batch; both are numbered in one row."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("year", "running"),)

    number: str = Field(primary_key=True)
    year: int
    running: int
    visit_id: int | None = Field(foreign_key="visit.id", index=True)
    batch_id: int | None = Field(foreign_key="card_batch.id", index=True)
    document_sha256: str
    at: datetime = Field(sa_type=Moment)


class JournalRow(Row, table=True):
    """Only ever added to: triggers refuse every change, and a number that does not follow the last one.

    ``officer_id`` is empty for what the program did by itself; ``sha256`` binds the entry to the one before.
    """

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_day", "day"),
        Index("ix_journal_officer", "officer_id", "day"),
        Index("ix_journal_action", "action", "day"),
        Index("ix_journal_subject", "subject", "day"),
    )

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=Moment)
    day: date
    officer_id: int | None = Field(foreign_key="officer.id")
    action: Action = Field(sa_type=Choice(Action))
    subject: str
    facts: dict[str, str] = Field(sa_type=JSON)
    members: list[int] = Field(sa_type=JSON)
    sha256: str


class JournalMemberRow(Row, table=True):
    """Whom an entry touched, once more: by its index a person's entries lie side by side. Only ever added
    to, and compared with the journal when the chain is checked."""

    __tablename__ = "journal_member"
    __table_args__ = (SORTED_BY_KEY,)

    number: int = Field(foreign_key="journal.id", primary_key=True)
    member_id: int = Field(primary_key=True, index=True)


class DayCloseRow(Row, table=True):
    """Only ever added to: a day closed again is another row."""

    __tablename__ = "day_close"

    id: int = Field(default=None, primary_key=True)
    day: date = Field(index=True)
    counter: str
    closed_at: datetime = Field(sa_type=Moment)
    closed_by: int = Field(foreign_key="officer.id")
    visits: int
    good: int
    spoiled: int
    reason: str
    head_number: int
    head_sha256: str


class LegalHoldRow(Row, table=True):
    """While it stands, nothing of this person is erased."""

    __tablename__ = "legal_hold"

    id: int = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    reason: str
    placed_by: int = Field(foreign_key="officer.id")
    placed_at: datetime = Field(sa_type=Moment)
    lifted_by: int | None = Field(foreign_key="officer.id")
    lifted_at: datetime | None = Field(sa_type=Moment)


class RetentionRow(Row, table=True):
    """How long records of a kind are kept."""

    __tablename__ = "retention"

    kind: str = Field(primary_key=True)
    months: int


class ErasureRow(Row, table=True):
    """An erasure that was carried out: how much of each kind, and the certificate written of it."""

    __tablename__ = "erasure"

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment)
    by: int = Field(foreign_key="officer.id")
    approved_by: int = Field(foreign_key="officer.id")
    counts: dict[str, int] = Field(sa_type=JSON)
    certificate_sha256: str


class AttachmentRow(Row, table=True):
    """A scan or photo: ``file`` is its encrypted file's name, ``key`` opens that file alone."""

    __tablename__ = "attachment"

    id: int = Field(default=None, primary_key=True)
    kind: str
    member_id: int | None = Field(foreign_key="member.id", index=True)
    visit_id: int | None = Field(foreign_key="visit.id", index=True)
    file: str = Field(unique=True)
    key: bytes
    media_type: str
    sha256: str
    bytes_: int = Field(sa_column_kwargs={"name": "bytes"})
    at: datetime = Field(sa_type=Moment)
    officer_id: int = Field(foreign_key="officer.id")
    day: date


class BackupRow(Row, table=True):
    """A copy made on the second medium; ``verified_at`` is empty until it was opened and found whole."""

    __tablename__ = "backup_made"

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment)
    folder_name: str
    head_number: int
    head_sha256: str
    verified_at: datetime | None = Field(sa_type=Moment)
    problem: str
