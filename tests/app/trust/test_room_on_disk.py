"""Below 500 MB free nobody new is served; who is served comes to an end."""

from pathlib import Path

import pytest

from app.errors import Problem, YourEnvironment
from app.trust.room_on_disk import LEAST, RoomOnDisk
from app.visit.step_1_verify import OpenVisit
from tests.backups import RINA, BackedUpBranch


def test_a_visit_is_refused_below_500_megabytes_and_nothing_is_stored(tmp_path: Path) -> None:
    pc = BackedUpBranch(tmp_path / "pc", tmp_path / "usb")
    pc.founded()
    free = [LEAST - 1]
    open_visit = OpenVisit(pc.file.begin, pc.clock, "Loket 1", RoomOnDisk(lambda: free[0]))
    with pytest.raises(YourEnvironment) as told:
        open_visit(RINA)
    assert told.value.problem is Problem.DISK_NEARLY_FULL
    assert told.value.facts == {"free": "499", "least": "500"}
    free[0] = LEAST
    assert open_visit(RINA).id == 1
    pc.vault.close()
