"""Draw a report on A4: facts, tables that go on over the pages, and on each page where the journal stood.

Written straight onto the canvas: ten thousand lines through ReportLab's own tables take a minute.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from app.exchange.write_workbook import Cell, Column, Sheet
from app.reports.report import Facts, Report, grouped
from printing import indonesian
from printing.fonts import Font, FontShelf, one_document_at_a_time
from printing.line_wrap import wrapped

_WIDTH, _HEIGHT = A4
_LEFT, _RIGHT = 15 * mm, _WIDTH - 15 * mm
_TOP, _FOOT = _HEIGHT - 15 * mm, 22 * mm
_ACCENT, _INK, _MUTED, _LINE, _HEADING = (
    HexColor(code) for code in ("#0B6B4F", "#17212B", "#55636F", "#C9D1D9", "#E3F1EC")
)
_LABELS = 45 * mm
_GAP = 2 * mm
_SIZE, _SMALL, _STEP = 8.5, 7.5, 1.32
"""Sizes in points; a line of text takes ``_STEP`` times its size."""

_SIGNED, _SIGNATURE = 22 * mm, 60 * mm
_EMPTY = "Tidak ada."


@dataclass(frozen=True, slots=True)
class PdfReportRenderer:
    """The same report gives the same bytes."""

    fonts: FontShelf

    def render(self, report: Report) -> bytes:
        paper = _Paper(report, self.fonts.font("Inter-400Regular"), self.fonts.font("Inter-600SemiBold"))
        paper.fill()
        file = io.BytesIO()
        canvas = Canvas(file, pagesize=A4, invariant=1, lang="id", initialFontName=paper.plain.name)
        canvas.setTitle(paper.plain.drawable(report.title))
        canvas.setAuthor("Loket")
        canvas.setCreator("Loket")
        with one_document_at_a_time:
            for number, page in enumerate(paper.pages, start=1):
                page.draw(canvas)
                paper.foot(number).draw(canvas)
                canvas.showPage()
            canvas.save()
        return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Text:
    x: float
    y: float
    text: str
    font: Font
    size: float = _SIZE
    colour: Color = _INK
    at_right: bool = False


@dataclass(slots=True)
class _Page:
    """What will be drawn: rules and grounds first, then the texts."""

    grounds: list[tuple[float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float, Color]] = field(default_factory=list)
    texts: list[_Text] = field(default_factory=list)

    def draw(self, canvas: Canvas) -> None:
        canvas.setFillColor(_HEADING)
        for bottom, height in self.grounds:
            canvas.rect(_LEFT, bottom, _RIGHT - _LEFT, height, stroke=0, fill=1)
        canvas.setLineWidth(0.4)
        for left, right, y, colour in self.rules:
            canvas.setStrokeColor(colour)
            canvas.line(left, y, right, y)
        for text in self.texts:
            canvas.setFillColor(text.colour)
            canvas.setFont(text.font.name, text.size)
            (canvas.drawRightString if text.at_right else canvas.drawString)(text.x, text.y, text.text)


class _Paper:
    """Fills page after page from the top; ``y`` is where the next line would touch its upper edge."""

    def __init__(self, report: Report, plain: Font, bold: Font) -> None:
        self.plain, self._bold = plain, bold
        self._report = report
        self.pages: list[_Page] = []
        self._y = 0.0

    def fill(self) -> None:
        self._new_page()
        for section in self._report.sections:
            if isinstance(section, Facts):
                self._facts(section)
            else:
                self._table(section)
        self._end()

    def foot(self, number: int) -> _Page:
        report, page = self._report, _Page()
        page.rules.append((_LEFT, _RIGHT, 17 * mm, _LINE))
        head = f"Jurnal: {indonesian.number(report.head.length)} entri · kepala "
        made = f"Dibuat {indonesian.long_date(report.at.date())} pukul {report.at:%H.%M} oleh {report.by}"
        for line, text in enumerate((head + grouped(report.head.sha256[:32]), made)):
            told = self.plain.drawable(text)
            page.texts.append(
                _Text(_LEFT, 12.5 * mm - line * _SMALL * _STEP, told, self.plain, _SMALL, _MUTED)
            )
        place = f"Halaman {number} dari {len(self.pages)}"
        page.texts.append(_Text(_RIGHT, 12.5 * mm, place, self.plain, _SMALL, _MUTED, at_right=True))
        return page

    def _new_page(self) -> None:
        report, first = self._report, not self.pages
        self.pages.append(_Page())
        size = 17.0 if first else 11.0
        self._y = _TOP
        self._write(self._bold, size, _ACCENT, report.title)
        self._write(self._bold, 11 if first else _SIZE, _INK, report.about)
        if first:
            self._write(self.plain, _SIZE, _MUTED, report.branch)
        self._y -= _GAP
        self.pages[-1].rules.append((_LEFT, _RIGHT, self._y, _ACCENT))
        self._y -= 2 * _GAP

    def _write(self, font: Font, size: float, colour: Color, text: str) -> None:
        for line in wrapped(font, text, size, _RIGHT - _LEFT):
            self._put(_LEFT, line, font, size, colour)
            self._y -= size * _STEP

    def _put(
        self,
        x: float,
        text: str,
        font: Font,
        size: float = _SIZE,
        colour: Color = _INK,
        *,
        at_right: bool = False,
    ) -> None:
        self.pages[-1].texts.append(_Text(x, self._y - size, text, font, size, colour, at_right))

    def _need(self, height: float) -> bool:
        """Whether a new page had to be begun."""
        if self._y - height >= _FOOT:
            return False
        self._new_page()
        return True

    def _heading(self, name: str, following: float) -> None:
        """Never alone at the foot of a page."""
        size = 11.0
        self._need(size * _STEP + 2 * _GAP + following)
        self._y -= _GAP
        self._put(_LEFT, self._bold.drawable(name), self._bold, size, _ACCENT)
        self._y -= size * _STEP + _GAP

    def _facts(self, facts: Facts) -> None:
        self._heading(facts.name, 2 * _SIZE * _STEP)
        for label, text in facts.lines.items():
            labels = wrapped(self.plain, label, _SIZE, _LABELS - _GAP)
            texts = wrapped(self.plain, text or "–", _SIZE, _RIGHT - _LEFT - _LABELS)
            for place in range(max(len(labels), len(texts))):
                self._need(_SIZE * _STEP)
                if place < len(labels):
                    self._put(_LEFT, labels[place], self.plain, colour=_MUTED)
                if place < len(texts):
                    self._put(_LEFT + _LABELS, texts[place], self.plain)
                self._y -= _SIZE * _STEP
            self._y -= 1
        self._y -= _GAP

    def _table(self, table: Sheet) -> None:
        columns = _Columns.of(table.columns)
        self._heading(table.name, 4 * _SIZE * _STEP)
        if not table.rows:
            self._put(_LEFT, _EMPTY, self.plain, colour=_MUTED)
            self._y -= _SIZE * _STEP + 2 * _GAP
            return
        self._titles(columns)
        for row in table.rows:
            lines = columns.wrapped(self.plain, [_told(cell) for cell in row])
            for part in _parts(lines, _WHOLE_PAGE):
                height = max(map(len, part)) * _SMALL * _STEP + _GAP
                if self._need(height):
                    self._titles(columns)
                self._row(columns, part, height)
        self._y -= 2 * _GAP

    def _titles(self, columns: "_Columns") -> None:
        lines = columns.wrapped(self._bold, columns.titles)
        height = max(map(len, lines)) * _SMALL * _STEP + _GAP
        self.pages[-1].grounds.append((self._y - height, height))
        self._row(columns, lines, height, self._bold)

    def _row(
        self, columns: "_Columns", lines: Sequence[Sequence[str]], height: float, font: Font | None = None
    ) -> None:
        top = self._y - _GAP / 2
        for place, cell in enumerate(lines):
            at_right = columns.counts[place]
            x = columns.starts[place] + (columns.widths[place] if at_right else 0)
            for number, line in enumerate(cell):
                y = top - _SMALL - number * _SMALL * _STEP
                self.pages[-1].texts.append(_Text(x, y, line, font or self.plain, _SMALL, _INK, at_right))
        self._y -= height
        self.pages[-1].rules.append((_LEFT, _RIGHT, self._y, _LINE))

    def _end(self) -> None:
        """A signature never stands on another page than the words it confirms."""
        note = wrapped(self.plain, self._report.note, _SIZE, _RIGHT - _LEFT) if self._report.note else []
        signed = _SIGNED + 2 * _SIZE * _STEP + 3 * _GAP if self._report.signatures else 0
        self._need(len(note) * _SIZE * _STEP + signed)
        for line in note:
            self._put(_LEFT, line, self.plain, colour=_MUTED)
            self._y -= _SIZE * _STEP
        self._y -= 3 * _GAP
        for place, (role, name) in enumerate(self._report.signatures):
            x = _LEFT + place * (_RIGHT - _LEFT) / len(self._report.signatures)
            below = self._y - _SIGNED
            self._put(x, self.plain.drawable(role), self.plain)
            self.pages[-1].rules.append((x, x + _SIGNATURE, below, _INK))
            told = self.plain.drawable(name)
            self.pages[-1].texts.append(_Text(x, below - _SIZE * _STEP, told, self.plain))


_WHOLE_PAGE = int((_TOP - _FOOT - 40 * mm) / (_SMALL * _STEP))
"""Lines of one cell that fit a page with its heads."""


@dataclass(frozen=True, slots=True)
class _Columns:
    titles: tuple[str, ...]
    starts: tuple[float, ...]
    widths: tuple[float, ...]
    counts: tuple[bool, ...]

    @classmethod
    def of(cls, columns: Sequence[Column]) -> "_Columns":
        """As wide as in the workbook, in proportion, with a gap between them."""
        room = (_RIGHT - _LEFT - 2 * _GAP) / sum(column.width for column in columns)
        starts, x = [], _LEFT + _GAP
        for column in columns:
            starts.append(x)
            x += column.width * room
        return cls(
            tuple(column.title for column in columns),
            tuple(starts),
            tuple(column.width * room - _GAP for column in columns),
            tuple(column.counts for column in columns),
        )

    def wrapped(self, font: Font, texts: Sequence[str]) -> list[list[str]]:
        return [wrapped(font, text, _SMALL, width) for text, width in zip(texts, self.widths, strict=True)]


def _parts(lines: Sequence[Sequence[str]], most: int) -> Iterator[Sequence[Sequence[str]]]:
    """A row higher than a page is drawn in parts."""
    for start in range(0, max(map(len, lines)), most):
        yield [cell[start : start + most] for cell in lines]


def _told(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return indonesian.number(cell) if isinstance(cell, int) else cell
