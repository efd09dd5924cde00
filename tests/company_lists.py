"""Lists of workers as companies really send them: letterheads, merged headings, mixed dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

import xlsxwriter

from app.member_fields import MemberField as Field
from app.members.member import MaritalStatus, Member
from app.members.membership import Membership
from app.members.nik import Sex
from app.reference import Reference
from app.training.invented_people import Series, invented_companies, invented_people
from tests.builders import TODAY

Value = str | float | bool | date | None
Line = dict[Field, Value]

HEADINGS: Mapping[Field, str] = {
    Field.NIK: "NIK",
    Field.NAME: "Nama Lengkap",
    Field.BIRTH_PLACE: "Tempat Lahir",
    Field.BIRTH_DATE: "Tgl Lahir",
    Field.SEX: "L/P",
    Field.MARITAL_STATUS: "Status Kawin",
    Field.MOTHER_NAME: "Nama Ibu Kandung",
    Field.ADDRESS: "Alamat",
    Field.DISTRICT: "Kecamatan",
    Field.PHONE: "No. HP",
    Field.START_DATE: "TMT",
    Field.WAGE: "Upah Sebulan",
}
"""Twelve columns, as many companies have them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``above`` stands before the headings, ``below`` after the list; ``merged`` are ranges (``C3:D3``)."""

    headings: Sequence[Sequence[str]]
    lines: Sequence[Sequence[Value]]
    above: Sequence[Sequence[str]] = ()
    below: Sequence[Sequence[Value]] = ()
    merged: Sequence[str] = ()
    name: str = "Peserta"
    hidden: bool = False


def people(count: int, seed: int = 7) -> list[tuple[Member, Membership]]:
    """People and where they work, none of them known to the demo branch."""
    companies = invented_companies(Series.CROWD, 1, seed)
    return [
        (person.member, person.memberships[0])
        for person in invented_people(Series.CROWD, count, companies, TODAY, seed)
    ]


def tidy_lines(count: int, reference: Reference, seed: int = 7) -> list[Line]:
    """Every field as a careful company writes it; no rule objects to any."""
    return [_line(member, membership, reference) for member, membership in people(count, seed)]


def _line(member: Member, membership: Membership, reference: Reference) -> Line:
    district = member.address.district
    return {
        Field.NIK: member.nik.digits,
        Field.NAME: member.name,
        Field.BIRTH_PLACE: member.birth_place,
        Field.BIRTH_DATE: f"{member.birth_date:%d-%m-%Y}",
        Field.SEX: "P" if member.sex is Sex.FEMALE else "L",
        Field.MARITAL_STATUS: "Kawin" if member.marital_status is MaritalStatus.MARRIED else "Belum Kawin",
        Field.MOTHER_NAME: member.mother_name,
        Field.ADDRESS: member.address.street,
        Field.DISTRICT: reference.regions.name(district),
        Field.REGENCY: reference.regions.name(district[:4]),
        Field.PHONE: f"0{member.phone.removeprefix('+62')}",
        Field.START_DATE: "01-11-2026",
        Field.WAGE: float(max(membership.wage, 4_500_000)),
    }


def sheet_of(
    lines: Sequence[Line], headings: Mapping[Field, str] | None = None, **more: Sequence[Sequence[str]]
) -> Sheet:
    """One heading row, one line a worker."""
    columns = headings or {**HEADINGS, Field.REGENCY: "Kota/Kabupaten"}
    told = [[line.get(field) for field in columns] for line in lines]
    return replace(Sheet([list(columns.values())], told), **more)  # type: ignore[arg-type]


def as_xlsx(*sheets: Sheet) -> bytes:
    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"strings_to_numbers": False, "strings_to_formulas": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        if sheet.hidden:
            page.hide()
        rows = [*sheet.above, *sheet.headings, *sheet.lines, *sheet.below]
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(number, place, value, day)
                elif value not in (None, ""):
                    page.write(number, place, value)
        for cells in sheet.merged:
            page.merge_range(cells, _first_of(cells, rows))
    book.close()
    return content.getvalue()


def as_csv(sheet: Sheet, delimiter: str = ";") -> bytes:
    rows = [*sheet.above, *sheet.headings, *sheet.lines, *sheet.below]
    return "".join(delimiter.join(map(_csv_cell, row)) + "\r\n" for row in rows).encode("cp1252", "replace")


def _csv_cell(value: Value) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:.0f}"
    return "" if value is None else str(value)


def _first_of(cells: str, rows: Sequence[Sequence[Value]]) -> Value:
    first = cells.partition(":")[0]
    return rows[int(first[1:]) - 1][ord(first[0]) - ord("A")]


def letterhead(lines: Sequence[Line]) -> Sheet:
    """Title rows, two rows of merged headings, the columns counted, a total and a signature below."""
    top = [
        "No",
        "Identitas Tenaga Kerja",
        "",
        "Tempat/Tgl Lahir",
        "",
        "L/P",
        "Alamat",
        "",
        "",
        "No HP",
        "Upah",
        "TMT",
    ]
    sub = ["", "No. KTP", "Nama", "", "", "", "Jalan", "Kecamatan", "Kab/Kota", "", "(Rp)", ""]
    fields = (Field.NIK, Field.NAME, Field.BIRTH_PLACE, Field.BIRTH_DATE, Field.SEX, Field.ADDRESS)
    more = (Field.DISTRICT, Field.REGENCY, Field.PHONE, Field.WAGE, Field.START_DATE)
    body = [
        [float(number), *(line.get(field) for field in (*fields, *more))]
        for number, line in enumerate(lines, start=1)
    ]
    return Sheet(
        headings=[top, sub],
        lines=[[f"({place})" for place in range(1, 13)], *body],
        above=[["PT SUMBER REJEKI ABADI"], ["DAFTAR TENAGA KERJA BARU BULAN NOVEMBER 2026"], []],
        below=[[None, None, "JUMLAH", *[None] * 7, 99.0], [], [*[None] * 9, "Surabaya, 20 November 2026"]],
        merged=("B4:C4", "D4:E4", "G4:I4"),
    )
