"""Put the parts together: paths → settings → vault → parts → window. Knows every folder.

What the first window does not need is imported while it is already on the screen: SQLAlchemy, ReportLab
and the screens behind it together take longer than an officer should wait to see a name. The use cases are
put together over the branch's file while it is still shut; a sign-in opens it.
"""

import argparse
import gc
import json
import logging
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from app.clock import Clock
from app.errors import LoketError, Problem, RuleBroken
from app.paths import Paths
from app.quiet_log import log_to
from app.settings import Language, Look, Settings, SetUp
from app.trust.officer import Officer, Role

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from app.ports import Begin, CardPrinter
    from app.reference import Reference
    from app.trust.approval import ApprovalSeals
    from app.trust.approve_on_the_spot import ApproveOnTheSpot, Approvers
    from app.trust.lock_out import LockOuts
    from app.trust.person_shown import PersonsShown
    from app.trust.room_on_disk import RoomOnDisk
    from app.visit.step_3_validate import CardFindings
    from db.branch_file import BranchFile
    from db.key_slots import Cost
    from db.machine_secret import MachineSecrets, SecretKeyring
    from db.restore import BackupShelf
    from db.vault import KeyVault
    from printing.fonts import FontShelf
    from printing.recovery_paper import PdfKeyPapers
    from printing.report import PdfReportRenderer
    from ui.batch_parts import BatchParts
    from ui.company_parts import CompanyParts, ListParts
    from ui.desk import Desk
    from ui.keeping_parts import (
        BackupParts,
        DayCloseParts,
        HoldParts,
        JournalParts,
        OfficersParts,
        RetentionParts,
    )
    from ui.layouts.layout_parts import LayoutParts
    from ui.parts import CardParts, Parts, SignInParts, UpkeepParts
    from ui.printer_parts import PrinterParts
    from ui.setup.setup import Setup
    from ui.setup.setup_parts import FirstStartParts, RestoreParts, SetupParts
    from ui.start.opening import Found
    from ui.supplies.supplies_parts import SuppliesParts

RESOURCES = Path(__file__).parent / "resources"
VERSION = "0.1.0"

_HEAVY = (
    "db.backup",
    "db.demo_branch",
    "printing.raster",
    "printing.receipt",
    "ui.desk",
    "ui.start.new_password_presenter",
)
"""Loaded while the names are on the screen and a password is typed; they bring the rest."""

