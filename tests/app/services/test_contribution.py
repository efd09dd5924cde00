"""Contributions against figures worked out by hand from the law named beside them."""

from collections.abc import Collection
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.members.membership import Programme, RiskClass, Segment
from app.reference import Reference
from app.services.contribution import Certainty, Contribution, Rates

JKK, JKM, JHT, JP, JKP = Programme
TODAY = date(2026, 11, 20)
ALL = frozenset(Programme)


@pytest.fixture
def rates(reference: Reference) -> Rates:
    return reference.rates


def one(rates: Rates, segment: Segment, programme: Programme, wage: int, on: date) -> Contribution:
    [due] = rates.contributions(segment, {programme}, wage, RiskClass.VERY_LOW, on)
    return due


def amounts(
    rates: Rates, segment: Segment, programmes: Collection[Programme], wage: int, on: date
) -> dict[str, int]:
    due = rates.contributions(segment, programmes, wage, RiskClass.VERY_LOW, on)
    return {"+".join(row.programmes): row.amount for row in due}


def test_a_wage_earner_of_the_lowest_risk(rates: Rates) -> None:
    """PP 44/2015 (0.24 and 0.30 %), PP 46/2015 (5.7 %), PP 45/2015 (3 %), PP 6/2025 (0.36 %)."""
    assert amounts(rates, Segment.PU, ALL, 4_961_753, TODAY) == {
        "JKK": 11_908,
        "JKM": 14_885,
        "JHT": 282_820,
        "JP": 148_853,
        "JKP": 17_862,
    }


def test_employer_worker_and_government_each_pay_their_part(rates: Rates) -> None:
    due = rates.contributions(Segment.PU, ALL, 4_961_753, RiskClass.VERY_LOW, TODAY)
    assert [(row.employer, row.worker, row.government, row.recomposed) for row in due] == [
        (11_908, 0, 0, 0),
        (14_885, 0, 0, 0),
        (183_585, 99_235, 0, 0),
        (99_235, 49_618, 0, 0),
        (0, 0, 10_916, 6_946),
    ]


def test_what_moves_from_jkk_to_jkp_is_not_paid_twice(rates: Rates) -> None:
    """PP 6/2025 art. 11: 0.14 % of JKP is recomposed from the JKK contribution the employer pays anyway."""
    due = rates.contributions(Segment.PU, ALL, 5_000_000, RiskClass.VERY_LOW, TODAY)
    assert sum(row.employer for row in due) == 5_000_000 * 624 // 10_000
    assert sum(row.worker for row in due) == 5_000_000 * 3 // 100
    assert sum(row.paid for row in due) == 5_000_000 * 946 // 10_000
    assert sum(row.amount for row in due) - sum(row.paid for row in due) == 7_000


@pytest.mark.parametrize(
    ("risk", "rupiah"),
    [
        (RiskClass.VERY_LOW, 24_000),
        (RiskClass.LOW, 54_000),
        (RiskClass.MEDIUM, 89_000),
        (RiskClass.HIGH, 127_000),
        (RiskClass.VERY_HIGH, 174_000),
    ],
)
def test_jkk_follows_the_risk_of_the_work(rates: Rates, risk: RiskClass, rupiah: int) -> None:
    """PP 44/2015 appendix I: 0.24, 0.54, 0.89, 1.27 and 1.74 %."""
    [due] = rates.contributions(Segment.PU, {JKK}, 10_000_000, risk, TODAY)
    assert due.amount == rupiah


def test_without_a_risk_class_jkk_is_missing_rather_than_guessed(rates: Rates) -> None:
    due = rates.contributions(Segment.PU, {JKK, JKM}, 10_000_000, None, TODAY)
    assert [row.programmes for row in due] == [(JKM,)]


