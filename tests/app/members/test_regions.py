"""Regions by code, and which NIK prefixes are in use today."""

import pytest

from app.members.regions import Region, Regions
from app.reference import Reference


def test_a_district_is_told_with_its_regency(reference: Reference) -> None:
    assert reference.regions.describe("357801") == "Kec. Karang Pilang, Kota Surabaya"


@pytest.mark.parametrize("code", ["", "35", "3578", "357899", "990101", "3578011", "35780x"])
def test_a_code_that_is_no_district_of_today_is_unknown(reference: Reference, code: str) -> None:
    assert reference.regions.describe(code) is None
    assert not reference.regions.knows_district(code)


def test_the_picks_go_down_from_province_to_district(reference: Reference) -> None:
    regions = reference.regions
    assert Region("35", "Jawa Timur") in regions.provinces()
    assert Region("3578", "Kota Surabaya") in regions.regencies("35")
    assert Region("357801", "Karang Pilang") in regions.districts("3578")


@pytest.mark.parametrize("code", ["", "3", "357801", "99"])
def test_nothing_lies_below_a_code_of_another_kind(reference: Reference, code: str) -> None:
    assert reference.regions.regencies(code) == ()
    assert reference.regions.districts(code) == ()


def test_a_name_with_an_apostrophe_or_a_quote_survives(reference: Reference) -> None:
    assert reference.regions.name("352922") == 'Ra"as'


def test_a_region_must_stand_below_its_upper_one() -> None:
    with pytest.raises(ValueError, match="3578"):
        Regions([Region("35", "Jawa Timur"), Region("357801", "Karang Pilang")])