_CHILDREN = ("app.exchange.workbook_child", "printing.scan_child")
"""What the packaged program, which has no interpreter to call, runs itself as: see app/exchange."""


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch in a data folder: its file, shut until the vault opens it. ``begin`` starts a change,
    ``look`` a transaction that only reads; both may be held on to while the file is shut. ``as_demo`` is the
    same folder for a branch of invented people."""

    file: "BranchFile"
    vault: "KeyVault"
    reference: "Reference"
    begin: "Begin"
    look: "Begin"
    machine: "MachineSecrets"
    as_demo: Callable[[], "Branch"]


def system_clock() -> datetime:
    return datetime.now().astimezone()


def branch_in(
    paths: Paths,
    *,
    demo: bool = False,
    cost: "Cost | None" = None,
    keyring: "Callable[[], SecretKeyring | None] | None" = None,
) -> Branch:
    """What lies in the folder, or could: nothing is made and nothing opened here.

    ``demo``: a branch founded here is one of invented people. ``cost`` is that of one guess at a password
    and ``keyring`` where this machine keeps its part of the secret, unless they are the usual ones.
    """
    from app.reference import Reference
    from db.before_sign_in import DEMO_DATABASE
    from db.branch_file import BranchFile
    from db.key_slots import Cost
    from db.machine_secret import MachineSecrets, system_keyring
    from db.vault import KeyVault

    reference = Reference.load(RESOURCES / "reference")
    file = BranchFile(paths.database, paths.copies, reference.names.key)
    machine = MachineSecrets(paths.machine_secret, keyring or system_keyring)
    number = {"new_id": lambda: DEMO_DATABASE} if demo else {}
    vault = KeyVault(paths, file, machine, cost or Cost(), **number)
    as_demo = partial(branch_in, paths, demo=True, cost=cost, keyring=keyring)
    return Branch(file, vault, reference, file.begin, file.look, machine, as_demo)


BranchIn = Callable[..., Branch]
"""As :func:`branch_in`, with other costs for a test."""


def compose(
    branch: Branch,
    paths: Paths,
    settings: Settings,
    clock: Clock,
    printer: "CardPrinter",
    seals: "ApprovalSeals | None" = None,
) -> "Parts":
    """Every use case with its collaborators; what only reads never waits for a writer.

    ``seals`` are drawn anew at each start, so that no approval outlives the program.
    """
    import secrets
    import shutil

    from app.cards.answer_card import (
        AnswerByScan,
        AnswerCard,
        CancelCard,
        CardsOfMembership,
        CardsToCheck,
        LatestCards,
    )
    from app.cards.ask_for_card import AskForCard, FaceOfCard
    from app.cards.blanks import Blanks
    from app.cards.send_card import PollCard, SendCard
    from app.cards.sheet_of_ten import WriteSheetOfTen
    from app.companies.pause_batch import PauseBatch
    from app.reports.today import TodaySoFar
    from app.reports.write_tally import ReadTally, WriteTally
    from app.trust.approval import ApprovalSeals
    from app.trust.approve_on_the_spot import ApproveOnTheSpot, Approvers
    from app.trust.change_settings import ChangeSettings
    from app.trust.lock_out import LockOuts
    from app.trust.person_shown import PersonsShown
    from app.trust.reveal_number import RevealNumber
    from app.trust.room_on_disk import RoomOnDisk
    from app.visit.read_form import suggestions
    from app.visit.register_member import RegisterMember
    from app.visit.step_1_verify import FindPerson, FinishVerify, OpenVisit, ShowPerson
    from app.visit.step_2_input import (
        AbandonVisit,
        FinishInput,
        FormFor,
        LeftOver,
        ResumeVisit,
        SaveDraft,
        StepBack,
        SuggestCompanies,
        TakeOverVisit,
    )
    from app.visit.step_3_validate import CheckForm, DecideDuplicate
    from app.visit.step_4_print import FinishPrint
    from app.visit.step_5_close import CloseVisit, SummariseVisit, WriteReceipt
    from printing.card_renderers import PdfCardRenderers
    from printing.fonts import FontShelf
    from printing.raster import preview
    from printing.receipt import PdfReceiptRenderer
    from printing.sheet_of_ten import PdfSheets
    from ui.keeping_parts import KeepingParts
    from ui.parts import CardParts, Parts, VisitParts
    from ui.room_parts import RoomParts

    begin, look, counter, name = branch.begin, branch.look, settings.counter, settings.branch
    out, fonts = out_folder(paths, settings), FontShelf(RESOURCES / "fonts")
    renderers = PdfCardRenderers(look, RESOURCES / "card_layouts", fonts, specimen=True)
    seals = seals or ApprovalSeals(secrets.token_bytes(32))
    lock_outs = LockOuts(paths.lock_out, clock)
    keeping = Keeping(branch, paths, settings, clock, printer, seals, lock_outs)
    rooms = Rooms(branch, paths, settings, clock, printer)
    room = RoomOnDisk(lambda: shutil.disk_usage(paths.base).free)
    shown = PersonsShown(look, begin, clock)
    check = CheckForm(
        look, clock, branch.reference, renderers.findings, name, settings.same_company_days, shown
    )
    answer = AnswerCard(begin, clock, printer)
    cards = CardParts(
        face_of=FaceOfCard(look, clock, name, shown),
        ask=AskForCard(begin, clock, counter, name, seals),
        send=SendCard(begin, clock, printer, renderers, name),
        poll=PollCard(begin, clock, printer),
        answer=answer,
        answer_by_scan=AnswerByScan(look, counter, answer),
        to_check=CardsToCheck(begin, look, clock, counter, shown),
        latest=LatestCards(look, counter, shown),
        of_membership=CardsOfMembership(look),
        cancel=CancelCard(begin, clock),
        pause_batches=PauseBatch(begin, clock, counter).after_start,
        blanks=Blanks(begin, clock, counter),
        printer=printer,
        renderers=renderers,
        preview=preview,
        sheet_of_ten=WriteSheetOfTen(begin, clock, PdfSheets(renderers.of, fonts), out, name),
    )
    approvers, approve = Approvers(look), ApproveOnTheSpot(branch.vault, begin, clock, lock_outs, seals)
    batches = Batches(branch, settings, clock, out, cards, approvers, approve, seals, shown, fonts)
    companies = Companies(
        branch, settings, clock, renderers.findings, approvers, approve, seals, shown, room, out
    )
    return Parts(
        visit=VisitParts(
            find_person=FindPerson(begin, clock),
            show_person=ShowPerson(look, clock, shown),
            reveal=RevealNumber(begin, clock),
            open_visit=OpenVisit(begin, clock, counter, room),
            finish_verify=FinishVerify(begin, clock),
            form_for=FormFor(look, shown),
            save_draft=SaveDraft(begin, clock),
            left_over=LeftOver(look, counter, shown),
            resume=ResumeVisit(begin, clock),
            take_over=TakeOverVisit(begin, clock),
            abandon=AbandonVisit(begin, clock),
            suggest_companies=SuggestCompanies(look),
            suggestions=lambda form: suggestions(form, clock().date()),
            finish_input=FinishInput(
                begin, clock, lambda work, visit, form: check.within(work, visit, form).findings
            ),
            step_back=StepBack(begin, clock),
            check_form=check,
            decide_duplicate=DecideDuplicate(begin, clock),
            register=RegisterMember(begin, clock, check, seals),
            finish_print=FinishPrint(begin, clock),
            summarise=SummariseVisit(look, shown),
            write_receipt=WriteReceipt(begin, clock, PdfReceiptRenderer(fonts), out, name),
            close=CloseVisit(begin, clock),
        ),
        cards=cards,
        read_tally=ReadTally(look, name),
        write_tally=WriteTally(begin, clock, out, name),
        today=TodaySoFar(look, clock, counter),
        approvers=approvers,
        approve=approve,
        sign_in=_sign_in_parts(branch, settings, clock, lock_outs),
        upkeep=keeping.upkeep(),
        keeping=KeepingParts(
            officers=keeping.officers,
            backup=keeping.backup,
            journal=keeping.journal,
            day_close=keeping.day_close,
            retention=keeping.retention,
            holds=keeping.holds,
        ),
        rooms=RoomParts(
            batches=batches.parts,
            companies=companies.parts,
            supplies=rooms.supplies,
            printers=rooms.printers,
            layouts=rooms.layouts,
        ),
        setup=keeping.setup,
        change_settings=ChangeSettings(begin, clock, lambda after: after.save(paths.settings)),
        regions=branch.reference.regions,
        rates=branch.reference.rates,
        clock=clock,
    )


def _sign_in_parts(branch: Branch, settings: Settings, clock: Clock, lock_outs: "LockOuts") -> "SignInParts":
    from app.trust.own_password import ChangeOwnPassword, ChooseFirstPassword
    from app.trust.passwords import PasswordRules
    from app.trust.sign_in import Lock, SignIn
    from ui.parts import SignInParts

    vault, begin = branch.vault, branch.begin
    rules = PasswordRules(_common_passwords(), (settings.branch, settings.counter))
    return SignInParts(
        names=lambda: {slot.officer_id: slot.name for slot in vault.slots()},
        sign_in=SignIn(vault, begin, clock, lock_outs),
        lock=Lock(begin, clock),
        check_password=rules.check,
        choose_first_password=ChooseFirstPassword(vault, begin, clock, rules),
        change_password=ChangeOwnPassword(vault, begin, clock, lock_outs, rules),
    )


@dataclass(frozen=True, slots=True)
class Companies:
    """What the room of the companies may do, put together for the first officer who enters it."""

    branch: Branch
    settings: Settings
    clock: Clock
    card_findings: "CardFindings"
    approvers: "Approvers"
    approve: "ApproveOnTheSpot"
    seals: "ApprovalSeals"
    shown: "PersonsShown"
    room: "RoomOnDisk"
    out: Path

    def parts(self) -> "CompanyParts":
        from app.companies.find_companies import FindCompanies, ReadCompany
        from app.companies.save_company import SaveCompany
        from ui.company_parts import CompanyParts

        begin, look, clock = self.branch.begin, self.branch.look, self.clock
        return CompanyParts(
            find=FindCompanies(look),
            read=ReadCompany(look, clock),
            save=SaveCompany(begin, clock),
            lists=self._lists(),
        )

    def _lists(self) -> "ListParts":
        from app.workers.accept_workers import AcceptWorkers
        from app.workers.annotated_workbook import WriteAnnotated
        from app.workers.change_row import ChangeRow, LeaveOut, TakeIn
        from app.workers.check_list import CheckList
        from app.workers.check_rows import CheckRows
        from app.workers.compare_row import CompareRow
        from app.workers.count_rows import CountRows
        from app.workers.decide_row import DecideAlike, DecideRow
        from app.workers.stage_workers import (
            DiscardWorkers,
            ReadStaged,
            RemapColumns,
            StagedFiles,
            StagedRows,
            StageWorkers,
        )
        from ui.company_parts import ListParts

        begin, look, clock, shown = self.branch.begin, self.branch.look, self.clock, self.shown
        rules = CheckRows(self.branch.reference, self.card_findings, self.settings.branch)
        check = CheckList(rules, self.settings.same_company_days)
        return ListParts(
            stage=StageWorkers(begin, look, clock, self.room, check),
            remap=RemapColumns(begin, look, clock, check),
            files=StagedFiles(look),
            read=ReadStaged(look, check),
            rows=StagedRows(look, shown),
            count=CountRows(look),
            change=ChangeRow(begin, clock, check, shown),
            decide=DecideRow(begin, clock, check, self.seals),
            decide_alike=DecideAlike(begin),
            compare=CompareRow(look, clock, shown),
            leave_out=LeaveOut(begin, clock, check),
            take_in=TakeIn(begin, clock, check),
            accept=AcceptWorkers(begin, look, clock, check),
            discard=DiscardWorkers(begin, clock),
            write_annotated=WriteAnnotated(begin, look, clock, check, self.out),
            approvers=self.approvers,
            approve=self.approve,
            regions=self.branch.reference.regions,
        )


@dataclass(frozen=True, slots=True)
class Batches:
    """What the pages of company batches may do, put together for the first officer who may enter them."""

    branch: Branch
    settings: Settings
    clock: Clock
    out: Path
    cards: "CardParts"
    approvers: "Approvers"
    approve: "ApproveOnTheSpot"
    seals: "ApprovalSeals"
    shown: "PersonsShown"
    fonts: "FontShelf"

    def parts(self) -> "BatchParts":
        from app.companies.advance_batch import AdvanceBatch
        from app.companies.answer_batch import AllGoodBut, AnswerBatchByScan, AnswerBatchCard
        from app.companies.approve_batch import ApproveBatch
        from app.companies.arrange_cards import CancelRest, LeaveOutCards, MoveCards, TakeInCards
        from app.companies.batch_papers import PaperTools, WriteBatchPapers
        from app.companies.batch_queue import BatchQueue, MoveBatch, ScheduleBatch
        from app.companies.find_companies import FindCompanies
        from app.companies.hand_over import HandOverBatch
        from app.companies.match_batch import MatchBatch
        from app.companies.pause_batch import CancelBatch, PauseBatch, ResumeBatch
        from app.companies.pre_flight import CheckCards, LeaveOutBlocked, PreFlight
        from app.companies.prepare_batch import PrepareBatch
        from app.companies.read_batch import ReadBatch
        from printing.company_receipt import PdfCompanyReceiptRenderer
        from printing.locked_pdf import gathered, locked
        from ui.batch_parts import BatchParts

        begin, look, clock, cards = self.branch.begin, self.branch.look, self.clock, self.cards
        counter, name, days = self.settings.counter, self.settings.branch, self.settings.same_company_days
        printer, answer, cancel = cards.printer, cards.answer, cards.cancel
        check = CheckCards(clock, name, lambda face: cards.renderers.of(face.layout).findings(face), days)
        leave_out = LeaveOutCards(begin, clock, cancel)
        receipts = PdfCompanyReceiptRenderer(self.fonts)
        tools = PaperTools(receipts, cards.renderers, locked, gathered)
        return BatchParts(
            companies=FindCompanies(look),
            queue=BatchQueue(look, clock, counter),
            move=MoveBatch(begin, clock),
            prepare=PrepareBatch(begin, clock),
            pre_flight=PreFlight(look, check, printer, counter, self.shown),
            leave_out_blocked=LeaveOutBlocked(begin, look, clock, check),
            approvers=self.approvers,
            approve_on_the_spot=self.approve,
            approve=ApproveBatch(begin, look, clock, check, cards.ask, self.seals),
            schedule=ScheduleBatch(begin, clock),
            read=ReadBatch(look, clock, counter, self.shown),
            advance=AdvanceBatch(
                begin, look, clock, counter, printer, check, cards.ask, cards.send, cards.poll, cancel
            ),
            pause=PauseBatch(begin, clock, counter),
            resume=ResumeBatch(begin, clock, counter),
            cancel=CancelBatch(begin, clock, cancel),
            cancel_rest=CancelRest(begin, leave_out),
            leave_out=leave_out,
            take_in=TakeInCards(begin, clock),
            move_cards=MoveCards(begin, clock),
            answer=AnswerBatchCard(look, clock, counter, answer),
            answer_by_scan=AnswerBatchByScan(look, clock, counter, answer),
            all_good_but=AllGoodBut(begin, look, clock, counter, answer),
            match=MatchBatch(begin, clock),
            write_papers=WriteBatchPapers(begin, look, clock, tools, self.out, name),
            hand_over=HandOverBatch(begin, look, clock, receipts, self.out, name),
            sheet_of_ten=cards.sheet_of_ten,
            counter=counter,
        )


class Rooms:
    """What the rooms beside the counter may do, put together when one of them is entered: what they need
    takes long to load."""

    def __init__(
        self, branch: Branch, paths: Paths, settings: Settings, clock: Clock, printer: "CardPrinter"
    ) -> None:
        self._branch, self._paths, self._settings = branch, paths, settings
        self._clock, self._printer = clock, printer

    def supplies(self) -> "SuppliesParts":
        from app.cards.add_numbers import AddNumbers, LookAtNumbers, ReadNumbers, TakeBackNumbers
        from app.cards.blanks import Blanks
        from app.cards.count_blanks import CountBlanks, ReadShift
        from app.cards.load_ribbon import LoadRibbon, ReadRibbon
        from ui.supplies.supplies_parts import SuppliesParts

        begin, look, clock = self._branch.begin, self._branch.look, self._clock
        counter, printer = self._settings.counter, self._printer
        return SuppliesParts(
            read_shift=ReadShift(look, counter),
            blanks=Blanks(begin, clock, counter),
            count=CountBlanks(begin, clock, counter),
            read_ribbon=ReadRibbon(look, counter, printer),
            load_ribbon=LoadRibbon(begin, clock, counter, printer),
            read_numbers=ReadNumbers(look),
            look_at_numbers=LookAtNumbers(look),
            add_numbers=AddNumbers(begin, clock),
            take_back_numbers=TakeBackNumbers(begin, clock),
        )

    def layouts(self) -> "LayoutParts":
        from app.cards.choose_layout import ChooseLayout, SeeLayouts
        from app.cards.save_layout import ReadLayout, SaveLayout, UnsavedLayout
        from printing.fonts import FontShelf
        from printing.layout_files import LayoutFiles
        from printing.layout_look import LookAtDraft
        from printing.layout_text import draft_of, text_of
        from ui.layouts.layout_parts import LayoutParts

        begin, look, clock = self._branch.begin, self._branch.look, self._clock
        fonts = FontShelf(RESOURCES / "fonts")
        files = LayoutFiles(RESOURCES / "card_layouts", fonts)
        return LayoutParts(
            see=SeeLayouts(look),
            choose=ChooseLayout(begin, clock),
            read=ReadLayout(look, draft_of, files.program_text),
            save=SaveLayout(begin, clock, text_of, files.check),
            unsaved=UnsavedLayout(self._paths.unsaved_layout, text_of, draft_of),
            look=LookAtDraft(fonts, specimen=True),
            picture=files.picture,
            take_in=files.take_in,
            give_out=files.give_out,
            fonts=fonts.names,
            out=out_folder(self._paths, self._settings),
        )

    def printers(self) -> "PrinterParts":
        from app.cards.set_up_printer import PrintTestTicket, ReadPrinters, SetUpPrinter
        from app.cards.try_printer import PrintTrialCard
        from printing.card_renderers import PdfCardRenderers
        from printing.fonts import FontShelf
        from printing.printers.escpos import EscposSlipPrinter
        from printing.trial_cards import PdfTrialCards
        from ui.printer_parts import PrinterParts

        begin, look, clock = self._branch.begin, self._branch.look, self._clock
        branch, counter, printer = self._settings.branch, self._settings.counter, self._printer
        fonts = FontShelf(RESOURCES / "fonts")
        specimens = PdfCardRenderers(look, RESOURCES / "card_layouts", fonts, specimen=True)
        return PrinterParts(
            read=ReadPrinters(look, counter, printer),
            set_up=SetUpPrinter(begin, clock, counter),
            try_out=PrintTrialCard(begin, clock, printer, PdfTrialCards(specimens, fonts), counter),
            test_ticket=PrintTestTicket(begin, clock, EscposSlipPrinter(), branch, counter),
        )


class Keeping:
    """What the rooms of the branch's keepers and the wizards may do, put together when one of them is
    entered: few officers ever do, and what they need takes long to load."""

    def __init__(
        self,
        branch: Branch,
        paths: Paths,
        settings: Settings,
        clock: Clock,
        printer: "CardPrinter",
        seals: "ApprovalSeals",
        lock_outs: "LockOuts",
    ) -> None:
        from app.trust.backup import BackupPlan
        from app.trust.make_backup import BackUp, ReadBackupStatus
        from db.backup import SecondMedium

        def plan() -> BackupPlan:
            """As the settings stand now: another folder holds from the next backup on."""
            return BackupPlan.of(Settings.load(paths.settings))

        self._branch, self._paths, self._settings, self._clock = branch, paths, settings, clock
        self._printer, self._seals, self._lock_outs = printer, seals, lock_outs
        self._out, self._fonts = out_folder(paths, settings), RESOURCES / "fonts"
        self._medium = SecondMedium(paths, branch.vault, branch.file, VERSION)
        self._status = ReadBackupStatus(branch.look, clock, self._medium, plan)
        self._back_up = BackUp(branch.begin, clock, self._medium, plan, settings.branch, settings.counter)

    def upkeep(self) -> "UpkeepParts":
        from app.archive.keep_attachment import ClearLeftFiles
        from app.trust.check_chain import CheckAtStart
        from app.trust.make_backup import BackUpWhenDue
        from db.attachments import AttachmentFolder
        from ui.parts import UpkeepParts

        branch = self._branch
        return UpkeepParts(
            CheckAtStart(branch.look, branch.begin, self._clock, branch.file),
            branch.file.check_every_page,
            BackUpWhenDue(self._status, self._back_up),
            ClearLeftFiles(branch.look, AttachmentFolder(self._paths.attachments)),
        )

    def officers(self) -> "OfficersParts":
        from app.trust.last_sign_ins import LastSignIns
        from app.trust.officers import (
            AddOfficer,
            ChangeRole,
            RekeyDatabase,
            RemoveOfficer,
            RenameOfficer,
            ResetPassword,
            SeeStaff,
        )
        from printing.raster import preview
        from ui.keeping_parts import OfficersParts

        vault, begin, look, clock = self._branch.vault, self._branch.begin, self._branch.look, self._clock
        return OfficersParts(
            see=SeeStaff(vault, look),
            last_sign_ins=LastSignIns(look),
            add=AddOfficer(vault, begin, clock),
            rename=RenameOfficer(vault, begin, clock),
            change_role=ChangeRole(begin, clock),
            reset=ResetPassword(vault, begin, clock),
            remove=RemoveOfficer(vault, begin, clock),
            rekey=RekeyDatabase(vault, begin, clock),
            branch=self._settings.branch,
            data_folder=self._paths.base,
            clock=clock,
            papers=self._key_papers(),
            preview=preview,
        )

    def backup(self) -> "BackupParts":
        from app.trust.restore import BackupsIn
        from ui.keeping_parts import BackupParts

        return BackupParts(self._back_up, self._status, BackupsIn(self._shelf()))

    def retention(self) -> "RetentionParts":
        from app.reports.erasure_certificate import erasure_certificate
        from app.trust.approve_on_the_spot import ApproveOnTheSpot, Approvers
        from app.trust.retention import Certificate, EraseRecords, ReviewRetention, SetRetention
        from ui.keeping_parts import RetentionParts

        branch, clock, report = self._branch, self._clock, self._reports()

        def certify(certificate: Certificate) -> bytes:
            return report.render(erasure_certificate(certificate))

        return RetentionParts(
            review=ReviewRetention(branch.begin, clock, self._out),
            set=SetRetention(branch.begin, clock),
            erase=EraseRecords(
                branch.begin,
                clock,
                certify,
                self._seals,
                self._out,
                self._paths.attachments,
                self._settings.branch,
            ),
            approvers=Approvers(branch.look),
            approve=ApproveOnTheSpot(branch.vault, branch.begin, clock, self._lock_outs, self._seals),
        )

    def holds(self) -> "HoldParts":
        from app.trust.retention import LiftHold, PlaceHold, StandingHolds
        from app.visit.step_1_verify import FindPerson
        from ui.keeping_parts import HoldParts

        begin, clock = self._branch.begin, self._clock
        return HoldParts(
            FindPerson(begin, clock),
            StandingHolds(begin, clock),
            PlaceHold(begin, clock),
            LiftHold(begin, clock),
        )

    def journal(self) -> "JournalParts":
        from app.reports.person_papers import DrawPersonData
        from app.reports.touched_papers import DrawWhoSawWhom
        from app.trust.check_chain import CheckChain
        from app.trust.person_data import GivePersonData
        from app.trust.read_journal import ReadJournal
        from app.trust.who_saw_whom import ExportWhoSawWhom
        from app.visit.step_1_verify import FindPerson
        from ui.keeping_parts import JournalParts

        begin, look, clock = self._branch.begin, self._branch.look, self._clock
        name, out, report = self._settings.branch, self._out, self._reports()
        person = DrawPersonData(report, self._branch.reference.regions)
        return JournalParts(
            read=ReadJournal(begin, clock),
            check=CheckChain(look, begin, clock, self._branch.file),
            find_person=FindPerson(begin, clock),
            give_person=GivePersonData(look, begin, clock, person, out, name),
            who_saw_whom=ExportWhoSawWhom(look, begin, clock, DrawWhoSawWhom(report), out, name),
            clock=clock,
        )

    def day_close(self) -> "DayCloseParts":
        from app.reports.day_close import CloseDay, ReadDay
        from app.reports.day_close_paper import DrawDayClose
        from ui.keeping_parts import DayCloseParts

        branch, counter = self._settings.branch, self._settings.counter
        draw = DrawDayClose(self._reports())
        return DayCloseParts(
            ReadDay(self._branch.look, branch, counter),
            CloseDay(self._branch.begin, self._clock, draw, self._out, branch, counter),
        )

    def setup(self) -> "SetupParts":
        from app.trust.restore import NewestGoodBackup
        from ui.setup.setup_parts import SetupParts

        return SetupParts(
            first=self._first_start(),
            restore=self._restoring(),
            use_previous_slots=self._branch.vault.use_previous_slots,
            newest_good=NewestGoodBackup(self._shelf()),
        )

    def _first_start(self) -> "FirstStartParts":
        from app.trust.backup import FoundBackup
        from app.trust.found_branch import FoundBranch
        from app.trust.make_backup import BackUp
        from app.trust.officers import RenewRecoveryCode
        from printing.raster import preview
        from ui.setup.setup_parts import FirstStartParts

        branch, clock, paths, settings = self._branch, self._clock, self._paths, self._settings

        def back_up(now: Settings, by: Officer) -> FoundBackup:
            """Under the names and into the folder that were chosen a moment ago."""
            made = replace(self._back_up, branch=now.branch, counter=now.counter)
            assert isinstance(made, BackUp)
            return made(by)

        def make_samples() -> None:
            make_demo(branch.as_demo(), settings, clock)

        return FirstStartParts(
            settings=settings,
            data_folder=paths.base,
            clock=clock,
            found=FoundBranch(branch.vault, clock, _common_passwords()),
            renew_code=RenewRecoveryCode(branch.vault, branch.begin, clock),
            make_samples=make_samples,
            save=lambda after: after.save(paths.settings),
            on_same_disk=self._medium.on_same_disk,
            back_up=back_up,
            printer=self._printer,
            papers=self._key_papers(),
            preview=preview,
        )

    def _restoring(self) -> "RestoreParts":
        from app.cards.leave_numbers import LeaveNumbers
        from app.trust.officers import ResetPassword
        from app.trust.passwords import PasswordRules
        from app.trust.recover import OpenWithRecoveryCode, SignInWithRecoveryCode
        from app.trust.restore import BackupsIn, LookInside, Restore
        from app.trust.ways_in import GiveWaysIn
        from printing.raster import preview
        from ui.setup.setup_parts import RestoreParts

        vault, begin, look, clock = self._branch.vault, self._branch.begin, self._branch.look, self._clock
        paths, settings, lock_outs, shelf = self._paths, self._settings, self._lock_outs, self._shelf()
        common, look_inside = _common_passwords(), LookInside(shelf, lock_outs)
        rules = PasswordRules(common, (settings.branch, settings.counter))
        return RestoreParts(
            settings=settings,
            data_folder=paths.base,
            clock=clock,
            common_passwords=common,
            slots=vault.slots,
            made_elsewhere=vault.made_elsewhere,
            backups_in=BackupsIn(shelf),
            look_inside=look_inside,
            restore=Restore(look_inside, clock),
            open_with_code=OpenWithRecoveryCode(vault, begin, clock, lock_outs),
            sign_in_with_code=SignInWithRecoveryCode(vault, begin, clock, lock_outs, rules),
            give_ways_in=GiveWaysIn(vault, look, ResetPassword(vault, begin, clock)),
            leave_numbers=LeaveNumbers(begin, clock),
            read=lambda: Settings.load(paths.settings),
            save=lambda after: after.save(paths.settings),
            papers=self._key_papers(),
            preview=preview,
        )

    def _shelf(self) -> "BackupShelf":
        from db.restore import BackupShelf

        branch = self._branch
        name_key = branch.reference.names.key
        return BackupShelf(self._paths, branch.vault, branch.file, branch.machine, name_key)

    def _key_papers(self) -> "PdfKeyPapers":
        from printing.fonts import FontShelf
        from printing.recovery_paper import PdfKeyPapers

        return PdfKeyPapers(FontShelf(self._fonts))

    def _reports(self) -> "PdfReportRenderer":
        from printing.fonts import FontShelf
        from printing.report import PdfReportRenderer

        return PdfReportRenderer(FontShelf(self._fonts))


def _common_passwords() -> frozenset[str]:
    from app.trust.passwords import common_passwords

    return common_passwords(RESOURCES / "reference" / "common_passwords.txt")


def out_folder(paths: Paths, settings: Settings) -> Path:
    return Path(settings.out) if settings.out else paths.out


def card_printers(paths: Paths, settings: Settings) -> "CardPrinter":
    """Every printer this desk can have."""
    from printing.printers.all_printers import AllPrinters
    from printing.printers.cups import CupsCardPrinter
    from printing.printers.evolis import EvolisCardPrinter
    from printing.printers.pdf_file import PdfFilePrinter
    from printing.printers.windows import Picture, WindowsCardPrinter

    def on_the_network() -> Sequence[str]:
        """As the settings stand now: an address typed a moment ago is looked for at once."""
        address = Settings.load(paths.settings).network_printer
        return (address,) if address else ()

    def draw_through_qt(name: str, document_name: str, pages: int, picture: Picture) -> bool:
        from ui.qt_printer import print_card

        return print_card(name, document_name, pages, picture)

    return AllPrinters(
        {
            "pdf_file": PdfFilePrinter(out_folder(paths, settings)),
            "cups": CupsCardPrinter(),
            "windows": WindowsCardPrinter(draw_through_qt),
            "evolis": EvolisCardPrinter(on_the_network),
        }
    )


def load_parts() -> None:
    """What is loaded stays; looking through it for garbage, again and again, is a fifth of the time."""
    gc.disable()
    try:
        for module in _HEAVY:
            import_module(module)
    finally:
        gc.enable()


def keep_the_window_quick() -> None:
    """The rooms and all behind them stay until the end: looked through for garbage with everything else they
    would stop the window for more than a tenth of a second, now and then. And work behind the window gives
    way far more often than by Python's own choice: a page that is drawn anew waits for hundreds of turns."""
    gc.freeze()
    sys.setswitchinterval(_TURN_SECONDS)


