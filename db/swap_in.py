"""What a restore brings, made ready beside the old files and swapped in by renames: killed at any moment, the
next start finds the old branch or finishes the new one."""

import shutil
from pathlib import Path

from app.files import not_written, sync_folder
from app.paths import Paths

_PREPARING, _READY = "pemulihan.disiapkan", "pemulihan"
_SAFETY = "sebelum-pemulihan-"
_LOGS = ("-wal", "-shm", "-journal")


def prepare(paths: Paths) -> Path:
    """An empty folder for the new files. Until :func:`swap_in`, the branch is as it was.

    Raises ``OSError``.
    """
    preparing = paths.base / _PREPARING
    drop_prepared(paths)
    preparing.mkdir(parents=True)
    return preparing


def drop_prepared(paths: Paths) -> None:
    """Raises ``OSError``."""
    preparing = paths.base / _PREPARING
    if preparing.exists():
        shutil.rmtree(preparing)


def swap_in(paths: Paths, stamp: str) -> Path | None:
    """The prepared files take the place of the old ones, which move to the safety copies: gives where, or
    ``None`` where there were none. From the first rename on there is no way back but another restore.

    The old database must be shut. Raises ``YourEnvironment``; what was begun the next start finishes.
    """
    preparing = paths.base / _PREPARING
    try:
        (preparing / f"{_SAFETY}{stamp}").mkdir()
        sync_folder(preparing)
        preparing.rename(paths.base / _READY)
        sync_folder(paths.base)
        return _finish(paths)
    except OSError as error:
        raise not_written(Path(error.filename or paths.base), error) from error


def finish_interrupted_restore(paths: Paths) -> bool:
    """Before anything is opened: take away what was only prepared, and finish what was decided.

    True where a restore was finished. Raises ``YourEnvironment`` where a file cannot be moved.
    """
    try:
        drop_prepared(paths)
        if not (paths.base / _READY).exists():
            return False
        _finish(paths)
    except OSError as error:
        raise not_written(Path(error.filename or paths.base), error) from error
    return True


def _finish(paths: Paths) -> Path | None:
    """Each step can be taken again: a rename that was done finds nothing to move."""
    ready = paths.base / _READY
    safety = next(ready.glob(f"{_SAFETY}*"), None)
    kept = None
    if safety is not None:
        if (ready / paths.database.name).exists():
            for old in _without_successor(paths):
                _move(old, safety / old.name)
        for place in (paths.slots, paths.chain_head, paths.settings, paths.database):  # the database last
            new = ready / place.name
            if new.exists():
                if not (safety / place.name).exists():
                    _move(place, safety / place.name)
                _move(new, place)
        kept = _keep(safety, paths)
    shutil.rmtree(ready)
    sync_folder(paths.base)
    return kept


def _without_successor(paths: Paths) -> list[Path]:
    """What belongs to the old database alone. A log of it must never meet the new one."""
    logs = [paths.database.with_name(paths.database.name + suffix) for suffix in _LOGS]
    return [*logs, paths.slots.with_name(paths.slots.name + ".previous"), paths.key]


def _keep(safety: Path, paths: Paths) -> Path | None:
    if not any(safety.iterdir()):
        return None
    paths.copies.mkdir(exist_ok=True)
    kept = paths.copies / safety.name
    while kept.exists():  # two restores in one second, or after the clock was set back
        kept = kept.with_name(kept.name + "-lagi")
    _move(safety, kept)
    return kept


def _move(old: Path, to: Path) -> None:
    if old.exists():
        old.replace(to)
        sync_folder(to.parent)
        sync_folder(old.parent)
