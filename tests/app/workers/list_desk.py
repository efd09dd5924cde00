"""The demo branch at the desk where companies' lists come in."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.cards.number_block import NumberBlock
from app.companies.company import Company
from app.members.kpj import Kpj
from app.members.nik import Nik
from app.members.npp import Npp
from app.ports import Begin, RowWish
from app.reference import Reference
from app.trust.approval import ApprovalSeals
from app.trust.officer import Officer, Role
from app.trust.person_shown import PersonsShown
from app.trust.room_on_disk import RoomOnDisk
from app.workers.accept_workers import AcceptWorkers
from app.workers.change_row import ChangeRow, LeaveOut, TakeIn
from app.workers.check_list import CheckList
from app.workers.check_rows import CheckRows
from app.workers.decide_row import DecideAlike, DecideRow
from app.workers.stage_workers import (
    DiscardWorkers,
    ReadStaged,
    RemapColumns,
    StagedFile,
    StagedFiles,
    StagedRows,
    StageWorkers,
)
from app.workers.worker_file import FilePurpose, RowState, WorkerRow
from printing.card import PdfCardRenderer
from printing.fonts import FontShelf
from printing.layout import read_layout
from tests.builders import MORNING

RESOURCES = Path(__file__).parents[3] / "resources"
MILL = Company(Npp("13007478"), "PT SUMBER REJEKI ABADI")
SAME_COMPANY_DAYS = 30


@dataclass
class ListDesk:
    """Every use case over a real branch; ``now`` is the time on its clock."""

    begin: Begin
    look: Begin
    reference: Reference
    folder: Path
    now: datetime = MORNING
    free: int = 10**12

    def __post_init__(self) -> None:
        def clock() -> datetime:
            return self.now

        self.seals = ApprovalSeals(secrets.token_bytes(32))
        renderer = PdfCardRenderer(
            read_layout(RESOURCES / "card_layouts" / "kartu-peserta.toml", FontShelf(RESOURCES / "fonts"))
        )
        check = self.check = CheckList(
            CheckRows(self.reference, renderer.findings, "Cabang Surabaya"), SAME_COMPANY_DAYS
        )
        shown = PersonsShown(self.look, self.begin, clock)
        room = RoomOnDisk(lambda: self.free)
        self.stage_workers = StageWorkers(self.begin, self.look, clock, room, check)
        self.remap = RemapColumns(self.begin, self.look, clock, check)
        self.files = StagedFiles(self.look)
        self.read_staged = ReadStaged(self.look, check)
        self.staged_rows = StagedRows(self.look, shown)
        self.change = ChangeRow(self.begin, clock, check, shown)
        self.leave_out = LeaveOut(self.begin, clock, check)
        self.take_in = TakeIn(self.begin, clock, check)
        self.decide = DecideRow(self.begin, clock, check, self.seals)
        self.decide_alike = DecideAlike(self.begin)
        self.accept = AcceptWorkers(self.begin, self.look, clock, check)
        self.discard = DiscardWorkers(self.begin, clock)
        with self.begin() as work:
            if work.companies.by_npp(MILL.npp) is None:
                work.companies.add(MILL)
            work.commit()
            officers = {officer.role: officer for officer in work.officers.all()}
        self.rina, self.penyelia = officers[Role.FRONTLINER], officers[Role.SUPERVISOR]

    def file(self, content: bytes, name: str = "daftar.xlsx") -> Path:
        file = self.folder / name
        file.write_bytes(content)
        return file

    def stage(self, content: bytes, purpose: FilePurpose = FilePurpose.REGISTRATION) -> StagedFile:
        return self.stage_workers(self.file(content), MILL.npp, purpose, self.rina)

    def rows(self, file_id: int) -> tuple[WorkerRow, ...]:
        return self.staged_rows(file_id, RowWish(), -1, 0, self.rina)

    def row(self, file_id: int, number: int) -> WorkerRow:
        return next(row for row in self.rows(file_id) if row.number == number)

    def states(self, file_id: int) -> list[RowState]:
        return [row.state for row in self.rows(file_id)]

    def is_member(self, nik: str) -> bool:
        with self.look() as work:
            return work.members.by_nik(Nik(nik)) is not None

    def kpj_of(self, nik: str) -> list[str]:
        """The numbers of everything this person holds; empty text for one that follows later."""
        with self.look() as work:
            member = work.members.by_nik(Nik(nik))
            held = work.members.memberships_of(member.id) if member else ()
        return [each.kpj.text if each.kpj else "" for each in held]

    def use_up_the_block(self) -> None:
        with self.begin() as work:
            work.number_blocks.leave()
            work.commit()

    def add_block(self, first: str, count: int) -> None:
        with self.begin() as work:
            number = int(Kpj(first).text)
            work.number_blocks.add(NumberBlock(number, number + count - 1, number))
            work.commit()

    def supervisor(self) -> Officer:
        return self.penyelia
