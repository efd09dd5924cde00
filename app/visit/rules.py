"""Every rule over a form that was read and what the branch already knows: one function each.

A rule returns a finding or None. Where no source sets a figure, the figure is the branch's own sense of
what is unusual, and the finding only asks for a reason.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.cards.earlier_card import EarlierCard
from app.cards.number_block import BlockLevel
from app.companies.company import Company
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import ALIKE, PossibleDuplicate, Verdict
from app.members.email import could_be_an_address
from app.members.member import Member
from app.members.membership import Membership, Segment
from app.members.names import similarity
from app.members.nik import OLDEST, YOUNGEST, age
from app.reference import Reference
from app.services.contribution import Certainty
from app.visit.member_form import KpjSource
from app.visit.read_form import WITH_COMPANY, WITH_WAGE, ReadForm, in_field_order
from app.visit.visit import DocumentShown

USUAL_WAGE = range(1_000_000, 100_000_001)
"""Rupiah a month; outside it a zero too few or too many is likelier than such a wage."""

FARTHEST_AHEAD = timedelta(days=31)
LONGEST_AGO = timedelta(days=366)
"""How far from today a start date is usual."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the store found for a form. ``person`` has the typed NIK, ``kpj_owner`` the typed KPJ.

    ``earlier_card`` is the person's latest good card for the typed company. ``number_ahead``: the typed KPJ
    lies in the unused part of a block.
    """

    block: BlockLevel
    document_shown: DocumentShown | None = None
    person: Member | None = None
    memberships: tuple[Membership, ...] = ()
    kpj_owner: Member | None = None
    number_ahead: bool = False
    company: Company | None = None
    look_alikes: tuple[PossibleDuplicate, ...] = ()
    earlier_card: EarlierCard | None = None
    same_company_days: int = 30


@dataclass(frozen=True, slots=True)
class Subject:
    """What every rule looks at."""

    read: ReadForm
    known: Known
    on: date
    reference: Reference


Rule = Callable[[Subject], Finding | None]


def check(read: ReadForm, known: Known, on: date, reference: Reference) -> tuple[Finding, ...]:
    """All findings in field order: what could not be read, and what each rule has to say."""
    subject = Subject(read, known, on, reference)
    return in_field_order(
        [
            *read.findings,
            *[finding for rule in RULES if (finding := rule(subject)) is not None],
            *map(possible_duplicate, known.look_alikes),
            *uncertain_rates(subject),
        ]
    )


# what the numbers say


def nik_region_unknown(subject: Subject) -> Finding | None:
    """Retired codes live on in NIKs, so this never blocks."""
    nik = subject.read.nik
    if nik is None or subject.read.region is not None:
        return None
    return _warn(FindingCode.NIK_REGION_UNKNOWN, MemberField.NIK, region=nik.district)


def nik_birth_date_differs(subject: Subject) -> Finding | None:
    """A corrected birth date does not change the NIK (UU 23/2006 art. 13), so this never blocks."""
    nik, born = subject.read.nik, subject.read.person.birth_date
    if nik is None or born is None or nik.agrees_with(born):
        return None
    told = " / ".join(map(_shown, subject.read.birth_dates))
    return _warn(FindingCode.NIK_BIRTH_DATE_DIFFERS, MemberField.BIRTH_DATE, typed=_shown(born), nik=told)


def nik_sex_differs(subject: Subject) -> Finding | None:
    """The day in a woman's NIK is 40 higher."""
    told, typed = subject.read.sex, subject.read.person.sex
    if told is None or typed is None or told is typed:
        return None
    return _warn(FindingCode.NIK_SEX_DIFFERS, MemberField.SEX, typed=typed.value, nik=told.value)


def century_unclear(subject: Subject) -> Finding | None:
    """No plausible age decides between the two centuries the NIK can mean; the officer types the year."""
    dates = subject.read.birth_dates
    if subject.read.person.birth_date is not None or len(dates) < 2:
        return None
    return _note(
        FindingCode.CENTURY_UNCLEAR, MemberField.BIRTH_DATE, first=_shown(dates[0]), second=_shown(dates[1])
    )


def birth_date_in_future(subject: Subject) -> Finding | None:
    born = subject.read.person.birth_date
    if born is None or born <= subject.on:
        return None
    return _block(FindingCode.BIRTH_DATE_IN_FUTURE, MemberField.BIRTH_DATE)


