"""Whatever is typed, each parser gives a value that reads back as itself, or refuses at its own field."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InputRejected
from app.member_fields import MemberField
from app.members.family_card import FamilyCard
from app.members.kpj import Kpj
from app.members.nik import Nik
from app.members.npp import Npp
from app.members.npwp import Npwp
from app.members.phone import Phone
from app.members.read_date import read_date
from app.visit.read_wage import read_wage


def date_text(typed: str) -> str:
    return f"{read_date(typed, MemberField.BIRTH_DATE, date(1926, 1, 1), date(2011, 12, 31)):%d%m%Y}"


PARSERS: dict[MemberField, tuple[Callable[[str], str], str]] = {
    MemberField.NIK: (lambda typed: Nik.parse(typed).digits, "nik_"),
    MemberField.KPJ: (lambda typed: Kpj.parse(typed).text, "kpj_"),
    MemberField.NPP: (lambda typed: Npp.parse(typed).text, "npp_"),
    MemberField.FAMILY_CARD: (lambda typed: FamilyCard.parse(typed).digits, "family_card_"),
    MemberField.NPWP: (lambda typed: Npwp.parse(typed).digits, "npwp_ nik_"),
    MemberField.PHONE: (lambda typed: Phone.parse(typed).e164, "phone_"),
    MemberField.BIRTH_DATE: (date_text, "date_ century_"),
    MemberField.WAGE: (lambda typed: str(read_wage(typed)), "wage_"),
}

digits = st.text("0123456789", min_size=1, max_size=18)
near_misses = st.lists(
    st.one_of(
        digits, st.sampled_from([" ", ".", ",", "-", "/", "+", "Rp", "Agustus", "O", "\u00a0", "\u2011", "٣"])
    ),
    max_size=7,
).map("".join)
dates = st.dates(date(1890, 1, 1), date(2110, 1, 1)).map(lambda day: f"{day:%d-%m-%Y}")
niks = st.from_regex(r"[0-9]{6}[0-7][0-9][01][0-9]{3}[0-9]{4}", fullmatch=True)
typed_texts = st.one_of(st.text(max_size=40), near_misses, dates, niks)


def answered(parse: Callable[[str], str], typed: str) -> str | InputRejected:
    try:
        return parse(typed)
    except InputRejected as refusal:
        return refusal


@pytest.mark.parametrize("field", PARSERS)
def test_any_text_reads_back_as_itself_or_is_refused_at_its_field(field: MemberField) -> None:
    parse, codes = PARSERS[field]

    @given(typed_texts)
    def holds(typed: str) -> None:
        answer = answered(parse, typed)
        if isinstance(answer, InputRejected):
            assert answer.field is field
            assert answer.code.startswith(tuple(codes.split()))
        else:
            assert parse(answer) == answer

    holds()
