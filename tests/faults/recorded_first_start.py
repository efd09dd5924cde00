"""The program whose power fails while it takes over an old branch: the tables, the key, the slots.

``python -m tests.faults.recorded_first_start BASE``, on a watched disk.
"""

import sys
from pathlib import Path

from app.paths import Paths
from tests.faults.kill_first_start import take_over
from tests.faults.old_branch import leave_old_branch
from tests.faults.witness import Witness


def main(base: Path) -> None:
    witness = Witness(base)
    leave_old_branch(base)
    witness.say("old key", Paths(base).key.read_text(encoding="ascii"))
    take_over(base, None, None)
    witness.say("taken over", "by this version")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
