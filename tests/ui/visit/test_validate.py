"""Step 3: what the rules ask is answered in place, and the member is stored once."""

from dataclasses import replace
from datetime import date

from app.member_fields import MemberField
from app.members.duplicates import Verdict
from app.members.membership import Segment
from app.members.nik import Nik
from app.ports import JournalWish
from app.trust.journal import Action
from app.visit.visit import Stage
from tests.ui.visit.conftest import ALT, CTRL, KEY, SITI, STRANGER, Counter
from tests.vaults import PASSWORD


def test_a_member_is_registered_with_keys_alone(counter: Counter) -> None:
    counter.look_up("3578 0155 0892 0005")
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_1, ALT)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    assert counter.focused == "Full name"
    counter.enter("siti nur rahayu", "surabaya")
    assert counter.focused == "Marital status", "Enter passes what the NIK has filled"
    counter.enter("k", "sri wahyuni", "", "")
    counter.type("jl. karang pilang 12")
    counter.press(KEY.Key_Return)
    counter.pick("jawa timur")
    counter.pick("kota surabaya")
    counter.pick("karang pilang")
    counter.enter("kebraon", "60222", "0812 3456 7891", "", "")
    counter.pick("sumber")
    counter.wait(lambda: counter.focused == "Employee no.")
    counter.enter("", "03112026", "4961753", "", "", "")
    counter.wait(lambda: counter.stands_at(Stage.VALIDATE))
    assert counter.page.validate.missing.text() == "Everything is answered."
    counter.press(KEY.Key_Return, CTRL)
    counter.wait(lambda: counter.stands_at(Stage.PRINT))
    member = counter.stored(STRANGER)
    assert member is not None
    assert (member.name, member.phone, member.address.district) == (
        "SITI NUR RAHAYU",
        "+6281234567891",
        "357801",
    )
    [membership] = counter.memberships(STRANGER)
    assert membership.kpj is not None
    assert (membership.kpj.text, membership.wage, membership.segment) == ("26004187326", 4961753, Segment.PU)
    side = counter.page.side
    assert side.copies.isVisible()
    assert not side.card.isVisible(), "step 4 shows the card itself"


def test_a_reason_is_asked_for_a_birth_date_that_differs(counter: Counter) -> None:
    counter.open_form(replace(SITI, birth_date="16-08-1992"))
    counter.check()
    counter.wait(lambda: counter.focused == "Reason")
    assert not counter.page.validate.save.isEnabled()
    counter.type("Akta lahir menunjukkan tanggal 16")
    counter.press(KEY.Key_Return, CTRL)
    counter.wait(lambda: counter.stands_at(Stage.PRINT))
    member = counter.stored(STRANGER)
    assert member is not None
    assert member.birth_date == date(1992, 8, 16)


def test_one_key_goes_to_the_field_and_the_reason_is_still_there_on_return(counter: Counter) -> None:
    counter.open_form(replace(SITI, birth_date="16-08-1992"))
    counter.check()
    counter.wait(lambda: counter.focused == "Reason")
    counter.type("Akta lahir")
    counter.press(KEY.Key_F2)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    assert counter.focused == "Date of birth"
    counter.page.input.submitted.emit()  # the button itself takes no second press so soon
    counter.wait(lambda: counter.stands_at(Stage.VALIDATE) and counter.page.validate.ready)
    [reason] = counter.page.validate.reasons().values()
    assert reason == "Akta lahir"


def test_a_possible_duplicate_decided_as_another_person_is_kept_and_not_asked_again(counter: Counter) -> None:
    counter.add_member("3578015508920004", "SITI NURRAHAYU", date(1992, 8, 15))
    counter.open_form()
    counter.check()
    counter.wait(lambda: counter.focused == "Compare")
    assert counter.page.validate.missing.text() == "Still missing: 1 possible duplicate to decide"
    counter.press(KEY.Key_F6)
    counter.wait(lambda: counter.focused == "Reason for your decision")
    counter.type("foto KTP berbeda")
    counter.press(KEY.Key_2, ALT)
    counter.wait(lambda: counter.page.validate.ready)
    with counter.branch.look() as work:
        [kept] = work.duplicates.of(Nik(STRANGER))
    assert (kept.verdict, kept.reason) == (Verdict.DIFFERENT_PERSON, "foto KTP berbeda")
    assert not counter.page.side.duplicates.isVisible()


