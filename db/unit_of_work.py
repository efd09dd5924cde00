"""One all-or-nothing change of the branch database."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from app.trust.journal import ChainHead
from db.list_lookups import SqlListLookups
from db.person_records import SqlPersonRecords
from db.report_queries import SqlTally
from db.stores.attachments import SqlAttachments
from db.stores.backups import SqlBackups
from db.stores.batches import SqlCardBatches
from db.stores.cards import SqlCardJobs
from db.stores.companies import SqlCompanies
from db.stores.day_closes import SqlDayCloses
from db.stores.decisions import SqlDuplicates, SqlFindings
from db.stores.journal import SqlJournal
from db.stores.layouts import SqlLayouts
from db.stores.members import SqlMembers
from db.stores.number_blocks import SqlNumberBlocks
from db.stores.printer_setups import SqlPrinterSetups
from db.stores.records import SqlOfficers, SqlReceipts
from db.stores.retention import SqlRetention
from db.stores.stock import SqlStock
from db.stores.visits import SqlDrafts, SqlVisits
from db.stores.worker_files import SqlWorkerFiles


class SqlUnitOfWork:
    """Lives in one ``with`` block on one thread; gives out plain values, never rows.

    Over ``for_reading(engine)`` it can only look, and neither waits for a writer nor holds one up.
    """

    members: SqlMembers
    lists: SqlListLookups
    companies: SqlCompanies
    number_blocks: SqlNumberBlocks
    visits: SqlVisits
    drafts: SqlDrafts
    card_jobs: SqlCardJobs
    stock: SqlStock
    printer_setups: SqlPrinterSetups
    layouts: SqlLayouts
    worker_files: SqlWorkerFiles
    batches: SqlCardBatches
    findings: SqlFindings
    duplicates: SqlDuplicates
    person_records: SqlPersonRecords
    receipts: SqlReceipts
    journal: SqlJournal
    officers: SqlOfficers
    day_closes: SqlDayCloses
    retention: SqlRetention
    attachments: SqlAttachments
    backups: SqlBackups
    tally: SqlTally

    def __init__(
        self,
        engine: Engine,
        name_key: Callable[[str], str],
        keep_head: Callable[[ChainHead], None] | None = None,
    ) -> None:
        """``name_key`` makes the matching key of a name, the same for all that is ever stored; ``keep_head``
        is told where the journal stands once a change that added to it is committed."""
        self._engine = engine
        self._name_key = name_key
        self._keep_head = keep_head

    def __enter__(self) -> Self:
        session = self._session = Session(self._engine)
        session.connection()  # takes the write lock now, not at the first write
        self.members = SqlMembers(session, self._name_key)
        self.lists = SqlListLookups(session)
        self.companies = SqlCompanies(session)
        self.number_blocks = SqlNumberBlocks(session)
        self.visits = SqlVisits(session)
        self.drafts = SqlDrafts(session)
        self.card_jobs = SqlCardJobs(session)
        self.stock = SqlStock(session)
        self.printer_setups = SqlPrinterSetups(session)
        self.layouts = SqlLayouts(session)
        self.worker_files = SqlWorkerFiles(session)
        self.batches = SqlCardBatches(session)
        self.findings = SqlFindings(session)
        self.duplicates = SqlDuplicates(session)
        self.person_records = SqlPersonRecords(session)
        self.receipts = SqlReceipts(session)
        self.journal = SqlJournal(session)
        self.officers = SqlOfficers(session)
        self.day_closes = SqlDayCloses(session)
        self.retention = SqlRetention(session)
        self.attachments = SqlAttachments(session)
        self.backups = SqlBackups(session)
        self.tally = SqlTally(session)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._session.close()

    def commit(self) -> None:
        self._session.commit()
        head = self.journal.committed()
        if head is not None and self._keep_head is not None:
            self._keep_head(head)
