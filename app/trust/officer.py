"""An officer of the branch and the role that says what they may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    SCREENING = "screening"
    FRONTLINER = "frontliner"
    CARD_OPERATOR = "card_operator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Officer:
    name: str
    role: Role
    id: int = 0
