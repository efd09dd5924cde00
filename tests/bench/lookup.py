"""Finding members among 1.2 million, encrypted, beside the same SQL on plain sqlite3 with the same data."""

import math
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, event

from app.members.duplicates import near_dates, possible_duplicates
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.nik import Nik
from app.members.npp import Npp
from app.reference import Reference
from db.engine import for_reading, open_database
from db.keys import DatabaseKey
from db.migrate import bring_up_to_date
from db.seed import seed_members
from db.unit_of_work import SqlUnitOfWork

_TODAY = date(2026, 11, 20)
_REFERENCE = Path(__file__).parents[2] / "resources" / "reference"
_LETTERS = "AEIOUNTRSH"
_PLAIN_SWITCHES = ("cache_size = -262144", "synchronous = FULL", "journal_mode = WAL")

Look = Callable[[SqlUnitOfWork, Any], object]
Asked = Sequence[Any]
Statements = list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class _Lookup:
    """What is looked up and how; ``goal`` bounds the 99th percentile in milliseconds."""

    name: str
    look: Look
    asked: Asked
    goal: float


@dataclass(frozen=True, slots=True)
class _Times:
    """Milliseconds of each look-up, sorted: through Loket, and the same SQL alone on the plain file."""

    ours: Sequence[float]
    theirs: Sequence[float]


class _Seeded:
    """A branch of ``members`` invented people: the encrypted file and its plain twin."""

    def __init__(self, folder: Path, members: int, reference: Reference) -> None:
        self.name_key = reference.names.key
        folder.mkdir()
        file = folder / "loket.db"
        key = DatabaseKey.drawn()
        self.engine = open_database(file, key)
        bring_up_to_date(self.engine, key, folder / "salinan")
        begun = time.perf_counter()
        seed_members(self.engine, self.name_key, members, _TODAY)
        self.seconds = time.perf_counter() - begun
        plain_file = folder / "plain.db"
        _export(self.engine, plain_file)
        self.plain = sqlite3.connect(plain_file, isolation_level=None)
        for switch in _PLAIN_SWITCHES:
            self.plain.execute(f"PRAGMA {switch}")
        self.reading = for_reading(self.engine)
        self.members = members

    def close(self) -> None:
        self.engine.dispose()
        self.plain.close()

    def begin(self) -> SqlUnitOfWork:
        return SqlUnitOfWork(self.reading, self.name_key)

    def drawn(self, chance: Random, count: int) -> list[tuple[Member, str, str]]:
        """Members drawn at random, each with a KPJ and an NPP that are stored."""
        found: list[tuple[Member, str, str]] = []
        with self.begin() as work:
            while len(found) < count:
                member = work.members.by_id(chance.randrange(self.members) + 1)
                membership = work.members.memberships_of(member.id)[0]
                if membership.kpj and membership.npp:
                    found.append((member, membership.kpj.text, membership.npp.text))
        return found


