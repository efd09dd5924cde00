"""The list of layouts: look at each, choose for whom it is printed, take files in and give them out."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.cards.card_layouts import LayoutChoice
from app.members.membership import Segment
from app.members.npp import Npp
from tests.ui.accessible import nameless
from tests.ui.layouts.conftest import LayoutRoom


def choices(room: LayoutRoom) -> tuple[LayoutChoice, ...]:
    return room.parts.see(room.dian).choices


def cells(room: LayoutRoom) -> dict[str, str]:
    model = room.kept.choices.model()
    return {
        str(model.index(row, 0).data()): str(model.index(row, 1).data()) for row in range(model.rowCount())
    }


def test_the_programs_layout_is_there_from_the_first_day_with_its_picture(room: LayoutRoom) -> None:
    current = room.kept.current()
    assert current is not None
    assert current.layout == "kartu-peserta 1"
    assert room.kept.card.shows_card
    assert cells(room)["The whole branch"] == "kartu-peserta"


def test_a_segment_gets_the_layout_by_key(room: LayoutRoom) -> None:
    room.kept.choices.setFocus()
    room.kept.choices.selectRow(3)
    QTest.keyClick(room.kept.choices, Qt.Key.Key_F9)
    room.settle()
    assert choices(room) == (LayoutChoice("kartu-peserta", segment=Segment.JAKON),)
    room.kept.choices.selectRow(3)
    QTest.keyClick(room.kept.choices, Qt.Key.Key_Delete)
    room.settle()
    assert choices(room) == ()


def test_a_company_gets_a_layout_of_its_own_by_its_npp(room: LayoutRoom) -> None:
    room.kept.npp.set_text("1300 7478")
    room.kept.npp.entered.emit()
    room.settle()
    assert choices(room) == (LayoutChoice("kartu-peserta", npp=Npp("13007478")),)
    assert cells(room)["13007478 · PT SUMBER REJEKI ABADI"] == "kartu-peserta"


def test_a_company_the_branch_does_not_have_is_told_beside_the_field(room: LayoutRoom) -> None:
    for typed in ("99999999", "13"):
        room.kept.npp.set_text(typed)
        room.kept.npp.entered.emit()
        room.settle()
        assert room.kept.npp.message() == "The branch has no company of this NPP."
        assert room.kept.npp.text() == typed
    assert choices(room) == ()


def test_a_layout_goes_out_as_a_file_and_comes_in_through_the_designer(
    room: LayoutRoom, tmp_path: Path
) -> None:
    file = tmp_path / "luar" / "kartu.toml"
    room.presenter.give_out("kartu-peserta 1", file)
    room.settle()
    assert "kartu.toml is written" in room.kept.notice.accessibleName()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('name = "kartu-peserta"', 'name = "kartu-luar"'), encoding="utf-8")
    room.presenter.take_in(file)
    room.settle()
    assert room.room.currentWidget() is room.page
    assert (room.designer.draft.name, room.designer.unsaved) == ("kartu-luar", True)
    room.page.save.click()
    room.settle()
    assert room.newest()["kartu-luar"] == 1


def test_a_file_with_a_slip_of_the_pen_names_it_and_nothing_is_taken_in(
    room: LayoutRoom, tmp_path: Path
) -> None:
    file = tmp_path / "kartu.toml"
    file.write_text('name = "a"\nversion = 1\n[[front.texts]]\ntxt = "A"\n', encoding="utf-8")
    room.presenter.take_in(file)
    room.settle()
    words = room.kept.notice.accessibleName()
    assert "kartu.toml, front.texts[0].size_pt: Something must stand here." in words
    assert room.room.currentWidget() is room.kept


def test_nothing_that_takes_the_focus_is_nameless(room: LayoutRoom) -> None:
    assert nameless(room.window) == []
