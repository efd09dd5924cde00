"""Bring an older database to the tables of this version, or leave it exactly as it was."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from app.errors import Problem, StorageUnavailable
from db.engine import copy_database, for_reading
from db.keys import DatabaseKey

STEPS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, key: DatabaseKey, copies: Path, steps: Path = STEPS) -> None:
    """Take all missing steps in one transaction; a database that holds data is copied first.

    Raises ``StorageUnavailable(DATABASE_NEWER)`` when the file was written by a newer Loket.
    """
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    stands_at = _version(engine)
    if stands_at == script.get_current_head():
        return
    if stands_at is not None:
        if stands_at not in {step.revision for step in script.walk_revisions()}:
            raise StorageUnavailable(Problem.DATABASE_NEWER, version=stands_at)
        copy_database(engine, _free_name(copies, stands_at), key)

    def missing(stands_at: Any, _context: MigrationContext) -> Iterable[Any]:
        return script._upgrade_revs("head", stands_at)

    with engine.begin() as connection, EnvironmentContext(config, script, fn=missing) as environment:
        environment.configure(connection)
        environment.run_migrations()


def _version(engine: Engine) -> str | None:
    with for_reading(engine).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _free_name(copies: Path, version: str) -> Path:
    """An earlier copy is never written over: it may be the only good one."""
    name = f"loket-{version}"
    taken = len(list(copies.glob(f"{name}*.db")))
    return copies / (f"{name}-{taken + 1}.db" if taken else f"{name}.db")
