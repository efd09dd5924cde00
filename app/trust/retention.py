"""How long records are kept, what a legal hold keeps beyond it, and the run that erases the rest.

The law sets no period of its own for a branch's desk, so nothing is erased until the branch has said how
long it keeps a kind (UU 27/2022 art. 43: personal data are erased once they are no longer needed).
The journal is never erased: it holds no name and no NIK, and a gap in it would break its chain.
"""

import contextlib
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.clock import Clock
from app.errors import Problem, RuleBroken
from app.files import write_whole
from app.ports import Begin, UnitOfWork
from app.trust.approval import Approval, ApprovalSeals
from app.trust.approver import approver
from app.trust.journal import Action, ChainHead, Entry
from app.trust.kept_records import LegalHold, RecordKind
from app.trust.officer import Officer
from app.trust.permissions import Right, permit

MOST_AT_ONCE = 5_000
"""Records of a kind erased in one run: some seconds during which nobody else can store anything."""

SUBJECT = "erasure"
"""What a supervisor approves, by their own sign-in."""

_PAPERS = ("kartu", "tanda-terima", "rekap", "tutup-hari", "jejak", "badan-usaha", "kartu-sementara")
"""Folders below that of the papers into which Loket itself writes; no other file is ever touched."""


@dataclass(frozen=True, slots=True)
class KindReview:
    """``months`` is None where the branch has set no period; ``due`` counts what a run would erase now,
    ``held`` what only a legal hold keeps."""

    kind: RecordKind
    months: int | None
    before: date | None
    due: int
    held: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """What an erasure was, for the paper (berita acara pemusnahan)."""

    number: int
    erased: tuple[KindReview, ...]
    branch: str
    at: datetime
    by: Officer
    approved_by: Officer
    reason: str
    head: ChainHead


@dataclass(frozen=True, slots=True)
class Erased:
    number: int
    kinds: tuple[KindReview, ...]
    certificate: Path
    more: bool
    """More was due than one run takes: another run goes on."""


@dataclass(frozen=True, slots=True)
class ReviewRetention:
    """Each kind of record with its period and what is past it. Counts only: no person is shown."""

    begin: Begin
    clock: Clock
    out: Path

    def __call__(self, by: Officer) -> tuple[KindReview, ...]:
        permit(by, Right.ERASE_RECORDS)
        with self.begin() as work:
            return tuple(review(work, kind, self.clock().date(), self.out) for kind in RecordKind)


@dataclass(frozen=True, slots=True)
class SetRetention:
    begin: Begin
    clock: Clock

    def __call__(self, kind: RecordKind, months: int | None, by: Officer) -> None:
        """``None`` keeps records of that kind for ever. A period is 1 to 1,200 months."""
        permit(by, Right.ERASE_RECORDS)
        if months is not None and not 1 <= months <= 1_200:
            raise RuleBroken(Problem.RETENTION_ODD, months=str(months))
        with self.begin() as work:
            work.retention.set(kind, months)
            told = {"kind": kind.value, "months": str(months or "")}
            work.journal.add(Entry(self.clock(), by.id, Action.RETENTION_SET, facts=told))
            work.commit()


@dataclass(frozen=True, slots=True)
class PlaceHold:
    """Nothing of this person is erased while the hold stands: a dispute, an audit, a court."""

    begin: Begin
    clock: Clock

    def __call__(self, member_id: int, reason: str, by: Officer) -> LegalHold:
        permit(by, Right.HOLD_RECORDS)
        if not reason.strip():
            raise RuleBroken(Problem.REASON_MISSING)
        now = self.clock()
        with self.begin() as work:
            work.members.by_id(member_id)
            hold = work.retention.place(LegalHold(member_id, reason.strip(), by.id, now))
            work.journal.add(Entry(now, by.id, Action.HOLD_PLACED, f"hold:{hold.id}", members=(member_id,)))
            work.commit()
        return hold


@dataclass(frozen=True, slots=True)
class LiftHold:
    begin: Begin
    clock: Clock

    def __call__(self, hold_id: int, by: Officer) -> None:
        permit(by, Right.HOLD_RECORDS)
        now = self.clock()
        with self.begin() as work:
            hold = work.retention.lift(hold_id, by.id, now)
            work.journal.add(
                Entry(now, by.id, Action.HOLD_LIFTED, f"hold:{hold_id}", members=(hold.member_id,))
            )
            work.commit()


@dataclass(frozen=True, slots=True)
class StandingHolds:
    """The holds that stand, with the persons' names for the supervisor who placed them."""

    begin: Begin
    clock: Clock

    def __call__(self, by: Officer) -> tuple[tuple[LegalHold, str], ...]:
        permit(by, Right.HOLD_RECORDS)
        with self.begin() as work:
            holds = work.retention.holds()
            named = tuple((hold, work.members.by_id(hold.member_id).name) for hold in holds)
            if holds:
                shown = tuple(sorted({hold.member_id for hold in holds}))
                entry = Entry(self.clock(), by.id, Action.PERSON_SHOWN, "holds", members=shown)
                work.journal.add(entry)
                work.commit()
        return named


