"""An older database is brought up to date whole, after a copy was laid aside, or stays as it was."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from app.errors import Problem, StorageUnavailable
from app.members.member import Member
from app.ports import Begin, JournalWish
from app.trust.journal import BEFORE_THE_FIRST, THE_PROGRAM, Action, Entry, following
from db.engine import open_database
from db.keys import DatabaseKey
from db.migrate import STEPS, VERSION, bring_up_to_date, version_of
from db.tables import Row
from db.unit_of_work import SqlUnitOfWork
from tests.db.conftest import NOW

_NEXT_STEP = """
from alembic import op
import sqlalchemy as sa

revision = "0004"
down_revision = "0003"

def upgrade():
    op.create_table("ticket", sa.Column("id", sa.Integer, primary_key=True))
    op.add_column("officer", sa.Column("badge", sa.String))
"""


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of this version and one more."""
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "versions" / "v0004_tickets.py").write_text(_NEXT_STEP)
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
    bring_up_to_date(engine, key, tmp_path / "copies", "0004", steps)
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
    (tmp_path / "copies" / "loket-0003.db").write_bytes(b"an earlier copy")
    bring_up_to_date(engine, key, tmp_path / "copies", "0004", steps)
    assert (tmp_path / "copies" / "loket-0003.db").read_bytes() == b"an earlier copy"
    assert len(list((tmp_path / "copies").iterdir())) == 2


def test_a_step_that_fails_halfway_leaves_everything_as_it_was(
    engine: Engine, begin: Begin, key: DatabaseKey, siti: Member, steps: Path, tmp_path: Path
) -> None:
    (steps / "versions" / "v0004_tickets.py").write_text(_NEXT_STEP + "    raise OSError('power')\n")
    before = _tables(engine)
    with pytest.raises(OSError, match="power"):
        bring_up_to_date(engine, key, tmp_path / "copies", "0004", steps)
    assert _tables(engine) == before
    bring_up_to_date(engine, key, tmp_path / "copies")
    with begin() as work:
        assert work.members.add(siti).id


_BEFORE_THE_CHAIN = (
    "INSERT INTO officer (name, role) VALUES ('Rina Pratiwi', 'frontliner'), ('Sri Wahyuni', 'supervisor')",
    "INSERT INTO member (id, nik, name, name_key, birth_date, sex, birth_place, mother_name, family_card, "
    "npwp, street, village, district, postal_code, phone, email) VALUES "
    "(7, '3578014105900001', 'SITI', 'SITI', '1990-05-01', 'male', '', '', '', '', '', '', '', '', '', ''), "
    "(9, '3578010208850002', 'BUDI', 'BUDI', '1985-08-02', 'male', '', '', '', '', '', '', '', '', '', '')",
    "INSERT INTO membership (id, member_id, kpj, segment, programmes, start_date, company_name, division, "
    "employee_number, wage) VALUES (3, 7, '26004187326', 'BPU', 'JKK JKM', '2026-11-01', '', '', '', 0)",
    "INSERT INTO visit (id, number, counter, day, officer_id, opened_at, kind, stage, member_id, abandoned) "
    "VALUES (5, '001', 'Loket 1', '2026-11-19', 1, '2026-11-19T08:00:00+07:00', 'card', 'close', 7, 0)",
    "INSERT INTO receipt VALUES ('TT-2026-000001', 2026, 1, 5, 'ab', '2026-11-19T08:05:00+07:00')",
    "INSERT INTO card_job (id, membership_id, copy, kind, printer, counter, asked_by, asked_at, asked_day, "
    "state, attempt, printer_reason, spool_ticket, layout, document_sha256) VALUES (4, 3, 2, 'reprint', "
    "'pdf_file:', 'Loket 1', 1, '2026-11-19T08:02:00+07:00', '2026-11-19', 'good', 1, 'none', '', '', '')",
)
_OLD_ENTRIES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("officer_chosen", "", {}),
    ("person_looked_up", "", {"by": "name", "members": "9 7"}),
    ("visit_opened", "visit:5", {}),
    ("duplicate_decided", "visit:5", {"verdict": "different_person", "member_id": "9"}),
    ("card_asked_for", "card:4", {"kind": "reprint", "copy": "2", "why": "kartu hilang, surat polisi ada"}),
    ("member_registered", "member:9", {}),
    ("membership_registered", "membership:3", {}),
    ("receipt_written", "receipt:TT-2026-000001", {}),
    ("tally_written", "day:2026-11-19", {"cards": "1"}),
)


