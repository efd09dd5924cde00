"""The key slots: one locked key pair per officer and one for the recovery code, the database key sealed to
each, and the small file they stand in. No password and no open key ever stands in it."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from app.errors import Problem, YourEnvironment
from db.keys import DatabaseKey

FORMAT = 1
RECOVERY = 0
"""Number of the recovery slot, which belongs to no officer."""

LARGEST_FILE = 1 << 20
_SALT, _NONCE, _KEY, _TAG = 16, 12, 32, 16
_PRIVATE = _NONCE + _KEY + _TAG
_SEALED = 32 + 48 + _TAG
_LONGEST_NAME = 200

_SEAL = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
"""RFC 9180: whoever has the public key can seal, only the holder of the private one can open."""


class SlotShut(Exception):
    """The secret does not open the slot: a wrong password, or the slot was tampered with."""


class SecretPlace(StrEnum):
    """Where this machine keeps its part of the secret."""

    KEYRING = "keyring"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class MachineMark:
    """Which machine's secret a slot needs: told by a fingerprint, so that another PC is not mistaken for
    a wrong password."""

    place: SecretPlace
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs: Argon2id as OWASP asks for, 0.1 s and 64 MiB."""

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4

    @property
    def sane(self) -> bool:
        """A file may not make this program take all memory or an hour."""
        return (
            1 <= self.lanes <= 16 and 1 <= self.passes <= 16 and 8 * self.lanes <= self.memory_kib <= 262_144
        )


@dataclass(frozen=True, slots=True)
class KeyGeneration:
    """A database key with its running number: each re-key makes the next."""

    number: int
    key: DatabaseKey


@dataclass(frozen=True, slots=True)
class SealedKey:
    generation: int
    sealed: bytes


@dataclass(frozen=True, slots=True)
class KeySlot:
    """``private`` is the slot's private key, locked with the officer's secret; ``keys`` the database keys
    sealed to ``public``, newest last: two of them only while a re-key is under way.

    The name alone is not bound to the lock, so that an officer can be renamed without their password;
    the file's own seal covers it.
    """

    officer_id: int
    name: str
    one_time: bool
    machine: MachineMark | None
    cost: Cost
    salt: bytes
    public: bytes
    private: bytes = b""
    keys: tuple[SealedKey, ...] = ()


@dataclass(frozen=True, slots=True)
class KeySlots:
    """``rekey_due``: someone who once held a key lost their slot, and the key has not changed yet."""

    database_id: str
    slots: tuple[KeySlot, ...]
    rekey_due: bool = False
    seal: bytes = field(default=b"", compare=False)

    def slot(self, officer_id: int) -> KeySlot | None:
        return next((slot for slot in self.slots if slot.officer_id == officer_id), None)

    def with_slot(self, slot: KeySlot) -> "KeySlots":
        """In place of the officer's slot before, if there was one; in the order of their numbers."""
        others = (other for other in self.slots if other.officer_id != slot.officer_id)
        return replace(self, slots=tuple(sorted((*others, slot), key=lambda each: each.officer_id)))

    def without(self, officer_id: int) -> "KeySlots":
        return replace(self, slots=tuple(slot for slot in self.slots if slot.officer_id != officer_id))


def make_slot(  # noqa: PLR0913 - what a slot binds together
    database_id: str,
    officer_id: int,
    name: str,
    secret: bytes,
    generations: Iterable[KeyGeneration],
    *,
    one_time: bool = False,
    machine: MachineMark | None = None,
    cost: Cost,
) -> KeySlot:
    """A slot with a key pair of its own, which ``secret`` opens."""
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    slot = KeySlot(officer_id, name, one_time, machine, cost, secrets.token_bytes(_SALT), public)
    nonce = secrets.token_bytes(_NONCE)
    locked = AESGCM(_stretched(secret, slot)).encrypt(
        nonce, private.private_bytes_raw(), _bound(database_id, slot)
    )
    return sealed_to(database_id, replace(slot, private=nonce + locked), generations)