_TURN_SECONDS = 0.0002


_NO_WAY_IN = frozenset(
    {
        Problem.DATABASE_DAMAGED,
        Problem.DATABASE_UNREADABLE,
        Problem.DATABASE_MISSING,
        Problem.KEY_SLOTS_DAMAGED,
    }
)


class Program:
    """The window with what lives as long as it does. Made anew, in the same process, once the branch was
    founded, its file replaced or its key changed: ``said_next`` is then what the next one says first."""

    def __init__(
        self,
        application: "QApplication",
        paths: Paths,
        settings: Settings,
        clock: Clock = system_clock,
        *,
        demo: bool = False,
        said: str = "",
        branch_in: BranchIn = branch_in,
    ) -> None:
        """``demo``: where there is no branch yet, one of invented people is made. ``said`` stands above the
        names."""
        from db.before_sign_in import before_sign_in
        from ui.background import Background
        from ui.idle_lock import IdleLock
        from ui.main_window import MainWindow
        from ui.scanner import Scanner
        from ui.start.opening import Opening
        from ui.start.sign_in_page import SignInPage
        from ui.start.sign_in_presenter import SignInPresenter
        from ui.tone import Tone

        self._application, self._paths, self._settings, self._clock = application, paths, settings, clock
        self._demo, self._branch_in = demo, branch_in
        self.branch: Branch | None = None
        self.said_next: str | None = None
        self._parts: Parts | None = None
        self._setup: Setup | None = None
        self._desk: Desk | None = None
        self._code_asked = False
        self.background, self._scanner = Background(), Scanner()
        application.installEventFilter(self._scanner)
        self.window = MainWindow(clock, settings.counter)
        self._page = SignInPage(settings.branch, settings.counter)
        self.sign_in = SignInPresenter(self.window, self._page, self.background, clock)
        self._idle = IdleLock(clock, settings.idle_minutes)
        self._idle.idle.connect(partial(self.sign_in.lock, idle=True))
        self.sign_in.locked.connect(self._idle.end)
        self._scanner.scanned.connect(self.sign_in.heard_scan)
        if said:
            self._page.notice.say(said, Tone.OK)
        if Settings.unreadable(paths.settings):
            self._page.show_settings_unreadable()
        known = before_sign_in(paths.slots)
        if known.demo:
            self._tell_demo()
        self.opening = Opening(
            self.window,
            self._page,
            self.sign_in,
            self.background,
            read_names=lambda: known.names,
            load_parts=load_parts,
            look_in=self._look_in,
        )
        self.opening.elsewhere.connect(lambda state: self._wizards().begin(state))
        self.sign_in.failed.connect(self._lead_out)
        self._page.recovery_asked.connect(self._open_with_code)
        self.opening.filled.connect(self._open_as_asked)
        self.window.closing.connect(self._rest)

    def catch_all(self) -> None:
        """What nobody caught is told where it can be read: above the names, and later above the work."""
        from ui.problems import Problems

        at_work = Problems(self.window.notice, self.window)
        self.sign_in.problems.catch_all()
        self.sign_in.seated.connect(at_work.catch_all)

    def end(self) -> None:
        """Everything begun is brought to its end, then the file is shut."""
        self._rest()
        self._application.removeEventFilter(self._idle)
        self._application.removeEventFilter(self._scanner)
        self.background.drain()
        if self.branch is not None:
            self.branch.vault.close()
        self.window.deleteLater()

    def _look_in(self) -> "Found":
        from app.ports import VaultState
        from db.before_sign_in import DEMO_DATABASE
        from ui.start.opening import Found

        paths, settings, clock = self._paths, self._settings, self._clock
        branch = self.branch = self._branch_in(paths, demo=self._demo)
        if self._demo:
            _print_demo(make_demo(branch, settings, clock))
        state = branch.vault.state()
        parts = self._parts = compose(branch, paths, settings, clock, card_printers(paths, settings))
        if state is not VaultState.READY:
            return Found(state, can_sign_in=False, names={}, fill=lambda: None)
        demo = branch.vault.database_id == DEMO_DATABASE
        names = parts.sign_in.names()
        fill = partial(self._fill, parts, demo, branch.file.read_ahead)
        return Found(state, can_sign_in=True, names=names, fill=fill)

    def _tell_demo(self) -> None:
        from db.before_sign_in import DEMO_PASSWORD

        self._page.show_sample_password(DEMO_PASSWORD)
        self.window.show_sample_data()

    def _fill(self, parts: "Parts", demo: bool, read_ahead: Callable[[], None]) -> None:
        from ui.application import undressed
        from ui.background import Lane
        from ui.desk import Desk
        from ui.start.new_password_presenter import NewPasswordPresenter

        # while a password is typed: the first thing its sign-in does is to compare every page of the file
        self.background.run(
            self.window,
            read_ahead,
            then=lambda _read: None,
            otherwise=self.sign_in.problems.tell,
            lane=Lane.UPKEEP,
        )
        if demo:
            self._tell_demo()
        out = out_folder(self._paths, self._settings)
        # a thousand widgets send ten thousand events, none of them a key
        self._application.removeEventFilter(self._scanner)
        with undressed(self._application):
            new_password = NewPasswordPresenter(parts.sign_in, self.background, self.window)
            desk = Desk(self.window, parts, self.background, self._scanner, self._settings, out)
        self._application.installEventFilter(self._scanner)
        self._application.installEventFilter(self._idle)  # the last one looks first
        self._desk = desk
        desk.settings_changed.connect(self._dress)
        desk.restore_asked.connect(lambda officer: self._wizards().restore(officer))
        desk.new_code_asked.connect(lambda officer: self._wizards().renew_code(officer))
        desk.rekeyed.connect(self._begin_anew)
        desk.password_asked.connect(self.sign_in.change_password)
        self.sign_in.seated.connect(desk.sit_down)
        self.sign_in.let_in.connect(self._idle.begin)
        self.sign_in.seated.connect(self._resume_first_start)
        self.sign_in.serve(parts.sign_in, new_password)

    # the wizards, and the program made anew

    def _open_with_code(self) -> None:
        """Asked for while all behind the names is still being loaded, it comes as soon as it can."""
        if self._parts is None:
            self._code_asked = True
        else:
            self._wizards().open_with_code()

    def _open_as_asked(self) -> None:
        if self._code_asked:
            self._code_asked = False
            self._wizards().open_with_code()

    def _wizards(self) -> "Setup":
        from ui.setup.setup import Setup

        if self._setup is None:
            assert self._parts is not None, "a wizard is asked for once everything is loaded"
            self._setup = Setup(self._parts.setup(), self.background, self.window.cover, self.window)
            self._setup.finished.connect(lambda _settings: self._begin_anew(""))
            self._setup.left.connect(self.window.take_away)
            self._setup.replacing.connect(self._rest)
        return self._setup

    def _resume_first_start(self, officer: Officer) -> None:
        """It was interrupted before anybody had shown that the recovery code is on paper."""
        if self._settings.set_up is SetUp.CODE_NOT_KEPT and officer.role is Role.ADMINISTRATOR:
            self._wizards().resume(officer)

    def _lead_out(self, error: Exception) -> None:
        """A database that does not open with a right password: the ways out, instead of another try."""
        if isinstance(error, LoketError) and error.problem in _NO_WAY_IN:
            self._wizards().tell_trouble(error.problem)

    def _rest(self) -> None:
        self._idle.end()
        if self._desk is not None:
            self._desk.rest()
        self.background.drain()

    def _begin_anew(self, said: str) -> None:
        self.said_next = said
        self.window.close()

    def _dress(self, settings: Settings) -> None:
        from ui.application import dress

        self._idle.allow(settings.idle_minutes)
        dress(self._application, settings.look, settings.text_percent)


