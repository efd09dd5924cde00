"""Whatever stands in a cell or a heading: a text, a doubt, and never a fall."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from app.companies.company import Company
from app.errors import LoketError, Problem
from app.exchange.workbook import Cell, CellError, Number, Row, Workbook, WorkbookKind, Worksheet
from app.member_fields import MemberField as Field
from app.members.npp import Npp
from app.reference import Reference
from app.workers.check_rows import CheckRows
from app.workers.columns import columns_of
from app.workers.knowledge import Knowledge
from app.workers.read_cells import reader_of
from app.workers.read_dates import DateColumn, with_place
from app.workers.read_rows import rows_of
from app.workers.worker_file import FilePurpose

ON = date(2026, 11, 20)

near_dates = st.text(st.sampled_from("0123456789/-. ,agustjeinokbrl'"), max_size=22)
near_numbers = st.text(st.sampled_from("0123456789 .,-'E+RpjtuaKNIk\u00a0"), max_size=24)
texts = st.one_of(st.text(max_size=40), near_dates, near_numbers)
cells: st.SearchStrategy[Cell] = st.one_of(
    texts,
    st.floats(allow_nan=False, allow_infinity=False).map(Number),
    st.integers(0, 10**17).map(lambda figure: Number(float(figure))),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.sampled_from([CellError("#REF!"), CellError("")]),
    st.none(),
)
headings = st.one_of(
    texts,
    st.sampled_from(
        ["NIK", "Nama", "No KTP", "Tgl Lahir", "TTL", "L/P", "Upah", "Alamat", "No", "KPJ", "Kec."]
    ),
)


@given(st.lists(cells, max_size=6), st.sampled_from([field for field in Field if field is not Field.SEARCH]))
def test_any_cell_is_read_or_doubted(column: list[Cell], field: Field) -> None:
    read = reader_of(field, column)
    for cell in column:
        text, doubt = read(cell)
        assert isinstance(text, str)
        assert doubt is None or doubt.finding(field, "B7").facts["cell"] == "B7"


@given(st.lists(cells, max_size=6), st.booleans())
def test_any_cell_of_a_date_column_is_a_day_or_stays_as_it_is(column: list[Cell], agrees: bool) -> None:
    read = DateColumn(column, date(1926, 1, 1), date(2011, 12, 31)).read
    for cell in column:
        text, doubt = read(cell, lambda _: agrees)
        assert isinstance(text, str)
        if isinstance(cell, date) and doubt is None:
            assert len(text) == len("17-08-1990")


@given(texts)
def test_place_and_date_lose_nothing_between_them(text: str) -> None:
    place, day = with_place(text)
    assert place in text
    assert day in text


@given(texts, texts)
def test_any_heading_means_something_or_nothing(reference: Reference, upper: str, lower: str) -> None:
    meant = reference.headings.of(upper, lower)
    assert meant is None or meant.rank >= 0


@given(
    st.lists(st.lists(headings, min_size=1, max_size=8), max_size=3),
    st.lists(st.lists(cells, min_size=1, max_size=8), max_size=8),
    st.booleans(),
)
def test_any_sheet_is_read_row_by_row_or_refused_in_words(
    reference: Reference, above: list[list[str]], below: list[list[Cell]], with_company: bool
) -> None:
    lines: list[list[Cell]] = [*(list[Cell](row) for row in above), *below]
    rows = tuple(Row(number, tuple(line)) for number, line in enumerate(lines, start=1))
    workbook = Workbook(WorkbookKind.XLSX, (Worksheet("Peserta", False, rows),))
    company = Company(Npp("13007478"), "PT SUMBER REJEKI ABADI") if with_company else None
    try:
        mapping = columns_of(workbook, FilePurpose.REGISTRATION, reference.headings).mapping
        sheet = rows_of(workbook, mapping, FilePurpose.REGISTRATION, ON)
    except LoketError as refused:
        if refused.problem not in (Problem.WORKER_FILE_EMPTY, Problem.COLUMNS_NOT_FOUND):
            raise
        return
    check = CheckRows(reference, lambda _: (), "Cabang")
    checked = check(sheet.rows, mapping.columns.values(), company, ON, lambda _: Knowledge())
    assert [row.number for row in checked] == [row.number for row in sheet.rows]
    assert not {row.number for row in checked} & set(sheet.aside)


def test_a_time_is_told_as_what_it_is() -> None:
    assert reader_of(Field.NAME, [])(time(8, 30))[0] == "08:30"
