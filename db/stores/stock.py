"""Blanks and ribbons of a counter: moved, counted at the end of a shift, and used by its cards."""

from collections import Counter
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.card_stock import BlankLevel, BlankMovement, StockMove, UsedFor
from app.cards.print_job import IN_DOUBT, CardKind, CardState, SpoiledReason
from app.cards.ribbon import RibbonLevel, RibbonLoad
from app.cards.shift import BlankCount, Shift, ShiftEnd, ShiftUse
from app.errors import Problem, RuleBroken
from db.engine import AlreadyStored
from db.tables import BlankMovementRow, CardJobRow, RibbonLoadRow, ShiftRow

_CAME_OUT = (CardState.GOOD, CardState.SPOILED)


class SqlStock:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, movement: BlankMovement) -> None:
        self._session.add(
            BlankMovementRow(
                counter=movement.counter,
                move=movement.move,
                quantity=movement.quantity,
                at=movement.at,
                officer_id=movement.officer_id,
                reason=movement.reason,
                used_for=movement.used_for,
            )
        )
        self._session.flush()

    def level(self, counter: str) -> BlankLevel:
        shift, moved, cards = self._running(counter), self._moved(counter), self._cards(counter)
        spoiled_before = sum(shift.spoiled_before.values()) if shift else 0
        return BlankLevel(
            opening=moved.get(StockMove.OPENING, 0) + (shift.opening if shift else 0),
            received=moved.get(StockMove.RECEIVED, 0) - moved.get(StockMove.GIVEN_BACK, 0),
            good=cards.get(CardState.GOOD, 0) - (shift.good_before if shift else 0),
            spoiled=cards.get(CardState.SPOILED, 0) - spoiled_before + moved.get(StockMove.USED_UP, 0),
            held=sum(cards.get(state, 0) for state in IN_DOUBT),
        )

    def use(self, counter: str) -> ShiftUse:
        shift = self._running(counter)
        before = Counter(shift.spoiled_before if shift else {})
        spoiled: dict[SpoiledReason | UsedFor, int] = {
            reason: count - before[reason.value]
            for reason, count in self._spoiled(counter).items()
            if count > before[reason.value]
        }
        return ShiftUse(
            self.level(counter),
            self._reprinted(counter) - (shift.reprinted_before if shift else 0),
            spoiled | self._used_up(counter, shift.movement_before if shift else 0),
            self._loads(counter, shift.ribbon_before if shift else 0),
        )

    def shift(self, counter: str) -> Shift | None:
        row = self._running(counter)
        return None if row is None else _shift(row)

    def shifts(self, counter: str, limit: int) -> tuple[Shift, ...]:
        rows = self._session.scalars(
            select(ShiftRow)
            .where(col(ShiftRow.counter) == counter)
            .order_by(col(ShiftRow.id).desc())
            .limit(limit)
        )
        return tuple(map(_shift, rows))

    def open_shift(self, shift: Shift) -> Shift:
        cards = self._cards(shift.counter)
        row = ShiftRow(
            counter=shift.counter,
            opening=shift.opening,
            movement_before=self._last(BlankMovementRow),
            ribbon_before=self._last(RibbonLoadRow),
            good_before=cards.get(CardState.GOOD, 0),
            reprinted_before=self._reprinted(shift.counter),
            spoiled_before={reason.value: count for reason, count in self._spoiled(shift.counter).items()},
            opened_by=shift.opened_by,
            opened_at=shift.opened_at,
        )
        self._session.add(row)
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.NOT_ALLOWED, counter=shift.counter) from error
        return replace(shift, id=row.id)

    def close_shift(self, shift: Shift) -> None:
        row, end = self._session.get(ShiftRow, shift.id), shift.end
        if row is None or row.closed_at is not None or end is None:
            raise RuleBroken(Problem.NOT_FOUND, shift=str(shift.id))
        level = end.level
        row.opening, row.received, row.held = level.opening, level.received, level.held
        row.good, row.reprinted, row.spoiled = level.good, end.reprinted, level.spoiled
        row.counted, row.reason = end.count.counted, end.count.reason
        row.closed_by, row.closed_at = end.closed_by, end.closed_at
        self._session.add(row)
        self._session.flush()

    def load_ribbon(self, load: RibbonLoad) -> RibbonLoad:
        row = RibbonLoadRow(
            counter=load.counter,
            printer=load.printer,
            kind=load.kind,
            panels=load.panels,
            cards_before=self._cards_of(load.counter, load.printer),
            movement_before=self._last(BlankMovementRow),
            printer_counter=load.printer_counter,
            loaded_by=load.loaded_by,
            loaded_at=load.loaded_at,
        )
        self._session.add(row)
        self._session.flush()
        return replace(load, id=row.id)

    def ribbon(self, counter: str, printer: str) -> RibbonLevel | None:
        row = self._session.scalars(
            select(RibbonLoadRow)
            .where(col(RibbonLoadRow.counter) == counter, col(RibbonLoadRow.printer) == printer)
            .order_by(col(RibbonLoadRow.id).desc())
            .limit(1)
        ).first()
        if row is None:
            return None
        cards = max(0, self._cards_of(counter, printer) - row.cards_before)
        tests = self._used_up(counter, row.movement_before).get(UsedFor.TEST_CARD, 0)
        return RibbonLevel(_load(row), cards + tests)

    def _running(self, counter: str) -> ShiftRow | None:
        return self._session.scalars(
            select(ShiftRow).where(col(ShiftRow.counter) == counter, col(ShiftRow.closed_at).is_(None))
        ).first()

    def _last(self, rows: type[BlankMovementRow | RibbonLoadRow]) -> int:
        return self._session.scalars(select(func.max(col(rows.id)))).one() or 0

    def _moved(self, counter: str) -> dict[StockMove, int]:
        shift = self._running(counter)
        return dict(
            self._session.execute(
                select(col(BlankMovementRow.move), func.sum(col(BlankMovementRow.quantity)))
                .where(
                    col(BlankMovementRow.counter) == counter,
                    col(BlankMovementRow.id) > (shift.movement_before if shift else 0),
                )
                .group_by(col(BlankMovementRow.move))
            ).all()
        )

    def _used_up(self, counter: str, movement_before: int) -> dict[SpoiledReason | UsedFor, int]:
        rows = self._session.execute(
            select(col(BlankMovementRow.used_for), func.sum(col(BlankMovementRow.quantity)))
            .where(col(BlankMovementRow.counter) == counter, col(BlankMovementRow.id) > movement_before)
            .group_by(col(BlankMovementRow.used_for))
        )
        return {used_for: count for used_for, count in rows if used_for is not None}

    def _cards(self, counter: str) -> dict[CardState, int]:
        return dict(
            self._session.execute(
                select(col(CardJobRow.state), func.count())
                .where(col(CardJobRow.counter) == counter)
                .group_by(col(CardJobRow.state))
            ).all()
        )

    def _spoiled(self, counter: str) -> dict[SpoiledReason, int]:
        """By reason; a card of a version that did not ask for one counts as spoiled for another."""
        counts: Counter[SpoiledReason] = Counter()
        for reason, count in self._session.execute(
            select(col(CardJobRow.spoiled_reason), func.count())
            .where(col(CardJobRow.counter) == counter, col(CardJobRow.state) == CardState.SPOILED)
            .group_by(col(CardJobRow.spoiled_reason))
        ):
            counts[reason or SpoiledReason.OTHER] += count
        return counts

    def _reprinted(self, counter: str) -> int:
        return self._session.scalars(
            select(func.count()).where(
                col(CardJobRow.counter) == counter,
                col(CardJobRow.state) == CardState.GOOD,
                col(CardJobRow.kind) == CardKind.REPRINT,
            )
        ).one()

    def _loads(self, counter: str, after: int) -> tuple[RibbonLoad, ...]:
        rows = self._session.scalars(
            select(RibbonLoadRow)
            .where(col(RibbonLoadRow.counter) == counter, col(RibbonLoadRow.id) > after)
            .order_by(col(RibbonLoadRow.id))
        )
        return tuple(map(_load, rows))

    def _cards_of(self, counter: str, printer: str) -> int:
        return self._session.scalars(
            select(func.count()).where(
                col(CardJobRow.counter) == counter,
                col(CardJobRow.printer) == printer,
                col(CardJobRow.state).in_((*_CAME_OUT, *IN_DOUBT)),
            )
        ).one()


def _shift(row: ShiftRow) -> Shift:
    return Shift(row.counter, row.opening, row.opened_by, row.opened_at, _end(row), row.id)


def _end(row: ShiftRow) -> ShiftEnd | None:
    if row.closed_at is None or row.closed_by is None or row.counted is None:
        return None
    level = BlankLevel(row.opening, row.received, row.good, row.spoiled, row.held)
    return ShiftEnd(level, row.reprinted, BlankCount(row.counted, row.reason), row.closed_by, row.closed_at)


def _load(row: RibbonLoadRow) -> RibbonLoad:
    return RibbonLoad(
        row.counter,
        row.printer,
        row.kind,
        row.panels,
        row.loaded_by,
        row.loaded_at,
        row.printer_counter,
        row.id,
    )
