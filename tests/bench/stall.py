"""The longest wait of the window's thread while long work goes on behind it, heard by its own timer."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import xlsxwriter
from PySide6.QtCore import QCoreApplication, Qt, QTimer

from app.cards.card_stock import BlankMovement, StockMove
from app.cards.print_job import CardState
from app.errors import RuleBroken
from app.exchange.read_workbook import read_workbook
from app.paths import Paths
from app.reference import Reference
from app.settings import Settings
from app.trust.officer import Officer, Role
from app.trust.who_saw_whom import TouchWish
from main import RESOURCES, keep_the_window_quick, open_demo, seed, system_clock
from tests.bench.waiting_company import company_waits
from tests.bench.working_day import BusyCounter
from tests.company_lists import as_xlsx, sheet_of, tidy_lines
from tests.counter_day import play
from tests.counter_day.counter import CTRL, Demo
from ui.background import Lane
from ui.companies.companies_room import CompaniesRoom
from ui.companies.rows_page import RowsPage, Shown
from ui.main_window import Room
from ui.parts import Parts

BEAT_MS = 2
ROWS, CARDS, CROWD = 10_000, 500, 200_000


class Heart:
    """Beats on the window's thread; a beat that comes late tells how long that thread did nothing else."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> "Heart":
        self._last, self.longest = time.perf_counter(), 0.0
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - BEAT_MS)
        self._last = now


class Workload:
    """Long work as the screens give it away: behind the window, on its lane."""

    def __init__(self, base: Path, crowd: int) -> None:
        self._base, self._heart = base, Heart()
        settings = replace(Settings(), backup_folder=str(base / "medium"))
        paths = Paths(base / "data")
        (base / "medium").mkdir()
        paths.prepare()
        settings.save(paths.settings)
        branch = open_demo(paths, settings)
        with branch.begin() as work:
            now = system_clock()
            work.stock.add(BlankMovement(settings.counter, StockMove.RECEIVED, 2 * CARDS, now, 1))
            work.commit()
        branch.vault.close()
        if crowd:
            seed(paths, crowd)
        self._counter = BusyCounter(base / "data", settings)

    def sign_in(self) -> float:
        """From the first window to the visit screen."""
        with self._heart as heart:
            self._counter.sit_down()
        keep_the_window_quick()  # as the program does, which is only put together here
        return heart.longest

    def behind(self, work: Callable[[Parts], object], lane: Lane) -> float:
        """The longest stall in milliseconds until ``work`` is done."""
        program, ended = self._counter._program, list[object]()
        parts = program._parts
        assert parts is not None
        with self._heart as heart:
            program.background.run(
                program.window, lambda: work(parts), then=ended.append, otherwise=ended.append, lane=lane
            )
            while not ended:
                QCoreApplication.processEvents()
                time.sleep(0.0005)
        if isinstance(ended[0], Exception):
            raise ended[0]
        return heart.longest

    def company_batch(self, cards: int) -> float:
        """While a company's cards are printed before the operator's eyes, from the first to the last."""
        counter = BusyCounter(self._base / "batch", Settings())
        counter.sit_down(Demo.CARD_OPERATOR)
        keep_the_window_quick()
        assert counter._program.branch is not None
        with counter._program.branch.begin() as work:
            now = system_clock()
            work.stock.add(BlankMovement(Settings().counter, StockMove.RECEIVED, 2 * cards, now, 1))
            work.commit()
        company_waits(counter._program.branch.begin, cards)
        counter.press(Qt.Key.Key_F6)
        counter.press(Qt.Key.Key_F6)  # the list is read again
        counter.wait_for_print()
        counter.press(Qt.Key.Key_F9)
        play.wait_for_step(counter, "Approve and print")
        with self._heart as heart:
            counter.keys.press(Qt.Key.Key_F9)
            play.wait_for_step(counter, "All are good")
        counter.close()
        return heart.longest

    def company_list(self) -> Iterator[float]:
        """While a company's list is read, and while it is taken, before the operator's eyes."""
        counter = BusyCounter(self._base / "list", Settings())
        counter.sit_down(Demo.CARD_OPERATOR)
        keep_the_window_quick()
        counter.enter(Room.COMPANIES)
        counter.settle()
        file = self._base / "daftar.xlsx"
        file.write_bytes(as_xlsx(sheet_of(tidy_lines(ROWS, Reference.load(RESOURCES / "reference")))))
        [room] = counter.window.findChildren(CompaniesRoom)
        with self._heart as heart:
            room.dropped.emit(file)
            counter.until(lambda: _rows_shown(counter) == ROWS, "the list is read", seconds=300)
        yield heart.longest
        counter.settle()
        with self._heart as heart:
            counter.keys.press(Qt.Key.Key_Return, CTRL)
            counter.until(lambda: counter.says(" dicatat"), "the list is taken", seconds=300)
        yield heart.longest
        counter.settle()
        counter.close()

    def officer(self, role: Role) -> Officer:
        assert self._counter._program.branch is not None
        with self._counter._program.branch.look() as work:
            return next(officer for officer in work.officers.all() if officer.role is role)

    def workbook(self) -> Path:
        file = self._base / "peserta.xlsx"
        with xlsxwriter.Workbook(str(file)) as book:
            sheet = book.add_worksheet("Peserta")
            for row in range(ROWS):
                sheet.write_row(
                    row, 0, [f"35780155089{row:05d}", f"NAMA {row}", *(f"isi {n}" for n in range(10))]
                )
        return file

    def close(self) -> None:
        self._counter.close()


