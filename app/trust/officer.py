"""An officer of the branch and the role that says what they may do."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    SCREENING = "screening"
    FRONTLINER = "frontliner"
    CARD_OPERATOR = "card_operator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Officer:
    """``removed_on``: they may do nothing since that day, but the journal still knows their name.
    ``must_change_password``: they came in with a one-time password and may do nothing but change it."""

    name: str
    role: Role
    id: int = 0
    removed_on: date | None = None
    must_change_password: bool = False
