"""How papers and cards write dates and segments: always in Indonesian, whatever the screen speaks."""

from datetime import date

from app.members.membership import Segment

_MONTHS = {
    1: "Januari",
    2: "Februari",
    3: "Maret",
    4: "April",
    5: "Mei",
    6: "Juni",
    7: "Juli",
    8: "Agustus",
    9: "September",
    10: "Oktober",
    11: "November",
    12: "Desember",
}

_SEGMENTS = {
    Segment.PU.value: "Penerima Upah",
    Segment.BPU.value: "Bukan Penerima Upah",
    Segment.JAKON.value: "Jasa Konstruksi",
    Segment.PMI.value: "Pekerja Migran",
}


def long_date(day: date) -> str:
    """``17 Agustus 2026``."""
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


def number(count: int) -> str:
    """``1.234.567``."""
    return f"{count:,}".replace(",", ".")


def segment(code: str) -> str:
    """The segment in words; a text that is no code stays as it is."""
    return _SEGMENTS.get(code, code)
