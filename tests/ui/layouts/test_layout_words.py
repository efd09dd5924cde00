"""Everything a layout is made of, and everything wrong with it, has a word."""

import pytest

from app.cards.card_text import Align, Anchor, CardText
from app.cards.layout_draft import PROPERTIES, CardSide, ElementKind, Flaw, FoundFlaw, fresh_element
from app.errors import Problem, YourEnvironment
from ui.wording.layout_words import (
    align_name,
    anchor_name,
    element_title,
    flaw_words,
    kind_name,
    property_name,
    shown_name,
    side_name,
)
from ui.wording.problem_words import told_problem


def test_every_part_of_a_layout_has_a_word() -> None:
    words = [
        *map(kind_name, ElementKind),
        *map(shown_name, CardText),
        *map(align_name, Align),
        *map(anchor_name, Anchor),
        *map(side_name, CardSide),
        *(property_name(key) for keys in PROPERTIES.values() for key in keys),
        *(element_title(fresh_element(kind, ["Inter-500Medium"])) for kind in ElementKind),
    ]
    assert all(words)


@pytest.mark.parametrize("flaw", Flaw)
def test_every_flaw_is_told_with_its_facts(flaw: Flaw) -> None:
    facts = {"contrast": "2.1", "enough": "4.5", "pt": "4", "length": "60", "dots": "3"}
    assert flaw_words(FoundFlaw(flaw, facts=facts)).endswith(".")
    assert "…" not in flaw_words(FoundFlaw(flaw, facts=facts))


def test_a_layout_that_cannot_be_read_is_told_in_words() -> None:
    error = YourEnvironment(
        Problem.LAYOUT_UNREADABLE, file="kartu-proyek", key="front.texts[0].x_mm", why="off_the_card"
    )
    assert told_problem(error) == (
        "The card layout kartu-proyek cannot be read. Tell the administrator. "
        "front.texts[0].x_mm: Reaches over the edge of the card. Move it in."
    )
