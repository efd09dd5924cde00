"""Names: what may be typed, how it is stored, and which spellings meet under one key."""

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.duplicates import ALIKE
from app.members.names import LONGEST, read_name, similarity
from app.reference import Reference


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("siti nur rahayu", "SITI NUR RAHAYU"),
        ("  Siti   Nur\u00a0Rahayu \n", "SITI NUR RAHAYU"),
        ("Suparno", "SUPARNO"),
        ("I", "I"),
        ("Nu\u2019man", "NU'MAN"),
        ("Ma\u02bcruf", "MA'RUF"),
        ("Abdul\u2013Aziz", "ABDUL-AZIZ"),
        ("H. Moh. Djoko", "H. MOH. DJOKO"),
        ("Jose\u0301", "JOSÉ"),
        ("straße", "STRASSE"),
        ("\u0149dlovu", "'NDLOVU"),
        ("A" * LONGEST, "A" * LONGEST),
    ],
)
def test_a_name_is_stored_as_on_the_ktp(typed: str, stored: str) -> None:
    assert read_name(typed, MemberField.NAME) == stored


@pytest.mark.parametrize(
    ("typed", "code", "facts"),
    [
        ("", FindingCode.REQUIRED, {}),
        (" \u00a0 ", FindingCode.REQUIRED, {}),
        ("A" * (LONGEST + 1), FindingCode.NAME_TOO_LONG, {"length": "61", "longest": "60"}),
        ("ß" * 31, FindingCode.NAME_TOO_LONG, {"length": "62", "longest": "60"}),
        ("Siti 2", FindingCode.NAME_ODD_CHARACTER, {"character": "2", "code_point": "U+0032"}),
        ("Siti, S.E.", FindingCode.NAME_ODD_CHARACTER, {"character": ",", "code_point": "U+002C"}),
        ("Budi (Bapak)", FindingCode.NAME_ODD_CHARACTER, {"character": "(", "code_point": "U+0028"}),
        ("Siti\u2764", FindingCode.NAME_ODD_CHARACTER, {"character": "\u2764", "code_point": "U+2764"}),
        ("Siti\U0001f600", FindingCode.NAME_ODD_CHARACTER, {"character": "😀", "code_point": "U+1F600"}),
        ("S\u0336iti", FindingCode.NAME_ODD_CHARACTER, {"character": "\u0336", "code_point": "U+0336"}),
        (". -", FindingCode.NAME_ODD_CHARACTER, {"character": ".", "code_point": "U+002E"}),
        ("Siti\u202e", FindingCode.NAME_HIDDEN_CHARACTER, {"code_point": "U+202E"}),
        ("\u200fSiti", FindingCode.NAME_HIDDEN_CHARACTER, {"code_point": "U+200F"}),
        ("Si\u200bti", FindingCode.NAME_HIDDEN_CHARACTER, {"code_point": "U+200B"}),
        ("Si\u00adti", FindingCode.NAME_HIDDEN_CHARACTER, {"code_point": "U+00AD"}),
        ("Siti\x00", FindingCode.NAME_HIDDEN_CHARACTER, {"code_point": "U+0000"}),
        ("Siti\tRahayu", FindingCode.NAME_HIDDEN_CHARACTER, {"code_point": "U+0009"}),
        ("Siti\ud800", FindingCode.NAME_HIDDEN_CHARACTER, {"code_point": "U+D800"}),
        ("Siti\ue000", FindingCode.NAME_HIDDEN_CHARACTER, {"code_point": "U+E000"}),
    ],
)
def test_what_is_no_name_is_refused_and_the_character_named(
    typed: str, code: FindingCode, facts: dict[str, str]
) -> None:
    with pytest.raises(InputRejected) as refusal:
        read_name(typed, MemberField.MOTHER_NAME)
    assert (refusal.value.field, refusal.value.code) == (MemberField.MOTHER_NAME, code)
    assert refusal.value.facts == facts


odd_names = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("aeiouAEIOU .'-\u2019\u2011\u202e\u0301\u0149ßıİǅﬀ"),
        st.characters(categories=["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Cf", "Zs"]),
    ),
    max_size=70,
)


