"""Who may know whom, checked by machine, and the check proved able to fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("app", "db", "printing", "ui")

SHORTCUTS = [
    ("app.members.planted", "PySide6"),
    ("app.visit.planted", "ui.background"),
    ("app.planted", "db.tables"),
    ("app.cards.planted", "printing.barcode"),
    ("app.reports.planted", "sqlalchemy"),
    ("db.planted", "printing.barcode"),
    ("db.stores.planted", "PySide6"),
    ("db.also_planted", "reportlab"),
    ("printing.planted", "PySide6"),
    ("printing.printers.planted", "db.engine"),
    ("ui.planted", "db.engine"),
    ("ui.visit.planted", "sqlmodel"),
    ("ui.widgets.planted", "reportlab"),
    ("ui.also_planted", "printing.barcode"),
]
"""A new module, and what it must not import."""

CIRCLE = {"app/members/round.py": "import app.visit.about", "app/visit/about.py": "import app.members.round"}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Import-linter's verdict; imports are reported as ``importer -> imported``."""
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [linter, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONUTF8": "1", "COLUMNS": "200"},
    )


@pytest.fixture(scope="module")
def verdict_on_planted(tmp_path_factory: pytest.TempPathFactory) -> str:
    house = tmp_path_factory.mktemp("house")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, house / folder)
    shutil.copy(ROOT / "pyproject.toml", house)
    for module, target in SHORTCUTS:
        path = house / module.replace(".", "/")
        path.with_suffix(".py").write_text(f"import {target}\n", encoding="utf-8")
    for file, line in CIRCLE.items():
        (house / file).write_text(line + "\n", encoding="utf-8")
    result = lint(house)
    assert result.returncode == 1, result.stderr
    return result.stdout


def test_the_folders_import_only_what_they_may() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("module", "target"), SHORTCUTS)
def test_a_planted_shortcut_is_caught(verdict_on_planted: str, module: str, target: str) -> None:
    assert f"{module} -> {target}" in verdict_on_planted


def test_a_planted_circle_is_caught(verdict_on_planted: str) -> None:
    assert "- .members -> .visit (1 import)" in verdict_on_planted


def test_no_folder_escapes_the_contracts() -> None:
    """Import-linter passes over a folder without ``__init__.py``."""
    rooms = {file.parent for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")}
    assert [str(room.relative_to(ROOT)) for room in rooms if not (room / "__init__.py").exists()] == []


@pytest.mark.parametrize("folder", ["app", "db", "printing"])
def test_everything_but_the_screens_loads_without_qt(folder: str) -> None:
    code = (
        f"import importlib, pkgutil, sys, {folder} as top\n"
        "for m in pkgutil.walk_packages(top.__path__, top.__name__ + '.'):\n"
        "    importlib.import_module(m.name)\n"
        "sys.exit('Qt is loaded' if 'PySide6' in sys.modules else 0)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert loaded.returncode == 0, loaded.stderr
