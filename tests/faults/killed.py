"""Run a piece of work in a program of its own and kill it, without warning, at a random moment."""

import multiprocessing
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

_HEAVY = (
    "alembic.config",
    "alembic.runtime.environment",
    "alembic.script",
    "tests.faults.counter_worker",
    "app.reference",
    "db.migrate",
    "db.unit_of_work",
    "printing.card",
    "printing.layout",
    "printing.raster",
    "printing.receipt",
    "ui.parts",
)
_START = "spawn" if sys.platform == "win32" else "forkserver"
"""The fork server has the heavy libraries loaded once, so that fifty programs start in no time."""


def programs() -> Any:
    context = multiprocessing.get_context(_START)
    if _START == "forkserver":
        context.set_forkserver_preload(list(_HEAVY))
    return context


def killed_at_random(
    work: Callable[[Path, Any, Connection], None], base: Path, fact: object, chance: Random, longest: float
) -> list[Any]:
    """Everything the program said before ``kill -9`` struck, up to ``longest`` seconds after its first
    word. An error of the program itself, rather than the kill, fails the caller."""
    context = programs()
    hear, say = context.Pipe(duplex=False)
    program = context.Process(target=work, args=(base, fact, say))
    program.start()
    say.close()
    said: list[Any] = []
    try:
        if hear.poll(60):
            said.append(hear.recv())
        program.join(chance.uniform(0, longest))
    except EOFError:
        pass
    ended_by_itself = program.exitcode
    program.kill()
    program.join()
    try:
        while hear.poll():
            said.append(hear.recv())
    except EOFError:
        pass
    if ended_by_itself not in (None, 0):
        raise AssertionError(f"the program failed by itself with {ended_by_itself}")
    return said


def until_it_dies(work: Callable[[Path, Any, Connection], None], base: Path) -> list[Any]:
    """Everything a program said that kills itself at the worst moment."""
    context = programs()
    hear, say = context.Pipe(duplex=False)
    program = context.Process(target=work, args=(base, None, say))
    program.start()
    say.close()
    program.join(60)
    assert program.exitcode == -signal.SIGKILL, f"it ended with {program.exitcode}"
    said = []
    try:
        while hear.poll():
            said.append(hear.recv())
    except EOFError:
        pass
    return said
