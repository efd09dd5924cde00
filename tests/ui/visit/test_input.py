"""Step 2: form F1A, its helps, and that nothing typed is ever lost."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.member_fields import MemberField
from app.members.nik import Nik
from app.visit.member_form import KpjSource
from app.visit.visit import Stage
from tests.ui.accessible import nameless
from tests.ui.visit.conftest import ALT, CTRL, KEY, SITI, STRANGER, Counter


def message(counter: Counter, field: MemberField) -> str:
    return counter.page.input.message(field)


def leave_after(counter: Counter, field: MemberField, text: str) -> None:
    """Typed anew and left with Enter, as an officer mends a field."""
    counter.page.input.focus_field(field)
    counter.enter(text)


def test_a_draft_is_saved_within_a_second_and_offered_after_a_crash(counter: Counter) -> None:
    counter.look_up(STRANGER)
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_1, ALT)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    counter.enter("siti nur rahayu", "surabaya")
    counter.wait(
        lambda: [one.form.birth_place for one in counter.parts.visit.left_over(counter.rina)] == ["SURABAYA"]
    )
    assert counter.page.input.saved.text() == "Saved as draft 09:00:00"
    counter.crash()
    counter.start()
    counter.wait(lambda: len(counter.page.verify.left_over.drafts()) == 1)
    [draft] = counter.page.verify.left_over.drafts()
    assert (draft.form.name, draft.form.birth_place) == ("SITI NUR RAHAYU", "SURABAYA")


def test_the_nik_fills_birth_date_and_sex_and_says_so(counter: Counter) -> None:
    counter.open_form(replace(SITI, birth_date="", sex=""))
    form = counter.page.input.form()
    assert (form.birth_date, form.sex) == ("15-08-1992", "female")
    assert message(counter, MemberField.BIRTH_DATE) == "from the NIK"


def test_enter_passes_the_company_of_who_works_for_none(counter: Counter) -> None:
    counter.open_form(replace(SITI, npp="", company_name=""))
    counter.page.input.focus_field(MemberField.SEGMENT)
    counter.type("B")
    counter.press(KEY.Key_Return)
    assert counter.focused == "Work began"


def test_a_birth_date_that_overrules_the_nik_becomes_a_finding_beside_the_field(counter: Counter) -> None:
    counter.open_form()
    leave_after(counter, MemberField.BIRTH_DATE, "16081992")
    counter.wait(lambda: message(counter, MemberField.BIRTH_DATE) == "NIK says 15-08-1992")
    assert counter.page.input.form().birth_date == "16-08-1992"


def test_a_corrected_nik_fills_anew_what_a_nik_had_filled(counter: Counter) -> None:
    counter.open_form(replace(SITI, birth_date="", sex=""))
    leave_after(counter, MemberField.NIK, "3578010405850009")
    counter.wait(lambda: counter.page.input.form().birth_date == "04-05-1985")
    assert counter.page.input.form().sex == "male"


def test_a_wrong_nik_keeps_everything_typed_and_is_explained_beside_the_field(counter: Counter) -> None:
    counter.open_form()
    leave_after(counter, MemberField.NIK, "357801550892000")
    counter.press(KEY.Key_Return, CTRL)
    counter.wait(lambda: message(counter, MemberField.NIK) == "NIK has 15 digits instead of 16")
    counter.wait(lambda: counter.focused == "NIK")
    form = counter.page.input.form()
    assert form.nik == "357801550892000"
    assert (form.name, form.wage, form.phone) == (SITI.name, "4961753", SITI.phone)
    assert counter.visit.stage is Stage.INPUT


def test_nothing_is_said_about_a_field_that_is_being_typed_for_the_first_time(counter: Counter) -> None:
    counter.open_form(replace(SITI, phone=""))
    counter.page.input._fields[MemberField.PHONE].setFocus()
    counter.type("abc")
    counter.wait(lambda: "Saved" in counter.page.input.saved.text() and not counter.background.busy)
    assert message(counter, MemberField.PHONE) == ""
    counter.press(KEY.Key_Return)
    counter.wait(lambda: "letters" in message(counter, MemberField.PHONE))


def test_a_company_taken_from_the_list_brings_its_name_division_and_risk(counter: Counter) -> None:
    counter.open_form(replace(SITI, npp="", company_name="", division="", risk_class=""))
    counter.page.input.focus_field(MemberField.NPP)
    counter.pick("sumber")
    counter.wait(lambda: counter.page.input.form().company_name == "PT Sumber Rejeki Abadi")
    form = counter.page.input.form()
    assert (form.npp, form.division, form.risk_class) == ("13007478", "000", "low")


def test_a_district_typed_alone_fills_regency_and_province(counter: Counter) -> None:
    counter.open_form(replace(SITI, province="", regency="", district=""))
    counter.page.input.focus_field(MemberField.DISTRICT)
    counter.pick("karang pil")
    form = counter.page.input.form()
    assert (form.province, form.regency, form.district) == ("35", "3578", "357801")


def test_region_names_are_found_from_their_beginnings_and_stored_as_codes(counter: Counter) -> None:
    counter.open_form(replace(SITI, province="", regency="", district=""))
    counter.page.input.focus_field(MemberField.PROVINCE)
    counter.pick("timur")
    counter.pick("surab")
    counter.pick("karang p")
    form = counter.page.input.form()
    assert (form.province, form.regency, form.district) == ("35", "3578", "357801")


def test_contributions_follow_the_wage_as_it_is_typed(counter: Counter) -> None:
    counter.open_form(replace(SITI, wage=""))
    counter.page.input.focus_field(MemberField.WAGE)
    counter.type("4961753")
    counter.wait(lambda: counter.page.input.contributions()["JHT"] == "282.820")


def test_another_segment_brings_its_own_programmes(counter: Counter) -> None:
    counter.open_form()
    counter.page.input.focus_field(MemberField.SEGMENT)
    counter.press(KEY.Key_B)
    assert counter.page.input.form().segment == "BPU"
    assert counter.page.input.form().programmes == "JKK JKM"


def test_a_scanned_nik_goes_into_the_nik_though_another_field_has_the_focus(counter: Counter) -> None:
    counter.open_form()
    counter.page.input.focus_field(MemberField.PHONE)
    counter.presenter.scanned("3578010405850009")
    form = counter.page.input.form()
    assert (Nik.parse(form.nik).digits, form.phone) == ("3578010405850009", SITI.phone)


def test_a_scanned_card_goes_into_the_kpj(counter: Counter) -> None:
    counter.open_form()
    counter.page.input.focus_field(MemberField.NAME)
    counter.presenter.scanned("19003211874")
    form = counter.page.input.form()
    assert (form.kpj, form.kpj_source, form.name) == ("19003211874", KpjSource.TYPED.value, SITI.name)


def test_esc_steps_back_and_the_form_is_as_it_was(counter: Counter) -> None:
    counter.open_form()
    counter.page.input.focus_field(MemberField.VILLAGE)
    counter.type("KEBRAON")
    before = counter.page.input.form()
    counter.press(KEY.Key_Escape)
    counter.wait(lambda: counter.stands_at(Stage.VERIFY))
    assert counter.focused == "Register as new member"
    counter.press(KEY.Key_Return)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    assert counter.page.input.form() == before


def test_another_officer_goes_on_with_the_half_filled_form(counter: Counter) -> None:
    counter.open_form()
    counter.page.input.focus_field(MemberField.VILLAGE)
    counter.type("KEBRAON")
    counter.presenter.begin(counter.budi)
    assert counter.page.input.form().village == "KEBRAON"
    counter.check()
    assert counter.visit.stage is Stage.VALIDATE


def test_every_part_that_takes_the_focus_has_a_name(counter: Counter) -> None:
    counter.open_form()
    page = counter.page
    for part in (page.verify, page.input, page.validate, page.comparing, page.side):
        assert nameless(part) == []


def test_the_whole_form_fits_without_scrolling(counter: Counter) -> None:
    counter.open_form()
    assert counter.page.input.scrolls_by == 0


def test_with_little_room_the_work_comes_first_and_the_keys_stay(counter: Counter) -> None:
    counter.add_member("3578015508920004", "SITI NURRAHAYU", date(1992, 8, 15))
    counter.open_form()
    counter.window.resize(840, 560)
    counter.wait(counter.page.side.isHidden)
    counter.press(KEY.Key_F6)
    assert counter.page.comparison_shown


def test_a_field_below_the_edge_is_brought_into_view_with_the_focus(counter: Counter) -> None:
    counter.open_form()
    counter.window.resize(1182, 400)
    counter.page.input.focus_field(MemberField.RISK_CLASS)
    field: QWidget = counter.focus
    counter.wait(lambda: not field.visibleRegion().isEmpty())
