"""The journal: what was done, by whom, to what and to whom. Entries are only ever added, each bound to the
one before by its hash, so that nothing can be changed or taken out without breaking the chain."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    # who sat here
    OFFICER_CHOSEN = "officer_chosen"  # by name alone, before there were passwords
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED = "locked"
    APPROVAL_GIVEN = "approval_given"
    PASSWORD_CHANGED = "password_changed"
    RECOVERY_CODE_USED = "recovery_code_used"
    RECOVERY_CODE_RENEWED = "recovery_code_renewed"
    # whom the officer saw
    PERSON_LOOKED_UP = "person_looked_up"
    PERSON_SHOWN = "person_shown"
    NUMBER_REVEALED = "number_revealed"
    # the visit
    VISIT_OPENED = "visit_opened"
    VISIT_STEP = "visit_step"
    VISIT_CLOSED = "visit_closed"
    VISIT_ABANDONED = "visit_abandoned"
    DRAFT_RESUMED = "draft_resumed"
    FINDING_DECIDED = "finding_decided"
    DUPLICATE_DECIDED = "duplicate_decided"
    MEMBER_REGISTERED = "member_registered"
    MEMBERSHIP_REGISTERED = "membership_registered"
    COMPANY_REGISTERED = "company_registered"
    ATTACHMENT_KEPT = "attachment_kept"
    ATTACHMENT_OPENED = "attachment_opened"
    CARD_ASKED_FOR = "card_asked_for"
    CARD_MOVED = "card_moved"
    BLANKS_MOVED = "blanks_moved"
    BLANKS_COUNTED = "blanks_counted"
    RIBBON_LOADED = "ribbon_loaded"
    NUMBERS_ADDED = "numbers_added"
    NUMBERS_TAKEN_BACK = "numbers_taken_back"
    # companies and their cards
    COMPANY_CHANGED = "company_changed"
    WORKER_FILE_STAGED = "worker_file_staged"
    WORKER_ROW_CHANGED = "worker_row_changed"
    WORKER_FILE_ACCEPTED = "worker_file_accepted"
    WORKER_FILE_DISCARDED = "worker_file_discarded"
    NUMBER_GIVEN = "number_given"  # the centre's KPJ for a member who waited for it
    BATCH_PREPARED = "batch_prepared"
    BATCH_MOVED = "batch_moved"
    BATCH_HANDED_OVER = "batch_handed_over"
    # what left the program
    RECEIPT_WRITTEN = "receipt_written"
    TALLY_WRITTEN = "tally_written"
    WORKER_FILE_RETURNED = "worker_file_returned"  # annotated, for the company
    BATCH_PAPERS_WRITTEN = "batch_papers_written"
    SHEET_WRITTEN = "sheet_written"  # cards on A4 paper, until the card printer works again
    DAY_CLOSED = "day_closed"
    JOURNAL_READ = "journal_read"
    JOURNAL_CHECKED = "journal_checked"
    JOURNAL_EXPORTED = "journal_exported"
    PERSON_DATA_GIVEN = "person_data_given"
    # the keeping of the branch
    BRANCH_FOUNDED = "branch_founded"
    OFFICER_ADDED = "officer_added"
    OFFICER_CHANGED = "officer_changed"
    OFFICER_REMOVED = "officer_removed"
    PASSWORD_RESET = "password_reset"
    DATABASE_REKEYED = "database_rekeyed"
    SETTINGS_CHANGED = "settings_changed"
    PRINTER_SET_UP = "printer_set_up"
    TEST_PRINTED = "test_printed"
    LAYOUT_SAVED = "layout_saved"
    LAYOUT_CHOSEN = "layout_chosen"
    BACKED_UP = "backed_up"
    BACKUP_FAILED = "backup_failed"
    RESTORED = "restored"
    NUMBERS_LEFT = "numbers_left"
    CHAIN_BROKEN = "chain_broken"
    CLOCK_MOVED = "clock_moved"
    RETENTION_SET = "retention_set"
    HOLD_PLACED = "hold_placed"
    HOLD_LIFTED = "hold_lifted"
    RECORDS_ERASED = "records_erased"


class Touch(StrEnum):
    """What was done with a person's data, as the person or an auditor asks."""

    SAW = "saw"
    CHANGED = "changed"
    EXPORTED = "exported"  # it left the program, on paper or as a file


TOUCHES: Mapping[Touch, frozenset[Action]] = {
    Touch.SAW: frozenset(
        {
            Action.PERSON_LOOKED_UP,
            Action.PERSON_SHOWN,
            Action.NUMBER_REVEALED,
            Action.DRAFT_RESUMED,
            Action.ATTACHMENT_OPENED,
            Action.JOURNAL_READ,
        }
    ),
    Touch.CHANGED: frozenset(
        {
            Action.MEMBER_REGISTERED,
            Action.MEMBERSHIP_REGISTERED,
            Action.FINDING_DECIDED,
            Action.DUPLICATE_DECIDED,
            Action.WORKER_FILE_ACCEPTED,
            Action.NUMBER_GIVEN,
            Action.ATTACHMENT_KEPT,
            Action.HOLD_PLACED,
            Action.HOLD_LIFTED,
            Action.RECORDS_ERASED,
        }
    ),
    Touch.EXPORTED: frozenset(
        {
            Action.CARD_ASKED_FOR,
            Action.RECEIPT_WRITTEN,
            Action.BATCH_PAPERS_WRITTEN,
            Action.SHEET_WRITTEN,
            Action.BATCH_HANDED_OVER,
            Action.WORKER_FILE_RETURNED,
            Action.TALLY_WRITTEN,
            Action.JOURNAL_EXPORTED,
            Action.PERSON_DATA_GIVEN,
        }
    ),
}

THE_PROGRAM = 0
"""Officer number of what the program did by itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``subject`` names the thing as ``kind:id``; ``members`` are the persons whose data it touched.

    ``facts`` hold codes and numbers: no names, no NIK, no typed text.
    """

    at: datetime
    officer_id: int
    action: Action
    subject: str = ""
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Length of the chain, which is the number of its last entry, and that entry's hash in hex."""

    length: int
    sha256: str


class HeadDoubt(StrEnum):
    """What did not agree, when the database was opened, with where its journal stood last."""

    MISSING = "missing"  # nothing tells where it stood
    UNREADABLE = "unreadable"
    SHORTER = "shorter"  # entries that were written are not there
    DIFFERENT = "different"  # another entry stands in the place of the last one
    PAGES = "pages"  # the file was changed while it was shut


BEFORE_THE_FIRST = ChainHead(0, hashlib.sha256(b"loket journal").hexdigest())


def following(head: ChainHead, entry: Entry) -> ChainHead:
    """The head once ``entry`` stands behind ``head``: SHA-256 over the hash before and all of the entry."""
    told = [
        head.sha256,
        head.length + 1,
        entry.at.isoformat(),
        entry.officer_id,
        entry.action.value,
        entry.subject,
        dict(sorted(entry.facts.items())),
        list(entry.members),
    ]
    line = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return ChainHead(head.length + 1, hashlib.sha256(line.encode()).hexdigest())
