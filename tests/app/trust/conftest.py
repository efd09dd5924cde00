"""A real branch file, open, with three officers; ``tampered`` is somebody who has the key and knows SQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.trust.officer import Officer, Role
from db.branch_file import BranchFile
from db.engine import open_database
from db.keys import DatabaseKey

Tamper = Callable[..., None]


@pytest.fixture
def key() -> DatabaseKey:
    return DatabaseKey.drawn()


@pytest.fixture
def branch(tmp_path: Path, key: DatabaseKey) -> Iterator[BranchFile]:
    open_database(tmp_path / "loket.db", key).dispose()
    branch = BranchFile(tmp_path / "loket.db", tmp_path / "salinan", str.upper)
    branch.open(key)
    yield branch
    branch.close()


def _hired(branch: BranchFile, name: str, role: Role) -> Officer:
    with branch.begin() as work:
        officer = work.officers.add(Officer(name, role))
        work.commit()
    return officer


@pytest.fixture
def rina(branch: BranchFile) -> Officer:
    return _hired(branch, "Rina Pratiwi", Role.FRONTLINER)


@pytest.fixture
def sri(branch: BranchFile) -> Officer:
    return _hired(branch, "Sri Wahyuni", Role.SUPERVISOR)


@pytest.fixture
def agus(branch: BranchFile) -> Officer:
    return _hired(branch, "Agus Wijaya", Role.ADMINISTRATOR)


@pytest.fixture
def tamper(branch: BranchFile) -> Tamper:
    """``tamper("DELETE …", "UPDATE …")`` past every trigger, which is put back afterwards."""

    def tamper(*statements: str) -> None:
        with branch.engine.begin() as connection, _without_triggers(connection):
            for statement in statements:
                connection.exec_driver_sql(statement)

    return tamper


@contextmanager
def _without_triggers(connection: Connection) -> Iterator[None]:
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%refuses%'"
    ).all()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for name, _ in found:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, sql in found:
        connection.exec_driver_sql(sql)
