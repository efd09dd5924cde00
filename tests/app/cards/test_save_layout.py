"""A designed layout is kept as the next version, in the journal; what is not saved yet survives a crash."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.cards.card_layouts import LayoutChoice
from app.cards.choose_layout import ChooseLayout, SeeLayouts
from app.cards.layout_draft import CardSide, Element, ElementKind, LayoutDraft
from app.cards.save_layout import ReadLayout, SaveLayout, UnsavedLayout, image_name
from app.companies.company import Company
from app.errors import FileRefused, LoketError, Problem, RuleBroken, YourEnvironment
from app.members.membership import Segment
from app.members.npp import Npp
from app.ports import JournalWish
from app.trust.journal import Action, Entry
from app.trust.officer import Officer, Role
from printing.fonts import FontShelf
from printing.layout_files import LayoutFiles
from printing.layout_text import draft_of, text_of
from tests.app.cards.desk import MORNING, RESOURCES, CardDesk, card_renderers

NPP = Npp("13007478")


def clock() -> datetime:
    return MORNING


class Keeper:
    """The administrator with everything they may do with layouts."""

    def __init__(self, desk: CardDesk, folder: Path) -> None:
        self.desk = desk
        self.files = LayoutFiles(RESOURCES / "card_layouts", FontShelf(RESOURCES / "fonts"))
        self.save = SaveLayout(desk.begin, clock, text_of, self.files.check)
        self.read = ReadLayout(desk.begin, draft_of, self.files.program_text)
        self.see, self.choose = SeeLayouts(desk.begin), ChooseLayout(desk.begin, clock)
        self.unsaved = UnsavedLayout(folder / "rancangan.json", text_of, draft_of)
        with desk.begin() as work:
            self.dian = work.officers.add(Officer("Dian Kusuma", Role.ADMINISTRATOR))
            work.companies.add(Company(NPP, "PT SUMBER REJEKI ABADI"))
            work.commit()

    def program(self) -> LayoutDraft:
        return self.read("kartu-peserta 1", self.dian)

    def entries(self, action: Action) -> list[Entry]:
        with self.desk.begin() as work:
            found = work.journal.find(JournalWish(actions=frozenset({action})), 9)
            return [each.entry for each in found]


@pytest.fixture
def keeper(desk: CardDesk, tmp_path: Path) -> Keeper:
    return Keeper(desk, tmp_path)


def picture(colour: str = "#0B6B4F", kind: str = "PNG", size: tuple[int, int] = (60, 30)) -> bytes:
    content = BytesIO()
    Image.new("RGB", size, colour).save(content, kind)
    return content.getvalue()


def with_logo(draft: LayoutDraft, content: bytes) -> LayoutDraft:
    name = image_name(content)
    logo = Element(ElementKind.IMAGE, 60, 15, 20, 10, file=name)
    added, _ = draft.added(CardSide.FRONT, logo)
    return replace(added, images={name: content})


def test_a_changed_layout_is_the_next_version_and_the_one_before_stays(keeper: Keeper) -> None:
    before = keeper.program()
    moved = before.changed(CardSide.FRONT, 6, before.front[6].moved(1, 0))
    saved = keeper.save(moved, keeper.dian)
    assert (saved.name, saved.version) == ("kartu-peserta", 2)
    assert keeper.read("kartu-peserta 2", keeper.dian) == saved
    assert keeper.program() == before
    [entry] = keeper.entries(Action.LAYOUT_SAVED)
    assert (entry.subject, entry.officer_id) == ("layout:kartu-peserta 2", keeper.dian.id)


def test_the_next_card_is_printed_with_it(keeper: Keeper) -> None:
    keeper.save(keeper.program(), keeper.dian)
    assert keeper.desk.sent(keeper.desk.member()).layout == "kartu-peserta 2"


def test_under_another_name_it_begins_with_its_first_version(keeper: Keeper) -> None:
    assert keeper.save(replace(keeper.program(), name="kartu-proyek"), keeper.dian).version == 1
    assert keeper.save(replace(keeper.program(), name="kartu-proyek"), keeper.dian).version == 2


@pytest.mark.parametrize("name", ["", "Kartu", "kartu peserta", "-kartu", "k" * 41, "kartu/proyek"])
def test_a_name_that_would_be_misread_is_refused(keeper: Keeper, name: str) -> None:
    with pytest.raises(RuleBroken) as told:
        keeper.save(replace(keeper.program(), name=name), keeper.dian)
    assert told.value.problem is Problem.LAYOUT_NAME_ODD


def test_a_layout_no_card_could_be_printed_with_is_not_kept(keeper: Keeper) -> None:
    draft = keeper.program()
    broken = draft.changed(CardSide.FRONT, 6, replace(draft.front[6], x_mm=80.0))
    with pytest.raises(YourEnvironment) as told:
        keeper.save(broken, keeper.dian)
    assert (told.value.facts["key"], told.value.facts["why"]) == ("front.texts[0].x_mm", "off_the_card")
    assert [each.version for each in keeper.see(keeper.dian).layouts] == [1]
    assert keeper.entries(Action.LAYOUT_SAVED) == []


def test_a_picture_is_kept_with_the_layout_and_drawn_from_the_database_alone(keeper: Keeper) -> None:
    content = picture()
    saved = keeper.save(with_logo(keeper.program(), content), keeper.dian)
    drawn = card_renderers(keeper.desk.begin).of("kartu-peserta 2").card_layout
    assert (
        keeper.read("kartu-peserta 2", keeper.dian).images == saved.images == {image_name(content): content}
    )
    assert drawn.front.shapes[-1].content == content  # type: ignore[union-attr]


def test_which_layouts_there_are_and_who_made_them(keeper: Keeper) -> None:
    keeper.save(replace(keeper.program(), name="kartu-proyek"), keeper.dian)
    program, own = keeper.see(keeper.dian).layouts
    assert (program.layout, program.made_by, program.made_at) == ("kartu-peserta 1", "", None)
    assert (own.layout, own.made_by, own.made_at) == ("kartu-proyek 1", "Dian Kusuma", MORNING)


def test_a_layout_is_chosen_for_the_branch_a_segment_and_a_company(keeper: Keeper) -> None:
    keeper.save(replace(keeper.program(), name="kartu-proyek"), keeper.dian)
    of_company = LayoutChoice("kartu-proyek", npp=NPP)
    keeper.choose(of_company, keeper.dian)
    keeper.choose(LayoutChoice("kartu-proyek", segment=Segment.JAKON), keeper.dian)
    seen = keeper.see(keeper.dian)
    assert seen.of_branch == "kartu-peserta"
    assert of_company in seen.choices
    assert seen.companies == {NPP: "PT SUMBER REJEKI ABADI"}
    keeper.choose(LayoutChoice("kartu-proyek"), keeper.dian)
    assert keeper.see(keeper.dian).of_branch == "kartu-proyek"
    newest, segment, company = keeper.entries(Action.LAYOUT_CHOSEN)
    assert (newest.subject, newest.facts) == ("", {"card_layout": "kartu-proyek"})
    assert segment.facts == {"card_layout": "kartu-proyek", "segment": "JAKON"}
    assert company.subject == f"company:{NPP.text}"


def test_a_choice_is_taken_away(keeper: Keeper) -> None:
    keeper.choose(LayoutChoice("kartu-peserta", npp=NPP), keeper.dian)
    keeper.choose(LayoutChoice("", npp=NPP), keeper.dian)
    assert keeper.see(keeper.dian).choices == ()


@pytest.mark.parametrize(
    "choice", [LayoutChoice("tidak-ada"), LayoutChoice("kartu-peserta", npp=Npp("99999999"))]
)
def test_what_the_branch_does_not_have_is_not_chosen(keeper: Keeper, choice: LayoutChoice) -> None:
    with pytest.raises(RuleBroken) as told:
        keeper.choose(choice, keeper.dian)
    assert told.value.problem is Problem.NOT_FOUND
    assert keeper.entries(Action.LAYOUT_CHOSEN) == []


def test_what_was_not_saved_comes_back_after_a_crash(keeper: Keeper) -> None:
    assert keeper.unsaved.kept() is None
    draft = with_logo(keeper.program(), picture())
    broken = draft.changed(CardSide.FRONT, 6, replace(draft.front[6], x_mm=80.0))
    keeper.unsaved.keep(broken)
    assert keeper.unsaved.kept() == broken
    keeper.unsaved.drop()
    assert keeper.unsaved.kept() is None
    keeper.unsaved.drop()


@pytest.mark.parametrize(
    "left", [b"", b"{}", b'{"text": "x", "images": {}}', b'{"text": 3, "images": {"a": "!"}}']
)
def test_a_damaged_leftover_is_no_leftover(keeper: Keeper, left: bytes) -> None:
    keeper.unsaved.file.write_bytes(left)
    assert keeper.unsaved.kept() is None


def test_a_layout_given_out_is_taken_in_again_as_it_was(keeper: Keeper, tmp_path: Path) -> None:
    file = tmp_path / "luar" / "kartu-proyek.toml"
    draft = replace(with_logo(keeper.program(), picture(kind="JPEG")), name="kartu-proyek")
    keeper.files.give_out(draft, file)
    taken = keeper.files.take_in(file)
    [(name, content)] = taken.images.items()
    assert name == image_name(content)
    assert replace(taken, images={}).front[-1] == draft.front[-1]
    assert [element.kind for element in taken.front] == [element.kind for element in draft.front]
    assert keeper.save(taken, keeper.dian).version == 1


@pytest.mark.parametrize(
    ("text", "key", "why"),
    [
        ("name = 'a'\nversion = 1\n[front]\nshape = 1\n", "front.shape", "unknown"),
        ("[[[", "", "not_toml"),
        ("a" * 200_001, "", "too_large"),
    ],
)
def test_a_file_from_outside_is_read_strictly(
    keeper: Keeper, tmp_path: Path, text: str, key: str, why: str
) -> None:
    file = tmp_path / "luar.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(YourEnvironment) as told:
        keeper.files.take_in(file)
    assert told.value.facts["why"] == why
    assert told.value.facts["key"].startswith(key)


def test_a_picture_from_outside_is_drawn_anew_and_no_finer_than_a_card(
    keeper: Keeper, tmp_path: Path
) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(picture(size=(4000, 1000)))
    with Image.open(BytesIO(keeper.files.picture(file))) as drawn:
        assert (drawn.format, drawn.size) == ("JPEG", (2032, 508))


@pytest.mark.parametrize("content", [b"", b"not a picture at all", b"%PDF-1.4 nothing"])
def test_what_is_no_picture_is_refused(keeper: Keeper, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    with pytest.raises((FileRefused, LoketError)):
        keeper.files.picture(file)


def test_a_layout_reaches_for_no_picture_outside_its_folder(keeper: Keeper, tmp_path: Path) -> None:
    (tmp_path / "rahasia.png").write_bytes(picture())
    file = tmp_path / "luar" / "a.toml"
    logo = Element(ElementKind.IMAGE, 60, 15, 20, 10, file="../rahasia.png")
    file.parent.mkdir()
    file.write_text(text_of(LayoutDraft("a", 1, (logo,))), encoding="utf-8")
    with pytest.raises(YourEnvironment) as told:
        keeper.files.take_in(file)
    assert told.value.facts["why"] == "no_such_file"
