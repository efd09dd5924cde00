"""What those may do who keep the branch, close its days and read its journal, handed in by ``main``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.clock import Clock
from app.ports import Preview
from app.reports.day_close import CloseDay, ReadDay
from app.trust.approve_on_the_spot import ApproveOnTheSpot, Approvers
from app.trust.check_chain import CheckChain
from app.trust.last_sign_ins import LastSignIns
from app.trust.make_backup import BackUp, ReadBackupStatus
from app.trust.officers import (
    AddOfficer,
    ChangeRole,
    RekeyDatabase,
    RemoveOfficer,
    RenameOfficer,
    ResetPassword,
    SeeStaff,
)
from app.trust.person_data import GivePersonData
from app.trust.read_journal import ReadJournal
from app.trust.recovery_paper import KeyPapers
from app.trust.restore import BackupsIn
from app.trust.retention import (
    EraseRecords,
    LiftHold,
    PlaceHold,
    ReviewRetention,
    SetRetention,
    StandingHolds,
)
from app.trust.who_saw_whom import ExportWhoSawWhom
from app.visit.step_1_verify import FindPerson


@dataclass(frozen=True, slots=True)
class OfficersParts:
    see: SeeStaff
    last_sign_ins: LastSignIns
    add: AddOfficer
    rename: RenameOfficer
    change_role: ChangeRole
    reset: ResetPassword
    remove: RemoveOfficer
    rekey: RekeyDatabase
    branch: str
    data_folder: Path
    clock: Clock
    papers: KeyPapers
    preview: Preview


@dataclass(frozen=True, slots=True)
class BackupParts:
    back_up: BackUp
    status: ReadBackupStatus
    backups_in: BackupsIn


@dataclass(frozen=True, slots=True)
class JournalParts:
    read: ReadJournal
    check: CheckChain
    find_person: FindPerson
    give_person: GivePersonData
    who_saw_whom: ExportWhoSawWhom
    clock: Clock


@dataclass(frozen=True, slots=True)
class DayCloseParts:
    read: ReadDay
    close: CloseDay


@dataclass(frozen=True, slots=True)
class RetentionParts:
    review: ReviewRetention
    set: SetRetention
    erase: EraseRecords
    approvers: Approvers
    approve: ApproveOnTheSpot


@dataclass(frozen=True, slots=True)
class HoldParts:
    find_person: FindPerson
    standing: StandingHolds
    place: PlaceHold
    lift: LiftHold


@dataclass(frozen=True, slots=True)
class KeepingParts:
    """Each put together when its room is entered for the first time: few officers ever do."""

    officers: Callable[[], OfficersParts]
    backup: Callable[[], BackupParts]
    journal: Callable[[], JournalParts]
    day_close: Callable[[], DayCloseParts]
    retention: Callable[[], RetentionParts]
    holds: Callable[[], HoldParts]
