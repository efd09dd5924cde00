"""The branch's reference data, read strictly from its folder once at start."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from app.errors import Problem, YourEnvironment
from app.exchange.headings import HeadingRules
from app.member_fields import MemberField
from app.members.membership import Programme, RiskClass, Segment
from app.members.names import NameRules, Title, Variant
from app.members.regions import DISTRICT, PROVINCE, REGENCY, Region, Regions
from app.services.contribution import (
    Basis,
    Certainty,
    Discount,
    Need,
    Period,
    Rate,
    Rates,
    SegmentProgramme,
    WageCap,
    Work,
)

Cells = dict[str, str]
One = TypeVar("One")
All = TypeVar("All")

_LEVELS = {"province": PROVINCE, "regency": REGENCY, "district": DISTRICT}
_ONLY_AFTER = {"anywhere": False, "after": True}
_NOT_ON_THE_FORM = "other"
_ABBREVIATION = {"spelling": False, "abbreviation": True}


@dataclass(frozen=True, slots=True)
class Reference:
    regions: Regions
    names: NameRules
    rates: Rates
    headings: HeadingRules

    @classmethod
    def load(cls, folder: Path) -> "Reference":
        """Read the folder, or raise ``YourEnvironment(REFERENCE_UNREADABLE)`` with file and row.

        A missing file, a missing or unknown column and a row that cannot be read are all refused:
        a rate half understood is worse than none.
        """
        titles = _read(folder / "name_titles.csv", "title place kind", _title, tuple)
        spellings = _read(folder / "name_spelling.csv", "old new certainty note", _spelling, tuple)
        short_words = _read(folder / "heading_words.csv", "word means", _short_word, _words)
        return cls(
            regions=_read(folder / "regions.csv", "code name level", _region, Regions),
            names=_read(
                folder / "name_variants.csv",
                "variant canonical kind certainty",
                _variant,
                lambda variants: NameRules(titles, variants, spellings),
            ),
            rates=Rates(
                programmes=_read(
                    folder / "programmes.csv", "segment programme need law certainty", _programme, tuple
                ),
                rates=_read(
                    folder / "rates.csv",
                    "segment programmes risk_class contract_months basis employer_pct worker_pct"
                    " government_pct recomposed_pct nominal_rp least_rp most_rp valid_from valid_to law"
                    " certainty note",
                    _rate,
                    _never_two_at_once,
                ),
                caps=_read(
                    folder / "wage_caps.csv", "programme cap_rp valid_from source certainty", _wage_cap, tuple
                ),
                discounts=_read(
                    folder / "discounts.csv",
                    "segment work programmes percent valid_from valid_to law certainty",
                    _discount,
                    tuple,
                ),
            ),
            headings=_read(
                folder / "worker_headings.csv",
                "field heading",
                _heading,
                lambda headings: HeadingRules(headings, short_words),
            ),
        )


def _read(
    file: Path, columns: str, one: Callable[[Cells], One], build: Callable[[Iterator[One]], All]
) -> All:
    row = 1

    def rows() -> Iterator[One]:
        nonlocal row
        with file.open(encoding="utf-8-sig", newline="") as text:
            table = csv.reader(text, strict=True)
            header = next(table, [])
            if sorted(header) != sorted(columns.split()):
                raise ValueError(f"the columns are {columns}")
            for cells in table:
                row += 1
                yield one(dict(zip(header, cells, strict=True)))

    try:
        return build(rows())
    except (OSError, ValueError, KeyError, ArithmeticError, csv.Error) as error:
        raise YourEnvironment(Problem.REFERENCE_UNREADABLE, file=file.name, row=str(row)) from error


def _region(cells: Cells) -> Region:
    code, name = cells["code"], _filled(cells["name"])
    if not (code.isascii() and code.isdigit() and len(code) == _LEVELS.get(cells["level"])):
        raise ValueError(f"{code} is no code of a {cells['level']}")
    return Region(code, name)


def _title(cells: Cells) -> Title:
    return Title(_filled(cells["title"]), _ONLY_AFTER[cells["place"]])


def _variant(cells: Cells) -> Variant:
    Certainty(cells["certainty"])
    text, canonical = _filled(cells["variant"]), _filled(cells["canonical"])
    return Variant(text, canonical, _ABBREVIATION[cells["kind"]])


def _spelling(cells: Cells) -> tuple[str, str]:
    Certainty(cells["certainty"])
    return _filled(cells["old"]), _filled(cells["new"])


def _short_word(cells: Cells) -> tuple[str, str]:
    return _filled(cells["word"]), _filled(cells["means"])


def _words(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return dict(pairs)


def _heading(cells: Cells) -> tuple[MemberField | None, str]:
    field = cells["field"]
    return None if field == _NOT_ON_THE_FORM else MemberField(field), _filled(cells["heading"])


def _programme(cells: Cells) -> SegmentProgramme:
    return SegmentProgramme(
        segment=Segment(cells["segment"]),
        programme=Programme(cells["programme"]),
        need=Need(cells["need"]),
        law=_filled(cells["law"]),
        certainty=Certainty(cells["certainty"]),
    )


def _rate(cells: Cells) -> Rate:
    return Rate(
        segment=Segment(cells["segment"]),
        programmes=_programmes(cells["programmes"]),
        risk_class=RiskClass(cells["risk_class"]) if cells["risk_class"] else None,
        contract_months=_number(cells["contract_months"]),
        basis=Basis(cells["basis"]),
        employer=_percent(cells["employer_pct"]),
        worker=_percent(cells["worker_pct"]),
        government=_percent(cells["government_pct"]),
        recomposed=_percent(cells["recomposed_pct"]),
        nominal=_number(cells["nominal_rp"]) or 0,
        least=_number(cells["least_rp"]),
        most=_number(cells["most_rp"]),
        period=_period(cells),
        law=_filled(cells["law"]),
        certainty=Certainty(cells["certainty"]),
    )


def _never_two_at_once(rates: Iterable[Rate]) -> tuple[Rate, ...]:
    """A new rate without a last day on the old one would be charged twice."""
    kept: list[Rate] = []
    for rate in rates:
        for other in kept:
            if _same_case(rate, other) and _overlap(rate.period, other.period):
                raise ValueError(f"two rates hold at once: {rate.law} and {other.law}")
        kept.append(rate)
    return tuple(kept)


def _same_case(rate: Rate, other: Rate) -> bool:
    return (
        rate.segment is other.segment
        and rate.risk_class is other.risk_class
        and rate.contract_months == other.contract_months
        and bool(set(rate.programmes) & set(other.programmes))
    )


def _overlap(period: Period, other: Period) -> bool:
    return period.holds(other.first) or other.holds(period.first)


def _wage_cap(cells: Cells) -> WageCap:
    _filled(cells["source"])
    return WageCap(
        programme=Programme(cells["programme"]),
        rupiah=_number(_filled(cells["cap_rp"])) or 0,
        first=date.fromisoformat(cells["valid_from"]),
        certainty=Certainty(cells["certainty"]),
    )


def _discount(cells: Cells) -> Discount:
    return Discount(
        segment=Segment(cells["segment"]),
        work=Work(cells["work"]),
        programmes=_programmes(cells["programmes"]),
        percent=_percent(cells["percent"]),
        period=_period(cells),
        law=_filled(cells["law"]),
        certainty=Certainty(cells["certainty"]),
    )


def _programmes(text: str) -> tuple[Programme, ...]:
    return tuple(Programme(code) for code in _filled(text).split())


def _period(cells: Cells) -> Period:
    last = date.fromisoformat(cells["valid_to"]) if cells["valid_to"] else None
    period = Period(date.fromisoformat(cells["valid_from"]), last)
    if not period.holds(period.first):
        raise ValueError("the last day lies before the first")
    return period


def _percent(text: str) -> Decimal:
    percent = Decimal(text)
    if not 0 <= percent <= 100:
        raise ValueError(f"{text} is no percentage")
    return percent


def _number(text: str) -> int | None:
    """Whole and not negative; an empty cell means that the row has none."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text} is no whole number")
    return int(text)


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("a cell is empty")
    return text
