"""Draw membership cards as PDF: a pure function from faces to bytes, previewed and printed as they are."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as having
from functools import lru_cache

from app.cards.card_face import CardFace
from app.cards.card_text import CardText
from app.cards.printer_setup import AS_DRAWN, Placement
from app.errors import Problem, RuleBroken
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.kpj import Kpj
from printing import barcode, indonesian, qr
from printing.background import BLACK, background_operators
from printing.card_document import CardDocument
from printing.card_page import DOT_PT, HEIGHT_MM, dots, operands
from printing.fit import fitted
from printing.fonts import one_document_at_a_time
from printing.layout import CardLayout, Code128Place, Field, QrPlace, Side
from printing.placed_text import PlacedText, TextOverflows
from printing.placement import placed

_TEXT_OF: Mapping[CardText, Callable[[CardFace], str]] = {
    CardText.NAME: lambda face: face.name,
    CardText.KPJ: lambda face: Kpj(face.kpj).grouped,
    CardText.KPJ_PLAIN: lambda face: face.kpj,
    CardText.NIK: lambda face: face.nik,
    CardText.COMPANY: lambda face: face.company,
    CardText.SEGMENT: lambda face: indonesian.segment(face.segment),
    CardText.ISSUED_ON: lambda face: indonesian.long_date(face.issued_on),
    CardText.BRANCH: lambda face: face.branch,
}

_TEXTS_KEPT = 4_096

_TYPED_AS: Mapping[CardText, MemberField] = {
    CardText.NAME: MemberField.NAME,
    CardText.KPJ: MemberField.KPJ,
    CardText.KPJ_PLAIN: MemberField.KPJ,
    CardText.NIK: MemberField.NIK,
    CardText.COMPANY: MemberField.COMPANY_NAME,
    CardText.SEGMENT: MemberField.SEGMENT,
}


@dataclass(frozen=True, slots=True)
class PdfCardRenderer:
    """``specimen`` marks every card as no real card: the demo branch and training."""

    card_layout: CardLayout
    specimen: bool = False
    _told: dict[tuple[int, int, str], tuple[Finding, ...]] = having(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def layout(self) -> str:
        return f"{self.card_layout.name} {self.card_layout.version}"

    @property
    def sides(self) -> int:
        return len(self.card_layout.sides)

    def render(
        self, faces: Sequence[CardFace], placement: Placement = AS_DRAWN, *, back: bool = True
    ) -> bytes:
        with one_document_at_a_time:
            document = CardDocument()
            sides = [
                SideWriter(side, f"Side{place}", document, self.specimen)
                for place, side in enumerate(self.card_layout.sides if back else self.card_layout.sides[:1])
            ]
            for face in faces:
                for side in sides:
                    document.add_page(placed(side.page(face), placement))
            return document.as_bytes()

    def findings(self, face: CardFace) -> tuple[Finding, ...]:
        found: list[Finding] = []
        for place, side in enumerate(self.card_layout.sides):
            for row, shown in enumerate(side.fields):
                found += self._field_findings(place, row, _text(shown, face))
            if side.carries_codes:
                found += _code_findings(face)
        return tuple(found)

    def _field_findings(self, side: int, row: int, text: str) -> tuple[Finding, ...]:
        """Measured once: on the cards of a company most texts are the same."""
        told = self._told.get((side, row, text))
        if told is None:
            if len(self._told) >= _TEXTS_KEPT:
                self._told.clear()
            told = tuple(_field_findings(self.card_layout.sides[side].fields[row], text))
            self._told[side, row, text] = told
        return told


def _field_findings(shown: Field, text: str) -> Iterator[Finding]:
    typed_as, missing = _TYPED_AS.get(shown.show), shown.box.font.not_drawn(text)
    if missing:
        named = " ".join(f"U+{ord(char):04X}" for char in missing)
        facts = {"characters": named}
        yield Finding(FindingCode.NAME_NOT_ON_CARD_FONT, Severity.BLOCK, typed_as, facts)
    elif fitted(text, shown.box) is None:
        facts = {"length": str(len(text))}
        yield Finding(FindingCode.NAME_OVERFLOWS_CARD, Severity.BLOCK, typed_as, facts)


def _code_findings(face: CardFace) -> Iterator[Finding]:
    if not _encodable(face.kpj):
        facts = {"length": str(len(face.kpj))}
        yield Finding(FindingCode.KPJ_NOT_11_CHARACTERS, Severity.BLOCK, MemberField.KPJ, facts)


def _encodable(kpj: str) -> bool:
    return re.fullmatch(r"[0-9A-Z]{11}", kpj) is not None


def text_on_card(show: CardText, face: CardFace) -> str:
    """As it is written there; empty where the face has none."""
    return _TEXT_OF[show](face)


def _text(field: Field, face: CardFace) -> str:
    return _TEXT_OF[field.show](face) or field.when_empty


class SideWriter:
    """Writes the pages of one side of the layout into one document. ``mark`` is drawn over the shapes and
    under everything that is read."""

    def __init__(self, side: Side, name: str, document: CardDocument, specimen: bool, mark: str = "") -> None:
        self._side = side
        self._begin = document.add_drawing(name, background_operators(side, document, specimen, mark))
        self._writers = [
            (field, lru_cache(maxsize=1024)(PlacedText.into(field.box, document.pdf)))
            for field in side.fields
        ]

    def page(self, face: CardFace) -> str:
        """The operators of one page. ``RuleBroken(CARD_TEXT_UNPRINTABLE)`` names the field."""
        pieces = [self._begin, BLACK]
        for field, write in self._writers:
            try:
                pieces.append(write(_text(field, face)))
            except (KeyError, TextOverflows) as error:
                raise RuleBroken(Problem.CARD_TEXT_UNPRINTABLE, field=field.show.value) from error
        if self._side.carries_codes:
            if not _encodable(face.kpj):
                raise RuleBroken(Problem.CARD_TEXT_UNPRINTABLE, field=CardText.KPJ.value)
            pieces += self._codes(face.kpj)
        return "\n".join(pieces)

    def _codes(self, kpj: str) -> Iterator[str]:
        if self._side.code128 is not None:
            yield _code128(self._side.code128, kpj)
        if self._side.qr is not None:
            yield _qr(self._side.qr, kpj)


def _code128(place: Code128Place, kpj: str) -> str:
    """The widest modules that fit; the layout has made sure that the smallest always do."""
    pattern = barcode.modules(kpj)
    module = place.module_dots
    while module > place.smallest_module_dots and barcode.width_mm(len(pattern), module) > place.width_mm:
        module -= 1
    x = dots(place.x_mm) + barcode.QUIET_MODULES * module
    y = dots(HEIGHT_MM - place.y_mm - place.height_mm)
    return _drawn(barcode.bars(pattern), x, y, module, dots(place.height_mm))


def _qr(place: QrPlace, kpj: str) -> str:
    """Placed in whole dots from the lower left corner, so that every module is whole dots."""
    quiet = qr.QUIET_MODULES * place.module_dots
    x = dots(place.x_mm) + quiet
    y = dots(HEIGHT_MM - place.y_mm - place.height_mm) + quiet
    return _drawn(qr.path(qr.modules(kpj)), x, y, place.module_dots, place.module_dots)


def _drawn(path: str, x: int, y: int, module_width: int, module_height: int) -> str:
    """Fill a path of unit modules; everything in dots."""
    matrix = operands(module_width * DOT_PT, 0, 0, module_height * DOT_PT, x * DOT_PT, y * DOT_PT)
    return f"q {matrix} cm {path} f Q"
