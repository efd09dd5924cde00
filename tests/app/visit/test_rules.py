"""Every rule: what sets it off, how severely, at which field, with which facts — and what does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.cards.earlier_card import EarlierCard
from app.cards.number_block import BlockLevel
from app.companies.company import Company
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import NamedPerson, PossibleDuplicate, Verdict
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership, Programme, Segment
from app.members.nik import Nik, Sex
from app.members.npp import Npp
from app.reference import Reference
from app.visit.member_form import MemberForm
from app.visit.read_form import in_field_order, read_form
from app.visit.rules import Known, check
from app.visit.visit import DocumentShown

TODAY = date(2026, 11, 20)
FULL = BlockLevel(left=400, total=500)
NPP = Npp("13007478")
COMPANY = Company(NPP, "PT Sumber Rejeki Abadi")
STORED = Member(Nik("3578015508920004"), "SITI NUR RAHAYU", date(1992, 8, 15), Sex.FEMALE, id=7)
STRANGER = replace(STORED, nik=Nik("3525015508920001"), id=8)

Said = tuple[FindingCode, Severity, MemberField | None]


@pytest.fixture
def known() -> Known:
    """A branch that knows the company, has numbers and compared the KTP."""
    return Known(block=FULL, document_shown=DocumentShown.KTP, company=COMPANY)


def said(form: MemberForm, known: Known, reference: Reference) -> list[Said]:
    findings = check(read_form(form, TODAY, reference), known, TODAY, reference)
    return [(finding.code, finding.severity, finding.field) for finding in findings]


def only(form: MemberForm, known: Known, reference: Reference) -> Finding:
    [finding] = check(read_form(form, TODAY, reference), known, TODAY, reference)
    return finding


def test_a_right_form_at_a_prepared_branch_has_no_finding(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    assert said(siti, known, reference) == []


FORM_RULES: list[tuple[dict[str, str], list[Said]]] = [
    (
        {"nik": "9901015508920004"},
        [(FindingCode.NIK_REGION_UNKNOWN, Severity.WARN, MemberField.NIK)],
    ),
    (
        {"birth_date": "16-08-1992"},
        [(FindingCode.NIK_BIRTH_DATE_DIFFERS, Severity.WARN, MemberField.BIRTH_DATE)],
    ),
    ({"sex": "male"}, [(FindingCode.NIK_SEX_DIFFERS, Severity.WARN, MemberField.SEX)]),
    (
        {"nik": "3578012111110004", "sex": "male", "birth_date": "21-11-2011"},
        [(FindingCode.AGE_BELOW_15, Severity.WARN, MemberField.BIRTH_DATE)],
    ),
    ({"nik": "3578012011110004", "sex": "male", "birth_date": "20-11-2011"}, []),
    (
        {"nik": "3578011911250004", "sex": "male", "birth_date": "19-11-1925"},
        [(FindingCode.AGE_ABOVE_100, Severity.WARN, MemberField.BIRTH_DATE)],
    ),
    ({"nik": "3578012111250004", "sex": "male", "birth_date": "21-11-1925"}, []),
    (
        {"nik": "3578010105200001", "sex": "male", "birth_date": ""},
        [
            (FindingCode.REQUIRED, Severity.BLOCK, MemberField.BIRTH_DATE),
            (FindingCode.CENTURY_UNCLEAR, Severity.NOTE, MemberField.BIRTH_DATE),
        ],
    ),
    (
        {"family_card": "3578013113100001"},
        [(FindingCode.FAMILY_CARD_DATE_ODD, Severity.WARN, MemberField.FAMILY_CARD)],
    ),
    ({"family_card": "3578013112100001"}, []),
    ({"npwp": "3578015508920005"}, [(FindingCode.NPWP_NIK_DIFFERS, Severity.WARN, MemberField.NPWP)]),
    ({"npwp": "3578015508920004"}, []),
    ({"npwp": "12.345.678.2-407.000"}, []),
    ({"phone": "0812 345"}, [(FindingCode.PHONE_LENGTH_ODD, Severity.WARN, MemberField.PHONE)]),
    ({"phone": "0999 1234 5678"}, [(FindingCode.PHONE_PREFIX_ODD, Severity.WARN, MemberField.PHONE)]),
    ({"email": "siti.contoh.id"}, [(FindingCode.EMAIL_ODD, Severity.WARN, MemberField.EMAIL)]),
    ({"email": "siti@contoh"}, [(FindingCode.EMAIL_ODD, Severity.WARN, MemberField.EMAIL)]),
    ({"email": ""}, []),
    ({"postal_code": "6022"}, [(FindingCode.POSTAL_CODE_ODD, Severity.WARN, MemberField.POSTAL_CODE)]),
    ({"postal_code": ""}, []),
    (
        {"company_name": "PT Lain"},
        [(FindingCode.COMPANY_NAME_DIFFERS, Severity.WARN, MemberField.COMPANY_NAME)],
    ),
    ({"company_name": "pt sumber rejeki abadi"}, []),
    ({"company_name": ""}, []),
    (
        {"start_date": "14-08-1992"},
        [
            (FindingCode.START_DATE_BEFORE_BIRTH, Severity.BLOCK, MemberField.START_DATE),
            (FindingCode.START_DATE_LONG_AGO, Severity.WARN, MemberField.START_DATE),
        ],
    ),
    ({"start_date": "21-12-2026"}, []),
    (
        {"start_date": "22-12-2026"},
        [(FindingCode.START_DATE_FAR_AHEAD, Severity.WARN, MemberField.START_DATE)],
    ),
    ({"start_date": "19-11-2025"}, []),
    (
        {"start_date": "18-11-2025"},
        [(FindingCode.START_DATE_LONG_AGO, Severity.WARN, MemberField.START_DATE)],
    ),
    ({"wage": "496.175"}, [(FindingCode.WAGE_UNUSUAL, Severity.WARN, MemberField.WAGE)]),
    ({"wage": "999.999"}, [(FindingCode.WAGE_UNUSUAL, Severity.WARN, MemberField.WAGE)]),
    ({"wage": "1.000.000"}, []),
    ({"wage": "100.000.000"}, []),
    ({"wage": "100.000.001"}, [(FindingCode.WAGE_UNUSUAL, Severity.WARN, MemberField.WAGE)]),
    (
        {"programmes": "JKK JKM JHT"},
        [(FindingCode.PROGRAMME_MISSING, Severity.WARN, MemberField.PROGRAMMES)],
    ),
    ({"risk_class": ""}, [(FindingCode.RATE_MISSING, Severity.NOTE, MemberField.PROGRAMMES)]),
    ({"wage": ""}, [(FindingCode.REQUIRED, Severity.BLOCK, MemberField.WAGE)]),
    (
        {"kpj_source": "typed", "kpj": "99J80012345"},
        [(FindingCode.KPJ_HAS_LETTERS, Severity.WARN, MemberField.KPJ)],
    ),
    ({"kpj_source": "typed", "kpj": "26004187326"}, []),
    ({"kpj_source": "later"}, [(FindingCode.KPJ_FOLLOWS_LATER, Severity.WARN, MemberField.KPJ)]),
    (
        {"segment": "BPU"},
        [
            (FindingCode.COMPANY_NOT_ALLOWED, Severity.WARN, MemberField.NPP),
            (FindingCode.RATE_UNCERTAIN, Severity.NOTE, MemberField.PROGRAMMES),
        ],
    ),
    ({"segment": "JAKON"}, [(FindingCode.RATE_UNCERTAIN, Severity.NOTE, MemberField.PROGRAMMES)]),
    (
        {"segment": "PMI", "npp": "", "company_name": ""},
        [(FindingCode.RATE_MISSING, Severity.NOTE, MemberField.PROGRAMMES)],
    ),
]


@pytest.mark.parametrize(("changes", "findings"), FORM_RULES)
def test_what_is_typed_is_told_as_it_deserves(
    siti: MemberForm, known: Known, reference: Reference, changes: dict[str, str], findings: list[Said]
) -> None:
    if changes.get("npp") == "":
        known = replace(known, company=None)
    assert said(replace(siti, **changes), known, reference) == findings


def test_a_birth_date_ahead_is_blocked(siti: MemberForm, known: Known, reference: Reference) -> None:
    codes = [
        code for code, _severity, _field in said(replace(siti, birth_date="21-11-2026"), known, reference)
    ]
    assert FindingCode.BIRTH_DATE_IN_FUTURE in codes
    assert FindingCode.AGE_BELOW_15 not in codes


def test_the_finding_carries_both_dates_for_the_screen(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    facts = only(replace(siti, birth_date="16-08-1992"), known, reference).facts
    assert facts == {"typed": "16-08-1992", "nik": "15-08-1992"}


def test_rates_without_a_source_name_their_law(siti: MemberForm, known: Known, reference: Reference) -> None:
    facts = only(replace(siti, segment="JAKON"), known, reference).facts
    assert facts == {"programmes": "JKK", "certainty": "unknown", "law": "PP 44/2015"}


def test_an_uncompared_document_asks_for_a_reason(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    finding = only(siti, replace(known, document_shown=None), reference)
    assert (finding.code, finding.severity) == (FindingCode.DOCUMENT_NOT_COMPARED, Severity.WARN)


def test_the_same_nik_is_the_same_person(siti: MemberForm, known: Known, reference: Reference) -> None:
    finding = only(siti, replace(known, person=STORED), reference)
    assert (finding.code, finding.severity) == (FindingCode.PERSON_ALREADY_KNOWN, Severity.NOTE)
    assert finding.facts == {"member_id": "7"}


def test_a_stored_person_of_another_name_is_noticed_before_the_membership_goes_there(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    other = replace(STORED, name="DEWI LESTARI", birth_date=date(1992, 8, 16))
    assert said(siti, replace(known, person=other), reference) == [
        (FindingCode.PERSON_ALREADY_KNOWN, Severity.NOTE, MemberField.NIK),
        (FindingCode.PERSON_STORED_DIFFERENTLY, Severity.WARN, MemberField.NAME),
    ]
    respelt = replace(STORED, name="SITI NOER RAHAJU")
    assert FindingCode.PERSON_STORED_DIFFERENTLY not in [
        code for code, _severity, _field in said(siti, replace(known, person=respelt), reference)
    ]


def test_nobody_registers_the_dead(siti: MemberForm, known: Known, reference: Reference) -> None:
    dead = replace(STORED, deceased_on=date(2026, 1, 2))
    assert (FindingCode.PERSON_DECEASED, Severity.BLOCK, MemberField.NIK) in said(
        siti, replace(known, person=dead), reference
    )


def look_alike(decided: Verdict | None = None) -> PossibleDuplicate:
    person = NamedPerson(8, STRANGER.nik, STRANGER.name, "SITI NURAHAYU", STRANGER.birth_date)
    return PossibleDuplicate(person, 0.9666, decided)


def test_a_possible_duplicate_asks_the_officer_and_names_nobody(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    finding = only(siti, replace(known, look_alikes=(look_alike(),)), reference)
    assert (finding.code, finding.severity) == (FindingCode.PERSON_POSSIBLY_DUPLICATE, Severity.WARN)
    assert finding.facts == {"member_id": "8", "percent": "96", "nik": "3525••••••••0001"}


def test_who_was_decided_to_be_the_same_person_is_not_entered_again(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    finding = only(siti, replace(known, look_alikes=(look_alike(Verdict.SAME_PERSON),)), reference)
    assert finding.severity is Severity.BLOCK


def test_each_possible_duplicate_is_its_own_question(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    second = look_alike()
    second = replace(second, person=replace(second.person, member_id=9))
    read = read_form(siti, TODAY, reference)
    findings = check(read, replace(known, look_alikes=(look_alike(), second)), TODAY, reference)
    assert len({finding.key for finding in findings}) == 2


def test_an_unknown_company_is_registered_with_a_reason_and_a_name(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    stranger = replace(known, company=None)
    unknown = (FindingCode.COMPANY_UNKNOWN, Severity.WARN, MemberField.NPP)
    assert said(siti, stranger, reference) == [unknown]
    assert said(replace(siti, company_name=""), stranger, reference) == [
        unknown,
        (FindingCode.REQUIRED, Severity.BLOCK, MemberField.COMPANY_NAME),
    ]


def test_letters_in_an_npp_ask_for_a_reason(siti: MemberForm, known: Known, reference: Reference) -> None:
    form = replace(siti, npp="JJ012345", company_name="PT Lama")
    lettered = replace(known, company=Company(Npp("JJ012345"), "PT Lama"))
    assert said(form, lettered, reference) == [(FindingCode.NPP_HAS_LETTERS, Severity.WARN, MemberField.NPP)]


def membership(ended_on: date | None = None, npp: Npp = NPP) -> Membership:
    return Membership(
        Segment.PU, frozenset(Programme), date(2024, 1, 1), npp=npp, ended_on=ended_on, member_id=7, id=3
    )


@pytest.mark.parametrize(
    ("earlier", "asked"),
    [
        (membership(), True),
        (membership(ended_on=date(2026, 11, 21)), True),
        (membership(ended_on=date(2026, 11, 20)), False),
        (membership(npp=Npp("13000001")), False),
    ],
)
def test_a_second_membership_in_one_company_needs_a_supervisor(
    siti: MemberForm, known: Known, reference: Reference, earlier: Membership, asked: bool
) -> None:
    found = said(siti, replace(known, person=STORED, memberships=(earlier,)), reference)
    finding = (FindingCode.SAME_COMPANY_MEMBERSHIP, Severity.APPROVE, MemberField.NPP)
    assert (finding in found) is asked


@pytest.mark.parametrize(("days", "asked"), [(0, True), (30, True), (31, False)])
def test_a_card_printed_lately_needs_a_supervisor(
    siti: MemberForm, known: Known, reference: Reference, days: int, asked: bool
) -> None:
    earlier = EarlierCard(7, 1, TODAY - timedelta(days=days))
    found = said(siti, replace(known, earlier_card=earlier), reference)
    assert found == (
        [(FindingCode.CARD_PRINTED_RECENTLY, Severity.APPROVE, MemberField.KPJ)] if asked else []
    )


def test_a_card_printed_lately_is_told_with_its_receipt_and_who_took_it(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    earlier = EarlierCard(7, 1, TODAY, "TT-2026-000017", "DEWI LESTARI")
    finding = only(siti, replace(known, earlier_card=earlier), reference)
    assert (finding.facts["receipt"], finding.facts["collector"]) == ("TT-2026-000017", "DEWI LESTARI")


def test_a_kpj_belongs_to_one_person_only(siti: MemberForm, known: Known, reference: Reference) -> None:
    form = replace(siti, kpj_source="typed", kpj="26004187326")
    finding = only(form, replace(known, kpj_owner=STRANGER), reference)
    assert (finding.code, finding.severity) == (FindingCode.KPJ_OF_ANOTHER_PERSON, Severity.BLOCK)
    assert finding.facts == {"member_id": "8", "nik": "3525••••••••0001"}


def test_a_kpj_the_person_already_has_is_not_stored_twice(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    form = replace(siti, kpj_source="typed", kpj="26004187326")
    finding = only(form, replace(known, kpj_owner=STORED), reference)
    assert (finding.code, finding.severity) == (FindingCode.KPJ_ALREADY_STORED, Severity.BLOCK)


def test_a_typed_number_of_the_branchs_own_block_asks_for_a_reason(
    siti: MemberForm, known: Known, reference: Reference
) -> None:
    form = replace(siti, kpj_source="typed", kpj="26004187326")
    finding = only(form, replace(known, number_ahead=True), reference)
    assert (finding.code, finding.severity) == (FindingCode.KPJ_INSIDE_NUMBER_BLOCK, Severity.WARN)
    assert finding.facts == {"kpj": Kpj("26004187326").text}


@pytest.mark.parametrize(
    ("level", "finding"),
    [
        (BlockLevel(51, 500), None),
        (BlockLevel(50, 500), (FindingCode.NUMBER_BLOCK_LOW, Severity.NOTE, MemberField.KPJ)),
        (BlockLevel(0, 500), (FindingCode.NUMBER_BLOCK_EMPTY, Severity.BLOCK, MemberField.KPJ)),
        (BlockLevel(0, 0), (FindingCode.NUMBER_BLOCK_EMPTY, Severity.BLOCK, MemberField.KPJ)),
    ],
)
def test_a_block_running_out_is_told_and_an_empty_one_blocks(
    siti: MemberForm, known: Known, reference: Reference, level: BlockLevel, finding: Said | None
) -> None:
    scarce = replace(known, block=level)
    assert said(siti, scarce, reference) == ([finding] if finding else [])
    typed = replace(siti, kpj_source="typed", kpj="26004187326")
    assert said(typed, scarce, reference) == []


def test_all_findings_are_told_at_once_in_field_order(known: Known, reference: Reference) -> None:
    form = MemberForm(nik="3578015508920004", birth_date="16081992", sex="male", kpj_source="later")
    read = read_form(form, TODAY, reference)
    findings = check(read, replace(known, document_shown=None), TODAY, reference)
    assert findings == in_field_order(findings)
    codes = [finding.code for finding in findings]
    assert codes[0] is FindingCode.DOCUMENT_NOT_COMPARED
    assert {FindingCode.REQUIRED, FindingCode.NIK_SEX_DIFFERS, FindingCode.KPJ_FOLLOWS_LATER} <= set(codes)
