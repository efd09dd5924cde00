"""How the rows of a staged list stand, without reading the file again."""

from dataclasses import dataclass

from app.ports import Begin, RowCount
from app.trust.officer import Officer
from app.trust.permissions import Right, permit


@dataclass(frozen=True, slots=True)
class CountRows:
    look: Begin

    def __call__(self, file_id: int, by: Officer) -> tuple[RowCount, ...]:
        permit(by, Right.IMPORT_WORKERS)
        with self.look() as work:
            return work.worker_files.counts(file_id)
