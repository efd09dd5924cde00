"""KPJ, the membership number: eleven characters, kept as text because leading zeros matter.

Its structure and check digit are not published, so none is assumed. It is not a person's key:
one person may hold several.
"""

import re
from dataclasses import dataclass

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.separators import without_separators

LENGTH = 11


@dataclass(frozen=True, slots=True, order=True)
class Kpj:
    text: str

    @classmethod
    def parse(cls, typed: str) -> "Kpj":
        """Read a KPJ as typed or scanned: spaces, dots and dashes are left out."""
        text = without_separators(typed)
        if not re.fullmatch(r"[0-9A-Za-z]{11}", text):
            raise InputRejected(MemberField.KPJ, FindingCode.KPJ_NOT_11_CHARACTERS, length=str(len(text)))
        return cls(text.upper())

    @classmethod
    def of_number(cls, number: int) -> "Kpj":
        """The KPJ of a block number, with its leading zeros."""
        return cls.parse(f"{number:0{LENGTH}d}")

    @property
    def has_letters(self) -> bool:
        """Numbers of the old Jamsostek days may; today's do not."""
        return not self.text.isdigit()

    @property
    def grouped(self) -> str:
        """As the card shows it: ``26 0041 87326``."""
        return f"{self.text[:2]} {self.text[2:6]} {self.text[6:]}"

    @property
    def masked(self) -> str:
        return f"{self.text[:2]}•••••{self.text[-4:]}"
