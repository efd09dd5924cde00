"""Companies as the branch keeps them: those that wait longest first, saved as typed, told in the journal."""

from dataclasses import replace
from datetime import date

import pytest

from app.companies.company import Company
from app.companies.company_form import CompanyField, CompanyForm, form_of_company, read_company
from app.companies.find_companies import FindCompanies, ReadCompany
from app.companies.save_company import SaveCompany
from app.errors import Problem, RuleBroken
from app.findings import FindingCode, Severity
from app.members.membership import RiskClass, Segment
from app.members.npp import Npp
from app.ports import JournalWish
from app.trust.journal import Action, Entry
from tests.app.cards.desk import MORNING, CardDesk

REJEKI = CompanyForm(
    npp="1300 7478",
    division="001",
    name="PT Sumber Rejeki Abadi",
    relationship_officer="Dewi Anggraini",
    email="hrd@rejeki.example",
    address="Jl. Veteran 12",
    contributions_posted_on="15112026",
    data_entered_on="3 November 2026",
    segment="PU",
    risk_class="low",
    papers_password="kopi pagi",
)
NPP = Npp("13007478")


@pytest.fixture
def save(desk: CardDesk) -> SaveCompany:
    return SaveCompany(desk.begin, lambda: MORNING)


@pytest.fixture
def find(desk: CardDesk) -> FindCompanies:
    return FindCompanies(desk.begin)


def told(desk: CardDesk, action: Action) -> list[Entry]:
    day = MORNING.date()
    with desk.begin() as work:
        found = work.journal.find(JournalWish(day, day, actions=frozenset({action})), 10)
    return [stored.entry for stored in found]


def test_a_new_company_stands_with_everything_that_was_typed(desk: CardDesk, save: SaveCompany) -> None:
    saved = save(REJEKI, None, desk.wati)
    with desk.begin() as work:
        stored = work.companies.by_npp(NPP)
    assert stored == saved.read.company
    assert stored == Company(
        NPP,
        "PT Sumber Rejeki Abadi",
        "001",
        Segment.PU,
        RiskClass.LOW,
        "Dewi Anggraini",
        "hrd@rejeki.example",
        "Jl. Veteran 12",
        date(2026, 11, 3),
        date(2026, 11, 15),
        "kopi pagi",
    )
    assert [entry.subject for entry in told(desk, Action.COMPANY_REGISTERED)] == ["company:13007478"]


def test_the_form_of_a_stored_company_reads_back_as_that_company() -> None:
    company = read_company(REJEKI, MORNING.date()).company
    assert company is not None
    assert read_company(form_of_company(company), MORNING.date()).company == company


def test_each_field_that_cannot_be_read_is_told_by_itself_and_nothing_is_stored(
    desk: CardDesk, save: SaveCompany
) -> None:
    odd = replace(
        REJEKI,
        npp="123",
        name="  ",
        division="12345678901",
        email="hrd",
        contributions_posted_on="31-02-2026",
    )
    saved = save(odd, None, desk.wati)
    assert saved.read.company is None
    assert {at: found.code for at, found in saved.read.findings.items()} == {
        CompanyField.NPP: FindingCode.NPP_NOT_8_CHARACTERS,
        CompanyField.NAME: FindingCode.REQUIRED,
        CompanyField.DIVISION: FindingCode.TEXT_TOO_LONG,
        CompanyField.EMAIL: FindingCode.EMAIL_ODD,
        CompanyField.CONTRIBUTIONS_POSTED_ON: FindingCode.DATE_UNREADABLE,
    }
    with desk.begin() as work:
        assert work.companies.like("", 5) == ()


def test_letters_in_an_npp_are_told_and_keep_nothing_back() -> None:
    read = read_company(replace(REJEKI, npp="ab007478"), MORNING.date())
    assert read.company is not None
    assert read.company.npp == Npp("AB007478")
    assert read.findings[CompanyField.NPP].severity is Severity.WARN


def test_a_known_npp_cannot_be_registered_again(desk: CardDesk, save: SaveCompany) -> None:
    save(REJEKI, None, desk.wati)
    with pytest.raises(RuleBroken) as refused:
        save(replace(REJEKI, name="CV Lain"), None, desk.rina)
    assert refused.value.problem is Problem.COMPANY_ALREADY_STORED
    with desk.begin() as work:
        kept = work.companies.by_npp(NPP)
    assert kept is not None
    assert kept.name == "PT Sumber Rejeki Abadi"


def test_a_change_names_the_fields_and_not_what_was_typed(desk: CardDesk, save: SaveCompany) -> None:
    save(REJEKI, None, desk.wati)
    saved = save(replace(REJEKI, email="kantor@rejeki.example", papers_password="teh sore"), NPP, desk.rina)
    assert saved.before is not None
    assert saved.before.email == "hrd@rejeki.example"
    (entry,) = told(desk, Action.COMPANY_CHANGED)
    assert entry.facts == {"changed": "email papers_password"}
    assert entry.officer_id == desk.rina.id


def test_saving_what_stands_already_leaves_no_entry(desk: CardDesk, save: SaveCompany) -> None:
    save(REJEKI, None, desk.wati)
    save(REJEKI, NPP, desk.wati)
    assert told(desk, Action.COMPANY_CHANGED) == []


def test_an_npp_stays_its_companys_own(desk: CardDesk, save: SaveCompany) -> None:
    save(REJEKI, None, desk.wati)
    with pytest.raises(RuleBroken) as refused:
        save(replace(REJEKI, npp="13009999"), NPP, desk.wati)
    assert refused.value.problem is Problem.NOT_FOUND


def test_the_password_of_the_papers_is_not_told_by_the_form_itself() -> None:
    assert "kopi pagi" not in repr(REJEKI)


def test_who_waits_longest_stands_first_and_who_has_every_card_last(
    desk: CardDesk, save: SaveCompany, find: FindCompanies
) -> None:
    save(replace(REJEKI, npp="13000001", name="CV Anugerah"), None, desk.wati)
    save(REJEKI, None, desk.wati)
    desk.member(1)
    desk.member(2, "EKO PRASETYO")
    first, second = find("", desk.wati).lines
    assert (first.company.name, first.unprinted, first.since) == (
        "PT Sumber Rejeki Abadi",
        2,
        date(2026, 11, 3),
    )
    assert (second.company.name, second.unprinted, second.since) == ("CV Anugerah", 0, None)


def test_a_company_is_found_by_part_of_its_name_or_by_its_npp(
    desk: CardDesk, save: SaveCompany, find: FindCompanies
) -> None:
    save(replace(REJEKI, npp="13000001", name="CV Anugerah"), None, desk.wati)
    save(REJEKI, None, desk.wati)
    assert [line.company.name for line in find("rejeki", desk.wati).lines] == ["PT Sumber Rejeki Abadi"]
    assert [line.company.name for line in find("13000", desk.wati).lines] == ["CV Anugerah"]


def test_one_company_is_read_with_what_waits(desk: CardDesk, save: SaveCompany) -> None:
    save(REJEKI, None, desk.wati)
    desk.member(1)
    view = ReadCompany(desk.begin, lambda: MORNING)(NPP, desk.wati)
    assert (view.line.unprinted, view.line.company.name) == (1, "PT Sumber Rejeki Abadi")
    assert view.batches == ()
