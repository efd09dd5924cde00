"""The paper of a day close: the figures, what was left open, and the journal's head for the next one."""

from dataclasses import dataclass

from app.ports import DayClose
from app.reports.paper_dates import moment, weekday_date
from app.reports.report import Facts, Report, ReportRenderer, grouped
from app.reports.write_tally import tally_sheets
from app.trust.day_close import DayPaper

_NOTE = (
    "Simpan lembar ini: kepala rantai membuktikan bahwa jurnal sampai entri itu tidak diubah. Cocokkan "
    "kelompok angkanya dengan lembar sebelumnya dan dengan layar Jurnal."
)


@dataclass(frozen=True, slots=True)
class DrawDayClose:
    renderer: ReportRenderer

    def __call__(self, paper: DayPaper) -> bytes:
        return self.renderer.render(day_close_report(paper))


def day_close_report(paper: DayPaper) -> Report:
    close = paper.close
    return Report(
        title="Tutup hari",
        about=f"{weekday_date(close.day)} · {close.counter}",
        branch=paper.branch,
        at=close.closed_at,
        by=paper.by.name,
        head=close.head,
        sections=(
            Facts("Ringkasan loket", _summary(paper)),
            Facts("Rantai jurnal", _chain(close, paper.before)),
            *tally_sheets(paper.figures.tally),
        ),
        note=_NOTE,
        signatures=(("Penyelia", paper.by.name), ("Diperiksa oleh", "")),
    )


def _summary(paper: DayPaper) -> dict[str, str]:
    figures, blanks, still_open = paper.figures, paper.figures.blanks, paper.still_open
    told = {
        "Kunjungan selesai": str(figures.visits),
        "Kartu baik": str(figures.good),
        "Kartu rusak": str(figures.spoiled),
        "Blangko sejak awal": (
            f"jumlah awal {blanks.opening} + diterima {blanks.received} = kartu baik {blanks.good} + "
            f"rusak {blanks.spoiled} + ditahan {blanks.held} + sisa {blanks.remaining}"
        ),
    }
    if still_open:
        told["Belum selesai"] = f"{still_open.cards} kartu belum dijawab, {still_open.visits} kunjungan"
        told["Alasan tetap ditutup"] = paper.close.reason
    return told


def _chain(close: DayClose, before: DayClose | None) -> dict[str, str]:
    told = {"Entri": str(close.head.length), "Kepala": grouped(close.head.sha256)}
    if before is None:
        return told | {"Tutup hari sebelumnya": "belum pernah"}
    return told | {
        "Tutup hari sebelumnya": f"{weekday_date(before.day)}, ditutup {moment(before.closed_at)}",
        "Entri waktu itu": str(before.head.length),
        "Kepala waktu itu": grouped(before.head.sha256),
    }
