"""A manifest comes from outside: what Loket did not write itself is refused in words, and that is all."""

import contextlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Problem, YourEnvironment
from app.trust.backup import FileFact, Manifest, RowCounts
from app.trust.journal import ChainHead
from db import backup_manifest
from db.keys import DatabaseKey

KEY = DatabaseKey(b"k" * 32, b"s" * 16)
SHA = "0a" * 32
MANIFEST = Manifest(
    number=7,
    program="0.1.0",
    schema="0002",
    database_id="ab" * 16,
    key_generation=2,
    branch="Cabang Surabaya Karimunjawa",
    counter="Loket 1",
    made_at=datetime(2026, 11, 20, 16, 2, 3, 400, timezone(timedelta(hours=7))),
    made_by=3,
    counts=RowCounts(1_200_000, 1_250_000, 40_000, 41_000, 39_000, 900_000),
    head=ChainHead(900_000, SHA),
    files=tuple(FileFact(name, 5, SHA) for name in ("loket.db", "loket.keys", "lampiran.sha256")),
    attachments=12,
    attachment_bytes=3_400_000,
)

figures = st.integers(0, (1 << 53) - 1)
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)
texts = st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" "), max_size=200)
zones = st.builds(lambda minutes: timezone(timedelta(minutes=minutes)), st.integers(-720, 840))
manifests = st.builds(
    Manifest,
    number=figures,
    program=texts,
    schema=st.from_regex(r"[0-9]{4}", fullmatch=True),
    database_id=st.text("0123456789abcdef", min_size=32, max_size=32),
    key_generation=figures,
    branch=texts,
    counter=texts,
    made_at=st.datetimes(timezones=zones),
    made_by=figures,
    counts=st.builds(RowCounts, *[figures] * 6),
    head=st.builds(ChainHead, figures, hashes),
    files=st.tuples(
        *(st.builds(FileFact, st.just(name), figures, hashes) for name in sorted(backup_manifest.NEEDED))
    ),
    attachments=figures,
    attachment_bytes=figures,
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | hashes,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def plain() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(backup_manifest.written(MANIFEST, KEY))
    return told


def refusal(content: bytes) -> Problem | None:
    """Why it is refused; anything but a refusal in words fails the test."""
    try:
        backup_manifest.read(content)
    except YourEnvironment as error:
        return error.problem
    return None


@given(manifests)
def test_what_is_written_is_read(manifest: Manifest) -> None:
    content = backup_manifest.written(manifest, KEY)
    assert backup_manifest.read(content) == manifest
    assert backup_manifest.sealed_by(manifest, content, KEY)
    assert not backup_manifest.sealed_by(manifest, content, DatabaseKey(b"x" * 32, b"s" * 16))


@given(st.binary(max_size=300))
def test_no_bytes_do_anything_but_be_refused(content: bytes) -> None:
    assert refusal(content) in (Problem.BACKUP_UNREADABLE, Problem.BACKUP_NEWER)


@given(anything)
def test_no_json_does_anything_but_be_refused(value: object) -> None:
    assert refusal(json.dumps(value).encode()) in (Problem.BACKUP_UNREADABLE, Problem.BACKUP_NEWER)


@given(st.sampled_from(sorted(plain())), anything)
def test_a_field_holds_nothing_but_what_belongs_there(field: str, value: object) -> None:
    content = json.dumps({**plain(), field: value}).encode()
    if refusal(content) is None:
        read = backup_manifest.read(content)
        assert json.loads(backup_manifest.written(read, KEY))[field] == value or field == "mac"


@given(st.integers(0, len(backup_manifest.written(MANIFEST, KEY)) - 1), st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_breaks_the_seal(place: int, bit: int) -> None:
    content = bytearray(backup_manifest.written(MANIFEST, KEY))
    content[place] ^= 1 << bit
    if refusal(bytes(content)) is None:
        read = backup_manifest.read(bytes(content))
        same = json.loads(bytes(content)) == plain()
        assert same or not backup_manifest.sealed_by(read, bytes(content), KEY)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", True),
        ("number", -1),
        ("number", 1.0),
        ("number", 1 << 60),
        ("schema", "0002\n"),
        ("schema", "latest"),
        ("made_at", "2026-11-20"),
        ("made_at", "2026-11-20T16:02:03"),
        ("branch", "x" * 201),
        ("branch", "Cabang\u202e"),
        ("branch", "\ud800"),
        ("database", "AB" * 16),
        ("mac", ""),
        ("files", []),
        ("files", [{"name": "../loket.db", "bytes": 1, "sha256": SHA}]),
        ("files", plain()["files"] * 2),
        ("attachments", {"files": 1}),
    ],
)
def test_shapes_that_are_refused(field: str, value: object) -> None:
    assert refusal(json.dumps({**plain(), field: value}).encode()) is Problem.BACKUP_UNREADABLE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[" * 30_000,
        b'{"format": NaN}',
        b'{"format": 1, "format": 1}',
        b'{"format": ' + b"9" * 5_000 + b"}",
        b" " * (backup_manifest.LARGEST_FILE + 1),
    ],
)
def test_tricks_with_json_are_refused(content: bytes) -> None:
    assert refusal(content) is Problem.BACKUP_UNREADABLE


def test_a_field_nobody_knows_is_refused() -> None:
    assert refusal(json.dumps({**plain(), "comment": ""}).encode()) is Problem.BACKUP_UNREADABLE


def test_a_later_format_is_newer_and_not_damaged() -> None:
    assert refusal(json.dumps({**plain(), "format": 2, "more": 1}).encode()) is Problem.BACKUP_NEWER


names = st.from_regex(r"lampiran(/[A-Za-z0-9_][A-Za-z0-9_-]{0,20}(\.[a-z]{1,4})?){1,4}", fullmatch=True)


@given(st.dictionaries(names, hashes, max_size=20))
def test_a_list_of_attachments_is_read_as_written(attachments: dict[str, str]) -> None:
    folded = {name.casefold() for name in attachments}
    content = backup_manifest.written_list(attachments)
    if len(folded) == len(attachments):
        assert backup_manifest.read_list(content) == attachments


@given(st.binary(max_size=200))
def test_a_list_nobody_of_us_wrote_is_refused(content: bytes) -> None:
    with contextlib.suppress(YourEnvironment):
        assert backup_manifest.written_list(backup_manifest.read_list(content)) == content


@pytest.mark.parametrize(
    "line",
    [
        f"{SHA}  ../loket.keys\n",
        f"{SHA}  lampiran/../loket.keys\n",
        f"{SHA}  lampiran/.tersembunyi\n",
        f"{SHA}  lampiran\\x\n",
        f"{SHA}  C:lampiran/x\n",
        f"{SHA} lampiran/x\n",
        f"{SHA}  lampiran/x",
        f"{SHA}  lampiran/x\r\n",
        f"{SHA}  lampiran/b\n{SHA}  lampiran/a\n",
        f"{SHA}  lampiran/A\n{SHA}  lampiran/a\n",
    ],
)
def test_a_name_leads_nowhere_but_into_the_folder_of_the_attachments(line: str) -> None:
    with pytest.raises(YourEnvironment):
        backup_manifest.read_list(line.encode())


def test_the_clock_of_a_manifest_may_stand_anywhere() -> None:
    old = replace(MANIFEST, made_at=datetime(1970, 1, 1, tzinfo=UTC))
    assert backup_manifest.read(backup_manifest.written(old, KEY)) == old