def sealed_to(database_id: str, slot: KeySlot, generations: Iterable[KeyGeneration]) -> KeySlot:
    """The slot with these database keys, and no others, in it; needs nobody's password."""
    public = X25519PublicKey.from_public_bytes(slot.public)
    ordered = sorted(generations, key=lambda generation: generation.number)
    keys = tuple(
        SealedKey(
            each.number,
            _SEAL.encrypt(
                each.key.secret + each.key.salt, public, info=_bound(database_id, slot, each.number)
            ),
        )
        for each in ordered
    )
    return replace(slot, keys=keys)


def opened(database_id: str, slot: KeySlot, secret: bytes) -> tuple[KeyGeneration, ...]:
    """The database keys in the slot, newest first. Raises :class:`SlotShut`, and
    ``YourEnvironment(KEY_SLOTS_DAMAGED)`` where the slot opens but what is in it does not."""
    nonce, locked = slot.private[:_NONCE], slot.private[_NONCE:]
    try:
        raw = AESGCM(_stretched(secret, slot)).decrypt(nonce, locked, _bound(database_id, slot))
    except InvalidTag as wrong:
        raise SlotShut from wrong
    private = X25519PrivateKey.from_private_bytes(raw)
    try:
        return tuple(
            KeyGeneration(
                sealed.generation,
                DatabaseKey.unpacked(
                    _SEAL.decrypt(sealed.sealed, private, info=_bound(database_id, slot, sealed.generation))
                ),
            )
            for sealed in reversed(slot.keys)
        )
    except (InvalidTag, ValueError) as wrong:
        raise _damaged("sealed key") from wrong


def sealed_with(slots: KeySlots, key: DatabaseKey) -> KeySlots:
    """The slots under a seal that only a holder of the database key can make."""
    return replace(slots, seal=_seal(slots, key))


def prove(slots: KeySlots, key: DatabaseKey) -> None:
    """Raises ``YourEnvironment(KEY_SLOTS_DAMAGED)`` where anybody without the key has changed the slots."""
    if not hmac.compare_digest(slots.seal, _seal(slots, key)):
        raise _damaged("seal")


def written(slots: KeySlots) -> bytes:
    return json.dumps({**_plain(slots), "seal": slots.seal.hex()}, indent=1).encode()


def read(content: bytes) -> KeySlots:
    """Raises ``YourEnvironment``: ``KEY_SLOTS_NEWER`` for a format of a later Loket, else
    ``KEY_SLOTS_DAMAGED`` for whatever Loket did not write itself."""
    if len(content) > LARGEST_FILE:
        raise _damaged("size")
    try:
        plain = json.loads(content, object_pairs_hook=_once_each)
        if isinstance(plain, dict) and type(plain.get("format")) is int and plain["format"] > FORMAT:
            raise YourEnvironment(Problem.KEY_SLOTS_NEWER, format=str(plain["format"]))
        return _read_slots(plain)
    except (ValueError, RecursionError) as wrong:
        raise _damaged("form") from wrong


def _stretched(secret: bytes, slot: KeySlot) -> bytes:
    cost = slot.cost
    return hash_secret_raw(
        secret, slot.salt, cost.passes, cost.memory_kib, cost.lanes, _KEY, Type.ID, ARGON2_VERSION
    )


def _bound(database_id: str, slot: KeySlot, generation: int | None = None) -> bytes:
    """What a slot's locks hold on to: nothing of it can be changed, or moved to another slot or branch."""
    about = _plain_slot(slot)
    for free in ("name", "private", "keys"):
        del about[free]
    return _canonical(["loket key slot", FORMAT, database_id, generation, about])


def _seal(slots: KeySlots, key: DatabaseKey) -> bytes:
    own = hmac.digest(key.secret, b"loket key slots", hashlib.sha256)
    return hmac.digest(own, _canonical(_plain(slots)), hashlib.sha256)


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _plain(slots: KeySlots) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "database": slots.database_id,
        "rekey_due": slots.rekey_due,
        "slots": [_plain_slot(slot) for slot in slots.slots],
    }


