"""Bring an older database to the tables of this version, or leave it exactly as it was."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, inspect, text

from app.errors import Problem, StorageUnavailable
from db.engine import copy_database, for_reading
from db.keys import DatabaseKey

if TYPE_CHECKING:
    from alembic.runtime.migration import MigrationContext

VERSION = "0003"
"""The last of the steps, known here so that Alembic is loaded only when there is a step to take."""

STEPS = Path(__file__).parent / "migrations"


def bring_up_to_date(
    engine: Engine, key: DatabaseKey, copies: Path, version: str = VERSION, steps: Path = STEPS
) -> None:
    """Take all missing steps in one transaction; a database that holds data is copied first.

    Raises ``StorageUnavailable(DATABASE_NEWER)`` when the file was written by a newer Loket.
    """
    stands_at = version_of(engine)
    if stands_at == version:
        return
    if stands_at is not None:
        if stands_at > version:
            raise StorageUnavailable(Problem.DATABASE_NEWER, version=stands_at)
        copy_database(engine, _free_name(copies, stands_at), key)
    _take(engine, version, steps)


def version_of(engine: Engine) -> str | None:
    """The last step the database took; ``None`` while it is empty."""
    with for_reading(engine).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _take(engine: Engine, version: str, steps: Path) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)

    def missing(stands_at: Any, _context: "MigrationContext") -> Iterable[Any]:
        return script._upgrade_revs(version, stands_at)

    with engine.begin() as connection, EnvironmentContext(config, script, fn=missing) as environment:
        environment.configure(connection)
        environment.run_migrations()


def _free_name(copies: Path, version: str) -> Path:
    """An earlier copy is never written over: it may be the only good one."""
    name = f"loket-{version}"
    taken = len(list(copies.glob(f"{name}*.db")))
    return copies / (f"{name}-{taken + 1}.db" if taken else f"{name}.db")
