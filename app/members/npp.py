"""NPP, the company's number: eight characters, text."""

import re
from dataclasses import dataclass

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.separators import without_separators


@dataclass(frozen=True, slots=True, order=True)
class Npp:
    text: str

    @classmethod
    def parse(cls, typed: str) -> "Npp":
        """Read an NPP the way officers type it: spaces, dots and dashes are left out."""
        text = without_separators(typed)
        if not re.fullmatch(r"[0-9A-Za-z]{8}", text):
            raise InputRejected(MemberField.NPP, FindingCode.NPP_NOT_8_CHARACTERS, length=str(len(text)))
        return cls(text.upper())

    @property
    def has_letters(self) -> bool:
        return not self.text.isdigit()
