"""The paper of a day close: the figures, what was left open, and the journal's head for the next one."""

from dataclasses import dataclass

from app.cards.ribbon import RibbonLoad
from app.ports import DayClose
from app.reports.day_close import DayPaper
from app.reports.paper_dates import moment, weekday_date
from app.reports.paper_names import paper_name
from app.reports.report import Facts, Report, ReportRenderer, grouped
from app.reports.write_tally import tally_sheets

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
            Facts("Blangko dan pita", _blanks(paper)),
            Facts("Rantai jurnal", _chain(close, paper.before)),
            *tally_sheets(paper.figures.tally),
        ),
        note=_NOTE,
        signatures=(("Penyelia", paper.by.name), ("Diperiksa oleh", "")),
    )


def _summary(paper: DayPaper) -> dict[str, str]:
    day, still_open = paper.figures.counter, paper.still_open
    told = {
        "Kunjungan selesai": str(day.visits),
        "Kartu baik": f"{day.good} (baru {day.good - day.reprinted}, cetak ulang {day.reprinted})",
        "Kartu rusak": str(day.spoiled),
    }
    if still_open:
        told["Belum selesai"] = f"{still_open.cards} kartu belum dijawab, {still_open.visits} kunjungan"
        told["Alasan tetap ditutup"] = paper.close.reason
    return told


def _blanks(paper: DayPaper) -> dict[str, str]:
    """Of the shift that ended with this count; it may have begun on an earlier day."""
    counted, blanks = paper.counted, paper.figures.blanks
    if counted is None:
        return {"Blangko": "loket ini tidak menyimpan blangko"}
    if counted.ended is None or counted.ended.end is None:
        return {"Dihitung pertama kali": str(counted.running.opening)}
    use, end = counted.use, counted.ended.end
    told = {
        "Giliran sejak": moment(counted.ended.opened_at),
        "Blangko": (
            f"jumlah awal {blanks.opening} + diterima {blanks.received} = kartu baik {blanks.good} + "
            f"rusak {blanks.spoiled} + ditahan {blanks.held} + sisa {blanks.remaining}"
        ),
        "Kartu baik": f"baru {use.new}, cetak ulang {use.reprinted}",
        "Rusak": ", ".join(f"{paper_name(why)} {count}" for why, count in use.spoiled.items()) or "tidak ada",
        "Ditahan": f"{blanks.held} kartu belum dijawab" if blanks.held else "tidak ada",
        "Seharusnya tersisa": str(blanks.remaining),
        "Dihitung": str(end.count.counted),
        "Selisih": _difference(end.difference),
    }
    if end.difference:
        told["Alasan selisih"] = end.count.reason
    told["Pita dipasang"] = "; ".join(map(_ribbon, use.ribbons)) or "tidak ada"
    return told


def _difference(difference: int) -> str:
    if not difference:
        return "tidak ada"
    return f"lebih {difference}" if difference > 0 else f"kurang {-difference}"


def _ribbon(load: RibbonLoad) -> str:
    return f"{paper_name(load.kind)}, {load.panels} kartu, {moment(load.loaded_at)}"


def _chain(close: DayClose, before: DayClose | None) -> dict[str, str]:
    told = {"Entri": str(close.head.length), "Kepala": grouped(close.head.sha256)}
    if before is None:
        return told | {"Tutup hari sebelumnya": "belum pernah"}
    return told | {
        "Tutup hari sebelumnya": f"{weekday_date(before.day)}, ditutup {moment(before.closed_at)}",
        "Entri waktu itu": str(before.head.length),
        "Kepala waktu itu": grouped(before.head.sha256),
    }
