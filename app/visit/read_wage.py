"""Wages as officers type or paste them, in rupiah."""

import re
from decimal import Decimal

from app.errors import InputRejected
from app.findings import FindingCode
from app.member_fields import MemberField
from app.services.contribution import whole_rupiah

_MOST_DIGITS = 12
# grouped by dots or spaces with a decimal comma, as here, or the other way round, as pasted
_SHAPES = (
    re.compile(r"(?P<rupiah>[0-9]+|[0-9]{1,3}([. ][0-9]{3})+)(,(?P<sen>[0-9]{1,2}|-))?"),
    re.compile(r"(?P<rupiah>[0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.(?P<sen>[0-9]{1,2}))?"),
)


def read_wage(typed: str) -> int:
    """Read ``4.961.753``, ``Rp 4.961.753``, ``4961753,00`` or ``Rp4.961.753,-`` as whole rupiah."""
    if typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS and (plain := int(typed)):
        return plain
    text = re.sub(r"^(rp|idr)\.?\s*", "", " ".join(typed.split()).lower())
    shape = next((match for match in (shape.fullmatch(text) for shape in _SHAPES) if match), None)
    digits = re.sub(r"[., ]", "", shape["rupiah"]) if shape else ""
    if shape is None or len(digits) > _MOST_DIGITS:
        raise InputRejected(MemberField.WAGE, FindingCode.WAGE_UNREADABLE)
    sen = shape["sen"] if shape["sen"] and shape["sen"] != "-" else "0"
    wage = whole_rupiah(Decimal(f"{digits}.{sen}"))
    if wage == 0:
        raise InputRejected(MemberField.WAGE, FindingCode.WAGE_ZERO)
    return wage
