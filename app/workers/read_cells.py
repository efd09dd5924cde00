"""What stands in one column of a company's list, field by field, as an officer would type it."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time

from app.exchange.workbook import Cell, CellError, Number, digits_lost
from app.findings import FindingCode
from app.member_fields import MemberField
from app.members.kpj import LENGTH as KPJ_LENGTH
from app.members.member import MaritalStatus
from app.members.membership import RiskClass, Segment
from app.members.nik import Sex
from app.workers.cell_doubt import CellDoubt, Reading, formula_doubt, unreadable
from app.workers.plain_cells import said

Reader = Callable[[Cell], Reading]

_NPP_LENGTH, _OLD_NPWP_LENGTH = 8, 15
_ZEROS_LOST = 2  # a number shorter by more is another number
_WHOLE = re.compile(r"([0-9]+)[.,]0+")
_LABEL = re.compile(r"(?:nik|no\.?|nomor|ktp|kk|kpj|npp|npwp|hp|wa|telp?)[\s.:=]+", re.IGNORECASE)

_MEN = ("l", "lk", "laki", "laki2", "laki-2", "laki-laki", "laki laki", "laki - laki", "laki/laki")
_WOMEN = (
    "p",
    "pr",
    "prp",
    "perem",
    "perempuan",
    "w",
    "wnt",
    "wanita",
    "cewek",
    "cewe",
    "f",
    "female",
    "woman",
)
_SEXES = {
    **dict.fromkeys(
        (*_MEN, "lakilaki", "lelaki", "pria", "cowok", "cowo", "m", "male", "man"), Sex.MALE.value
    ),
    **dict.fromkeys(_WOMEN, Sex.FEMALE.value),
}
_SINGLE = ("tk", "bk", "b", "l", "s", "belum", "lajang", "single", "bujang", "gadis", "jejaka")
_UNMARRIED = ("belum kawin", "blm kawin", "belum menikah", "blm menikah", "belum nikah", "tidak kawin")
_MARRIED = ("k", "m", "kw", "kwn", "kawin", "menikah", "nikah", "sudah", "married")
_WEDDED = ("sudah kawin", "sudah menikah", "sudah nikah", "kawin tercatat", "kawin belum tercatat")
_MARITAL = {
    **dict.fromkeys((*_SINGLE, *_UNMARRIED), MaritalStatus.SINGLE.value),
    **dict.fromkeys((*_MARRIED, *_WEDDED), MaritalStatus.MARRIED.value),
    **dict.fromkeys(("cerai", "cerai hidup", "ch", "divorced"), MaritalStatus.DIVORCED.value),
    **dict.fromkeys(("cerai mati", "cm", "widowed"), MaritalStatus.WIDOWED.value),
}
_TAX_STATUS = re.compile(r"(tk|k)\s*[/\-.]?\s*(?:i\s*[/\-.]?\s*)?[0-3]")  # K/2, TK/0, as payrolls keep it

_SEGMENTS = {
    **dict.fromkeys(("pu", "penerima upah", "ppu"), Segment.PU.value),
    **dict.fromkeys(("bpu", "bukan penerima upah"), Segment.BPU.value),
    **dict.fromkeys(("jakon", "jasa konstruksi", "jaskon"), Segment.JAKON.value),
    **dict.fromkeys(("pmi", "pekerja migran", "pekerja migran indonesia"), Segment.PMI.value),
}
_RISKS = {
    **dict.fromkeys(("sangat rendah", "tingkat i", "i", "1"), RiskClass.VERY_LOW.value),
    **dict.fromkeys(("rendah", "tingkat ii", "ii", "2"), RiskClass.LOW.value),
    **dict.fromkeys(("sedang", "tingkat iii", "iii", "3"), RiskClass.MEDIUM.value),
    **dict.fromkeys(("tinggi", "tingkat iv", "iv", "4"), RiskClass.HIGH.value),
    **dict.fromkeys(("sangat tinggi", "tingkat v", "v", "5"), RiskClass.VERY_HIGH.value),
}

_MILLIONS = re.compile(r"(?:rp\.?\s*)?([0-9]{1,3})(?:[.,]([0-9]{1,3}))?\s*(?:jt|juta)\.?(?:\s+rupiah)?")
_PER_MONTH = re.compile(r"\s*(?:/|per)\s*(?:bln|bulan)\.?$|\s+rupiah$")


def reader_of(field: MemberField, cells: Iterable[Cell]) -> Reader:
    """How to read the cells of a column taken for ``field``; ``cells`` are all of them."""
    if field is MemberField.SEX:
        return _choices(_sexes(cells))
    return _READERS.get(field, _text)


def _text(cell: Cell) -> Reading:
    if isinstance(cell, str):
        return said(cell), None
    if isinstance(cell, Number):
        return said(cell), None
    return _not_text(cell)


def _not_text(cell: Cell) -> Reading:
    match cell:
        case None:
            return "", None
        case CellError():
            return cell.text, formula_doubt(cell)
        case bool() | date() | time():
            return said(cell), unreadable(said(cell))
    return said(cell), None


def _identifier(length: int | None) -> Reader:
    def read(cell: Cell) -> Reading:
        if isinstance(cell, str):
            if cell.isdigit() and cell.isascii():
                return (cell, None) if cell != "0" else ("", None)
            return _typed_identifier(cell)
        if isinstance(cell, Number):
            return _counted_identifier(cell, length)
        return _not_text(cell)

    return read


def _typed_identifier(cell: str) -> Reading:
    text = _LABEL.sub("", said(cell))
    if digits_lost(text):
        return text, CellDoubt(FindingCode.DIGITS_LOST, {"holds": text})
    whole = _WHOLE.fullmatch(text)
    return (whole[1] if whole else text), None


def _counted_identifier(cell: Number, length: int | None) -> Reading:
    text = said(cell)
    if digits_lost(cell):
        return text, CellDoubt(FindingCode.DIGITS_LOST, {"holds": text})
    if text == "0":
        return "", None
    if length is not None and text.isdigit() and length - _ZEROS_LOST <= len(text) < length:
        facts = {"holds": text, "proposal": text.zfill(length)}
        return text, CellDoubt(FindingCode.LEADING_ZERO_LOST, facts)
    return text, None


def _phone(cell: Cell) -> Reading:
    """Of a telephone number only the nought in front can be lost, and it is known."""
    if isinstance(cell, Number) and digits_lost(cell):
        return said(cell), CellDoubt(FindingCode.DIGITS_LOST, {"holds": said(cell)})
    text, doubt = _text(cell)
    if doubt is not None or not text:
        return text, doubt
    text = _LABEL.sub("", text)
    if whole := _WHOLE.fullmatch(text):
        text = whole[1]
    if text == "0":
        return "", None
    return (f"0{text}" if text[0] == "8" else f"+{text}" if text.startswith("62") else text), None


def _choices(known: Mapping[str, str]) -> Reader:
    def read(cell: Cell) -> Reading:
        text, doubt = _text(cell)
        return known.get(text.lower().rstrip(". "), text), doubt

    return read


def _sexes(cells: Iterable[Cell]) -> Mapping[str, str]:
    """Beside a W for women, P is for men."""
    letters = {cell.strip().upper() for cell in cells if isinstance(cell, str) and len(cell) < 4}
    if "W" in letters and "L" not in letters:
        return {**_SEXES, "p": Sex.MALE.value}
    return _SEXES


def _marital(cell: Cell) -> Reading:
    text, doubt = _text(cell)
    plain = text.lower().strip(" .")
    if tax := _TAX_STATUS.fullmatch(plain):
        plain = tax[1]
    return _MARITAL.get(plain, text), doubt


def _programmes(cell: Cell) -> Reading:
    text, doubt = _text(cell)
    return " ".join(re.findall(r"[A-Z]+", text.upper().replace("DAN", " "))) or text, doubt


def _wage(cell: Cell) -> Reading:
    if isinstance(cell, Number):
        return (cell.digits or f"{cell.value:.2f}".replace(".", ",")), None
    text, doubt = _text(cell)
    if doubt is not None or text.isdigit():
        return text, doubt
    plain = _PER_MONTH.sub("", text.lower())
    if millions := _MILLIONS.fullmatch(plain):
        return f"{millions[1]}{(millions[2] or '').ljust(6, '0')}", None
    return (text if plain == text.lower() else plain), None


_READERS: Mapping[MemberField, Reader] = {
    MemberField.NIK: _identifier(None),
    MemberField.FAMILY_CARD: _identifier(None),
    MemberField.NPWP: _identifier(_OLD_NPWP_LENGTH),
    MemberField.KPJ: _identifier(KPJ_LENGTH),
    MemberField.NPP: _identifier(_NPP_LENGTH),
    MemberField.MARITAL_STATUS: _marital,
    MemberField.SEGMENT: _choices(_SEGMENTS),
    MemberField.RISK_CLASS: _choices(_RISKS),
    MemberField.PROGRAMMES: _programmes,
    MemberField.WAGE: _wage,
    MemberField.PHONE: _phone,
}
