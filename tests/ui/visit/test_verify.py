"""Step 1: who is this, and what may be done next."""

from datetime import date, timedelta

from PySide6.QtTest import QTest

from app.trust.journal import Action
from app.trust.officer import Role
from app.visit.visit import Stage, VisitKind
from tests.ui.visit.conftest import ALT, CTRL, KEY, SITI, STRANGER, Counter
from ui.widgets.action_button import ActionButton

SITI_STORED = "3578015508920004"


def test_a_number_with_a_digit_missing_is_explained_beside_the_box_and_stays_there(counter: Counter) -> None:
    counter.type("357801550892000")
    counter.press(KEY.Key_Return)
    counter.wait(lambda: "15 digits" in counter.page.verify.search.message())
    assert counter.page.verify.search.text() == "357801550892000"
    assert counter.presenter.visit is None


def test_an_unknown_nik_tells_what_it_says_and_offers_a_new_registration(counter: Counter) -> None:
    counter.look_up(STRANGER)
    person = counter.page.verify.person
    assert person.status.word() == "Not registered"
    assert "15-08-1992" in person.details.text()
    assert "Karang Pilang" in person.details.text()
    assert counter.page.verify.offered() == ["Register as new member", "Only tell the status"]


def test_a_member_is_shown_with_status_memberships_and_the_card_first(counter: Counter) -> None:
    counter.add_member("3578014405850003", "JOKOWATI", date(1985, 5, 4), "13007478", "24003211111")
    counter.look_up("24 0032 11111")
    assert counter.page.verify.person.status.word() == "Active"
    assert counter.page.verify.person.memberships.row_count() == 1
    assert counter.page.verify.offered()[0] == "Print the card"
    counter.wait(lambda: counter.page.side.card.shows_card)


def test_of_several_people_with_a_name_one_is_chosen_with_the_arrows(counter: Counter) -> None:
    counter.add_member("3578014405850003", "JOKOWATI SUSILAWATI", date(1985, 5, 4))
    counter.add_member("3578014405860003", "JOKOWATI SUSILAWATY", date(1986, 5, 4))
    counter.look_up("jokowati")
    assert counter.page.verify.people.row_count() == 2
    counter.press(KEY.Key_Down)
    counter.press(KEY.Key_Return)
    counter.wait(lambda: counter.page.verify.person.name.text().startswith("JOKOWATI"))
    assert counter.page.verify.offered() == ["Add a membership", "Only tell the status"]


def test_a_list_masks_the_nik_until_one_key_shows_it_and_the_journal_keeps_that(counter: Counter) -> None:
    shown = counter.add_member("3578014405850003", "JOKOWATI SUSILAWATI", date(1985, 5, 4))
    counter.add_member("3578014405860003", "JOKOWATI SUSILAWATY", date(1986, 5, 4))
    counter.look_up("jokowati")
    assert [niks(counter)[row].count("•") for row in (0, 1)] == [8, 8]
    counter.press(KEY.Key_Up)
    counter.press(KEY.Key_R, CTRL)
    counter.wait(lambda: "3578 0144 0585 0003" in niks(counter))
    assert sum("•" in nik for nik in niks(counter)) == 1
    assert counter.told(Action.NUMBER_REVEALED) == [(counter.rina.id, (shown.id,))]


def niks(counter: Counter) -> list[str]:
    model = counter.page.verify.people.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_the_enter_that_finds_a_person_is_not_the_one_that_goes_on(counter: Counter) -> None:
    """A person is found while the key is still down; letting it go must not pass the tick."""
    counter.look_up(STRANGER)
    QTest.keyRelease(counter.focus, KEY.Key_Return)
    assert counter.focus is counter.page.verify.matches


def test_figures_typed_at_the_tick_are_the_next_search(counter: Counter) -> None:
    counter.look_up(STRANGER)
    counter.type("3")
    counter.type("57")
    assert counter.page.verify.search.text() == "357"
    assert counter.visit.stage is Stage.VERIFY


