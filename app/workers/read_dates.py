"""Dates of a company's list: every form the field sees, and what a whole column says about its order."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rapidfuzz import fuzz, process

from app.exchange.workbook import Cell, CellError, Number
from app.findings import FindingCode
from app.workers.cell_doubt import CellDoubt, Reading, formula_doubt, unreadable
from app.workers.plain_cells import said

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agt agu ags agust aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_LONG_MONTHS = tuple(name for name in _MONTHS if len(name) >= 5)
_ALIKE = 80.0  # of 100, from which a month's name may be misspelt
_WEEKDAYS = "senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad"

_BETWEEN = r"\s*[\s./\\,_\-]\s*"
_CLOCK = r"(?:[T\s]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?)?"
_IN_FIGURES = re.compile(rf"([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}}){_BETWEEN}([0-9]{{4}}|[0-9]{{2}}){_CLOCK}")
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_BETWEEN}([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}}){_CLOCK}")
_NAMED = re.compile(rf"([0-9]{{1,2}})[\s./,_\-]*([a-z]+)[\s./,_\-]*([0-9]{{4}}|[0-9]{{2}}){_CLOCK}")
_NAME_FIRST = re.compile(r"([a-z]+)[\s./,_\-]*([0-9]{1,2})[\s,./\-]+([0-9]{4})")
_WITH_PLACE = re.compile(r"(?P<place>[^0-9]*?[^0-9\s.,/:;\-])\s*[,./:;\-\s]\s*(?P<date>[0-9].*)", re.DOTALL)
_LEADING_WEEKDAY = re.compile(rf"(?:{_WEEKDAYS})[\s,/]+", re.IGNORECASE)

_DAY_NOUGHT = date(1899, 12, 30)  # of Excel's calendar, right from March 1900 on
_SERIALS = range(10_000, 73_051)  # from 1927 to the end of 2099; of four digits, it is a year
_YEARS = range(1900, 2100)
_SIX_DIGITS = 6  # ddmmyy; a day counted by Excel has five


def shown_date(day: date) -> str:
    return f"{day.day:02d}-{day.month:02d}-{day.year:04d}"


def with_place(text: str) -> tuple[str, str]:
    """The place and the date of ``Surabaya, 17-08-1990``; no place where the text is only a date."""
    match = _WITH_PLACE.fullmatch(text.strip())
    if match is None:
        return "", text
    place = match["place"].strip(" \t\n.,/:;-")
    if _month(place.lower()) is not None or re.fullmatch(_WEEKDAYS, place.lower()):
        return "", text
    return place, match["date"]


@dataclass(frozen=True, slots=True)
class _Readings:
    """The days a cell can mean, the usual first; ``of`` tells which evidence decides between them."""

    days: tuple[date, ...]
    of: str = ""


class DateColumn:
    """One column of dates between ``earliest`` and ``latest``, which is how a year of two digits is read."""

    def __init__(self, cells: Iterable[Cell], earliest: date, latest: date) -> None:
        self._earliest, self._latest = earliest, latest
        self._texts: dict[str, _Readings] = {}
        self._mixed = self._evidence(cells)

    def read(self, cell: Cell, agrees: Callable[[date], bool] | None = None) -> Reading:
        """``agrees`` tells whether the row's NIK has that birth date, where one can be read from it."""
        match cell:
            case datetime():
                return self._decided(_of_day(cell.date()), agrees, cell)
            case date():
                return self._decided(_of_day(cell), agrees, cell)
            case CellError():
                return cell.text, formula_doubt(cell)
            case str():
                return self._decided(self._of_text(cell), agrees, cell)
            case Number():
                return self._decided(self._of_figures(cell.digits or ""), agrees, cell)
            case None:
                return "", None
            case _:
                return said(cell), unreadable(said(cell))

    def _decided(self, found: _Readings, agrees: Callable[[date], bool] | None, cell: Cell) -> Reading:
        days = found.days
        if not days:
            return said(cell), None  # the counter's own rule says that it is no date
        usual = days[0]
        if len(days) == 1 or found.of not in self._mixed or (agrees and agrees(usual)):
            return shown_date(usual), None
        if agrees:
            for day in days[1:]:
                if agrees(day):
                    facts = {"holds": said(cell), "taken": shown_date(day)}
                    return shown_date(day), CellDoubt(FindingCode.DATE_TURNED, facts, certain=True)
        facts = {"first": shown_date(usual), "second": shown_date(days[1])}
        return said(cell), CellDoubt(FindingCode.DATE_AMBIGUOUS, facts)

    def _evidence(self, cells: Iterable[Cell]) -> frozenset[str]:
        """Which kinds of cells stand in both orders in this column.

        A text that can only be month first shows it. And a program set to English turns into dates what it
        can, month first, and leaves the rest: then no date has a day above 12, and every text has one.
        """
        seen: Counter[str] = Counter()
        for cell in cells:
            match cell:
                case date():
                    seen["days above 12" if cell.day > 12 else "days"] += 1
                case str() if figures := _IN_FIGURES.fullmatch(cell.strip()):
                    seen["day first"] += int(figures[1]) > 12
                    seen["month first"] += int(figures[2]) > 12
                case Number():
                    seen["ddmmyy"] += len(cell.digits or "") == _SIX_DIGITS
        turned = not seen["days above 12"]
        evidence = {
            "text": seen["month first"],
            "cell": turned and (seen["month first"] or (seen["days"] and seen["day first"])),
            "figures": seen["ddmmyy"],
        }
        return frozenset(kind for kind, mixed in evidence.items() if mixed)

    def _of_text(self, typed: str) -> _Readings:
        known = self._texts.get(typed)
        if known is None:
            known = self._texts[typed] = self._parsed(typed)
        return known

    def _parsed(self, typed: str) -> _Readings:
        text = typed if _IN_FIGURES.fullmatch(typed) else _bare(typed)
        if text.isascii() and text.isdigit():
            return self._of_figures(text)
        if figures := _IN_FIGURES.fullmatch(text):
            first, second, year = figures.groups()
            return _Readings(self._days((first, second, year), (second, first, year)), "text")
        if figures := _YEAR_FIRST.fullmatch(text):
            year, month, day = figures.groups()
            return _Readings(self._days((day, month, year)))
        if named := _NAMED.fullmatch(text):
            day, name, year = named.groups()
        elif named := _NAME_FIRST.fullmatch(text):
            name, day, year = named.groups()
        else:
            return _Readings(())
        month = _month(name)
        return _Readings(self._days((day, str(month), year)) if month else ())

    def _of_figures(self, digits: str) -> _Readings:
        """``17081990``, ``1081990``, ``170890``, ``19900817`` or a day counted as Excel does."""
        match len(digits):
            case 8:
                day_first = (digits[:2], digits[2:4], digits[4:])
                return _Readings(self._days(day_first, (digits[6:], digits[4:6], digits[:4])))
            case 7:
                return _Readings(self._days((digits[:1], digits[1:3], digits[3:])))
            case 6:
                return _Readings(self._days((digits[:2], digits[2:4], digits[4:])))
            case 5:
                counted = (_DAY_NOUGHT + timedelta(days=int(digits)),) if int(digits) in _SERIALS else ()
                short = self._days((digits[:1], digits[1:3], digits[3:]))
                return _Readings(tuple(dict.fromkeys((*counted, *short))), "figures")
        return _Readings(())

    def _days(self, *readings: tuple[str, str, str]) -> tuple[date, ...]:
        days = []
        for day, month, year in readings:
            found = [_calendar(full, int(month), int(day)) for full in _full_years(int(year), len(year))]
            real = [each for each in found if each is not None]
            if len(year) == 2:
                real = [each for each in real if self._earliest <= each <= self._latest]
            if len(real) == 1:
                days.append(real[0])
        return tuple(dict.fromkeys(days))


def _bare(typed: str) -> str:
    """Without apostrophe, weekday and closing stop, in small letters."""
    return _LEADING_WEEKDAY.sub("", typed.strip().lstrip("'`‘’").strip()).lower().rstrip(" .,")


def _of_day(day: date) -> _Readings:
    if day.day > 12 or day.day == day.month:
        return _Readings((day,))
    return _Readings((day, date(day.year, day.day, day.month)), "cell")


def _full_years(year: int, digits: int) -> tuple[int, ...]:
    return (year,) if digits == 4 else (1900 + year, 2000 + year)


def _calendar(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int | None:
    if name in _MONTHS:
        return _MONTHS[name]
    if len(name) < 4:
        return None
    near = process.extract(name, _LONG_MONTHS, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
    months = {_MONTHS[each] for each, _, _ in near}
    return months.pop() if len(months) == 1 else None