def _rows_shown(counter: BusyCounter) -> int:
    pages = [page for page in counter.window.findChildren(RowsPage) if page.isVisible()]
    return pages[0].counted(Shown.ALL) if pages else 0


def print_cards(parts: Parts, count: int, by: Officer) -> int:
    """Asked for, sent to the PDF printer, and answered, one after the other."""
    printed, membership = 0, 0
    while printed < count:
        membership += 1
        try:
            job = parts.cards.ask(membership, "pdf_file:", by)
        except RuleBroken:  # died, no number yet, or had a card before
            continue
        parts.cards.poll(parts.cards.send(job.id, by).id, by)
        parts.cards.answer(job.id, CardState.GOOD, by)
        printed += 1
    return printed


def run(quick: bool) -> Iterator[dict[str, Any]]:
    crowd, cards = (0, 50) if quick else (CROWD, CARDS)
    with tempfile.TemporaryDirectory() as base:
        load = Workload(Path(base), crowd)
        yield _line("opening_and_sign_in_ms", load.sign_in(), 1)
        rina, sri = load.officer(Role.FRONTLINER), load.officer(Role.SUPERVISOR)
        file, now = load.workbook(), system_clock()
        yield _line(
            "reading_a_workbook_ms", load.behind(lambda _parts: read_workbook(file), Lane.LISTS), ROWS
        )
        yield _line(
            "printing_cards_ms", load.behind(lambda parts: print_cards(parts, cards, rina), Lane.PAPER), cards
        )
        yield _line(
            "backup_ms", load.behind(lambda parts: parts.keeping.backup().back_up(sri), Lane.UPKEEP), crowd
        )
        yield _line(
            "checking_every_page_ms",
            load.behind(lambda parts: parts.upkeep.check_every_page(), Lane.UPKEEP),
            crowd,
        )
        yield _line(
            "checking_the_journal_ms",
            load.behind(lambda parts: parts.keeping.journal().check(sri), Lane.UPKEEP),
            crowd,
        )
        wish = TouchWish(now - timedelta(days=1), now + timedelta(days=1))
        yield _line(
            "who_saw_whom_ms",
            load.behind(lambda parts: parts.keeping.journal().who_saw_whom(wish, sri), Lane.PAPER),
            cards,
        )
        load.close()
        yield _line("company_batch_ms", load.company_batch(cards), cards)
        of_a_list = ("reading_a_list_ms", "taking_a_list_ms")
        for measure, stalled in zip(of_a_list, load.company_list(), strict=True):
            yield _line(measure, stalled, ROWS)


def _line(measure: str, stalled: float, n: int) -> dict[str, Any]:
    return {
        "bench": "stall",
        "measure": measure,
        "value": round(stalled, 1),
        "goal": "<= 50",
        "met": stalled <= 50,
        "n": n,
    }
