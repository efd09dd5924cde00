"""Who types wrong passwords has to wait: after five, a minute, then twice as long each time, up to an hour.

Kept outside the database, which is shut while passwords are typed, and counted before each password is
tried, so that a program ended in time does not give a free guess.
"""

import contextlib
import json
import math
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.files import write_whole

THE_CODE = 0
"""Wrong recovery codes are counted as of no officer."""

FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 60, 3600
"""Seconds."""

_WRONG = (Problem.WRONG_PASSWORD, Problem.RECOVERY_CODE_WRONG)
_KEPT = 200
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Failure:
    officer_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Tries:
    """An officer's wrong passwords since the last right one."""

    count: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Failures:
    """``untold`` are not in the journal yet, the newest last; ``left_out`` counts those too many to keep.
    ``damaged_at``: the file could not be read then, and nobody knows what stood in it."""

    tries: Mapping[int, Tries] = field(default_factory=dict, hash=False)
    untold: tuple[Failure, ...] = ()
    left_out: int = 0
    damaged_at: datetime | None = None

    def seconds_left(self, officer_id: int, now: datetime) -> int:
        tries = self.tries.get(officer_id)
        waits = [_left(FIRST_WAIT, self.damaged_at, now)] if self.damaged_at else []
        if tries is not None:
            waits.append(_left(wait_after(tries.count), tries.last, now))
        return max(waits, default=0)

    def with_failure(self, officer_id: int, now: datetime) -> "Failures":
        before = self.tries.get(officer_id)
        tries = Tries(before.count + 1 if before else 1, now)
        untold = (*self.untold, Failure(officer_id, now))
        return replace(
            self,
            tries={**self.tries, officer_id: tries},
            untold=untold[-_KEPT:],
            left_out=self.left_out + max(0, len(untold) - _KEPT),
        )

    def not_after(self, now: datetime) -> "Failures":
        """A clock set back would stretch a wait to the hour it came from: it begins again now."""
        tries = {
            officer_id: replace(each, last=min(each.last, now)) for officer_id, each in self.tries.items()
        }
        return replace(self, tries=tries, damaged_at=self.damaged_at and min(self.damaged_at, now))


def wait_after(count: int) -> int:
    """Seconds to wait after so many wrong passwords in a row."""
    if count < FREE_TRIES:
        return 0
    doubled: int = FIRST_WAIT << min(count - FREE_TRIES, 10)
    return min(doubled, LONGEST_WAIT)


class _OpenedElsewhere(Exception):
    """Ends a try as no try at all."""


class LockOuts:
    """The wrong passwords of this counter, in ``file``."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file, self._clock = file, clock
        self._turn = threading.Lock()

    @contextmanager
    def trying(self, officer_id: int) -> Iterator[Failures]:
        """A try at the officer's password, to be compared and told to the journal inside.

        It counts as wrong from before it begins; leaving in order makes it a right one, any other error
        no try at all. Gives what is to be told. Raises ``RuleBroken(LOCKED_OUT)`` while the officer has to
        wait, and adds to a wrong password how many tries are ``left``.
        """
        before = self._begin(officer_id)
        try:
            yield before
        except RuleBroken as wrong:
            if wrong.problem not in _WRONG:
                self._write(before)
                raise
            raise RuleBroken(wrong.problem, **wrong.facts, left=self._tries_left(officer_id)) from wrong
        except BaseException:
            self._write(before)
            raise
        with self._turn:
            tries = {other: each for other, each in self._read().tries.items() if other != officer_id}
            self._write(Failures(tries))

    @contextmanager
    def trying_elsewhere(self, officer_id: int) -> Iterator[None]:
        """The same for a password, or the code, of a backup: a wrong one counts here too. A right one takes
        nothing back, for it opened something else, and no journal was told."""
        with contextlib.suppress(_OpenedElsewhere), self.trying(officer_id):
            yield
            raise _OpenedElsewhere

    def _begin(self, officer_id: int) -> Failures:
        with self._turn:
            now, before = self._clock(), self._read()
            left = before.seconds_left(officer_id, now)
            self._write(before if left else before.with_failure(officer_id, now))
        if left:
            raise RuleBroken(Problem.LOCKED_OUT, seconds=str(left), minutes=str(math.ceil(left / 60)))
        return before

    def _tries_left(self, officer_id: int) -> str:
        with self._turn:
            return str(max(0, FREE_TRIES - self._read().tries[officer_id].count))

    def _read(self) -> Failures:
        now = self._clock()
        try:
            found = _parsed(json.loads(self._file.read_bytes()))
        except FileNotFoundError:
            return Failures()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return Failures(damaged_at=now)
        return found.not_after(now)

    def _write(self, failures: Failures) -> None:
        write_whole(self._file, json.dumps(_plain(failures)).encode(), private=True)


def _left(wait: int, since: datetime, now: datetime) -> int:
    return max(0, math.ceil(wait - (now - since).total_seconds()))


def _plain(failures: Failures) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "tries": {
            str(officer_id): [each.count, each.last.isoformat()]
            for officer_id, each in failures.tries.items()
        },
        "untold": [[each.officer_id, each.at.isoformat()] for each in failures.untold],
        "left_out": failures.left_out,
        "damaged_at": failures.damaged_at and failures.damaged_at.isoformat(),
    }


def _parsed(plain: Any) -> Failures:
    if plain["format"] != _FORMAT:
        raise ValueError("format")
    tries = {
        int(officer_id): Tries(_figure(count), _moment(last))
        for officer_id, (count, last) in plain["tries"].items()
    }
    untold = tuple(Failure(_figure(officer_id), _moment(at)) for officer_id, at in plain["untold"])
    damaged_at = plain["damaged_at"]
    return Failures(
        tries, untold, _figure(plain["left_out"]), None if damaged_at is None else _moment(damaged_at)
    )


def _figure(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("not a count")
    return value


def _moment(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("a moment without its zone")
    return at
