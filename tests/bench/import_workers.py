"""A company's list of 10,000 rows staged among 1.2 million members, beside pandas merely reading the file."""

import gc
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pandas

from app.cards.number_block import NumberBlock
from app.companies.company import Company
from app.findings import FindingCode
from app.members.npp import Npp
from app.reference import Reference
from app.trust.officer import Officer, Role
from app.trust.room_on_disk import RoomOnDisk
from app.workers.check_list import CheckList
from app.workers.check_rows import CheckRows
from app.workers.stage_workers import DiscardWorkers, StagedFile, StageWorkers
from app.workers.worker_file import FilePurpose
from db.engine import for_reading, open_database
from db.keys import DatabaseKey
from db.migrate import bring_up_to_date
from db.seed import seed_members
from db.unit_of_work import SqlUnitOfWork
from printing.card import PdfCardRenderer
from printing.fonts import FontShelf
from printing.layout import read_layout
from tests.company_lists import HEADINGS, as_xlsx, sheet_of, tidy_lines

_ROWS, _TURNS = 10_000, 3
_NOW = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=7)))
_RESOURCES = Path(__file__).parents[2] / "resources"
_MILL = Company(Npp("13007478"), "PT SUMBER REJEKI ABADI")


class _Counter:
    """A branch of ``members`` invented people, encrypted, where the list comes in."""

    def __init__(self, folder: Path, members: int, reference: Reference) -> None:
        key = DatabaseKey.drawn()
        self._engine = open_database(folder / "loket.db", key)
        self._name_key = reference.names.key
        bring_up_to_date(self._engine, key, folder / "salinan")
        seed_members(self._engine, self._name_key, members, _NOW.date())
        with self.begin() as work:
            self.by = work.officers.add(Officer("Rina Pratiwi", Role.FRONTLINER))
            work.companies.add(_MILL)
            work.number_blocks.add(NumberBlock(50_000_000_001, 50_000_100_000, 50_000_000_001))
            work.commit()
        layout = read_layout(
            _RESOURCES / "card_layouts" / "kartu-peserta.toml", FontShelf(_RESOURCES / "fonts")
        )
        check = CheckList(CheckRows(reference, PdfCardRenderer(layout).findings, "Cabang"), 30)
        room = RoomOnDisk(lambda: 10**12)
        self.stage = StageWorkers(self.begin, self.look, lambda: _NOW, room, check)
        self.discard = DiscardWorkers(self.begin, lambda: _NOW)

    def begin(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self._engine, self._name_key)

    def look(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(for_reading(self._engine), self._name_key)

    def close(self) -> None:
        self._engine.dispose()


def run(quick: bool) -> Iterator[dict[str, object]]:
    """``quick`` takes 12 thousand members; the list is as long."""
    members = 12_000 if quick else 1_200_000
    reference = Reference.load(_RESOURCES / "reference")
    with tempfile.TemporaryDirectory() as base:
        counter = _Counter(Path(base), members, reference)
        try:
            yield _measured(counter, _list_of_workers(Path(base), reference), members)
        finally:
            counter.close()


def _list_of_workers(folder: Path, reference: Reference) -> Path:
    file = folder / "daftar.xlsx"
    file.write_bytes(as_xlsx(sheet_of(tidy_lines(_ROWS, reference), HEADINGS)))
    return file


def _measured(counter: _Counter, file: Path, members: int) -> dict[str, object]:
    """Turn by turn: what else the machine does meanwhile, it does to both."""
    begun = time.perf_counter()
    ours, theirs, alike = [], [], 0
    for _ in range(_TURNS):
        at = time.perf_counter()
        read = pandas.read_excel(file, engine="openpyxl")
        theirs.append(time.perf_counter() - at)
        gc.disable()  # as on the window's lane for lists
        at = time.perf_counter()
        staged = counter.stage(file, _MILL.npp, FilePurpose.REGISTRATION, counter.by)
        ours.append(time.perf_counter() - at)
        gc.enable()
        alike = _alike(counter, staged, len(read))
        counter.discard(staged.file.id, counter.by)
    ratio = statistics.median(ours) / statistics.median(theirs)
    return {
        "bench": "import",
        "measure": "staged_10000_rows_vs_pandas_reading",
        "value": round(ratio, 2),
        "goal": "<= 1.0",
        "met": ratio <= 1.0,
        "n": _ROWS,
        "members": members,
        "look_alikes": alike,
        "seconds": round(time.perf_counter() - begun, 1),
        "ours": round(statistics.median(ours), 2),
        "theirs": round(statistics.median(theirs), 2),
    }


def _alike(counter: _Counter, staged: StagedFile, read: int) -> int:
    """How many rows look like somebody stored; every row pandas saw must have been staged."""
    with counter.look() as work:
        rows = work.worker_files.rows(staged.file.id)
    if not len(rows) == read == _ROWS:
        raise AssertionError(f"{len(rows)} rows were staged of {read}")
    return sum(
        any(found.code is FindingCode.PERSON_POSSIBLY_DUPLICATE for found in row.findings) for row in rows
    )
