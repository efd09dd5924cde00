"""Lists of workers bent, broken or made to hurt, brought to a branch: staged whole or not at all, and whoever
brings one again changes nothing."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from sqlalchemy import text

from app.errors import FileRefused, LoketError, Problem, RuleBroken
from app.workers.stage_workers import StagedFile
from app.workers.worker_file import FilePurpose, FileState
from main import Branch
from tests.app.workers.list_desk import MILL, ListDesk
from tests.branches import demo_branch
from tests.builders import MORNING
from tests.company_lists import as_xlsx, sheet_of, tidy_lines
from tests.faults import workbook_bombs
from tests.faults.bent_workbooks import bent, parts_of
from tests.faults.fault_run import FaultRun
from ui.wording.problem_words import problem_words

_TABLES = ("member", "membership", "worker_file", "worker_row", "company", "journal")
_NO_LIST = {Problem.WORKER_FILE_EMPTY, Problem.COLUMNS_NOT_FOUND}


def malformed_lists(base: Path, n: int, seed: int = 23, rows: int = 10_000) -> FaultRun:
    """Lists of ten thousand workers, each bent in another way, staged, staged again and accepted; ``done``
    counts those that were read."""
    play, chance, wrong, done = _Play(base), Random(seed), [], 0
    parts = parts_of(as_xlsx(sheet_of(tidy_lines(rows, play.branch.reference))))
    for turn in range(n):
        content = bent(parts, chance)
        staged, said = play.brought(content, "xlsx")
        wrong += [f"{told} (list {turn})" for told in said]
        if staged is not None and staged.file.state is FileState.STAGED:
            done += 1
            wrong += [f"{told} (list {turn})" for told in play.accepted_once(staged)]
    play.branch.vault.close()
    return FaultRun(n, done, tuple(wrong))


def staged_bombs(base: Path, n: int, size: int = 1_000_000_000) -> FaultRun:
    """The first ``n`` workbook bombs, ``size`` bytes the largest when unpacked; ``done`` were refused."""
    play, wrong, done = _Play(base), [], 0
    bombs = list(workbook_bombs.bombs(size).items())[:n]
    for name, (ending, make, _) in bombs:
        staged, said = play.brought(make(), ending)
        done += staged is None
        wrong += [f"{told} ({name})" for told in said]
    play.branch.vault.close()
    return FaultRun(n, done, tuple(wrong))


class _Play:
    def __init__(self, base: Path) -> None:
        folder = base / "cabang"
        folder.mkdir()
        self.branch: Branch = demo_branch(folder, MORNING)
        self._desk = ListDesk(self.branch.begin, self.branch.look, self.branch.reference, base)

    def brought(self, content: bytes, ending: str) -> tuple[StagedFile | None, list[str]]:
        """What lies there of the list, and what was wrong with bringing it twice."""
        file = self._desk.file(content, f"daftar.{ending}")
        before = self._stored()
        stage = partial(self._desk.stage_workers, file, MILL.npp, FilePurpose.REGISTRATION, self._desk.rina)
        first, wrong = _outcome(stage)
        if not isinstance(first, StagedFile):
            if self._stored() != before:
                wrong.append("I1 something of a refused list was stored")
            return None, wrong
        there = self._stored()
        new = there["worker_file"] - before["worker_file"]  # two may be bent into the very same bytes
        if new * sum(count.rows for count in first.counts) != there["worker_row"] - before["worker_row"]:
            wrong.append("I1 a list lies there in part")
        if there["member"] != before["member"]:
            wrong.append("I1 somebody was registered by staging")
        again, said = _outcome(stage)
        if again != first or self._stored() != there:
            wrong.append("the same file again changed something")
        return first, [*wrong, *said]

    def accepted_once(self, staged: StagedFile) -> list[str]:
        """What was wrong with accepting it twice."""
        before = self._stored()
        accept = partial(self._desk.accept, staged.file.id, self._desk.rina)
        wrong: list[str] = []
        try:
            counts = accept()
        except RuleBroken as refused:
            if refused.problem is not Problem.WORKER_FILE_EMPTY:
                wrong.append(f"I7 {refused.problem}")
            return [*wrong, *(["I1 a refused list registered somebody"] if self._stored() != before else [])]
        after = self._stored()
        if after["membership"] - before["membership"] != counts.registered:
            wrong.append(f"I1 {counts.registered} were told, others are stored")
        try:
            accept()
        except RuleBroken:
            pass
        else:
            wrong.append("one list was accepted twice")
        if self._stored() != after:
            wrong.append("I1 accepting again changed something")
        return wrong

    def _stored(self) -> dict[str, int]:
        with self.branch.file.engine.connect() as connection:
            return {
                table: int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())
                for table in _TABLES
            }


def _outcome(stage: Callable[[], StagedFile]) -> tuple[StagedFile | LoketError, list[str]]:
    """What came of it; a refusal has its words."""
    try:
        return stage(), []
    except FileRefused as refused:
        words = problem_words(refused)
        gaps = ["I7 words with a gap"] if "…" in words.what + words.next_step else []
        return refused, gaps
    except RuleBroken as broken:
        return broken, [] if broken.problem in _NO_LIST else [f"I7 {broken.problem}"]
