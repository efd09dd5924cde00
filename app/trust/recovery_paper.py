"""What stands on the papers of the keys: the recovery code for the safe, and one-time passwords for officers."""

from dataclasses import dataclass
from datetime import datetime

from app.trust.officer import Role


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
