"""A card layout in words: its elements, their properties, and what is wrong with them."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.cards.card_text import Align, Anchor, CardText
from app.cards.layout_draft import CardSide, Element, ElementKind, Flaw, FoundFlaw
from ui.wording.facts import told

translate = QCoreApplication.translate


def kind_name(kind: ElementKind) -> str:
    return {
        ElementKind.RECT: translate("Layouts", "Rectangle"),
        ElementKind.CIRCLE: translate("Layouts", "Circle"),
        ElementKind.LINE: translate("Layouts", "Line"),
        ElementKind.IMAGE: translate("Layouts", "Picture"),
        ElementKind.TEXT: translate("Layouts", "Fixed text"),
        ElementKind.FIELD: translate("Layouts", "Member's data"),
        ElementKind.CODE128: translate("Layouts", "Bar code"),
        ElementKind.QR: translate("Layouts", "QR code"),
    }[kind]


def shown_name(show: CardText) -> str:
    return {
        CardText.NAME: translate("Layouts", "Name"),
        CardText.KPJ: translate("Layouts", "KPJ in groups"),
        CardText.KPJ_PLAIN: translate("Layouts", "KPJ without spaces"),
        CardText.NIK: translate("Layouts", "NIK"),
        CardText.COMPANY: translate("Layouts", "Company"),
        CardText.SEGMENT: translate("Layouts", "Segment"),
        CardText.ISSUED_ON: translate("Layouts", "Date of issue"),
        CardText.BRANCH: translate("Layouts", "Branch"),
    }[show]


def align_name(align: Align) -> str:
    return {
        Align.LEFT: translate("Layouts", "Left"),
        Align.CENTRE: translate("Layouts", "Centred"),
        Align.RIGHT: translate("Layouts", "Right"),
    }[align]


def anchor_name(anchor: Anchor) -> str:
    return {
        Anchor.TOP: translate("Layouts", "Top"),
        Anchor.MIDDLE: translate("Layouts", "Middle"),
        Anchor.BOTTOM: translate("Layouts", "Bottom"),
    }[anchor]


def side_name(side: CardSide) -> str:
    return {
        CardSide.FRONT: translate("Layouts", "Front"),
        CardSide.BACK: translate("Layouts", "Back"),
    }[side]


def element_title(element: Element) -> str:
    """What it is, and what tells it from others of its kind."""
    match element.kind:
        case ElementKind.TEXT:
            return element.text or kind_name(element.kind)
        case ElementKind.FIELD:
            return shown_name(element.show)
        case _:
            return kind_name(element.kind)


def property_name(key: str) -> str:
    return {
        "x_mm": translate("Layouts", "From the left, mm"),
        "y_mm": translate("Layouts", "From the top, mm"),
        "width_mm": translate("Layouts", "Width, mm"),
        "height_mm": translate("Layouts", "Height, mm"),
        "to_x_mm": translate("Layouts", "End from the left, mm"),
        "to_y_mm": translate("Layouts", "End from the top, mm"),
        "radius_mm": translate("Layouts", "Radius, mm"),
        "fill": translate("Layouts", "Fill"),
        "stroke": translate("Layouts", "Edge"),
        "stroke_mm": translate("Layouts", "Edge width, mm"),
        "file": translate("Layouts", "Picture"),
        "text": translate("Layouts", "Text"),
        "colour": translate("Layouts", "Colour"),
        "specimen_only": translate("Layouts", "Only on cards that are not valid"),
        "show": translate("Layouts", "Shows"),
        "when_empty": translate("Layouts", "Where there is none"),
        "font": translate("Layouts", "Font"),
        "size_pt": translate("Layouts", "Size, pt"),
        "smallest_pt": translate("Layouts", "Smallest, pt"),
        "lines": translate("Layouts", "Lines at most"),
        "leading": translate("Layouts", "Line distance"),
        "tracking_pt": translate("Layouts", "Letter space, pt"),
        "align": translate("Layouts", "Across"),
        "anchor": translate("Layouts", "Upright"),
        "module_dots": translate("Layouts", "Dots a module"),
        "smallest_module_dots": translate("Layouts", "Dots at least"),
    }[key]


def _flaws() -> Mapping[Flaw, str]:
    return {
        Flaw.UNKNOWN: translate("Layouts", "Loket does not know this entry. Take it out."),
        Flaw.MISSING: translate("Layouts", "Something must stand here."),
        Flaw.NOT_TEXT: translate("Layouts", "Must be a text in quotation marks."),
        Flaw.NOT_A_NUMBER: translate("Layouts", "Must be a number."),
        Flaw.NOT_A_WHOLE_NUMBER: translate("Layouts", "Must be a whole number."),
        Flaw.NOT_TRUE_OR_FALSE: translate("Layouts", "Must be true or false."),
        Flaw.NOT_A_COLOUR: translate("Layouts", "A colour is # and six figures or letters A to F."),
        Flaw.NOT_A_TABLE: translate("Layouts", "Must be a section of its own."),
        Flaw.NOT_TABLES: translate("Layouts", "Must be a list of sections."),
        Flaw.NO_SUCH_CHOICE: translate("Layouts", "There is no such choice."),
        Flaw.NO_SUCH_FONT: translate("Layouts", "Loket does not have this font. Choose another."),
        Flaw.NO_SUCH_FILE: translate("Layouts", "The picture is not there. Choose it again."),
        Flaw.NO_SUCH_LAYOUT: translate("Layouts", "The branch has no such layout."),
        Flaw.NOT_A_PICTURE: translate("Layouts", "This is no picture Loket can draw. Take a PNG or JPEG."),
        Flaw.NOT_IN_FONT: translate("Layouts", "The font cannot draw one of these characters."),
        Flaw.NOT_TOML: translate("Layouts", "This is no layout file."),
        Flaw.UNREADABLE: translate("Layouts", "The file cannot be read."),
        Flaw.TOO_SMALL: translate("Layouts", "Too small to be printed or read. Make it larger."),
        Flaw.TOO_LARGE: translate("Layouts", "Larger than a card can have."),
        Flaw.TOO_LONG: translate(
            "Layouts", "The text does not fit its box. Widen it or take a smaller size."
        ),
        Flaw.OFF_THE_CARD: translate("Layouts", "Reaches over the edge of the card. Move it in."),
        Flaw.TOUCHES_A_CODE: translate("Layouts", "Lies in the quiet zone of a code. Move it away."),
        Flaw.PALE: translate("Layouts", "Hard to read on this ground: contrast {contrast}, needs {enough}."),
        Flaw.SMALL_TYPE: translate("Layouts", "Letters of {pt} pt blur in print. Take 5 pt or more."),
        Flaw.LONG_NAMES_STAY_OUT: translate(
            "Layouts", "{length} characters do not fit. Widen it or allow smaller letters."
        ),
        Flaw.NARROW_MODULES: translate(
            "Layouts", "Bars of {dots} dots are misread once the card is worn. Take 4 or 5."
        ),
        Flaw.NO_NAME: translate("Layouts", "The card does not show the member's name."),
        Flaw.NO_NUMBER: translate("Layouts", "The card does not show the KPJ number."),
        Flaw.NO_CODE: translate("Layouts", "The card has no code: it cannot be answered by a scan."),
    }


def flaw_words(found: FoundFlaw) -> str:
    return told(_flaws()[found.flaw], found.facts)


def why_words(why: str) -> str:
    """What a layout file is refused for, as the reader tells it."""
    return _flaws()[Flaw(why)]


def facts_of_layout(facts: dict[str, str]) -> dict[str, str]:
    """Of a layout that cannot be read: the reason in words, and the file where no key is to blame."""
    if "why" not in facts:
        return facts
    return {**facts, "key": facts.get("key") or facts.get("file", ""), "why": why_words(facts["why"])}
