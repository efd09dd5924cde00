"""Every rule of the counter over the rows of a company's list, and what the rows say of one another."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.cards.card_face import CardFace
from app.companies.company import Company
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import NamedPerson
from app.members.duplicates_in_one_file import duplicates_in_one_file
from app.members.kpj import LENGTH as KPJ_LENGTH
from app.members.membership import Segment
from app.members.names import similarity
from app.members.regions import PROVINCE, REGENCY, Regions
from app.reference import Reference
from app.visit.member_form import MemberForm
from app.visit.read_form import ON_PAPER, ReadForm, in_field_order, read_form, suggestions
from app.visit.rules import check
from app.workers.cell_doubt import CELL_FINDINGS
from app.workers.find_district import Districts
from app.workers.knowledge import AskBranch
from app.workers.worker_file import RowState, WorkerRow

_NEVER_WITHOUT = frozenset(
    {MemberField.NIK, MemberField.NAME, MemberField.BIRTH_DATE, MemberField.SEX, MemberField.SEGMENT}
)
_NUMBER_TO_COME = "0" * KPJ_LENGTH  # as wide as any number on the card
_OF_NO_COMPANY = frozenset(
    {FindingCode.COMPANY_UNKNOWN, FindingCode.COMPANY_NAME_DIFFERS, FindingCode.RATE_MISSING}
)


@dataclass(frozen=True, slots=True)
class WorkerRead:
    """A row as the rules see it: ``form`` with what the company and the NIK add, and what was read of it.

    ``findings`` are those known so far: of the cells and of what was added, or all.
    """

    row: WorkerRow
    form: MemberForm
    read: ReadForm
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class CheckRows:
    """The rows of one list with all their findings, in the order they came.

    ``columns`` are the fields the list has a column for. Of what the paper form asks beyond them nothing is
    asked here: form 2a, on which companies report, has no place for it either. ``company`` gives what a
    worker inherits; without one nothing is said of companies. Nothing of another list is kept.
    """

    reference: Reference
    card_findings: Callable[[CardFace], tuple[Finding, ...]]
    branch: str

    def __call__(
        self,
        rows: Sequence[WorkerRow],
        columns: Collection[MemberField],
        company: Company | None,
        on: date,
        ask: AskBranch,
    ) -> tuple[WorkerRow, ...]:
        workers = self.all(rows, columns, company, on, ask)
        return tuple(replace(worker.row, findings=worker.findings) for worker in workers)

    def all(
        self,
        rows: Sequence[WorkerRow],
        columns: Collection[MemberField],
        company: Company | None,
        on: date,
        ask: AskBranch,
    ) -> tuple[WorkerRead, ...]:
        """The rows with what was read of each; the rows themselves stand as they came."""
        workers = [self.read(row, columns, company, on) for row in rows]
        keys = [self._name_key(worker.read) for worker in workers]
        knowledge = ask([worker.read for worker in workers])
        beside = _said_by_others(workers, keys)
        checked = []
        for worker, key in zip(workers, keys, strict=True):
            known = knowledge.of(worker.read, key)
            if company is not None:
                known = replace(known, company=company)
            found = [
                *worker.findings,
                *self._of_rules(check(worker.read, known, on, self.reference), company),
                *self._on_card(worker.read, company, on),
                *beside.get(worker.row.number, ()),
            ]
            checked.append(replace(worker, findings=in_field_order(found)))
        return tuple(checked)

    def read(
        self, row: WorkerRow, columns: Collection[MemberField], company: Company | None, on: date
    ) -> WorkerRead:
        """One row as it is stored when it is accepted."""
        findings = [finding for finding in row.findings if finding.code in CELL_FINDINGS]
        doubtful = {
            finding.field
            for finding in findings
            if finding.field is not None and finding.severity is not Severity.NOTE
        }
        form = replace(row.form, **{field.value: "" for field in doubtful})
        needed = (ON_PAPER & set(columns) | _NEVER_WITHOUT) - doubtful
        form = self._with_company(form, company, findings)
        form = self._with_district(form, findings)
        needed -= {finding.field for finding in findings}  # told already
        form = _with_dates(form, needed, MemberField.START_DATE in columns, on, findings)
        if form.kpj == "":
            needed -= {MemberField.KPJ}
        return WorkerRead(row, form, read_form(form, on, self.reference, needed), tuple(findings))

    def _with_company(self, form: MemberForm, company: Company | None, findings: list[Finding]) -> MemberForm:
        if company is None:
            return form
        typed = "".join(form.npp.split()).upper()
        if typed and typed != company.npp.text:
            facts = {"npp": form.npp, "company": company.name}
            findings.append(
                Finding(FindingCode.NPP_OF_ANOTHER_COMPANY, Severity.BLOCK, MemberField.NPP, facts)
            )
        return replace(
            form,
            npp=company.npp.text,
            company_name=company.name,
            division=form.division or company.division,
            segment=company.segment.value if form.segment in ("", Segment.PU.value) else form.segment,
            risk_class=form.risk_class or company.risk_class.value,
        )

    def _with_district(self, form: MemberForm, findings: list[Finding]) -> MemberForm:
        """The district's code for its name; its name alone is no block, because no card shows it."""
        districts = _districts(self.reference.regions)
        if form.district:
            code = districts.code(form.district, form.regency, form.province)
        else:
            code = districts.in_address(form.address)
        if code is None and form.district:
            named = ", ".join(filter(None, (form.district, form.regency, form.province)))
            findings.append(
                Finding(FindingCode.DISTRICT_NOT_FOUND, Severity.WARN, MemberField.DISTRICT, {"holds": named})
            )
        code = code or ""
        return replace(form, district=code, regency=code[:REGENCY], province=code[:PROVINCE])

    def _name_key(self, read: ReadForm) -> str:
        return self.reference.names.key(read.person.name) if read.person.name else ""

    def _of_rules(self, findings: Sequence[Finding], company: Company | None) -> Iterator[Finding]:
        for finding in findings:
            if company is None and (
                finding.code in _OF_NO_COMPANY or finding.field is MemberField.COMPANY_NAME
            ):
                continue
            if finding.code is FindingCode.KPJ_FOLLOWS_LATER:  # the acceptance list brings it
                finding = replace(finding, severity=Severity.NOTE)
            yield finding

    def _on_card(self, read: ReadForm, company: Company | None, on: date) -> tuple[Finding, ...]:
        name, segment = read.person.name, read.work.segment
        if name is None or segment is None:
            return ()
        return self.card_findings(
            CardFace(
                name=name,
                kpj=read.work.kpj.text if read.work.kpj else _NUMBER_TO_COME,
                nik=read.nik.digits if read.nik else "",
                company=company.name if company else read.work.company_name or "",
                segment=segment.value,
                issued_on=on,
                branch=self.branch,
            )
        )


