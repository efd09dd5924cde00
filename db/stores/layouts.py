"""The branch's own card layouts, every version of them, and which cards are printed with which."""

from collections.abc import Mapping

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session
from sqlmodel import col

from app.cards.card_layouts import LayoutChoice, StoredLayout
from app.errors import Problem, RuleBroken
from app.members.membership import Segment
from app.members.npp import Npp
from db.engine import AlreadyStored
from db.tables import CardLayoutRow, LayoutChoiceRow, LayoutImageRow


class SqlLayouts:
    def __init__(self, session: Session) -> None:
        self._session = session

    def newest(self) -> tuple[StoredLayout, ...]:
        last = (
            select(col(CardLayoutRow.name), func.max(col(CardLayoutRow.version)).label("version"))
            .group_by(col(CardLayoutRow.name))
            .subquery()
        )
        rows = self._session.scalars(
            select(CardLayoutRow)
            .join(
                last,
                (col(CardLayoutRow.name) == last.c.name) & (col(CardLayoutRow.version) == last.c.version),
            )
            .order_by(col(CardLayoutRow.name))
        )
        return tuple(map(_layout, rows))

    def version(self, name: str, version: int) -> StoredLayout | None:
        row = self._session.get(CardLayoutRow, (name, version))
        return None if row is None else _layout(row)

    def newest_version(self, name: str) -> int | None:
        return self._session.scalar(
            select(func.max(col(CardLayoutRow.version))).where(col(CardLayoutRow.name) == name)
        )

    def add(self, layout: StoredLayout, images: Mapping[str, bytes]) -> None:
        for file, content in images.items():
            if self.image(file) is None:
                self._session.add(LayoutImageRow(file=file, content=content))
        self._session.add(
            CardLayoutRow(
                name=layout.name,
                version=layout.version,
                text=layout.text,
                made_by=layout.made_by,
                made_at=layout.made_at,
            )
        )
        try:
            self._session.flush()
        except AlreadyStored as error:
            raise RuleBroken(Problem.NOT_ALLOWED, layout=layout.name) from error

    def image(self, file: str) -> bytes | None:
        row = self._session.get(LayoutImageRow, file)
        return None if row is None else row.content

    def chosen(self, segment: Segment, npp: Npp | None) -> str:
        of_company = [(npp.text, "")] if npp is not None else []
        narrowest_first = [*of_company, ("", segment.value), ("", "")]
        rows = self._session.scalars(
            select(LayoutChoiceRow).where(
                tuple_(col(LayoutChoiceRow.npp), col(LayoutChoiceRow.segment)).in_(narrowest_first)
            )
        )
        chosen = {(row.npp, row.segment): row.layout for row in rows}
        return next((chosen[each] for each in narrowest_first if each in chosen), "")

    def choices(self) -> tuple[LayoutChoice, ...]:
        rows = self._session.scalars(
            select(LayoutChoiceRow).order_by(col(LayoutChoiceRow.npp), col(LayoutChoiceRow.segment))
        )
        return tuple(
            LayoutChoice(
                row.layout,
                Npp(row.npp) if row.npp else None,
                Segment(row.segment) if row.segment else None,
            )
            for row in rows
        )

    def choose(self, choice: LayoutChoice) -> None:
        npp, segment = choice.npp.text if choice.npp else "", choice.segment or ""
        stored = self._session.get(LayoutChoiceRow, (npp, segment))
        if choice.layout:
            self._session.merge(LayoutChoiceRow(npp=npp, segment=segment, layout=choice.layout))
        elif stored is not None:
            self._session.delete(stored)
        self._session.flush()


def _layout(row: CardLayoutRow) -> StoredLayout:
    return StoredLayout(row.name, row.version, row.text, row.made_by, row.made_at)
