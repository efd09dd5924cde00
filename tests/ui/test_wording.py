"""Nothing the branch can meet stays without words."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from app.cards.card_stock import StockMove, UsedFor
from app.cards.print_job import CardKind, CardState, PrinterReason, ReprintReason, SpoiledReason
from app.cards.ribbon import RibbonKind
from app.errors import InputRejected, LoketError, Problem
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import Verdict
from app.members.member import MaritalStatus, MemberStatus
from app.members.membership import Programme, RiskClass, Segment
from app.members.nik import Nik, Sex
from app.settings import Language, Look
from app.trust.officer import Role
from app.visit.member_form import KpjSource
from app.visit.visit import DocumentShown, Stage, VisitKind
from tests.i18n.update_translations import SOURCE, placeholders, texts
from ui.wording.finding_words import finding_words, words_of_code
from ui.wording.names import choices, name_of
from ui.wording.problem_words import problem_words

ROOT = Path(__file__).parents[2]

SHOWN: tuple[type[StrEnum], ...] = (
    StockMove,
    UsedFor,
    RibbonKind,
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


def test_facts_that_are_codes_become_words() -> None:
    sex = Finding(FindingCode.NIK_SEX_DIFFERS, Severity.WARN, facts={"typed": "male", "nik": "female"})
    assert finding_words(sex).what == "NIK says Female"
    wage = Finding(FindingCode.WAGE_UNUSUAL, Severity.WARN, facts={"wage": "49617530000"})
    assert "Rp 49.617.530.000" in finding_words(wage).why
    stored = Finding(
        FindingCode.PERSON_STORED_DIFFERENTLY,
        Severity.WARN,
        facts={"member_id": "7", "fields": "name birth_date"},
    )
    assert finding_words(stored).what.endswith("Full name, Date of birth")


def test_every_fact_a_sentence_names_is_told_somewhere() -> None:
    """Facts are told by keyword or by key; a sentence that names another would always show a gap."""
    code = "".join(
        file.read_text(encoding="utf-8")
        for folder in ("app", "printing", "db")
        for file in (ROOT / folder).rglob("*.py")
    )
    named = {
        name
        for context, english, _indonesian in texts(SOURCE)
        if context in ("Findings", "ProblemWords")
        for name in placeholders(english)
    }
    assert {name for name in named if not re.search(rf"\b{name[1:-1]}=|\"{name[1:-1]}\":", code)} == set()
