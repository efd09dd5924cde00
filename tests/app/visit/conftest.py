"""The real demo branch with every use case, at one counter on one morning."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.paths import Paths
from app.settings import Settings
from app.trust.officer import Officer, Role
from main import Branch, compose
from tests.branches import demo_branch
from tests.builders import MORNING
from tests.faults.tray_printer import TrayPrinter
from ui.parts import Parts


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    branch = demo_branch(tmp_path, MORNING)
    yield branch
    branch.vault.close()


@pytest.fixture
def parts(branch: Branch, tmp_path: Path) -> Parts:
    return compose(branch, Paths(tmp_path), Settings(), lambda: MORNING, TrayPrinter(tmp_path / "tray"))


@pytest.fixture
def rina(branch: Branch) -> Officer:
    with branch.look() as work:
        return next(officer for officer in work.officers.all() if officer.role is Role.FRONTLINER)