def age_below_15(subject: Subject) -> Finding | None:
    """Children are not employed but for light work (UU 13/2003 art. 68-69)."""
    born = subject.read.person.birth_date
    if born is None or born > subject.on or age(born, subject.on) >= YOUNGEST:
        return None
    return _warn(FindingCode.AGE_BELOW_15, MemberField.BIRTH_DATE, age=str(age(born, subject.on)))


def age_above_100(subject: Subject) -> Finding | None:
    born = subject.read.person.birth_date
    if born is None or age(born, subject.on) <= OLDEST:
        return None
    return _warn(FindingCode.AGE_ABOVE_100, MemberField.BIRTH_DATE, age=str(age(born, subject.on)))


def family_card_date_odd(subject: Subject) -> Finding | None:
    card = subject.read.person.family_card
    if card is None or card.has_a_date:
        return None
    return _warn(FindingCode.FAMILY_CARD_DATE_ODD, MemberField.FAMILY_CARD, date=card.digits[6:12])


def npwp_nik_differs(subject: Subject) -> Finding | None:
    """A resident's NIK is their tax number (PMK 112/2022), so another one is somebody else's."""
    npwp, nik = subject.read.person.npwp, subject.read.nik
    if npwp is None or nik is None or npwp.nik in (None, nik):
        return None
    return _warn(FindingCode.NPWP_NIK_DIFFERS, MemberField.NPWP, npwp=npwp.digits)


def phone_odd(subject: Subject) -> Finding | None:
    """By the numbering plan as the phonenumbers library knows it."""
    phone = subject.read.person.phone
    if phone is None or phone.odd is None:
        return None
    return _warn(phone.odd, MemberField.PHONE, phone=phone.e164)


def email_odd(subject: Subject) -> Finding | None:
    email = subject.read.person.email
    if email is None or could_be_an_address(email):
        return None
    return _warn(FindingCode.EMAIL_ODD, MemberField.EMAIL, email=email)


def postal_code_odd(subject: Subject) -> Finding | None:
    code = subject.read.person.postal_code
    if code is None or re.fullmatch(r"[1-9][0-9]{4}", code):
        return None
    return _warn(FindingCode.POSTAL_CODE_ODD, MemberField.POSTAL_CODE, postal_code=code)


# who this is


def document_not_compared(subject: Subject) -> Finding | None:
    if subject.known.document_shown is not None:
        return None
    return Finding(FindingCode.DOCUMENT_NOT_COMPARED, Severity.WARN)


def person_already_known(subject: Subject) -> Finding | None:
    """The same NIK is the same person: the membership goes to the stored record (duplicates, kind 1)."""
    person = subject.known.person
    if person is None:
        return None
    return _note(FindingCode.PERSON_ALREADY_KNOWN, MemberField.NIK, member_id=str(person.id))


def person_stored_differently(subject: Subject) -> Finding | None:
    """Another name or birth date under the same NIK: a mistyped NIK would give a stranger the membership."""
    person, read = subject.known.person, subject.read.person
    if person is None:
        return None
    differs = []
    if read.name is not None and not _same_name(subject, read.name, person.name):
        differs.append(MemberField.NAME)
    if read.birth_date is not None and read.birth_date != person.birth_date:
        differs.append(MemberField.BIRTH_DATE)
    if not differs:
        return None
    return _warn(
        FindingCode.PERSON_STORED_DIFFERENTLY,
        differs[0],
        member_id=str(person.id),
        fields=" ".join(differs),
    )


def person_deceased(subject: Subject) -> Finding | None:
    """Deceased lock: no membership and no card for a member recorded as dead."""
    person = subject.known.person
    if person is None or person.deceased_on is None:
        return None
    return _block(FindingCode.PERSON_DECEASED, MemberField.NIK, on=_shown(person.deceased_on))


def possible_duplicate(match: PossibleDuplicate) -> Finding:
    """Duplicates, kind 3: the officer compares and decides; once "same person", the stored one is used."""
    severity = Severity.BLOCK if match.decided is Verdict.SAME_PERSON else Severity.WARN
    return Finding(
        FindingCode.PERSON_POSSIBLY_DUPLICATE,
        severity,
        MemberField.NAME,
        {
            "member_id": str(match.person.member_id),
            "percent": str(match.percent),
            "nik": match.person.nik.masked,
        },
    )


# the membership


def company_not_allowed(subject: Subject) -> Finding | None:
    """Only wage earners and construction workers are registered by a company."""
    work = subject.read.work
    if work.npp is None or work.segment is None or work.segment in WITH_COMPANY:
        return None
    return _warn(FindingCode.COMPANY_NOT_ALLOWED, MemberField.NPP, segment=work.segment.value)


