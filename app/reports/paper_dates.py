"""How papers write days and moments: always in Indonesian, whatever the screen speaks."""

from datetime import date, datetime

_MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def long_date(day: date) -> str:
    """``17 Agustus 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """``Jumat, 20 November 2026``."""
    return f"{_WEEKDAYS[day.weekday()]}, {long_date(day)}"


def moment(at: datetime | None) -> str:
    """``20/11/2026 14.32``, or nothing."""
    return f"{at:%d/%m/%Y %H.%M}" if at else ""
