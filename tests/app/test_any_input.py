"""Whatever is typed into a box or stands in the settings file: a value, or a refusal at its own field."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InputRejected
from app.member_fields import MemberField
from app.members.names import LONGEST, read_name, read_text
from app.settings import Settings
from app.visit.step_1_verify import Query, QueryKind

T = TypeVar("T")

odd_names = st.text(
    st.one_of(st.characters(), st.sampled_from("’ʼ‐－ŉßİıﬁǅ\u0301\u200b\u202e\ufeff\u00a0'.- ")), max_size=80
)
near_numbers = st.text(st.sampled_from("0123456789 .-‑\u200bABO٣"), max_size=24)


def answered(read: Callable[[], T]) -> T | MemberField:
    """What was read, or the field at which it was refused."""
    try:
        return read()
    except InputRejected as refusal:
        return refusal.field


@given(odd_names)
def test_any_name_is_read_once_and_for_all_or_refused(typed: str) -> None:
    name = answered(lambda: read_name(typed, MemberField.NAME))
    if name is MemberField.NAME:
        return
    assert 0 < len(name) <= LONGEST
    assert read_name(name, MemberField.NAME) == name


@given(st.text(max_size=200))
def test_any_text_is_read_once_and_for_all_or_refused(typed: str) -> None:
    text = answered(lambda: read_text(typed, MemberField.ADDRESS))
    if text is MemberField.ADDRESS:
        return
    assert text.isprintable()
    assert read_text(text, MemberField.ADDRESS) == text


@given(st.one_of(st.text(max_size=60), near_numbers))
def test_the_search_box_knows_what_it_was_given_or_says_what_is_wrong(typed: str) -> None:
    query = answered(lambda: Query.parse(typed))
    if isinstance(query, MemberField):
        assert query in (MemberField.SEARCH, MemberField.NIK, MemberField.KPJ)
        return
    assert query.text
    if query.kind is not QueryKind.NAME:
        assert Query.parse(query.text) == query


stored_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from([field.name for field in fields(Settings)]) | st.text(max_size=8)


def test_any_settings_file_gives_settings_that_can_be_saved(tmp_path: Path) -> None:
    file, again = tmp_path / "settings.json", tmp_path / "again.json"

    @given(
        st.binary(max_size=60)
        | st.dictionaries(names, stored_values, max_size=8).map(lambda told: json.dumps(told).encode())
    )
    def holds(content: bytes) -> None:
        file.write_bytes(content)
        settings = Settings.load(file)
        settings.save(again)
        assert Settings.load(again) == settings
        for field in fields(Settings):
            assert type(getattr(settings, field.name)) is type(field.default)

    holds()


@pytest.mark.parametrize("content", [b"[" * 200_000, b"9" * 10_000, b"\xff\xfe", b'{"text_percent": 1e999}'])
def test_a_settings_file_made_to_hurt_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert Settings.load(file) == Settings()
