"""Telephone numbers as they are dictated at the counter, stored as E.164."""

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.separators import without_separators

_HOME = "+62"
_MOBILE = "+628"
_STORED = re.compile(r"\+[1-9][0-9]{1,19}")  # E.164 ends at fifteen digits; a few more are told, not refused


@dataclass(frozen=True, slots=True, order=True)
class Phone:
    e164: str

    @classmethod
    def parse(cls, typed: str) -> "Phone":
        """Read ``0812-3456-7890``, ``62 812…`` or ``+62 812…``; other countries need their ``+`` or ``00``.

        An unusual length is only ``odd``, unless it can be no telephone number at all.
        """
        dialled = re.sub(r"[()/]", "", without_separators(typed))
        if not re.fullmatch(r"\+?[0-9]*", dialled):
            raise InputRejected(MemberField.PHONE, FindingCode.PHONE_HAS_LETTERS)
        e164 = _international(dialled)
        if e164 == _HOME or not _STORED.fullmatch(e164):
            digits = str(len(dialled.removeprefix("+")))
            raise InputRejected(MemberField.PHONE, FindingCode.PHONE_LENGTH_ODD, length=digits)
        return cls(e164)

    @property
    def odd(self) -> FindingCode | None:
        """What is unusual: the length, or a prefix that no network of the country uses."""
        if _usual_mobile().fullmatch(self.e164):
            return None
        kind = PhoneNumberType.MOBILE if self.e164.startswith(_MOBILE) else PhoneNumberType.UNKNOWN
        try:
            number = phonenumbers.parse(self.e164)
        except NumberParseException as unread:
            too_long = unread.error_type == NumberParseException.TOO_LONG
            return FindingCode.PHONE_LENGTH_ODD if too_long else FindingCode.PHONE_PREFIX_ODD
        if not phonenumbers.is_possible_number_for_type(number, kind):
            return FindingCode.PHONE_LENGTH_ODD
        return None if phonenumbers.is_valid_number(number) else FindingCode.PHONE_PREFIX_ODD


@lru_cache
def _usual_mobile() -> re.Pattern[str]:
    """What the library itself would call valid, taken from its table: asking it takes fifty times as long."""
    plan = phonenumbers.PhoneMetadata.metadata_for_region("ID")
    mobile = plan.mobile if plan is not None else None
    told = mobile.national_number_pattern if mobile is not None else None
    return re.compile(rf"\{_HOME}(?:{told})" if told else r"(?!)")


def _international(dialled: str) -> str:
    if dialled.startswith("+"):
        return dialled
    if dialled.startswith("00"):
        return f"+{dialled[2:]}"
    if dialled.startswith("62"):
        return f"+{dialled}"
    return f"{_HOME}{dialled.removeprefix('0')}"
