"""Finding people by a name that is misspelt, cut short or out of order; SQL for SQLite alone.

Two indexes work together. ``name_spelling`` leads from a word with one letter left out to the stored
words it can come from, so that one letter too many, too few, wrong or swapped is found by a few exact
look-ups. ``name_word`` is a full-text index of whole words: it joins the spellings of all typed words
and stops after enough candidates, which are then ranked. With a letter wrong in both of two words this
finds 95 of 100 people among 1.2 million; a trigram index finds 43 within 300 candidates and 65 within
30,000, because the common names drown the one that is meant.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection

_WORD = re.compile(r"[^\W_]+")  # as the full-text index cuts a name into words
_LONGEST_NAME = 60
_CANDIDATES = 150
_SPELLINGS = 12
_COMPLETED_FROM = 4  # letters of a word that may be only its beginning

_TABLES = (
    "CREATE VIRTUAL TABLE name_word USING fts5(name_key, content='member', content_rowid='id', "
    "detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 0')",
    "CREATE TABLE name_spelling (spelling TEXT NOT NULL, word TEXT NOT NULL, "
    "PRIMARY KEY (spelling, word)) WITHOUT ROWID",
)
_INSERT_TRIGGER = (
    "CREATE TRIGGER member_named AFTER INSERT ON member BEGIN "
    "INSERT INTO name_word(rowid, name_key) VALUES (new.id, new.name_key); END"
)
_UPDATE_TRIGGER = (
    "CREATE TRIGGER member_renamed AFTER UPDATE OF name_key ON member BEGIN "
    "INSERT INTO name_word(name_word, rowid, name_key) VALUES ('delete', old.id, old.name_key); "
    "INSERT INTO name_word(rowid, name_key) VALUES (new.id, new.name_key); END"
)


def create_name_index(connection: Connection) -> None:
    for statement in (*_TABLES, _INSERT_TRIGGER, _UPDATE_TRIGGER):
        connection.exec_driver_sql(statement)


def forget_for_good(connection: Connection) -> None:
    """From now on the full-text index takes a word out at once, instead of only noting that it is gone."""
    connection.exec_driver_sql("INSERT INTO name_word(name_word, rank) VALUES ('secure-delete', 1)")


def learn_words(connection: Connection, name_key: str) -> None:
    """Make the words of a name findable by their misspellings; words known already cost a look."""
    for word in set(_WORD.findall(name_key)):
        known = connection.exec_driver_sql(
            "SELECT 1 FROM name_spelling WHERE spelling = ? AND word = ?", (word, word)
        ).first()
        if known is None:
            _learn(connection, (word,))


def forget_words(connection: Connection, name_key: str) -> None:
    """Words of a name that nobody bears any more are found by no misspelling either."""
    for word in set(_WORD.findall(name_key)):
        borne = connection.exec_driver_sql(
            "SELECT 1 FROM name_word WHERE name_word MATCH ? LIMIT 1", (f'"{word}"',)
        ).first()
        if borne is None:
            for stem in _one_letter_less(word):
                connection.exec_driver_sql(
                    "DELETE FROM name_spelling WHERE spelling = ? AND word = ?", (stem, word)
                )


@contextmanager
def indexed_at_once(connection: Connection) -> Iterator[None]:
    """Members added inside are indexed together at the end: many times faster than one by one."""
    connection.exec_driver_sql("DROP TRIGGER member_named")
    yield
    connection.exec_driver_sql("INSERT INTO name_word(name_word) VALUES ('rebuild')")
    connection.exec_driver_sql(_INSERT_TRIGGER)
    names = connection.exec_driver_sql("SELECT DISTINCT name_key FROM member")
    _learn(connection, {word for (name_key,) in names for word in _WORD.findall(name_key)})


def member_ids_named_like(connection: Connection, name_key: str, limit: int) -> tuple[int, ...]:
    """The nearest names first. All words count; only if that finds nobody may one be left out."""
    typed = _WORD.findall(name_key[:_LONGEST_NAME])
    if not typed:
        return ()
    near = [_spellings(connection, word) for word in typed]
    found = _named(connection, map(_nearest, typed, near), _CANDIDATES)
    if len(found) < limit:
        found |= _named(connection, near, _CANDIDATES)
    if not found:
        for looser in _looser(connection, typed, near):
            found |= _named(connection, looser, _CANDIDATES)
    return _ranked(name_key, found)[:limit]


def _ranked(name_key: str, found: Mapping[int, str]) -> tuple[int, ...]:
    """The likest names first, whatever the order of their words."""
    likeness = dict.fromkeys(found, 0.0)
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
        for _, score, member_id in process.extract(name_key, found, scorer=scorer, limit=None):
            likeness[member_id] = max(likeness[member_id], score)
    return tuple(sorted(likeness, key=lambda member_id: -likeness[member_id]))


def _looser(
    connection: Connection, typed: Sequence[str], near: Sequence[Sequence[str]]
) -> Iterator[list[Sequence[str]]]:
    """The same words with two written as one (NUR HAYATI), and with one of them left out."""
    for place in range(len(typed) - 1):
        joined = _spellings(connection, typed[place] + typed[place + 1])
        yield [*near[:place], joined, *near[place + 2 :]]
    for place in range(len(typed)):
        if len(typed) > 1:
            yield [*near[:place], *near[place + 1 :]]


def _spellings(connection: Connection, word: str) -> Sequence[str]:
    """Stored words that ``word`` can stand for, the nearest first; the word itself if there are none."""
    stems = sorted(_one_letter_less(word))
    places = ", ".join("?" * len(stems))
    found = {
        stored
        for (stored,) in connection.exec_driver_sql(
            f"SELECT word FROM name_spelling WHERE spelling IN ({places})", tuple(stems)
        )
    }
    if len(word) >= _COMPLETED_FROM:
        completed = connection.exec_driver_sql(
            "SELECT word FROM name_spelling WHERE spelling BETWEEN ? AND ? AND spelling = word "
            "ORDER BY length(word) LIMIT ?",
            (word, word + "\U0010ffff", _SPELLINGS),
        )
        found.update(stored for (stored,) in completed)
    return sorted(found, key=lambda stored: (OSA.distance(word, stored), stored))[:_SPELLINGS] or [word]


def _nearest(word: str, spellings: Sequence[str]) -> list[str]:
    least = OSA.distance(word, spellings[0])
    return [spelling for spelling in spellings if OSA.distance(word, spelling) == least]


def _named(connection: Connection, words: Iterable[Sequence[str]], limit: int) -> dict[int, str]:
    """Name keys by member id where of each group of words one stands in the name."""
    match = " AND ".join("(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in words)
    rows = connection.exec_driver_sql(
        "SELECT id, name_key FROM member WHERE id IN "
        "(SELECT rowid FROM name_word WHERE name_word MATCH ? LIMIT ?)",
        (match, limit),
    )
    return {row.id: row.name_key for row in rows}


def _learn(connection: Connection, words: Iterable[str]) -> None:
    rows = sorted((spelling, word) for word in words for spelling in _one_letter_less(word))
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO name_spelling VALUES (?, ?)", rows)


def _one_letter_less(word: str) -> set[str]:
    """The word and all it becomes when one letter is left out."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