def test_a_decision_without_a_reason_is_not_taken(counter: Counter) -> None:
    counter.add_member("3578015508920004", "SITI NURRAHAYU", date(1992, 8, 15))
    counter.open_form()
    counter.wait(counter.page.side.duplicates.isVisible)
    counter.press(KEY.Key_F6)
    counter.wait(lambda: counter.page.comparison_shown)
    counter.press(KEY.Key_2, ALT)
    assert counter.page.comparison_shown
    assert counter.focused == "Reason for your decision"


def test_the_same_person_gets_a_further_membership_instead_of_a_second_record(counter: Counter) -> None:
    stored = counter.add_member("3578015508920004", "SITI NURRAHAYU", date(1992, 8, 15))
    counter.open_form()
    counter.wait(counter.page.side.duplicates.isVisible)
    counter.press(KEY.Key_F6)
    counter.wait(lambda: counter.focused == "Reason for your decision")
    counter.type("NIK salah ketik, orangnya sama")
    counter.press(KEY.Key_1, ALT)
    counter.wait(lambda: counter.page.input.form().name == "SITI NURRAHAYU")
    assert counter.visit.member_id == stored.id
    assert counter.page.input.form().wage == "4961753"


def test_a_second_membership_in_one_company_waits_for_the_supervisor(counter: Counter) -> None:
    counter.add_member(STRANGER, "SITI NUR RAHAYU", date(1992, 8, 15), "13007478", "24003211111")
    counter.look_up(STRANGER)
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_2, ALT)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    counter.page.input.update_form(SITI)
    counter.page.input.edited.emit()
    counter.page.input.focus_field(MemberField.WAGE)
    counter.check()
    counter.wait(lambda: counter.focused == "Supervisor's password")
    assert counter.page.validate.missing.text() == "Still missing: for the supervisor: 1"
    counter.enter("bukan kata sandi", "dua pekerjaan, dua unit")
    counter.wait(lambda: counter.says("This password is not right"))
    assert not counter.page.validate.ready
    counter.enter(PASSWORD)
    assert counter.focused == "Supervisor's reason"
    counter.press(KEY.Key_Return)
    counter.wait(lambda: counter.page.validate.ready)
    assert counter.says("Approved by Budi Santoso: dua pekerjaan, dua unit")
    counter.press(KEY.Key_Return, CTRL)
    counter.wait(lambda: counter.stands_at(Stage.PRINT))
    assert len(counter.memberships(STRANGER)) == 2
    with counter.branch.look() as work:
        wish = JournalWish(actions=frozenset({Action.APPROVAL_GIVEN, Action.FINDING_DECIDED}))
        told = work.journal.find(wish, 10)
    assert [stored.entry.officer_id for stored in told] == [counter.rina.id, counter.budi.id]


def test_a_double_press_registers_once(counter: Counter) -> None:
    counter.open_form()
    counter.check()
    counter.wait(lambda: counter.page.validate.save.isEnabled())
    counter.press(KEY.Key_Return, CTRL)
    counter.press(KEY.Key_Return, CTRL)
    counter.page.validate.register.emit()
    counter.wait(lambda: counter.stands_at(Stage.PRINT))
    [membership] = counter.memberships(STRANGER)
    assert membership.kpj is not None
    assert membership.kpj.text == "26004187326"
    with counter.branch.look() as work:
        assert work.number_blocks.level().left == 499


def test_a_registered_visit_leaves_no_draft_behind(counter: Counter) -> None:
    counter.open_form()
    counter.check()
    counter.wait(lambda: counter.page.validate.save.isEnabled())
    counter.press(KEY.Key_Return, CTRL)
    counter.wait(lambda: counter.stands_at(Stage.PRINT))
    visit = counter.visit
    counter.press(KEY.Key_F3)
    counter.wait(lambda: counter.presenter.visit is None and not counter.background.busy)
    with counter.branch.look() as work:
        assert work.drafts.of(visit.id) is None


def test_esc_goes_back_to_the_form_as_it_was(counter: Counter) -> None:
    counter.open_form()
    before = counter.page.input.form()
    counter.check()
    counter.press(KEY.Key_Escape)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    assert counter.page.input.form() == before
