"""The vault: the branch's database behind its key slots, from the founding to the next key."""

import hashlib
import hmac
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from app.errors import Problem, RuleBroken, StorageUnavailable, YourEnvironment
from app.files import not_written, sync_folder, write_whole
from app.paths import Paths
from app.ports import Slot, UnitOfWork, VaultState
from app.trust.officer import Officer
from db.branch_file import BranchFile
from db.key_slots import (
    LARGEST_FILE,
    RECOVERY,
    Cost,
    KeyGeneration,
    KeySlot,
    KeySlots,
    MachineMark,
    SlotShut,
    make_slot,
    opened,
    prove,
    read,
    sealed_to,
    sealed_with,
    written,
)
from db.keys import DatabaseKey, key_of
from db.machine_secret import MachineSecrets
from db.recovery_code import draw_code, read_code

_PRODUCTION = Cost()


def _drawn_id() -> str:
    return token_hex(16)


class KeyVault:
    """See :class:`app.ports.Vault`. One call at a time; any thread may call."""

    def __init__(
        self,
        paths: Paths,
        branch: BranchFile,
        machine: MachineSecrets,
        cost: Cost = _PRODUCTION,
        new_id: Callable[[], str] = _drawn_id,
    ) -> None:
        """``new_id`` gives a new database its number: 32 hex figures, another one for every branch."""
        self._slots_file = paths.slots
        self._previous_file = paths.slots.with_name(paths.slots.name + ".previous")
        self._open_key_file = paths.key
        self._branch = branch
        self._machine = machine
        self._cost = cost
        self._new_id = new_id
        self._held: KeyGeneration | None = None
        self._turn = threading.RLock()

    # before anybody signs in

    def state(self) -> VaultState:
        here = self._branch.file.exists()
        readable, previous = _readable(self._slots_file), _readable(self._previous_file)
        if not here:
            begun = self._slots_file.exists() or self._previous_file.exists()
            # killed while it was founded: there was no branch yet
            if not begun or self._branch.founding.exists():
                return VaultState.EMPTY
            return VaultState.DATABASE_MISSING
        if readable:
            return VaultState.READY
        if previous:
            return VaultState.PREVIOUS_SLOTS
        if not self._slots_file.exists() and self._open_key_file.exists():
            return VaultState.OPEN_KEY_FILE
        return VaultState.SLOTS_MISSING

    def slots(self) -> tuple[Slot, ...]:
        return tuple(
            Slot(slot.officer_id, slot.name, slot.one_time)
            for slot in self._read().slots
            if slot.officer_id != RECOVERY
        )

    @property
    def database_id(self) -> str:
        return self._read().database_id

    @property
    def is_open(self) -> bool:
        return self._held is not None

    # coming in

    def open(self, officer_id: int, password: str) -> None:
        with self._turn:
            slots = self._read()
            self._enter(slots, opened_by_password(slots, officer_id, password, self._machine))

    def open_with_recovery_code(self, code: str) -> None:
        with self._turn:
            slots = self._read()
            self._enter(slots, opened_by_code(slots, code))

    def close(self) -> None:
        with self._turn:
            self._branch.close()
            self._held = None

    # founding

    def found(
        self,
        administrator: Officer,
        password: str,
        begun: Callable[[UnitOfWork, Officer], None],
    ) -> str:
        with self._turn:
            state = self.state()
            if state is VaultState.OPEN_KEY_FILE:
                return self._adopt(administrator, password, begun)
            if state is not VaultState.EMPTY:
                raise RuleBroken(Problem.NOT_ALLOWED, state=state.value)
            return self._found_anew(administrator, password, begun)

    # keeping the slots

    def set_password(self, officer: Officer, password: str, *, one_time: bool) -> None:
        with self._turn:
            slots, held = self.proven()
            secret, mark = self._new_secret(slots.database_id, password)
            slot = self._slot(slots.database_id, officer, secret, mark, held, one_time)
            self._write(slots.with_slot(slot), held.key, revoking=slots.slot(officer.id) is not None)

    def rename(self, officer: Officer) -> None:
        with self._turn:
            slots, held = self.proven()
            slot = slots.slot(officer.id)
            if slot is None:
                raise RuleBroken(Problem.NOT_FOUND, officer=str(officer.id))
            self._write(slots.with_slot(replace(slot, name=officer.name)), held.key)

    def remove(self, officer_id: int) -> None:
        with self._turn:
            slots, held = self.proven()
            if officer_id == RECOVERY or slots.slot(officer_id) is None:
                return
            self._write(replace(slots.without(officer_id), rekey_due=True), held.key, revoking=True)

    def new_recovery_code(self) -> str:
        with self._turn:
            slots, held = self.proven()
            code, slot = self._recovery(slots.database_id, held)
            self._write(slots.with_slot(slot), held.key, revoking=True)
            return code

    @property
    def rekey_due(self) -> bool:
        return self._read().rekey_due

    def rekey(self) -> None:
        with self._turn:
            slots, held = self.proven()
            following = KeyGeneration(held.number + 1, DatabaseKey.drawn())
            self._write(_with_keys(slots, held, following), following.key, revoking=True)
            self.close()
            try:
                self._branch.re_encrypt(held.key, following.key)
            finally:
                self._open_newest(slots, (following, held))

    def use_previous_slots(self) -> None:
        with self._turn:
            content = _content(self._previous_file)
            read(content)
            write_whole(self._slots_file, content, private=True)

    def proven(self) -> tuple[KeySlots, KeyGeneration]:
        """The slots as the holder of the key left them, and that key; the database must be open."""
        with self._turn:
            if self._held is None:
                raise StorageUnavailable(Problem.DATABASE_LOCKED)
            slots = self._read()
            prove(slots, self._held.key)
            return slots, self._held

    # how it is done

    def _enter(self, slots: KeySlots, generations: tuple[KeyGeneration, ...]) -> None:
        if self._held is not None:
            if self._held not in generations:
                raise YourEnvironment(Problem.KEY_SLOTS_DAMAGED, part="key")
            return
        self._open_newest(slots, generations)
        if self._open_key_file.exists():
            self._finish_adopting()

    def _open_newest(self, slots: KeySlots, generations: tuple[KeyGeneration, ...]) -> None:
        """Two keys mean a re-key, perhaps a killed one: done if the new key fits already, else undone."""
        try:
            fits = self._open_with_first_fitting(generations)
            self._branch.drop_unfinished()
            if len(generations) > 1:
                due = slots.rekey_due and fits is not generations[0]
                self._write(replace(_with_keys(slots, fits), rekey_due=due), fits.key, revoking=True)
        except BaseException:
            self.close()
            raise

    def _open_with_first_fitting(self, generations: tuple[KeyGeneration, ...]) -> KeyGeneration:
        *newer, oldest = generations
        for generation in newer:
            try:
                self._open_with(generation)
            except StorageUnavailable as error:
                if error.problem is not Problem.DATABASE_UNREADABLE:
                    raise
            else:
                return generation
        self._open_with(oldest)
        return oldest

    def _open_with(self, generation: KeyGeneration) -> None:
        self._branch.open(generation.key)
        self._held = generation

    def _found_anew(
        self, administrator: Officer, password: str, begun: Callable[[UnitOfWork, Officer], None]
    ) -> str:
        # in this order: the unfinished database says that slots beside it are no branch's
        _remove(self._slots_file, self._previous_file)
        database_id, held = self._new_id(), KeyGeneration(1, DatabaseKey.drawn())

        def first(work: UnitOfWork) -> Officer:
            added = work.officers.add(administrator)
            begun(work, added)
            return added

        added = self._branch.build(held.key, first)
        code, slots = self._first_slots(database_id, added, password, held)
        self._write(slots, held.key, revoking=True)
        self._branch.settle()
        self._open_with(held)
        return code

    def _adopt(
        self, administrator: Officer, password: str, begun: Callable[[UnitOfWork, Officer], None]
    ) -> str:
        """A database from before there were passwords: its key lay open beside it, so it gets another."""
        held = KeyGeneration(1, key_of(self._branch.file, self._open_key_file))
        self._open_with(held)
        try:
            with self._branch.begin() as work:
                added = _taken_over(work, administrator)
                begun(work, added)
                work.commit()
            code, slots = self._first_slots(self._new_id(), added, password, held)
            self._write(replace(slots, rekey_due=True), held.key, revoking=True)
        except BaseException:
            self.close()
            raise
        self._finish_adopting()
        return code

    def _finish_adopting(self) -> None:
        if self.rekey_due:
            self.rekey()
        _remove(self._open_key_file)

    def _first_slots(
        self, database_id: str, officer: Officer, password: str, held: KeyGeneration
    ) -> tuple[str, KeySlots]:
        secret, mark = self._new_secret(database_id, password)
        code, recovery = self._recovery(database_id, held)
        slot = self._slot(database_id, officer, secret, mark, held, one_time=False)
        return code, KeySlots(database_id, (recovery, slot))

    def _slot(
        self,
        database_id: str,
        officer: Officer,
        secret: bytes,
        mark: MachineMark,
        held: KeyGeneration,
        one_time: bool,
    ) -> KeySlot:
        return make_slot(
            database_id,
            officer.id,
            officer.name,
            secret,
            (held,),
            one_time=one_time,
            machine=mark,
            cost=self._cost,
        )

    def _recovery(self, database_id: str, held: KeyGeneration) -> tuple[str, KeySlot]:
        code = draw_code()
        return code, make_slot(database_id, RECOVERY, "", read_code(code), (held,), cost=self._cost)

    def _new_secret(self, database_id: str, password: str) -> tuple[bytes, MachineMark]:
        machine, mark = self._machine.for_new_slot(database_id)
        return _mixed(machine, password), mark

    def _read(self) -> KeySlots:
        return read(_content(self._slots_file))

    def _write(self, slots: KeySlots, key: DatabaseKey, *, revoking: bool = False) -> None:
        """``revoking``: the generation before would give back what was taken away, so it becomes the same,
        and first: of two files, neither may stay behind once the change is acknowledged."""
        content = written(sealed_with(slots, key))
        before = content if revoking else _content(self._slots_file)
        write_whole(self._previous_file, before, private=True)
        write_whole(self._slots_file, content, private=True)


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
        return _proven_keys(slots, slot, _mixed(secret, password))
    except SlotShut as wrong:
        raise RuleBroken(Problem.WRONG_PASSWORD) from wrong


