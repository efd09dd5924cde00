"""The small file that says where the journal stood last: two records under a key of the database's own."""

import hmac
import logging
import os
import struct
import threading
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.files import not_written, sync_folder
from app.trust.journal import ChainHead
from db.keys import DatabaseKey

_RECORD = struct.Struct(">8sQQ32s32s")
_KIND = b"loket-h1"
_MAC = 32
_PLACES = (0, 4096)
"""Written in turn and far apart: power lost while one is written leaves the other whole."""

_NO_PAGES = bytes(32)
_BINARY = getattr(os, "O_BINARY", 0)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptHead:
    """``pages`` is the fingerprint of the database's file, kept only while the file is shut."""

    head: ChainHead
    pages: bytes | None = None


class HeadFile:
    """Told of every entry after its commit, which is synced first: it may lag behind the database after a
    power cut, and never runs ahead of it. Any thread may tell."""

    def __init__(self, file: Path, key: DatabaseKey) -> None:
        self._file = file
        self._secret = _derived(key)
        self._turn = threading.Lock()
        self._written = 0  # how many records, ever: the newest one counts
        self._length: int | None = None  # None until what stands in the file is known to be right

    def read(self) -> KeptHead | None:
        """What was kept last; ``None`` where the file is missing or no record in it is ours."""
        try:
            content = self._file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("the head of the journal cannot be read: %s", error.strerror)
            return None
        found = [read for place in _PLACES if (read := self._opened(content[place:]))]
        if not found:
            return None
        number, kept = max(found, key=lambda record: record[0])
        with self._turn:
            self._written = max(self._written, number)
        return kept

    def keep(self, head: ChainHead) -> None:
        """After a commit. Not synced, and no reason to tell an officer that what they stored was not."""
        with self._turn:
            if self._length is not None and head.length <= self._length:
                return  # another thread's commit came later and was told first
            try:
                if self._length is None:
                    self._settle(KeptHead(head))
                else:
                    self._write(KeptHead(head), sync=False)
            except OSError as error:  # it lags behind until the next entry
                _log.warning("the head of the journal was not written: %s", error.strerror)
            else:
                self._length = head.length

    @property
    def is_right(self) -> bool:
        """Whether what stands in the file was written, or found to be right, since it is in use."""
        return self._length is not None

    def settle(self, kept: KeptHead) -> None:
        """Both places, synced one after the other. Raises ``YourEnvironment``."""
        with self._turn:
            try:
                self._settle(kept)
            except OSError as error:
                raise not_written(self._file, error) from error
            self._length = kept.head.length

    def hand_over(self, key: DatabaseKey) -> None:
        """Beside the newest record the same one for another key: whichever opens the database reads its own.

        Raises ``YourEnvironment``.
        """
        kept = self.read()
        if kept is None:
            return
        with self._turn:
            mine, self._secret = self._secret, _derived(key)
            try:
                self._write(KeptHead(kept.head), sync=True)
            except OSError as error:
                raise not_written(self._file, error) from error
            finally:
                self._secret = mine

    def _settle(self, kept: KeptHead) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        for _ in _PLACES:
            self._write(kept, sync=True)
        sync_folder(self._file.parent)

    def _write(self, kept: KeptHead, *, sync: bool) -> None:
        self._written += 1
        told = _RECORD.pack(
            _KIND,
            self._written,
            kept.head.length,
            bytes.fromhex(kept.head.sha256),
            kept.pages or _NO_PAGES,
        )
        # opened each time: no handle is in the way when the file is replaced, and none is left behind
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT | _BINARY, 0o600)
        try:
            os.lseek(handle, _PLACES[self._written % 2], os.SEEK_SET)
            os.write(handle, told + hmac.digest(self._secret, told, "sha256"))
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)

    def _opened(self, content: bytes) -> tuple[int, KeptHead] | None:
        told, mac = content[: _RECORD.size], content[_RECORD.size : _RECORD.size + _MAC]
        if not hmac.compare_digest(mac, hmac.digest(self._secret, told, "sha256")):
            return None
        _, number, length, sha256, pages = _RECORD.unpack(told)
        return number, KeptHead(ChainHead(length, sha256.hex()), None if pages == _NO_PAGES else pages)


def _derived(key: DatabaseKey) -> bytes:
    return HKDF(SHA256(), 32, key.salt, b"loket journal head").derive(key.secret)
