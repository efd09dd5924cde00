"""The whole form: read completely, or told field by field why not."""

from collections import Counter
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.findings import FindingCode, Severity
from app.member_fields import MemberField
from app.members.kpj import Kpj
from app.members.member import Address, MaritalStatus, Member
from app.members.membership import Membership, Programme, RiskClass, Segment
from app.members.nik import Nik, Sex
from app.members.npp import Npp
from app.reference import Reference
from app.visit.member_form import KpjSource, MemberForm
from app.visit.read_form import ReadForm, in_field_order, read_form, suggestions

TODAY = date(2026, 11, 20)
FIELDS = [field.name for field in fields(MemberForm)]


def said(read: ReadForm) -> list[tuple[MemberField | None, FindingCode]]:
    assert {finding.severity for finding in read.findings} <= {Severity.BLOCK}
    return [(finding.field, finding.code) for finding in read.findings]


def test_a_complete_form_becomes_a_member_and_a_membership(siti: MemberForm, reference: Reference) -> None:
    read = read_form(siti, TODAY, reference)
    assert read.findings == ()
    assert read.member == Member(
        nik=Nik("3578015508920004"),
        name="SITI NUR RAHAYU",
        birth_date=date(1992, 8, 15),
        sex=Sex.FEMALE,
        birth_place="SURABAYA",
        marital_status=MaritalStatus.MARRIED,
        mother_name="SRI WAHYUNI",
        address=Address(street="Jl. Mawar 3", district="357801", postal_code="60221"),
        phone="+6281234567890",
        email="siti@contoh.id",
    )
    assert read.membership == Membership(
        segment=Segment.PU,
        programmes=frozenset(Programme),
        start_date=date(2026, 11, 3),
        npp=Npp("13007478"),
        company_name="PT Sumber Rejeki Abadi",
        division="000",
        wage=4_961_753,
        risk_class=RiskClass.VERY_LOW,
    )


def test_the_side_panel_knows_what_the_nik_says(siti: MemberForm, reference: Reference) -> None:
    read = read_form(MemberForm(nik=siti.nik), TODAY, reference)
    assert (read.nik, read.sex, read.birth_dates, read.region) == (
        Nik("3578015508920004"),
        Sex.FEMALE,
        (date(1992, 8, 15),),
        "Kec. Karang Pilang, Kota Surabaya",
    )
    assert read.member is None


def test_contributions_are_told_as_soon_as_the_wage_is_typed(reference: Reference) -> None:
    read = read_form(MemberForm(wage="4961753", risk_class="very_low"), TODAY, reference)
    assert sum(due.amount for due in read.contributions) == 476_328
    assert read.membership is None


def test_an_empty_form_asks_for_what_the_paper_asks(reference: Reference) -> None:
    asked = [
        MemberField.NIK,
        MemberField.NAME,
        MemberField.BIRTH_PLACE,
        MemberField.BIRTH_DATE,
        MemberField.SEX,
        MemberField.MOTHER_NAME,
        MemberField.ADDRESS,
        MemberField.DISTRICT,
        MemberField.PHONE,
        MemberField.NPP,
        MemberField.START_DATE,
        MemberField.WAGE,
    ]
    expected: list[tuple[MemberField | None, FindingCode]] = [
        (field, FindingCode.REQUIRED) for field in asked
    ]
    assert said(read_form(MemberForm(), TODAY, reference)) == expected


