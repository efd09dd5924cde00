"""A list of workers as a company sends it: the file, which column holds what, and its rows as they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.findings import Finding
from app.member_fields import MemberField
from app.members.npp import Npp
from app.visit.member_form import MemberForm


class FilePurpose(StrEnum):
    REGISTRATION = "registration"  # workers to be registered
    ACCEPTANCE = "acceptance"  # the acceptance list: KPJ numbers the centre has given to known members


class FileState(StrEnum):
    STAGED = "staged"  # read and checked, nobody registered yet
    ACCEPTED = "accepted"
    DISCARDED = "discarded"


class RowState(StrEnum):
    OPEN = "open"  # will be taken with the file, unless something in it blocks
    LEFT_OUT = "left_out"  # an officer chose not to take it
    KNOWN = "known"  # all it says is already stored: taking it changes nothing
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """``headings`` are the numbers of the rows, as Excel shows them, that the headings stand in; empty where
    none were found. ``columns`` tells by its place (0 is column A) which field a column holds."""

    sheet: str
    headings: tuple[int, ...]
    columns: Mapping[int, MemberField] = field(hash=False)


@dataclass(frozen=True, slots=True)
class WorkerFile:
    """``npp`` is empty in an acceptance list of several companies; ``sha256`` is that of the file's bytes."""

    purpose: FilePurpose
    npp: Npp | None
    name: str
    sha256: str
    mapping: ColumnMapping
    staged_by: int
    staged_at: datetime
    state: FileState = FileState.STAGED
    settled_by: int | None = None
    settled_at: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class RowDecision:
    """How an officer answered a finding of a row; ``approved_by`` is the supervisor who signed for it."""

    finding_key: str
    reason: str
    approved_by: int | None = None


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """``number`` is the row's in the file; ``form`` what it says, as an officer would type it.

    ``findings`` are those of its cells and of the rules, in field order; ``membership_id`` is whose the row
    became or was already.
    """

    number: int
    form: MemberForm
    findings: tuple[Finding, ...] = ()
    decisions: tuple[RowDecision, ...] = ()
    state: RowState = RowState.OPEN
    member_id: int | None = None
    membership_id: int | None = None
