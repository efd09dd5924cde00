"""A company's file checked for whoever sends it: all findings, without a branch, and nothing kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.exchange.read_workbook import read_workbook
from app.exchange.workbook import CsvDoubt
from app.findings import Finding, Severity, worst
from app.member_fields import MemberField
from app.members.membership import Programme
from app.visit.read_form import ReadForm
from app.workers.check_rows import CheckRows, WorkerRead
from app.workers.columns import SheetColumns, columns_of
from app.workers.knowledge import Knowledge
from app.workers.read_rows import rows_of
from app.workers.worker_file import FilePurpose


@dataclass(frozen=True, slots=True)
class CheckedList:
    """``aside`` are the numbers of filled rows that were taken for no workers."""

    columns: SheetColumns
    workers: tuple[WorkerRead, ...]
    aside: tuple[int, ...]
    doubts: frozenset[CsvDoubt]

    @property
    def acceptable(self) -> bool:
        return all(map(acceptable, self.workers))


@dataclass(frozen=True, slots=True)
class CheckWorkbook:
    """Raises ``FileRefused`` for a file that cannot be read, ``RuleBroken`` for one without a list."""

    rules: CheckRows

    def __call__(self, file: Path, on: date) -> CheckedList:
        purpose = FilePurpose.REGISTRATION
        workbook = read_workbook(file)
        found = columns_of(workbook, purpose, self.rules.reference.headings)
        sheet = rows_of(workbook, found.mapping, purpose, on)
        columns = found.mapping.columns.values()
        workers = self.rules.all(sheet.rows, columns, None, on, lambda _: Knowledge())
        return CheckedList(found, workers, sheet.aside, workbook.doubts)


def acceptable(worker: WorkerRead) -> bool:
    return worst(worker.findings) is not Severity.BLOCK


def as_told(checked: CheckedList, worker: WorkerRead) -> dict[str, object]:
    """One row for another program to read.

    ``read`` has a value for every field the file fills or the NIK adds: dates as 1990-08-17, money in rupiah,
    choices and regions as their codes, telephone numbers as E.164; and the text as it stands in the file
    where it could not be read.
    """
    return {
        "sheet": checked.columns.mapping.sheet,
        "row": worker.row.number,
        "acceptable": acceptable(worker),
        "read": dict(_values(worker)),
        "findings": [_finding(finding) for finding in worker.findings],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "field": finding.field.value if finding.field else None,
        "facts": dict(finding.facts),
    }


def _values(worker: WorkerRead) -> Mapping[str, object]:
    values = _read(worker.read)
    told: dict[str, object] = {}
    for field in MemberField:
        if field is MemberField.SEARCH:
            continue
        text = getattr(worker.row.form, field)
        added = getattr(worker.form, field)
        if field is MemberField.SEGMENT or text or added:
            value = values.get(field)
            told[field.value] = text if value is None else value
    return told


def _read(read: ReadForm) -> Mapping[MemberField, object]:
    person, work = read.person, read.work
    return {
        MemberField.NIK: person.nik and person.nik.digits,
        MemberField.NAME: person.name,
        MemberField.BIRTH_PLACE: person.birth_place,
        MemberField.BIRTH_DATE: person.birth_date and person.birth_date.isoformat(),
        MemberField.SEX: person.sex,
        MemberField.MARITAL_STATUS: person.marital_status,
        MemberField.MOTHER_NAME: person.mother_name,
        MemberField.FAMILY_CARD: person.family_card and person.family_card.digits,
        MemberField.NPWP: person.npwp and person.npwp.digits,
        MemberField.ADDRESS: person.street,
        MemberField.PROVINCE: person.district and person.district[:2],
        MemberField.REGENCY: person.district and person.district[:4],
        MemberField.DISTRICT: person.district,
        MemberField.VILLAGE: person.village,
        MemberField.POSTAL_CODE: person.postal_code,
        MemberField.PHONE: person.phone and person.phone.e164,
        MemberField.EMAIL: person.email,
        MemberField.SEGMENT: work.segment,
        MemberField.NPP: work.npp and work.npp.text,
        MemberField.COMPANY_NAME: work.company_name,
        MemberField.DIVISION: work.division,
        MemberField.EMPLOYEE_NUMBER: work.employee_number,
        MemberField.START_DATE: work.start_date and work.start_date.isoformat(),
        MemberField.WAGE: work.wage,
        MemberField.RISK_CLASS: work.risk_class,
        MemberField.PROGRAMMES: [each.value for each in Programme if each in work.programmes],
        MemberField.KPJ: work.kpj and work.kpj.text,
    }
