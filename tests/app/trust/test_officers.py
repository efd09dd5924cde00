"""The administrator keeps the officers, and can never lock the branch out of itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import Problem, RuleBroken
from app.trust.found_branch import FoundBranch, Founding
from app.trust.journal import Action
from app.trust.officer import Officer, Role
from app.trust.officers import (
    AddOfficer,
    ChangeRole,
    RekeyDatabase,
    RemoveOfficer,
    RenameOfficer,
    RenewRecoveryCode,
    ResetPassword,
    SeeStaff,
    StaffMember,
)
from tests.app.trust.keeper import RINAS, Keeper
from tests.builders import TODAY
from tests.vaults import PASSWORD


class Office(Keeper):
    """Agus is signed in."""

    def open(self) -> "Office":
        way_in = (self.vault, self.file.begin, self.clock)
        self.see = SeeStaff(self.vault, self.file.look)
        self.add, self.rename, self.reset = (
            AddOfficer(*way_in),
            RenameOfficer(*way_in),
            ResetPassword(*way_in),
        )
        self.change_role = ChangeRole(self.file.begin, self.clock)
        self.remove, self.rekey = RemoveOfficer(*way_in), RekeyDatabase(*way_in)
        self.renew_code = RenewRecoveryCode(*way_in)
        self.agus = self.sign_in(1, PASSWORD).officer
        return self


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    office.found()
    yield office.open()
    office.vault.close()


def refused(call: object, *arguments: object) -> Problem:
    with pytest.raises(RuleBroken) as told:
        call(*arguments)  # type: ignore[operator]
    return told.value.problem


def test_a_new_officer_comes_in_once_with_the_password_on_the_slip(office: Office) -> None:
    made = office.add("  Budi   Santoso ", Role.CARD_OPERATOR, office.agus)
    assert (made.officer.name, made.officer.role, made.officer.id) == ("Budi Santoso", Role.CARD_OPERATOR, 4)
    office.vault.close()
    came = office.sign_in(4, made.password)
    assert came.must_change
    assert (office.told(Action.OFFICER_ADDED)[0].subject) == "officer:4"
    budi = office.choose_first(came.officer, "kereta malam ke Malang")
    assert not budi.must_change_password


def test_the_staff_is_shown_with_who_has_a_way_in(office: Office) -> None:
    budi = office.add("Budi Santoso", Role.CARD_OPERATOR, office.agus).officer
    staff = office.see(office.agus)
    assert [(member.officer.id, member.may_sign_in, member.one_time) for member in staff.members] == [
        (1, True, False),
        (2, True, False),
        (3, True, False),
        (4, True, True),
    ]
    office.vault.remove(budi.id)  # as after a restore on another PC
    assert office.see(office.agus).members[-1] == StaffMember(budi, may_sign_in=False, one_time=False)


def test_who_chose_their_password_on_another_pc_has_no_way_in_on_this_one(tmp_path: Path) -> None:
    office = Office(tmp_path)
    code = office.found()
    (tmp_path / "loket.machine").unlink()
    agus = office.sign_in_with_code(code, 1, "pagar kayu jati tua").officer
    may = {
        member.officer.id: member.may_sign_in
        for member in SeeStaff(office.vault, office.file.look)(agus).members
    }
    assert may == {1: True, 2: False, 3: False}
    office.vault.close()


@pytest.mark.parametrize("name", ["Rina Pratiwi", "rina pratiwi", "  RINA  PRATIWI "])
def test_two_who_work_here_never_have_the_same_name(office: Office, name: str) -> None:
    assert refused(office.add, name, Role.SCREENING, office.agus) is Problem.OFFICER_NAME_TAKEN
    assert refused(office.rename, 3, name, office.agus) is Problem.OFFICER_NAME_TAKEN
    assert [slot.name for slot in office.vault.slots()] == ["Agus Wijaya", "Rina Pratiwi", "Sri Wahyuni"]
    office.rename(2, "Rina Pratiwi", office.agus)


@pytest.mark.parametrize("name", ["", "   ", "R" * 61, "Rina\u202ePratiwi", "Rina\x00"])
def test_what_is_no_name_is_refused(office: Office, name: str) -> None:
    assert refused(office.add, name, Role.SCREENING, office.agus) is Problem.OFFICER_NAME_MISSING


def test_the_name_of_who_left_is_free_again(office: Office) -> None:
    office.remove(2, office.agus)
    assert office.add("Rina Pratiwi", Role.SCREENING, office.agus).officer.id == 4


def test_a_renamed_officer_keeps_their_password(office: Office) -> None:
    office.rename(2, "Rina Pratiwi Putri", office.agus)
    office.vault.close()
    assert [slot.name for slot in office.vault.slots()][1] == "Rina Pratiwi Putri"
    assert office.sign_in(2, RINAS).officer.name == "Rina Pratiwi Putri"


def test_a_changed_role_holds_from_the_next_sign_in(office: Office) -> None:
    office.change_role(2, Role.SUPERVISOR, office.agus)
    assert office.sign_in(2, RINAS).officer.role is Role.SUPERVISOR
    (entry,) = office.told(Action.OFFICER_CHANGED)
    assert entry.facts == {"changed": "role", "was": "frontliner", "role": "supervisor"}


def test_a_reset_password_is_a_new_one_for_one_sign_in(office: Office) -> None:
    given = office.reset(2, office.agus)
    assert refused(office.sign_in, 2, RINAS) is Problem.WRONG_PASSWORD
    assert office.sign_in(2, given.password).must_change
    assert office.told(Action.PASSWORD_RESET)[0].subject == "officer:2"


def test_the_last_administrator_stays_one(office: Office) -> None:
    wati = office.add("Wati Susanti", Role.ADMINISTRATOR, office.agus).officer
    office.change_role(1, Role.FRONTLINER, wati)
    assert refused(office.change_role, 4, Role.FRONTLINER, Officer("", Role.ADMINISTRATOR, 9)) is (
        Problem.LAST_ADMINISTRATOR
    )
    assert refused(office.remove, 4, Officer("", Role.ADMINISTRATOR, 9)) is Problem.LAST_ADMINISTRATOR
    with office.file.look() as work:
        assert work.officers.by_id(4) == wati


def test_nobody_removes_demotes_or_resets_themselves(office: Office) -> None:
    office.add("Wati Susanti", Role.ADMINISTRATOR, office.agus)
    assert refused(office.remove, 1, office.agus) is Problem.NOT_ONESELF
    assert refused(office.change_role, 1, Role.SCREENING, office.agus) is Problem.NOT_ONESELF
    assert refused(office.reset, 1, office.agus) is Problem.NOT_ONESELF


def test_who_is_removed_neither_comes_in_nor_opens_anything_they_kept(office: Office) -> None:
    kept = {file.name: file.read_bytes() for file in office.base.glob("loket.keys*")}
    office.remove(2, office.agus)
    assert [entry.action for entry in office.told(Action.OFFICER_REMOVED, Action.DATABASE_REKEYED)] == [
        Action.OFFICER_REMOVED,
        Action.DATABASE_REKEYED,
    ]
    with office.file.look() as work:
        assert work.officers.by_id(2).removed_on == TODAY
        assert [officer.id for officer in work.officers.all()] == [1, 3]
    office.vault.close()
    for name, content in kept.items():
        (office.base / name).write_bytes(content)
    with pytest.raises(Exception, match="database_unreadable"):
        office.vault.open(2, RINAS)


def test_a_removal_that_was_interrupted_is_shown_and_finished(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_self: object) -> None:
        raise KeyboardInterrupt

    for step in ("remove", "rekey"):
        with monkeypatch.context() as interrupted:
            interrupted.setattr(f"db.vault.KeyVault.{step}", lambda *_: stop(None))
            with pytest.raises(KeyboardInterrupt):
                office.remove(2, office.agus)
        staff = office.see(office.agus)
        assert [officer.id for officer in staff.unfinished] == ([2] if step == "remove" else [])
        assert staff.rekey_due == (step == "rekey")
        assert refused(office.sign_in, 2, RINAS) in (Problem.OFFICER_REMOVED, Problem.NOT_FOUND)
    office.remove(2, office.agus)
    assert office.see(office.agus).rekey_due is False
    assert len(office.told(Action.OFFICER_REMOVED)) == 1


def test_who_is_gone_is_neither_renamed_nor_given_a_password(office: Office) -> None:
    office.remove(2, office.agus)
    assert refused(office.rename, 2, "Rina Lagi", office.agus) is Problem.NOT_FOUND
    assert refused(office.reset, 2, office.agus) is Problem.NOT_FOUND
    assert refused(office.change_role, 2, Role.SUPERVISOR, office.agus) is Problem.NOT_FOUND


def test_the_database_gets_another_key_by_hand(office: Office) -> None:
    before = office.vault.proven()[1]
    office.rekey(office.agus)
    assert office.vault.proven()[1].number == before.number + 1
    assert len(office.told(Action.DATABASE_REKEYED)) == 1


def test_a_renewed_recovery_code_is_told_by_the_journal(office: Office) -> None:
    code = office.renew_code(office.agus)
    assert [officer.id for officer in office.open_with_code(code)] == [1]
    assert len(office.told(Action.RECOVERY_CODE_RENEWED)) == 1


def test_what_could_not_be_written_leaves_the_officers_as_they_were(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("no disk")

    monkeypatch.setattr("db.slots_files.write_whole", full)
    for change in (
        lambda: office.add("Budi Santoso", Role.SCREENING, office.agus),
        lambda: office.rename(2, "Rina Baru", office.agus),
        lambda: office.reset(2, office.agus),
        lambda: office.renew_code(office.agus),
    ):
        with pytest.raises(OSError, match="no disk"):
            change()
    with office.file.look() as work:
        assert [officer.name for officer in work.officers.all()] == [
            "Agus Wijaya",
            "Rina Pratiwi",
            "Sri Wahyuni",
        ]
    assert office.told(Action.OFFICER_ADDED, Action.OFFICER_CHANGED, Action.PASSWORD_RESET) == []


# founding


def test_the_wizard_founds_a_branch_and_tells_its_code_once(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    found = FoundBranch(keeper.vault, keeper.clock, frozenset({"rahasia"}))
    founding = Founding("Kantor Cabang Bojonegoro", "Loket 2", " Agus  Wijaya", PASSWORD)
    founded = found(founding)
    assert (founded.administrator.id, founded.administrator.name) == (1, "Agus Wijaya")
    assert founded.database_id == keeper.vault.database_id
    (entry,) = keeper.told(Action.BRANCH_FOUNDED)
    assert (entry.officer_id, entry.facts) == (1, {})
    assert [officer.id for officer in keeper.open_with_code(founded.recovery_code)] == [1]
    keeper.vault.close()


@pytest.mark.parametrize(
    ("name", "password", "problem"),
    [
        ("", PASSWORD, Problem.OFFICER_NAME_MISSING),
        ("Agus Wijaya", "pendek", Problem.PASSWORD_TOO_SHORT),
        ("Agus Wijaya", "Rahasia-2026", Problem.PASSWORD_TOO_COMMON),
        ("Agus Wijaya", "bojonegoro-2026", Problem.PASSWORD_TOO_EASY),
        ("Agus Wijaya", "aguswijaya1", Problem.PASSWORD_TOO_EASY),
    ],
)
def test_nothing_is_founded_with_what_will_not_do(
    tmp_path: Path, name: str, password: str, problem: Problem
) -> None:
    keeper = Keeper(tmp_path)
    found = FoundBranch(keeper.vault, keeper.clock, frozenset({"rahasia"}))
    assert refused(found, Founding("Kantor Cabang Bojonegoro", "Loket 2", name, password)) is problem
    assert not (tmp_path / "loket.db").exists()
