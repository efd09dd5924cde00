"""The KPJ numbers allotted to the branch, given out in order."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.number_block import BlockLevel, NumberBlock
from app.errors import Problem, RuleBroken
from app.members.kpj import LENGTH, Kpj
from db.tables import MembershipRow, NumberBlockRow


class SqlNumberBlocks:
    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self) -> Kpj:
        found = self._next_free()
        if found is None:
            raise RuleBroken(Problem.NUMBER_BLOCK_EMPTY)
        block, number = found
        block.next = number + 1
        self._session.flush()
        return Kpj.of_number(number)

    def take_up_to(self, most: int) -> tuple[Kpj, ...]:
        taken: list[Kpj] = []
        while len(taken) < most and (found := self._next_free()) is not None:
            block, number = found
            last = min(block.last, number + most - len(taken) - 1)
            stored = self._stored_between(Kpj.of_number(number), Kpj.of_number(last))
            numbers = map(Kpj.of_number, range(number, last + 1))
            taken += [kpj for kpj in numbers if kpj.text not in stored]
            block.next = last + 1
            self._session.flush()
        return tuple(taken)

    def peek(self) -> Kpj | None:
        found = self._next_free()
        return Kpj.of_number(found[1]) if found else None

    def level(self) -> BlockLevel:
        """Of the blocks with numbers left: those used up would make a new one look nearly empty. Nothing is
        left when every number still ahead was typed by hand."""
        left, total = self._session.execute(
            select(
                func.coalesce(func.sum(col(NumberBlockRow.last) - col(NumberBlockRow.next) + 1), 0),
                func.coalesce(func.sum(col(NumberBlockRow.last) - col(NumberBlockRow.first) + 1), 0),
            ).where(col(NumberBlockRow.next) <= col(NumberBlockRow.last))
        ).one()
        return BlockLevel(int(left) if self._next_free() else 0, int(total))

    def holds(self, kpj: Kpj) -> bool:
        if not kpj.text.isdecimal():
            return False
        number = int(kpj.text)
        return self._found(
            select(NumberBlockRow).where(
                col(NumberBlockRow.next) <= number, col(NumberBlockRow.last) >= number
            )
        )

    def check(self, block: NumberBlock) -> None:
        if not 0 < block.first <= block.next <= block.last < 10**LENGTH:
            raise RuleBroken(Problem.NUMBER_BLOCK_ODD)
        if self._found(
            select(NumberBlockRow).where(
                col(NumberBlockRow.first) <= block.last, col(NumberBlockRow.last) >= block.first
            )
        ):
            raise RuleBroken(Problem.NUMBER_BLOCK_OVERLAPS)

    def add(self, block: NumberBlock) -> NumberBlock:
        self.check(block)
        row = NumberBlockRow(first=block.first, last=block.last, next=block.next)
        self._session.add(row)
        self._session.flush()
        return replace(block, id=row.id)

    def take_back(self, block_id: int) -> NumberBlock:
        row = self._session.get(NumberBlockRow, block_id, with_for_update=True)
        if row is None:
            raise RuleBroken(Problem.NOT_FOUND, block=str(block_id))
        block = _block(row)
        if not block.untouched:
            raise RuleBroken(Problem.NUMBER_BLOCK_USED)
        self._session.delete(row)
        self._session.flush()
        return block

    def all(self) -> tuple[NumberBlock, ...]:
        rows = self._session.scalars(select(NumberBlockRow).order_by(col(NumberBlockRow.id)))
        return tuple(map(_block, rows))

    def step_over(self, given: Iterable[NumberBlock]) -> None:
        """What was given out of the same blocks in a later state of the branch is not given again; a block
        that came since is known again too."""
        rows = {(row.first, row.last): row for row in self._session.scalars(select(NumberBlockRow))}
        for block in given:
            row = rows.get((block.first, block.last))
            if row is None:
                self._session.add(NumberBlockRow(first=block.first, last=block.last, next=block.next))
            else:
                row.next = max(row.next, block.next)
        self._session.flush()

    def leave(self) -> int:
        left = 0
        unused = select(NumberBlockRow).where(col(NumberBlockRow.next) <= col(NumberBlockRow.last))
        for block in self._session.scalars(unused.with_for_update()):
            left += block.last - block.next + 1
            block.next = block.last + 1
        self._session.flush()
        return left

    def _next_free(self) -> tuple[NumberBlockRow, int] | None:
        """The first unused number; the rows are locked where a change does not lock the whole file."""
        blocks = self._session.scalars(
            select(NumberBlockRow)
            .where(col(NumberBlockRow.next) <= col(NumberBlockRow.last))
            .order_by(col(NumberBlockRow.id))
            .with_for_update()
        )
        return next(
            (
                (block, number)
                for block in blocks.all()
                for number in range(block.next, block.last + 1)
                if not self._stored(Kpj.of_number(number))
            ),
            None,
        )

    def _stored_between(self, first: Kpj, last: Kpj) -> frozenset[str | None]:
        kpj = col(MembershipRow.kpj)
        return frozenset(self._session.scalars(select(kpj).where(kpj.between(first.text, last.text))))

    def _stored(self, kpj: Kpj) -> bool:
        return self._found(select(MembershipRow).where(col(MembershipRow.kpj) == kpj.text))

    def _found(self, statement: Select[Any]) -> bool:
        return self._session.execute(select(statement.exists())).scalar_one()


def _block(row: NumberBlockRow) -> NumberBlock:
    return NumberBlock(row.first, row.last, row.next, row.id)
