"""Every problem Loket can explain to the officer. Codes and facts here, words in ``ui``."""

from enum import StrEnum

from app.findings import FindingCode
from app.member_fields import MemberField


class Problem(StrEnum):
    """What went wrong, named once; ``ui`` says what, why and what to do next for each."""

    # the branch's rules
    STEP_OUT_OF_ORDER = "step_out_of_order"
    FINDINGS_OPEN = "findings_open"
    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    REASON_MISSING = "reason_missing"
    APPROVAL_EXPIRED = "approval_expired"
    NIK_ALREADY_STORED = "nik_already_stored"
    KPJ_ALREADY_STORED = "kpj_already_stored"
    NUMBER_BLOCK_EMPTY = "number_block_empty"
    NUMBER_BLOCK_OVERLAPS = "number_block_overlaps"
    MEMBERSHIP_WITHOUT_NUMBER = "membership_without_number"
    PERSON_DECEASED = "person_deceased"
    CARD_ALREADY_ASKED_FOR = "card_already_asked_for"
    CARD_MOVE_FORBIDDEN = "card_move_forbidden"
    CARD_UNANSWERED = "card_unanswered"
    CARD_TEXT_UNPRINTABLE = "card_text_unprintable"
    BLANKS_EMPTY = "blanks_empty"
    MEASURE_ODD = "measure_odd"  # of a calibration card
    BLANKS_DIFFER = "blanks_differ"
    BLANKS_NOT_COUNTED = "blanks_not_counted"
    BLANKS_TOO_FEW = "blanks_too_few"
    RIBBON_ODD = "ribbon_odd"
    NUMBER_BLOCK_ODD = "number_block_odd"
    NUMBER_BLOCK_USED = "number_block_used"
    COMPANY_ALREADY_STORED = "company_already_stored"
    WORKER_FILE_SETTLED = "worker_file_settled"
    WORKER_FILE_EMPTY = "worker_file_empty"
    COLUMNS_NOT_FOUND = "columns_not_found"
    BATCH_MOVE_FORBIDDEN = "batch_move_forbidden"
    BATCH_ELSEWHERE = "batch_elsewhere"  # another counter prints it
    BATCH_EMPTY = "batch_empty"
    BATCH_NOT_MATCHED = "batch_not_matched"
    BATCH_NOT_YET = "batch_not_yet"  # scheduled for later
    CARD_IN_ANOTHER_BATCH = "card_in_another_batch"
    COLLECTOR_MISSING = "collector_missing"
    SCANNED_ANOTHER_CARD = "scanned_another_card"
    # who may come in
    WRONG_PASSWORD = "wrong_password"
    LOCKED_OUT = "locked_out"
    PASSWORD_MUST_CHANGE = "password_must_change"
    PASSWORD_TOO_SHORT = "password_too_short"
    PASSWORD_TOO_LONG = "password_too_long"
    PASSWORD_TOO_COMMON = "password_too_common"
    PASSWORD_TOO_EASY = "password_too_easy"
    PASSWORD_AS_BEFORE = "password_as_before"
    RECOVERY_CODE_WRONG = "recovery_code_wrong"
    RECOVERY_CODE_MISTYPED = "recovery_code_mistyped"
    LAST_ADMINISTRATOR = "last_administrator"
    NOT_ONESELF = "not_oneself"
    OFFICER_REMOVED = "officer_removed"
    OFFICER_NAME_MISSING = "officer_name_missing"
    OFFICER_NAME_TAKEN = "officer_name_taken"
    RETENTION_ODD = "retention_odd"
    NOTHING_TO_ERASE = "nothing_to_erase"
    DAY_NOT_READY = "day_not_ready"
    REPORT_TOO_LONG = "report_too_long"
    # files from outside
    WORKBOOK_UNREADABLE = "workbook_unreadable"
    WORKBOOK_TOO_LARGE = "workbook_too_large"
    WORKBOOK_LOCKED = "workbook_locked"
    SCAN_UNREADABLE = "scan_unreadable"
    SCAN_TOO_LARGE = "scan_too_large"
    ATTACHMENT_DAMAGED = "attachment_damaged"
    # the branch's machines
    ADDRESS_ODD = "address_odd"  # of a printer, as it was typed
    PRINTER_MISSING = "printer_missing"
    PRINTER_UNREACHABLE = "printer_unreachable"
    PRINTER_REFUSED = "printer_refused"
    SPOOL_NOT_CLEARED = "spool_not_cleared"
    LAYOUT_UNREADABLE = "layout_unreadable"
    LAYOUT_NAME_ODD = "layout_name_odd"
    DATABASE_UNREADABLE = "database_unreadable"
    DATABASE_NEWER = "database_newer"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_BUSY = "database_busy"
    DATABASE_READ_ONLY = "database_read_only"
    DISK_FULL = "disk_full"
    DATABASE_MISSING = "database_missing"
    DATABASE_LOCKED = "database_locked"
    DATABASE_ROLLED_BACK = "database_rolled_back"
    JOURNAL_BROKEN = "journal_broken"
    CHAIN_HEAD_MISSING = "chain_head_missing"
    DISK_NEARLY_FULL = "disk_nearly_full"
    KEY_MISSING = "key_missing"
    KEY_SLOTS_DAMAGED = "key_slots_damaged"
    KEY_SLOTS_NEWER = "key_slots_newer"
    MACHINE_SECRET_MISSING = "machine_secret_missing"
    BACKUP_FOLDER_MISSING = "backup_folder_missing"
    BACKUP_NOT_VERIFIED = "backup_not_verified"
    BACKUP_TOO_SLOW = "backup_too_slow"
    BACKUP_UNREADABLE = "backup_unreadable"
    BACKUP_NEWER = "backup_newer"
    FILE_NOT_WRITTEN = "file_not_written"
    REFERENCE_UNREADABLE = "reference_unreadable"


class LoketError(Exception):
    """A problem with a plain cause and a plain next step."""

    def __init__(self, problem: Problem, **facts: str) -> None:
        super().__init__(problem.value, facts)
        self.problem = problem
        self.facts = facts


class RuleBroken(LoketError):
    """The request is readable, but the branch's rules forbid it."""


class YourEnvironment(LoketError):
    """The machine, the disk or a device is in the way; Loket itself is well."""


class StorageUnavailable(YourEnvironment):
    """The database cannot be read or written right now. Nothing was half-stored."""


class NothingSent(YourEnvironment):
    """The printer was not reached and certainly got no byte: the card may be sent again as it is."""


class FileRefused(LoketError):
    """A file from outside cannot be taken as it is; nothing of it was."""


class InputRejected(Exception):
    """One field cannot be accepted as typed; carries what a ``block`` finding needs."""

    def __init__(self, field: MemberField, code: FindingCode, **facts: str) -> None:
        super().__init__(field.value, code.value, facts)
        self.field = field
        self.code = code
        self.facts = facts
