"""How papers and cards write dates and segments: always in Indonesian, whatever the screen speaks."""

from app.companies.card_batch import IdShown
from app.members.membership import Segment
from app.reports.paper_dates import long_date as long_date

_SEGMENTS = {
    Segment.PU.value: "Penerima Upah",
    Segment.BPU.value: "Bukan Penerima Upah",
    Segment.JAKON.value: "Jasa Konstruksi",
    Segment.PMI.value: "Pekerja Migran",
}

_ID_SHOWN = {
    IdShown.KTP: "KTP",
    IdShown.SIM: "SIM",
    IdShown.PASSPORT: "Paspor",
    IdShown.COMPANY_LETTER: "Surat tugas",
}


def number(count: int) -> str:
    """``1.234.567``."""
    return f"{count:,}".replace(",", ".")


def segment(code: str) -> str:
    """The segment in words; a text that is no code stays as it is."""
    return _SEGMENTS.get(code, code)


def id_shown(document: IdShown) -> str:
    return _ID_SHOWN[document]
