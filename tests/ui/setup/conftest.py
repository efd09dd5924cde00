"""A PC on which nothing stands yet, and another one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.keeping import Keeping


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[Keeping]:
    keeping = Keeping(tmp_path / "pc")
    yield keeping
    keeping.close()


@pytest.fixture
def other_pc(tmp_path: Path) -> Iterator[Keeping]:
    """Its machine's part of the secret is another one."""
    keeping = Keeping(tmp_path / "other")
    yield keeping
    keeping.close()


@pytest.fixture
def saved_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whoever is asked where to save a paper chooses this folder."""
    folder = tmp_path / "papers"

    def choose(_page: object, _title: str, start: Path, _kind: str, then: Callable[[Path], None]) -> None:
        then(folder / start.name)

    monkeypatch.setattr("ui.paper_out.choose_new_file", choose)
    return folder
