"""What the branch's rules need from the outside world, and nothing more."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from app.archive.attachment import Attachment, SealedFile
from app.cards.card_face import CardFace
from app.cards.card_layouts import LayoutChoice, StoredLayout
from app.cards.card_stock import BlankLevel, BlankMovement
from app.cards.earlier_card import EarlierCard
from app.cards.number_block import BlockLevel, NumberBlock
from app.cards.print_job import CardJob, GiveUpReason, PrinterReason
from app.cards.printer_setup import AS_DRAWN, Placement, PrinterSetup
from app.cards.ribbon import RibbonLevel, RibbonLoad
from app.cards.shift import Shift, ShiftUse
from app.companies.card_batch import BatchCard, BatchCount, CardBatch
from app.companies.card_log import LogRow
from app.companies.company import Company
from app.findings import Finding, FindingCode, Severity
from app.member_fields import MemberField
from app.members.duplicates import DuplicateDecision, NamedPerson
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership, Segment
from app.members.nik import Nik
from app.members.npp import Npp
from app.reports.daily_tally import CounterDay, DailyTally
from app.trust.backup import BackupMade, Watch, never_mind
from app.trust.journal import Action, ChainHead, Entry, HeadDoubt
from app.trust.kept_records import LegalHold, RecordKind
from app.trust.officer import Officer
from app.visit.decision import Decision
from app.visit.member_form import MemberForm
from app.visit.visit import Stage, Visit
from app.workers.worker_file import FilePurpose, RowState, WorkerFile, WorkerRow


class MemberStore(Protocol):
    def by_id(self, member_id: int) -> Member:
        """Raises ``RuleBroken(NOT_FOUND)``."""

    def by_nik(self, nik: Nik) -> Member | None: ...
    def by_kpj(self, kpj: Kpj) -> Member | None: ...
    def with_name_like(self, name: str, limit: int) -> tuple[NamedPerson, ...]:
        """The nearest names first; forgives a misspelt word."""

    def alike(self, name_key: str, born_on: Collection[date]) -> tuple[NamedPerson, ...]:
        """Everyone born on one of the days whose name key is at least ``ALIKE`` to this one."""

    def add(self, member: Member) -> Member:
        """Returns the member with its number; ``RuleBroken(NIK_ALREADY_STORED)`` for a known NIK."""

    def membership(self, membership_id: int) -> Membership: ...
    def memberships_of(self, member_id: int) -> tuple[Membership, ...]:
        """Newest start date first."""

    def add_membership(self, membership: Membership) -> Membership:
        """Returns it with its number; ``RuleBroken(KPJ_ALREADY_STORED)`` for a known KPJ."""

    def add_all(self, members: Sequence[Member]) -> tuple[Member, ...]:
        """As ``add``, for a whole list at once."""

    def add_memberships(self, memberships: Sequence[Membership]) -> tuple[Membership, ...]: ...
    def give_number(self, membership_id: int, kpj: Kpj) -> None:
        """To a membership that has none yet, else ``RuleBroken(NOT_FOUND)``; ``KPJ_ALREADY_STORED``."""


class ListLookups(Protocol):
    """As the look-ups of one person, for all on a list at once; who is not found is left out."""

    def persons(self, niks: Collection[Nik]) -> Mapping[Nik, Member]: ...
    def kpj_owners(self, kpjs: Collection[Kpj]) -> Mapping[Kpj, Member]: ...
    def memberships(self, member_ids: Collection[int]) -> Mapping[int, tuple[Membership, ...]]:
        """By member, newest start date first."""

    def alike(
        self, people: Collection[tuple[str, date]]
    ) -> Mapping[tuple[str, date], tuple[NamedPerson, ...]]:
        """By name key and birth date, everyone born on a near day whose name is alike."""

    def decisions(self, niks: Collection[Nik]) -> Mapping[Nik, tuple[DuplicateDecision, ...]]: ...
    def good_cards(self, membership_ids: Collection[int], since: date) -> Mapping[int, EarlierCard]:
        """By membership, the latest good card."""

    def numbers_ahead(self, kpjs: Collection[Kpj]) -> frozenset[Kpj]:
        """Those that lie in the part of a block that is not used yet."""


class CompanyStore(Protocol):
    def by_npp(self, npp: Npp) -> Company | None: ...
    def like(self, typed: str, limit: int) -> tuple[Company, ...]:
        """By the beginning of the NPP or any part of the name."""

    def add(self, company: Company) -> None: ...
    def save(self, company: Company) -> None:
        """``RuleBroken(NOT_FOUND)`` for an NPP that is not stored."""


class NumberBlocks(Protocol):
    def take(self) -> Kpj:
        """The next number, once and for all when the unit of work commits.

        Numbers an officer typed by hand are stepped over. ``RuleBroken(NUMBER_BLOCK_EMPTY)``.
        """

    def take_up_to(self, most: int) -> tuple[Kpj, ...]:
        """So many at once, or as many as there are."""

    def peek(self) -> Kpj | None:
        """The number ``take`` would give now, for the preview."""

    def level(self) -> BlockLevel: ...
    def holds(self, kpj: Kpj) -> bool:
        """Whether the number lies in the part of a block that is not used yet."""

    def all(self) -> tuple[NumberBlock, ...]:
        """In the order in which they are used."""

    def check(self, block: NumberBlock) -> None:
        """``RuleBroken``: ``NUMBER_BLOCK_OVERLAPS`` when a number of it was allotted before,
        ``NUMBER_BLOCK_ODD`` when one of them can be no KPJ."""

    def add(self, block: NumberBlock) -> NumberBlock:
        """Returns it with its number, or raises what ``check`` does."""

    def take_back(self, block_id: int) -> NumberBlock:
        """``RuleBroken(NUMBER_BLOCK_USED)`` once a number of it was given."""

    def leave(self) -> int:
        """Give none of the numbers that are left from now on; tells how many those were."""


class VisitStore(Protocol):
    def open(self, visit: Visit) -> Visit:
        """Store a new visit, giving it its id and, when ``number`` is empty, the day's next number."""

    def by_id(self, visit_id: int) -> Visit: ...
    def save(self, visit: Visit) -> None: ...
    def unfinished(self, counter: str) -> tuple[Visit, ...]:
        """Neither closed nor abandoned, oldest first."""

    def record_step(self, visit_id: int, stage: Stage, seconds: int) -> None: ...
    def step_seconds(self, visit_id: int) -> Mapping[Stage, int]: ...


