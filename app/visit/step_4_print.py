"""Step 4, Cetak: the visit may go on once no card of it is in doubt."""

from dataclasses import dataclass

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.ports import Begin
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.visit.record_step import record_step
from app.visit.visit import Stage, Visit


@dataclass(frozen=True, slots=True)
class FinishPrint:
    """Leave step 4 once no card of the visit is in doubt; a card still owed stays in the print room."""

    begin: Begin
    clock: Clock

    def __call__(self, visit: Visit, by: Officer) -> Visit:
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        with self.begin() as work:
            jobs = work.card_jobs.of_membership(visit.membership_id) if visit.membership_id else ()
            if any(job.in_doubt for job in jobs):
                raise RuleBroken(Problem.CARD_UNANSWERED)
            moved = record_step(work, visit, visit.finish(Stage.PRINT, now), by)
            work.commit()
        return moved
