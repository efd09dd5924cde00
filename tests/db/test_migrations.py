"""An older database is brought up to date whole, after a copy was laid aside, or stays as it was."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from app.errors import Problem, StorageUnavailable
from app.members.member import Member
from app.ports import Begin
from db.engine import open_database
from db.keys import DatabaseKey
from db.migrate import STEPS, VERSION, bring_up_to_date, version_of
from db.tables import Row
from db.unit_of_work import SqlUnitOfWork

_NEXT_STEP = """
from alembic import op
import sqlalchemy as sa

revision = "0002"
down_revision = "0001"

def upgrade():
    op.create_table("ticket", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("officer", sa.Column("badge", sa.String))
"""


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of this version and one more."""
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "v0002_tickets.py").write_text(_NEXT_STEP)
    return steps


def _tables(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))


def test_the_version_is_the_last_step(engine: Engine) -> None:
    files = sorted(path.name for path in (STEPS / "versions").glob("v*.py"))
    assert files[-1].startswith(f"v{VERSION}_")
    assert version_of(engine) == VERSION


def test_the_steps_lead_exactly_to_the_tables_the_stores_use(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("name_"),
            },
        )
        assert compare_metadata(context, Row.metadata) == []


def test_a_second_start_changes_nothing_and_copies_nothing(
    engine: Engine, key: DatabaseKey, tmp_path: Path
) -> None:
    before = _tables(engine)
    bring_up_to_date(engine, key, tmp_path / "copies")
    assert _tables(engine) == before
    assert not (tmp_path / "copies").exists()


def test_a_copy_is_laid_aside_before_an_older_database_is_changed(
    engine: Engine, begin: Begin, key: DatabaseKey, siti: Member, steps: Path, tmp_path: Path
) -> None:
    with begin() as work:
        work.members.add(siti)
        work.commit()
    bring_up_to_date(engine, key, tmp_path / "copies", "0002", steps)
    assert "ticket" in _tables(engine)
    (laid_aside,) = (tmp_path / "copies").iterdir()
    copy = open_database(laid_aside, key)
    with SqlUnitOfWork(copy, str.upper) as work:
        assert work.members.by_nik(siti.nik) is not None
    assert "ticket" not in _tables(copy)
    copy.dispose()


def test_an_earlier_copy_is_never_written_over(
    engine: Engine, key: DatabaseKey, steps: Path, tmp_path: Path
) -> None:
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "loket-0001.db").write_bytes(b"an earlier copy")
    bring_up_to_date(engine, key, tmp_path / "copies", "0002", steps)
    assert (tmp_path / "copies" / "loket-0001.db").read_bytes() == b"an earlier copy"
    assert len(list((tmp_path / "copies").iterdir())) == 2


def test_a_step_that_fails_halfway_leaves_everything_as_it_was(
    engine: Engine, begin: Begin, key: DatabaseKey, siti: Member, steps: Path, tmp_path: Path
) -> None:
    (steps / "versions" / "v0002_tickets.py").write_text(_NEXT_STEP + "    raise OSError('power')\n")
    before = _tables(engine)
    with pytest.raises(OSError, match="power"):
        bring_up_to_date(engine, key, tmp_path / "copies", "0002", steps)
    assert _tables(engine) == before
    bring_up_to_date(engine, key, tmp_path / "copies")
    with begin() as work:
        assert work.members.add(siti).id


def test_a_database_of_a_newer_loket_is_refused_and_left_alone(
    engine: Engine, key: DatabaseKey, steps: Path, tmp_path: Path
) -> None:
    bring_up_to_date(engine, key, tmp_path / "copies", "0002", steps)
    before = _tables(engine)
    with pytest.raises(StorageUnavailable) as refused:
        bring_up_to_date(engine, key, tmp_path / "copies")
    assert refused.value.problem is Problem.DATABASE_NEWER
    assert _tables(engine) == before
