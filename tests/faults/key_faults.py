"""The keys under attack and under the axe: nobody in who does not belong, and nobody out who does."""

import contextlib
import json
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, select

from app.errors import LoketError, Problem, RuleBroken
from app.ports import VaultState
from db.branch_file import BranchFile
from db.key_slots import Cost, read
from db.keys import DatabaseKey, left_open
from db.tables import MemberRow
from db.vault import KeyVault
from tests.faults.fault_run import FaultRun
from tests.faults.key_worker import (
    MEMBERS,
    RINA,
    RINAS,
    Work,
    changing_passwords,
    dying_at,
    found_branch,
    found_open_key_branch,
    founding,
    password_number,
    rekeying,
    rekeying_once,
    tell_founding,
)
from tests.faults.killed import killed_at_random, programs
from tests.faults.soundness import unsound
from tests.vaults import AGUS, PASSWORD, vault_at

_ALPHABET = "abcdefghijklmnopqrstuvwxyz ABC0123456789!#-é日🔑\0"
_AT_FULL_COST = 5
_WORDED = {
    Problem.WRONG_PASSWORD,
    Problem.NOT_FOUND,
    Problem.KEY_SLOTS_DAMAGED,
    Problem.KEY_SLOTS_NEWER,
    Problem.MACHINE_SECRET_MISSING,
}


def guess_passwords(base: Path, guesses: int, seed: int = 11) -> FaultRun:
    """None opens; a few are tried at the cost that a branch pays."""
    found_branch(base / "cheap")
    vault, _ = vault_at(base / "cheap")
    chance = Random(seed)
    wrong = [_guessed(vault, _guess(chance)) for _ in range(guesses - _AT_FULL_COST)]
    dear, _ = vault_at(base / "dear", Cost())
    dear.found(AGUS, RINAS, tell_founding)
    dear.close()
    wrong += [_guessed(dear, _guess(chance), officer_id=1) for _ in range(_AT_FULL_COST)]
    dear.open(1, RINAS)
    dear.close()
    return FaultRun(guesses, wrong.count(""), tuple(filter(None, wrong)))


def tamper_with_slots(base: Path, changes: int, seed: int = 12) -> FaultRun:
    """A changed file opens nothing but the true database, by nothing but the true password, and whatever
    is wrong is one of the problems that have words."""
    found_branch(base)
    file, chance = base / "loket.keys", Random(seed)
    whole = file.read_bytes()
    true, told, wrong = read(whole), 0, list[str]()
    for turn in range(changes):
        changed = _changed_bytes(whole, chance) if turn % 2 else _changed_field(whole, chance)
        file.write_bytes(changed)
        vault, branch = vault_at(base)
        try:
            vault.open(2, RINAS)
        except LoketError as error:
            told += 1
            if error.problem not in _WORDED or vault.is_open or branch.is_open:
                wrong.append(f"turn {turn}: {error.problem}")
        except Exception as error:  # noqa: BLE001 - whatever is not worded is what is looked for
            wrong.append(f"turn {turn}: {type(error).__name__}")
        else:
            if (read(changed), read(changed).seal) != (true, true.seal) or _members(branch) != MEMBERS:
                wrong.append(f"turn {turn}: changed slots opened")
            vault.close()
    file.write_bytes(whole)
    wrong += _cannot_come_in(base)
    return FaultRun(changes, told, tuple(wrong))


def lose_slots(base: Path, losses: int, seed: int = 13) -> FaultRun:
    """The generation before opens where the present one is lost, and no branch is ever begun in its place."""
    found_branch(base)
    chance, wrong = Random(seed), list[str]()
    present, previous = base / "loket.keys", base / "loket.keys.previous"
    for turn in range(losses):
        _lose(present, chance)
        vault, _ = vault_at(base)
        if (state := vault.state()) is not VaultState.PREVIOUS_SLOTS:
            wrong.append(f"turn {turn}: {state}")
        wrong += _may_be_founded(vault, turn)
        vault.use_previous_slots()
        wrong += _cannot_come_in(base)
        kept = previous.read_bytes()
        _lose(previous, chance)
        wrong += _cannot_come_in(base)
        _lose(present, chance)
        if (state := vault.state()) is not VaultState.SLOTS_MISSING:
            wrong.append(f"turn {turn}: {state}")
        wrong += _may_be_founded(vault, turn)
        previous.write_bytes(kept)
        present.write_bytes(kept)
    return FaultRun(losses, losses, tuple(wrong))


