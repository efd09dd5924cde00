"""Shifts of a counter: told apart by running numbers, one at a time, each counter for itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.cards.card_stock import BlankLevel, BlankMovement, StockMove, UsedFor
from app.cards.print_job import CardJob, CardKind, CardState, SpoiledReason
from app.cards.ribbon import RibbonKind, RibbonLoad
from app.cards.shift import BlankCount, Shift, ShiftEnd
from app.errors import Problem, RuleBroken
from app.members.membership import Membership
from app.ports import Begin, UnitOfWork
from app.trust.officer import Officer
from tests.db.conftest import NOW

HERE, BESIDE = "Loket 1", "Loket 2"
YESTERDAY = NOW - timedelta(days=1)

Settle = Callable[..., None]


@pytest.fixture
def settle(begin: Begin, rina: Officer, siti: object, store: Callable[..., Membership]) -> Settle:
    """``settle(state)``: another card of a member, settled so at ``counter``."""
    membership = store(siti, kpj="26000000001")

    def settle(
        state: CardState,
        counter: str = HERE,
        kind: CardKind = CardKind.FIRST,
        spoiled: SpoiledReason | None = None,
    ) -> None:
        with begin() as work:
            copy = len(work.card_jobs.of_membership(membership.id)) + 1
            job = work.card_jobs.add(CardJob(membership.id, copy, kind, "test:satu", counter, rina.id, NOW))
            sent = job.sent("ab" * 32, NOW)
            work.card_jobs.save(sent, job)
            if state is not CardState.SENDING:
                work.card_jobs.save(sent.answered(state, rina.id, NOW, spoiled), sent)
            work.commit()

    return settle


def closed(work: UnitOfWork, shift: Shift, counted: int, by: Officer) -> Shift:
    use = work.stock.use(shift.counter)
    end = ShiftEnd(use.level, use.reprinted, BlankCount(counted, "tercecer"), by.id, NOW)
    ended = Shift(shift.counter, shift.opening, shift.opened_by, shift.opened_at, end, shift.id)
    work.stock.close_shift(ended)
    return ended


def test_a_shift_counts_from_its_beginning_also_when_the_clock_is_set_back(
    begin: Begin, rina: Officer, settle: Settle
) -> None:
    settle(CardState.GOOD)
    settle(CardState.SPOILED, spoiled=SpoiledReason.JAM)
    with begin() as work:
        work.stock.add(BlankMovement(HERE, StockMove.OPENING, 50, NOW, rina.id))
        work.stock.load_ribbon(RibbonLoad(HERE, "test:satu", RibbonKind.K, 500, rina.id, NOW))
        work.stock.open_shift(Shift(HERE, 40, rina.id, YESTERDAY))
        work.stock.add(BlankMovement(HERE, StockMove.RECEIVED, 7, YESTERDAY, rina.id))
        work.stock.add(
            BlankMovement(HERE, StockMove.USED_UP, 2, YESTERDAY, rina.id, used_for=UsedFor.CLEANING)
        )
        work.stock.load_ribbon(RibbonLoad(HERE, "test:satu", RibbonKind.YMCKO, 200, rina.id, YESTERDAY))
        work.commit()
    settle(CardState.GOOD, kind=CardKind.REPRINT)
    settle(CardState.GOOD)
    settle(CardState.SPOILED, spoiled=SpoiledReason.JAM)
    settle(CardState.SENDING)
    with begin() as work:
        use = work.stock.use(HERE)
    assert use.level == BlankLevel(opening=40, received=7, good=2, spoiled=3, held=1)
    assert (use.new, use.reprinted, use.level.remaining) == (1, 1, 41)
    assert use.spoiled == {SpoiledReason.JAM: 1, UsedFor.CLEANING: 2}
    assert [load.kind for load in use.ribbons] == [RibbonKind.YMCKO]


def test_what_a_shift_came_to_is_kept_as_it_stood(begin: Begin, rina: Officer, settle: Settle) -> None:
    with begin() as work:
        shift = work.stock.open_shift(Shift(HERE, 50, rina.id, NOW))
        work.commit()
    settle(CardState.GOOD)
    with begin() as work:
        ended = closed(work, shift, 48, rina)
        following = work.stock.open_shift(Shift(HERE, 48, rina.id, NOW))
        work.commit()
    settle(CardState.GOOD)
    with begin() as work:
        assert work.stock.shifts(HERE, 9) == (following, ended)
        assert work.stock.level(HERE) == BlankLevel(opening=48, received=0, good=1, spoiled=0, held=0)
    assert ended.end is not None
    assert (ended.end.level.remaining, ended.end.difference) == (49, -1)


def test_another_counters_shift_knows_nothing_of_this_one(
    begin: Begin, rina: Officer, settle: Settle
) -> None:
    with begin() as work:
        work.stock.open_shift(Shift(BESIDE, 20, rina.id, NOW))
        work.stock.open_shift(Shift(HERE, 50, rina.id, NOW))
        work.stock.add(BlankMovement(HERE, StockMove.RECEIVED, 5, NOW, rina.id))
        work.commit()
    settle(CardState.GOOD)
    with begin() as work:
        assert work.stock.level(BESIDE) == BlankLevel(opening=20, received=0, good=0, spoiled=0, held=0)
        assert work.stock.level(HERE).remaining == 54


def test_one_shift_runs_at_a_counter_and_ends_once(begin: Begin, rina: Officer) -> None:
    with begin() as work:
        shift = work.stock.open_shift(Shift(HERE, 50, rina.id, NOW))
        work.commit()
    with begin() as work, pytest.raises(RuleBroken) as second:
        work.stock.open_shift(Shift(HERE, 50, rina.id, NOW))
    assert second.value.problem is Problem.NOT_ALLOWED
    with begin() as work:
        ended = closed(work, shift, 50, rina)
        work.commit()
    with begin() as work, pytest.raises(RuleBroken) as again:
        work.stock.close_shift(ended)
    assert again.value.problem is Problem.NOT_FOUND


@pytest.mark.parametrize(
    ("move", "used_for"),
    [
        (StockMove.USED_UP, None),
        (StockMove.RECEIVED, UsedFor.CLEANING),
        (StockMove.GIVEN_BACK, UsedFor.CLEANING),
    ],
)
def test_a_blank_is_used_up_for_something_and_only_then(move: StockMove, used_for: UsedFor | None) -> None:
    with pytest.raises(RuleBroken) as refused:
        BlankMovement(HERE, move, 1, NOW, 1, used_for=used_for)
    assert refused.value.problem is Problem.REASON_MISSING
