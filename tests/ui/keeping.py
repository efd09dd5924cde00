"""A branch's keeping with nothing invented but the clock, the cost of a guess and the card printer."""

from datetime import datetime
from pathlib import Path

from app.cards.leave_numbers import LeaveNumbers
from app.paths import Paths
from app.reference import Reference
from app.reports.day_close import CloseDay, ReadDay
from app.reports.day_close_paper import DrawDayClose
from app.reports.person_papers import DrawPersonData
from app.reports.touched_papers import DrawWhoSawWhom
from app.settings import Settings
from app.trust.backup import BackupPlan, FoundBackup
from app.trust.change_settings import ChangeSettings
from app.trust.check_chain import CheckChain
from app.trust.found_branch import FoundBranch, Founded, Founding
from app.trust.last_sign_ins import LastSignIns
from app.trust.lock_out import LockOuts
from app.trust.make_backup import BackUp, ReadBackupStatus
from app.trust.officer import Officer, Role
from app.trust.officers import (
    AddOfficer,
    ChangeRole,
    OneTimePassword,
    RekeyDatabase,
    RemoveOfficer,
    RenameOfficer,
    RenewRecoveryCode,
    ResetPassword,
    SeeStaff,
)
from app.trust.passwords import PasswordRules
from app.trust.person_data import GivePersonData
from app.trust.read_journal import ReadJournal
from app.trust.recover import OpenWithRecoveryCode, SignInWithRecoveryCode
from app.trust.restore import BackupsIn, LookInside, Restore
from app.trust.sign_in import SignIn
from app.trust.ways_in import GiveWaysIn
from app.trust.who_saw_whom import ExportWhoSawWhom
from app.visit.step_1_verify import FindPerson
from db.backup import SecondMedium
from db.machine_secret import MachineSecrets
from db.restore import BackupShelf
from printing.fonts import FontShelf
from printing.raster import preview
from printing.recovery_paper import PdfKeyPapers
from printing.report import PdfReportRenderer
from tests.app.cards.desk import MORNING, ScriptedPrinter
from tests.vaults import vault_at
from ui.background import Background
from ui.keeping_parts import BackupParts, DayCloseParts, JournalParts, OfficersParts
from ui.settings.current_settings import CurrentSettings
from ui.setup.setup_parts import FirstStartParts, RestoreParts

RESOURCES = Path(__file__).parents[2] / "resources"
BRANCH, COUNTER, AGUS, PASSWORD = "Kantor Cabang Gresik", "Loket 1", "Agus Wijaya", "sembilan kopi hangat"
COMMON = frozenset({"password123", "rahasia1234"})


