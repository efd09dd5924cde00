"""A branch as the first version of Loket left it: the oldest tables, its key lying open beside it."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from app.files import write_whole
from app.paths import Paths
from app.ports import VaultState
from app.training.invented_people import Series, invented_companies, invented_people
from app.trust.officer import Officer
from db.engine import for_reading, open_database
from db.keys import DatabaseKey, left_open
from db.migrate import bring_up_to_date
from db.stores.companies import company_values
from db.stores.members import member_values, membership_values
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
    "SELECT id, member_id, kpj, segment, programmes, start_date, npp, company_name, division, "
    "employee_number, wage, risk_class, ended_on FROM membership ORDER BY id",
    "SELECT npp, name, division, segment, risk_class, relationship_officer, email, address, "
    "data_entered_on, contributions_posted_on FROM company ORDER BY npp",
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
    with engine.begin() as connection:
        _enrol(connection, branch_in(base).reference.names.key)
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


def _enrol(connection: Connection, name_key: Callable[[str], str]) -> None:
    """Members and companies with what the oldest tables knew of them."""
    companies = invented_companies(Series.CROWD, 12)
    for company in companies:
        _insert(connection, "company", company_values(company))
    for number, person in enumerate(invented_people(Series.CROWD, MEMBERS, companies, TODAY), 1):
        member = member_values(person.member, name_key(person.member.name))
        _insert(connection, "member", {"id": number, **member})
        for membership in person.memberships:
            _insert(connection, "membership", {**membership_values(membership), "member_id": number})


def _insert(connection: Connection, table: str, values: dict[str, Any]) -> None:
    known = [row.name for row in connection.exec_driver_sql(f"PRAGMA table_info({table})")]
    told = {name: value for name, value in values.items() if name in known}
    columns, marks = ", ".join(told), ", ".join("?" * len(told))
    connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(told.values()))


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
