"""A unit of work that tells as soon as its commit came back."""

from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from app.ports import UnitOfWork


class ToldChange:
    def __init__(self, work: UnitOfWork, told: Callable[[], None]) -> None:
        self._work, self._told = work, told

    def __enter__(self) -> Self:
        self._work.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._work.__exit__(kind, error, trace)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)

    def commit(self) -> None:
        self._work.commit()
        self._told()
