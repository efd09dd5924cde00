"""The tanda terima of a batch: which cards a company gets, which are still missing, and who takes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.companies.card_batch import BatchCard, Collector
from app.companies.company import Company


@dataclass(frozen=True, slots=True)
class CompanyReceipt:
    """``cards`` came out well; ``missing`` were asked for and did not. Without a ``collector`` the paper
    leaves room to write who takes them."""

    number: str
    branch: str
    counter: str
    officer: str
    at: datetime
    batch: str
    company: Company
    cards: Sequence[BatchCard]
    missing: Sequence[BatchCard]
    collector: Collector | None = None


class CompanyReceiptRenderer(Protocol):
    def render(self, receipt: CompanyReceipt) -> bytes:
        """Always in Indonesian."""
