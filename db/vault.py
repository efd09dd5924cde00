"""The vault: the branch's database behind its key slots, from the founding to the next key."""

import threading
from collections.abc import Callable
from dataclasses import replace
from secrets import token_hex

from app.errors import Problem, RuleBroken, StorageUnavailable, YourEnvironment
from app.paths import Paths
from app.ports import Slot, UnitOfWork, VaultState
from app.trust.backup import Watch, never_mind
from app.trust.officer import Officer
from db.branch_file import BranchFile
from db.key_slots import (
    RECOVERY,
    Cost,
    KeyGeneration,
    KeySlot,
    KeySlots,
    MachineMark,
    make_slot,
    prove,
    sealed_to,
)
from db.keys import DatabaseKey, left_open
from db.machine_secret import MachineSecrets
from db.open_slot import mixed, opened_by_code, opened_by_password
from db.recovery_code import draw_code, read_code
from db.slots_files import SlotsFiles, remove

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
        self._slots = SlotsFiles(paths.slots)
        self._open_key_file = paths.key
        self._branch = branch
        self._machine = machine
        self._cost = cost
        self._new_id = new_id
        self._held: KeyGeneration | None = None
        self._turn = threading.RLock()

    # before anybody signs in

    def state(self) -> VaultState:
        if not self._branch.file.exists():
            # killed while it was founded: there was no branch yet
            unfinished = not self._slots.there or self._branch.founding.exists()
            return VaultState.EMPTY if unfinished else VaultState.DATABASE_MISSING
        if self._slots.readable:
            return VaultState.READY
        # also killed while it was taken over: nobody has been told a recovery code yet
        if self._open_key_file.exists() and not self._slots.present_lies_there:
            return VaultState.OPEN_KEY_FILE
        return VaultState.PREVIOUS_SLOTS if self._slots.previous_readable else VaultState.SLOTS_MISSING

    def slots(self) -> tuple[Slot, ...]:
        return tuple(
            Slot(slot.officer_id, slot.name, slot.one_time)
            for slot in self._slots.read().slots
            if slot.officer_id != RECOVERY
        )

    def made_elsewhere(self) -> frozenset[int]:
        slots = self._slots.read()
        marks = {slot.machine for slot in slots.slots if slot.machine is not None}
        strange = {mark for mark in marks if self._machine.of(slots.database_id, mark) is None}
        return frozenset(slot.officer_id for slot in slots.slots if slot.machine in strange)

    @property
    def database_id(self) -> str:
        return self._slots.read().database_id

    @property
    def is_open(self) -> bool:
        return self._held is not None

    # coming in

    def open(self, officer_id: int, password: str) -> None:
        with self._turn:
            slots = self._slots.read()
            self._enter(slots, opened_by_password(slots, officer_id, password, self._machine))

    def open_with_recovery_code(self, code: str) -> None:
        with self._turn:
            slots = self._slots.read()
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
            self._slots.write(slots.with_slot(slot), held.key, revoking=slots.slot(officer.id) is not None)

    def rename(self, officer: Officer) -> None:
        with self._turn:
            slots, held = self.proven()
            slot = slots.slot(officer.id)
            if slot is not None:
                self._slots.write(slots.with_slot(replace(slot, name=officer.name)), held.key)

    def remove(self, officer_id: int) -> None:
        with self._turn:
            slots, held = self.proven()
            if officer_id == RECOVERY or slots.slot(officer_id) is None:
                return
            self._slots.write(replace(slots.without(officer_id), rekey_due=True), held.key, revoking=True)

    def new_recovery_code(self) -> str:
        with self._turn:
            slots, held = self.proven()
            code, slot = self._recovery(slots.database_id, held)
            self._slots.write(slots.with_slot(slot), held.key, revoking=True)
            return code

    @property
    def rekey_due(self) -> bool:
        return self._slots.read().rekey_due

    def rekey(self, watch: Watch = never_mind) -> None:
        with self._turn:
            slots, held = self.proven()
            self._branch.prepare_to_re_encrypt()
            following = KeyGeneration(held.number + 1, DatabaseKey.drawn())
            self._slots.write(_with_keys(slots, held, following), following.key, revoking=True)
            self.close()
            try:
                self._branch.re_encrypt(held.key, following.key, watch)
            finally:
                self._open_newest(slots, (following, held))

    def use_previous_slots(self) -> None:
        with self._turn:
            self._slots.use_previous()

    def proven(self) -> tuple[KeySlots, KeyGeneration]:
        """The slots as the holder of the key left them, and that key; the database must be open."""
        with self._turn:
            if self._held is None:
                raise StorageUnavailable(Problem.DATABASE_LOCKED)
            slots = self._slots.read()
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
            self._finish_adopting()  # of a branch that was killed while it was taken over

    def _open_newest(self, slots: KeySlots, generations: tuple[KeyGeneration, ...]) -> None:
        """Two keys mean a re-key, perhaps a killed one: done if the new key fits already, else undone."""
        try:
            fits = self._open_with_first_fitting(generations)
            self._branch.drop_unfinished()
            if len(generations) > 1:
                due = slots.rekey_due and fits is not generations[0]
                self._slots.write(replace(_with_keys(slots, fits), rekey_due=due), fits.key, revoking=True)
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

    def _open_with(self, generation: KeyGeneration, *, begins: bool = False) -> None:
        self._branch.open(generation.key, begins=begins)
        self._held = generation

    def _found_anew(
        self, administrator: Officer, password: str, begun: Callable[[UnitOfWork, Officer], None]
    ) -> str:
        # in this order: the unfinished database says that slots beside it are no branch's
        self._slots.remove()
        database_id, held = self._new_id(), KeyGeneration(1, DatabaseKey.drawn())

        def first(work: UnitOfWork) -> Officer:
            added = work.officers.add(administrator)
            begun(work, added)
            return added

        added = self._branch.build(held.key, first)
        code, slots = self._first_slots(database_id, added, password, held)
        self._slots.write(slots, held.key, revoking=True)
        self._branch.settle()
        self._open_with(held)
        return code

    def _adopt(
        self, administrator: Officer, password: str, begun: Callable[[UnitOfWork, Officer], None]
    ) -> str:
        """A database from before there were passwords: its key lay open beside it, so it gets another."""
        held = KeyGeneration(1, left_open(self._open_key_file))
        self._branch.prepare_to_re_encrypt()
        self._open_with(held, begins=True)
        try:
            with self._branch.begin() as work:
                added = _taken_over(work, administrator)
                begun(work, added)
                work.commit()
            code, slots = self._first_slots(self._new_id(), added, password, held)
            self._slots.write(replace(slots, rekey_due=True), held.key, revoking=True)
        except BaseException:
            self.close()
            raise
        self._finish_adopting()
        return code

    def _finish_adopting(self) -> None:
        try:
            if self.rekey_due:
                self.rekey()
            remove(self._open_key_file)
        except BaseException:
            self.close()
            raise

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
        return mixed(machine, password), mark


def _with_keys(slots: KeySlots, *generations: KeyGeneration) -> KeySlots:
    return replace(
        slots, slots=tuple(sealed_to(slots.database_id, slot, generations) for slot in slots.slots)
    )


def _taken_over(work: UnitOfWork, administrator: Officer) -> Officer:
    """The officer of that name becomes the administrator, or a new one comes."""
    for officer in work.officers.all():
        if officer.name.casefold() == administrator.name.casefold():
            promoted = replace(officer, name=administrator.name, role=administrator.role)
            work.officers.save(promoted)
            return promoted
    return work.officers.add(administrator)