def show_window(paths: Paths, *, demo: bool, wished: Callable[[Settings], Settings]) -> int:
    """Open the program's window and stay until it is closed; a second start raises the first one's, and
    touches nothing before it knows that it is the second.

    ``wished`` changes what was set, for this time only.
    """
    from db.swap_in import finish_interrupted_restore
    from ui.application import dress, make_application
    from ui.single_instance import SingleInstance

    settings = wished(Settings.load(paths.settings))
    application = make_application(sys.argv, RESOURCES, settings)
    instance = SingleInstance(paths.lock)
    if not instance.claim():
        return 0
    try:
        paths.prepare()
        logging.basicConfig(level=logging.WARNING, handlers=[log_to(paths.logs / "loket.log")])
        if finish_interrupted_restore(paths):
            settings = wished(Settings.load(paths.settings))
            dress(application, settings.look, settings.text_percent)
        said: str | None = ""
        while said is not None:
            program = Program(application, paths, settings, demo=demo, said=said)
            instance.knocked.connect(program.window.raise_up)
            program.opening.ready.connect(partial(_say_ready, application.quit))
            program.opening.filled.connect(keep_the_window_quick)
            program.catch_all()
            program.window.fit_in(application.primaryScreen().availableSize())
            program.opening.begin()
            try:
                ended = application.exec()
            finally:
                program.end()
            said, demo, before = program.said_next, False, settings
            settings = wished(Settings.load(paths.settings))
            if (settings.look, settings.text_percent) != (before.look, before.text_percent):
                # the window before is dressed along: two seconds in which none is to be seen
                dress(application, settings.look, settings.text_percent)
    finally:
        instance.release()
    return ended