def _plain_slot(slot: KeySlot) -> dict[str, Any]:
    return {
        "officer": slot.officer_id,
        "name": slot.name,
        "one_time": slot.one_time,
        "machine": slot.machine and {"place": slot.machine.place.value, "mark": slot.machine.fingerprint},
        "kdf": {"name": "argon2id", "version": ARGON2_VERSION, **asdict(slot.cost), "salt": slot.salt.hex()},
        "public": slot.public.hex(),
        "private": slot.private.hex(),
        "keys": [{"generation": each.generation, "sealed": each.sealed.hex()} for each in slot.keys],
    }


# Reading: every value has one type and one shape, and nothing that is not known is passed over.

_Kind = TypeVar("_Kind")


def _read_slots(plain: object) -> KeySlots:
    fields = _fields(plain, "format", "database", "rekey_due", "slots", "seal")
    if _of(int, fields["format"]) != FORMAT:
        raise ValueError("format")
    listed: list[Any] = _of(list, fields["slots"])
    slots = tuple(_read_slot(each) for each in listed)
    numbers = [slot.officer_id for slot in slots]
    if not numbers or numbers[0] != RECOVERY or numbers != sorted(set(numbers)):
        raise ValueError("order of the slots")
    if len({tuple(key.generation for key in slot.keys) for slot in slots}) != 1:
        raise ValueError("generations")
    database_id = _bytes(fields["database"], 16).hex()
    return KeySlots(database_id, slots, _of(bool, fields["rekey_due"]), _bytes(fields["seal"], 32))


def _read_slot(plain: object) -> KeySlot:
    fields = _fields(plain, "officer", "name", "one_time", "machine", "kdf", "public", "private", "keys")
    kdf = _fields(fields["kdf"], "name", "version", "memory_kib", "passes", "lanes", "salt")
    if (kdf["name"], kdf["version"]) != ("argon2id", ARGON2_VERSION):
        raise ValueError("kdf")
    cost = Cost(*(_of(int, kdf[figure]) for figure in ("memory_kib", "passes", "lanes")))
    officer_id, name = _of(int, fields["officer"]), _of(str, fields["name"])
    keys: list[Any] = _of(list, fields["keys"])
    machine = None if fields["machine"] is None else _read_mark(fields["machine"])
    recovery = officer_id == RECOVERY
    if not cost.sane or officer_id < 0 or len(name) > _LONGEST_NAME or recovery != (machine is None):
        raise ValueError("slot")
    sealed = tuple(_read_key(each) for each in keys)
    numbers = [each.generation for each in sealed]
    if len(numbers) not in (1, 2) or numbers[0] < 1 or numbers != sorted(set(numbers)):
        raise ValueError("keys")
    return KeySlot(
        officer_id,
        name,
        _of(bool, fields["one_time"]),
        machine,
        cost,
        _bytes(kdf["salt"], _SALT),
        _bytes(fields["public"], 32),
        _bytes(fields["private"], _PRIVATE),
        sealed,
    )


def _read_mark(plain: object) -> MachineMark:
    fields = _fields(plain, "place", "mark")
    return MachineMark(SecretPlace(_of(str, fields["place"])), _bytes(fields["mark"], 8).hex())


def _read_key(plain: object) -> SealedKey:
    fields = _fields(plain, "generation", "sealed")
    return SealedKey(_of(int, fields["generation"]), _bytes(fields["sealed"], _SEALED))


def _fields(plain: object, *names: str) -> dict[str, Any]:
    if not isinstance(plain, dict) or set(plain) != set(names):
        raise ValueError("fields")
    return plain


def _of(kind: type[_Kind], value: Any) -> _Kind:
    """Exactly of that type: ``true`` is no number."""
    if type(value) is not kind:
        raise ValueError("type")
    return value


def _bytes(value: object, length: int) -> bytes:
    found = bytes.fromhex(_of(str, value))
    if len(found) != length:
        raise ValueError("length")
    return found


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a field stands twice")
    return dict(pairs)


def _damaged(part: str) -> YourEnvironment:
    return YourEnvironment(Problem.KEY_SLOTS_DAMAGED, part=part)
