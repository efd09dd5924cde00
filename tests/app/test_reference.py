"""The shipped reference data is whole, and a folder that is not is refused with file and row."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from app.errors import Problem, YourEnvironment
from app.members.membership import Programme, Segment
from app.reference import Reference

SHIPPED = Path(__file__).parents[2] / "resources" / "reference"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "reference"))


def refused(folder: Path) -> dict[str, str]:
    with pytest.raises(YourEnvironment) as refusal:
        Reference.load(folder)
    assert refusal.value.problem is Problem.REFERENCE_UNREADABLE
    return refusal.value.facts


def test_the_shipped_regions_are_all_there(reference: Reference) -> None:
    provinces = reference.regions.provinces()
    regencies = [regency for place in provinces for regency in reference.regions.regencies(place.code)]
    districts = [district for place in regencies for district in reference.regions.districts(place.code)]
    assert (len(provinces), len(regencies), len(districts)) == (38, 514, 7285)


def test_every_segment_has_its_programmes(reference: Reference) -> None:
    allowed = {segment: reference.rates.allowed(segment) for segment in Segment}
    assert allowed == {
        Segment.PU: set(Programme),
        Segment.BPU: {Programme.JKK, Programme.JKM, Programme.JHT},
        Segment.JAKON: {Programme.JKK, Programme.JKM},
        Segment.PMI: {Programme.JKK, Programme.JKM, Programme.JHT},
    }
    assert Programme.JHT not in reference.rates.mandatory(Segment.BPU)


def test_the_region_data_carry_their_licence() -> None:
    notice = (SHIPPED / "NOTICE.md").read_text(encoding="utf-8")
    assert "idn-area-data** 4.0.1" in notice
    assert "https://opendatacommons.org/licenses/odbl/1-0/" in notice


def test_every_checklist_names_its_papers_and_how_sure_they_are() -> None:
    shipped = json.loads((SHIPPED / "claim_checklists.json").read_text(encoding="utf-8"))
    assert {entry["programme"] for entry in shipped["checklists"]} == set(Programme)
    for entry in shipped["checklists"]:
        assert entry["papers"] or entry["papers_certainty"] == "unknown", entry["cause"]
        assert entry["source"] or entry["rules_certainty"] == "unknown", entry["cause"]


def test_a_file_edited_in_excel_with_a_byte_order_mark_is_read(folder: Path) -> None:
    file = folder / "regions.csv"
    file.write_text("\ufeff" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert Reference.load(folder).regions.name("35") == "Jawa Timur"


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "rates.csv").unlink()
    assert refused(folder)["file"] == "rates.csv"


def test_an_unknown_column_is_refused(folder: Path) -> None:
    file = folder / "wage_caps.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("cap_rp", "cap_usd", 1), encoding="utf-8")
    assert refused(folder) == {"file": "wage_caps.csv", "row": "1"}


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("regions.csv", "3599,Kabupaten Tanpa Provinsi,province"),
        ("regions.csv", "999901,Tanpa Kabupaten,district"),
        ("regions.csv", "35,Jawa Timur,province"),
        ("regions.csv", "98,,province"),
        ("name_titles.csv", "HAJI,sometimes,religious"),
        ("name_variants.csv", "ACHMAD,MUHAMMAD,spelling,sure"),
        ("name_variants.csv", "X,Y,nickname,sure"),
        ("programmes.csv", "PU,JKN,mandatory,UU 40/2004,sure"),
        ("rates.csv", "PU,JHT,,,wage,3.7,2,0,0,,,,2026-01-01,,PP 46/2015,sure,second rate at once"),
        ("rates.csv", "PU,JHT,,,wage,abc,2,0,0,,,,2014-01-01,2014-12-31,PP 46/2015,sure,"),
        ("rates.csv", "PU,JHT,,,wage,101,2,0,0,,,,2014-01-01,2014-12-31,PP 46/2015,sure,"),
        ("rates.csv", "PU,JHT,,,wage,NaN,2,0,0,,,,2014-01-01,2014-12-31,PP 46/2015,sure,"),
        ("rates.csv", "PU,JHT,,,wage,3.7,2,0,0,-5,,,2014-01-01,2014-12-31,PP 46/2015,sure,"),
        ("rates.csv", "PU,JHT,,,wage,3.7,2,0,0,,,,2014-12-31,2014-01-01,PP 46/2015,sure,"),
        ("rates.csv", "PU,JHT,,,wage,3.7,2,0,0,,,,2014-13-01,,PP 46/2015,sure,"),
        ("rates.csv", "PU,JHT,,,wage,3.7,2,0,0,,,,2014-01-01,2014-12-31,,sure,no law"),
        ("wage_caps.csv", "JP,11.086.300,2027-03-01,a circular,sure"),
        ("discounts.csv", "BPU,farming,JKK JKM,50,2026-01-01,2026-12-31,PP 50/2025,sure"),
        ("discounts.csv", "BPU,transport,JKK JKM,50,2026-01-01"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(folder: Path, file: str, row: str) -> None:
    rows = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(f"{rows}{row}\n", encoding="utf-8")
    assert refused(folder) == {"file": file, "row": str(rows.count("\n") + 1)}


def test_a_rate_may_follow_the_one_before_it(folder: Path) -> None:
    file = folder / "rates.csv"
    old = "PU,JKM,,,wage,0.30,0,0,0,,,,2015-07-01,,PP 44/2015 art. 18,sure,"
    new = "PU,JKM,,,wage,0.40,0,0,0,,,,2027-01-01,,PP 1/2027,sure,"
    rows = file.read_text(encoding="utf-8")
    assert old in rows
    file.write_text(rows.replace(old, old.replace(",,PP", ",2026-12-31,PP")) + new + "\n", encoding="utf-8")
    rates = Reference.load(folder).rates
    days = (date(2026, 12, 31), date(2027, 1, 1))
    due = [rates.contributions(Segment.PU, {Programme.JKM}, 1_000_000, None, day) for day in days]
    assert [[contribution.amount for contribution in day] for day in due] == [[3_000], [4_000]]