def _say_ready(leave: Callable[[], None]) -> None:
    """For the bench `start`: say that names can be chosen now, and end."""
    if os.environ.get("LOKET_SAY_READY"):
        print("ready", flush=True)  # noqa: T201 - heard by the bench
        leave()


def make_demo(branch: Branch, settings: Settings, clock: Clock) -> str:
    """A branch of invented people, where there is none yet; shut again. Gives its recovery code, empty where
    nothing was made."""
    from app.ports import VaultState
    from db.demo_branch import found_demo_branch

    if branch.vault.state() is not VaultState.EMPTY:
        return ""
    code = found_demo_branch(branch.vault, clock(), settings.counter)
    branch.vault.close()
    return code


def _print_demo(code: str) -> None:
    """Where it was asked for: nobody keeps the code of a demo branch in a safe."""
    from db.before_sign_in import DEMO_PASSWORD

    if code:
        print(f"Demo branch: password {DEMO_PASSWORD}, recovery code {code}", flush=True)  # noqa: T201


def open_demo(paths: Paths, settings: Settings, branch_in: BranchIn = branch_in) -> Branch:
    """The demo branch in the folder with its database open, made first where there is no branch yet.

    Raises ``RuleBroken(NOT_ALLOWED)`` in the folder of a real branch.
    """
    from db.before_sign_in import DEMO_DATABASE, DEMO_PASSWORD

    paths.prepare()
    branch = branch_in(paths, demo=True)
    make_demo(branch, settings, system_clock)
    if branch.vault.database_id != DEMO_DATABASE:
        raise RuleBroken(Problem.NOT_ALLOWED, why="not_a_demo_branch")
    branch.vault.open(branch.vault.slots()[0].officer_id, DEMO_PASSWORD)
    return branch


