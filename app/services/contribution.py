"""Monthly contributions (iuran) from dated rates: who pays how much, by which law, and how sure that is."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.members.membership import Programme, RiskClass, Segment


class Certainty(StrEnum):
    """How well a figure is sourced."""

    SURE = "sure"
    LIKELY = "likely"
    UNKNOWN = "unknown"


class Need(StrEnum):
    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"


class Basis(StrEnum):
    WAGE = "wage"  # for the self-employed the income they state
    CAPPED_WAGE = "capped_wage"  # the wage up to the programme's ceiling
    NOMINAL = "nominal"


class Work(StrEnum):
    """The kinds of work PP 50/2025 tells apart."""

    TRANSPORT = "transport"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day; None as last day means until further notice."""

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class SegmentProgramme:
    segment: Segment
    programme: Programme
    need: Need
    law: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Rate:
    """One row of the rate table. Percentages of the basis; money in rupiah.

    ``recomposed`` is the part of the programme that the employer has already paid within JKK and JKM.
    ``nominal`` is paid by the worker; ``least`` and ``most`` bound what a worker pays.
    """

    segment: Segment
    programmes: tuple[Programme, ...]
    basis: Basis
    period: Period
    law: str
    certainty: Certainty
    risk_class: RiskClass | None = None
    contract_months: int | None = None
    employer: Decimal = Decimal(0)
    worker: Decimal = Decimal(0)
    government: Decimal = Decimal(0)
    recomposed: Decimal = Decimal(0)
    nominal: int = 0
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class WageCap:
    """Holds from ``first`` until the next cap of the same programme."""

    programme: Programme
    rupiah: int
    first: date
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Discount:
    segment: Segment
    work: Work
    programmes: tuple[Programme, ...]
    percent: Decimal
    period: Period
    law: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Contribution:
    """What is due for one programme, or for two that the law prices together (migrants).

    Parts are whole rupiah. ``basis`` is the wage counted, 0 for a nominal amount. ``contract_months`` is
    None for a monthly contribution, 0 for the time before departure.
    """

    programmes: tuple[Programme, ...]
    employer: int
    worker: int
    government: int
    recomposed: int
    basis: int
    law: str
    certainty: Certainty
    contract_months: int | None = None

    @property
    def amount(self) -> int:
        """What the programme receives; the parts always add up to it."""
        return self.employer + self.worker + self.government + self.recomposed

    @property
    def paid(self) -> int:
        """What is paid for it anew: summed over programmes, the recomposed part is not counted twice."""
        return self.employer + self.worker + self.government


def whole_rupiah(amount: Decimal) -> int:
    """The one place where money is rounded: half a rupiah or more goes up.

    Each part is rounded on its own because employer and worker each pay whole rupiah and the parts must
    add up to what is shown. No rule of the centre is published; its invoice decides.
    """
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Due:
    """A rate as it holds on a day, before it is known of which wage. ``left`` is what a discount leaves.

    ``unsure`` is how well it is sourced below the wage cap, which has a source of its own.
    """

    rate: Rate
    cap: WageCap | None
    left: Decimal
    law: str
    unsure: Certainty

    @property
    def programmes(self) -> tuple[Programme, ...]:
        return self.rate.programmes

    def certainty(self, wage: int) -> Certainty:
        if self.cap is None or wage <= self.cap.rupiah:
            return self.unsure
        return _least_sure((self.unsure, self.cap.certainty))

    def of(self, wage: int) -> Contribution:
        rate, left = self.rate, self.left
        basis = 0 if rate.basis is Basis.NOMINAL else wage
        if self.cap is not None:
            basis = min(wage, self.cap.rupiah)
        return Contribution(
            programmes=rate.programmes,
            employer=whole_rupiah(left * basis * rate.employer / 100),
            worker=whole_rupiah(left * _bounded(rate, basis * rate.worker / 100 + rate.nominal)),
            government=whole_rupiah(left * basis * rate.government / 100),
            recomposed=whole_rupiah(left * basis * rate.recomposed / 100),
            basis=basis,
            law=self.law,
            certainty=self.certainty(wage),
            contract_months=rate.contract_months,
        )


_Case = tuple[Segment, frozenset[Programme], RiskClass | None, date, int | None, bool]


