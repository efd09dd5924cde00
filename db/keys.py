"""The key of the database: a file beside it that only its owner may read."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import Problem, YourEnvironment
from app.files import not_written

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


def key_of(database: Path, file: Path) -> DatabaseKey:
    """The key of ``database`` kept in ``file``; drawn and stored only while there is no database yet.

    Raises ``YourEnvironment(KEY_MISSING)`` when a database stands there without a readable key: a new
    key would never open it and would hide that the old one is gone.
    """
    if not file.exists() and not database.exists():
        return _draw(file)
    try:
        packed = bytes.fromhex(file.read_text(encoding="ascii"))
    except (OSError, ValueError) as error:
        raise YourEnvironment(Problem.KEY_MISSING, file=str(file)) from error
    if len(packed) != _SECRET + _SALT:
        raise YourEnvironment(Problem.KEY_MISSING, file=str(file))
    return DatabaseKey(packed[:_SECRET], packed[_SECRET:])


def _draw(file: Path) -> DatabaseKey:
    key = DatabaseKey(secrets.token_bytes(_SECRET), secrets.token_bytes(_SALT))
    fresh = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        # 0600 from the first byte on: not written openly and narrowed afterwards
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write((key.secret + key.salt).hex())
            out.flush()
            os.fsync(out.fileno())
        fresh.replace(file)
        _sync_folder(file.parent)
    except OSError as error:
        raise not_written(file, error) from error
    return key


def _sync_folder(folder: Path) -> None:
    """Without it the name of a new file may be lost with the power although its content is safe."""
    if os.name == "nt":  # Windows syncs the name with the file and opens no folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
