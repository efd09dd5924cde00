"""Opening one's key slot is the sign-in; who fails, leaves or approves is told by the journal."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import LoketError, Problem, RuleBroken, YourEnvironment
from app.trust.approve_on_the_spot import Approvers
from app.trust.clock_check import ClockFault
from app.trust.journal import THE_PROGRAM, Action, Entry
from app.trust.officer import Role
from app.trust.permissions import Right, permit
from tests.app.trust.keeper import RINAS, SRIS, Keeper
from tests.builders import MORNING
from tests.vaults import AGUS, PASSWORD


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path)


@pytest.fixture(autouse=True)
def code(keeper: Keeper) -> str:
    """Of the branch, from its safe."""
    return keeper.found()


def refused(call: object, *arguments: object) -> RuleBroken:
    with pytest.raises(RuleBroken) as told:
        call(*arguments)  # type: ignore[operator]
    return told.value


def test_the_right_password_opens_the_branch_and_says_who_came(keeper: Keeper) -> None:
    came = keeper.sign_in(2, RINAS)
    assert (came.officer.name, came.officer.role) == ("Rina Pratiwi", Role.FRONTLINER)
    assert (came.must_change, came.clock_doubt) == (False, None)
    (entry,) = keeper.told(Action.SIGNED_IN)
    assert (entry.officer_id, entry.facts) == (2, {"database": "opened"})
    keeper.vault.close()


def test_a_wrong_password_opens_nothing(keeper: Keeper) -> None:
    assert refused(keeper.sign_in, 2, SRIS).problem is Problem.WRONG_PASSWORD
    assert (keeper.vault.is_open, keeper.file.is_open) == (False, False)


def test_a_guesser_is_shut_out_even_by_the_right_password_and_after_a_restart(keeper: Keeper) -> None:
    for _ in range(5):
        refused(keeper.sign_in, 2, "tebakan saja")
    assert refused(keeper.sign_in, 2, RINAS).problem is Problem.LOCKED_OUT
    again = keeper.started_again()
    assert refused(again.sign_in, 2, RINAS).facts == {"seconds": "60", "minutes": "1"}
    again.clock.forward(seconds=60)
    assert again.sign_in(2, RINAS).officer.id == 2
    again.vault.close()


def test_the_next_who_comes_in_finds_every_guess_in_the_journal(keeper: Keeper) -> None:
    for officer_id in (2, 3):
        refused(keeper.sign_in, officer_id, "tebakan saja")
        keeper.clock.forward(minutes=1)
    keeper.sign_in(3, SRIS)
    failed = keeper.told(Action.SIGN_IN_FAILED)
    assert [(entry.officer_id, entry.subject, entry.facts["failed_at"]) for entry in failed] == [
        (THE_PROGRAM, "officer:2", MORNING.isoformat()),
        (THE_PROGRAM, "officer:3", (MORNING + timedelta(minutes=1)).isoformat()),
    ]
    keeper.sign_in(3, SRIS)
    assert len(keeper.told(Action.SIGN_IN_FAILED)) == 2
    keeper.vault.close()


def test_another_officer_takes_over_while_the_database_stands_open(keeper: Keeper) -> None:
    keeper.sign_in(2, RINAS)
    assert keeper.sign_in(3, SRIS).officer.name == "Sri Wahyuni"
    assert keeper.told(Action.SIGNED_IN)[-1].facts == {"database": "stood_open"}
    assert refused(keeper.sign_in, 2, SRIS).problem is Problem.WRONG_PASSWORD
    assert keeper.vault.is_open
    keeper.vault.close()


def test_who_locks_the_counter_is_told_by_the_journal(keeper: Keeper) -> None:
    rina = keeper.sign_in(2, RINAS).officer
    keeper.lock(rina, idle=False)
    keeper.lock(rina, idle=True)
    assert [entry.facts["why"] for entry in keeper.told(Action.LOCKED)] == ["by_hand", "idle"]
    keeper.vault.close()


def test_a_removed_officer_whose_slot_is_still_there_does_not_come_in(keeper: Keeper) -> None:
    keeper.sign_in(1, PASSWORD)
    with keeper.file.begin() as work:
        rina = work.officers.by_id(2)
        work.officers.save(type(rina)(rina.name, rina.role, rina.id, MORNING.date()))
        work.commit()
    keeper.vault.close()
    assert refused(keeper.sign_in, 2, RINAS).problem is Problem.OFFICER_REMOVED
    assert not keeper.vault.is_open
    assert [entry.officer_id for entry in _told_to_agus(keeper)] == [1, 1]


def _told_to_agus(keeper: Keeper) -> list[Entry]:
    keeper.sign_in(1, PASSWORD)
    told = keeper.told(Action.SIGNED_IN)
    keeper.vault.close()
    return told


def test_a_slot_without_an_officer_does_not_come_in(keeper: Keeper) -> None:
    keeper.sign_in(1, PASSWORD)
    keeper.vault.set_password(type(AGUS)("Hantu", Role.FRONTLINER, 77), "kata sandi hantu", one_time=False)
    keeper.vault.close()
    assert refused(keeper.sign_in, 77, "kata sandi hantu").problem is Problem.NOT_FOUND
    assert not keeper.vault.is_open


def test_what_keeps_the_database_shut_is_no_failed_password(keeper: Keeper, tmp_path: Path) -> None:
    (tmp_path / "loket.machine").rename(tmp_path / "elsewhere")
    for _ in range(6):
        with pytest.raises(YourEnvironment) as told:
            keeper.sign_in(2, RINAS)
        assert told.value.problem is Problem.MACHINE_SECRET_MISSING
    (tmp_path / "elsewhere").rename(tmp_path / "loket.machine")
    assert keeper.sign_in(2, RINAS).officer.id == 2
    keeper.vault.close()


# one's own password


def test_who_came_in_with_a_one_time_password_may_do_nothing_before_it_is_changed(keeper: Keeper) -> None:
    keeper.sign_in(1, PASSWORD)
    with keeper.file.look() as work:
        sri = work.officers.by_id(3)
    keeper.vault.set_password(sri, "bata-rugi-pelo-taki-musa", one_time=True)
    came = keeper.sign_in(3, "bata-rugi-pelo-taki-musa")
    assert came.must_change
    for right in Right:
        with pytest.raises(RuleBroken) as told:
            permit(came.officer, right)
        assert told.value.problem is Problem.PASSWORD_MUST_CHANGE
    assert refused(keeper.choose_first, came.officer, "bata-rugi-pelo-taki-musa").problem is (
        Problem.PASSWORD_AS_BEFORE
    )
    assert refused(keeper.choose_first, came.officer, "pendek").problem is Problem.PASSWORD_TOO_SHORT
    sri = keeper.choose_first(came.officer, "gerimis di teras rumah")
    permit(sri, Right.APPROVE)
    assert not keeper.sign_in(3, "gerimis di teras rumah").must_change
    assert keeper.told(Action.PASSWORD_CHANGED)[-1].officer_id == 3
    assert refused(keeper.choose_first, came.officer, "lagi-lagi yang lain").problem is Problem.NOT_ALLOWED
    keeper.vault.close()


def test_ones_own_password_is_changed_by_who_knows_the_old_one(keeper: Keeper) -> None:
    rina = keeper.sign_in(2, RINAS).officer
    assert refused(keeper.change_own, rina, SRIS, "gerimis di teras").problem is Problem.WRONG_PASSWORD
    assert refused(keeper.change_own, rina, RINAS, "Rina-Pratiwi-1").problem is Problem.PASSWORD_TOO_EASY
    assert refused(keeper.change_own, rina, RINAS, RINAS).problem is Problem.PASSWORD_AS_BEFORE
    keeper.change_own(rina, RINAS, "gerimis di teras")
    keeper.vault.close()
    assert refused(keeper.sign_in, 2, RINAS).problem is Problem.WRONG_PASSWORD
    keeper.sign_in(2, "gerimis di teras")
    keeper.vault.close()


def test_guessing_the_old_password_is_counted_like_every_other_guess(keeper: Keeper) -> None:
    rina = keeper.sign_in(2, RINAS).officer
    for _ in range(5):
        refused(keeper.change_own, rina, "tebakan saja", "gerimis di teras")
    assert refused(keeper.change_own, rina, RINAS, "gerimis di teras").problem is Problem.LOCKED_OUT
    keeper.vault.close()


# a supervisor on the spot


def test_a_supervisor_approves_by_their_own_sign_in_for_one_thing(keeper: Keeper) -> None:
    keeper.sign_in(2, RINAS)
    approval = keeper.approve(3, SRIS, "visit:1:finding:ab", "  dicek ke Dukcapil ")
    assert (approval.supervisor_id, approval.reason) == (3, "dicek ke Dukcapil")
    assert keeper.seals.holds(approval)
    (entry,) = keeper.told(Action.APPROVAL_GIVEN)
    assert (entry.officer_id, entry.subject, entry.facts) == (3, "visit:1:finding:ab", {})
    keeper.vault.close()


@pytest.mark.parametrize(
    ("officer_id", "password", "reason", "problem"),
    [
        (3, RINAS, "alasan", Problem.WRONG_PASSWORD),
        (3, SRIS, "  ", Problem.REASON_MISSING),
        (2, RINAS, "alasan", Problem.NOT_ALLOWED),
        (1, PASSWORD, "alasan", Problem.NOT_ALLOWED),
    ],
)
def test_nobody_else_approves(
    keeper: Keeper, officer_id: int, password: str, reason: str, problem: Problem
) -> None:
    keeper.sign_in(2, RINAS)
    assert refused(keeper.approve, officer_id, password, "visit:1", reason).problem is problem
    assert keeper.told(Action.APPROVAL_GIVEN) == []
    keeper.vault.close()


def test_a_supervisor_with_a_one_time_password_signs_in_once_before_approving(keeper: Keeper) -> None:
    keeper.sign_in(1, PASSWORD)
    with keeper.file.look() as work:
        sri = work.officers.by_id(3)
    keeper.vault.set_password(sri, "bata-rugi-pelo-taki-musa", one_time=True)
    told = refused(keeper.approve, 3, "bata-rugi-pelo-taki-musa", "visit:1", "alasan")
    assert told.problem is Problem.PASSWORD_MUST_CHANGE
    keeper.vault.close()


def test_guessing_a_supervisors_password_at_the_counter_shuts_the_supervisor_out(keeper: Keeper) -> None:
    keeper.sign_in(2, RINAS)
    for _ in range(5):
        refused(keeper.approve, 3, "tebakan saja", "visit:1", "alasan")
    assert refused(keeper.approve, 3, SRIS, "visit:1", "alasan").problem is Problem.LOCKED_OUT
    keeper.vault.close()


def test_only_who_may_approve_is_called_to_the_counter(keeper: Keeper) -> None:
    keeper.sign_in(2, RINAS)
    assert [officer.name for officer in Approvers(keeper.file.look)()] == ["Sri Wahyuni"]
    keeper.vault.close()


# the recovery code


def test_the_recovery_code_gives_an_administrator_a_new_password(
    keeper: Keeper, code: str, tmp_path: Path
) -> None:
    (tmp_path / "loket.machine").unlink()
    assert [officer.name for officer in keeper.open_with_code(code)] == ["Agus Wijaya"]
    keeper.vault.close()
    came = keeper.sign_in_with_code(code, 1, "pagar kayu jati tua")
    permit(came.officer, Right.KEEP_OFFICERS)
    used, reset = keeper.told(Action.RECOVERY_CODE_USED, Action.PASSWORD_RESET)
    assert (used.officer_id, reset.subject) == (THE_PROGRAM, "officer:1")
    keeper.vault.close()
    assert keeper.sign_in(1, "pagar kayu jati tua").officer.id == 1
    keeper.vault.close()


def test_the_recovery_code_makes_nobody_administrator(keeper: Keeper, code: str) -> None:
    assert refused(keeper.sign_in_with_code, code, 2, "pagar kayu jati tua").problem is Problem.NOT_ALLOWED
    assert refused(keeper.sign_in_with_code, code, 1, "pendek").problem is Problem.PASSWORD_TOO_SHORT
    assert not keeper.vault.is_open
    keeper.sign_in(2, RINAS)
    keeper.vault.close()


def test_slips_of_the_pen_are_not_counted_and_wrong_codes_are(
    keeper: Keeper, code: str, tmp_path: Path
) -> None:
    other = Keeper(tmp_path / "other")
    others = other.found()
    for _ in range(9):
        assert refused(keeper.open_with_code, others[:-1]).problem is Problem.RECOVERY_CODE_MISTYPED
    for _ in range(5):
        assert refused(keeper.open_with_code, others).problem is Problem.RECOVERY_CODE_WRONG
    assert refused(keeper.open_with_code, code).problem is Problem.LOCKED_OUT


# the clock


@pytest.mark.parametrize(
    ("by", "fault"),
    [
        ({"days": -1}, ClockFault.BEHIND),
        ({"minutes": -6}, ClockFault.BEHIND),
        ({"days": 3653}, ClockFault.AHEAD),
        ({"days": 46}, ClockFault.AHEAD),
        ({"days": -365 * 56 - 14}, ClockFault.BEFORE_LOKET),
    ],
)
def test_a_clock_that_cannot_be_right_is_told_and_stops_no_work(
    keeper: Keeper, by: dict[str, float], fault: ClockFault
) -> None:
    keeper.sign_in(2, RINAS)
    keeper.vault.close()
    keeper.clock.forward(**by)
    came = keeper.sign_in(2, RINAS)
    assert came.clock_doubt is not None
    assert (came.clock_doubt.fault, came.clock_doubt.last) == (fault, MORNING)
    (entry,) = keeper.told(Action.CLOCK_MOVED)
    assert entry.facts == {"fault": fault.value, "last": MORNING.isoformat()}
    keeper.vault.close()


@pytest.mark.parametrize("by", [{"minutes": -4}, {"hours": 8}, {"days": 44}])
def test_a_night_a_holiday_and_a_clock_put_right_by_minutes_are_no_doubt(
    keeper: Keeper, by: dict[str, float]
) -> None:
    keeper.sign_in(2, RINAS)
    keeper.vault.close()
    keeper.clock.forward(**by)
    assert keeper.sign_in(2, RINAS).clock_doubt is None
    keeper.vault.close()


def test_a_sign_in_is_whole_or_not_at_all(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LoketError(Problem.DISK_FULL)

    with monkeypatch.context() as broken:
        broken.setattr("db.unit_of_work.SqlUnitOfWork.commit", fail)
        with pytest.raises(LoketError):
            keeper.sign_in(2, RINAS)
    assert not keeper.vault.is_open
    keeper.sign_in(2, RINAS)
    assert len(keeper.told(Action.SIGNED_IN)) == 1
    keeper.vault.close()
