"""What was done to a layout is taken back and made again step by step; one drag is one step."""

from app.cards.layout_draft import LayoutDraft
from ui.layouts.history import History

ONE, TWO, THREE, FOUR = (LayoutDraft(name, 1) for name in ("satu", "dua", "tiga", "empat"))


def test_every_step_is_taken_back_and_made_again() -> None:
    history = History(ONE)
    history.push(TWO)
    history.push(THREE)
    history.undo()
    history.undo()
    assert (history.draft, history.can_undo, history.can_redo) == (ONE, False, True)
    history.redo()
    assert history.draft == TWO
    history.undo()
    history.undo()
    assert history.draft == ONE


def test_what_belongs_together_is_one_step() -> None:
    history = History(ONE)
    history.push(TWO, "drag 1")
    history.push(THREE, "drag 1")
    history.push(FOUR, "drag 2")
    history.undo()
    assert history.draft == THREE
    history.undo()
    assert history.draft == ONE


def test_after_a_rest_the_same_hand_begins_a_new_step() -> None:
    history = History(ONE)
    history.push(TWO, "typed x")
    history.rest()
    history.push(THREE, "typed x")
    history.undo()
    assert history.draft == TWO


def test_a_change_after_an_undo_forgets_what_was_undone() -> None:
    history = History(ONE)
    history.push(TWO)
    history.undo()
    history.push(THREE)
    assert (history.can_redo, history.draft) == (False, THREE)


def test_it_knows_whether_it_is_saved() -> None:
    history, told = History(ONE), []
    told.append(history.unsaved)
    history.push(TWO)
    told.append(history.unsaved)
    history.undo()
    told.append(history.unsaved)
    history.mark_saved(TWO)
    told.append(history.unsaved)
    assert told == [False, True, False, False]
    assert history.draft == TWO
    assert History(ONE, saved=False).unsaved
