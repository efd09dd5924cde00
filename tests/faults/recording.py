"""All that a program did to its files, and the folder as a power failure at any moment leaves it."""

import json
import shutil
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from random import Random

from tests.faults.lost_power import DeafTo, Disk, nothing
from tests.faults.watched_disk import Step, WatchedDisk, steps
from tests.faults.witness import SAID


@dataclass(frozen=True, slots=True)
class Promises:
    """What the program said was done, with the step of the record from which on it must hold."""

    said: Mapping[str, Sequence[tuple[int, str]]]

    def at(self, step: int, what: str) -> tuple[str | None, str | None]:
        """What must hold after that step, and what may hold already; ``None`` where nothing was said."""
        told = self.said[what]
        past = bisect_right(told, step, key=lambda each: each[0])
        return (told[past - 1][1] if past else None, told[past][1] if past < len(told) else None)

    def moments(self) -> list[int]:
        return sorted(step for told in self.said.values() for step, _ in told)


@dataclass(frozen=True, slots=True)
class Crash:
    """The folder as one power failure left it, after that step of the record."""

    folder: Path
    step: int
    promises: Promises

    def promised(self, what: str) -> tuple[str | None, str | None]:
        """What must hold, and what may hold already; ``None`` where nothing was said."""
        return self.promises.at(self.step, what)


@dataclass(frozen=True, slots=True)
class Recording:
    """A program's steps, from an empty folder on, and what it said meanwhile."""

    base: Path
    steps: Sequence[Step]
    promises: Promises

    @classmethod
    def made(cls, base: Path, module: str, *arguments: object) -> "Recording":
        """Of ``python -m module FOLDER arguments``; ``base`` is empty or not there yet."""
        day, record = base / "day", base / "steps"
        day.mkdir(parents=True)
        with WatchedDisk(day, base / "control", record) as watched:
            watched.run(module, day, *arguments)
        disk, taken, said = Disk(), tuple(steps(record)), defaultdict[str, list[tuple[int, str]]](list)
        for running, step in enumerate(taken):
            if disk.take(step) == day / SAID:
                what, value = json.loads(step.content)
                said[what].append((running, value))
        return cls(base, taken, Promises(said))

    def crashes(self, times: int, seed: int, deaf_to: DeafTo = nothing) -> Iterator[Crash]:
        """Half of them anywhere, half at the worst moment: something was just acknowledged. A crash's folder
        is gone when the next one comes. ``deaf_to``: see :class:`~tests.faults.lost_power.Disk`."""
        chance, moments, disk, reached = Random(seed), self.promises.moments(), Disk(deaf_to), 0
        at = [
            chance.choice(moments) if turn % 2 else chance.randrange(len(self.steps)) for turn in range(times)
        ]
        for moment in sorted(at):
            for step in self.steps[reached : moment + 1]:
                disk.take(step)
            reached = moment + 1
            folder = self.base / "crashed"
            _lay_out(disk.without_power(chance), self.base / "day", folder)
            yield Crash(folder, moment, self.promises)
            shutil.rmtree(folder)


def _lay_out(files: Mapping[PurePath, bytes], day: Path, folder: Path) -> None:
    folder.mkdir()
    for name, content in files.items():
        if name != day / SAID:
            place = folder / name.relative_to(day)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
