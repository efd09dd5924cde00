"""Nothing the branch can meet stays without words."""

import re
from enum import StrEnum

import pytest

from app.cards.card_stock import StockMove
from app.cards.print_job import CardKind, CardState, PrinterReason, ReprintReason, SpoiledReason
from app.errors import InputRejected, LoketError, Problem
from app.findings import FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import Verdict
from app.members.member import MaritalStatus, MemberStatus
from app.members.membership import Programme, RiskClass, Segment
from app.members.nik import Nik, Sex
from app.settings import Language, Look
from app.trust.officer import Role
from app.visit.member_form import KpjSource
from app.visit.visit import DocumentShown, Stage, VisitKind
from ui.wording.finding_words import finding_words, words_of_code
from ui.wording.names import choices, name_of
from ui.wording.problem_words import problem_words

SHOWN: tuple[type[StrEnum], ...] = (
    StockMove,
    CardKind,
    CardState,
    PrinterReason,
    ReprintReason,
    SpoiledReason,
    Severity,
    MemberField,
    Verdict,
    MaritalStatus,
    MemberStatus,
    Programme,
    RiskClass,
    Segment,
    Sex,
    Language,
    Look,
    Role,
    KpjSource,
    DocumentShown,
    Stage,
    VisitKind,
)


@pytest.mark.parametrize("code", list(FindingCode))
def test_every_finding_says_what_why_and_how_to_mend_it(code: FindingCode) -> None:
    words = words_of_code(code, {})
    assert words.what
    assert words.why.endswith(".")
    assert re.search(r"[.\d…]$", words.remedy)


@pytest.mark.parametrize("problem", list(Problem))
def test_every_problem_says_what_happened_and_what_to_do(problem: Problem) -> None:
    words = problem_words(LoketError(problem))
    assert words.what
    assert words.next_step


@pytest.mark.parametrize("kind", SHOWN)
def test_every_code_on_a_screen_has_its_own_word(kind: type[StrEnum]) -> None:
    words = [name_of(code) for code in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_a_sentence_carries_its_facts() -> None:
    with pytest.raises(InputRejected) as rejected:
        Nik.parse("3578 0155 0892 000")
    assert finding_words(rejected.value).what == "NIK has 15 digits instead of 16"


def test_a_fact_nobody_told_leaves_a_gap_and_not_an_error() -> None:
    assert words_of_code(FindingCode.NIK_BIRTH_DATE_DIFFERS, {}).what == "NIK says …"


def test_a_fact_with_braces_is_shown_as_it_is() -> None:
    assert "{x}" in words_of_code(FindingCode.NAME_ODD_CHARACTER, {"character": "{x}"}).what


def test_choices_pair_codes_with_words() -> None:
    assert choices(Sex) == [("male", "Male"), ("female", "Female")]
