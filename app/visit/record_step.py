"""Store that a visit took a step, with the time the step before it took."""

from app.errors import Problem, RuleBroken
from app.ports import UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.visit.visit import Visit


def record_step(work: UnitOfWork, before: Visit, after: Visit, by: Officer) -> Visit:
    """Raises ``STEP_OUT_OF_ORDER`` when the stored visit no longer stands where ``before`` stands."""
    refuse_if_moved_on(work, before)
    if before.stage_since and after.stage_since:
        seconds = max(0, int((after.stage_since - before.stage_since).total_seconds()))
        work.visits.record_step(before.id, before.stage, seconds)
    work.visits.save(after)
    work.journal.add(
        Entry(
            after.stage_since or before.opened_at,
            by.id,
            Action.VISIT_STEP,
            f"visit:{after.id}",
            {"from": before.stage.value, "to": after.stage.value},
            after.member_ids,
        )
    )
    return after


def refuse_if_moved_on(work: UnitOfWork, visit: Visit) -> None:
    """A step pressed twice, or taken elsewhere meanwhile, would be taken from a visit that is no more:
    one person registered twice, with two numbers."""
    stored = work.visits.by_id(visit.id)
    if stored.abandoned or stored.stage is not visit.stage:
        raise RuleBroken(
            Problem.STEP_OUT_OF_ORDER,
            visit=stored.number,
            stands=stored.stage.value,
            asked=visit.stage.value,
        )
