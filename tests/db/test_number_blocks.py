"""The branch's numbers: used in order, none twice, none left out, whoever takes them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.cards.number_block import NumberBlock
from app.errors import Problem, RuleBroken
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership
from app.ports import Begin
from db.engine import open_database
from db.keys import DatabaseKey
from db.unit_of_work import SqlUnitOfWork

FIRST = 900_000_001  # a number with leading zeros
Store = Callable[..., Membership]


@pytest.fixture
def block(begin: Begin) -> NumberBlock:
    block = NumberBlock(FIRST, FIRST + 9, FIRST)
    with begin() as work:
        work.number_blocks.add(block)
        work.commit()
    return block


def _take(begin: Begin) -> str:
    with begin() as work:
        kpj = work.number_blocks.take()
        work.commit()
    return kpj.text


def test_numbers_come_in_order_with_their_leading_zeros(begin: Begin, block: NumberBlock) -> None:
    assert [_take(begin) for _ in range(3)] == ["00900000001", "00900000002", "00900000003"]


def test_the_number_shown_is_the_number_taken(begin: Begin, block: NumberBlock) -> None:
    with begin() as work:
        shown = work.number_blocks.peek()
        assert shown == work.number_blocks.peek() == work.number_blocks.take()


def test_a_number_of_an_abandoned_change_is_given_to_the_next_member(
    begin: Begin, block: NumberBlock
) -> None:
    with begin() as work:
        abandoned = work.number_blocks.take()
    assert _take(begin) == abandoned.text


def test_a_number_typed_by_hand_before_is_stepped_over(
    begin: Begin, block: NumberBlock, siti: Member, store: Store
) -> None:
    store(siti, kpj="00900000001")
    store(siti, kpj="00900000002")
    assert [_take(begin), _take(begin)] == ["00900000003", "00900000004"]


def test_a_block_whose_last_numbers_were_all_typed_by_hand_is_empty(
    begin: Begin, block: NumberBlock, siti: Member, store: Store
) -> None:
    for _ in range(8):
        _take(begin)
    store(siti, kpj="00900000009")
    store(siti, kpj="00900000010")
    with begin() as work:
        assert work.number_blocks.peek() is None
        assert work.number_blocks.level().empty


@pytest.mark.parametrize(("first", "last"), [(0, 9), (10**11 - 5, 10**11), (20, 10)])
def test_a_block_holds_only_numbers_that_can_stand_on_a_card(begin: Begin, first: int, last: int) -> None:
    with begin() as work, pytest.raises(RuleBroken) as refused:
        work.number_blocks.add(NumberBlock(first, last, first))
    assert refused.value.problem is Problem.NUMBER_BLOCK_ODD


def test_what_is_left_is_told_and_an_empty_block_refuses(begin: Begin, block: NumberBlock) -> None:
    for _ in range(9):
        _take(begin)
    with begin() as work:
        assert (work.number_blocks.level().left, work.number_blocks.level().low) == (1, True)
    _take(begin)
    with begin() as work:
        assert work.number_blocks.peek() is None
        assert work.number_blocks.level().empty
        with pytest.raises(RuleBroken) as refused:
            work.number_blocks.take()
    assert refused.value.problem is Problem.NUMBER_BLOCK_EMPTY


def test_a_second_block_follows_when_the_first_is_used_up(begin: Begin, block: NumberBlock) -> None:
    with begin() as work:
        work.number_blocks.add(NumberBlock(500, 501, 500))  # smaller numbers, allotted later
        work.commit()
    assert [_take(begin) for _ in range(11)][-2:] == ["00900000010", "00000000500"]


@pytest.mark.parametrize(
    ("first", "last"), [(FIRST + 9, FIRST + 20), (FIRST - 5, FIRST), (FIRST + 2, FIRST + 3)]
)
def test_a_number_is_allotted_once(begin: Begin, block: NumberBlock, first: int, last: int) -> None:
    with begin() as work, pytest.raises(RuleBroken) as refused:
        work.number_blocks.add(NumberBlock(first, last, first))
    assert refused.value.problem is Problem.NUMBER_BLOCK_OVERLAPS


def test_a_block_used_up_does_not_make_the_next_one_look_nearly_empty(
    begin: Begin, block: NumberBlock
) -> None:
    for _ in range(10):
        _take(begin)
    with begin() as work:
        work.number_blocks.add(NumberBlock(500, 504, 500))
        level = work.number_blocks.level()
    assert (level.left, level.total, level.low) == (5, 5, False)


def test_a_block_is_taken_back_until_a_number_of_it_was_given(begin: Begin, block: NumberBlock) -> None:
    with begin() as work:
        mistake = work.number_blocks.add(NumberBlock(500, 599, 500))
        assert work.number_blocks.take_back(mistake.id) == mistake
        assert [each.first for each in work.number_blocks.all()] == [FIRST]
        work.commit()
    _take(begin)
    with begin() as work, pytest.raises(RuleBroken) as refused:
        work.number_blocks.take_back(work.number_blocks.all()[0].id)
    assert refused.value.problem is Problem.NUMBER_BLOCK_USED


def test_a_typed_number_from_the_unused_part_is_recognised(begin: Begin, block: NumberBlock) -> None:
    _take(begin)
    with begin() as work:
        held = [work.number_blocks.holds(Kpj(kpj)) for kpj in ("00900000001", "00900000002", "00900000011")]
        assert not work.number_blocks.holds(Kpj("98J00012345"))
    assert held == [False, True, False]


def test_counters_taking_numbers_at_once_get_none_twice_and_leave_none_out(
    begin: Begin, file: Path, key: DatabaseKey
) -> None:
    with begin() as work:
        work.number_blocks.add(NumberBlock(FIRST, FIRST + 999, FIRST))
        work.commit()

    def take_many(_counter: int) -> list[str]:
        engine = open_database(file, key)
        taken = [_take(lambda: SqlUnitOfWork(engine, str.upper)) for _ in range(40)]
        engine.dispose()
        return taken

    with ThreadPoolExecutor(4) as counters:
        numbers = [int(kpj) for taken in counters.map(take_many, range(4)) for kpj in taken]
    assert sorted(numbers) == list(range(FIRST, FIRST + 160))


def test_a_further_pc_gives_none_of_the_numbers_it_came_with(begin: Begin, block: NumberBlock) -> None:
    taken = _take(begin)
    with begin() as work:
        assert work.number_blocks.leave() == block.left - 1
        work.commit()
    with begin() as work, pytest.raises(RuleBroken) as told:
        work.number_blocks.take()
    assert told.value.problem is Problem.NUMBER_BLOCK_EMPTY
    with begin() as work:
        assert not work.number_blocks.holds(Kpj.parse("00900000009"))
        work.number_blocks.add(NumberBlock(FIRST + 10, FIRST + 19, FIRST + 10))
        assert work.number_blocks.take().text == "00900000011"
        assert taken == "00900000001"