def npp_has_letters(subject: Subject) -> Finding | None:
    npp = subject.read.work.npp
    if npp is None or not npp.has_letters:
        return None
    return _warn(FindingCode.NPP_HAS_LETTERS, MemberField.NPP, npp=npp.text)


def company_unknown(subject: Subject) -> Finding | None:
    """It is registered with the membership, under the name on the form."""
    npp = subject.read.work.npp
    if npp is None or subject.known.company is not None:
        return None
    return _warn(FindingCode.COMPANY_UNKNOWN, MemberField.NPP, npp=npp.text)


def new_company_needs_a_name(subject: Subject) -> Finding | None:
    if company_unknown(subject) is None or subject.read.work.company_name is not None:
        return None
    return _block(FindingCode.REQUIRED, MemberField.COMPANY_NAME)


def company_name_differs(subject: Subject) -> Finding | None:
    company, typed = subject.known.company, subject.read.work.company_name
    if company is None or typed is None or typed.casefold() == company.name.casefold():
        return None
    return _warn(FindingCode.COMPANY_NAME_DIFFERS, MemberField.COMPANY_NAME, typed=typed, stored=company.name)


def same_company_membership(subject: Subject) -> Finding | None:
    """A second membership in one company while the first runs is a double one (remedy: amalgamasi)."""
    npp = subject.read.work.npp
    for membership in subject.known.memberships:
        if npp is not None and membership.npp == npp and membership.active_on(subject.on):
            return Finding(
                FindingCode.SAME_COMPANY_MEMBERSHIP,
                Severity.APPROVE,
                MemberField.NPP,
                {"membership_id": str(membership.id), "since": _shown(membership.start_date)},
            )
    return None


def card_printed_recently(subject: Subject) -> Finding | None:
    """Duplicates, kind 5: the same person got a card for the same company a short while ago."""
    earlier, days = subject.known.earlier_card, subject.known.same_company_days
    if earlier is None or subject.on - earlier.on > timedelta(days=days):
        return None
    return Finding(
        FindingCode.CARD_PRINTED_RECENTLY,
        Severity.APPROVE,
        MemberField.KPJ,
        {
            "on": _shown(earlier.on),
            "days": str(days),
            "receipt": earlier.receipt,
            "collector": earlier.collector,
        },
    )


def start_date_before_birth(subject: Subject) -> Finding | None:
    born, start = subject.read.person.birth_date, subject.read.work.start_date
    if born is None or start is None or start >= born:
        return None
    return _block(FindingCode.START_DATE_BEFORE_BIRTH, MemberField.START_DATE)


def start_date_far_ahead(subject: Subject) -> Finding | None:
    start = subject.read.work.start_date
    if start is None or start - subject.on <= FARTHEST_AHEAD:
        return None
    return _warn(
        FindingCode.START_DATE_FAR_AHEAD, MemberField.START_DATE, days=str((start - subject.on).days)
    )


def start_date_long_ago(subject: Subject) -> Finding | None:
    start = subject.read.work.start_date
    if start is None or subject.on - start <= LONGEST_AGO:
        return None
    return _warn(FindingCode.START_DATE_LONG_AGO, MemberField.START_DATE, days=str((subject.on - start).days))


def wage_unusual(subject: Subject) -> Finding | None:
    work = subject.read.work
    if work.wage is None or work.segment is Segment.BPU or work.wage in USUAL_WAGE:
        return None
    return _warn(FindingCode.WAGE_UNUSUAL, MemberField.WAGE, wage=str(work.wage))


def programme_missing(subject: Subject) -> Finding | None:
    """Small firms may leave some out (PP 109/2013), so a missing programme asks for its reason."""
    work = subject.read.work
    if work.segment is None:
        return None
    missing = subject.reference.rates.mandatory(work.segment) - work.programmes
    if not missing:
        return None
    return _warn(FindingCode.PROGRAMME_MISSING, MemberField.PROGRAMMES, programmes=" ".join(sorted(missing)))


def uncertain_rates(subject: Subject) -> Iterator[Finding]:
    """A figure without a sure source is told as such."""
    for due in subject.read.dues:
        certainty = due.certainty(subject.read.work.wage or 0)
        if certainty is not Certainty.SURE:
            yield _note(
                FindingCode.RATE_UNCERTAIN,
                MemberField.PROGRAMMES,
                programmes=" ".join(due.programmes),
                certainty=certainty.value,
                law=due.law,
            )