def test_a_journal_from_before_the_chain_arrives_whole_and_bound(
    file: Path, key: DatabaseKey, tmp_path: Path
) -> None:
    old = open_database(file, key)
    bring_up_to_date(old, key, tmp_path / "copies", "0001")
    with old.begin() as connection:
        for statement in _BEFORE_THE_CHAIN:
            connection.exec_driver_sql(statement)
        for minute, (action, subject, facts) in enumerate(_OLD_ENTRIES):
            connection.exec_driver_sql(
                "INSERT INTO journal (at, officer_id, action, subject, facts) VALUES (?, 1, ?, ?, ?)",
                (f"2026-11-19T08:{minute:02}:00+07:00", action, subject, json.dumps(facts)),
            )
    bring_up_to_date(old, key, tmp_path / "copies")
    with SqlUnitOfWork(old, str.upper) as work:
        entries = work.journal.find(JournalWish(), 100)[::-1]
        head = BEFORE_THE_FIRST
        for stored in entries:
            head = following(head, stored.entry)
            assert (stored.number, stored.sha256) == (head.length, head.sha256)
        assert work.journal.head() == head
        assert [link.tagged for link in work.journal.links(1, 4)] == [set(), {9, 7}, {7}, {7, 9}]
        assert [stored.entry.action.value for stored in entries] == [action for action, *_ in _OLD_ENTRIES]
        assert [stored.entry.members for stored in entries] == [
            *((), (9, 7), (7,), (7, 9), (7,), (9,), (7,), (7,), ()),
        ]
        assert [stored.number for stored in work.journal.find(JournalWish(member_id=9), 9)] == [6, 4, 2]
        assert [stored.number for stored in work.journal.find(JournalWish(officer_id=1), 2, 9)] == [8, 7]
        assert work.card_jobs.by_id(4).reprint_note == "kartu hilang, surat polisi ada"
        assert entries[4].entry.facts == {"kind": "reprint", "copy": "2"}
        work.journal.add(Entry(NOW, THE_PROGRAM, Action.RESTORED))
        work.commit()
    old.dispose()
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["loket-0001.db"]


def test_members_stored_before_their_letters_were_kept_are_found_as_look_alikes(
    file: Path, key: DatabaseKey, tmp_path: Path
) -> None:
    old = open_database(file, key)
    bring_up_to_date(old, key, tmp_path / "copies", "0001")
    with old.begin() as connection:
        for statement in _BEFORE_THE_CHAIN:
            connection.exec_driver_sql(statement)
    bring_up_to_date(old, key, tmp_path / "copies")
    with SqlUnitOfWork(old, str.upper) as work:
        alike = work.members.alike("SITI", {date(1990, 5, 1)})
    old.dispose()
    assert [person.member_id for person in alike] == [7]


def test_a_database_of_a_newer_loket_is_refused_and_left_alone(
    engine: Engine, key: DatabaseKey, steps: Path, tmp_path: Path
) -> None:
    bring_up_to_date(engine, key, tmp_path / "copies", "0004", steps)
    before = _tables(engine)
    with pytest.raises(StorageUnavailable) as refused:
        bring_up_to_date(engine, key, tmp_path / "copies")
    assert refused.value.problem is Problem.DATABASE_NEWER
    assert _tables(engine) == before
