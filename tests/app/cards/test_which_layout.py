"""A card is printed with its company's layout, else its segment's, else the branch's, and remembers which."""

from datetime import datetime

import pytest

from app.cards.ask_for_card import face_of
from app.cards.card_face import PROGRAM_LAYOUT
from app.cards.card_layouts import PROGRAM_LAYOUTS, LayoutChoice, StoredLayout
from app.errors import Problem, YourEnvironment
from app.members.membership import Membership, Segment
from app.members.npp import Npp
from printing.fonts import FontShelf
from printing.layout import read_layout
from tests.app.cards.desk import BRANCH, MORNING, RESOURCES, CardDesk, card_renderers

PROGRAM = (RESOURCES / "card_layouts" / "kartu-peserta.toml").read_text(encoding="utf-8")


def save(desk: CardDesk, name: str, version: int) -> None:
    text = PROGRAM.replace('name = "kartu-peserta"\nversion = 1', f'name = "{name}"\nversion = {version}')
    with desk.begin() as work:
        work.layouts.add(StoredLayout(name, version, text, desk.hadi.id, MORNING), {})
        work.commit()


def choose(desk: CardDesk, choice: LayoutChoice) -> None:
    with desk.begin() as work:
        work.layouts.choose(choice)
        work.commit()


def layout_now(desk: CardDesk, of: Membership) -> str:
    def clock() -> datetime:
        return MORNING

    with desk.begin() as work:
        return face_of(work, of.id, clock, BRANCH).layout


def test_without_a_choice_the_programs_layout_is_printed(desk: CardDesk) -> None:
    assert layout_now(desk, desk.member()) == "kartu-peserta 1"


def test_the_company_goes_before_the_segment_and_the_segment_before_the_branch(desk: CardDesk) -> None:
    siti = desk.member()
    for name in ("cabang", "upah", "khusus"):
        save(desk, name, 1)
    choose(desk, LayoutChoice("cabang"))
    assert layout_now(desk, siti) == "cabang 1"
    choose(desk, LayoutChoice("upah", segment=Segment.PU))
    assert layout_now(desk, siti) == "upah 1"
    choose(desk, LayoutChoice("khusus", npp=Npp("13007478")))
    assert layout_now(desk, siti) == "khusus 1"
    choose(desk, LayoutChoice("", npp=Npp("13007478")))
    assert layout_now(desk, siti) == "upah 1"


def test_who_works_for_no_company_gets_the_segments_card_and_not_the_branchs(desk: CardDesk) -> None:
    choose(desk, LayoutChoice("cabang"))
    choose(desk, LayoutChoice("mandiri", segment=Segment.BPU))
    with desk.begin() as work:
        assert work.layouts.chosen(Segment.BPU, None) == "mandiri"
        assert work.layouts.chosen(Segment.PMI, None) == "cabang"


def test_another_company_and_another_segment_are_not_touched(desk: CardDesk) -> None:
    save(desk, "khusus", 1)
    choose(desk, LayoutChoice("khusus", npp=Npp("13009999")))
    choose(desk, LayoutChoice("khusus", segment=Segment.BPU))
    assert layout_now(desk, desk.member()) == "kartu-peserta 1"


def test_a_new_version_is_printed_from_then_on_and_printed_cards_remember_theirs(desk: CardDesk) -> None:
    before = desk.sent(desk.member(1))
    save(desk, PROGRAM_LAYOUT, 2)
    after = desk.sent(desk.member(2, "BUDI SANTOSO"))
    assert (desk.job(before).layout, desk.job(after).layout) == ("kartu-peserta 1", "kartu-peserta 2")


def test_a_card_asked_for_before_a_new_version_is_printed_with_the_new_one(desk: CardDesk) -> None:
    asked = desk.asked(desk.member())
    save(desk, PROGRAM_LAYOUT, 2)
    assert asked.layout == ""
    assert desk.send(asked.id, desk.rina).layout == "kartu-peserta 2"


def test_every_version_gives_its_own_renderer_and_the_name_alone_the_newest(desk: CardDesk) -> None:
    renderers = card_renderers(desk.begin)
    assert renderers.of(PROGRAM_LAYOUT).layout == "kartu-peserta 1"
    save(desk, PROGRAM_LAYOUT, 2)
    save(desk, PROGRAM_LAYOUT, 3)
    assert renderers.of(PROGRAM_LAYOUT).layout == "kartu-peserta 3"
    assert renderers.of("kartu-peserta 2").layout == "kartu-peserta 2"
    assert renderers.of("kartu-peserta 1").layout == "kartu-peserta 1"


@pytest.mark.parametrize("layout", ["tidak-ada", "kartu-peserta 9", "kartu-peserta x"])
def test_a_layout_that_is_not_there_is_told_by_name(desk: CardDesk, layout: str) -> None:
    with pytest.raises(YourEnvironment) as told:
        card_renderers(desk.begin).of(layout)
    assert told.value.problem is Problem.LAYOUT_UNREADABLE
    assert told.value.facts["file"] == layout


def test_a_version_is_read_once(desk: CardDesk) -> None:
    renderers = card_renderers(desk.begin)
    assert renderers.of("kartu-peserta 1") is renderers.of(PROGRAM_LAYOUT)


def test_the_program_brings_the_layouts_it_says_it_brings() -> None:
    fonts = FontShelf(RESOURCES / "fonts")
    files = [read_layout(file, fonts) for file in sorted((RESOURCES / "card_layouts").glob("*.toml"))]
    newest = {
        layout.name: max(each.version for each in files if each.name == layout.name) for layout in files
    }
    assert newest == dict(PROGRAM_LAYOUTS)