def rate_missing(subject: Subject) -> Finding | None:
    """No contribution can be told: no rate for the day, or the wage, risk class or contract is not known."""
    work = subject.read.work
    due = {programme for row in subject.read.dues for programme in row.programmes}
    missing = work.programmes - due
    if not missing or (work.wage is None and work.segment in WITH_WAGE):  # the wage is asked for anyway
        return None
    return _note(FindingCode.RATE_MISSING, MemberField.PROGRAMMES, programmes=" ".join(sorted(missing)))


# the number on the card


def kpj_has_letters(subject: Subject) -> Finding | None:
    """Numbers of the Jamsostek years may have them."""
    kpj = subject.read.work.kpj
    if kpj is None or not kpj.has_letters:
        return None
    return _warn(FindingCode.KPJ_HAS_LETTERS, MemberField.KPJ, kpj=kpj.text)


def kpj_of_another_person(subject: Subject) -> Finding | None:
    """One KPJ belongs to one person only (duplicates, kind 2)."""
    owner, nik = subject.known.kpj_owner, subject.read.nik
    if owner is None or nik is None or owner.nik == nik:
        return None
    return _block(
        FindingCode.KPJ_OF_ANOTHER_PERSON, MemberField.KPJ, member_id=str(owner.id), nik=owner.nik.masked
    )


def kpj_already_stored(subject: Subject) -> Finding | None:
    """The person has this very membership: its card is printed from there."""
    owner, nik = subject.known.kpj_owner, subject.read.nik
    if owner is None or owner.nik != nik:
        return None
    return _block(FindingCode.KPJ_ALREADY_STORED, MemberField.KPJ, member_id=str(owner.id))


def kpj_inside_number_block(subject: Subject) -> Finding | None:
    """A number the branch has not given out yet; the block steps over it afterwards."""
    kpj = subject.read.work.kpj
    if kpj is None or not subject.known.number_ahead:
        return None
    return _warn(FindingCode.KPJ_INSIDE_NUMBER_BLOCK, MemberField.KPJ, kpj=kpj.text)


def kpj_follows_later(subject: Subject) -> Finding | None:
    """Stored as *nomor menyusul*, and not printed until the number is there."""
    if subject.read.work.kpj_source is not KpjSource.LATER:
        return None
    return _warn(FindingCode.KPJ_FOLLOWS_LATER, MemberField.KPJ)


def number_block_empty(subject: Subject) -> Finding | None:
    if subject.read.work.kpj_source is not KpjSource.BLOCK or not subject.known.block.empty:
        return None
    return _block(FindingCode.NUMBER_BLOCK_EMPTY, MemberField.KPJ)


def number_block_low(subject: Subject) -> Finding | None:
    """Warned of when a tenth of the numbers is left."""
    block = subject.known.block
    if subject.read.work.kpj_source is not KpjSource.BLOCK or block.empty or not block.low:
        return None
    return _note(FindingCode.NUMBER_BLOCK_LOW, MemberField.KPJ, left=str(block.left), total=str(block.total))


RULES: tuple[Rule, ...] = (
    nik_region_unknown,
    nik_birth_date_differs,
    nik_sex_differs,
    century_unclear,
    birth_date_in_future,
    age_below_15,
    age_above_100,
    family_card_date_odd,
    npwp_nik_differs,
    phone_odd,
    email_odd,
    postal_code_odd,
    document_not_compared,
    person_already_known,
    person_stored_differently,
    person_deceased,
    company_not_allowed,
    npp_has_letters,
    company_unknown,
    new_company_needs_a_name,
    company_name_differs,
    same_company_membership,
    card_printed_recently,
    start_date_before_birth,
    start_date_far_ahead,
    start_date_long_ago,
    wage_unusual,
    programme_missing,
    rate_missing,
    kpj_has_letters,
    kpj_of_another_person,
    kpj_already_stored,
    kpj_inside_number_block,
    kpj_follows_later,
    number_block_empty,
    number_block_low,
)


def _same_name(subject: Subject, typed: str, stored: str) -> bool:
    key = subject.reference.names.key
    return typed == stored or similarity(key(typed), key(stored)) >= ALIKE


def _block(code: FindingCode, field: MemberField, **facts: str) -> Finding:
    return Finding(code, Severity.BLOCK, field, facts)


def _warn(code: FindingCode, field: MemberField, **facts: str) -> Finding:
    return Finding(code, Severity.WARN, field, facts)


def _note(code: FindingCode, field: MemberField, **facts: str) -> Finding:
    return Finding(code, Severity.NOTE, field, facts)


def _shown(day: date) -> str:
    return f"{day:%d-%m-%Y}"
