"""Every rule of the counter over the rows of a company's list, and what the rows say of one another."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from app.cards.card_face import PROGRAM_LAYOUT, CardFace
from app.companies.company import Company
from app.findings import Finding, FindingCode, Severity
from app.garbage import uncollected
from app.member_fields import MemberField
from app.members.duplicates import NamedPerson
from app.members.duplicates_in_one_file import duplicates_in_one_file
from app.members.kpj import LENGTH as KPJ_LENGTH
from app.members.membership import Segment
from app.members.names import similarity
from app.members.nik import LENGTH as NIK_LENGTH
from app.members.regions import PROVINCE, REGENCY, Regions
from app.members.separators import without_separators
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
_ANY_KPJ, _ANY_NIK = "0" * KPJ_LENGTH, "0" * NIK_LENGTH
"""As wide on the card as any: the numbers themselves are looked at before a batch is printed."""

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
        layout: str = PROGRAM_LAYOUT,
    ) -> tuple[WorkerRow, ...]:
        workers = self.all(rows, columns, company, on, ask, layout)
        return tuple(replace(worker.row, findings=worker.findings) for worker in workers)

    def all(
        self,
        rows: Sequence[WorkerRow],
        columns: Collection[MemberField],
        company: Company | None,
        on: date,
        ask: AskBranch,
        layout: str = PROGRAM_LAYOUT,
    ) -> tuple[WorkerRead, ...]:
        """The rows with what was read of each; the rows themselves stand as they came. ``layout`` is the one
        the company's cards are printed with, as a printed card remembers it."""
        with uncollected():
            workers = [self.read(row, columns, company, on) for row in rows]
            keys = [self._name_key(worker.read) for worker in workers]
            knowledge = ask([worker.read for worker in workers])
            if company is not None:
                knowledge = replace(knowledge, companies={company.npp: company})
            beside = _said_by_others(workers, keys)
            checked = []
            for worker, key in zip(workers, keys, strict=True):
                known = knowledge.of(worker.read, key)
                found = [
                    *worker.findings,
                    *self._of_rules(check(worker.read, known, on, self.reference), company),
                    *self._on_card(worker.read, company, on, layout),
                    *beside.get(worker.row.number, ()),
                ]
                checked.append(WorkerRead(worker.row, worker.form, worker.read, in_field_order(found)))
            return tuple(checked)

    def read(
        self, row: WorkerRow, columns: Collection[MemberField], company: Company | None, on: date
    ) -> WorkerRead:
        """One row as it is stored when it is accepted."""
        findings = [finding for finding in row.findings if finding.code in CELL_FINDINGS]
        texts = row.form.as_draft()
        doubtful = {finding.field for finding in findings if finding.severity is not Severity.NOTE}
        for field in doubtful:
            texts[field or ""] = ""
        needed = (_asked_for(frozenset(columns)) - doubtful) if doubtful else _asked_for(frozenset(columns))
        if company is not None:
            findings += _take_company(texts, company)
        unknown = self._take_district(texts)
        if unknown:
            findings += unknown
            needed -= {MemberField.DISTRICT}
        findings += _take_dates(texts, needed, MemberField.START_DATE in columns, on)
        form = MemberForm(**texts)
        return WorkerRead(row, form, read_form(form, on, self.reference, needed), tuple(findings))

    def _take_district(self, texts: dict[str, str]) -> tuple[Finding, ...]:
        """The district's code for its name; its name alone is no block, because no card shows it."""
        districts, named = _districts(self.reference.regions), texts["district"]
        if named:
            code = districts.code(named, texts["regency"], texts["province"])
        else:
            code = districts.in_address(texts["address"])
        typed = ", ".join(filter(None, (named, texts["regency"], texts["province"])))
        code = code or ""
        texts.update(district=code, regency=code[:REGENCY], province=code[:PROVINCE])
        if code or not named:
            return ()
        return (
            Finding(FindingCode.DISTRICT_NOT_FOUND, Severity.WARN, MemberField.DISTRICT, {"holds": typed}),
        )

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

    def _on_card(self, read: ReadForm, company: Company | None, on: date, layout: str) -> tuple[Finding, ...]:
        name, segment = read.person.name, read.work.segment
        if name is None or segment is None:
            return ()
        return self.card_findings(
            CardFace(
                name=name,
                kpj=_ANY_KPJ,
                nik=_ANY_NIK,
                company=company.name if company else read.work.company_name or "",
                segment=segment.value,
                issued_on=on,
                branch=self.branch,
                layout=layout,
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


@lru_cache
def _asked_for(columns: frozenset[MemberField]) -> frozenset[MemberField]:
    """What the paper form asks and the list has a column for, and what no row can do without."""
    return (ON_PAPER & columns | _NEVER_WITHOUT) - {MemberField.KPJ}


def _take_company(texts: dict[str, str], company: Company) -> list[Finding]:
    """What a worker inherits; a row that names another company is not this one's."""
    typed, findings = without_separators(texts["npp"]).upper(), []
    if typed and typed != company.npp.text:
        facts = {"npp": texts["npp"], "company": company.name}
        findings.append(Finding(FindingCode.NPP_OF_ANOTHER_COMPANY, Severity.BLOCK, MemberField.NPP, facts))
    texts["npp"], texts["company_name"] = company.npp.text, company.name
    texts["division"] = texts["division"] or company.division
    texts["risk_class"] = texts["risk_class"] or company.risk_class.value
    if texts["segment"] in ("", Segment.PU.value):
        texts["segment"] = company.segment.value
    return findings


def _take_dates(
    texts: dict[str, str], needed: Set[MemberField], has_start: bool, on: date
) -> Iterator[Finding]:
    """Birth date and sex from the NIK, as at the counter; without a column for it, the membership begins
    on the day the list is read (PP 44/2015: with the registration)."""
    if not texts["birth_date"] or not texts["sex"]:
        form = MemberForm(nik=texts["nik"], birth_date=texts["birth_date"], sex=texts["sex"])
        for name, text in suggestions(form, on).items():
            field = MemberField(name)
            if field in needed:
                texts[name] = text
                yield Finding(FindingCode.FILLED_FROM_NIK, Severity.NOTE, field, {"taken": text})
    if not has_start and not texts["start_date"]:
        texts["start_date"] = day = f"{on:%d-%m-%Y}"
        yield Finding(FindingCode.START_DATE_TAKEN, Severity.NOTE, MemberField.START_DATE, {"taken": day})


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


_MOST_TOLD = 20
_KPJ_TWICE = Finding(FindingCode.KPJ_TWICE_IN_FILE, Severity.BLOCK, MemberField.KPJ)
_NIK_TWICE = Finding(FindingCode.NIK_TWICE_IN_FILE, Severity.BLOCK, MemberField.NIK)
_PERSON_TWICE = Finding(FindingCode.PERSON_TWICE_IN_FILE, Severity.WARN, MemberField.NAME)


def _tell_both(said: dict[int, list[Finding]], one: int, other: int, finding: Finding) -> None:
    """The earlier row names those that repeat it, up to a number nobody would go through."""
    if len(said[one]) < _MOST_TOLD:
        said[one].append(replace(finding, facts={"row": str(other), **finding.facts}))
    said[other].append(replace(finding, facts={"row": str(one), **finding.facts}))