def kill_rekeys(base: Path, kills: int, seed: int = 14) -> FaultRun:
    """The old key or the new one opens everything; never neither, and nothing is left of the other."""
    code = found_branch(base)
    chance, interrupted, wrong = Random(seed), 0, list[str]()
    for turn in range(kills):
        said = killed_at_random(rekeying, base, None, chance, longest=0.4)
        interrupted += len(read((base / "loket.keys").read_bytes()).slots[0].keys) == 2
        wrong += _after_rekey(base, code, f"turn {turn}", said)
    return FaultRun(kills, interrupted, tuple(wrong))


def kill_foundings(base: Path, kills: int, seed: int = 15) -> FaultRun:
    """The next start is a first start again, or the branch stands with its administrator in it."""
    chance, interrupted, wrong = Random(seed), 0, list[str]()
    for turn in range(kills):
        shutil.rmtree(base / "branch", ignore_errors=True)
        said = killed_at_random(founding, base / "branch", None, chance, longest=0.5)
        interrupted += len(said) < len(("founding", "code"))
        wrong += _after_founding(base / "branch", f"turn {turn}", said)
    return FaultRun(kills, interrupted, tuple(wrong))


def kill_take_overs(base: Path, kills: int, seed: int = 16) -> FaultRun:
    """A branch with an open key is taken over or not yet; either way it opens, and in the end its old key
    opens nothing."""
    found_open_key_branch(base / "before")
    old_key = left_open(base / "before" / "loket.key")
    chance, interrupted, wrong = Random(seed), 0, list[str]()
    for turn in range(kills):
        shutil.rmtree(base / "branch", ignore_errors=True)
        shutil.copytree(base / "before", base / "branch")
        said = killed_at_random(founding, base / "branch", None, chance, longest=0.1)
        interrupted += len(said) < len(("founding", "code"))
        wrong += _after_take_over(base / "branch", old_key, f"turn {turn}")
    return FaultRun(kills, interrupted, tuple(wrong))


