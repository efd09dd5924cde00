"""``--check-workbook``: a company's list is checked by the program itself, without a window and a branch."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.member_fields import MemberField as Field
from app.reference import Reference
from tests.bare_workbooks import ods, sheet_xml, xls, xls_label, xls_number, xlsx
from tests.company_lists import Line, as_csv, as_xlsx, letterhead, sheet_of, tidy_lines
from tests.faults.workbook_bombs import bombs

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Check = Callable[..., Answer]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """The program's answer on a file of these bytes, in a home of its own and without a display."""

    def run(content: bytes, *wishes: str, name: str = "daftar.xlsx") -> Answer:
        file = tmp_path / name
        file.write_bytes(content)
        home = tmp_path / "rumah"
        home.mkdir(exist_ok=True)
        environment = {
            key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")
        }
        ended = subprocess.run(
            [sys.executable, ROOT / "main.py", "--check-workbook", file, *wishes],
            cwd=tmp_path,
            env={**environment, "HOME": str(home), "XDG_DATA_HOME": str(home)},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert list(home.iterdir()) == []
        assert sorted(each.name for each in tmp_path.iterdir()) == sorted([name, "rumah"])
        return Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return run


@pytest.fixture
def lines(reference: Reference) -> list[Line]:
    return tidy_lines(5, reference)


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference.load(ROOT / "resources" / "reference")


def test_a_list_every_row_of_which_can_be_taken(check: Check, lines: list[Line]) -> None:
    told = check(as_xlsx(letterhead(lines)), "--json")
    assert (told.code, told.err) == (0, "")
    assert [(row["sheet"], row["row"], row["acceptable"]) for row in told.rows] == [
        ("Peserta", number, True) for number in range(7, 12)
    ]


def test_each_row_tells_what_was_read_of_each_field_and_what_is_wrong(
    check: Check, lines: list[Line]
) -> None:
    lines[1][Field.NIK] = 3578015508920010.0
    lines[2][Field.NIK] = "357801550892"
    lines[4] = dict(lines[3])
    told = check(as_xlsx(sheet_of(lines)), "--json")
    assert told.code == 1
    first, second, third, fourth, fifth = told.rows
    assert first["findings"] == []
    day, month, year = str(lines[0][Field.BIRTH_DATE]).split("-")
    assert first["read"]["nik"] == lines[0][Field.NIK]
    assert first["read"]["birth_date"] == f"{year}-{month}-{day}"
    assert first["read"]["start_date"] == "2026-11-01"
    assert second["row"] == 3
    assert second["findings"] == [
        {
            "code": "digits_lost",
            "severity": "block",
            "field": "nik",
            "facts": {"cell": "A3", "holds": "3578015508920010"},
        }
    ]
    assert [found["code"] for found in third["findings"]] == ["nik_not_16_digits"]
    assert [found["facts"]["row"] for row in (fourth, fifth) for found in row["findings"]] == ["6", "5"]


def test_the_table_for_people_says_what_is_wrong_and_how_to_mend_it_with_masked_numbers(
    check: Check, lines: list[Line]
) -> None:
    lines[0][Field.NIK] = "357801550892"
    told = check(as_xlsx(sheet_of(lines)))
    assert told.code == 1
    assert "NIK berisi 12 angka, seharusnya 16" in told.out
    assert "5 baris: 4 dapat diterima, 1 tertahan" in told.out
    assert str(lines[1][Field.NIK]) not in told.out
    english = check(as_xlsx(sheet_of(lines)), "--language", "en")
    assert "5 rows: 4 can be taken, 1 are held back" in english.out


def test_a_csv_list_is_read_as_well(check: Check, lines: list[Line]) -> None:
    told = check(as_csv(sheet_of(lines)), "--json", name="daftar.csv")
    assert told.code == 0
    assert [row["read"]["nik"] for row in told.rows] == [line[Field.NIK] for line in lines]


def test_an_excel_97_list_is_read_as_well(check: Check) -> None:
    cells = [
        xls_label(0, 0, "NIK"),
        xls_label(0, 1, "Nama"),
        xls_label(1, 0, "3578015508920004"),
        xls_label(1, 1, "SITI"),
        xls_number(2, 0, 3578015508920010.0),
        xls_label(2, 1, "BUDI"),
    ]
    told = check(xls(b"".join(cells)), "--json", name="daftar.xls")
    assert told.code == 1
    assert [[found["code"] for found in row["findings"]][:1] for row in told.rows] == [
        ["filled_from_nik"],
        ["digits_lost"],
    ]


def test_an_open_document_list_is_read_as_well(check: Check) -> None:
    def row(*texts: str) -> str:
        cells = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            for text in texts
        )
        return f"<table:table-row>{cells}</table:table-row>"

    told = check(
        ods(row("NIK", "Nama Lengkap") + row("3578015508920004", "SITI")), "--json", name="daftar.ods"
    )
    assert (told.code, [each["read"]["name"] for each in told.rows]) == (0, ["SITI"])


@pytest.mark.parametrize(
    ("content", "name", "problem"),
    [
        (b"", "daftar.xlsx", "workbook_unreadable"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "daftar.xlsx", "workbook_unreadable"),
        (b"NIK;Nama\r\n", "daftar.csv", "worker_file_empty"),
        (b"apa;saja\r\n1;2\r\n", "daftar.csv", "columns_not_found"),
        (b"NIK;Nama\r\n1;2\r\n", "daftar.pdf", "workbook_unreadable"),
        (xlsx(sheet_xml("")), "daftar.xlsx", "worker_file_empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_the_reason(
    check: Check, content: bytes, name: str, problem: str
) -> None:
    told = check(content, "--json", name=name)
    assert told.code == 2
    (answer,) = told.rows
    assert answer["problem"] == problem
    assert answer["says"] == told.err.strip() != ""
    plain = check(content, name=name)
    assert (plain.code, plain.out, plain.err) == (2, "", told.err)


@pytest.mark.parametrize(
    "name", ["far cell (xls)", "a billion laughs in the texts", "columns without end (csv)"]
)
def test_a_file_made_to_hurt_is_refused_in_words(check: Check, name: str) -> None:
    ending, make, _ = bombs(10_000_000)[name]
    told = check(make(), name=f"daftar.{ending}")
    assert (told.code, told.out) == (2, "")
    assert told.err.strip()
    assert "Traceback" not in told.err


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, ROOT / "main.py", "--check-workbook", tmp_path / "tidak-ada.xlsx"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert b"Traceback" not in ended.stderr