@dataclass(frozen=True, slots=True)
class Rates:
    programmes: tuple[SegmentProgramme, ...]
    rates: tuple[Rate, ...]
    caps: tuple[WageCap, ...]
    discounts: tuple[Discount, ...]
    _allowed: dict[Segment, frozenset[Programme]] = field(init=False, compare=False, default_factory=dict)
    _mandatory: dict[Segment, frozenset[Programme]] = field(init=False, compare=False, default_factory=dict)
    _dues: dict[_Case, tuple[Due, ...]] = field(init=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for segment in Segment:
            rows = [row for row in self.programmes if row.segment is segment]
            self._allowed[segment] = frozenset(row.programme for row in rows)
            self._mandatory[segment] = frozenset(row.programme for row in rows if row.need is Need.MANDATORY)

    def allowed(self, segment: Segment) -> frozenset[Programme]:
        return self._allowed[segment]

    def mandatory(self, segment: Segment) -> frozenset[Programme]:
        return self._mandatory[segment]

    def contributions(
        self,
        segment: Segment,
        programmes: Collection[Programme],
        wage: int,
        risk_class: RiskClass | None,
        on: date,
        contract_months: int | None = None,
    ) -> tuple[Contribution, ...]:
        """What is due on that day, in the order of the rate table.

        A programme whose rate, wage or risk class is not known is missing from the answer.
        """
        dues = self.dues(segment, programmes, wage, risk_class, on, contract_months)
        return tuple(due.of(wage) for due in dues)

    def dues(
        self,
        segment: Segment,
        programmes: Collection[Programme],
        wage: int,
        risk_class: RiskClass | None,
        on: date,
        contract_months: int | None = None,
    ) -> tuple[Due, ...]:
        """The rates behind the contributions. They are the same for every wage, so a list of ten thousand
        workers looks for them once."""
        case = (segment, frozenset(programmes), risk_class, on, contract_months, wage > 0)
        dues = self._dues.get(case)
        if dues is None:
            dues = self._dues[case] = tuple(self._looked_up(case))
        return dues

    def _looked_up(self, case: _Case) -> Iterator[Due]:
        segment, programmes, risk_class, on, contract_months, has_wage = case
        for rate in self.rates:
            if (
                rate.segment is segment
                and programmes.issuperset(rate.programmes)
                and rate.period.holds(on)
                and rate.risk_class in (None, risk_class)
                and _covers(rate, contract_months)
                and self._has_basis(rate, on, has_wage)
            ):
                yield self._due(rate, on)

    def _due(self, rate: Rate, on: date) -> Due:
        left, law, certainties = Decimal(1), rate.law, [rate.certainty]
        discounts = self._discounts(rate, on)
        if {discount.work for discount in discounts} == set(Work):
            left = 1 - min(discount.percent for discount in discounts) / 100
            law = f"{law}; {discounts[0].law}"
            certainties += [discount.certainty for discount in discounts]
        elif discounts:
            # the form does not ask for the kind of work, so the full amount is only likely
            certainties.append(Certainty.LIKELY)
        return Due(rate, self._cap(rate, on), left, law, _least_sure(certainties))

    def _has_basis(self, rate: Rate, on: date, has_wage: bool) -> bool:
        if rate.basis is Basis.CAPPED_WAGE and self._cap(rate, on) is None:
            return False
        return rate.basis is Basis.NOMINAL or has_wage

    def _cap(self, rate: Rate, on: date) -> WageCap | None:
        if rate.basis is not Basis.CAPPED_WAGE:
            return None
        begun = [cap for cap in self.caps if cap.programme in rate.programmes and cap.first <= on]
        return max(begun, key=lambda cap: cap.first, default=None)

    def _discounts(self, rate: Rate, on: date) -> list[Discount]:
        return [
            discount
            for discount in self.discounts
            if discount.segment is rate.segment
            and set(rate.programmes) <= set(discount.programmes)
            and discount.period.holds(on)
        ]


def _least_sure(certainties: Iterable[Certainty]) -> Certainty:
    return max(certainties, key=list(Certainty).index)


def _covers(rate: Rate, contract_months: int | None) -> bool:
    """A contract is paid for as a whole and for the time before departure (0)."""
    if rate.contract_months is None:
        return True
    return contract_months is not None and rate.contract_months in (0, contract_months)


def _bounded(rate: Rate, rupiah: Decimal) -> Decimal:
    least = rupiah if rate.least is None else max(rupiah, Decimal(rate.least))
    return least if rate.most is None else min(least, Decimal(rate.most))
