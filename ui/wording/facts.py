"""Puts the facts of a finding or a problem into its sentence."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.nik import Sex
from ui.formats import number
from ui.wording.names import name_of

translate = QCoreApplication.translate

UNKNOWN = "…"


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return UNKNOWN


def told(sentence: str, facts: Mapping[str, str]) -> str:
    """A fact nobody told reads ``…``: a gap in a sentence must not hide the finding from the officer."""
    return sentence.format_map(_Facts(facts))


def readable(code: FindingCode, facts: Mapping[str, str]) -> Mapping[str, str]:
    """Facts that are codes or bare figures become words; all others are shown as they were told."""
    if code in _OF_EARLIER_CARDS:
        return {name: text or _nobody(name) for name, text in facts.items()}
    reader = _READERS.get(code)
    return {name: reader(text) for name, text in facts.items()} if reader else facts


def _sex(code: str) -> str:
    return name_of(Sex(code))


def _fields(codes: str) -> str:
    return ", ".join(name_of(MemberField(code)) for code in codes.split() if code in set(MemberField))


def _figure(digits: str) -> str:
    return number(int(digits))


def _nobody(name: str) -> str:
    """A card given to the member at the counter has no collector; one without a paper no receipt."""
    names = {
        "collector": translate("Findings", "the member"),
        "receipt": translate("Findings", "none written"),
    }
    return names.get(name, "")


_OF_EARLIER_CARDS = frozenset({FindingCode.CARD_PRINTED_RECENTLY, FindingCode.CARD_PRINTED_BEFORE})

_READERS: Mapping[FindingCode, Callable[[str], str]] = {
    FindingCode.NIK_SEX_DIFFERS: _sex,
    FindingCode.PERSON_STORED_DIFFERENTLY: _fields,
    FindingCode.WAGE_UNUSUAL: _figure,
    FindingCode.START_DATE_LONG_AGO: _figure,
}
