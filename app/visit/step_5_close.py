"""Step 5, Tutup: what was done in this visit, its receipt, and the end of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.cards.print_job import CardJob, CardKind, CardState
from app.clock import Clock
from app.files import write_whole
from app.members.member import Member
from app.members.membership import Membership
from app.ports import Begin, Receipt, ReceiptLine, ReceiptRenderer, UnitOfWork
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View
from app.visit.record_step import record_step
from app.visit.visit import Stage, Visit, VisitKind


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """``member`` is None for a question about a person the branch does not know.

    ``findings_decided`` counts those answered with a reason.
    """

    visit: Visit
    member: Member | None
    membership: Membership | None
    cards: tuple[CardJob, ...]
    step_seconds: Mapping[Stage, int]
    findings_decided: int


@dataclass(frozen=True, slots=True)
class SummariseVisit:
    begin: Begin
    shown: PersonsShown

    def __call__(self, visit: Visit, by: Officer) -> VisitSummary:
        permit(by, Right.SERVE_VISIT)
        self.shown.tell(by, View.SUMMARY, visit.member_ids, visit.id)
        with self.begin() as work:
            return _summary(work, visit)


@dataclass(frozen=True, slots=True)
class WriteReceipt:
    """Number a receipt (tanda terima), write it as PDF and record it, all or nothing."""

    begin: Begin
    clock: Clock
    renderer: ReceiptRenderer
    out: Path
    branch: str

    def __call__(self, visit: Visit, by: Officer) -> Path:
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        with self.begin() as work:
            number = work.receipts.next_number(now.date())
            receipt = self._receipt(number, _summary(work, visit), by)
            document = self.renderer.render(receipt)
            file = self.out / "tanda-terima" / f"{number}.pdf"
            # written before the commit: a crash in between leaves a file whose number the next
            # receipt takes again and overwrites, never a number without its paper
            write_whole(file, document)
            work.receipts.add(number, visit.id, hashlib.sha256(document).hexdigest(), now)
            subject, why = f"receipt:{number}", {"visit": str(visit.id)}
            work.journal.add(Entry(now, by.id, Action.RECEIPT_WRITTEN, subject, why, visit.member_ids))
            work.commit()
        return file

    def _receipt(self, number: str, summary: VisitSummary, by: Officer) -> Receipt:
        member, membership = summary.member, summary.membership
        lines = []
        if membership is not None:
            lines = [
                ReceiptLine("No. KPJ", membership.kpj.grouped if membership.kpj else "menyusul"),
                ReceiptLine("Segmen", membership.segment.value),
                ReceiptLine("Program", " · ".join(membership.programmes_in_order)),
            ]
            if membership.npp is not None:
                company = f"{membership.npp.text} · {membership.company_name}"
                lines.append(ReceiptLine("Badan usaha", company))
        return Receipt(
            number=number,
            branch=self.branch,
            counter=summary.visit.counter,
            officer=by.name,
            at=self.clock(),
            member_name=member.name if member else "-",
            nik_masked=member.nik.masked if member else "-",
            lines=tuple(lines),
            done=tuple(_done(summary)),
        )


@dataclass(frozen=True, slots=True)
class CloseVisit:
    begin: Begin
    clock: Clock

    def __call__(self, visit: Visit, by: Officer) -> Visit:
        permit(by, Right.SERVE_VISIT)
        now = self.clock()
        with self.begin() as work:
            moved = record_step(work, visit, visit.finish(Stage.CLOSE, now), by)
            work.drafts.drop(visit.id)
            subject = f"visit:{visit.id}"
            work.journal.add(Entry(now, by.id, Action.VISIT_CLOSED, subject, members=visit.member_ids))
            work.commit()
        return moved


def _summary(work: UnitOfWork, visit: Visit) -> VisitSummary:
    jobs = work.card_jobs.of_membership(visit.membership_id) if visit.membership_id else ()
    return VisitSummary(
        visit,
        work.members.by_id(visit.member_id) if visit.member_id else None,
        work.members.membership(visit.membership_id) if visit.membership_id else None,
        tuple(job for job in jobs if job.visit_id == visit.id),
        work.visits.step_seconds(visit.id),
        work.findings.decided(visit.id),
    )


_DONE = {
    VisitKind.NEW_MEMBER: "Peserta baru didaftarkan",
    VisitKind.NEW_MEMBERSHIP: "Kepesertaan baru dicatat",
    VisitKind.STATUS: "Status kepesertaan dijelaskan",
}
_CARD_KIND = {CardKind.FIRST: "dicetak", CardKind.REMAKE: "dicetak", CardKind.REPRINT: "dicetak ulang"}


def _done(summary: VisitSummary) -> list[str]:
    """What the visitor signs for; papers are always in Indonesian."""
    done = [_DONE[summary.visit.kind]] if summary.visit.kind in _DONE else []
    given = [job for job in summary.cards if job.state is CardState.GOOD]
    done += [f"Kartu peserta {_CARD_KIND[job.kind]} dan diserahkan" for job in given]
    expects_card = summary.visit.kind is not VisitKind.STATUS
    if expects_card and not given:
        done.append("Kartu peserta menyusul")
    return done
