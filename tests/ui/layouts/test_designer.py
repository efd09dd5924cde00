"""The designer: take an element, move it, see it, hear what is wrong, take it back, save it as a version."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.cards.card_face import CardFace
from app.cards.card_text import CardText
from app.cards.layout_draft import PROPERTIES, CardSide, DraftLook, ElementKind, LayoutDraft
from tests.ui.accessible import nameless
from tests.ui.layouts.conftest import LayoutRoom
from ui.layouts.layout_canvas import ZOOMS

FRONT = CardSide.FRONT
NO_KEY, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def place_of(room: LayoutRoom, kind: ElementKind, show: CardText = CardText.NAME) -> int:
    return next(
        place
        for place, each in enumerate(room.designer.draft.front)
        if each.kind is kind and (kind is not ElementKind.FIELD or each.show is show)
    )


def take(room: LayoutRoom, kind: ElementKind, show: CardText = CardText.NAME) -> int:
    place = place_of(room, kind, show)
    room.page.canvas.chosen.emit(place)
    return place


def seen(room: LayoutRoom) -> QImage:
    return room.page.canvas.grab().toImage()


def told(room: LayoutRoom) -> list[str]:
    table = room.page.flaws
    return [str(table.model().index(row, 1).data()) for row in range(table.row_count())]


def middle_of(room: LayoutRoom, place: int) -> QPoint:
    canvas = room.page.canvas
    return canvas._frame(room.designer.draft.front[place]).center().toPoint()


def drag(room: LayoutRoom, begin: QPoint, end: QPoint) -> None:
    canvas = room.page.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, NO_KEY, begin)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, begin + QPointF(end - begin).toPoint() * share)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, NO_KEY, end)


def test_arrow_keys_move_the_element_by_a_tenth_and_with_shift_by_a_millimetre(room: LayoutRoom) -> None:
    room.design()
    place = take(room, ElementKind.FIELD, CardText.NIK)
    before = room.designer.draft.front[place]
    canvas = room.page.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Up, SHIFT)
    after = room.designer.draft.front[place]
    assert (after.x_mm, after.y_mm) == (before.x_mm + 0.1, before.y_mm - 1)
    QTest.keyClick(canvas, Qt.Key.Key_Left, CTRL | SHIFT)
    assert room.designer.draft.front[place].width_mm == before.width_mm - 1


def test_tab_goes_through_the_elements_and_then_on(room: LayoutRoom) -> None:
    room.design()
    room.page.name.editor.setFocus()
    room.page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    count = len(room.designer.draft.front)
    chosen = []
    for _ in range(count):
        chosen.append(room.page.table.current_row())
        QTest.keyClick(room.page.canvas, Qt.Key.Key_Tab)
    assert chosen == list(range(count))
    assert not room.page.canvas.hasFocus()


def test_a_click_takes_the_topmost_element_and_shows_what_it_is_made_of(room: LayoutRoom) -> None:
    room.design()
    place = place_of(room, ElementKind.FIELD, CardText.NIK)
    QTest.mouseClick(room.page.canvas, Qt.MouseButton.LeftButton, NO_KEY, middle_of(room, place))
    assert room.page.table.current_row() == place
    assert room.page.panel.fields["x_mm"].text() == "41"
    shown = [key for key, field in room.page.panel.fields.items() if not field.isHidden()]
    assert set(shown) == set(PROPERTIES[ElementKind.FIELD])


def test_a_drag_moves_it_in_one_step_and_draws_it_to_lines_nearby(room: LayoutRoom) -> None:
    room.design()
    place = place_of(room, ElementKind.FIELD, CardText.ISSUED_ON)
    before, begin = room.designer.draft.front[place], middle_of(room, place)
    scale = room.page.canvas._scale()
    drag(room, begin, begin + QPoint(round(-3 * scale), round(-10 * scale)))
    after = room.designer.draft.front[place]
    assert after.x_mm == pytest.approx(before.x_mm - 3, abs=1.2)
    assert after.y_mm == pytest.approx(before.y_mm - 10, abs=1.2)
    room.page.undo.click()
    assert room.designer.draft.front[place] == before
    assert not room.designer.unsaved


def test_the_corner_makes_it_larger(room: LayoutRoom) -> None:
    room.design()
    place = take(room, ElementKind.FIELD, CardText.COMPANY)
    before = room.designer.draft.front[place]
    canvas = room.page.canvas
    corner = canvas._frame(before).bottomRight().toPoint()
    drag(room, corner, corner + QPoint(round(4 * canvas._scale()), 0))
    assert room.designer.draft.front[place].width_mm == pytest.approx(before.width_mm + 4, abs=0.3)


def test_the_pixels_follow_what_was_changed(room: LayoutRoom) -> None:
    room.design()
    place = take(room, ElementKind.FIELD)
    room.page.canvas.chosen.emit(-1)
    before = seen(room)
    room.page.canvas.chosen.emit(place)
    room.page.panel.fields["size_pt"].edited.emit("9")
    room.settle()
    room.page.canvas.chosen.emit(-1)
    assert seen(room) != before


def test_what_is_wrong_stands_beside_its_property_and_in_the_list(room: LayoutRoom) -> None:
    room.design()
    take(room, ElementKind.FIELD, CardText.NIK)
    field = room.page.panel.fields["x_mm"]
    field.set_text("60")
    field.edited.emit("60")
    room.settle()
    words = "Reaches over the edge of the card. Move it in."
    assert words in told(room)
    assert room.page.panel.message("x_mm") == words
    assert field.editor.accessibleDescription() == words
    field.edited.emit("41")
    room.settle()
    assert told(room) == []
    assert room.page.panel.message("x_mm") == ""


def test_enter_on_what_is_wrong_takes_its_element_and_its_field(room: LayoutRoom) -> None:
    room.design()
    place = take(room, ElementKind.TEXT)
    room.page.panel.fields["text"].edited.emit("KARTU 🎉")
    room.settle()
    room.page.other_side.click()
    room.settle()
    room.page.flaws.setFocus()
    QTest.keyClick(room.page.flaws, Qt.Key.Key_Return)
    assert room.page.table.current_row() == place
    assert room.page.panel.fields["text"].editor.hasFocus()


def test_what_is_no_number_stays_as_typed_and_changes_nothing(room: LayoutRoom) -> None:
    room.design()
    place = take(room, ElementKind.FIELD)
    before, field = room.designer.draft, room.page.panel.fields["width_mm"]
    field.editor.setFocus()
    field.editor.selectAll()  # type: ignore[union-attr]
    QTest.keyClicks(field.editor, "4x")
    room.settle()
    assert (field.text(), room.page.panel.message("width_mm")) == ("4x", "A number, such as 12.5")
    assert room.designer.draft.front[place].width_mm == 4
    QTest.keyClick(field.editor, Qt.Key.Key_Backspace)
    QTest.keyClicks(field.editor, "0,5")
    room.settle()
    assert room.designer.draft.front[place].width_mm == 40.5
    room.page.undo.click()
    assert room.designer.draft == before


def test_elements_are_added_copied_reordered_and_taken_out(room: LayoutRoom) -> None:
    room.design()
    count = len(room.designer.draft.front)
    room.page.add_asked.emit("text")
    room.page.copy.triggered.emit()
    texts = [each.text for each in room.designer.draft.front if each.kind is ElementKind.TEXT]
    assert texts[-2:] == ["Teks", "Teks"]
    place = room.page.table.current_row()
    room.page.earlier.triggered.emit()
    assert room.page.table.current_row() == place - 1
    room.page.delete.triggered.emit()
    room.page.delete.triggered.emit()
    assert len(room.designer.draft.front) == count
    for _ in range(5):
        room.page.undo.triggered.emit()
    assert not room.designer.unsaved


@pytest.mark.parametrize("kind", [kind for kind in ElementKind if kind is not ElementKind.IMAGE])
def test_every_kind_that_is_added_can_be_drawn(room: LayoutRoom, kind: ElementKind) -> None:
    room.design()
    if room.designer.draft.has_code(FRONT, kind):
        room.page.canvas.chosen.emit(place_of(room, kind))
        room.page.delete.triggered.emit()
    room.page.add_asked.emit(kind.value)
    room.settle()
    assert room.designer.draft.front[room.page.table.current_row()].kind is kind
    assert told(room) == []


def test_a_code_is_offered_once_a_side(room: LayoutRoom) -> None:
    room.design()
    offered = [room.page.add.itemData(at) for at in range(room.page.add.count())]
    assert "code128" not in offered
    room.page.other_side.click()
    assert "code128" in [room.page.add.itemData(at) for at in range(room.page.add.count())]


def test_a_picture_is_drawn_on_the_card_and_stored_with_it(room: LayoutRoom, tmp_path: Path) -> None:
    file, content = tmp_path / "logo.png", BytesIO()
    Image.new("RGB", (80, 40), "#B3261E").save(content, "PNG")
    file.write_bytes(content.getvalue())
    room.design()
    room.designer.read_picture(file)
    room.settle()
    [image] = [each for each in room.designer.draft.front if each.kind is ElementKind.IMAGE]
    assert told(room) == []
    room.page.save.triggered.emit()
    room.settle()
    stored = room.parts.read("kartu-peserta 2", room.dian)
    assert list(stored.images) == [image.file]


def test_what_is_no_picture_is_told_and_nothing_is_added(room: LayoutRoom, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")
    room.design()
    room.designer.read_picture(tmp_path / "logo.png")
    room.settle()
    assert room.page.notice.isVisible()
    assert not room.designer.unsaved


def test_a_back_taken_away_comes_back_with_undo(room: LayoutRoom) -> None:
    room.design()
    room.page.has_back.click()
    room.settle()
    assert (room.designer.draft.back, room.page.other_side.isEnabled()) == (None, False)
    room.page.undo.click()
    assert room.designer.draft.back
    assert room.page.has_back.isChecked()


def test_saved_it_is_the_next_version_and_what_was_kept_unsaved_goes(room: LayoutRoom) -> None:
    room.design()
    take(room, ElementKind.TEXT)
    room.page.panel.fields["text"].edited.emit("KARTU ANGGOTA")
    room.designer._keep()
    room.settle()
    assert room.parts.unsaved.kept() == room.designer.draft
    room.page.save.click()
    room.settle()
    assert room.newest() == {"kartu-peserta": 2}
    assert "Saved as version 2" in room.page.notice.accessibleName()
    assert (room.designer.unsaved, room.parts.unsaved.kept()) == (False, None)


def test_under_another_name_it_is_another_layout(room: LayoutRoom) -> None:
    room.design()
    room.page.name.edited.emit("kartu-proyek")
    room.page.save.click()
    room.settle()
    assert room.newest() == {"kartu-peserta": 1, "kartu-proyek": 1}


def test_what_cannot_be_saved_is_told_and_stays_on_the_table(room: LayoutRoom) -> None:
    room.design()
    take(room, ElementKind.TEXT)
    room.page.panel.fields["x_mm"].edited.emit("80")
    room.page.name.edited.emit("Kartu Baru")
    room.page.save.click()
    room.settle()
    assert "A layout cannot be called that" in room.page.notice.accessibleName()
    assert room.designer.draft.name == "Kartu Baru"
    assert room.newest() == {"kartu-peserta": 1}


def test_what_was_not_saved_is_offered_after_a_crash(room: LayoutRoom) -> None:
    room.design()
    take(room, ElementKind.TEXT)
    room.page.panel.fields["text"].edited.emit("KARTU ANGGOTA")
    room.designer._keep()
    room.settle()
    left = room.designer.draft
    room.open()
    assert "changed and not saved" in room.kept.notice.accessibleName()
    room.presenter._go_on(left)
    room.settle()
    assert (room.designer.draft, room.designer.unsaved) == (left, True)


def test_leaving_with_something_unsaved_leads_back_to_it(room: LayoutRoom) -> None:
    room.design()
    take(room, ElementKind.TEXT)
    room.page.panel.fields["text"].edited.emit("KARTU ANGGOTA")
    room.page.leave.click()
    assert room.room.currentWidget() is room.kept
    room.kept.design_asked.emit("kartu-peserta 1")
    room.settle()
    assert room.room.currentWidget() is room.page
    assert room.designer.draft.front[place_of(room, ElementKind.TEXT)].text == "KARTU ANGGOTA"


def test_another_officer_who_comes_by_finds_it_untouched_and_may_not_save(room: LayoutRoom) -> None:
    room.design()
    take(room, ElementKind.TEXT)
    room.page.panel.fields["text"].edited.emit("KARTU ANGGOTA")
    draft = room.designer.draft
    room.presenter.start(room.at.desk.hadi)
    room.page.save.click()
    room.settle()
    assert (room.designer.draft, room.newest()) == (draft, {"kartu-peserta": 1})
    room.presenter.start(room.dian)
    room.settle()
    assert room.designer.draft == draft


def test_it_is_seen_with_the_longest_name_and_with_letters_in_the_number(room: LayoutRoom) -> None:
    room.design()
    pictures = []
    for place in range(3):
        room.page.sample_chosen.emit(place)
        room.settle()
        pictures.append(seen(room))
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_nearer_shows_the_card_larger_and_farther_whole(room: LayoutRoom) -> None:
    room.design()
    whole = room.page.canvas.page_width()
    QTest.keyClick(room.page.canvas, Qt.Key.Key_Plus, CTRL)
    room.settle()
    assert room.page.canvas.zoom == ZOOMS[1]
    assert room.page.canvas.page_width() > whole
    QTest.keyClick(room.page.canvas, Qt.Key.Key_Minus, CTRL)
    room.settle()
    assert room.page.canvas.page_width() == whole


def test_nothing_that_takes_the_focus_is_nameless(room: LayoutRoom) -> None:
    room.design()
    take(room, ElementKind.TEXT)
    assert nameless(room.window) == []


def test_of_many_quick_changes_the_last_is_drawn_and_not_every_one(room: LayoutRoom) -> None:
    drawn: list[LayoutDraft] = []
    look = room.parts.look

    def counted(draft: LayoutDraft, face: CardFace, width: int) -> DraftLook:
        drawn.append(draft)
        return look(draft, face, width)

    room.parts = replace(room.parts, look=counted)
    room.open()
    room.design()
    place = take(room, ElementKind.FIELD)
    drawn.clear()
    for _ in range(20):
        QTest.keyClick(room.page.canvas, Qt.Key.Key_Down)
    room.settle()
    assert drawn[-1] == room.designer.draft
    assert len(drawn) < 20
    assert room.designer.draft.front[place].y_mm == pytest.approx(18.7)
