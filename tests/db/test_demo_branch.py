"""The demo branch has everything a first visitor may bring; seeding fills it to a whole branch."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from app.errors import LoketError, RuleBroken
from app.members.duplicates import near_dates
from app.members.member import MemberStatus
from app.members.membership import status_of
from app.members.nik import Nik
from app.paths import Paths
from app.ports import Begin
from db.before_sign_in import DEMO_DATABASE, DEMO_PASSWORD, before_sign_in
from db.demo_branch import ADMINISTRATOR, invent_branch
from db.seed import seed_members
from tests.branches import demo_branch, empty_branch
from tests.db.conftest import NOW, TODAY
from tests.vaults import PASSWORD


@pytest.fixture
def demo(begin: Begin) -> None:
    with begin() as work:
        invent_branch(work, work.officers.add(ADMINISTRATOR), NOW, "Loket 1")
        work.commit()


def test_the_demo_branch_has_officers_companies_numbers_and_blanks(begin: Begin, demo: None) -> None:
    with begin() as work:
        roles = [officer.role.value for officer in work.officers.all()]
        assert roles == ["administrator", "frontliner", "card_operator", "supervisor", "screening"]
        assert len(work.companies.like("", 50)) == 12
        assert work.number_blocks.level().left == 500
        assert work.stock.level("Loket 1").remaining == 50


def test_its_members_are_active_inactive_and_deceased_some_without_a_number(begin: Begin, demo: None) -> None:
    statuses: Counter[MemberStatus] = Counter()
    numberless = several = 0
    with begin() as work:
        for member_id in range(1, 300):
            member, held = work.members.by_id(member_id), work.members.memberships_of(member_id)
            statuses[status_of(member, held, TODAY)] += 1
            numberless += any(membership.kpj is None for membership in held)
            several += len(held) > 1
    assert statuses[MemberStatus.ACTIVE] > 200
    assert min(statuses[MemberStatus.INACTIVE], statuses[MemberStatus.DECEASED], numberless, several) >= 4


def test_some_people_seem_to_be_stored_twice(begin: Begin, demo: None) -> None:
    with begin() as work:
        people = [work.members.by_id(member_id) for member_id in range(1, 300)]
        alike = [work.members.alike(person.name.upper(), near_dates(person.birth_date)) for person in people]
    assert sum(len(found) > 1 for found in alike) >= 10  # both of each pair


def test_everybody_of_the_demo_branch_has_the_password_its_sign_in_page_tells(tmp_path: Path) -> None:
    branch = demo_branch(tmp_path, NOW)
    branch.vault.close()
    known = before_sign_in(Paths(tmp_path).slots)
    assert known.demo
    for officer_id in known.names:
        branch.vault.open(officer_id, DEMO_PASSWORD)
        branch.vault.close()
    assert list(known.names.values()) == [
        "Agus Wijaya",
        "Rina Pratiwi",
        "Budi Santoso",
        "Sri Wahyuni",
        "Dewi Lestari",
    ]


def test_a_real_branch_cannot_be_made_to_look_like_a_demo(tmp_path: Path) -> None:
    branch = empty_branch(tmp_path)
    branch.vault.close()
    slots = Paths(tmp_path).slots
    assert not before_sign_in(slots).demo
    slots.write_text(slots.read_text().replace(branch.vault.database_id, DEMO_DATABASE))
    assert before_sign_in(slots).demo
    with pytest.raises(LoketError):
        branch.vault.open(1, PASSWORD)


def test_a_seeded_branch_finds_its_people_by_number_name_and_birth(
    begin: Begin, engine: Engine, demo: None
) -> None:
    seed_members(engine, str.upper, 2_000, TODAY)
    with begin() as work:
        before = work.members.by_id(1)
        seeded = work.members.by_id(1_500)
        (membership, *_) = work.members.memberships_of(seeded.id)
        assert work.members.by_nik(seeded.nik) == seeded
        assert membership.kpj is not None
        assert work.members.by_kpj(membership.kpj) == seeded
        assert seeded.id in {person.member_id for person in work.members.with_name_like(seeded.name, 20)}
        assert work.members.alike(seeded.name, [seeded.birth_date])[0].name == seeded.name
        assert before.id in {person.member_id for person in work.members.with_name_like(before.name, 20)}
        added = work.members.add(replace(seeded, nik=Nik("3578014105900001"), name="ZULQARNAIN"))
        assert added.id in {person.member_id for person in work.members.with_name_like("ZULQARNAIN", 5)}


def test_seeding_twice_is_refused_and_changes_nothing(engine: Engine) -> None:
    seed_members(engine, str.upper, 100, TODAY)
    with pytest.raises(RuleBroken):
        seed_members(engine, str.upper, 200, TODAY)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM member")) == 100
        indexes = connection.scalar(text("SELECT count(*) FROM sqlite_master WHERE name LIKE 'ix_member%'"))
    assert indexes == 6
