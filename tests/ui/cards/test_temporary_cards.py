"""The printer is down in the middle of a batch: those who cannot wait get a card on paper, by one key."""

from PySide6.QtCore import Qt

from app.ports import JournalWish
from app.trust.journal import Action
from tests.ui.cards.test_batch_room import Room, room
from ui.cards.batch_actions import Deed

__all__ = ["room"]


def test_a_stopped_batch_gives_temporary_cards_and_none_of_its_cards_moves(room: Room) -> None:
    room.lose(after=2)
    room.prepared()
    room.press(Qt.Key.Key_F9)
    room.until_asked(2)
    room.until_offered(Deed.PAPER_CARDS)
    before = room.states()
    room.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    room.qtbot.waitUntil(lambda: "kartu-sementara.pdf" in room.page.notice.accessibleName(), timeout=10_000)
    assert room.states() == before
    [file] = room.at.paths.out.glob("*/*_kartu-sementara.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    with room.at.branch.look() as work:
        [found] = work.journal.find(JournalWish(actions=frozenset({Action.SHEET_WRITTEN})), 5)
    assert found.entry.subject == f"batch:{room.batch().id}"
    assert found.entry.facts == {"cards": "3"}
