"""Dates, numbers and money as the branch writes them (id_ID), whatever language the screen speaks."""

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from app.errors import InputRejected
from app.members.kpj import Kpj
from app.members.nik import Nik

_BRANCH = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)


def number(value: int) -> str:
    """``1.234.567``"""
    digits = f"{abs(value):,}".replace(",", ".")
    return f"-{digits}" if value < 0 else digits


def decimal(value: float, places: int) -> str:
    """At most so many places, with a comma: ``1,25``, ``−0,5``."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).replace("-", "−").replace(".", ",")


def rupiah(value: int) -> str:
    """``Rp 4.961.753``, with a space that does not break."""
    return f"Rp\u00a0{number(value)}"


def long_date(day: date) -> str:
    """``17 Agustus 2026``"""
    return _BRANCH.toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def weekday_date(day: date) -> str:
    """``Jumat, 20 November 2026``"""
    return _BRANCH.toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def brief_date(day: date) -> str:
    """``Jum, 20 Nov 2026``"""
    return _BRANCH.toString(QDate(day.year, day.month, day.day), "ddd, d MMM yyyy")


def short_date(day: date) -> str:
    """``17-08-2026``, as it is typed."""
    return day.strftime("%d-%m-%Y")


def clock_time(at: datetime) -> str:
    """``14:32``"""
    return at.strftime("%H:%M")


def clock_seconds(at: datetime) -> str:
    """``14:32:07``"""
    return at.strftime("%H:%M:%S")


def minutes(seconds: int) -> str:
    """``02:41``; an hour and more reads ``1:02:41``."""
    hours, rest = divmod(max(seconds, 0), 3600)
    shown = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{hours}:{shown}" if hours else shown


def size(count: int) -> str:
    """``4,2 MB`` of bytes, in thousands as disks are sold."""
    units = ("B", "kB", "MB", "GB")
    place, figure = 0, float(count)
    while figure >= 1000 and place < len(units) - 1:
        place, figure = place + 1, figure / 1000
    shown = f"{figure:.1f}".replace(".", ",") if place > 1 and figure < 100 else f"{figure:.0f}"
    return f"{shown}\u00a0{units[place]}"


def tidy_date(typed: str) -> str:
    """``16081992`` becomes ``16-08-1992`` once the focus leaves; what is no date stays as typed."""
    text = typed.strip()
    parts = re.fullmatch(r"(\d{2})(\d{2})(\d{4})", text) or re.fullmatch(
        r"(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})", text
    )
    if parts is None:
        return typed
    day, month, year = (int(part) for part in parts.groups())
    try:
        return short_date(date(year, month, day))
    except ValueError:
        return typed


def tidy_nik(typed: str) -> str:
    try:
        return Nik.parse(typed).grouped
    except InputRejected:
        return typed


def tidy_kpj(typed: str) -> str:
    try:
        return Kpj.parse(typed).grouped
    except InputRejected:
        return typed


def tidy_rupiah(typed: str) -> str:
    """``4961753`` becomes ``4.961.753``; the field's label says rupiah."""
    digits = re.sub(r"[\s.]", "", typed)
    return number(int(digits)) if digits.isascii() and digits.isdigit() and len(digits) <= 15 else typed
