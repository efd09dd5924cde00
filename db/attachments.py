"""Attachments on the disk: each a file of its own, encrypted under a key of its own.

A file is the mark of its kind and then chunks of AES-256-GCM. The associated data of each names the file, the
place in it and whether it is the last: none can be changed, exchanged, put elsewhere or cut off unseen.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.archive.attachment import SealedFile
from app.errors import Problem, YourEnvironment
from app.files import not_written, write_whole

_MARK = b"LoketA1\0"
_ENDING, _UNSETTLED = ".enc", ".unsettled"
"""The second ends the name of a mark that lies beside a file until its row is stored. A file without one
belongs to some state of the database, perhaps to one a restore has put aside, and is never cleared away."""
_BESIDE = re.compile(rf"([0-9a-f]+{re.escape(_ENDING)})\..+")

_CHUNK, _TAG = 65_536, 16
_KEY_BITS, _NONCE_BYTES, _NAME_BYTES = 256, 12, 16


class AttachmentFolder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def seal(self, content: bytes) -> SealedFile:
        sealed = SealedFile(f"{secrets.token_hex(_NAME_BYTES)}{_ENDING}", AESGCM.generate_key(_KEY_BITS))
        write_whole(self._mark(sealed.name), b"", private=True)
        write_whole(self._folder / sealed.name, _MARK + b"".join(_encrypted(content, sealed)), private=True)
        return sealed

    def open(self, sealed: SealedFile) -> bytes:
        try:
            stored = (self._folder / sealed.name).read_bytes()
            if not stored.startswith(_MARK):
                raise ValueError("another kind of file")
            return b"".join(_decrypted(stored[len(_MARK) :], sealed))
        except (OSError, ValueError, InvalidTag) as error:
            raise YourEnvironment(Problem.ATTACHMENT_DAMAGED, file=sealed.name) from error

    def settle(self, name: str) -> None:
        with suppress(OSError):  # it is kept all the same, and the next start tries again
            self._mark(name).unlink(missing_ok=True)

    def unsettled(self) -> frozenset[str]:
        beside = (_BESIDE.fullmatch(file.name) for file in self._folder.glob(f"*{_ENDING}.*"))
        return frozenset(told[1] for told in beside if told)

    def remove(self, name: str) -> None:
        for file in self._folder.glob(f"{name}*"):
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                raise not_written(file, error) from error

    def _mark(self, name: str) -> Path:
        return self._folder / f"{name}{_UNSETTLED}"


def _encrypted(content: bytes, sealed: SealedFile) -> Iterator[bytes]:
    cipher = AESGCM(sealed.key)
    for place, chunk, last in _chunks(content, _CHUNK):
        yield cipher.encrypt(_nonce(place), chunk, _bound(sealed.name, place, last))


def _decrypted(stored: bytes, sealed: SealedFile) -> Iterator[bytes]:
    cipher = AESGCM(sealed.key)
    for place, chunk, last in _chunks(stored, _CHUNK + _TAG):
        yield cipher.decrypt(_nonce(place), chunk, _bound(sealed.name, place, last))


def _chunks(content: bytes, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """At least one, so that also an empty content is proven."""
    count = max(1, -(-len(content) // size))
    for place in range(count):
        yield place, content[place * size : (place + 1) * size], place == count - 1


def _nonce(place: int) -> bytes:
    """No two under one key: each file has its own, and is written once."""
    return place.to_bytes(_NONCE_BYTES, "big")


def _bound(name: str, place: int, last: bool) -> bytes:
    return _MARK + f"{name}:{place}:{'last' if last else 'more'}".encode("ascii")
