"""Stored persons a row of a list may be about, to be put side by side with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.clock import Clock
from app.findings import Finding, FindingCode
from app.ports import Begin
from app.trust.officer import Officer
from app.trust.permissions import Right, permit
from app.trust.person_shown import PersonsShown, View
from app.visit.step_1_verify import person_found
from app.visit.step_3_validate import LookAlike
from app.workers.worker_file import WorkerRow


@dataclass(frozen=True, slots=True)
class RowPair:
    """One question of a row: is it this person? ``finding_key`` is what the answer is given to."""

    finding_key: str
    alike: LookAlike


@dataclass(frozen=True, slots=True)
class RowToCompare:
    row: WorkerRow
    pairs: tuple[RowPair, ...]


@dataclass(frozen=True, slots=True)
class CompareRow:
    look: Begin
    clock: Clock
    shown: PersonsShown

    def __call__(self, file_id: int, number: int, by: Officer) -> RowToCompare:
        """Those nobody has decided about yet, in the order they were found."""
        permit(by, Right.IMPORT_WORKERS)
        today = self.clock().date()
        with self.look() as work:
            row = work.worker_files.row(file_id, number)
            pairs = tuple(
                RowPair(
                    finding.key,
                    LookAlike(
                        person_found(work, work.members.by_id(int(finding.facts["member_id"])), today),
                        int(finding.facts["percent"]),
                        None,
                    ),
                )
                for finding in _undecided(row)
            )
        self.shown.tell(by, View.COMPARISON, [pair.alike.person.member.id for pair in pairs])
        return RowToCompare(row, pairs)


def _undecided(row: WorkerRow) -> Iterator[Finding]:
    answered = {decision.finding_key for decision in row.decisions}
    for finding in row.findings:
        if finding.code is FindingCode.PERSON_POSSIBLY_DUPLICATE and finding.key not in answered:
            yield finding
