"""Berita acara pemusnahan: the paper of an erasure, signed by the two who carried it out."""

from app.exchange.write_workbook import Cell, Column, Sheet
from app.reports.paper_names import paper_name
from app.reports.report import Facts, Report
from app.trust.retention import Certificate

_COLUMNS = (
    Column("Jenis data", 44),
    Column("Masa simpan (bulan)", 18, counts=True),
    Column("Dihapus bila sebelum", 20),
    Column("Dihapus", 12, counts=True),
    Column("Ditahan", 12, counts=True),
)
_BASIS = "UU 27/2022 pasal 43 dan 44; masa simpan ditetapkan oleh kantor cabang"
_NOTE = (
    "Peserta yang dihapus kehilangan nama, NIK, dan semua isian; nomor KPJ tetap tercatat sebagai terpakai. "
    "Salinan cadangan lama terhapus ketika cadangan baru menggantikannya."
)


def erasure_certificate(certificate: Certificate) -> Report:
    """Counts alone; the journal tells the same erasure under its number."""
    by, supervisor = certificate.by.name, certificate.approved_by.name
    rows: list[tuple[Cell, ...]] = [
        (paper_name(kind.kind), kind.months, kind.before, kind.due, kind.held)
        for kind in certificate.erased
        if kind.months is not None and kind.before is not None
    ]
    facts = {
        "Dilaksanakan oleh": by,
        "Disetujui oleh": supervisor,
        "Alasan": certificate.reason,
        "Dasar": _BASIS,
    }
    return Report(
        title="Berita acara pemusnahan data",
        about=f"Nomor {certificate.number:04d}",
        branch=certificate.branch,
        at=certificate.at,
        by=by,
        head=certificate.head,
        sections=(Facts("Persetujuan", facts), Sheet("Data yang dimusnahkan", _COLUMNS, rows)),
        note=_NOTE,
        signatures=(("Pelaksana", by), ("Penyelia", supervisor)),
    )