@pytest.mark.parametrize(("segment", "counted_from"), [("BPU", {MemberField.WAGE}), ("PMI", set())])
def test_without_an_employer_only_the_income_of_the_self_employed_is_asked(
    reference: Reference, segment: str, counted_from: set[MemberField]
) -> None:
    asked = {field for field, _code in said(read_form(MemberForm(segment=segment), TODAY, reference))}
    assert asked & {MemberField.NPP, MemberField.WAGE} == counted_from


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        (MemberField.NIK, "357801550892000", FindingCode.NIK_NOT_16_DIGITS),
        (MemberField.NAME, "Siti 2", FindingCode.NAME_ODD_CHARACTER),
        (MemberField.NAME, "S" * 61, FindingCode.NAME_TOO_LONG),
        (MemberField.BIRTH_PLACE, "Surabaya\u202e", FindingCode.NAME_HIDDEN_CHARACTER),
        (MemberField.BIRTH_DATE, "31-02-1992", FindingCode.DATE_UNREADABLE),
        (MemberField.BIRTH_DATE, "15-08-20", FindingCode.CENTURY_UNCLEAR),
        (MemberField.SEX, "perempuan", FindingCode.CHOICE_UNKNOWN),
        (MemberField.MARITAL_STATUS, "kawin", FindingCode.CHOICE_UNKNOWN),
        (MemberField.MOTHER_NAME, "\U0001f600", FindingCode.NAME_ODD_CHARACTER),
        (MemberField.FAMILY_CARD, "123", FindingCode.FAMILY_CARD_NOT_16_DIGITS),
        (MemberField.NPWP, "000000000000000", FindingCode.NPWP_CHECK_FAILS),
        (MemberField.ADDRESS, "x" * 201, FindingCode.TEXT_TOO_LONG),
        (MemberField.ADDRESS, "Jl. Mawar\x07", FindingCode.NAME_HIDDEN_CHARACTER),
        (MemberField.PROVINCE, "31", FindingCode.REGION_UNKNOWN),
        (MemberField.PROVINCE, "3", FindingCode.REGION_UNKNOWN),
        (MemberField.REGENCY, "3501", FindingCode.REGION_UNKNOWN),
        (MemberField.REGENCY, "35", FindingCode.REGION_UNKNOWN),
        (MemberField.DISTRICT, "357899", FindingCode.REGION_UNKNOWN),
        (MemberField.DISTRICT, "3578", FindingCode.REGION_UNKNOWN),
        (MemberField.PHONE, "0812 ibu", FindingCode.PHONE_HAS_LETTERS),
        (MemberField.SEGMENT, "", FindingCode.REQUIRED),
        (MemberField.SEGMENT, "XX", FindingCode.CHOICE_UNKNOWN),
        (MemberField.NPP, "1300747", FindingCode.NPP_NOT_8_CHARACTERS),
        (MemberField.DIVISION, "12345678901", FindingCode.DIVISION_TOO_LONG),
        (MemberField.START_DATE, "besok", FindingCode.DATE_UNREADABLE),
        (MemberField.WAGE, "5 juta", FindingCode.WAGE_UNREADABLE),
        (MemberField.WAGE, "0", FindingCode.WAGE_ZERO),
        (MemberField.RISK_CLASS, "tinggi", FindingCode.CHOICE_UNKNOWN),
        (MemberField.PROGRAMMES, "JKK JKN", FindingCode.CHOICE_UNKNOWN),
    ],
)
def test_each_field_that_cannot_be_read_blocks_its_own_half(
    siti: MemberForm, reference: Reference, field: MemberField, typed: str, code: FindingCode
) -> None:
    read = read_form(replace(siti, **{field.value: typed}), TODAY, reference)
    assert said(read) == [(field, code)]
    of_person = list(MemberField).index(field) < list(MemberField).index(MemberField.SEGMENT)
    assert (read.member is None, read.membership is None) == (of_person, not of_person)


def test_a_programme_the_segment_does_not_have_is_named(siti: MemberForm, reference: Reference) -> None:
    form = replace(siti, segment="BPU", programmes="JKK JKM JP JKP")
    [finding] = read_form(form, TODAY, reference).findings
    assert finding.code is FindingCode.PROGRAMME_NOT_IN_SEGMENT
    assert finding.facts == {"programmes": "JKP JP", "segment": "BPU"}


def test_chosen_programmes_are_kept_and_none_means_the_mandatory_ones(
    siti: MemberForm, reference: Reference
) -> None:
    chosen = read_form(replace(siti, programmes="JKM, JKK"), TODAY, reference).membership
    unchosen = read_form(replace(siti, segment="BPU"), TODAY, reference).membership
    assert chosen is not None
    assert unchosen is not None
    assert chosen.programmes == unchosen.programmes == {Programme.JKK, Programme.JKM}


