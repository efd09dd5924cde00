"""A report as a workbook: one sheet for each section, and a first one that says what this is."""

from app.exchange.write_workbook import Column, Sheet, workbook_bytes
from app.reports.report import Facts, Report, grouped

_NOTES = (Column("Keterangan", 24), Column("Isi", 90))


def report_workbook(report: Report) -> bytes:
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
