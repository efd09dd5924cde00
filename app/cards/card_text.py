"""What a field of a layout can show of a card, and how a text lies in its box."""

from enum import StrEnum


class CardText(StrEnum):
    """What a field of the layout can show of a card face."""

    NAME = "name"
    KPJ = "kpj"
    KPJ_PLAIN = "kpj_plain"
    NIK = "nik"
    COMPANY = "company"
    SEGMENT = "segment"
    ISSUED_ON = "issued_on"
    BRANCH = "branch"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Anchor(StrEnum):
    """Which end of the box the lines keep to; the heights of capitals and base lines count."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"
