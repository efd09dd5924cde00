"""A migration killed at any moment leaves the old database or the new one, never half."""

import os
import shutil
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import inspect, text

from db.connection import check_every_page
from db.engine import open_database
from db.keys import DatabaseKey
from db.migrate import STEPS, VERSION, bring_up_to_date, version_of
from db.seed import seed_members
from tests.db.conftest import TODAY
from tests.faults.killed import killed_at_random

KILLS = int(os.environ.get("LOKET_KILLS", "10"))
MEMBERS = 2_000

_NEXT_STEP = """
from alembic import op
import sqlalchemy as sa

revision = "0004"
down_revision = "0003"

def upgrade():
    op.create_table("ticket", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE member SET village = upper(name)")
    op.add_column("officer", sa.Column("badge", sa.String))
"""


def _start(base: Path, key: DatabaseKey, say: Connection) -> None:
    say.send("starting")
    bring_up_to_date(open_database(base / "loket.db", key), key, base / "copies", "0004", base / "steps")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    shutil.copytree(STEPS, tmp_path / "steps", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "steps" / "versions" / "v0004_tickets.py").write_text(_NEXT_STEP)
    return tmp_path


@pytest.mark.slow
def test_a_migration_killed_at_any_moment_is_done_or_not_begun(base: Path) -> None:
    chance, file, key = Random(4), base / "loket.db", DatabaseKey.drawn()
    seen = set()
    for _ in range(KILLS):
        for left in base.glob("loket.db*"):
            left.unlink()
        engine = open_database(file, key)
        bring_up_to_date(engine, key, base / "copies")
        seed_members(engine, str.upper, MEMBERS, TODAY)
        engine.dispose()
        killed_at_random(_start, base, key, chance, longest=0.12)
        engine = open_database(file, key)
        version = version_of(engine)
        with engine.connect() as connection:
            changed = connection.scalar(text("SELECT count(*) FROM member WHERE village <> ''"))
            has_ticket = inspect(connection).has_table("ticket")
        engine.dispose()
        assert (version, changed, has_ticket) in {(VERSION, 0, False), ("0004", MEMBERS, True)}
        check_every_page(file, key)
        seen.add(version)
    assert VERSION in seen, "no program was killed before it was done"
