"""Provinces, regencies and districts by their Kemendagri codes."""

from collections.abc import Iterable
from dataclasses import dataclass

PROVINCE, REGENCY, DISTRICT = 2, 4, 6  # digits of a code


@dataclass(frozen=True, slots=True)
class Region:
    """``name`` of a regency says which kind it is: ``Kabupaten Gresik``, ``Kota Surabaya``."""

    code: str
    name: str


class Regions:
    """Retired codes live on in NIKs, so a code that is not here is unknown rather than wrong."""

    def __init__(self, regions: Iterable[Region]) -> None:
        """``ValueError`` for a region whose upper region does not stand before it."""
        self._names: dict[str, str] = {}
        self._below: dict[str, list[Region]] = {"": []}
        for region in regions:
            above = region.code[:-2]
            if above not in self._below or region.code in self._names:
                raise ValueError(f"{region.code} stands out of order")
            self._names[region.code] = region.name
            self._below[above].append(region)
            if len(region.code) < DISTRICT:
                self._below[region.code] = []

    def every(self, digits: int) -> tuple[Region, ...]:
        """All of one level, in the order of their codes: ``PROVINCE``, ``REGENCY`` or ``DISTRICT``."""
        return tuple(Region(code, name) for code, name in self._names.items() if len(code) == digits)

    def provinces(self) -> tuple[Region, ...]:
        return tuple(self._below[""])

    def regencies(self, province_code: str) -> tuple[Region, ...]:
        return self._inside(province_code, PROVINCE)

    def districts(self, regency_code: str) -> tuple[Region, ...]:
        return self._inside(regency_code, REGENCY)

    def name(self, code: str) -> str | None:
        return self._names.get(code)

    def knows_district(self, code: str) -> bool:
        return len(code) == DISTRICT and code in self._names

    def describe(self, district_code: str) -> str | None:
        """``Kec. Karang Pilang, Kota Surabaya``; None for a code that is not in use today."""
        if not self.knows_district(district_code):
            return None
        return f"Kec. {self._names[district_code]}, {self._names[district_code[:REGENCY]]}"

    def _inside(self, code: str, digits: int) -> tuple[Region, ...]:
        return tuple(self._below.get(code, ())) if len(code) == digits else ()