def changed(row: WorkerRow, form: MemberForm) -> WorkerRow:
    """The row as somebody typed it anew: what the file could not say of a changed field is settled."""
    kept = tuple(
        finding
        for finding in row.findings
        if finding.field is None
        or finding.code not in CELL_FINDINGS
        or getattr(form, finding.field) == getattr(row.form, finding.field)
    )
    return replace(row, form=form, findings=kept)


@lru_cache(maxsize=1)
def _districts(regions: Regions) -> Districts:
    return Districts(regions)


def _with_dates(
    form: MemberForm, needed: Set[MemberField], has_start: bool, on: date, findings: list[Finding]
) -> MemberForm:
    """Birth date and sex from the NIK, as at the counter; without a column for it, the membership begins
    on the day the list is read (PP 44/2015: with the registration)."""
    filled = {}
    if not form.birth_date or not form.sex:
        for name, text in suggestions(form, on).items():
            field = MemberField(name)
            if field in needed:
                filled[name] = text
                findings.append(Finding(FindingCode.FILLED_FROM_NIK, Severity.NOTE, field, {"taken": text}))
    if not has_start and not form.start_date:
        filled[MemberField.START_DATE.value] = text = f"{on:%d-%m-%Y}"
        findings.append(
            Finding(FindingCode.START_DATE_TAKEN, Severity.NOTE, MemberField.START_DATE, {"taken": text})
        )
    return replace(form, **filled) if filled else form


def _said_by_others(workers: Sequence[WorkerRead], keys: Sequence[str]) -> dict[int, list[Finding]]:
    """For each row what other rows of the file say of it; a row left out says nothing."""
    said: dict[int, list[Finding]] = defaultdict(list)
    asked = [
        (worker, key)
        for worker, key in zip(workers, keys, strict=True)
        if worker.row.state is not RowState.LEFT_OUT
    ]

    of_nik: dict[str, int] = {}
    of_kpj: dict[str, int] = {}
    people = []
    for worker, key in asked:
        row, person, kpj = worker.row.number, worker.read.person, worker.read.work.kpj
        if kpj is not None and (earlier := of_kpj.setdefault(kpj.text, row)) != row:
            _tell_both(said, earlier, row, _KPJ_TWICE)
        if person.nik is None:
            continue
        if (earlier := of_nik.setdefault(person.nik.digits, row)) != row:
            _tell_both(said, earlier, row, _NIK_TWICE)
        if person.birth_date is not None and key:
            people.append(NamedPerson(row, person.nik, person.name or "", key, person.birth_date))
    for one, other in duplicates_in_one_file(people):
        if one.nik != other.nik:
            alike = {"percent": str(int(similarity(one.name_key, other.name_key) * 100))}
            _tell_both(said, one.member_id, other.member_id, replace(_PERSON_TWICE, facts=alike))
    return said


_KPJ_TWICE = Finding(FindingCode.KPJ_TWICE_IN_FILE, Severity.BLOCK, MemberField.KPJ)
_NIK_TWICE = Finding(FindingCode.NIK_TWICE_IN_FILE, Severity.BLOCK, MemberField.NIK)
_PERSON_TWICE = Finding(FindingCode.PERSON_TWICE_IN_FILE, Severity.WARN, MemberField.NAME)


def _tell_both(said: dict[int, list[Finding]], one: int, other: int, finding: Finding) -> None:
    """The earlier row names the first of those that repeat it."""
    if all(told.code is not finding.code for told in said[one]):
        said[one].append(replace(finding, facts={"row": str(other), **finding.facts}))
    said[other].append(replace(finding, facts={"row": str(one), **finding.facts}))
