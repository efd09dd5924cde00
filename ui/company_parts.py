"""What may be done in the room "Perusahaan" and with the lists companies send, handed in by ``main``."""

from dataclasses import dataclass

from app.companies.find_companies import FindCompanies, ReadCompany
from app.companies.save_company import SaveCompany
from app.members.regions import Regions
from app.trust.approve_on_the_spot import ApproveOnTheSpot, Approvers
from app.workers.accept_workers import AcceptWorkers
from app.workers.annotated_workbook import WriteAnnotated
from app.workers.change_row import ChangeRow, LeaveOut, TakeIn
from app.workers.compare_row import CompareRow
from app.workers.count_rows import CountRows
from app.workers.decide_row import DecideAlike, DecideRow
from app.workers.stage_workers import (
    DiscardWorkers,
    ReadStaged,
    RemapColumns,
    StagedFiles,
    StagedRows,
    StageWorkers,
)


@dataclass(frozen=True, slots=True)
class ListParts:
    stage: StageWorkers
    remap: RemapColumns
    files: StagedFiles
    read: ReadStaged
    rows: StagedRows
    count: CountRows
    change: ChangeRow
    decide: DecideRow
    decide_alike: DecideAlike
    compare: CompareRow
    leave_out: LeaveOut
    take_in: TakeIn
    accept: AcceptWorkers
    discard: DiscardWorkers
    write_annotated: WriteAnnotated
    approvers: Approvers
    approve: ApproveOnTheSpot
    regions: Regions


@dataclass(frozen=True, slots=True)
class CompanyParts:
    find: FindCompanies
    read: ReadCompany
    save: SaveCompany
    lists: ListParts
