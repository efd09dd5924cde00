"""A change happens whole or not at all."""

import pytest
from sqlalchemy import Engine, text

from app.cards.number_block import NumberBlock
from app.errors import RuleBroken
from app.members.member import Member
from app.ports import Begin
from app.trust.journal import Action, Entry
from app.trust.officer import Officer
from app.visit.visit import Stage, Visit
from tests.db.conftest import NOW

_COUNTED = ("member", "membership", "visit", "visit_step", "journal", "name_word", "name_spelling")


def _rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        counts = {name: connection.scalar(text(f"SELECT count(*) FROM {name}")) for name in _COUNTED}
        return {name: count or 0 for name, count in counts.items()}


def test_leaving_without_a_commit_changes_nothing(
    engine: Engine, begin: Begin, siti: Member, rina: Officer
) -> None:
    before = _rows(engine)
    with begin() as work:
        work.members.add(siti)
        visit = work.visits.open(Visit("", "Loket 1", rina.id, NOW))
        work.visits.record_step(visit.id, Stage.VERIFY, 3)
        work.journal.add(Entry(NOW, rina.id, Action.VISIT_OPENED))
    assert _rows(engine) == before


def test_an_error_halfway_changes_nothing(engine: Engine, begin: Begin, siti: Member) -> None:
    def change_and_break() -> None:
        with begin() as work:
            work.members.add(siti)
            raise ZeroDivisionError

    before = _rows(engine)
    with pytest.raises(ZeroDivisionError):
        change_and_break()
    assert _rows(engine) == before


def test_a_refused_row_takes_the_whole_change_with_it(engine: Engine, begin: Begin, siti: Member) -> None:
    with begin() as work:
        work.number_blocks.add(NumberBlock(1, 9, 1))
        work.members.add(siti)
        work.commit()
    with begin() as work:
        work.number_blocks.take()
        with pytest.raises(RuleBroken):
            work.members.add(siti)
    with begin() as work:
        assert work.number_blocks.level().left == 9
