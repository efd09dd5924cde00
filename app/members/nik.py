"""NIK, the national identity number: ``PPKKCC DDMMYY SSSS``.

The prefix is the district of first issue and never changes; a day above 40 means a woman. A birth
date corrected later does not change the number, so a mismatch is a warning and never a block
(Permendagri 72/2022; UU 23/2006 art. 13).
"""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.separators import without_separators

LENGTH = 16

_WOMEN = 40
_CENTURIES = (1900, 2000)
YOUNGEST, OLDEST = 15, 100


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, order=True)
class Nik:
    digits: str

    @classmethod
    def parse(cls, typed: str) -> "Nik":
        """Read a NIK as typed, pasted or scanned: spaces, dots and dashes are left out."""
        digits = without_separators(typed)
        if len(digits) != LENGTH or not (digits.isascii() and digits.isdigit()):
            raise InputRejected(MemberField.NIK, FindingCode.NIK_NOT_16_DIGITS, length=str(len(digits)))
        nik = cls(digits)
        if not 1 <= nik._day % _WOMEN <= 31 or nik._day > _WOMEN + 31:
            raise InputRejected(MemberField.NIK, FindingCode.NIK_DAY_IMPOSSIBLE, day=digits[6:8])
        if not nik._dates():
            raise InputRejected(MemberField.NIK, FindingCode.NIK_NO_SUCH_DATE, date=digits[6:12])
        if digits[12:] == "0000":
            raise InputRejected(MemberField.NIK, FindingCode.NIK_SERIAL_ZERO)
        return nik

    @property
    def sex(self) -> Sex:
        return Sex.FEMALE if self._day > _WOMEN else Sex.MALE

    @property
    def district(self) -> str:
        """Kemendagri code of the district that first issued the number."""
        return self.digits[:6]

    @property
    def grouped(self) -> str:
        return " ".join(self.digits[start : start + 4] for start in range(0, 16, 4))

    @property
    def masked(self) -> str:
        return f"{self.digits[:4]}••••••••{self.digits[-4:]}"

    def birth_dates(self, today: date) -> tuple[date, ...]:
        """The dates the number can mean, plausible ages (15 to 100) first when any is plausible."""
        dates = [day for day in self._dates() if day <= today]
        plausible = [day for day in dates if YOUNGEST <= age(day, today) <= OLDEST]
        return tuple(plausible or dates)

    def agrees_with(self, birth_date: date) -> bool:
        return birth_date in self._dates()

    @property
    def _day(self) -> int:
        return int(self.digits[6:8])

    def _dates(self) -> tuple[date, ...]:
        return _days(self.digits[6:12])


@lru_cache(maxsize=40_000)  # as many as there are
def _days(ddmmyy: str) -> tuple[date, ...]:
    day, month = int(ddmmyy[:2]) % _WOMEN, int(ddmmyy[2:4])
    if not 1 <= month <= 12:
        return ()
    years = [century + int(ddmmyy[4:]) for century in _CENTURIES]
    return tuple(date(year, month, day) for year in years if 1 <= day <= calendar.monthrange(year, month)[1])


def age(born: date, today: date) -> int:
    """Whole years lived on ``today``."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