@dataclass(frozen=True, slots=True)
class Draft:
    visit: Visit
    form: MemberForm
    saved_at: datetime


class DraftStore(Protocol):
    def save(self, visit_id: int, form: MemberForm, at: datetime) -> None: ...
    def of(self, visit_id: int) -> Draft | None: ...
    def left_over(self, counter: str) -> tuple[Draft, ...]:
        """Drafts of unfinished visits at this counter, newest first."""

    def drop(self, visit_id: int) -> None: ...


@dataclass(frozen=True, slots=True)
class CardToAnswer:
    """A card job with what the officer needs to recognise the card in the tray."""

    job: CardJob
    member_id: int
    name: str
    kpj: str
    company_name: str


class CardJobStore(Protocol):
    def add(self, job: CardJob) -> CardJob:
        """``RuleBroken(CARD_ALREADY_ASKED_FOR)`` when that copy exists and is not spoiled or cancelled."""

    def by_id(self, job_id: int) -> CardJob: ...
    def save(self, job: CardJob, was: CardJob) -> None:
        """Write only if the stored job still stands where ``was`` stood, else ``CARD_MOVE_FORBIDDEN``."""

    def of_membership(self, membership_id: int) -> tuple[CardJob, ...]:
        """Oldest first."""

    def open_jobs(self, counter: str) -> tuple[CardToAnswer, ...]:
        """Queued, in doubt or not printed: everything a person still has to settle, oldest first."""

    def latest(self, counter: str, limit: int) -> tuple[CardToAnswer, ...]:
        """Newest first, in any state."""

    def by_scanned(self, kpj: str, counter: str) -> CardJob | None:
        """The job in doubt whose card carries this KPJ."""

    def unsettled(self, counter: str) -> tuple[CardJob, ...]:
        """Those the printer still has, or was lost sight of with: sending, in need of a hand, unknown."""

    def earlier_cards(self, member_id: int, npp: Npp) -> tuple[EarlierCard, ...]:
        """Good cards this person got for that company, newest first."""


