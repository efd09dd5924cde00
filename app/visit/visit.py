"""One visit to the counter and the only order its steps may take."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.errors import Problem, RuleBroken


class Stage(StrEnum):
    VERIFY = "verify"
    INPUT = "input"
    VALIDATE = "validate"
    PRINT = "print"
    CLOSE = "close"
    DONE = "done"


class VisitKind(StrEnum):
    """What the visitor came for, as step 1 finds out; it decides which steps the visit takes."""

    NEW_MEMBER = "new_member"
    NEW_MEMBERSHIP = "new_membership"
    CARD = "card"  # first print or reprint for a stored membership
    STATUS = "status"  # a question answered on the spot


_ROUTE: dict[VisitKind, tuple[Stage, ...]] = {
    VisitKind.NEW_MEMBER: (Stage.VERIFY, Stage.INPUT, Stage.VALIDATE, Stage.PRINT, Stage.CLOSE),
    VisitKind.NEW_MEMBERSHIP: (Stage.VERIFY, Stage.INPUT, Stage.VALIDATE, Stage.PRINT, Stage.CLOSE),
    VisitKind.CARD: (Stage.VERIFY, Stage.PRINT, Stage.CLOSE),
    VisitKind.STATUS: (Stage.VERIFY, Stage.CLOSE),
}

_BACK = {Stage.INPUT: Stage.VERIFY, Stage.VALIDATE: Stage.INPUT}
"""Only what is not stored yet can be taken back."""


class DocumentShown(StrEnum):
    """The paper the visitor put on the counter and the officer compared."""

    KTP = "ktp"
    FAMILY_CARD = "family_card"
    PASSPORT = "passport"
    SIM = "sim"


@dataclass(frozen=True, slots=True)
class Visit:
    """``number`` is the day's running number at this counter; ``id`` is 0 until stored."""

    number: str
    counter: str
    officer_id: int
    opened_at: datetime
    kind: VisitKind = VisitKind.NEW_MEMBER
    stage: Stage = Stage.VERIFY
    stage_since: datetime | None = None
    member_id: int | None = None
    membership_id: int | None = None
    document_shown: DocumentShown | None = None
    closed_at: datetime | None = None
    abandoned: bool = False
    id: int = 0

    @property
    def member_ids(self) -> tuple[int, ...]:
        """Whose visit it is, for the journal: nobody's as long as the person is not stored."""
        return () if self.member_id is None else (self.member_id,)

    @property
    def route(self) -> tuple[Stage, ...]:
        return _ROUTE[self.kind]

    def finish(self, step: Stage, at: datetime) -> "Visit":
        """Move on from ``step``, or ``RuleBroken`` when the visit does not stand there."""
        if step is not self.stage or step not in self.route:
            raise RuleBroken(
                Problem.STEP_OUT_OF_ORDER, visit=self.number, stands=self.stage.value, asked=step.value
            )
        place = self.route.index(step) + 1
        following = self.route[place] if place < len(self.route) else Stage.DONE
        return replace(
            self,
            stage=following,
            stage_since=at,
            closed_at=at if following is Stage.DONE else None,
        )

    def step_back(self, at: datetime) -> "Visit":
        if self.stage not in _BACK:
            raise RuleBroken(
                Problem.STEP_OUT_OF_ORDER, visit=self.number, stands=self.stage.value, asked="back"
            )
        return replace(self, stage=_BACK[self.stage], stage_since=at)
