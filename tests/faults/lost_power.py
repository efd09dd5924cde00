"""A disk as the power leaves it: what was synced is there, of all else anything may be, in any order."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePath
from random import Random

from tests.faults.watched_disk import Did, Step

SECTOR = 512
"""Bytes a disk writes whole or not at all."""

_Names = dict[PurePath, "_File"]

DeafTo = Callable[[PurePath], bool]
"""The files of which a disk only pretends that they are synced."""


def nothing(_name: PurePath) -> bool:
    return False


@dataclass(slots=True)
class _File:
    """``kept`` is what the disk surely holds; each of ``loose`` it may hold or not, in part or whole."""

    kept: bytearray = field(default_factory=bytearray)
    loose: list[Step] = field(default_factory=list)

    def sync(self) -> None:
        for step in self.loose:
            _apply(self.kept, step)
        self.loose.clear()

    def after(self, fate: "_Fate") -> bytes:
        content = bytearray(self.kept)
        for step in self.loose:
            for part in fate(step):
                _apply(content, part)
        return bytes(content)


@dataclass(frozen=True, slots=True)
class _Renaming:
    """One change of names in ``folders``, whole or not at all: what appears and what goes."""

    folders: frozenset[PurePath]
    appears: _Names
    goes: tuple[PurePath, ...] = ()

    def apply(self, names: _Names) -> None:
        for name in self.goes:
            names.pop(name, None)
        names.update(self.appears)

    @property
    def touches(self) -> set[PurePath]:
        """All whose earlier changes must be there too."""
        return {*self.folders, *self.appears, *self.goes}


_Fate = Callable[[Step], list[Step]]
"""What of one unsynced step the disk holds."""


class Disk:
    """Takes in what a program does, step by step, and can show the files as they would be if the power
    failed now.

    A name made, moved or removed is certain once a folder it stood in was synced. Before that, the names of
    one folder change in the order in which they were changed, and those of different folders in any. A
    folder is there when anything in it is. ``deaf_to`` is for the proof that a sync left out would be
    noticed.
    """

    def __init__(self, deaf_to: DeafTo = nothing) -> None:
        self._deaf_to = deaf_to
        self._seen: _Names = {}
        self._kept: _Names = {}
        self._loose: list[_Renaming] = []
        self._handles: dict[int, PurePath] = {}
        self._files: dict[int, _File] = {}

    def take(self, step: Step) -> PurePath | None:
        """The path the step was about, where it was about a file's content."""
        if step.did is Did.OPEN:
            self._open(step)
        elif step.did is Did.CLOSE:
            del self._handles[step.handle]
            self._files.pop(step.handle, None)
        elif step.did is Did.RENAME:
            self._rename(*map(PurePath, step.content.decode().split("\0")))
        elif step.did is Did.REMOVE:
            self._remove(PurePath(step.content.decode()))
        elif step.did is Did.SYNC:
            self._sync(self._handles[step.handle], self._files.get(step.handle))
        elif step.did in (Did.WRITE, Did.TRUNCATE):
            self._files[step.handle].loose.append(step)
            return self._handles[step.handle]
        return None

    def without_power(self, chance: Random) -> dict[PurePath, bytes]:
        """One of the many states the disk may be in; the same ``chance`` gives the same."""
        names = dict(self._kept)
        share = chance.choice((0.0, 1.0, chance.random()))
        lucky = {at for at in range(len(self._loose)) if chance.random() < share}
        for at in self._with_all_they_lean_on(lucky):
            self._loose[at].apply(names)
        fates = {id(file): _fate(chance) for file in names.values()}
        return {name: file.after(fates[id(file)]) for name, file in names.items()}

    def _open(self, step: Step) -> None:
        name = PurePath(step.content.decode())
        self._handles[step.handle] = name
        if step.place & 1:
            self._seen[name] = _File()
            self._change({name: self._seen[name]}, ())
        if name in self._seen:
            file = self._files[step.handle] = self._seen[name]
            if step.place & 2:
                file.loose.append(Step(Did.TRUNCATE, step.handle, 0, b""))

    def _rename(self, before: PurePath, now: PurePath) -> None:
        """Also of a folder, with all that is in it."""
        names = [name for name in self._seen if name == before or before in name.parents]
        moved = {now / name.relative_to(before): self._seen.pop(name) for name in names}
        self._seen |= moved
        self._change(moved, tuple(names), before.parent, now.parent)

    def _remove(self, name: PurePath) -> None:
        if self._seen.pop(name, None) is not None:
            self._change({}, (name,))

    def _change(self, appears: _Names, goes: tuple[PurePath, ...], *folders: PurePath) -> None:
        of_names = (name.parent for name in (*appears, *goes))
        self._loose.append(_Renaming(frozenset(folders or of_names), appears, goes))

    def _sync(self, name: PurePath, file: _File | None) -> None:
        if self._deaf_to(name):
            return
        if file is not None:
            file.sync()
            return
        synced = {at for at, change in enumerate(self._loose) if name in change.folders}
        certain = self._with_all_they_lean_on(synced)
        for at in certain:
            self._loose[at].apply(self._kept)
        self._loose = [change for at, change in enumerate(self._loose) if at not in certain]

    def _with_all_they_lean_on(self, chosen: Collection[int]) -> list[int]:
        """In their order, with every earlier change of the same names or in the same folders."""
        together, touched = list[int](), set[PurePath]()
        for at in reversed(range(len(self._loose))):
            touches = self._loose[at].touches
            if at in chosen or not touched.isdisjoint(touches):
                together.append(at)
                touched |= touches
        return together[::-1]


def _fate(chance: Random) -> _Fate:
    """How a disk loses its cache: all of it, none, some writes whole, some sectors of each."""
    share = chance.random()

    def whole(step: Step) -> list[Step]:
        return [step] if chance.random() < share else []

    def torn(step: Step) -> list[Step]:
        return [part for part in _sectors(step) if chance.random() < share]

    def lost(_step: Step) -> list[Step]:
        return []

    def kept(step: Step) -> list[Step]:
        return [step]

    return chance.choice((lost, kept, whole, torn))


def _sectors(step: Step) -> list[Step]:
    if step.did is not Did.WRITE:
        return [step]
    ends = step.place + len(step.content)
    cuts = [step.place, *range(step.place - step.place % SECTOR + SECTOR, ends, SECTOR), ends]
    return [
        Step(step.did, step.handle, since, step.content[since - step.place : until - step.place])
        for since, until in pairwise(cuts)
    ]


def _apply(content: bytearray, step: Step) -> None:
    if step.did is Did.TRUNCATE:
        del content[step.place :]
        content.extend(bytes(step.place - len(content)))
        return
    ends = step.place + len(step.content)
    content.extend(bytes(max(0, ends - len(content))))
    content[step.place : ends] = step.content
