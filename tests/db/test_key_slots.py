"""A key slot opens with its own secret, in its own place, and every change of the file is found."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Problem, YourEnvironment
from db.key_slots import (
    RECOVERY,
    Cost,
    KeyGeneration,
    KeySlots,
    MachineMark,
    SecretPlace,
    SlotShut,
    make_slot,
    opened,
    prove,
    read,
    sealed_to,
    sealed_with,
    written,
)
from db.keys import DatabaseKey
from tests.vaults import CHEAP

BRANCH = "ab" * 16
MARK = MachineMark(SecretPlace.FILE, "01" * 8)
SECRET = b"what Rina types and her machine knows"
CODE = b"what lies in the safe"


@pytest.fixture
def held() -> KeyGeneration:
    return KeyGeneration(1, DatabaseKey.drawn())


@pytest.fixture
def slots(held: KeyGeneration) -> KeySlots:
    return sealed_with(
        KeySlots(
            BRANCH,
            (
                make_slot(BRANCH, RECOVERY, "", CODE, (held,), cost=CHEAP),
                make_slot(BRANCH, 1, "Agus Wijaya", b"his own", (held,), machine=MARK, cost=CHEAP),
                make_slot(
                    BRANCH, 2, "Rina Pratiwi", SECRET, (held,), machine=MARK, cost=CHEAP, one_time=True
                ),
            ),
        ),
        held.key,
    )


def _changed(slots: KeySlots, change: Callable[[dict[str, Any]], object]) -> bytes:
    plain = json.loads(written(slots))
    change(plain)
    return json.dumps(plain).encode()


def _refused(content: bytes) -> Problem:
    with pytest.raises(YourEnvironment) as told:
        read(content)
    return told.value.problem


def test_what_was_written_is_read_again(slots: KeySlots) -> None:
    again = read(written(slots))
    assert (again, again.seal) == (slots, slots.seal)


def test_a_slot_opens_with_its_secret_and_with_no_other(slots: KeySlots, held: KeyGeneration) -> None:
    agus, rina = slots.slots[1:]
    assert opened(BRANCH, rina, SECRET) == (held,)
    for slot, wrong in ((agus, SECRET), (rina, b""), (rina, SECRET + b" ")):
        with pytest.raises(SlotShut):
            opened(BRANCH, slot, wrong)


def test_nothing_that_opens_anything_stands_in_the_file(slots: KeySlots, held: KeyGeneration) -> None:
    content = written(slots)
    for secret in (SECRET, CODE, held.key.secret, held.key.salt):
        assert secret not in content
        assert secret.hex().encode() not in content


def test_two_slots_of_one_secret_have_nothing_in_common(held: KeyGeneration) -> None:
    one, other = (
        make_slot(BRANCH, 2, "Rina Pratiwi", SECRET, (held,), machine=MARK, cost=CHEAP) for _ in range(2)
    )
    assert not {one.salt, one.public, one.private, one.keys} & {
        other.salt,
        other.public,
        other.private,
        other.keys,
    }


def test_a_slot_does_not_open_in_another_branch(slots: KeySlots) -> None:
    with pytest.raises(SlotShut):
        opened("cd" * 16, slots.slots[2], SECRET)


@pytest.mark.parametrize(
    "change",
    [
        {"officer_id": 1},
        {"one_time": False},
        {"machine": MachineMark(SecretPlace.KEYRING, "01" * 8)},
        {"machine": MachineMark(SecretPlace.FILE, "02" * 8)},
        {"cost": replace(CHEAP, passes=2)},
        {"salt": bytes(16)},
        {"public": bytes(32)},
    ],
)
def test_everything_a_slot_says_is_bound_to_its_lock(slots: KeySlots, change: dict[str, Any]) -> None:
    with pytest.raises(SlotShut):
        opened(BRANCH, replace(slots.slots[2], **change), SECRET)


def test_an_officer_is_renamed_without_their_password(slots: KeySlots, held: KeyGeneration) -> None:
    renamed = replace(slots.slots[2], name="Rina Pratiwi Putri")
    assert opened(BRANCH, renamed, SECRET) == (held,)
    with pytest.raises(YourEnvironment):  # but not by anybody without the key
        prove(slots.with_slot(renamed), held.key)


def test_another_key_is_sealed_to_a_slot_without_its_secret(slots: KeySlots, held: KeyGeneration) -> None:
    following = KeyGeneration(2, DatabaseKey.drawn())
    both = sealed_to(BRANCH, slots.slots[2], (held, following))
    assert opened(BRANCH, both, SECRET) == (following, held)
    assert opened(BRANCH, sealed_to(BRANCH, both, (following,)), SECRET) == (following,)


def test_a_key_sealed_to_one_slot_is_of_no_use_in_another(slots: KeySlots) -> None:
    agus, rina = slots.slots[1:]
    with pytest.raises(YourEnvironment) as told:
        opened(BRANCH, replace(rina, keys=agus.keys), SECRET)
    assert told.value.problem is Problem.KEY_SLOTS_DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        lambda slots, stranger: slots.without(2),
        lambda slots, stranger: slots.with_slot(stranger),
        lambda slots, stranger: slots.with_slot(replace(slots.slots[2], public=stranger.public)),
        lambda slots, stranger: slots.with_slot(replace(slots.slots[1], name="Rina Pratiwi")),
        lambda slots, stranger: replace(slots, rekey_due=True),
        lambda slots, stranger: replace(slots, database_id="cd" * 16),
        lambda slots, stranger: replace(slots, slots=tuple(reversed(slots.slots))),
        lambda slots, stranger: replace(slots, seal=bytes(32)),
    ],
    ids=["removed", "added", "swapped key", "renamed", "due", "branch", "order", "seal"],
)
def test_who_does_not_hold_the_key_changes_nothing_unnoticed(
    slots: KeySlots, held: KeyGeneration, change: Callable[..., KeySlots]
) -> None:
    stranger = make_slot(
        BRANCH,
        3,
        "Tamu",
        b"the stranger's",
        (KeyGeneration(1, DatabaseKey.drawn()),),
        machine=MARK,
        cost=CHEAP,
    )
    prove(slots, held.key)
    with pytest.raises(YourEnvironment) as told:
        prove(change(slots, stranger), held.key)
    assert told.value.problem is Problem.KEY_SLOTS_DAMAGED


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 1 << 30},
        {"memory_kib": 0},
        {"memory_kib": -1},
        {"passes": 1_000_000},
        {"passes": 0},
        {"lanes": 255},
        {"lanes": 0},
        {"memory_kib": 65536.0},
        {"passes": True},
        {"version": 16},
        {"name": "scrypt"},
    ],
)
def test_a_cost_that_would_take_the_whole_machine_is_refused_before_it_is_paid(
    slots: KeySlots, cost: dict[str, Any]
) -> None:
    content = _changed(slots, lambda plain: plain["slots"][2]["kdf"].update(cost))
    assert _refused(content) is Problem.KEY_SLOTS_DAMAGED


def test_the_cost_of_a_guess_is_what_owasp_asks_for() -> None:
    assert Cost() == Cost(memory_kib=65_536, passes=3, lanes=4)
    assert Cost().sane


def test_the_slots_of_a_newer_loket_are_told_apart_from_damaged_ones(slots: KeySlots) -> None:
    newer = _changed(slots, lambda plain: plain.update(format=2, more="than we know"))
    assert _refused(newer) is Problem.KEY_SLOTS_NEWER


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.update(more=1),
        lambda plain: plain.pop("seal"),
        lambda plain: plain.update(format=0),
        lambda plain: plain.update(format="1"),
        lambda plain: plain.update(format=True),
        lambda plain: plain.update(rekey_due=0),
        lambda plain: plain.update(slots=[]),
        lambda plain: plain["slots"].pop(0),
        lambda plain: plain["slots"].reverse(),
        lambda plain: plain["slots"].append(plain["slots"][2]),
        lambda plain: plain["slots"][2].update(officer=0),
        lambda plain: plain["slots"][2].update(officer="2"),
        lambda plain: plain["slots"][2].update(officer=-2),
        lambda plain: plain["slots"][2].update(machine=None),
        lambda plain: plain["slots"][0].update(machine={"place": "file", "mark": "01" * 8}),
        lambda plain: plain["slots"][2]["machine"].update(place="pocket"),
        lambda plain: plain["slots"][2].update(name="R" * 201),
        lambda plain: plain["slots"][2].update(keys=[]),
        lambda plain: plain["slots"][2]["keys"].append(plain["slots"][2]["keys"][0]),
        lambda plain: plain["slots"][2]["keys"][0].update(generation=7),
        lambda plain: plain["slots"][2].update(public="zz" * 32),
        lambda plain: plain["slots"][2].update(private="00"),
    ],
)
def test_what_loket_did_not_write_itself_is_not_read(
    slots: KeySlots, change: Callable[[dict[str, Any]], object]
) -> None:
    assert _refused(_changed(slots, change)) is Problem.KEY_SLOTS_DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"\xff\xfe",
        b"{" * 100_000,
        b"[" * 1_000_000,
        b'{"format": 1, "format": 1}',
        b'{"format": NaN}',
        b"9" * 100_000,
        bytes(2 << 20),
    ],
)
def test_no_file_however_odd_brings_the_reader_down(content: bytes) -> None:
    assert _refused(content) is Problem.KEY_SLOTS_DAMAGED


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(st.binary(max_size=200) | _JSON.map(lambda plain: json.dumps(plain).encode()))
def test_generated_files_are_refused_in_words(content: bytes) -> None:
    with pytest.raises(YourEnvironment):
        read(content)


_ONE = KeyGeneration(1, DatabaseKey.drawn())
_STANDING = sealed_with(
    KeySlots(
        BRANCH,
        (
            make_slot(BRANCH, RECOVERY, "", CODE, (_ONE,), cost=CHEAP),
            make_slot(BRANCH, 1, "Agus Wijaya", SECRET, (_ONE,), machine=MARK, cost=CHEAP),
        ),
    ),
    _ONE.key,
)


@given(st.data())
def test_generated_values_in_any_field_open_nothing_but_the_true_key(data: st.DataObject) -> None:
    plain = json.loads(written(_STANDING))
    place: Any = plain
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        at = data.draw(st.sampled_from(keys))
        if not isinstance(place[at], dict | list) or not place[at] or data.draw(st.booleans()):
            break
        place = place[at]
    place[at] = data.draw(_JSON)
    try:
        slots = read(json.dumps(plain).encode())
        slot = slots.slot(1)
        generations = opened(slots.database_id, slot, SECRET) if slot else ()
        prove(slots, generations[0].key if generations else DatabaseKey.drawn())
    except (YourEnvironment, SlotShut):
        return
    assert generations == (_ONE,)
