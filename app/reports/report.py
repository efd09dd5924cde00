"""A report as values: facts and tables in order, the same for paper and for a workbook. Always Indonesian."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.exchange.write_workbook import Column, Sheet, workbook_bytes
from app.trust.journal import ChainHead

_NOTES = (Column("Keterangan", 24), Column("Isi", 90))


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


def report_workbook(report: Report) -> bytes:
    """One sheet for each section, and a first one that says what this is."""
    cover = Facts(
        "Laporan",
        {
            "Laporan": report.title,
            "Tentang": report.about,
            "Kantor cabang": report.branch,
            "Dibuat": f"{report.at:%d/%m/%Y %H.%M.%S}",
            "Dibuat oleh": report.by,
            "Entri jurnal terakhir": str(report.head.length),
            "Kepala rantai jurnal": grouped(report.head.sha256),
            "Catatan": report.note,
        },
    )
    return workbook_bytes([_sheet(section) for section in (cover, *report.sections)])


def _sheet(section: Facts | Sheet) -> Sheet:
    if isinstance(section, Sheet):
        return section
    return Sheet(section.name, _NOTES, [(label, text) for label, text in section.lines.items()])
