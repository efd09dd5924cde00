"""The manifest of a backup as a file: written in one way, and read strictly, for it comes from outside."""

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, NoReturn, TypeVar

from app.errors import Problem, YourEnvironment
from app.trust.backup import FileFact, Manifest, RowCounts
from app.trust.journal import ChainHead
from db.keys import DatabaseKey

FORMAT = 1
NAME = "manifest.json"
DATABASE, SLOTS, SETTINGS = "loket.db", "loket.keys", "settings.json"
ATTACHMENTS, LIST = "lampiran", "lampiran.sha256"
"""The attachments' folder and the list of its files, in the form the tool ``sha256sum`` checks."""

LARGEST_FILE, LONGEST_LIST = 1 << 16, 1 << 26
"""Bytes; the list has room for half a million attachments."""

_MOST = 1 << 53
LONGEST_TEXT = 200
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DATABASE_ID = re.compile(r"[0-9a-f]{32}")
_SCHEMA = re.compile(r"[0-9]{4}")
_PART = r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}(?:\.[A-Za-z0-9]{1,10})?"
_ATTACHMENT = re.compile(rf"{ATTACHMENTS}(?:/{_PART}){{1,4}}")
_LISTED = re.compile(rf"([0-9a-f]{{64}})  ({_ATTACHMENT.pattern})")
NEEDED, _POSSIBLE = {DATABASE, SLOTS, LIST}, {DATABASE, SLOTS, LIST, SETTINGS}


def is_attachment(name: str) -> bool:
    """Whether a backup can hold an attachment of that name, told with ``/`` from the data folder."""
    return _ATTACHMENT.fullmatch(name) is not None


def written_list(attachments: Mapping[str, str]) -> bytes:
    """``attachments`` gives each name its SHA-256 in hex."""
    return "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(attachments.items())).encode("ascii")


def read_list(content: bytes) -> Mapping[str, str]:
    """Raises ``YourEnvironment(BACKUP_UNREADABLE)`` for whatever Loket did not write itself."""
    lines = [_LISTED.fullmatch(line) for line in content.decode("ascii", "replace").split("\n")]
    attachments = {line[2]: line[1] for line in lines if line}
    # a medium that tells no capitals apart would hold two of them in one file
    if written_list(attachments) != content or len({name.casefold() for name in attachments}) != len(
        attachments
    ):
        raise _unreadable("list")
    return attachments


def written(manifest: Manifest, key: DatabaseKey) -> bytes:
    plain = _plain(manifest)
    return json.dumps({**plain, "mac": _mac(plain, key).hex()}, indent=1, ensure_ascii=False).encode()


def sealed_by(manifest: Manifest, content: bytes, key: DatabaseKey) -> bool:
    """Whether a holder of the database key wrote this very manifest; ``content`` was read already."""
    return hmac.compare_digest(json.loads(content)["mac"], _mac(_plain(manifest), key).hex())


def read(content: bytes) -> Manifest:
    """Raises ``YourEnvironment``: ``BACKUP_NEWER`` for a format of a later Loket, else ``BACKUP_UNREADABLE``
    for whatever Loket did not write itself."""
    if len(content) > LARGEST_FILE:
        raise _unreadable("size")
    try:
        plain = json.loads(content.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_refused)
        if isinstance(plain, dict) and type(plain.get("format")) is int and plain["format"] > FORMAT:
            raise YourEnvironment(Problem.BACKUP_NEWER, format=str(plain["format"]))
        return _read_manifest(plain)
    except (ValueError, RecursionError) as wrong:
        raise _unreadable("form") from wrong


def _mac(plain: dict[str, Any], key: DatabaseKey) -> bytes:
    own = hmac.digest(key.secret, b"loket backup manifest", hashlib.sha256)
    canonical = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
    return hmac.digest(own, canonical, hashlib.sha256)


def _plain(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "number": manifest.number,
        "program": manifest.program,
        "schema": manifest.schema,
        "database": manifest.database_id,
        "key_generation": manifest.key_generation,
        "branch": manifest.branch,
        "counter": manifest.counter,
        "made_at": manifest.made_at.isoformat(),
        "made_by": manifest.made_by,
        "rows": asdict(manifest.counts),
        "journal": {"length": manifest.head.length, "sha256": manifest.head.sha256},
        "files": [{"name": file.name, "bytes": file.size, "sha256": file.sha256} for file in manifest.files],
        "attachments": {"files": manifest.attachments, "bytes": manifest.attachment_bytes},
    }


# Reading: every value has one type and one shape, and nothing that is not known is passed over.

_Kind = TypeVar("_Kind")


def _read_manifest(plain: object) -> Manifest:
    fields = _fields(
        plain,
        *("format", "number", "program", "schema", "database", "key_generation", "branch", "counter"),
        *("made_at", "made_by", "rows", "journal", "files", "attachments", "mac"),
    )
    if fields["format"] != FORMAT:
        raise ValueError("format")
    _shaped(fields["mac"], _SHA256)
    counts = _fields(fields["rows"], *RowCounts.__dataclass_fields__)
    head = _fields(fields["journal"], "length", "sha256")
    attachments = _fields(fields["attachments"], "files", "bytes")
    return Manifest(
        number=_figure(fields["number"]),
        program=_text(fields["program"]),
        schema=_shaped(fields["schema"], _SCHEMA),
        database_id=_shaped(fields["database"], _DATABASE_ID),
        key_generation=_figure(fields["key_generation"]),
        branch=_text(fields["branch"]),
        counter=_text(fields["counter"]),
        made_at=_moment(fields["made_at"]),
        made_by=_figure(fields["made_by"]),
        counts=RowCounts(**{name: _figure(count) for name, count in counts.items()}),
        head=ChainHead(_figure(head["length"]), _shaped(head["sha256"], _SHA256)),
        files=_files(_of(list, fields["files"])),
        attachments=_figure(attachments["files"]),
        attachment_bytes=_figure(attachments["bytes"]),
    )


def _files(plain: list[object]) -> tuple[FileFact, ...]:
    files = tuple(_file(_fields(each, "name", "bytes", "sha256")) for each in plain[: len(_POSSIBLE) + 1])
    names = {file.name for file in files}
    if len(names) != len(files) or not NEEDED <= names <= _POSSIBLE:
        raise ValueError("files")
    return files


def _file(fields: dict[str, Any]) -> FileFact:
    return FileFact(_text(fields["name"]), _figure(fields["bytes"]), _shaped(fields["sha256"], _SHA256))


def _fields(plain: object, *names: str) -> dict[str, Any]:
    if not isinstance(plain, dict) or set(plain) != set(names):
        raise ValueError("fields")
    return plain


def _of(kind: Callable[..., _Kind], value: object) -> _Kind:
    if type(value) is not kind:
        raise ValueError("type")
    return value  # type: ignore[return-value]


def _figure(value: object) -> int:
    figure = _of(int, value)
    if not 0 <= figure < _MOST:
        raise ValueError("figure")
    return figure


def _text(value: object) -> str:
    text = _of(str, value)
    if len(text) > LONGEST_TEXT or not text.isprintable():
        raise ValueError("text")
    return text


def _shaped(value: object, shape: re.Pattern[str]) -> str:
    text = _of(str, value)
    if not shape.fullmatch(text):
        raise ValueError("shape")
    return text


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_of(str, value))
    if moment.tzinfo is None or moment.isoformat() != value:
        raise ValueError("moment")
    return moment


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a field stands twice")
    return dict(pairs)


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)


def _unreadable(part: str) -> YourEnvironment:
    return YourEnvironment(Problem.BACKUP_UNREADABLE, part=part)
