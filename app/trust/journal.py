"""The journal: what was done, by whom, to what. Entries are only ever added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    OFFICER_CHOSEN = "officer_chosen"
    PERSON_LOOKED_UP = "person_looked_up"
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
    CARD_ASKED_FOR = "card_asked_for"
    CARD_MOVED = "card_moved"
    BLANKS_MOVED = "blanks_moved"
    RECEIPT_WRITTEN = "receipt_written"
    TALLY_WRITTEN = "tally_written"


@dataclass(frozen=True, slots=True)
class Entry:
    """``subject`` names the thing as ``kind:id``; ``facts`` hold codes and numbers, no names and no NIK."""

    at: datetime
    officer_id: int
    action: Action
    subject: str = ""
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)
