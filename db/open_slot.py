"""Open a key slot with what an officer knows: a password on this machine, or the recovery code on any."""

import hashlib
import hmac
import unicodedata

from app.errors import Problem, RuleBroken, YourEnvironment
from db.key_slots import RECOVERY, KeyGeneration, KeySlot, KeySlots, SlotShut, opened, prove
from db.machine_secret import MachineSecrets
from db.recovery_code import read_code


def opened_by_password(
    slots: KeySlots, officer_id: int, password: str, machine: MachineSecrets
) -> tuple[KeyGeneration, ...]:
    """The database keys in an officer's slot, newest first; the slots are proven to be what its holder wrote.

    Raises ``RuleBroken`` with ``NOT_FOUND`` or ``WRONG_PASSWORD``, ``YourEnvironment`` with
    ``MACHINE_SECRET_MISSING`` or ``KEY_SLOTS_DAMAGED``.
    """
    slot = slots.slot(officer_id)
    if slot is None or officer_id == RECOVERY:
        raise RuleBroken(Problem.NOT_FOUND, officer=str(officer_id))
    assert slot.machine is not None, "the reader of the slots refuses an officer's slot without it"
    secret = machine.of(slots.database_id, slot.machine)
    if secret is None:
        raise YourEnvironment(Problem.MACHINE_SECRET_MISSING, place=slot.machine.place.value)
    try:
        return _proven_keys(slots, slot, mixed(secret, password))
    except SlotShut as wrong:
        raise RuleBroken(Problem.WRONG_PASSWORD) from wrong


def opened_by_code(slots: KeySlots, code: str) -> tuple[KeyGeneration, ...]:
    """The same by the recovery slot; ``RuleBroken`` with ``RECOVERY_CODE_MISTYPED`` or ``_WRONG``."""
    secret, slot = read_code(code), slots.slot(RECOVERY)
    assert slot is not None, "the reader of the slots refuses a file without it"
    try:
        return _proven_keys(slots, slot, secret)
    except SlotShut as wrong:
        raise RuleBroken(Problem.RECOVERY_CODE_WRONG) from wrong


def mixed(machine: bytes, password: str) -> bytes:
    """Password and machine secret as one: neither is of use without the other."""
    typed = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return hmac.digest(machine, typed, hashlib.sha256)


def _proven_keys(slots: KeySlots, slot: KeySlot, secret: bytes) -> tuple[KeyGeneration, ...]:
    generations = opened(slots.database_id, slot, secret)
    prove(slots, generations[0].key)
    return generations
