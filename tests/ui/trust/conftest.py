"""A founded branch whose administrator has signed in, and the room under test in a window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.settings import Settings
from app.trust.officer import Officer, Role
from tests.ui.keeping import BRANCH, COUNTER, PASSWORD, Keeping


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[Keeping]:
    keeping = Keeping(tmp_path / "pc")
    Settings(branch=BRANCH, counter=COUNTER).save(keeping.paths.settings)
    yield keeping
    keeping.close()


@pytest.fixture
def agus(pc: Keeping) -> Officer:
    """The administrator."""
    pc.founded()
    return pc.sign_in(1, PASSWORD).officer


@pytest.fixture
def rina(pc: Keeping, agus: Officer) -> Officer:
    return pc.hired("Rina Pratiwi", Role.FRONTLINER, agus).officer


@pytest.fixture
def sri(pc: Keeping, agus: Officer) -> Officer:
    return pc.hired("Sri Wahyuni", Role.SUPERVISOR, agus).officer


@pytest.fixture
def saved_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whoever is asked where to save a paper chooses this folder."""
    folder = tmp_path / "papers"

    def choose(_page: object, _title: str, start: Path, _kind: str, then: Callable[[Path], None]) -> None:
        then(folder / start.name)

    monkeypatch.setattr("ui.paper_out.choose_new_file", choose)
    return folder
