"""A long list in pieces, each no longer than one statement takes."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

_MOST = 10_000
"""SQLite and PostgreSQL take some 32,000 values in one statement."""


def in_pieces(values: Collection[T], most: int = _MOST) -> Iterator[list[T]]:
    rest = iter(values)
    while piece := list(islice(rest, most)):
        yield piece