def seed(paths: Paths, count: int) -> int:
    """Add invented members to a demo branch, which is made first where there is none."""
    from db.seed import seed_members

    branch = open_demo(paths, Settings.load(paths.settings))
    try:
        branch.file.check_every_page()
        seed_members(branch.file.engine, branch.reference.names.key, count, system_clock().date())
    finally:
        branch.vault.close()
    return 0


def self_check() -> int:
    """Try, in a folder of its own, everything an installed program could lack; tells it as JSON."""
    import tempfile

    from app.cards.card_face import PROGRAM_LAYOUT
    from app.exchange.read_workbook import read_workbook
    from db.before_sign_in import DEMO_PASSWORD
    from db.migrate import STEPS
    from printing.fonts import FontShelf
    from printing.layout import read_layout
    from printing.raster import card_bitmap
    from printing.read_back import codes_stand_in
    from printing.scans import read_scan
    from ui.application import make_application

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    settings, told = Settings(), {}
    application = make_application(["loket"], RESOURCES, settings)
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        branch = open_demo(paths, settings, partial(branch_in, keyring=lambda: None))
        parts = compose(branch, paths, settings, system_clock, card_printers(paths, settings))
        branch.vault.close()
        told["database"] = "encrypted" if b"SQLite format 3" not in _beginning(paths.database) else "plain"
        told["migrations"] = str(len(list((STEPS / "versions").glob("v*.py"))))
        signed_in = (parts.sign_in.sign_in(number, DEMO_PASSWORD).officer for number in parts.sign_in.names())
        clerk = next(officer for officer in signed_in if officer.role is Role.FRONTLINER)
        visit = parts.visit.open_visit(clerk)
        found = parts.visit.find_person("SITI", clerk)
        people = (parts.visit.show_person(person.member_id, visit, clerk) for person in found.people)
        face = next(
            parts.cards.face_of(membership.id, clerk)
            for person in people
            for membership in person.memberships
            if membership.kpj is not None and person.member.deceased_on is None
        )
        card = parts.cards.renderers.of(face.layout).render([face])
        program = RESOURCES / "card_layouts" / f"{PROGRAM_LAYOUT}.toml"
        front = read_layout(program, FontShelf(RESOURCES / "fonts")).front
        bitmap = card_bitmap(card, 0)
        told["codes"] = "read back" if codes_stand_in(bitmap, face.kpj, front) else "not found"
        tally = parts.write_tally(system_clock().date(), clerk)
        told["tally"] = tally.name
        told["workbook"] = read_workbook(tally).sheets[0].name
        (paths.base / "kartu.pdf").write_bytes(card)
        told["scan"] = read_scan(paths.base / "kartu.pdf").media
        branch.vault.close()
    told["font"] = application.font().family()
    told["translation"] = application.translate("MainWindow", "Reports")
    wanted = {
        "database": "encrypted",
        "codes": "read back",
        "workbook": "Log KPJ",
        "scan": "application/pdf",
        "font": "Inter",
        "translation": "Laporan",
    }
    well = told["migrations"] != "0" and all(told[part] == value for part, value in wanted.items())
    print(json.dumps({"well": well, **told}, ensure_ascii=False))  # noqa: T201 - the answer
    return 0 if well else 1


