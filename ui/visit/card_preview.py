"""Draws the card of the moment from the very bytes that would be printed, shortly after it changed."""

from PySide6.QtCore import QObject, QTimer

from app.cards.card_face import CardFace
from app.errors import LoketError
from app.ports import CardRenderers, PageImage, Preview
from ui.background import Background, Lane
from ui.visit.side_panel import SidePanel
from ui.wording.problem_words import problem_words

PAUSE_MS = 150
WIDTH = 668
"""Pixels across: twice the panel's card at 1366 pixels, so that it is sharp at 200 % too."""


class CardPreview(QObject):
    def __init__(
        self, panel: SidePanel, renderers: CardRenderers, preview: Preview, background: Background
    ) -> None:
        super().__init__(panel)
        self._panel, self._renderers, self._preview = panel, renderers, preview
        self._background = background
        self._face: CardFace | None = None
        self._shown: CardFace | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    def show(self, face: CardFace | None) -> None:
        if face == self._face:
            return
        self._face = face
        if face is None:
            self._pause.stop()
            self._shown = None
            self._panel.show_no_card(self.tr("The card appears here once name, NIK and KPJ are known."))
        else:
            self._pause.start()

    def _draw(self) -> None:
        face, renderers, preview = self._face, self._renderers, self._preview
        if face is None:
            return

        def drawn() -> PageImage:
            return preview(renderers.of(face.layout).render([face]), 0, WIDTH)

        self._background.run(
            self,
            drawn,
            then=lambda image: self._show(face, image),
            otherwise=lambda error: self._explain(face, error),
            lane=Lane.PAPER,
        )

    def _show(self, face: CardFace, image: PageImage) -> None:
        if face == self._face:
            self._shown = face
            self._panel.show_card(image)

    def _explain(self, face: CardFace, error: Exception) -> None:
        if face != self._face:
            return
        words = problem_words(error) if isinstance(error, LoketError) else None
        why = f"{words.what}. {words.next_step}" if words else self.tr("The preview cannot be drawn.")
        self._panel.show_no_card(why)
