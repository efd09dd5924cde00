"""What a rule has to say about a form: a code, a field, a severity and the facts, never a sentence."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.member_fields import MemberField


class Severity(StrEnum):
    BLOCK = "block"  # cannot go on
    APPROVE = "approve"  # needs a supervisor and a reason
    WARN = "warn"  # needs the officer's reason
    NOTE = "note"  # only to be known


class FindingCode(StrEnum):
    """Every finding Loket knows. ``ui`` words each of them in both languages; a test sees to it."""

    # identifiers
    SEARCH_NUMBER_LENGTH = "search_number_length"
    REQUIRED = "required"
    NIK_NOT_16_DIGITS = "nik_not_16_digits"
    NIK_DAY_IMPOSSIBLE = "nik_day_impossible"
    NIK_NO_SUCH_DATE = "nik_no_such_date"
    NIK_SERIAL_ZERO = "nik_serial_zero"
    NIK_REGION_UNKNOWN = "nik_region_unknown"
    NIK_BIRTH_DATE_DIFFERS = "nik_birth_date_differs"
    NIK_SEX_DIFFERS = "nik_sex_differs"
    AGE_BELOW_15 = "age_below_15"
    AGE_ABOVE_100 = "age_above_100"
    CENTURY_UNCLEAR = "century_unclear"
    FAMILY_CARD_NOT_16_DIGITS = "family_card_not_16_digits"
    FAMILY_CARD_DATE_ODD = "family_card_date_odd"
    KPJ_NOT_11_CHARACTERS = "kpj_not_11_characters"
    KPJ_HAS_LETTERS = "kpj_has_letters"
    KPJ_OF_ANOTHER_PERSON = "kpj_of_another_person"
    KPJ_ALREADY_STORED = "kpj_already_stored"
    KPJ_FOLLOWS_LATER = "kpj_follows_later"
    KPJ_INSIDE_NUMBER_BLOCK = "kpj_inside_number_block"
    NUMBER_BLOCK_EMPTY = "number_block_empty"
    NUMBER_BLOCK_LOW = "number_block_low"
    NPP_NOT_8_CHARACTERS = "npp_not_8_characters"
    NPP_HAS_LETTERS = "npp_has_letters"
    COMPANY_UNKNOWN = "company_unknown"
    COMPANY_NAME_DIFFERS = "company_name_differs"
    COMPANY_NOT_ALLOWED = "company_not_allowed"
    DIVISION_TOO_LONG = "division_too_long"
    NPWP_WRONG_LENGTH = "npwp_wrong_length"
    NPWP_CHECK_FAILS = "npwp_check_fails"
    NPWP_NIK_DIFFERS = "npwp_nik_differs"
    PHONE_HAS_LETTERS = "phone_has_letters"
    PHONE_PREFIX_ODD = "phone_prefix_odd"
    PHONE_LENGTH_ODD = "phone_length_odd"
    EMAIL_ODD = "email_odd"
    POSTAL_CODE_ODD = "postal_code_odd"
    # names and other fields
    NAME_TOO_LONG = "name_too_long"
    NAME_ODD_CHARACTER = "name_odd_character"
    NAME_HIDDEN_CHARACTER = "name_hidden_character"
    NAME_NOT_ON_CARD_FONT = "name_not_on_card_font"
    NAME_OVERFLOWS_CARD = "name_overflows_card"
    TEXT_TOO_LONG = "text_too_long"
    DATE_UNREADABLE = "date_unreadable"
    BIRTH_DATE_IN_FUTURE = "birth_date_in_future"
    START_DATE_BEFORE_BIRTH = "start_date_before_birth"
    START_DATE_FAR_AHEAD = "start_date_far_ahead"
    START_DATE_LONG_AGO = "start_date_long_ago"
    CHOICE_UNKNOWN = "choice_unknown"
    WAGE_UNREADABLE = "wage_unreadable"
    WAGE_ZERO = "wage_zero"
    WAGE_UNUSUAL = "wage_unusual"
    REGION_UNKNOWN = "region_unknown"
    PROGRAMME_NOT_IN_SEGMENT = "programme_not_in_segment"
    PROGRAMME_MISSING = "programme_missing"
    RATE_UNCERTAIN = "rate_uncertain"
    RATE_MISSING = "rate_missing"
    # persons
    PERSON_ALREADY_KNOWN = "person_already_known"
    PERSON_STORED_DIFFERENTLY = "person_stored_differently"
    PERSON_DECEASED = "person_deceased"
    PERSON_POSSIBLY_DUPLICATE = "person_possibly_duplicate"
    SAME_COMPANY_MEMBERSHIP = "same_company_membership"
    CARD_PRINTED_RECENTLY = "card_printed_recently"
    CARD_PRINTED_BEFORE = "card_printed_before"
    CARD_UNANSWERED = "card_unanswered"
    CARD_OWED_ELSEWHERE = "card_owed_elsewhere"
    DOCUMENT_NOT_COMPARED = "document_not_compared"
    # lists of workers
    DIGITS_LOST = "digits_lost"
    LEADING_ZERO_LOST = "leading_zero_lost"
    CELL_ERROR = "cell_error"
    CELL_NOT_RECKONED = "cell_not_reckoned"
    CELL_UNREADABLE = "cell_unreadable"
    DATE_AMBIGUOUS = "date_ambiguous"
    DATE_TURNED = "date_turned"
    FILLED_FROM_NIK = "filled_from_nik"
    START_DATE_TAKEN = "start_date_taken"
    DISTRICT_NOT_FOUND = "district_not_found"
    NPP_OF_ANOTHER_COMPANY = "npp_of_another_company"
    NIK_TWICE_IN_FILE = "nik_twice_in_file"
    KPJ_TWICE_IN_FILE = "kpj_twice_in_file"
    PERSON_TWICE_IN_FILE = "person_twice_in_file"
    PERSON_NOT_STORED = "person_not_stored"
    MEMBERSHIP_NOT_STORED = "membership_not_stored"
    KPJ_ALREADY_GIVEN = "kpj_already_given"
    SEVERAL_MEMBERSHIPS_WAIT = "several_memberships_wait"
    # papers
    SCAN_TOO_DARK = "scan_too_dark"
    SCAN_NEARLY_EMPTY = "scan_nearly_empty"
    SCAN_BLURRED = "scan_blurred"
    SCAN_TOO_SMALL = "scan_too_small"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule found. ``facts`` are the values the sentence on the screen needs, as text."""

    code: FindingCode
    severity: Severity
    field: MemberField | None = None
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict, hash=False)

    @property
    def key(self) -> str:
        """Names the same finding about the same facts: a decision holds for exactly this."""
        told = ";".join(f"{name}={self.facts[name]}" for name in sorted(self.facts))
        return f"{self.code}:{self.field or ''}:{told}"


def worst(findings: Iterable[Finding]) -> Severity | None:
    order = [Severity.BLOCK, Severity.APPROVE, Severity.WARN, Severity.NOTE]
    found = {finding.severity for finding in findings}
    return next((severity for severity in order if severity in found), None)