@pytest.mark.parametrize(
    ("source", "typed", "kpj", "codes"),
    [
        (KpjSource.BLOCK, "", None, []),
        (KpjSource.BLOCK, "26004187326", None, []),  # what the screen showed is not what is taken
        (KpjSource.LATER, "", None, []),
        (KpjSource.TYPED, "26 0041 87326", Kpj("26004187326"), []),
        (KpjSource.TYPED, "", None, [FindingCode.REQUIRED]),
        (KpjSource.TYPED, "2600418732", None, [FindingCode.KPJ_NOT_11_CHARACTERS]),
        ("central", "26004187326", None, [FindingCode.CHOICE_UNKNOWN]),
    ],
)
def test_a_kpj_is_read_only_where_it_was_issued_before(
    siti: MemberForm,
    reference: Reference,
    source: str,
    typed: str,
    kpj: Kpj | None,
    codes: list[FindingCode],
) -> None:
    read = read_form(replace(siti, kpj=typed, kpj_source=source), TODAY, reference)
    assert [finding.code for finding in read.findings] == codes
    assert read.work.kpj == kpj


def test_the_nik_fills_birth_date_and_sex_only_where_they_are_empty(siti: MemberForm) -> None:
    assert suggestions(MemberForm(nik=siti.nik), TODAY) == {"birth_date": "15-08-1992", "sex": "female"}
    assert suggestions(MemberForm(nik=siti.nik, birth_date="16"), TODAY) == {"sex": "female"}
    assert suggestions(siti, TODAY) == {}
    assert suggestions(MemberForm(nik="35780155089200"), TODAY) == {}


def test_a_birth_date_of_two_possible_centuries_is_left_to_the_officer() -> None:
    assert suggestions(MemberForm(nik="3578010105200001"), TODAY) == {"sex": "male"}


def test_findings_come_in_the_order_of_the_paper(reference: Reference) -> None:
    read = read_form(MemberForm(province="x", kpj_source="typed"), TODAY, reference)
    assert read.findings == in_field_order(reversed(read.findings))
    order = list(MemberField)
    places = [order.index(field) for field, _code in said(read) if field]
    assert places == sorted(places)


typed_texts = st.one_of(
    st.text(max_size=70),
    st.sampled_from(
        ["", " ", "\u200b", "PU", "BPU", "JAKON", "PMI", "typed", "later", "female", "35", "357801"]
    ),
    st.text("0123456789 .-/+,Rp", max_size=20),
    st.dates(date(1890, 1, 1), date(2110, 1, 1)).map(lambda day: f"{day:%d%m%Y}"),
)
half_typed = st.dictionaries(st.sampled_from(FIELDS), typed_texts)


@given(changes=half_typed)
def test_whatever_is_typed_nothing_is_half_read(reference: Reference, changes: dict[str, str]) -> None:
    complete = MemberForm(
        nik="3578015508920004",
        name="SITI",
        birth_place="SURABAYA",
        birth_date="15081992",
        sex="female",
        mother_name="SRI",
        address="Jl. Mawar",
        district="357801",
        phone="08123456789",
        npp="13007478",
        start_date="03112026",
        wage="4961753",
    )
    read = read_form(replace(complete, **changes), TODAY, reference)
    concerned = Counter(
        list(MemberField).index(finding.field) < list(MemberField).index(MemberField.SEGMENT)
        for finding in read.findings
        if finding.field
    )
    assert (read.member is None) == bool(concerned[True])
    assert (read.membership is None) == bool(concerned[False])
    if read.member and read.membership:
        assert read.member.phone.startswith("+")
        assert read.membership.wage > 0 or read.membership.segment is Segment.PMI


@given(changes=half_typed)
def test_the_suggestions_never_touch_what_was_typed(changes: dict[str, str]) -> None:
    form = replace(MemberForm(nik="3578015508920004"), **changes)
    for name in suggestions(form, TODAY):
        assert not getattr(form, name).strip()