@dataclass(frozen=True, slots=True)
class EraseRecords:
    """Erase what is past its period, with a supervisor's sign-in and a certificate, or nothing at all.

    A person becomes a number without name, NIK or anything typed; the KPJ number stays taken, because
    it may never be given to somebody else, and so do the counts of cards and blanks.
    """

    begin: Begin
    clock: Clock
    certify: Callable[[Certificate], bytes]
    seals: ApprovalSeals
    out: Path
    attachments: Path
    branch: str

    def __call__(self, approval: Approval | None, by: Officer) -> Erased:
        """Raises ``RuleBroken``: ``NOT_ALLOWED``, ``REASON_MISSING``, ``NOTHING_TO_ERASE``."""
        permit(by, Right.ERASE_RECORDS)
        now = self.clock()
        with self.begin() as work:
            supervisor = approver(work, self.seals, approval, SUBJECT, now)
            before = tuple(review(work, kind, now.date(), self.out) for kind in RecordKind)
            if not any(kind.due for kind in before):
                raise RuleBroken(Problem.NOTHING_TO_ERASE)
            papers = _papers_before(self.out, _before(work, RecordKind.PAPERS, now.date()))[:MOST_AT_ONCE]
            files = self._erase_stored(work, before, now.date())
            counts = {kind.kind: min(kind.due, MOST_AT_ONCE) for kind in before if kind.due}
            number = work.retention.next_erasure()
            told = {kind.value: str(count) for kind, count in counts.items()}
            told["approved_by"] = str(supervisor.id)
            work.journal.add(Entry(now, by.id, Action.RECORDS_ERASED, f"{SUBJECT}:{number}", told))
            erased = tuple(_erased(kind, counts) for kind in before)
            reason = approval.reason.strip() if approval else ""
            document = self.certify(
                Certificate(number, erased, self.branch, now, by, supervisor, reason, work.journal.head())
            )
            file = self.out / "pemusnahan" / f"berita-acara-{number:04d}_{now:%Y-%m-%d}.pdf"
            write_whole(file, document)
            work.retention.record(
                number, by.id, supervisor.id, now, counts, hashlib.sha256(document).hexdigest()
            )
            work.commit()
        # a file left behind by a crash here is found again: papers stay due, and an attachment
        # whose key went with its row can be read by nobody
        _remove(papers)
        _remove([self.attachments / name for name in files])
        more = any(kind.due > MOST_AT_ONCE for kind in before)
        return Erased(number, erased, file, more)

    def _erase_stored(self, work: UnitOfWork, kinds: tuple[KindReview, ...], today: date) -> list[str]:
        """What lies in the database; gives the names of the attachments' files, now without a key."""
        before = {kind.kind: kind.before for kind in kinds}
        files: list[str] = []
        if (day := before[RecordKind.MEMBERS]) is not None:
            files += work.retention.erase_members(day, MOST_AT_ONCE, today)
        if (day := before[RecordKind.FINDINGS]) is not None:
            work.retention.erase_findings(day, MOST_AT_ONCE)
        if (day := before[RecordKind.WORKER_FILES]) is not None:
            work.retention.erase_worker_files(day, MOST_AT_ONCE)
        if (day := before[RecordKind.COLLECTORS]) is not None:
            work.retention.erase_collectors(day, MOST_AT_ONCE)
        if (day := before[RecordKind.ATTACHMENTS]) is not None:
            files += work.retention.erase_attachments(day, MOST_AT_ONCE)
        return files


def review(work: UnitOfWork, kind: RecordKind, today: date, out: Path) -> KindReview:
    months = work.retention.rules().get(kind)
    before = _before(work, kind, today)
    if before is None:
        return KindReview(kind, months, None, 0, 0)
    if kind is RecordKind.PAPERS:
        return KindReview(kind, months, before, len(_papers_before(out, before)), 0)
    due, held = work.retention.due(kind, before)
    return KindReview(kind, months, before, due, held)


def months_before(day: date, months: int) -> date:
    """The same day so many months ago, or that month's last: what is older has been kept long enough."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return date.min
    for last in (day.day, 30, 29, 28):
        with contextlib.suppress(ValueError):
            return date(year, month + 1, min(day.day, last))
    raise AssertionError("every month has 28 days")


def _before(work: UnitOfWork, kind: RecordKind, today: date) -> date | None:
    months = work.retention.rules().get(kind)
    return None if months is None else months_before(today, months)


def _erased(kind: KindReview, counts: Mapping[RecordKind, int]) -> KindReview:
    return KindReview(kind.kind, kind.months, kind.before, counts.get(kind.kind, 0), kind.held)


def _papers_before(out: Path, before: date | None) -> list[Path]:
    if before is None:
        return []
    files = (file for folder in _PAPERS for file in sorted((out / folder).glob("*")) if file.is_file())
    return [file for file in files if _written_on(file) < before]


def _written_on(file: Path) -> date:
    return datetime.fromtimestamp(file.stat().st_mtime).astimezone().date()


def _remove(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