@pytest.mark.parametrize(
    ("on", "cap"),
    [
        (date(2015, 7, 1), 7_000_000),
        (date(2016, 2, 29), 7_000_000),
        (date(2016, 3, 1), 7_335_300),
        (date(2021, 2, 28), 8_939_700),
        (date(2021, 3, 1), 8_754_600),
        (date(2024, 2, 29), 9_559_600),
        (date(2024, 3, 1), 10_042_300),
        (date(2025, 2, 28), 10_042_300),
        (date(2025, 3, 1), 10_547_400),
        (date(2026, 2, 28), 10_547_400),
        (date(2026, 3, 1), 11_086_300),
    ],
)
def test_the_pension_ceiling_changes_on_its_day(rates: Rates, on: date, cap: int) -> None:
    """PP 45/2015 art. 29: 2 % by the employer and 1 % by the worker up to the ceiling."""
    due = one(rates, Segment.PU, JP, 12_000_000, on)
    assert (due.basis, due.employer, due.worker) == (cap, cap // 50, cap // 100)


def test_a_wage_below_the_pension_ceiling_counts_in_full(rates: Rates) -> None:
    assert one(rates, Segment.PU, JP, 11_086_299, TODAY).basis == 11_086_299


def test_a_ceiling_without_a_circular_makes_the_figure_likely_only_above_it(rates: Rates) -> None:
    on = date(2022, 6, 1)
    assert one(rates, Segment.PU, JP, 12_000_000, on).certainty is Certainty.LIKELY
    assert one(rates, Segment.PU, JP, 5_000_000, on).certainty is Certainty.SURE


@pytest.mark.parametrize(
    ("on", "government", "recomposed"),
    [
        (date(2021, 2, 2), 11_000, 12_000),  # PP 37/2021: 0.22 + 0.14 + 0.10 %
        (date(2025, 2, 6), 11_000, 12_000),
        (date(2025, 2, 7), 11_000, 7_000),  # PP 6/2025: 0.22 + 0.14 %
    ],
)
def test_jkp_counts_five_million_at_most(rates: Rates, on: date, government: int, recomposed: int) -> None:
    due = one(rates, Segment.PU, JKP, 12_000_000, on)
    assert (due.basis, due.government, due.recomposed) == (5_000_000, government, recomposed)


def test_before_its_law_a_programme_has_no_rate(rates: Rates) -> None:
    assert rates.contributions(Segment.PU, {JKP}, 5_000_000, None, date(2021, 2, 1)) == ()
    assert rates.contributions(Segment.PU, {JP}, 5_000_000, None, date(2015, 6, 30)) == ()


@pytest.mark.parametrize(
    ("income", "jkk"),
    [
        (500_000, 10_000),
        (1_000_000, 10_000),
        (2_000_000, 20_000),
        (20_700_000, 207_000),
        (30_000_000, 207_000),
    ],
)
def test_the_self_employed_pay_one_per_cent_within_bounds(rates: Rates, income: int, jkk: int) -> None:
    """PP 44/2015 appendix II: Rp 10,000 to Rp 207,000; JKM Rp 6,800; PP 46/2015: JHT 2 %, voluntary."""
    assert amounts(rates, Segment.BPU, {JKK, JKM, JHT}, income, date(2025, 6, 1)) == {
        "JKK": jkk,
        "JKM": 6_800,
        "JHT": income // 50,
    }


@pytest.mark.parametrize(
    ("on", "rupiah", "certainty"),
    [
        (date(2025, 12, 31), 6_800, Certainty.SURE),
        (date(2026, 1, 1), 6_800, Certainty.LIKELY),  # transport only, and the form does not tell
        (date(2026, 3, 31), 6_800, Certainty.LIKELY),
        (date(2026, 4, 1), 3_400, Certainty.SURE),
        (date(2026, 12, 31), 3_400, Certainty.SURE),
        (date(2027, 1, 1), 6_800, Certainty.LIKELY),
        (date(2027, 3, 31), 6_800, Certainty.LIKELY),
        (date(2027, 4, 1), 6_800, Certainty.SURE),
    ],
)
def test_jkk_and_jkm_are_halved_while_every_kind_of_work_has_it(
    rates: Rates, on: date, rupiah: int, certainty: Certainty
) -> None:
    """PP 50/2025: transport January 2026 to March 2027, all others April to December 2026."""
    due = one(rates, Segment.BPU, JKM, 1_000_000, on)
    assert (due.amount, due.certainty) == (rupiah, certainty)


def test_the_halved_pair_is_the_one_of_the_law(rates: Rates) -> None:
    """PP 50/2025: Rp 8,400 instead of Rp 16,800; JHT is not halved."""
    assert amounts(rates, Segment.BPU, {JKK, JKM, JHT}, 1_000_000, TODAY) == {
        "JKK": 5_000,
        "JKM": 3_400,
        "JHT": 20_000,
    }
    assert "PP 50/2025" in one(rates, Segment.BPU, JKM, 1_000_000, TODAY).law


def test_without_a_stated_income_only_the_nominal_amount_is_known(rates: Rates) -> None:
    assert amounts(rates, Segment.BPU, {JKK, JKM, JHT}, 0, TODAY) == {"JKM": 3_400}


def test_construction_workers_by_known_wage(rates: Rates) -> None:
    """PP 44/2015: JKM 0.30 %; the 1.74 % for JKK has no source and says so."""
    assert amounts(rates, Segment.JAKON, {JKK, JKM}, 5_000_000, TODAY) == {"JKK": 87_000, "JKM": 15_000}
    assert one(rates, Segment.JAKON, JKK, 5_000_000, TODAY).certainty is Certainty.UNKNOWN


def test_migrants_pay_by_the_length_of_their_contract(rates: Rates) -> None:
    """Permenaker 4/2023 art. 18: Rp 37,500 before departure, then Rp 332,500 for 24 months."""
    due = rates.contributions(Segment.PMI, {JKK, JKM}, 0, None, TODAY, contract_months=24)
    assert [(row.programmes, row.contract_months, row.worker) for row in due] == [
        ((JKK, JKM), 0, 37_500),
        ((JKK, JKM), 24, 332_500),
    ]


def test_without_a_contract_nothing_is_told_for_migrants(rates: Rates) -> None:
    assert rates.contributions(Segment.PMI, {JKK, JKM}, 0, None, TODAY) == ()


def test_half_a_rupiah_goes_up(rates: Rates) -> None:
    assert one(rates, Segment.PU, JKM, 1_000_500, TODAY).amount == 3_002  # 3,001.50
    assert one(rates, Segment.PU, JKM, 1_000_499, TODAY).amount == 3_001  # 3,001.497


@given(
    segment=st.sampled_from(Segment),
    programmes=st.frozensets(st.sampled_from(Programme)),
    wage=st.integers(0, 10**12),
    risk=st.none() | st.sampled_from(RiskClass),
    on=st.dates(date(2010, 1, 1), date(2035, 1, 1)),
)
def test_nobody_pays_a_fraction_or_a_programme_twice(
    reference: Reference,
    segment: Segment,
    programmes: frozenset[Programme],
    wage: int,
    risk: RiskClass | None,
    on: date,
) -> None:
    due = reference.rates.contributions(segment, programmes, wage, risk, on)
    told = [programme for row in due for programme in row.programmes]
    assert len(told) == len(set(told))
    assert set(told) <= programmes
    for row in due:
        assert row.amount == row.employer + row.worker + row.government + row.recomposed
        assert 0 <= row.paid <= row.amount
        assert 0 <= row.basis <= wage
        assert row.law


def test_every_rate_holds_from_its_very_first_day(rates: Rates) -> None:
    for rate in rates.rates:
        asked = (rate.segment, rate.programmes, 5_000_000, rate.risk_class)
        months = rate.contract_months
        on_time = rates.contributions(*asked, rate.period.first, contract_months=months)
        too_early = rates.contributions(*asked, rate.period.first - timedelta(days=1), contract_months=months)
        assert rate.law in [row.law for row in on_time]
        assert rate.law not in [row.law for row in too_early]
