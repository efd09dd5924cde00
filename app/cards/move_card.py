"""Store a card job's move and its journal entry in one change."""

from app.cards.print_job import CardJob, CardState, PrinterReason
from app.clock import Clock
from app.ports import Begin, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer


def move(
    begin: Begin, clock: Clock, job: CardJob, to: CardState, reason: PrinterReason, by: Officer
) -> CardJob:
    moved = job.moved(to, reason)
    with begin() as work:
        work.card_jobs.save(moved, job)
        work.journal.add(moved_entry(work, clock, moved, job.state, by.id))
        work.commit()
    return moved


def moved_entry(work: UnitOfWork, clock: Clock, job: CardJob, was: CardState, officer_id: int) -> Entry:
    facts = {"from": was.value, "to": job.state.value, "attempt": str(job.attempt)}
    if job.printer_reason is not PrinterReason.NONE:
        facts["reason"] = job.printer_reason.value
    if job.visit_id is not None:
        facts["visit"] = str(job.visit_id)
    if job.batch_id is not None:
        facts["batch"] = str(job.batch_id)
    member_id = work.members.membership(job.membership_id).member_id
    return Entry(clock(), officer_id, Action.CARD_MOVED, f"card:{job.id}", facts, (member_id,))
