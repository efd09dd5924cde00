"""Kinds of record with a period of their own, and the hold that keeps a person's records beyond it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RecordKind(StrEnum):
    MEMBERS = "members"  # persons whose last membership ended, or who died
    FINDINGS = "findings"  # what was typed, doubted and reasoned in closed visits
    ATTACHMENTS = "attachments"
    WORKER_FILES = "worker_files"  # companies' lists that were read and neither accepted nor discarded
    COLLECTORS = "collectors"  # who took a company's cards, and what they showed
    PAPERS = "papers"  # receipts, cards and workbooks Loket wrote as files


@dataclass(frozen=True, slots=True)
class LegalHold:
    """``lifted_by`` is None while it stands."""

    member_id: int
    reason: str
    placed_by: int
    placed_at: datetime
    lifted_by: int | None = None
    lifted_at: datetime | None = None
    id: int = 0
