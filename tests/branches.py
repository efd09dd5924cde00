"""Branches for tests, put together as the program does: behind cheap key slots, without a real keyring."""

from datetime import datetime
from functools import partial
from pathlib import Path

from app.paths import Paths
from app.settings import Settings
from db.demo_branch import found_demo_branch
from main import Branch, branch_in
from tests.vaults import AGUS, CHEAP, PASSWORD, nothing_more

cheaply = partial(branch_in, cost=CHEAP, keyring=lambda: None)
"""As :func:`main.branch_in`."""


def empty_branch(folder: Path) -> Branch:
    """With its administrator and nobody else; it stands open."""
    branch = cheaply(Paths(folder))
    branch.vault.found(AGUS, PASSWORD, nothing_more)
    return branch


def demo_branch(folder: Path, now: datetime) -> Branch:
    """The demo branch; it stands open."""
    branch = cheaply(Paths(folder), demo=True)
    found_demo_branch(branch.vault, now, Settings().counter)
    return branch
