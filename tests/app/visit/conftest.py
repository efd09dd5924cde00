"""The real demo branch with every use case, at one counter on one morning."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.paths import Paths
from app.settings import Settings
from app.trust.officer import Officer, Role
from db.demo_branch import create_demo_branch
from main import Branch, compose, open_branch
from tests.builders import MORNING
from tests.faults.tray_printer import TrayPrinter
from ui.parts import Parts


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    branch = open_branch(Paths(tmp_path))
    create_demo_branch(branch.begin, MORNING, Settings().counter)
    yield branch
    branch.engine.dispose()


@pytest.fixture
def parts(branch: Branch, tmp_path: Path) -> Parts:
    return compose(branch, Paths(tmp_path), Settings(), lambda: MORNING, TrayPrinter(tmp_path / "tray"))


@pytest.fixture
def rina(parts: Parts) -> Officer:
    return next(officer for officer in parts.officers() if officer.role is Role.FRONTLINER)
