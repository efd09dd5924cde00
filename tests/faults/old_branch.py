"""A branch as the first version of Loket left it: the oldest tables, its key lying open beside it."""

from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, text

from app.files import write_whole
from app.paths import Paths
from app.ports import VaultState
from app.trust.officer import Officer
from db.engine import for_reading, open_database
from db.keys import DatabaseKey, left_open
from db.migrate import bring_up_to_date
from db.seed import seed_members
from tests.builders import MORNING, TODAY
from tests.faults.contents import rows
from tests.faults.long_day import FRONTLINER, PASSWORD, SUPERVISOR, branch_in
from tests.faults.soundness import unsound

MEMBERS, ENTRIES = 500, 1_500
OFFICERS = (FRONTLINER, SUPERVISOR)
"""With the numbers 1 and 2: nobody was an administrator yet."""

ADMINISTRATOR_NUMBER = 3
"""Of who is made one when the branch gets its passwords."""

_KEPT = (
    "SELECT id, nik, name, name_key, birth_date FROM member ORDER BY id",
    "SELECT * FROM membership ORDER BY id",
    "SELECT * FROM company ORDER BY npp",
    "SELECT id, number, day, officer_id, member_id FROM visit ORDER BY id",
    "SELECT id, at, officer_id, action, subject FROM journal ORDER BY id",
)

_VISIT = (
    "INSERT INTO visit (id, number, counter, day, officer_id, opened_at, kind, stage, member_id, abandoned) "
    "VALUES (:id, :number, 'Loket 1', :day, 1, :at, 'status', 'close', :member, 0)"
)
_ENTRY = (
    "INSERT INTO journal (id, at, officer_id, action, subject, facts) "
    "VALUES (:id, :at, 1, 'visit_opened', :subject, '{}')"
)


def leave_old_branch(base: Path) -> None:
    paths = Paths(base)
    paths.prepare()
    key = DatabaseKey.drawn()
    write_whole(paths.key, (key.secret + key.salt).hex().encode(), private=True)
    engine = open_database(paths.database, key)
    bring_up_to_date(engine, key, paths.copies, "0001")
    seed_members(engine, branch_in(base).reference.names.key, MEMBERS, TODAY)
    with engine.begin() as connection:
        for number, officer in enumerate(OFFICERS, 1):
            _employ(connection, number, officer)
        visits = [
            {
                "id": running,
                "number": f"A{running:03}",
                "day": TODAY,
                "at": MORNING.isoformat(),
                "member": running,
            }
            for running in range(1, MEMBERS + 1)
        ]
        connection.execute(text(_VISIT), visits)
        entries = [
            {"id": running, "at": MORNING.isoformat(), "subject": f"visit:{running % MEMBERS + 1}"}
            for running in range(1, ENTRIES + 1)
        ]
        connection.execute(text(_ENTRY), entries)
    engine.dispose()


def _employ(connection: Connection, number: int, officer: Officer) -> None:
    connection.execute(
        text("INSERT INTO officer (id, name, role) VALUES (:id, :name, :role)"),
        {"id": number, "name": officer.name, "role": officer.role.value},
    )


def what_an_old_branch_says(base: Path) -> str:
    """The same before this version took it over, afterwards, and at every moment in between."""
    paths = Paths(base)
    branch = branch_in(base)
    if branch.vault.state() is VaultState.OPEN_KEY_FILE:
        engine, wrong = open_database(paths.database, left_open(paths.key)), []
    else:
        branch.vault.open(ADMINISTRATOR_NUMBER, PASSWORD)
        engine, wrong = branch.file.engine, unsound(branch.file)
    with for_reading(engine).connect() as connection:
        said = [rows(connection, kept_rows) for kept_rows in _KEPT]
    engine.dispose()
    branch.vault.close()
    return "\n".join([sha256(repr(said).encode()).hexdigest(), *wrong])