def read_or_refused(typed: str) -> str | InputRejected:
    try:
        return read_name(typed, MemberField.NAME)
    except InputRejected as refusal:
        return refusal


@settings(max_examples=max(500, settings().max_examples))
@given(odd_names)
def test_any_text_is_a_clean_name_or_a_clear_refusal(typed: str) -> None:
    name = read_or_refused(typed)
    if isinstance(name, InputRejected):
        assert name.field is MemberField.NAME
        return
    assert read_name(name, MemberField.NAME) == name
    assert unicodedata.is_normalized("NFC", name)
    assert 1 <= len(name) <= LONGEST
    assert all(unicodedata.category(char).startswith("L") or char in " '-." for char in name)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Muhammad Rizki", "Mohamad Rizki", "Moch. Rizki", "M. Rizki", "M.RIZKI", "Moehammad Rizki"),
        ("H. Suharto", "Soeharto", "Drs. H. Soeharto, M.M.", "SUHARTO S.H."),
        ("Joko Cahyono", "Djoko Tjahyono"),
        ("Achmad Yusuf", "Ahmad Jusuf", "AKHMAD JOESOEF"),
        ("Abd. Rahman", "Abdul Rahman", "ABDOEL RAHMAN"),
        ("Nur Hidayatullah", "Noer Hidayatulah"),
        ("Siti Aminah", "St. Aminah"),
        ("Ma'ruf", "Maruf", "MA\u2019RUF"),
        ("José", "Jose"),
    ],
)
def test_spellings_of_one_name_share_a_key(reference: Reference, spellings: tuple[str, ...]) -> None:
    assert len({reference.names.key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Andi Mallarangeng", "ANDI MALARANGENG"),
        ("I Made Wirawan", "I MADE WIRAWAN"),
        ("Ni Luh Ayu", "NI LUH AYU"),
        ("Raden Ajeng Kartini", "RADEN AJENG KARTINI"),
        ("Ahmad bin Yusuf", "AHMAD BIN YUSUF"),
        ("Rudi M", "RUDI M"),  # an initial behind the name is no Muhammad
        ("Kyai", "KYAI"),  # a title that stands alone is the name
        ("Dr.", "DR"),
    ],
)
def test_what_belongs_to_the_name_stays_in_its_key(reference: Reference, name: str, key: str) -> None:
    assert reference.names.key(name) == key


@given(name=odd_names)
def test_a_key_is_made_of_any_text_and_always_the_same(reference: Reference, name: str) -> None:
    key = reference.names.key(name)
    assert key == reference.names.key(name)
    assert key == " ".join(key.split())


@given(name=odd_names)
def test_a_stored_name_always_has_a_key(reference: Reference, name: str) -> None:
    stored = read_or_refused(name)
    assert isinstance(stored, InputRejected) or reference.names.key(stored)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Siti Nur Rahayu", "Siti Nurrahayu"),
        ("Siti Rahayu", "Rahayu Siti"),
        ("Budi Santoso", "Budi Santosa"),
        ("Agus Setiawan", "Agus Setyawan"),
        ("Nur Rahayu Siti", "Siti Nurrahayu"),
    ],
)
def test_names_that_may_be_one_person_are_alike(reference: Reference, name: str, other: str) -> None:
    assert similarity(reference.names.key(name), reference.names.key(other)) >= ALIKE


def test_different_people_are_not_alike(reference: Reference) -> None:
    names = ("Siti Rahayu", "Siti Aminah", "Agus", "Agung", "Budi Hartono", "Sri Wahyuni", "Dewi Lestari")
    keys = [reference.names.key(name) for name in names]
    assert all(similarity(key, other) < ALIKE for key, other in combinations(keys, 2))


@given(st.text("ABC ", max_size=20), st.text("ABC ", max_size=20))
def test_likeness_is_a_share_and_the_same_both_ways(key: str, other: str) -> None:
    assert 0 <= similarity(key, other) <= 1
    assert similarity(key, other) == similarity(other, key)
    assert similarity(key, key) == 1