def check_workbook(file: Path, language: Language, *, as_json: bool) -> int:
    """A company's list with the findings it would have at the branch; nothing is opened and nothing kept.

    0: every row can be taken, 1: some are held back, 2: the file cannot be read, and why.
    """
    from app.cards.card_face import PROGRAM_LAYOUT
    from app.reference import Reference
    from app.workers.check_rows import CheckRows
    from app.workers.check_workbook import CheckWorkbook, as_told
    from printing.card import PdfCardRenderer
    from printing.fonts import FontShelf
    from printing.layout import read_layout

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        reference = Reference.load(RESOURCES / "reference")
        layout = RESOURCES / "card_layouts" / f"{PROGRAM_LAYOUT}.toml"
        card = PdfCardRenderer(read_layout(layout, FontShelf(RESOURCES / "fonts")))
        checked = CheckWorkbook(CheckRows(reference, card.findings, branch=""))(file, system_clock().date())
    except LoketError as error:
        return _tell_not_checked(error, language, as_json=as_json)
    if as_json:
        for worker in checked.workers:
            print(json.dumps(as_told(checked, worker), ensure_ascii=False))  # noqa: T201 - the answer
    else:
        with _spoken(language):
            from ui.wording.checked_list import checked_lines

            for line in checked_lines(checked):
                print(line)  # noqa: T201 - the answer
    return 0 if checked.acceptable else 1


