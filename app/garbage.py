"""Making very many values at once without having Python look through them for garbage again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """A list of ten thousand workers is a million values and no circle among them; looking for circles is a
    quarter of the time. Afterwards the collector goes on as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
