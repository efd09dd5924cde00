"""The fingerprint of a shut database file: a page put back as it was earlier is found by it.

SQLCipher proves each page by itself, so one that is older but whole passes. Its tag is another, though,
because every page that is written gets a new IV.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

PAGE = 4096
TAG = 64
"""SQLCipher ends a page with 16 bytes of IV and this HMAC-SHA512 over page, IV and page number."""

_SALT = 16
"""Bytes before the first page's content, which its HMAC leaves out."""

_AT_ONCE = 256 * PAGE


def page_tags(file: Path) -> bytes:
    """SHA-256 over the file's salt and the tags of all pages in order. Needs no key, and nobody may have the
    file open: where locks belong to the process, closing it here would drop those of SQLite.

    0.05 s for 300 MB that the system holds in memory.
    """
    told = hashlib.sha256()
    content = bytearray(_AT_ONCE)
    view = memoryview(content)
    with file.open("rb", buffering=0) as pages:
        told.update(pages.read(_SALT))
        pages.seek(0)
        while length := pages.readinto(content):
            told.update(b"".join([view[end - TAG : end] for end in range(PAGE, length + 1, PAGE)]))
    told.update(file.stat().st_size.to_bytes(8))
    return told.digest()


def read_ahead(file: Path, enough: Callable[[], bool]) -> None:
    """Have the system hold the file in memory, so that :func:`page_tags` need not wait for the disk."""
    content = bytearray(_AT_ONCE)
    with file.open("rb", buffering=0) as pages:
        while not enough() and pages.readinto(content):
            pass
