"""A district by its name: the one that is meant, or none."""

import pytest

from app.reference import Reference
from app.workers.find_district import Districts


@pytest.fixture(scope="module")
def districts(reference: Reference) -> Districts:
    return Districts(reference.regions)


@pytest.mark.parametrize(
    ("district", "regency", "province"),
    [
        ("Karang Pilang", "Kota Surabaya", "Jawa Timur"),
        ("KARANGPILANG", "surabaya", ""),
        ("Kec. Karang Pilang", "", "JATIM"),
        ("357801", "", ""),
    ],
)
def test_a_district_is_found_as_companies_write_it(
    districts: Districts, district: str, regency: str, province: str
) -> None:
    assert districts.code(district, regency, province) == "357801"


@pytest.mark.parametrize(
    ("district", "regency"),
    [("Waru", ""), ("Karang Pilang", "Gresik"), ("Karang Pilan", ""), ("", "Surabaya"), ("999999", "")],
)
def test_a_name_that_several_or_none_have_finds_nothing(
    districts: Districts, district: str, regency: str
) -> None:
    assert districts.code(district, regency, "") is None


def test_a_city_and_the_regency_around_it_are_told_apart(districts: Districts, reference: Reference) -> None:
    city = districts.code("Laweyan", "Kota Surakarta", "")
    assert reference.regions.describe(city or "") == "Kec. Laweyan, Kota Surakarta"
    assert districts.code("Laweyan", "Kab. Surakarta", "") is None


@pytest.mark.parametrize(
    "address",
    [
        "Jl. Mawar 3 RT 02/01 Kel. Waru Gunung Kec. Karang Pilang Kota Surabaya",
        "Jl. Mawar 3, Kec. Karang Pilang",
    ],
)
def test_an_address_tells_its_district(districts: Districts, address: str) -> None:
    assert districts.in_address(address) == "357801"


def test_an_address_without_the_word_tells_none(districts: Districts) -> None:
    assert districts.in_address("Jl. Karang Pilang 3 Surabaya") is None
