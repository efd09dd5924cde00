"""A report as values: facts and tables in order, the same for paper and for a workbook. Always Indonesian."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.exchange.write_workbook import Sheet
from app.trust.journal import ChainHead


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their texts, one below the other."""

    name: str
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """``head`` is where the journal stood when the report was made: it stands on every page.

    ``signatures`` are those who sign, each with the name below the line.
    """

    title: str
    about: str
    branch: str
    at: datetime
    by: str
    head: ChainHead
    sections: tuple[Facts | Sheet, ...]
    note: str = ""
    signatures: tuple[tuple[str, str], ...] = ()


class ReportRenderer(Protocol):
    """A4, each page with its number and with where the journal stood."""

    def render(self, report: Report) -> bytes: ...


def grouped(sha256: str) -> str:
    """A hash in groups of four, as two people can compare it aloud."""
    return " ".join(sha256[place : place + 4] for place in range(0, len(sha256), 4))
