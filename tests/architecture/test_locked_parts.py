"""Every part the program is built from is declared, locked, used and credited."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IMPORTED_AS = {
    "pyside6-essentials": "PySide6",
    "python-barcode": "barcode",
    "python-stdnum": "stdnum",
    "pillow": "PIL",
    "pycups": "cups",
    "argon2-cffi": "argon2",
    "python-calamine": "python_calamine",
    "python-escpos": "escpos",
    "tomli-w": "tomli_w",
    "pywin32": "win32print",
}


def folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["cups"]]
    split = [re.fullmatch(r"([\w.-]+)([^;]*).*", wish) for wish in wanted]
    return {folded(found[1]): found[2] for found in split if found}


def locked(lock: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, re.MULTILINE))


def numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def fits(version: str, wish: str) -> bool:
    """Whether a locked version answers a wish, which here is always one ``>=`` or one ``==``."""
    if wish.startswith("=="):
        return version == wish[2:]
    return wish.startswith(">=") and numbers(version) >= numbers(wish[2:])


@pytest.mark.parametrize(("name", "wish"), declared().items())
def test_a_declared_part_is_locked_at_a_version_that_fits(name: str, wish: str) -> None:
    assert fits((locked("run") | locked("cups"))[name], wish)


def test_an_older_version_does_not_fit() -> None:
    assert fits("13.0.0", ">=13")
    assert fits("6.11.3", "==6.11.3")
    assert not fits("12.9", ">=13")
    assert not fits("6.11.4", "==6.11.3")


@pytest.mark.parametrize("name", declared())
def test_a_declared_part_is_used(name: str) -> None:
    module = IMPORTED_AS.get(name, name)
    imports = re.compile(rf"^\s*(?:import|from) {module}\b", re.MULTILINE)
    rooms = [file for folder in ("app", "db", "printing", "ui") for file in (ROOT / folder).rglob("*.py")]
    files = [*rooms, *ROOT.glob("main.py")]
    assert any(imports.search(file.read_text(encoding="utf-8")) for file in files)


@pytest.mark.parametrize("name", [*locked("run"), *locked("cups")])
def test_a_locked_part_is_credited_with_its_licence(name: str) -> None:
    told = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    rows = [row for row in told.splitlines() if row.startswith("|")]
    assert [row for row in rows if folded(row.split("|")[1].strip()) == name], name
