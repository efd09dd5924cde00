"""The room "Cetak kartu": company batches and one batch, or single cards; F6 goes from one to the other."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.cards.batch_page import BatchPage
from ui.cards.card_room_page import CardRoomPage
from ui.cards.queue_page import QueuePage


class CardsRoom(QStackedWidget):
    def __init__(self, single: CardRoomPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(single.accessibleName())
        self.single = single
        self.queue = QueuePage()
        self.batch = BatchPage()
        for page in (single, self.queue, self.batch):
            self.addWidget(page)
        single.batches_asked.connect(self.show_queue)
        self.queue.other_cards_asked.connect(self.show_single)
        self.batch.left.connect(self.show_queue)

    def show_single(self) -> None:
        self._go_to(self.single)

    def show_queue(self) -> None:
        self._go_to(self.queue)

    def show_batch(self) -> None:
        self._go_to(self.batch)

    @property
    def shows_batch(self) -> bool:
        return self.currentWidget() is self.batch

    def _go_to(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
