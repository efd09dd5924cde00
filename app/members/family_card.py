"""The family card number (nomor KK): ``PPKKCC DDMMYY SSSS`` of the day and place the card was issued."""

import re
from dataclasses import dataclass
from datetime import date

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.separators import without_separators


@dataclass(frozen=True, slots=True, order=True)
class FamilyCard:
    digits: str

    @classmethod
    def parse(cls, typed: str) -> "FamilyCard":
        """Read the number as typed; it changes when a family moves or splits, so nothing else is asked."""
        digits = without_separators(typed)
        if not re.fullmatch(r"[0-9]{16}", digits):
            raise InputRejected(
                MemberField.FAMILY_CARD, FindingCode.FAMILY_CARD_NOT_16_DIGITS, length=str(len(digits))
            )
        return cls(digits)

    @property
    def has_a_date(self) -> bool:
        """Whether the middle six digits are a day of the calendar."""
        day, month, year = (int(self.digits[start : start + 2]) for start in (6, 8, 10))
        try:
            date(2000 + year, month, day)
        except ValueError:
            return False
        return True
