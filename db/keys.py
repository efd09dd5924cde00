"""The key of the database. It stands in no file but the key slots; before there were passwords it lay open
beside the database."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import Problem, YourEnvironment
from app.files import write_whole

_SECRET, _SALT = 32, 16


@dataclass(frozen=True, slots=True)
class DatabaseKey:
    """A raw key with its salt: a passphrase would cost 80 ms at every connection, a raw key 0.3 ms."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """As SQLCipher reads a raw key: ``x'…'``, key and salt in one."""
        return f"x'{(self.secret + self.salt).hex()}'"

    @classmethod
    def drawn(cls) -> "DatabaseKey":
        return cls(secrets.token_bytes(_SECRET), secrets.token_bytes(_SALT))

    @classmethod
    def unpacked(cls, packed: bytes) -> "DatabaseKey":
        if len(packed) != _SECRET + _SALT:
            raise ValueError("not a key and its salt")
        return cls(packed[:_SECRET], packed[_SECRET:])


def left_open(file: Path) -> DatabaseKey:
    """The key of a branch from before there were passwords. Raises ``YourEnvironment(KEY_MISSING)``."""
    try:
        return DatabaseKey.unpacked(bytes.fromhex(file.read_text(encoding="ascii")))
    except (OSError, ValueError) as error:
        raise YourEnvironment(Problem.KEY_MISSING, file=str(file)) from error


def key_of(database: Path, file: Path) -> DatabaseKey:
    """The key of ``database`` kept in ``file``; drawn and stored only while there is no database yet.

    Raises ``YourEnvironment(KEY_MISSING)`` when a database stands there without a readable key: a new
    key would never open it and would hide that the old one is gone.
    """
    if not file.exists() and not database.exists():
        return _draw(file)
    try:
        return DatabaseKey.unpacked(bytes.fromhex(file.read_text(encoding="ascii")))
    except (OSError, ValueError) as error:
        raise YourEnvironment(Problem.KEY_MISSING, file=str(file)) from error


def _draw(file: Path) -> DatabaseKey:
    key = DatabaseKey.drawn()
    write_whole(file, (key.secret + key.salt).hex().encode(), private=True)
    return key
