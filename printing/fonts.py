"""The bundled fonts: what they can draw, how wide it is, and how it is written into a PDF."""

import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

one_document_at_a_time = threading.Lock()
"""ReportLab's fonts keep a reading position: two documents must not be written at the same time."""

_NEVER_DRAWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp"})
"""Unicode categories without a shape of their own here, even where a font's cmap names them.

Combining marks belong to them: the renderer sets no marks, and what NFC leaves over would be misplaced.
"""

_NOT_DRAWN = "\N{WHITE SQUARE}"

_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


@dataclass(frozen=True)
class Font:
    """One registered face. Widths are in thousandths of the size."""

    name: str
    face: TTFont

    @cached_property
    def widths(self) -> Mapping[str, float]:
        """Every character the font draws; what is not in here must not reach paper."""
        return {
            chr(code): float(width)
            for code, width in self.face.face.charWidths.items()
            if unicodedata.category(chr(code)) not in _NEVER_DRAWN
        }

    @cached_property
    def cap_height(self) -> float:
        """Height of a capital as a share of the size."""
        return float(self.face.face.capHeight) / 1000

    def width(self, text: str) -> float:
        """Raises ``KeyError`` for a character the font does not draw."""
        return sum(map(self.widths.__getitem__, text))

    def not_drawn(self, text: str) -> str:
        """The characters of ``text`` the font lacks, each once, in order."""
        if self.widths.keys() >= set(text):
            return ""
        return "".join(dict.fromkeys(char for char in text if char not in self.widths))

    def drawable(self, text: str) -> str:
        """For papers that must always come out: what the font lacks is shown as a square."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(char if char in self.widths else _NOT_DRAWN for char in text)

    def resource(self, document: PDFDocument) -> str:
        """The name of the font's first subset in ``document``, for ``Tf``."""
        self.face.splitString("", document)
        return str(self.face.getSubsetInternalName(0, document))

    def shown(self, text: str, size: str, document: PDFDocument) -> str:
        """Operators that show ``text``; the font's first subset is current before and after."""
        if text.isascii():  # the first subset keeps ASCII at its own codes
            return f"({text.translate(_ESCAPED)}) Tj"
        pieces = []
        for subset, codes in self.face.splitString(text, document):
            shown = f"<{codes.hex()}> Tj"
            if subset:
                name = self.face.getSubsetInternalName(subset, document)
                shown = f"{name} {size} Tf {shown} {self.resource(document)} {size} Tf"
            pieces.append(shown)
        return " ".join(pieces)


@dataclass(frozen=True)
class FontShelf:
    """The TTF files of one folder, each known by its file name without ``.ttf``."""

    folder: Path

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted(file.stem for file in self.folder.glob("*.ttf")))

    def font(self, name: str) -> Font:
        """Raises ``FileNotFoundError`` for a font that is not on the shelf."""
        file = self.folder / f"{name}.ttf"
        if not file.is_file():
            raise FileNotFoundError(file)
        return _registered(file)


@cache
def _registered(file: Path) -> Font:
    """Read and registered once; ReportLab keeps its fonts for the whole process anyway."""
    with one_document_at_a_time:
        if file.stem not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(file.stem, str(file)))
        return Font(file.stem, pdfmetrics.getFont(file.stem))