def test_escape_goes_back_to_the_box(counter: Counter) -> None:
    counter.add_member("3578014405850003", "JOKOWATI SUSILAWATI", date(1985, 5, 4))
    counter.add_member("3578014405860003", "JOKOWATI SUSILAWATY", date(1986, 5, 4))
    counter.look_up("jokowati")
    counter.press(KEY.Key_Escape)
    assert counter.focus is counter.page.verify.search.editor


def test_a_wrong_number_leaves_nobody_else_on_the_screen(counter: Counter) -> None:
    counter.add_member("3578014405850003", "JOKOWATI", date(1985, 5, 4), "13007478", "24003211111")
    counter.look_up("24003211111")
    counter.wait(lambda: counter.page.side.card.shows_card)
    counter.presenter.look_up("357801440585000")
    counter.wait(lambda: "15 digits" in counter.page.verify.search.message())
    assert not counter.page.verify.person.isVisible()
    counter.wait(lambda: not counter.page.side.card.shows_card)


def test_nobody_goes_on_before_the_document_was_compared(counter: Counter) -> None:
    counter.look_up(STRANGER)
    counter.press(KEY.Key_1, ALT)
    assert "has not been compared" in counter.page.verify.told_about_document()
    assert counter.visit.stage is Stage.VERIFY
    assert counter.focus is counter.page.verify.matches


def test_a_card_visit_goes_straight_to_the_printer_with_its_card(counter: Counter) -> None:
    counter.add_member("3578014405850003", "JOKOWATI", date(1985, 5, 4), "13007478", "24003211111")
    counter.look_up("24003211111")
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_1, ALT)
    counter.wait(lambda: counter.stands_at(Stage.PRINT))
    assert counter.visit.kind is VisitKind.CARD


def test_a_scan_is_looked_up_wherever_the_focus_is(counter: Counter) -> None:
    counter.look_up("jokowati")
    counter.page.verify.matches.setFocus()
    counter.presenter.scanned(STRANGER)
    counter.wait(lambda: "15-08-1992" in counter.page.verify.person.details.text())
    assert not counter.page.verify.matches.isChecked()


def test_a_visit_put_aside_waits_in_the_list_and_comes_back_with_its_form(counter: Counter) -> None:
    counter.open_form(SITI)
    number = counter.visit.number
    counter.press(KEY.Key_F3)
    counter.wait(lambda: len(counter.page.verify.left_over.drafts()) == 1)
    assert counter.presenter.visit is None
    counter.press(KEY.Key_F4)
    counter.wait(counter.page.verify.left_over.table.hasFocus)
    counter.press(KEY.Key_Return)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    assert counter.visit.number == number
    assert counter.page.input.form().mother_name == "SRI WAHYUNI"


def test_what_was_known_of_one_visitor_is_gone_when_another_comes_back(counter: Counter) -> None:
    counter.open_form(SITI)
    counter.press(KEY.Key_Escape)
    counter.wait(lambda: counter.stands_at(Stage.VERIFY))
    counter.press(KEY.Key_F3)
    counter.wait(lambda: len(counter.page.verify.left_over.drafts()) == 1)
    counter.add_member("3578014405850003", "JOKOWATI", date(1985, 5, 4), "13007478", "24003211111")
    counter.look_up("24003211111")
    counter.wait(lambda: counter.page.side.card.shows_card)
    counter.press(KEY.Key_F4)
    counter.wait(counter.page.verify.left_over.table.hasFocus)
    counter.press(KEY.Key_Return)
    counter.wait(lambda: counter.stands_at(Stage.VERIFY))
    assert not counter.page.side.card.shows_card
    assert counter.page.side.known.facts() == ()


def test_the_number_typed_at_step_1_outlives_a_crash(counter: Counter) -> None:
    counter.look_up(STRANGER)
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_1, ALT)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    counter.crash()
    counter.start()
    counter.wait(lambda: len(counter.page.verify.left_over.drafts()) == 1)
    assert counter.page.verify.left_over.drafts()[0].form.nik == "3578 0155 0892 0005"


