from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.errors import Problem, RuleBroken
from app.members.membership import Membership
from app.ports import Begin
from db.engine import for_reading
from db.unit_of_work import SqlUnitOfWork
from tests.app.cards.desk import CardDesk, ScriptedPrinter, fresh_database
from tests.app.companies.batch_desk import BatchDesk


def refuses(problem: Problem) -> "pytest.RaisesExc[RuleBroken]":
    return pytest.raises(RuleBroken, check=lambda error: error.problem is problem)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = fresh_database(tmp_path)
    yield engine
    engine.dispose()


@pytest.fixture
def begin(engine: Engine) -> Begin:
    return lambda: SqlUnitOfWork(engine, str.upper)


@pytest.fixture
def look(engine: Engine) -> Begin:
    return lambda: SqlUnitOfWork(for_reading(engine), str.upper)


@pytest.fixture
def printer() -> ScriptedPrinter:
    return ScriptedPrinter()


@pytest.fixture
def desk(begin: Begin, printer: ScriptedPrinter) -> CardDesk:
    return CardDesk(begin, printer)


@pytest.fixture
def siti(desk: CardDesk) -> Membership:
    return desk.member()


@pytest.fixture
def at(begin: Begin, look: Begin, printer: ScriptedPrinter) -> BatchDesk:
    return BatchDesk(begin, look, printer)
