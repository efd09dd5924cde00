"""NPWP, the tax number: fifteen digits of old, sixteen since PMK 112/2022."""

import re
from dataclasses import dataclass

from stdnum import luhn

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.nik import Nik
from app.members.separators import without_separators

_CHECKED = 9  # the first nine of the fifteen digits carry a Luhn digit; branch and status follow


@dataclass(frozen=True, slots=True, order=True)
class Npwp:
    """Always sixteen digits: an old number with a zero in front, or the person's NIK."""

    digits: str

    @classmethod
    def parse(cls, typed: str) -> "Npwp":
        """Read ``09.254.294.3-407.000`` or its sixteen-digit form; a NIK is checked as a NIK."""
        digits = without_separators(typed)
        if not re.fullmatch(r"[0-9]{15,16}", digits):
            raise InputRejected(MemberField.NPWP, FindingCode.NPWP_WRONG_LENGTH, length=str(len(digits)))
        if len(digits) == 16 and not digits.startswith("0"):
            return cls(_as_nik(digits).digits)
        old = digits[-15:]
        person = old[:_CHECKED]
        # all zeros satisfy Luhn, but nobody has that number
        if not person.strip("0") or not luhn.is_valid(person):
            raise InputRejected(MemberField.NPWP, FindingCode.NPWP_CHECK_FAILS)
        return cls(f"0{old}")

    @property
    def nik(self) -> Nik | None:
        """The NIK that serves as tax number; None for a number of the old kind."""
        return None if self.digits.startswith("0") else Nik(self.digits)


def _as_nik(digits: str) -> Nik:
    try:
        return Nik.parse(digits)
    except InputRejected as rejected:
        raise InputRejected(MemberField.NPWP, rejected.code, **rejected.facts) from rejected
