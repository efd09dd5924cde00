"""Who saw, changed or exported whom, on paper and as a workbook, always in Indonesian."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.exchange.write_workbook import Cell, Column, Sheet
from app.reports.journal_words import ACTION_NAMES, TOUCH_NAMES, entry_in_words, officer_name
from app.reports.report import Facts, Report, ReportRenderer
from app.reports.report_workbook import report_workbook
from app.trust.journal import Touch
from app.trust.papers import Drawn
from app.trust.who_saw_whom import Touched

_COLUMNS = (
    Column("Entri", 10),
    Column("Waktu", 20),
    Column("Petugas", 22),
    Column("Peserta", 32),
    Column("Tindakan", 26),
    Column("Keterangan", 36),
)
_NOTE = "NIK disamarkan. Data lengkap satu orang diberikan dengan laporan data pribadi peserta."


@dataclass(frozen=True, slots=True)
class DrawWhoSawWhom:
    renderer: ReportRenderer

    def __call__(self, touched: Touched) -> Drawn:
        report = touched_report(touched)
        return Drawn(self.renderer.render(report), report_workbook(report))


def touched_report(touched: Touched) -> Report:
    wish = touched.wish
    span = f"{wish.since:%d/%m/%Y %H.%M} – {wish.until:%d/%m/%Y %H.%M}"
    rows = list(_rows(touched))
    asked = {
        "Antara": span,
        "Tindakan": ", ".join(TOUCH_NAMES[kind] for kind in Touch if kind in wish.kinds) or "semua",
        "Petugas": "semua" if wish.officer_id is None else officer_name(wish.officer_id, touched.officers),
        "Peserta": "semua" if wish.member_id is None else _person(touched, wish.member_id),
        "Baris": str(len(rows)),
    }
    return Report(
        title="Siapa melihat siapa",
        about=span,
        branch=touched.branch,
        at=touched.at,
        by=touched.by.name,
        head=touched.head,
        sections=(Facts("Yang dicari", asked), Sheet("Siapa melihat siapa", _COLUMNS, rows)),
        note=_NOTE,
        signatures=(("Penyelia", touched.by.name),),
    )


def _rows(touched: Touched) -> Iterable[tuple[Cell, ...]]:
    wanted = touched.wish.member_id
    for stored in touched.entries:
        entry = stored.entry
        whom = entry.members if wanted is None else (wanted,)
        for person in [_person(touched, member_id) for member_id in whom] or [""]:
            yield (
                str(stored.number),
                f"{entry.at:%d/%m/%Y %H.%M.%S}",
                officer_name(entry.officer_id, touched.officers),
                person,
                ACTION_NAMES[entry.action],
                entry_in_words(entry, touched.officers),
            )


def _person(touched: Touched, member_id: int) -> str:
    """Who was erased since has only a number."""
    told = touched.persons.get(member_id)
    return f"{told.name}, {told.nik_masked}" if told else f"peserta {member_id}"
