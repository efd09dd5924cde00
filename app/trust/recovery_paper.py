"""What stands on the papers of the keys: the recovery code for the safe, one-time passwords for officers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.trust.officer import Role
from app.trust.officers import OneTimePassword


@dataclass(frozen=True, slots=True)
class RecoveryPaper:
    """``groups`` are the recovery code as it is written and typed, one group after the other."""

    branch: str
    database_id: str
    groups: tuple[str, ...]
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class PasswordSlip:
    """One officer's way in until they choose a password of their own; cut out and handed over."""

    officer: str
    role: Role
    password: str


@dataclass(frozen=True, slots=True)
class PasswordSlips:
    branch: str
    made_at: datetime
    slips: tuple[PasswordSlip, ...]


def slips_of(given: Sequence[OneTimePassword]) -> tuple[PasswordSlip, ...]:
    return tuple(PasswordSlip(one.officer.name, one.officer.role, one.password) for one in given)


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """An A4 document as PDF."""

    pdf: bytes
    pages: int


class KeyPapers(Protocol):
    """In Indonesian, whatever the screen speaks."""

    def recovery(self, paper: RecoveryPaper) -> PrintedPaper: ...
    def slips(self, slips: PasswordSlips) -> PrintedPaper: ...