class StockStore(Protocol):
    def add(self, movement: BlankMovement) -> None: ...
    def level(self, counter: str) -> BlankLevel:
        """Of the shift that runs: counted from its movements and from the cards of that counter since."""

    def use(self, counter: str) -> ShiftUse:
        """The level with what it is made of."""

    def shift(self, counter: str) -> Shift | None:
        """The one that runs."""

    def shifts(self, counter: str, limit: int) -> tuple[Shift, ...]:
        """Newest first, the running one included."""

    def open_shift(self, shift: Shift) -> Shift:
        """``RuleBroken(NOT_ALLOWED)`` while another one runs at that counter."""

    def close_shift(self, shift: Shift) -> None:
        """One that has its end; ``RuleBroken(NOT_FOUND)`` unless it runs."""

    def load_ribbon(self, load: RibbonLoad) -> RibbonLoad: ...
    def ribbon(self, counter: str, printer: str) -> RibbonLevel | None:
        """The one loaded last into that printer at that counter."""


class PrinterSetups(Protocol):
    def of(self, counter: str, address: str) -> PrinterSetup:
        """As drawn and double-sided where nothing was ever set."""

    def save(self, setup: PrinterSetup) -> None: ...


class LayoutStore(Protocol):
    """The branch's own card layouts, beside those that come with the program."""

    def newest(self) -> tuple[StoredLayout, ...]:
        """The newest version of each, by name."""

    def newest_version(self, name: str) -> int | None: ...
    def version(self, name: str, version: int) -> StoredLayout | None: ...
    def add(self, layout: StoredLayout, images: Mapping[str, bytes]) -> None:
        """``RuleBroken(NOT_ALLOWED)`` for a version that is stored. An image already there is not written."""

    def image(self, file: str) -> bytes | None: ...
    def chosen(self, segment: Segment, npp: Npp | None) -> str:
        """The layout's name: the company's, else the segment's, else the branch's, else empty."""

    def choices(self) -> tuple[LayoutChoice, ...]: ...
    def choose(self, choice: LayoutChoice) -> None:
        """In place of the choice before; an empty layout takes it away."""


@dataclass(frozen=True, slots=True)
class RowWish:
    """Which rows of a staged file to show; what is left empty does not narrow. ``None`` among ``worst`` means
    rows without an open finding; ``text`` is looked for in name and numbers."""

    states: frozenset[RowState] = frozenset()
    worst: frozenset[Severity | None] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class RowCount:
    """How many rows of a file stand in a state; ``worst`` is their gravest open finding, if any."""

    state: RowState
    worst: Severity | None
    rows: int


