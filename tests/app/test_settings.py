"""What a counter is set to survives a restart; what cannot be read falls back, one field at a time."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from app.errors import Problem, YourEnvironment
from app.settings import Language, Look, Settings, SetUp

CHANGED = Settings(
    branch="Kantor Cabang Gresik",
    counter="Loket 7",
    language=Language.ENGLISH,
    look=Look.DARK,
    printer="cups:Kartu",
    network_printer="socket://192.0.2.7:9100",
    ticket_printer="socket://192.0.2.8:9100",
    out="keluaran",
    same_company_days=14,
    visit_minutes=20,
    text_percent=150,
    idle_minutes=3,
    backup_folder="cadangan",
    backup_every=20,
    backup_keep=30,
    set_up=SetUp.CODE_NOT_KEPT,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_every_setting_comes_back_as_it_was_saved(file: Path) -> None:
    CHANGED.save(file)
    assert Settings.load(file) == CHANGED
    same = [field.name for field in fields(Settings) if getattr(CHANGED, field.name) == field.default]
    assert same == []


def test_a_counter_without_settings_begins_with_the_defaults(file: Path) -> None:
    assert Settings.load(file) == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"Loket 2"', "\x00"])
def test_a_file_that_holds_no_settings_gives_the_defaults(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert Settings.load(file) == Settings()


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("look", "purple"),
        ("language", None),
        ("counter", 2),
        ("printer", None),
        ("visit_minutes", "ten"),
        ("visit_minutes", 0),
        ("text_percent", True),
        ("text_percent", 1e400),
        ("same_company_days", -1),
        ("same_company_days", 10**12),
    ],
)
def test_one_field_that_cannot_be_read_takes_no_other_with_it(file: Path, name: str, stored: object) -> None:
    CHANGED.save(file)
    told = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**told, name: stored, "of_a_newer_version": 1}), encoding="utf-8")
    read = Settings.load(file)
    for field in fields(Settings):
        kept = field.default if field.name == name else getattr(CHANGED, field.name)
        assert getattr(read, field.name) == kept


def test_settings_the_disk_does_not_take_are_told_and_the_old_ones_stay(file: Path) -> None:
    CHANGED.save(file)
    file.with_name(file.name + ".new").mkdir()  # stands where the fresh file would be written
    with pytest.raises(YourEnvironment) as told:
        Settings().save(file)
    assert told.value.problem is Problem.FILE_NOT_WRITTEN
    assert Settings.load(file) == CHANGED


@pytest.mark.parametrize(
    ("written", "lost"),
    [
        (None, False),
        ('{"counter": "Loket 3", "look": 7}', False),
        ('{"counter": 3}', True),
        ('["Loket 3"]', True),
        ("{ broken", True),
    ],
)
def test_a_counters_name_that_is_lost_is_told(tmp_path: Path, written: str | None, lost: bool) -> None:
    file = tmp_path / "settings.json"
    if written is not None:
        file.write_text(written)
    assert Settings.unreadable(file) is lost
