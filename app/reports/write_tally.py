"""Rekap harian: read the day's tally and write it as the workbook nobody typed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.clock import Clock
from app.companies.card_log import LOG_COLUMNS, LOG_SHEET
from app.exchange.write_workbook import Cell, Column, Sheet, workbook_bytes
from app.files import write_whole
from app.ports import Begin
from app.reports.daily_tally import DailyTally
from app.reports.paper_names import paper_name
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class ReadTally:
    begin: Begin
    branch: str

    def __call__(self, day: date, by: Officer) -> DailyTally:
        permit(by, Right.READ_TALLY)
        with self.begin() as work:
            return work.tally.of_day(day, self.branch)


@dataclass(frozen=True, slots=True)
class WriteTally:
    """One action writes the day's workbook; written again it replaces the earlier one."""

    begin: Begin
    clock: Clock
    out: Path
    branch: str

    def __call__(self, day: date, by: Officer) -> Path:
        permit(by, Right.READ_TALLY)
        with self.begin() as work:
            tally = work.tally.of_day(day, self.branch)
            file = self.out / "rekap" / f"rekap-harian_{day:%Y-%m-%d}.xlsx"
            write_whole(file, tally_workbook(tally))
            work.journal.add(
                Entry(
                    self.clock(),
                    by.id,
                    Action.TALLY_WRITTEN,
                    f"day:{day:%Y-%m-%d}",
                    {"cards": str(tally.cards)},
                )
            )
            work.commit()
        return file


def tally_workbook(tally: DailyTally) -> bytes:
    return workbook_bytes(tally_sheets(tally))


def tally_sheets(tally: DailyTally) -> tuple[Sheet, ...]:
    """The first is exactly the branch's four-column log, in which a reprint counts as every card handed out;
    the second counts it apart. The screen shows the same sheets."""
    log: list[tuple[Cell, ...]] = [
        (row.day, row.npp, row.company_name, row.cards) for row in tally.company_cards if row.cards
    ]
    kinds: list[tuple[Cell, ...]] = [
        (row.npp, row.company_name, row.new, row.reprinted, row.spoiled) for row in tally.company_cards
    ]
    visits: list[tuple[Cell, ...]] = [
        (paper_name(row.kind), row.visits, row.finished, _minutes(row.mean_seconds)) for row in tally.visits
    ]
    cards: list[tuple[Cell, ...]] = [
        (row.officer_name, row.new, row.reprinted, row.spoiled, row.in_doubt) for row in tally.officer_cards
    ]
    spoiled: list[tuple[Cell, ...]] = [(paper_name(row.reason), row.cards) for row in tally.spoiled]
    findings: list[tuple[Cell, ...]] = [
        (paper_name(row.code), paper_name(row.severity), row.found, row.overruled) for row in tally.findings
    ]
    return (
        Sheet(LOG_SHEET, LOG_COLUMNS, log),
        Sheet(
            "Baru dan ulang",
            (
                Column("NPP", 14),
                Column("Nama Perusahaan", 44),
                Column("Baru", 8, counts=True),
                Column("Cetak ulang", 12, counts=True),
                Column("Rusak", 8, counts=True),
            ),
            kinds,
        ),
        Sheet(
            "Kunjungan",
            (
                Column("Jenis layanan", 24),
                Column("Kunjungan", 12, counts=True),
                Column("Selesai", 9, counts=True),
                Column("Rata-rata (menit)", 17),
            ),
            visits,
        ),
        Sheet(
            "Kartu",
            (
                Column("Petugas", 30),
                Column("Baru", 8, counts=True),
                Column("Cetak ulang", 12, counts=True),
                Column("Rusak", 8, counts=True),
                Column("Belum dijawab", 14, counts=True),
            ),
            cards,
        ),
        Sheet("Kartu rusak", (Column("Alasan", 30), Column("Jumlah", 10, counts=True)), spoiled),
        Sheet(
            "Temuan",
            (
                Column("Temuan", 44),
                Column("Tingkat", 22),
                Column("Jumlah", 10, counts=True),
                Column("Dengan alasan", 14, counts=True),
            ),
            findings,
        ),
    )


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
