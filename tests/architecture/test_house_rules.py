"""What the house keeps out, read from the source itself; each rule is shown a sinner it must catch."""

import ast
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from app.errors import Problem
from app.findings import FindingCode
from app.trust.journal import Action

ROOT = Path(__file__).parents[2]
FOLDERS = ("app", "db", "printing", "ui")
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc"}

Rule = Callable[[ast.AST], Iterator[int]]
"""Finds the lines of a module that break it."""


def sources(*places: str) -> list[Path]:
    files = [file for place in places for file in [ROOT / place, *(ROOT / place).rglob("*.py")]]
    return sorted(file for file in files if file.is_file())


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """String literals that are not docstrings: those stand alone as statements."""
    talk = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in talk:
            yield node


def names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every name used, attributes included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno


def clock_readings(tree: ast.AST) -> Iterator[int]:
    """Time is handed in: ``now()``, ``today()`` and their kin are called by ``main`` alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asks_date = node.func.attr in {"now", "today", "utcnow"}
            asks_time = isinstance(node.func.value, ast.Name) and node.func.value.id == "time"
            if asks_date or (asks_time and node.func.attr in {"time", "localtime"}):
                yield node.lineno


def colours(tree: ast.AST) -> Iterator[int]:
    """A colour of the screen has one home, the theme: no ``#rrggbb``, ``rgb(…)`` or ``Qt.GlobalColor``."""
    for text in texts(tree):
        if re.search(r"#(?:[0-9a-fA-F]{3,4}){1,2}\b|\brgba?\(", str(text.value)):
            yield text.lineno
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Attribute(attr="GlobalColor"), attr=shade, lineno=line):
                if shade != "transparent":
                    yield line


def sqlite_words(tree: ast.AST) -> Iterator[int]:
    """What PostgreSQL would not understand."""
    words = (
        r"(?i:\bpragma\b|\bfts5|\bcreate\s+(?:virtual|trigger)\b|\bvacuum\b|\bsqlite_|\browid\b)|\bMATCH\b"
    )
    for text in texts(tree):
        if re.search(words, str(text.value)):
            yield text.lineno


def threads(tree: ast.AST) -> Iterator[int]:
    """Work leaves the window's thread through one door; only a call that may hang has a thread of its own."""
    doors = {"QThread", "QRunnable", "QThreadPool", "Thread", "ThreadPoolExecutor", "Timer"}
    yield from (line for name, line in names(tree) if name in doors)


def waits(tree: ast.AST) -> Iterator[int]:
    """The window's thread neither sleeps nor runs a second event loop inside the first."""
    yield from (line for name, line in names(tree) if name in {"processEvents", "sleep", "QEventLoop"})


HOUSE_RULES: dict[Rule, tuple[list[Path], set[str]]] = {
    clock_readings: (sources("app", "db", "printing"), set()),
    colours: (sources("ui", "main.py"), {"ui/theme.py"}),
    sqlite_words: (
        sources(*FOLDERS, "main.py"),
        {"db/connection.py", "db/engine.py", "db/search.py", "db/rekey.py"},
    ),
    threads: (
        sources(*FOLDERS, "main.py"),
        {
            "ui/background.py",
            "app/exchange/limited_child.py",
            "printing/printers/time_limit.py",
            "db/machine_secret.py",
        },
    ),
    waits: (sources("app", "ui", "main.py"), set()),
}
"""Each rule, where it holds, and the files it names as the home of the thing."""


@pytest.mark.parametrize("rule", HOUSE_RULES, ids=lambda rule: rule.__name__)
def test_the_house_rule_is_kept(rule: Rule) -> None:
    files, homes = HOUSE_RULES[rule]
    broken = [
        f"{name}:{line}"
        for file in files
        if (name := file.relative_to(ROOT).as_posix()) not in homes
        for line in rule(parsed(file))
    ]
    assert broken == []


@pytest.mark.parametrize(
    ("rule", "sinner"),
    [
        (clock_readings, "seen = datetime.now(UTC)"),
        (clock_readings, "day = date.today()"),
        (clock_readings, "at = time.time()"),
        (colours, "label.setStyleSheet('color: #0a5')"),
        (colours, "label.setStyleSheet('color: rgba(0, 0, 0, 0.5)')"),
        (colours, "pen = Qt.GlobalColor.red"),
        (sqlite_words, "connection.execute('PRAGMA journal_mode = WAL')"),
        (sqlite_words, "text('SELECT id FROM names WHERE names MATCH :words')"),
        (sqlite_words, "text('create virtual table names using fts5(name)')"),
        (sqlite_words, "op.execute(f'CREATE TRIGGER no_{change} BEFORE UPDATE ON journal')"),
        (threads, "class Printing(QThread): ..."),
        (threads, "threading.Thread(target=send).start()"),
        (threads, "threading.Timer(1, send).start()"),
        (waits, "QApplication.processEvents()"),
        (waits, "time.sleep(1)"),
    ],
)
def test_a_sinner_is_caught(rule: Rule, sinner: str) -> None:
    assert list(rule(ast.parse(f"'''Says PRAGMA, MATCH and #0a5f5f.'''\n{sinner}"))) == [2]


def test_file_names_say_what_the_branch_does() -> None:
    files = [file.relative_to(ROOT) for file in sources(*FOLDERS, "tests")]
    assert [str(file) for file in files if EMPTY_NAMES & {*file.parent.parts, file.stem}] == []


def test_every_module_says_what_it_is_for() -> None:
    files = [file for file in sources(*FOLDERS, "main.py", "dev.py") if file.stat().st_size]
    assert [str(file.relative_to(ROOT)) for file in files if not ast.get_docstring(parsed(file))] == []


def raised(kind: str, tree: ast.AST) -> set[str]:
    """Members of an enum that a module uses, keys of its wording tables left out."""
    wordings = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == kind
        and id(node) not in wordings
    }


def test_wording_a_problem_is_not_raising_it() -> None:
    told = "WORDS = {Problem.DISK_FULL: 'full'}\nraise YourEnvironment(Problem.PRINTER_MISSING)"
    assert raised("Problem", ast.parse(told)) == {"PRINTER_MISSING"}


ONLY_READ = {Action.OFFICER_CHOSEN.name}
"""Stands in journals from before there were passwords."""


@pytest.mark.parametrize("kind", [Action, FindingCode, Problem])
def test_everything_loket_can_say_is_said_somewhere(kind: type[StrEnum]) -> None:
    used = ONLY_READ.union(*(raised(kind.__name__, parsed(file)) for file in sources(*FOLDERS, "main.py")))
    assert sorted(set(kind.__members__) - used) == []
