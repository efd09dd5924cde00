"""Dates as officers type them, day first."""

import re
from datetime import date

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField

_MONTHS = (
    "januari january jan",
    "februari pebruari february feb peb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agt agu ags aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
_MONTH_NAMED = {name: month for month, names in enumerate(_MONTHS, start=1) for name in names.split()}
_YEARS = range(1900, 2100)
_BETWEEN = r"[\s./\-]+"
_AS_SHOWN = re.compile(r"[0-9]{2}-[0-9]{2}-[0-9]{4}")  # the shape the program itself writes
_SHAPES = (
    re.compile(r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4}|[0-9]{2})"),
    re.compile(
        rf"(?P<day>[0-9]{{1,2}}){_BETWEEN}(?P<month>[0-9]{{1,2}}){_BETWEEN}(?P<year>[0-9]{{4}}|[0-9]{{2}})"
    ),
    re.compile(rf"(?P<day>[0-9]{{1,2}}){_BETWEEN}(?P<month>[a-z]+){_BETWEEN}(?P<year>[0-9]{{4}}|[0-9]{{2}})"),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
)


def read_date(typed: str, field: MemberField, earliest: date, latest: date) -> date:
    """Read ``15081992``, ``15-8-1992``, ``15/08/92``, ``15 Agustus 1992`` or ``1992-08-15``.

    A year of two digits is taken in the century that puts the date between ``earliest`` and ``latest``;
    where none or both do, ``CENTURY_UNCLEAR`` asks for four digits.
    """
    if _AS_SHOWN.fullmatch(typed) and (shown := _calendar(int(typed[6:]), int(typed[3:5]), int(typed[:2]))):
        return shown
    text = typed.strip().lower()
    shape = next((match for match in (shape.fullmatch(text) for shape in _SHAPES) if match), None)
    if shape is None:
        raise InputRejected(field, FindingCode.DATE_UNREADABLE)
    month = _MONTH_NAMED.get(shape["month"]) if shape["month"].isalpha() else int(shape["month"])
    year = int(shape["year"])
    years = [year] if len(shape["year"]) == 4 else [1900 + year, 2000 + year]
    days = [day for day in (_calendar(year, month, int(shape["day"])) for year in years) if day]
    if not days:
        raise InputRejected(field, FindingCode.DATE_UNREADABLE)
    if len(shape["year"]) == 2:
        days = [day for day in days if earliest <= day <= latest]
        if len(days) != 1:
            raise InputRejected(field, FindingCode.CENTURY_UNCLEAR)
    return days[0]


def _calendar(year: int, month: int | None, day: int) -> date | None:
    if month is None or year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
