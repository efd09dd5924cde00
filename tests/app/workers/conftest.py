"""A branch with a company whose lists come in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.workers.list_desk import ListDesk
from tests.branches import demo_branch
from tests.builders import MORNING


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ListDesk]:
    branch = demo_branch(tmp_path, MORNING)
    yield ListDesk(branch.begin, branch.look, branch.reference, tmp_path)
    branch.vault.close()
