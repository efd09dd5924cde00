"""Each machine has a secret of its own: in its keyring where it has one, else in a file."""

import os
import stat
import threading
from pathlib import Path

import pytest

from app.errors import Problem, YourEnvironment
from db.key_slots import SecretPlace
from db.machine_secret import MachineSecrets, SecretKeyring

BRANCH, ANOTHER = "ab" * 16, "cd" * 16


class Keyring:
    """As a system's keyring keeps its words."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str, /) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str, /) -> None:
        self.kept[service, name] = password


class Forgetful(Keyring):
    def set_password(self, service: str, name: str, password: str, /) -> None:
        pass


class Broken(Keyring):
    def get_password(self, service: str, name: str, /) -> str | None:
        raise RuntimeError("no session bus")

    set_password = get_password  # type: ignore[assignment]


class Waiting(Keyring):
    """Shows a dialog that nobody answers, until the test is over."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, name: str, /) -> str | None:
        self.answered.wait()
        return None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "loket.machine"


def kept_by(file: Path, keyring: SecretKeyring | None, patience: float = 30) -> MachineSecrets:
    return MachineSecrets(file, lambda: keyring, patience)


def test_the_keyring_keeps_it_where_there_is_one(file: Path) -> None:
    machine = kept_by(file, Keyring())
    secret, mark = machine.for_new_slot(BRANCH)
    assert (mark.place, len(secret)) == (SecretPlace.KEYRING, 32)
    assert machine.of(BRANCH, mark) == secret
    assert not file.exists()


@pytest.mark.parametrize("keyring", [None, Forgetful(), Broken()])
def test_a_file_keeps_it_where_no_keyring_does(file: Path, keyring: SecretKeyring | None) -> None:
    machine = kept_by(file, keyring)
    secret, mark = machine.for_new_slot(BRANCH)
    assert mark.place is SecretPlace.FILE
    assert kept_by(file, None).of(BRANCH, mark) == secret


@pytest.mark.skipif(os.name == "nt", reason="Windows guards the file by the user's profile, not by a mode")
def test_the_file_is_for_its_owner_alone(file: Path) -> None:
    kept_by(file, None).for_new_slot(BRANCH)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("keyring", [None, Keyring()])
def test_every_officer_of_a_branch_shares_it_and_no_other_branch_does(
    file: Path, keyring: SecretKeyring | None
) -> None:
    machine = kept_by(file, keyring)
    first = machine.for_new_slot(BRANCH)
    assert machine.for_new_slot(BRANCH) == first
    assert machine.for_new_slot(ANOTHER) != first


def test_a_keyring_that_appears_later_does_not_hide_the_file(file: Path) -> None:
    first = kept_by(file, None).for_new_slot(BRANCH)
    assert kept_by(file, Keyring()).for_new_slot(BRANCH) == first


@pytest.mark.parametrize("left", ["", "garbage", "\xff", f"{BRANCH}:00", f"{ANOTHER}:{'00' * 32}", None])
def test_a_lost_damaged_or_strange_file_holds_no_secret(file: Path, left: str | None) -> None:
    _, mark = kept_by(file, None).for_new_slot(BRANCH)
    file.unlink() if left is None else file.write_text(left, encoding="latin-1")
    assert kept_by(file, None).of(BRANCH, mark) is None


def test_the_secret_of_another_machine_is_not_taken_for_this_ones(tmp_path: Path) -> None:
    _, mark = kept_by(tmp_path / "a", None).for_new_slot(BRANCH)
    here = kept_by(tmp_path / "b", None)
    here.for_new_slot(BRANCH)
    assert here.of(BRANCH, mark) is None


def test_the_mark_in_the_slots_tells_nothing_of_the_secret(file: Path) -> None:
    secret, mark = kept_by(file, None).for_new_slot(BRANCH)
    assert len(mark.fingerprint) == 16
    assert mark.fingerprint not in secret.hex()


def test_a_keyring_waiting_for_ever_holds_up_nobody_for_ever(file: Path) -> None:
    keyring = Waiting()
    secret, mark = kept_by(file, keyring, patience=0.05).for_new_slot(BRANCH)
    keyring.answered.set()
    assert (mark.place, len(secret)) == (SecretPlace.FILE, 32)


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with pytest.raises(YourEnvironment) as told:
        kept_by(tmp_path / "taken" / "loket.machine", None).for_new_slot(BRANCH)
    assert told.value.problem is Problem.FILE_NOT_WRITTEN