def run(quick: bool) -> Iterator[dict[str, object]]:
    """1.2 million members beside 12 thousand; ``quick`` takes 60 thousand beside six hundred."""
    many, n = (60_000, 300) if quick else (1_200_000, 2_000)
    reference = Reference.load(_REFERENCE)
    with tempfile.TemporaryDirectory() as base:
        small, large = (_Seeded(Path(base, str(size)), size, reference) for size in (many // 100, many))
        try:
            yield _seeding(large)
            for few, lookup in zip(_lookups(small, n), _lookups(large, n), strict=True):
                yield from _measured(small, few, large, lookup)
        finally:
            small.close()
            large.close()


def _seeding(seeded: _Seeded) -> dict[str, object]:
    return {
        "bench": "lookup",
        "measure": "seed_members_s",
        "value": round(seeded.seconds, 1),
        "goal": "<= 120",
        "met": seeded.seconds <= 120,
        "n": seeded.members,
        "seconds": round(seeded.seconds, 1),
        "ours": round(seeded.seconds, 1),
        "theirs": None,
    }


def _lookups(seeded: _Seeded, n: int) -> Iterator[_Lookup]:
    chance = Random(seeded.members)
    drawn = seeded.drawn(chance, n)
    two_words = [
        " ".join(_misspelt(word, chance) for word in member.name.split())
        for member, _, _ in seeded.drawn(chance, n * 3)
        if member.name.count(" ") == 1
    ][:n]
    yield _Lookup(
        "nik", lambda work, nik: work.members.by_nik(nik), [member.nik for member, _, _ in drawn], 1
    )
    yield _Lookup("kpj", lambda work, kpj: work.members.by_kpj(kpj), [Kpj(kpj) for _, kpj, _ in drawn], 1)
    yield _Lookup("npp", lambda work, npp: work.companies.by_npp(npp), [Npp(npp) for _, _, npp in drawn], 1)
    yield _Lookup("name_misspelt", lambda work, name: work.members.with_name_like(name, 20), two_words, 16)
    born = [(seeded.name_key(member.name), member.birth_date) for member, _, _ in drawn]
    yield _Lookup("duplicates", _duplicates, born, 16)


def _duplicates(work: SqlUnitOfWork, asked: tuple[str, date]) -> object:
    """As step 3 asks: everyone born on a near date, their names compared."""
    name_key, born = asked
    candidates = work.members.alike(name_key, near_dates(born))
    return possible_duplicates(Nik("3578010101900001"), name_key, born, candidates, ())


def _measured(small: _Seeded, few: _Lookup, large: _Seeded, lookup: _Lookup) -> Iterator[dict[str, object]]:
    begun = time.perf_counter()
    times, before = _timed(large, lookup), _timed(small, few)
    growth = statistics.median(times.ours) / statistics.median(before.ours)
    p99 = _p99(times.ours)
    facts = {"bench": "lookup", "n": len(lookup.asked), "seconds": round(time.perf_counter() - begun, 1)}
    yield {
        **facts,
        "measure": f"{lookup.name}_p99_ms",
        "value": round(p99, 3),
        "goal": f"<= {lookup.goal:g}",
        "met": p99 <= lookup.goal,
        "ours": {"p50": round(statistics.median(times.ours), 3), "p99": round(p99, 3)},
        "theirs": {"p50": round(statistics.median(times.theirs), 3), "p99": round(_p99(times.theirs), 3)},
    }
    yield {
        **facts,
        "measure": f"{lookup.name}_growth_over_100_times_the_members",
        "value": round(growth, 2),
        "goal": "<= 3",
        "met": growth <= 3,
        "ours": round(growth, 2),
        "theirs": round(statistics.median(times.theirs) / statistics.median(before.theirs), 2),
    }


def _timed(seeded: _Seeded, lookup: _Lookup) -> _Times:
    """Each look-up first with its SQL noted down, which also warms both caches, then for time."""
    ours, theirs = [], []
    for asked in lookup.asked:
        with _noted(seeded.reading) as statements, seeded.begin() as work:
            lookup.look(work, asked)
        _replay(seeded.plain, statements)
        ours.append(_milliseconds(partial(_look, seeded, lookup.look, asked)))
        theirs.append(_milliseconds(partial(_replay, seeded.plain, statements)))
    return _Times(sorted(ours), sorted(theirs))


def _look(seeded: _Seeded, look: Look, asked: Any) -> None:
    with seeded.begin() as work:
        look(work, asked)


def _milliseconds(call: Callable[[], object]) -> float:
    """The middle of three turns: the worst percentile shall tell slow look-ups, not busy neighbours."""
    turns = []
    for _ in range(3):
        begun = time.perf_counter()
        call()
        turns.append((time.perf_counter() - begun) * 1000)
    return statistics.median(turns)


@contextmanager
def _noted(engine: Engine) -> Iterator[Statements]:
    """The queries sent inside, as the driver gets them."""
    statements: Statements = []

    def note(_connection: object, _cursor: object, sql: str, facts: Any, *_: object) -> None:
        if sql.startswith("SELECT"):
            statements.append((sql, facts))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _replay(plain: sqlite3.Connection, statements: Statements) -> None:
    for sql, facts in statements:
        plain.execute(sql, facts).fetchall()


def _export(engine: Engine, plain_file: Path) -> None:
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain_file),))
        cursor.execute("SELECT sqlcipher_export('plain')")
        cursor.execute("DETACH DATABASE plain")
    finally:
        raw.close()


def _misspelt(word: str, chance: Random) -> str:
    """One letter left out, mistaken, too many, or swapped with the next."""
    at = chance.randrange(len(word))
    head, tail = word[:at], word[at + 1 :]
    return chance.choice(
        [
            head + tail,
            head + chance.choice(_LETTERS) + tail,
            head + word[at] + chance.choice(_LETTERS) + tail,
            head + tail[:1] + word[at] + tail[1:],
        ]
    )


def _p99(times: Sequence[float]) -> float:
    return times[math.ceil(len(times) * 0.99) - 1]