class Keeping:
    """One PC of a branch, as the program on it would put it together."""

    def __init__(self, base: Path) -> None:
        self.now = MORNING
        self.paths = Paths(base)
        self.vault, self.file = vault_at(base)
        self.background = Background()
        self.fonts = FontShelf(RESOURCES / "fonts")
        self.papers = PdfKeyPapers(self.fonts)
        begin, look, vault = self.file.begin, self.file.look, self.vault
        self.lock_outs = LockOuts(self.paths.lock_out, self.clock)
        self.medium = SecondMedium(self.paths, vault, self.file, "0.1.0")
        machine = MachineSecrets(self.paths.machine_secret, lambda: None)
        self.shelf = BackupShelf(self.paths, vault, self.file, machine, str.upper)
        self.found = FoundBranch(vault, self.clock, COMMON)
        self.sign_in = SignIn(vault, begin, self.clock, self.lock_outs)
        self.reset = ResetPassword(vault, begin, self.clock)
        self.add_officer = AddOfficer(vault, begin, self.clock)
        self.backups_in = BackupsIn(self.shelf)
        self.status = ReadBackupStatus(look, self.clock, self.medium, self._plan)
        self.back_up = BackUp(begin, self.clock, self.medium, self._plan, BRANCH, COUNTER)

    def clock(self) -> datetime:
        return self.now

    def settings(self) -> Settings:
        return Settings.load(self.paths.settings)

    def founded(self) -> Founded:
        """The branch with its first administrator, signed in."""
        return self.found(Founding(BRANCH, COUNTER, AGUS, PASSWORD))

    def hired(self, name: str, role: Role, by: Officer) -> OneTimePassword:
        return self.add_officer(name, role, by)

    def current_settings(self) -> CurrentSettings:
        def save(settings: Settings) -> None:
            settings.save(self.paths.settings)

        change = ChangeSettings(self.file.begin, self.clock, save)
        return CurrentSettings(self.settings(), change, self.background, self.background)

    def first_start(self, settings: Settings | None = None) -> FirstStartParts:
        return FirstStartParts(
            settings=settings or self.settings(),
            data_folder=self.paths.base,
            clock=self.clock,
            found=self.found,
            renew_code=RenewRecoveryCode(self.vault, self.file.begin, self.clock),
            make_samples=lambda: None,
            save=lambda settings: settings.save(self.paths.settings),
            on_same_disk=self.medium.on_same_disk,
            back_up=lambda _settings, by: self._backed_up(by),
            printer=ScriptedPrinter(),
            papers=self.papers,
            preview=preview,
        )

    def restoring(self) -> RestoreParts:
        begin, rules = self.file.begin, PasswordRules(COMMON, (BRANCH, COUNTER))
        look_inside = LookInside(self.shelf, self.lock_outs)
        return RestoreParts(
            settings=self.settings(),
            data_folder=self.paths.base,
            clock=self.clock,
            common_passwords=COMMON,
            slots=self.vault.slots,
            made_elsewhere=self.vault.made_elsewhere,
            backups_in=self.backups_in,
            look_inside=look_inside,
            restore=Restore(look_inside, self.clock),
            open_with_code=OpenWithRecoveryCode(self.vault, begin, self.clock, self.lock_outs),
            sign_in_with_code=SignInWithRecoveryCode(self.vault, begin, self.clock, self.lock_outs, rules),
            give_ways_in=GiveWaysIn(self.vault, self.file.look, self.reset),
            leave_numbers=LeaveNumbers(begin, self.clock),
            read=self.settings,
            save=lambda settings: settings.save(self.paths.settings),
            papers=self.papers,
            preview=preview,
        )

    def officers(self) -> OfficersParts:
        vault, begin, clock = self.vault, self.file.begin, self.clock
        return OfficersParts(
            see=SeeStaff(vault, self.file.look),
            last_sign_ins=LastSignIns(self.file.look),
            add=self.add_officer,
            rename=RenameOfficer(vault, begin, clock),
            change_role=ChangeRole(begin, clock),
            reset=self.reset,
            remove=RemoveOfficer(vault, begin, clock),
            rekey=RekeyDatabase(vault, begin, clock),
            branch=BRANCH,
            data_folder=self.paths.base,
            clock=clock,
            papers=self.papers,
            preview=preview,
        )

    def backups(self) -> BackupParts:
        return BackupParts(self.back_up, self.status, self.backups_in)

    def journal(self) -> JournalParts:
        begin, look, clock, out = self.file.begin, self.file.look, self.clock, self.paths.out
        report, regions = PdfReportRenderer(self.fonts), Reference.load(RESOURCES / "reference").regions
        person, touched = DrawPersonData(report, regions), DrawWhoSawWhom(report)
        return JournalParts(
            read=ReadJournal(begin, clock),
            check=CheckChain(look, begin, clock, self.file),
            find_person=FindPerson(begin, clock),
            give_person=GivePersonData(look, begin, clock, person, out, BRANCH),
            who_saw_whom=ExportWhoSawWhom(look, begin, clock, touched, out, BRANCH),
            clock=clock,
        )

    def day_close(self) -> DayCloseParts:
        draw = DrawDayClose(PdfReportRenderer(self.fonts))
        return DayCloseParts(
            ReadDay(self.file.look, BRANCH, COUNTER),
            CloseDay(self.file.begin, self.clock, draw, self.paths.out, BRANCH, COUNTER),
        )

    def close(self) -> None:
        self.background.drain()
        self.vault.close()

    def _plan(self) -> BackupPlan:
        return BackupPlan.of(self.settings())

    def _backed_up(self, by: Officer) -> FoundBackup:
        return self.back_up(by)