def test_a_visit_that_comes_back_and_looks_nobody_up_is_not_kept_again(counter: Counter) -> None:
    counter.look_up(STRANGER)
    counter.crash()
    counter.start()
    counter.wait(lambda: len(counter.page.verify.left_over.drafts()) == 1)
    counter.press(KEY.Key_F4)
    counter.wait(counter.page.verify.left_over.table.hasFocus)
    counter.press(KEY.Key_Return)
    counter.wait(lambda: counter.stands_at(Stage.VERIFY))
    counter.press(KEY.Key_F3)
    counter.wait(lambda: not counter.background.busy)
    assert counter.parts.visit.left_over(counter.rina) == ()


def test_a_known_person_put_aside_is_named_in_the_list(counter: Counter) -> None:
    counter.add_member("3578014405850003", "JOKOWATI", date(1985, 5, 4))
    counter.look_up("3578014405850003")
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_1, ALT)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    counter.press(KEY.Key_F3)
    counter.wait(lambda: [one.form.name for one in counter.page.verify.left_over.drafts()] == ["JOKOWATI"])


def test_a_dropped_visit_can_be_taken_back_for_ten_seconds(counter: Counter) -> None:
    counter.open_form(SITI)
    counter.press(KEY.Key_F3)
    counter.wait(lambda: len(counter.page.verify.left_over.drafts()) == 1)
    counter.page.verify.left_over.table.setFocus()
    counter.press(KEY.Key_Delete)
    assert counter.page.verify.left_over.drafts() == ()
    undo = counter.page.notice.findChildren(ActionButton)[-1]
    counter.wait(undo.isVisible)
    counter.press(KEY.Key_Z, CTRL)
    counter.wait(lambda: len(counter.page.verify.left_over.drafts()) == 1)


def test_a_visit_that_only_looked_somebody_up_is_not_kept(counter: Counter) -> None:
    counter.look_up(STRANGER)
    counter.press(KEY.Key_F3)
    counter.wait(lambda: not counter.background.busy)
    assert counter.parts.visit.left_over(counter.rina) == ()


def test_the_time_of_each_step_is_taken_silently(counter: Counter) -> None:
    counter.look_up(STRANGER)
    counter.now += timedelta(seconds=38)
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_1, ALT)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    assert counter.parts.visit.summarise(counter.visit, counter.rina).step_seconds == {Stage.VERIFY: 38}


def test_alt_keys_do_not_reach_the_comparison_while_it_is_not_shown(counter: Counter) -> None:
    counter.look_up(STRANGER)
    counter.press(KEY.Key_1, ALT)
    assert not counter.page.comparison_shown


def test_enter_on_the_ticked_document_takes_the_likeliest_action(counter: Counter) -> None:
    counter.look_up("3578 0155 0892 0005")
    counter.press(KEY.Key_Return)
    assert counter.stands_at(Stage.VERIFY), "nobody compared the document yet"
    counter.page.verify.matches.setFocus()
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_Return)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))


def test_who_serves_no_visit_finds_none_on_the_screen_and_what_was_typed_waits(counter: Counter) -> None:
    counter.open_form(SITI)
    counter.presenter.begin(counter.add_officer("Dewi Lestari", Role.SCREENING))
    counter.wait(lambda: counter.presenter.visit is None)
    assert counter.page.verify.left_over.drafts() == ()
    counter.background.drain()
    counter.presenter.begin(counter.rina)
    counter.wait(lambda: [one.form.name for one in counter.page.verify.left_over.drafts()] == [SITI.name])


def test_who_takes_over_a_visit_is_told_to_the_journal_and_who_comes_back_is_not(counter: Counter) -> None:
    stored = counter.add_member(SITI_STORED, "SITI NURRAHAYU", date(1992, 8, 15))
    counter.look_up(SITI_STORED)
    counter.press(KEY.Key_Space)
    counter.press(KEY.Key_1, ALT)
    counter.wait(lambda: counter.stands_at(Stage.INPUT))
    counter.presenter.begin(counter.rina)
    counter.presenter.begin(counter.budi)
    counter.wait(lambda: counter.told(Action.DRAFT_RESUMED) == [(counter.budi.id, (stored.id,))])
