"""Files made to hurt, cut off or bent, and names nobody foresaw: told in words, and the counter goes on."""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from random import Random

from app.archive.attachment import ScanLimits
from app.cards.card_face import CardFace
from app.errors import FileRefused, InputRejected
from app.exchange.file_flaw import FileFlaw
from app.exchange.plain_text import plain
from app.exchange.read_workbook import read_workbook
from app.exchange.workbook import Workbook
from app.exchange.write_workbook import Column, Sheet, workbook_bytes
from app.member_fields import MemberField
from app.members.names import read_name
from printing.card import PdfCardRenderer
from printing.fonts import FontShelf
from printing.layout import read_layout
from printing.scans import read_scan
from tests.bare_workbooks import ods, sheet_xml, strings_xml, xls, xls_number, xlsx
from tests.faults import scan_bombs, workbook_bombs
from tests.faults.bent_workbooks import bent, list_of_workers
from tests.faults.fault_run import FaultRun
from tests.faults.odd_names import odd_name
from tests.faults.peak_memory import with_growth
from ui.wording.problem_words import problem_words

ROOT = Path(__file__).parents[2]
GIGABYTE = 1_000_000_000

_AS_AT_THE_COUNTER = ScanLimits()
_MOST_GROWTH = 160_000_000
"""Bytes; one page of a scan is 27 million, and is there three times while it is drawn anew."""
_READERS = (
    "tests/app/members/test_every_parser.py",
    "tests/app/exchange/test_read_csv.py",
    "tests/app/workers/test_any_cell.py",
    "tests/app/test_any_input.py",
    "tests/printing/test_any_layout.py",
)


def workbook_bombs_all(base: Path, n: int, size: int = GIGABYTE) -> FaultRun:
    """The first ``n`` of them, ``size`` bytes the largest when unpacked."""
    wrong: list[str] = []
    played = list(workbook_bombs.bombs(size).items())[:n]
    for name, (ending, make, may_tell) in played:
        file = base / f"daftar.{ending}"
        file.write_bytes(make())
        wrong += _told_wrong(name, partial(_outcome, partial(read_workbook, file)), may_tell)
    return FaultRun(n, len(played), (*wrong, *_left_behind(base, {f"daftar.{kind}" for kind in _ENDINGS})))


def hostile_scans(
    base: Path, n: int, size: int = GIGABYTE, limits: ScanLimits = _AS_AT_THE_COUNTER
) -> FaultRun:
    """The first ``n`` of them; of what was read, nothing planted came through."""
    wrong: list[str] = []
    file = base / "pindaian"
    played = list(scan_bombs.bombs(size).items())[:n]
    for name, (make, may_tell) in played:
        file.write_bytes(make())
        wrong += _told_wrong(name, partial(_outcome, partial(_read_without_plants, file, limits)), may_tell)
    return FaultRun(n, len(played), (*wrong, *_left_behind(base, {file.name})))


