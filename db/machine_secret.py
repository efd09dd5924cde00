"""This machine's part of every password's secret: in the system's keyring, else in a file its owner alone
may read. A copied database and its key slots are of no use to a guesser without it."""

import hashlib
import hmac
import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from app.files import write_whole
from db.key_slots import MachineMark, SecretPlace

log = logging.getLogger("loket")

_SERVICE = "Loket"
_SECRET = 32
_Got = TypeVar("_Got")


class SecretKeyring(Protocol):
    """As the package ``keyring`` offers it."""

    def get_password(self, service_name: str, username: str, /) -> str | None: ...
    def set_password(self, service_name: str, username: str, password: str, /) -> None: ...


def system_keyring() -> SecretKeyring | None:
    """The keyring of this machine; ``None`` where there is none that keeps secrets.

    Loaded only when it is wanted: looking for one takes longer than the first window may.
    """
    import keyring

    found = keyring.get_keyring()
    return found if found.priority > 0 else None


@dataclass(frozen=True, slots=True)
class MachineSecrets:
    """``patience`` is for a keyring that waits for its own password, or for ever."""

    file: Path
    keyring: Callable[[], SecretKeyring | None] = system_keyring
    patience: float = 30.0

    def of(self, database_id: str, mark: MachineMark) -> bytes | None:
        """The secret a slot was made with; ``None`` on any other machine."""
        secret = self._kept(database_id, mark.place)
        if secret is None or not hmac.compare_digest(mark.fingerprint, _fingerprint(secret)):
            return None
        return secret

    def for_new_slot(self, database_id: str) -> tuple[bytes, MachineMark]:
        """This machine's secret for the database, drawn and kept at its first slot.

        Raises ``YourEnvironment`` where not even the file can be written.
        """
        for place in SecretPlace:
            known = self._kept(database_id, place)
            if known is not None:
                return known, MachineMark(place, _fingerprint(known))
        drawn = secrets.token_bytes(_SECRET)
        place = SecretPlace.KEYRING
        if not self._keep_in_keyring(database_id, drawn):
            place = SecretPlace.FILE
            write_whole(self.file, f"{database_id}:{drawn.hex()}".encode(), private=True)
        return drawn, MachineMark(place, _fingerprint(drawn))

    def _kept(self, database_id: str, place: SecretPlace) -> bytes | None:
        if place is SecretPlace.KEYRING:
            return _parsed(self._ask(lambda keyring: keyring.get_password(_SERVICE, database_id)))
        try:
            named, _, packed = self.file.read_text(encoding="ascii").partition(":")
        except (OSError, UnicodeDecodeError):
            return None
        return _parsed(packed) if named == database_id else None

    def _keep_in_keyring(self, database_id: str, secret: bytes) -> bool:
        def keep_and_look(keyring: SecretKeyring) -> str | None:
            keyring.set_password(_SERVICE, database_id, secret.hex())
            return keyring.get_password(_SERVICE, database_id)

        return _parsed(self._ask(keep_and_look)) == secret

    def _ask(self, question: Callable[[SecretKeyring], _Got]) -> _Got | None:
        """In a thread of its own, because a keyring may wait for a dialog nobody sees."""
        answers: list[_Got] = []

        def ask() -> None:
            try:
                keyring = self.keyring()
                if keyring is not None:
                    answers.append(question(keyring))
            except Exception as error:  # noqa: BLE001 - backends raise what they like; its name is told
                log.info("the keyring refused: %s", type(error).__name__)

        asking = threading.Thread(target=ask, name="keyring", daemon=True)
        asking.start()
        asking.join(self.patience)
        return answers[0] if answers else None


def _parsed(packed: str | None) -> bytes | None:
    try:
        secret = bytes.fromhex(packed or "")
    except ValueError:
        return None
    return secret if len(secret) == _SECRET else None


def _fingerprint(secret: bytes) -> str:
    return hmac.digest(secret, b"loket machine", hashlib.sha256)[:8].hex()
