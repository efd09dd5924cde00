"""The card on the table: the very pixels that are printed, with frames above to take hold of.

``show_draft(draft, side, place)`` moves the frames at once; ``show_page(image)`` brings the pixels after
them. ``chosen(place)`` when an element is taken (-1: none), ``changed(element, step)`` while it is moved or
resized: the changes of one drag carry the same ``step``.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.cards.layout_draft import CARD_MM, SHAPES, CardSide, Element, LayoutDraft
from app.ports import PageImage
from ui.theme import WIDE
from ui.wording.layout_words import element_title, side_name

ZOOMS = (1.0, 1.5, 2.0, 3.0)
_CORNER_MM = 3.18
_HANDLE_PX = 9
_SNAP_PX = 6
_MARGIN_MM = 5.0
_STEP_MM, _WIDE_STEP_MM = 0.1, 1.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class LayoutCanvas(QWidget):
    chosen = Signal(int)
    changed = Signal(object, str)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = LayoutDraft("", 1)
        self._side = CardSide.FRONT
        self._place = -1
        self._image: QImage | None = None
        self._flawed: frozenset[int] = frozenset()
        self._zoom = ZOOMS[0]
        self._held: tuple[QPointF, Element, bool] | None = None  # where, what, by its corner
        self._drags = 0
        self._guides: tuple[float | None, float | None] = (None, None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The card: Tab chooses an element, arrow keys move it"))

    def show_draft(self, draft: LayoutDraft, side: CardSide, place: int) -> None:
        if side is not self._side:
            self._image = None
        self._draft, self._side, self._place = draft, side, place
        element = self._element()
        said = side_name(side) if element is None else element_title(element)
        self.setAccessibleDescription(said)
        self.update()

    def show_page(self, page: PageImage | None) -> None:
        if page is None:
            self._image = None
        else:
            stride = page.width * 3
            whole = QImage(page.rgb, page.width, page.height, stride, QImage.Format.Format_RGB888)
            self._image = whole.copy()
        self.update()

    def show_flawed(self, places: frozenset[int]) -> None:
        self._flawed = places
        self.update()

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, zoom: float, room: QSize) -> None:
        """``room`` is what can be seen of the table at once; at the first zoom the whole card is seen."""
        self._zoom = zoom
        self.setMinimumSize(room * zoom if zoom > ZOOMS[0] else QSize(320, 210))
        self.updateGeometry()
        self.update()

    def page_width(self) -> int:
        """Pixels the card is wide here."""
        return round(self._card().width() * self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        return QSize(560, 370)

    # what is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card, colours = self._card(), self.palette()
        shape = QPainterPath()
        corner = _CORNER_MM * self._scale()
        shape.addRoundedRect(card, corner, corner)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(card, colours.color(QPalette.ColorRole.Base))
        if self._image is not None:
            painter.drawImage(card, self._image)
        painter.restore()
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Dark), 1))
        painter.drawPath(shape)
        self._paint_frames(painter)
        if self.hasFocus() and self._place < 0:
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(card.adjusted(-4, -4, 4, 4))

    def _paint_frames(self, painter: QPainter) -> None:
        colours = self.palette()
        faint = QPen(colours.color(QPalette.ColorRole.Dark), 1, Qt.PenStyle.DotLine)
        wrong = QPen(colours.color(QPalette.ColorRole.BrightText), 2)
        taken = QPen(colours.color(QPalette.ColorRole.Accent), 2)
        for place, element in enumerate(self._draft.elements(self._side)):
            flawed = place in self._flawed
            if place != self._place and (flawed or element.kind not in SHAPES):
                painter.setPen(wrong if flawed else faint)
                painter.drawRect(self._frame(element))
        current = self._element()
        if current is not None:
            frame = self._frame(current)
            painter.setPen(wrong if self._place in self._flawed else taken)
            painter.drawRect(frame)
            painter.fillRect(self._handle(frame), taken.color())
        across, down = self._guides
        painter.setPen(QPen(taken.color(), 1, Qt.PenStyle.DashLine))
        if across is not None:
            x = self._card().left() + across * self._scale()
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        if down is not None:
            y = self._card().top() + down * self._scale()
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _card(self) -> QRectF:
        room = self.rect().adjusted(WIDE, WIDE, -WIDE, -WIDE)
        width = min(float(room.width()), room.height() * CARD_MM[0] / CARD_MM[1])
        height = width * CARD_MM[1] / CARD_MM[0]
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        return QRectF(left, top, width, height)

    def _scale(self) -> float:
        """Pixels a millimetre."""
        return self._card().width() / CARD_MM[0]

    def _frame(self, element: Element) -> QRectF:
        left, top, width, height = element.area
        card, scale = self._card(), self._scale()
        return QRectF(card.left() + left * scale, card.top() + top * scale, width * scale, height * scale)

    def _handle(self, frame: QRectF) -> QRectF:
        return QRectF(frame.right() - _HANDLE_PX / 2, frame.bottom() - _HANDLE_PX / 2, _HANDLE_PX, _HANDLE_PX)

    def _covers_card(self, element: Element) -> bool:
        """A ground the size of the card: its frame would only hide the card's edge."""
        left, top, width, height = element.area
        return left <= 0 and top <= 0 and left + width >= CARD_MM[0] and top + height >= CARD_MM[1]

    def _element(self) -> Element | None:
        elements = self._draft.elements(self._side)
        return elements[self._place] if 0 <= self._place < len(elements) else None

    # hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at, element = event.position(), self._element()
        if element is not None and self._handle(self._frame(element)).adjusted(-3, -3, 3, 3).contains(at):
            self._held = at, element, True
        else:
            place = self._place_at(at)
            self.chosen.emit(place)
            element = self._element()
            self._held = (at, element, False) if place >= 0 and element is not None else None
        self._drags += 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        element = self._element()
        if self._held is None:
            over = element is not None and self._handle(self._frame(element)).contains(event.position())
            self.setCursor(Qt.CursorShape.SizeFDiagCursor if over else Qt.CursorShape.ArrowCursor)
            return
        begun, before, by_corner = self._held
        moved = (event.position() - begun) / self._scale()
        if by_corner:
            after = before.grown(moved.x(), moved.y())
        else:
            after = self._snapped(before.moved(moved.x(), moved.y()))
        self.changed.emit(after, f"drag {self._drags}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self._guides = (None, None)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        element, arrow = self._element(), _ARROWS.get(Qt.Key(event.key()))
        if element is None or arrow is None:
            super().keyPressEvent(event)
            return
        held = event.modifiers()
        step = _WIDE_STEP_MM if held & Qt.KeyboardModifier.ShiftModifier else _STEP_MM
        right, down = arrow[0] * step, arrow[1] * step
        resizes = bool(held & Qt.KeyboardModifier.ControlModifier)
        after = element.grown(right, down) if resizes else element.moved(right, down)
        self.changed.emit(after, f"keys {self._place} {resizes}")

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes through the elements, and on when it has passed the last."""
        after = self._place + (1 if forwards else -1)
        if -1 <= after < len(self._draft.elements(self._side)) and not (self._place == -1 and not forwards):
            self.chosen.emit(after)
            return True
        return super().focusNextPrevChild(forwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason and self._place < 0:
            self.chosen.emit(0)

    def resizeEvent(self, event: object) -> None:
        self.resized.emit()

    def _place_at(self, at: QPointF) -> int:
        """The topmost below the pointer; a large ground only where nothing else is."""
        elements = self._draft.elements(self._side)
        under = [
            place
            for place, each in enumerate(elements)
            if self._frame(each).adjusted(-2, -2, 2, 2).contains(at)
        ]
        if not under:
            return -1
        return next((place for place in reversed(under) if not self._covers_card(elements[place])), under[-1])

    def _snapped(self, element: Element) -> Element:
        """Edges and middles nearby draw it to them; a line shows which."""
        near = _SNAP_PX / self._scale()
        left, top, width, height = element.area
        right, across = _nearest((left, left + width / 2, left + width), self._lines(0), near)
        down, along = _nearest((top, top + height / 2, top + height), self._lines(1), near)
        self._guides = (across, along)
        return element.moved(right, down)

    def _lines(self, axis: int) -> Iterator[float]:
        """What things stand in line with: the card, its margin and the other elements."""
        size = CARD_MM[axis]
        yield from (0.0, _MARGIN_MM, size / 2, size - _MARGIN_MM, size)
        for place, other in enumerate(self._draft.elements(self._side)):
            if place != self._place:
                start, length = other.area[axis], other.area[axis + 2]
                yield from (start, start + length / 2, start + length)


def _nearest(edges: tuple[float, ...], lines: Iterator[float], near: float) -> tuple[float, float | None]:
    """How far to move so that an edge meets a line, and that line."""
    distances = [(abs(line - edge), line - edge, line) for line in lines for edge in edges]
    closest = min(distances)
    return (closest[1], closest[2]) if closest[0] <= near else (0.0, None)