def opened_by_code(slots: KeySlots, code: str) -> tuple[KeyGeneration, ...]:
    """The same by the recovery slot; ``RuleBroken(RECOVERY_CODE_WRONG)``."""
    secret, slot = read_code(code), slots.slot(RECOVERY)
    assert slot is not None, "the reader of the slots refuses a file without it"
    try:
        return _proven_keys(slots, slot, secret)
    except SlotShut as wrong:
        raise RuleBroken(Problem.RECOVERY_CODE_WRONG) from wrong


def _proven_keys(slots: KeySlots, slot: KeySlot, secret: bytes) -> tuple[KeyGeneration, ...]:
    generations = opened(slots.database_id, slot, secret)
    prove(slots, generations[0].key)
    return generations


def _with_keys(slots: KeySlots, *generations: KeyGeneration) -> KeySlots:
    return replace(
        slots, slots=tuple(sealed_to(slots.database_id, slot, generations) for slot in slots.slots)
    )


def _mixed(machine: bytes, password: str) -> bytes:
    """Password and machine secret as one: neither is of use without the other."""
    typed = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return hmac.digest(machine, typed, hashlib.sha256)


def _taken_over(work: UnitOfWork, administrator: Officer) -> Officer:
    """The officer of that name becomes the administrator, or a new one comes."""
    for officer in work.officers.all():
        if officer.name.casefold() == administrator.name.casefold():
            promoted = replace(officer, name=administrator.name, role=administrator.role)
            work.officers.save(promoted)
            return promoted
    return work.officers.add(administrator)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as slots:
            return slots.read(LARGEST_FILE + 1)
    except OSError as error:
        raise YourEnvironment(Problem.KEY_SLOTS_DAMAGED, part="file", file=file.name) from error


def _readable(file: Path) -> bool:
    """Also slots of a newer Loket are slots: who opens them is told."""
    try:
        read(_content(file))
    except YourEnvironment as error:
        return error.problem is Problem.KEY_SLOTS_NEWER
    return True


def _remove(*files: Path) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
            sync_folder(file.parent)
        except OSError as error:
            raise not_written(file, error) from error