def _tell_not_checked(error: LoketError, language: Language, *, as_json: bool) -> int:
    with _spoken(language):
        from ui.wording.problem_words import told_problem

        said = told_problem(error)
    if as_json:
        told = {"problem": error.problem.value, "facts": error.facts, "says": said}
        print(json.dumps(told, ensure_ascii=False))  # noqa: T201 - the answer
    print(said, file=sys.stderr)  # noqa: T201 - no window
    return 2


@contextmanager
def _spoken(language: Language) -> "Iterator[QCoreApplication]":
    """The words of the screens, where there is no screen."""
    from PySide6.QtCore import QCoreApplication

    from ui.translation import install_translation

    application = QCoreApplication([])
    install_translation(application, RESOURCES, language)
    yield application


def _beginning(file: Path) -> bytes:
    with file.open("rb") as content:
        return content.read(16)


def _tell_no_start(error: LoketError) -> None:
    from PySide6.QtWidgets import QApplication

    from ui.application import make_application
    from ui.start.no_start import tell_no_start

    _application = QApplication.instance() or make_application(sys.argv, RESOURCES, Settings())
    tell_no_start(error)


def _without_window(asked: argparse.Namespace) -> int | None:
    """What needs neither a window nor a data folder, and how it ended."""
    if asked.self_check:
        return self_check()
    if asked.check_workbook is not None:
        language = Language(asked.language or Settings().language)
        return check_workbook(asked.check_workbook, language, as_json=asked.json)
    return None


def main(arguments: Sequence[str]) -> int:
    match arguments:
        case ["--limited-child", module] if module in _CHILDREN:
            return int(import_module(module).main())
    parser = argparse.ArgumentParser(prog="loket", description="Loket, the branch's counter")
    parser.add_argument("--base", type=Path, help="folder of the data (default: the user's data folder)")
    parser.add_argument("--look", choices=[look.value for look in Look], help="light or dark, this time only")
    parser.add_argument("--language", choices=[code.value for code in Language], help="this time only")
    parser.add_argument("--demo", action="store_true", help="where no branch is: make an invented one")
    parser.add_argument("--seed", type=int, metavar="N", help="add N members to a demo branch and end")
    parser.add_argument("--self-check", action="store_true", help="check the installed parts and end")
    parser.add_argument(
        "--check-workbook",
        type=Path,
        metavar="FILE",
        help="check a company's list and end: 0 all rows can be taken, 1 some are held back, 2 not readable",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="with --check-workbook: one object a row (sheet, row, acceptable, read, findings), or one with"
        " the problem, its facts and what it says",
    )
    asked = parser.parse_args(arguments)
    if asked.json and asked.check_workbook is None:
        parser.error("--json goes with --check-workbook")
    ended = _without_window(asked)
    if ended is not None:
        return ended

    def wished(settings: Settings) -> Settings:
        look, language = asked.look or settings.look, asked.language or settings.language
        return replace(settings, look=Look(look), language=Language(language))

    paths = Paths(asked.base or user_data_path("Loket", appauthor=False))
    try:
        if asked.seed is not None:
            return seed(paths, asked.seed)
        paths.make_base()
        return show_window(paths, demo=asked.demo, wished=wished)
    except LoketError as error:
        print(f"{error.problem.value}: {error.facts}", file=sys.stderr)  # noqa: T201 - no window yet
        if asked.seed is None:
            _tell_no_start(error)
        return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
