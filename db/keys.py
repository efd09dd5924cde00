"""The key of the database. It stands in no file but the key slots; before there were passwords it lay open
beside the database."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import Problem, YourEnvironment

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
