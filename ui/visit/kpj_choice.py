"""Where the membership number comes from: the branch's block, a number already issued, or later."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from app.cards.number_block import BlockLevel
from app.members.kpj import Kpj
from app.visit.member_form import KpjSource
from ui.formats import number, tidy_kpj
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.wording.names import choices


class KpjChoice(QObject):
    """Two fields side by side; a number typed once is kept while another source is looked at."""

    edited = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        choice = Choice(self.tr("KPJ number from"))
        choice.offer(choices(KpjSource))
        self.source_field = Field(self.tr("KPJ number from"), choice)
        self.number_field = Field(self.tr("KPJ number"), tidy=tidy_kpj)
        self._typed = ""
        self._next: Kpj | None = None
        self._block: BlockLevel | None = None
        self.source_field.edited.connect(self._on_source)
        self.number_field.edited.connect(self._on_typed)
        self.show_source(KpjSource.BLOCK)

    def source(self) -> KpjSource:
        return KpjSource(self.source_field.text() or KpjSource.BLOCK.value)

    def typed(self) -> str:
        return self._line.text() if self.source() is KpjSource.TYPED else self._typed

    def set(self, source: KpjSource, typed: str) -> None:
        self._typed = typed
        self.show_source(source)

    def show_source(self, source: KpjSource) -> None:
        self.source_field.set_text(source.value)
        self._show_number()

    def show_next(self, next_number: Kpj | None, block: BlockLevel) -> None:
        """What the block would give now, and how many it has left."""
        self._next, self._block = next_number, block
        self._show_number()

    @property
    def _line(self) -> QLineEdit:
        assert isinstance(self.number_field.editor, QLineEdit)
        return self.number_field.editor

    def _show_number(self) -> None:
        source = self.source()
        self._line.setEnabled(source is KpjSource.TYPED)
        label = self.tr("KPJ number")
        if source is KpjSource.BLOCK and self._block is not None:
            label = self.tr("KPJ number · {left} left").format(left=number(self._block.left))
        self.number_field.set_label(label)
        if source is KpjSource.TYPED:
            self.number_field.set_text(self._typed)
        else:
            next_number = self._next if source is KpjSource.BLOCK else None
            self.number_field.set_text(next_number.grouped if next_number else "—")

    def _on_source(self, _code: str) -> None:
        self._show_number()
        self.edited.emit()

    def _on_typed(self, text: str) -> None:
        self._typed = text
        self.edited.emit()