class WorkerFiles(Protocol):
    """Lists of workers as they were read, until they are accepted or discarded."""

    def add(self, file: WorkerFile, rows: Sequence[WorkerRow]) -> WorkerFile: ...
    def by_id(self, file_id: int) -> WorkerFile:
        """``RuleBroken(NOT_FOUND)``."""

    def same(self, sha256: str, purpose: FilePurpose, npp: Npp | None) -> WorkerFile | None:
        """The very same file read before, for the same company and purpose."""

    def staged(self) -> tuple[WorkerFile, ...]:
        """Newest first."""

    def save(self, file: WorkerFile) -> None: ...
    def rows(
        self, file_id: int, wish: RowWish | None = None, limit: int = -1, offset: int = 0
    ) -> tuple[WorkerRow, ...]:
        """In the order of the file; ``limit`` below zero gives all."""

    def row(self, file_id: int, number: int) -> WorkerRow: ...
    def counts(self, file_id: int) -> tuple[RowCount, ...]: ...
    def save_rows(self, file_id: int, rows: Sequence[WorkerRow]) -> None:
        """In place of those with the same numbers, which must be there."""

    def replace_rows(self, file_id: int, rows: Sequence[WorkerRow]) -> None:
        """Read anew, with other columns."""

    def drop_rows(self, file_id: int, states: Collection[RowState]) -> None: ...
    def keep_content(self, file_id: int, content: bytes) -> None:
        """The file itself, to be read anew or sent back."""

    def content(self, file_id: int) -> bytes:
        """``RuleBroken(WORKER_FILE_SETTLED)`` once it was dropped."""

    def drop_content(self, file_id: int) -> None: ...

    def kept_columns(self, npp: Npp | None, headings_sha256: str) -> Mapping[int, MemberField] | None: ...
    def keep_columns(
        self, npp: Npp | None, headings_sha256: str, columns: Mapping[int, MemberField]
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class CompanyWaiting:
    """A company with members who have a number and no card yet. ``since`` is the oldest of their start dates
    in Loket, ``in_batch`` how many of them already wait in a batch."""

    company: Company
    unprinted: int
    in_batch: int
    without_number: int
    since: date


class CardBatches(Protocol):
    def add(self, batch: CardBatch, membership_ids: Sequence[int]) -> CardBatch:
        """Numbered within its day; ``RuleBroken(CARD_IN_ANOTHER_BATCH)``."""

    def by_id(self, batch_id: int) -> CardBatch:
        """``RuleBroken(NOT_FOUND)``."""

    def save(self, batch: CardBatch, was: CardBatch) -> None:
        """Write only if the stored batch still stands where ``was`` stood, at the counter it stood at, else
        ``RuleBroken(BATCH_MOVE_FORBIDDEN)``. One that ends lets go of its cards."""

    def queue(self) -> tuple[CardBatch, ...]:
        """Everything that has not ended, in the order of the queue."""

    def latest(self, limit: int) -> tuple[CardBatch, ...]:
        """Newest first, in any state."""

    def latest_ended(self, limit: int) -> tuple[CardBatch, ...]:
        """Handed over or cancelled, newest first."""

    def of_company(self, npp: Npp, since: date) -> tuple[CardBatch, ...]:
        """Newest first."""

    def receipted_on(self, npp: Npp, day: date) -> int:
        """How many batches of the company got their receipt that day."""

    def cards(self, batch_id: int) -> tuple[BatchCard, ...]:
        """In their order, a spoiled card besides its remake."""

    def card(self, batch_id: int, place: int) -> BatchCard:
        """``RuleBroken(NOT_FOUND)``."""

    def card_of(self, job: CardJob) -> BatchCard | None:
        """The card of the job's batch that this job prints."""

    def next_waiting(self, batch_id: int) -> BatchCard | None:
        """The first card that was not sent yet or did not come out."""

    def save_card(self, batch_id: int, card: BatchCard) -> None:
        """``RuleBroken(CARD_IN_ANOTHER_BATCH)`` for one taken in again meanwhile waiting elsewhere."""

    def make_again(self, spoiled: CardJob) -> BatchCard | None:
        """A further card for the member at the batch's end; None where the job is no batch's any more."""

    def leave_out(self, given_up: CardJob, reason: GiveUpReason) -> None:
        """The card of this job does not come with its batch, if it was one's."""

    def place_cards(self, batch_id: int, places: Mapping[int, int]) -> None:
        """Bring cards from one place to another; where one goes, another must leave."""

    def count(self, batch_id: int) -> BatchCount: ...
    def lately_sent(self, batch_id: int, limit: int) -> tuple[datetime, ...]:
        """When the latest cards were sent, in no order."""

    def good_cards(self, batch_id: int) -> int:
        """Counted by the cards' own record, as the log does."""

    def log_of_month(self, year: int, month: int) -> tuple[LogRow, ...]:
        """Every batch that got its receipt in that month, in the order of the receipts."""

    def waiting(self, typed: str, limit: int) -> tuple[CompanyWaiting, ...]:
        """Companies with cards to print, those that wait longest first; ``typed`` narrows by NPP or name."""

    def unprinted(self, npp: Npp) -> tuple[BatchCard, ...]:
        """The members of a company who have a number and no card yet and wait in no batch, oldest first."""


class FindingStore(Protocol):
    def record(
        self, visit_id: int, findings: Sequence[Finding], decisions: Sequence[Decision], at: datetime
    ) -> None: ...
    def record_rows(self, file_id: int, rows: Sequence[WorkerRow], at: datetime) -> None:
        """Those of the rows of a company's file, once, when they are taken."""

    def decided(self, visit_id: int) -> int:
        """How many of a visit's findings were answered with a reason."""


class DuplicateDecisions(Protocol):
    def keep(self, decision: DuplicateDecision) -> None: ...
    def of(self, nik: Nik) -> tuple[DuplicateDecision, ...]: ...


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding as it is stored, of a visit or, without one, of the company's file the person came with.
    ``field`` is the code of the form's field, or empty."""

    visit_id: int | None
    code: FindingCode
    severity: Severity
    field: str
    facts: Mapping[str, str]
    found_at: datetime
    reason: str
    approved_by: int | None


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """Of a visit, or of a company's batch with the person's card in it; ``collector`` took that one."""

    number: str
    visit_id: int | None
    at: datetime
    batch_id: int | None = None
    collector: str = ""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """What a company's list that is not settled yet says of a person."""

    form: MemberForm
    staged_at: datetime


@dataclass(frozen=True, slots=True)
class PersonRecords:
    """What hangs on a person, oldest first."""

    cards: tuple[CardJob, ...]
    visits: tuple[Visit, ...]
    findings: tuple[KeptFinding, ...]
    receipts: tuple[KeptReceipt, ...]
    drafts: tuple[Draft, ...]
    listed: tuple[ListedPerson, ...]
    attachments: tuple[Attachment, ...]


class PersonRecordsStore(Protocol):
    def of(self, member_id: int) -> PersonRecords: ...


class ReceiptStore(Protocol):
    def next_number(self, day: date) -> str:
        """Numbered within the year without a gap: ``TT-2026-000017``."""

    def add(self, number: str, visit_id: int, document_sha256: str, at: datetime) -> None: ...
    def add_of_batch(self, number: str, batch_id: int, document_sha256: str, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class JournalWish:
    """What a reader of the journal looks for; what is left empty does not narrow the search.

    ``since`` and ``until`` are days of the branch, both included.
    """

    since: date | None = None
    until: date | None = None
    officer_id: int | None = None
    actions: frozenset[Action] = frozenset()
    member_id: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class StoredEntry:
    number: int
    entry: Entry
    sha256: str


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as the check of the chain sees it. ``entry`` is None where what is stored cannot be one;
    ``tagged`` is whom the list of persons touched names for it."""

    number: int
    entry: Entry | None
    sha256: str
    tagged: frozenset[int]


class JournalStore(Protocol):
    def add(self, entry: Entry) -> None:
        """Bound to the entry before it; the head outside the database follows once this is committed."""

    def head(self) -> ChainHead: ...
    def find(self, wish: JournalWish, limit: int, before: int | None = None) -> tuple[StoredEntry, ...]:
        """Newest first; ``before`` is the number of the last entry already seen.

        ``StorageUnavailable(JOURNAL_BROKEN)`` for an entry that cannot be read.
        """

    def links(self, number: int, limit: int) -> tuple[Link, ...]:
        """In the order of the chain, from that number on, whatever has been done to them."""

    def at(self, number: int) -> ChainHead | None:
        """The head as it stood with that entry, ``None`` where there is no such entry."""


class OutsideHead(Protocol):
    """Where the journal stood last, kept outside the database."""

    @property
    def doubts(self) -> tuple[HeadDoubt, ...]:
        """What did not agree with it when the database was opened."""

    def kept(self) -> ChainHead | None:
        """As it stands there now; ``None`` where it is missing or unreadable."""


class OfficerStore(Protocol):
    def all(self) -> tuple[Officer, ...]:
        """Who works here now."""

    def ever(self) -> tuple[Officer, ...]:
        """Also those who left: the journal names them."""

    def by_id(self, officer_id: int) -> Officer: ...
    def add(self, officer: Officer) -> Officer: ...
    def save(self, officer: Officer) -> None: ...


@dataclass(frozen=True, slots=True)
class DayClose:
    """A closed day: its figures as they stood, and where the journal stood.

    ``reason`` is what the supervisor wrote when closing it with cards or visits left open.
    """

    day: date
    counter: str
    closed_at: datetime
    closed_by: int
    visits: int
    good: int
    spoiled: int
    head: ChainHead
    reason: str = ""


class DayCloseStore(Protocol):
    def add(self, close: DayClose) -> None: ...
    def of_day(self, day: date) -> tuple[DayClose, ...]:
        """Newest first: a day can be closed again after more work."""

    def latest(self) -> DayClose | None: ...
    def all(self) -> tuple[DayClose, ...]:
        """Oldest first."""


class RetentionStore(Protocol):
    """Periods, legal holds and erasures. A person held is left out of everything erased."""

    def rules(self) -> Mapping[RecordKind, int]:
        """Months by kind; a kind that is missing is kept for ever."""

    def set(self, kind: RecordKind, months: int | None) -> None: ...
    def holds(self) -> tuple[LegalHold, ...]:
        """Those that stand, oldest first."""

    def place(self, hold: LegalHold) -> LegalHold: ...
    def lift(self, hold_id: int, by: int, at: datetime) -> LegalHold:
        """``RuleBroken(NOT_FOUND)`` for a hold that does not stand."""

    def due(self, kind: RecordKind, before: date) -> tuple[int, int]:
        """How many are past their period, and how many more only a hold keeps."""

    def erase_members(self, before: date, most: int, on: date) -> tuple[str, ...]:
        """Whose memberships had all ended, or who had died, before that day, with no visit since. Gives
        the files of their attachments; ``on`` is today."""

    def erase_findings(self, before: date, most: int) -> None:
        """Of visits closed before that day: the counts stay, what was typed goes."""

    def erase_attachments(self, before: date, most: int) -> tuple[str, ...]: ...
    def erase_worker_files(self, before: date, most: int) -> None:
        """Files staged before that day and never settled, with their rows that were not taken."""

    def erase_collectors(self, before: date, most: int) -> None:
        """Of batches handed over before that day: that somebody took them stays."""

    def next_erasure(self) -> int: ...
    def record(
        self,
        number: int,
        by: int,
        approved_by: int,
        at: datetime,
        counts: Mapping[RecordKind, int],
        certificate_sha256: str,
    ) -> None: ...


class BackupStore(Protocol):
    def add(self, made: BackupMade) -> None: ...
    def latest(self) -> BackupMade | None:
        """The last attempt, be it a failed one."""

    def latest_verified(self) -> BackupMade | None: ...


class AttachmentStore(Protocol):
    def add(self, attachment: Attachment, sealed: SealedFile) -> Attachment:
        """Returns it with its number."""

    def by_id(self, attachment_id: int) -> Attachment:
        """Raises ``RuleBroken(NOT_FOUND)``."""

    def sealed(self, attachment_id: int) -> SealedFile: ...
    def of_member(self, member_id: int) -> tuple[Attachment, ...]:
        """Newest first."""

    def has_file(self, name: str) -> bool: ...


class AttachmentFiles(Protocol):
    """The encrypted files of attachments, outside the database."""

    def seal(self, content: bytes) -> SealedFile:
        """A new file under a new key, safely on the disk when this returns, and marked as not yet kept."""

    def settle(self, name: str) -> None:
        """Its row is stored: take the mark away."""

    def open(self, sealed: SealedFile) -> bytes:
        """Raises ``YourEnvironment(ATTACHMENT_DAMAGED)`` unless every byte is the one that was sealed."""

    def unsettled(self) -> frozenset[str]:
        """Also what was killed while it was being written."""

    def remove(self, name: str) -> None:
        """With all that lies beside it."""


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A day as it stands: the branch's tally, and of one counter the visits, the cards and the blanks."""

    tally: DailyTally
    counter: CounterDay
    blanks: BlankLevel


class TallyQueries(Protocol):
    def of_day(self, day: date, branch: str) -> DailyTally: ...
    def of_counter(self, day: date, counter: str) -> CounterDay: ...


class UnitOfWork(Protocol):
    """One all-or-nothing change on one thread. Leaving without ``commit`` changes nothing."""

    @property
    def members(self) -> MemberStore: ...
    @property
    def lists(self) -> ListLookups: ...
    @property
    def companies(self) -> CompanyStore: ...
    @property
    def number_blocks(self) -> NumberBlocks: ...
    @property
    def visits(self) -> VisitStore: ...
    @property
    def drafts(self) -> DraftStore: ...
    @property
    def card_jobs(self) -> CardJobStore: ...
    @property
    def stock(self) -> StockStore: ...
    @property
    def printer_setups(self) -> PrinterSetups: ...
    @property
    def layouts(self) -> LayoutStore: ...
    @property
    def worker_files(self) -> WorkerFiles: ...
    @property
    def batches(self) -> CardBatches: ...
    @property
    def findings(self) -> FindingStore: ...
    @property
    def duplicates(self) -> DuplicateDecisions: ...
    @property
    def person_records(self) -> PersonRecordsStore: ...
    @property
    def receipts(self) -> ReceiptStore: ...
    @property
    def journal(self) -> JournalStore: ...
    @property
    def officers(self) -> OfficerStore: ...
    @property
    def day_closes(self) -> DayCloseStore: ...
    @property
    def retention(self) -> RetentionStore: ...
    @property
    def backups(self) -> BackupStore: ...
    @property
    def attachments(self) -> AttachmentStore: ...
    @property
    def tally(self) -> TallyQueries: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...


Begin = Callable[[], UnitOfWork]
"""Starts a change; the write lock is taken at once, so what was read stays true until the commit."""


class CardRenderer(Protocol):
    """A pure function: the same faces give the same bytes, and the preview shows those very bytes."""

    def render(
        self, faces: Sequence[CardFace], placement: Placement = AS_DRAWN, *, back: bool = True
    ) -> bytes:
        """A PDF with front and, where the layout has one and ``back`` is asked for, back of each face,
        moved as its printer needs it.

        ``RuleBroken(CARD_TEXT_UNPRINTABLE)``.
        """

    def findings(self, face: CardFace) -> tuple[Finding, ...]:
        """What would not fit or not be drawn, found before anything is printed."""

    @property
    def layout(self) -> str:
        """Name and version, kept with each printed card."""

    @property
    def sides(self) -> int:
        """Pages a card has: one or two."""


class CardRenderers(Protocol):
    """A renderer for each layout and version the branch ever printed with."""

    def of(self, layout: str) -> CardRenderer:
        """By name and version as a card job keeps them, or by name alone for the newest version.

        ``YourEnvironment(LAYOUT_UNREADABLE)``.
        """


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as pixels: ``rgb`` holds ``height`` rows of ``stride`` bytes, three bytes a pixel."""

    width: int
    height: int
    stride: int
    rgb: bytes


Preview = Callable[[bytes, int, int], PageImage]
"""``preview(pdf, page, width_px)``: the very bytes that will be printed, as pixels."""


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A tanda terima: who got what from whom, for a signature. Always in Indonesian."""

    number: str
    branch: str
    counter: str
    officer: str
    at: datetime
    member_name: str
    nik_masked: str
    lines: tuple[ReceiptLine, ...]
    done: tuple[str, ...]


class ReceiptRenderer(Protocol):
    def render(self, receipt: Receipt) -> bytes: ...


class SpoolState(StrEnum):
    """What a spooler says of a job. Even ``CLAIMED_DONE`` is only a claim."""

    WAITING = "waiting"
    CLAIMED_DONE = "claimed_done"
    NEEDS_ATTENTION = "needs_attention"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SpoolReport:
    state: SpoolState
    reason: PrinterReason = PrinterReason.NONE


@dataclass(frozen=True, slots=True)
class PrinterState:
    """``ribbon_percent``, ``ribbon_left`` (cards), ``cards_printed`` (the printer's own counter, ever) and
    ``cleaning_in`` (cards until the next cleaning) are None where the printer does not tell."""

    ready: bool
    reason: PrinterReason = PrinterReason.NONE
    ribbon_percent: int | None = None
    ribbon_left: int | None = None
    cards_printed: int | None = None
    cleaning_in: int | None = None


@dataclass(frozen=True, slots=True)
class PrinterName:
    """``address`` is what the settings keep (``backend:queue``), ``label`` what the desk calls it."""

    address: str
    label: str


class CardPrinter(Protocol):
    """One contract for every backend. Nothing here raises anything but ``YourEnvironment`` problems."""

    def list(self) -> tuple[PrinterName, ...]: ...
    def status(self, address: str) -> PrinterState: ...
    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        """Send, returning the spooler's ticket. ``NothingSent`` only if certainly no byte left."""

    def poll(self, address: str, ticket: str) -> SpoolReport: ...
    def cancel(self, address: str, unique_name: str) -> None:
        """Make sure the spooler will never print that document (again).

        Quiet when the spooler does not know it; ``YourEnvironment(SPOOL_NOT_CLEARED)`` when unsure.
        """


@dataclass(frozen=True, slots=True)
class Slip:
    """A small paper from a ticket printer: lines above, something in large letters, lines below, and a code
    to scan. What is empty is left out."""

    above: tuple[str, ...] = ()
    large: str = ""
    below: tuple[str, ...] = ()
    code: str = ""


class SlipPrinter(Protocol):
    def print_slip(self, address: str, slip: Slip) -> None:
        """``YourEnvironment``: PRINTER_MISSING for what is no address, PRINTER_UNREACHABLE."""


class VaultState(StrEnum):
    """What lies in the data folder, before anybody signs in."""

    EMPTY = "empty"  # first start
    READY = "ready"
    OPEN_KEY_FILE = "open_key_file"  # a branch from before there were passwords
    SLOTS_MISSING = "slots_missing"  # a database, and no readable key slots
    PREVIOUS_SLOTS = "previous_slots"  # the same, but the generation before can be read
    DATABASE_MISSING = "database_missing"


@dataclass(frozen=True, slots=True)
class Slot:
    """What the sign-in page may know of an officer; their role is told only by the open database.

    ``one_time``: the password was set by an administrator and is changed at the first sign-in.
    """

    officer_id: int
    name: str
    one_time: bool = False


class Vault(Protocol):
    """The branch's database behind its key slots. Opening one's slot is the sign-in.

    A slot holds an officer's own private key, wrapped under their password and a secret of this machine;
    the database's key is sealed to it. So the database can get another key without anybody's password.
    Every change of the slots is written whole or not at all, and the generation before is kept.
    """

    def state(self) -> VaultState: ...
    def slots(self) -> tuple[Slot, ...]:
        """In the order of the officers' numbers; ``YourEnvironment(KEY_SLOTS_DAMAGED)``."""

    def made_elsewhere(self) -> frozenset[int]:
        """Officers whose password was chosen on another machine and opens nothing on this one."""

    @property
    def database_id(self) -> str:
        """Names the database on papers and copies; opens nothing."""

    @property
    def is_open(self) -> bool: ...
    def open(self, officer_id: int, password: str) -> None:
        """Open the slot, and the database unless it stands open.

        ``RuleBroken(WRONG_PASSWORD)``; ``YourEnvironment`` for slots, a machine secret or a database that
        is missing or damaged. Costs some 0.1 s by intention.
        """

    def open_with_recovery_code(self, code: str) -> None:
        """Works on every machine. ``RuleBroken``: ``RECOVERY_CODE_MISTYPED`` for what is no code at all,
        ``RECOVERY_CODE_WRONG`` for that of another branch or an earlier one."""

    def close(self) -> None:
        """Shut the database and forget its key."""

    def found(
        self, administrator: Officer, password: str, begun: Callable[[UnitOfWork, Officer], None]
    ) -> str:
        """Make the database with its administrator, what ``begun`` stores and the first slot: all or nothing.

        Gives the recovery code, which is kept nowhere; the database stands open. One from before there
        were passwords is taken over with all that is in it. ``RuleBroken(NOT_ALLOWED)`` for any other.
        """

    def set_password(self, officer: Officer, password: str, *, one_time: bool) -> None:
        """A new slot for the officer, in place of theirs if they had one. The database must be open."""

    def rename(self, officer: Officer) -> None:
        """The officer's name on the sign-in page, where they have a slot."""

    def remove(self, officer_id: int) -> None:
        """Take the officer's slot away; that they cannot open old copies needs :meth:`rekey` too."""

    def new_recovery_code(self) -> str:
        """In place of the one before, which opens nothing from now on."""

    @property
    def rekey_due(self) -> bool:
        """A slot was removed and the key has not changed since."""

    def rekey(self, watch: Watch = never_mind) -> None:
        """Give the database a new key, all slots with it: killed half-way the old or the new one opens.

        Nobody may be working on the database meanwhile; it is open again afterwards, also when ``watch``
        has ended the work with :class:`~app.trust.backup.Cancelled`. ``StorageUnavailable`` with
        ``DISK_FULL`` or ``DATABASE_BUSY`` before anything has changed.
        """

    def use_previous_slots(self) -> None:
        """Take the generation before where the present one is missing or damaged."""