def cut_workbooks(base: Path, n: int) -> FaultRun:
    """Cut off at ``n`` places: refused, or read as it is when whole, never half of it."""
    whole = {
        "xlsx": xlsx(sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings_xml("SITI")),
        "ods": ods(
            '<table:table-row><table:table-cell office:value-type="float" office:value="7"/>'
            "</table:table-row>"
        ),
        "xls": xls(b"".join(xls_number(row, 0, row) for row in range(300))),
    }
    each, wrong, refused = max(1, n // len(whole)), [], 0
    for ending, content in whole.items():
        file = base / f"potong.{ending}"
        file.write_bytes(content)
        expected = read_workbook(file)
        for turn in range(each):
            place = turn * len(content) // each
            file.write_bytes(content[:place])
            told = _outcome(partial(_read_whole, file, expected))
            refused += told in _REFUSALS
            if told not in (*_REFUSALS, workbook_bombs.READ):
                wrong.append(f"I1 {ending} cut at {place}: {told}")
    return FaultRun(n, refused, tuple(wrong))


def malformed_workbooks(base: Path, n: int, seed: int = 21) -> FaultRun:
    """Lists of ten thousand rows, each bent in another way and read twice: both times the same, or refused
    both times for the same reason."""
    chance, wrong, refused = Random(seed), [], 0
    parts = list_of_workers()
    for turn in range(n):
        file = base / "daftar.xlsx"
        file.write_bytes(bent(parts, chance))
        first, growth = with_growth(partial(_read_or_why, file))
        refused += isinstance(first, str)
        if first != _read_or_why(file):
            wrong.append(f"I1 list {turn} reads differently the second time")
        if isinstance(first, str) and first not in _REFUSALS:
            wrong.append(f"I7 list {turn}: {first}")
        if growth > _MOST_GROWTH:
            wrong.append(f"list {turn}: the program grew by {growth // 1_000_000} MB")
    return FaultRun(n, refused, (*wrong, *_left_behind(base, {"daftar.xlsx"})))


def odd_names(base: Path, n: int, seed: int = 22) -> FaultRun:
    """A name is refused where it is typed, or found unprintable before its card, or printed; and comes back
    from a workbook letter by letter."""
    resources = ROOT / "resources"
    fonts = FontShelf(resources / "fonts")
    renderer = PdfCardRenderer(read_layout(resources / "card_layouts" / "kartu-peserta.toml", fonts))
    chance, wrong = Random(seed), []
    typed = [odd_name(chance) for _ in range(n)]
    stored = [_read_name(name) for name in typed]
    for name in filter(None, stored):
        face = CardFace(name, "26004187326", "3578015508920004", "PT CONTOH", "PU", date(2026, 11, 20), "")
        if not renderer.findings(face) and not renderer.render([face]).startswith(b"%PDF"):
            wrong.append(f"{_points(name)} gave no card")
    file, columns = base / "nama.xlsx", (Column("Diketik", 40), Column("Nama", 40))
    file.write_bytes(workbook_bytes([Sheet("Nama", columns, list(zip(typed, stored, strict=True)))]))
    (sheet,) = read_workbook(file).sheets
    back = {row.number: (*row.cells, None, None)[:2] for row in sheet.rows}
    for line, row in enumerate(zip(typed, stored, strict=True), start=2):
        expected = tuple(unicodedata.normalize("NFC", plain(text)) or None for text in row)
        if back.get(line, (None, None)) != expected:
            wrong.append(f"{_points(row[0])} came back as another")
    return FaultRun(n, len(list(filter(None, stored))), tuple(wrong))


def generated_inputs(base: Path, n: int) -> FaultRun:
    """Every parser's own test with as many generated inputs as it has for the night, or for the day."""
    nightly = {"LOKET_NIGHTLY": "1"} if n >= 10_000 else {}
    tests = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-rf",
        "-p",
        "no:cacheprovider",
        f"--basetemp={base / 'tests'}",
    ]
    told = subprocess.run(
        [*tests, *_READERS],
        cwd=ROOT,
        env={**os.environ, **nightly},
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    passed = re.search(r"(\d+) passed", told)
    wrong = re.findall(r"^(?:FAILED|ERROR) (.+)$", told, re.MULTILINE)
    return FaultRun(n, int(passed[1]) if passed else 0, tuple(wrong) if passed else ("no test ran", *wrong))


_ENDINGS = ("xlsx", "xlsm", "xls", "ods", "csv")
_REFUSALS = {*FileFlaw, workbook_bombs.LOCKED}


def _outcome(read: Callable[[], object]) -> str:
    try:
        read()
    except FileRefused as refused:
        words = problem_words(refused)
        if "…" in words.what + words.next_step:
            return f"words with a gap: {words}"
        return refused.facts.get("why", workbook_bombs.LOCKED)
    return workbook_bombs.READ


def _told_wrong(name: str, play: Callable[[], str], may_tell: set[str]) -> Iterator[str]:
    told, growth = with_growth(play)
    if told not in may_tell:
        yield f"I7 {name}: {told}"
    if growth > _MOST_GROWTH:
        yield f"{name}: the program grew by {growth // 1_000_000} MB"


def _left_behind(base: Path, ours: set[str]) -> Iterator[str]:
    """I8: no core, no copy and no temporary file of what came from outside; and no child."""
    yield from (f"I8 {file.name} was left" for file in base.iterdir() if file.name not in ours)
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    for child in children.read_text().split() if children.exists() else ():
        if b"_child" in Path(f"/proc/{child}/cmdline").read_bytes():
            yield f"child {child} still runs"


def _read_name(typed: str) -> str:
    """Empty where it is refused."""
    try:
        return read_name(typed, MemberField.NAME)
    except InputRejected:
        return ""


def _read_without_plants(file: Path, limits: ScanLimits) -> None:
    if scan_bombs.PLANTED in read_scan(file, limits).content:
        raise AssertionError("something planted came through")


def _read_whole(file: Path, expected: Workbook) -> None:
    if read_workbook(file) != expected:
        raise AssertionError("half a list was read")


def _read_or_why(file: Path) -> Workbook | str:
    books: list[Workbook] = []
    told = _outcome(lambda: books.append(read_workbook(file)))
    return books[0] if books else told


def _points(text: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in text[:12])
