"""After a move to another PC every officer has a way in, and nobody's who can come in is touched."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.cards.leave_numbers import LeaveNumbers
from app.cards.number_block import NumberBlock
from app.ports import JournalWish
from app.trust.journal import Action
from app.trust.last_sign_ins import LastSignIns
from app.trust.lock_out import LockOuts
from app.trust.officer import Role
from app.trust.officers import AddOfficer, ResetPassword
from app.trust.sign_in import SignIn
from app.trust.ways_in import GiveWaysIn
from tests.vaults import AGUS, PASSWORD, nothing_more, vault_at

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=7)))


def clock() -> datetime:
    return NOW


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """A branch of three whose machine's part of the secret is gone; the code opens it."""
    vault, file = vault_at(tmp_path)
    code = vault.found(AGUS, PASSWORD, nothing_more)
    add = AddOfficer(vault, file.begin, clock)
    for name, role in (("Rina Pratiwi", Role.FRONTLINER), ("Sri Wahyuni", Role.SUPERVISOR)):
        add(name, role, AGUS)
    vault.close()
    (tmp_path / "loket.machine").unlink()
    (tmp_path / "kode").write_text(code, encoding="ascii")
    return tmp_path


def test_everybody_but_the_administrator_gets_a_one_time_password(moved: Path) -> None:
    vault, file = vault_at(moved)
    vault.open_with_recovery_code((moved / "kode").read_text(encoding="ascii"))
    assert vault.made_elsewhere() == {1, 2, 3}
    vault.set_password(AGUS, PASSWORD, one_time=False)
    assert vault.made_elsewhere() == {2, 3}
    given = GiveWaysIn(vault, file.look, ResetPassword(vault, file.begin, clock))(AGUS)
    assert [one.officer.name for one in given] == ["Rina Pratiwi", "Sri Wahyuni"]
    assert vault.made_elsewhere() == frozenset()
    sign_in = SignIn(vault, file.begin, clock, LockOuts(moved / "loket.lockout", clock))
    assert all(sign_in(one.officer.id, one.password).must_change for one in given)
    vault.close()


def test_a_second_time_nobody_gets_another(moved: Path) -> None:
    vault, file = vault_at(moved)
    vault.open_with_recovery_code((moved / "kode").read_text(encoding="ascii"))
    vault.set_password(AGUS, PASSWORD, one_time=False)
    give = GiveWaysIn(vault, file.look, ResetPassword(vault, file.begin, clock))
    give(AGUS)
    assert give(AGUS) == ()
    vault.close()


def test_when_each_officer_last_came_in(moved: Path) -> None:
    vault, file = vault_at(moved)
    vault.open_with_recovery_code((moved / "kode").read_text(encoding="ascii"))
    vault.set_password(AGUS, PASSWORD, one_time=False)
    SignIn(vault, file.begin, clock, LockOuts(moved / "loket.lockout", clock))(AGUS.id, PASSWORD)
    assert dict(LastSignIns(file.look)(AGUS)) == {AGUS.id: NOW}
    vault.close()


def test_leaving_the_numbers_is_told_in_the_journal(moved: Path) -> None:
    vault, file = vault_at(moved)
    vault.open_with_recovery_code((moved / "kode").read_text(encoding="ascii"))
    with file.begin() as work:
        work.number_blocks.add(NumberBlock(900_000_001, 900_000_010, 900_000_004))
        work.commit()
    assert LeaveNumbers(file.begin, clock)(AGUS) == 7
    with file.look() as work:
        [stored] = work.journal.find(JournalWish(actions=frozenset({Action.NUMBERS_LEFT})), 2)
        assert work.number_blocks.level().left == 0
    assert dict(stored.entry.facts) == {"numbers": "7"}
    vault.close()