def kill_at_file_steps(base: Path, kills: int) -> FaultRun:
    """The same three, killed before each file that is synced, renamed or removed, or before so many of
    them, spread evenly."""
    code = found_branch(base / "rekeyed")
    found_open_key_branch(base / "taken")
    (base / "founded").mkdir()
    old_key = left_open(base / "taken" / "loket.key")
    done, wrong, branch = 0, list[str](), base / "branch"
    for before, work in (("rekeyed", rekeying_once), ("founded", founding), ("taken", founding)):
        steps = range(1, _die_at(0, work, base / before, branch)[-1] + 1)
        for step in steps[:: max(1, 3 * len(steps) // kills)]:
            said, told = _die_at(step, work, base / before, branch), f"{before}, step {step}"
            if before == "rekeyed":
                wrong += _after_rekey(branch, code, told, said)
            elif before == "founded":
                wrong += _after_founding(branch, told, said)
            else:
                wrong += _after_take_over(branch, old_key, told)
            done += 1
    return FaultRun(done, done, tuple(wrong))


def kill_password_changes(base: Path, kills: int, seed: int = 17) -> FaultRun:
    """What was acknowledged holds: the new password opens and the one before does not, in neither
    generation of the slots."""
    found_branch(base)
    chance, done, wrong, last = Random(seed), 0, list[str](), 0
    vault, _ = vault_at(base)
    vault.open(1, PASSWORD)
    vault.set_password(RINA, password_number(last), one_time=False)
    vault.close()
    for turn in range(kills):
        said = killed_at_random(changing_passwords, base, last, chance, longest=0.1)
        done += max(0, len(said) - 1)
        acknowledged = said[-1] if said else last
        for generation in ("present", "previous"):
            vault, _ = vault_at(base)
            if generation == "previous":
                vault.use_previous_slots()
            # acknowledged last, or the change that was under way
            opening = [number for number in (acknowledged, acknowledged + 1) if _opens(vault, number)]
            if len(opening) != 1 or _opens(vault, acknowledged - 1):
                wrong.append(f"turn {turn}: {generation}: {opening} open after {acknowledged}")
            last = opening[-1] if opening else acknowledged
    return FaultRun(kills, done, tuple(wrong))


def _die_at(step: int, work: Work, before: Path, branch: Path) -> list[Any]:
    """Everything a program said over a fresh copy of ``before`` until it died; ``step`` 0 lets it live."""
    shutil.rmtree(branch, ignore_errors=True)
    shutil.copytree(before, branch)
    context = programs()
    hear, say = context.Pipe(duplex=False)
    program = context.Process(target=dying_at, args=(step, work, branch, say))
    program.start()
    say.close()
    said = []
    with contextlib.suppress(EOFError):
        while True:
            said.append(hear.recv())
    program.join()
    assert program.exitcode == (-signal.SIGKILL if step else 0), f"it ended with {program.exitcode}"
    return said


def _after_rekey(base: Path, code: str, turn: str, said: list[Any]) -> list[str]:
    vault, branch = vault_at(base)
    try:
        vault.open(2, RINAS)
        wrong = _not_whole(branch, turn)
        if said and vault.proven()[1].number < said[-1]:
            wrong.append(f"{turn}: an acknowledged key is gone")
        vault.close()
        vault.open_with_recovery_code(code)
    except LoketError as error:
        return [f"{turn}: {error.problem}"]
    finally:
        vault.close()
    return wrong + [f"{turn}: {left.name} is left" for left in base.glob("*.rekeyed*")]


def _after_founding(base: Path, turn: str, said: list[Any]) -> list[str]:
    vault, branch = vault_at(base)
    state, codes, wrong = vault.state(), said[1:], list[str]()
    if state is VaultState.EMPTY:
        if codes:
            wrong.append(f"{turn}: an acknowledged branch is gone")
        codes = [vault.found(AGUS, PASSWORD, tell_founding)]
    elif state is VaultState.READY:
        vault.open(1, PASSWORD)
    else:
        return [f"{turn}: {state}"]
    with branch.look() as work:
        names, entries = [officer.name for officer in work.officers.all()], work.journal.head().length
    if (names, entries) != ([AGUS.name], 1):
        wrong.append(f"{turn}: half a branch")
    wrong += [f"{turn}: {told}" for told in unsound(branch)]
    vault.close()
    for code in codes:
        vault.open_with_recovery_code(code)
        vault.close()
    return wrong


def _after_take_over(base: Path, old_key: DatabaseKey, turn: str) -> list[str]:
    vault, branch = vault_at(base)
    state = vault.state()
    try:
        if state is VaultState.OPEN_KEY_FILE:
            vault.found(AGUS, PASSWORD, tell_founding)
        else:
            vault.open(1, PASSWORD)
        wrong = _not_whole(branch, turn)
    except LoketError as error:
        return [f"{turn}: {state}: {error.problem}"]
    finally:
        vault.close()
    if (base / "loket.key").exists():
        wrong.append(f"{turn}: the open key is left")
    try:
        branch.open(old_key)
    except LoketError:
        return wrong
    branch.close()
    return [*wrong, f"{turn}: the old key still opens"]


def _guess(chance: Random) -> str:
    """What a guesser might try: the password but for a slip, another's password, anything."""
    at = chance.randrange(len(RINAS))
    letter = chance.choice(_ALPHABET.replace(RINAS[at], ""))
    return chance.choice(
        (
            RINAS[:at] + letter + RINAS[at + 1 :],
            RINAS[:at] + letter + RINAS[at:],
            RINAS[:at] + RINAS[at + 1 :] if at else RINAS + RINAS,
            RINAS[: at + 1].upper() + RINAS[at + 1 :],
            PASSWORD,
            "".join(chance.choices(_ALPHABET, k=chance.randrange(40))),
        )
    )


def _guessed(vault: KeyVault, password: str, officer_id: int = 2) -> str:
    """Empty when it was refused as it should be."""
    try:
        vault.open(officer_id, password)
    except RuleBroken as told:
        return "" if told.problem is Problem.WRONG_PASSWORD else f"{told.problem}"
    vault.close()
    return "a wrong password opened"


def _changed_bytes(whole: bytes, chance: Random) -> bytes:
    changed = bytearray(whole)
    for _ in range(chance.choice((1, 1, 1, 8))):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at] = chance.choice(b"0123456789abcdef")
            case 2:
                del changed[at : at + chance.randrange(1, 200)]
            case _:
                changed[at:at] = bytes(changed[:at][-chance.randrange(1, 200) :])
        if not changed:
            break
    return bytes(changed)


def _changed_field(whole: bytes, chance: Random) -> bytes:
    """One value exchanged for another of the file, for one of another kind, or slots moved about."""
    plain = json.loads(whole)
    slots = plain["slots"]
    match chance.randrange(6):
        case 0:
            chance.shuffle(slots)
        case 1:
            slots.pop(chance.randrange(len(slots)))
        case 2:
            one, other = chance.sample(slots, 2)
            field = chance.choice(
                ("officer", "name", "kdf", "public", "private", "keys", "machine", "one_time")
            )
            one[field], other[field] = other[field], one[field]
        case _:
            place, name = chance.choice(list(_places(plain)))
            place[name] = chance.choice(
                (_other(place[name], chance), None, -1, 10**12, "", [], {}, True, "00" * 32)
            )
    return json.dumps(plain).encode()


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a value in the file."""
    names = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for name in names:
        yield value, name
        yield from _places(value[name])


def _other(value: Any, chance: Random) -> Any:
    """As like it as can be."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + chance.choice((-1, 1))
    if isinstance(value, str) and value:
        at = chance.randrange(len(value))
        return value[:at] + chance.choice("0123456789abcdef") + value[at + 1 :]
    return value


def _lose(file: Path, chance: Random) -> None:
    content = file.read_bytes() if file.exists() else b""
    match chance.randrange(4):
        case 0:
            file.unlink(missing_ok=True)
        case 1:
            file.write_bytes(content[: chance.randrange(len(content) or 1)])
        case 2:
            file.write_bytes(bytes(len(content)))
        case _:
            file.write_bytes(chance.randbytes(len(content) or 100))


def _may_be_founded(vault: KeyVault, turn: int) -> list[str]:
    try:
        vault.found(AGUS, PASSWORD, tell_founding)
    except RuleBroken:
        return []
    return [f"turn {turn}: a branch was begun over a branch"]


def _cannot_come_in(base: Path) -> list[str]:
    vault, branch = vault_at(base)
    try:
        vault.open(1, PASSWORD)
    except LoketError as error:
        return [f"who belongs was kept out: {error.problem}"]
    whole = _members(branch) == MEMBERS
    vault.close()
    return [] if whole else ["members are missing"]


def _not_whole(branch: BranchFile, turn: str) -> list[str]:
    wrong = unsound(branch)
    if _members(branch) != MEMBERS:
        wrong.append("I1 members are missing")
    return [f"{turn}: {told}" for told in wrong]


def _members(branch: BranchFile) -> int:
    with branch.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(MemberRow)) or 0


def _opens(vault: KeyVault, number: int) -> bool:
    try:
        vault.open(2, password_number(number))
    except RuleBroken:
        return False
    vault.close()
    return True
