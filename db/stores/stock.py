"""Blanks and ribbons of a counter: moved, counted at the end of a shift, and used by its cards."""

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.card_stock import BlankLevel, BlankMovement, StockMove
from app.cards.print_job import IN_DOUBT, CardState
from app.cards.ribbon import RibbonLevel, RibbonLoad
from app.cards.shift import Shift
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
            )
        )
        self._session.flush()

    def level(self, counter: str) -> BlankLevel:
        shift = self._running(counter)
        moved = dict(
            self._session.execute(
                select(col(BlankMovementRow.move), func.sum(col(BlankMovementRow.quantity)))
                .where(
                    col(BlankMovementRow.counter) == counter,
                    col(BlankMovementRow.id) > (shift.movement_before if shift else 0),
                )
                .group_by(col(BlankMovementRow.move))
            ).all()
        )
        cards = self._cards(counter)
        return BlankLevel(
            opening=moved.get(StockMove.OPENING, 0) + (shift.opening if shift else 0),
            received=moved.get(StockMove.RECEIVED, 0) - moved.get(StockMove.GIVEN_BACK, 0),
            good=cards.get(CardState.GOOD, 0) - (shift.good_before if shift else 0),
            spoiled=cards.get(CardState.SPOILED, 0)
            - (shift.spoiled_before if shift else 0)
            + moved.get(StockMove.USED_UP, 0),
            held=sum(cards.get(state, 0) for state in IN_DOUBT),
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
        last = self._session.scalars(select(func.max(col(BlankMovementRow.id)))).one()
        row = ShiftRow(
            counter=shift.counter,
            opening=shift.opening,
            movement_before=last or 0,
            good_before=cards.get(CardState.GOOD, 0),
            spoiled_before=cards.get(CardState.SPOILED, 0),
            opened_by=shift.opened_by,
            opened_at=shift.opened_at,
            expected=None,
            counted=None,
            reason="",
            closed_by=None,
            closed_at=None,
        )
        self._session.add(row)
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.NOT_ALLOWED, counter=shift.counter) from error
        return replace(shift, id=row.id)

    def close_shift(self, shift: Shift) -> None:
        row = self._session.get(ShiftRow, shift.id)
        if row is None or row.closed_at is not None:
            raise RuleBroken(Problem.NOT_FOUND, shift=str(shift.id))
        row.expected, row.counted, row.reason = shift.expected, shift.counted, shift.reason
        row.closed_by, row.closed_at = shift.closed_by, shift.closed_at
        self._session.add(row)
        self._session.flush()

    def load_ribbon(self, load: RibbonLoad) -> RibbonLoad:
        row = RibbonLoadRow(
            counter=load.counter,
            printer=load.printer,
            kind=load.kind,
            panels=load.panels,
            cards_before=self._cards_of(load.counter, load.printer),
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
        load = RibbonLoad(
            row.counter, row.printer, row.kind, row.panels, row.loaded_by, row.loaded_at, row.id
        )
        return RibbonLevel(load, max(0, self._cards_of(counter, printer) - row.cards_before))

    def _running(self, counter: str) -> ShiftRow | None:
        return self._session.scalars(
            select(ShiftRow).where(col(ShiftRow.counter) == counter, col(ShiftRow.closed_at).is_(None))
        ).first()

    def _cards(self, counter: str) -> dict[CardState, int]:
        return dict(
            self._session.execute(
                select(col(CardJobRow.state), func.count())
                .where(col(CardJobRow.counter) == counter)
                .group_by(col(CardJobRow.state))
            ).all()
        )

    def _cards_of(self, counter: str, printer: str) -> int:
        return self._session.scalars(
            select(func.count()).where(
                col(CardJobRow.counter) == counter,
                col(CardJobRow.printer) == printer,
                col(CardJobRow.state).in_((*_CAME_OUT, *IN_DOUBT)),
            )
        ).one()


def _shift(row: ShiftRow) -> Shift:
    return Shift(
        counter=row.counter,
        opening=row.opening,
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        expected=row.expected,
        counted=row.counted,
        reason=row.reason,
        closed_by=row.closed_by,
        closed_at=row.closed_at,
        id=row.id,
    )
