"""What the wizards may do, handed in by ``main`` before anybody can sign in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.cards.leave_numbers import LeaveNumbers
from app.clock import Clock
from app.ports import CardPrinter, Preview, Slot
from app.settings import Settings
from app.trust.backup import FoundBackup
from app.trust.found_branch import FoundBranch
from app.trust.officer import Officer
from app.trust.officers import RenewRecoveryCode
from app.trust.recover import OpenWithRecoveryCode, SignInWithRecoveryCode
from app.trust.recovery_paper import KeyPapers
from app.trust.restore import BackupsIn, LookInside, NewestGoodBackup, Restore
from app.trust.ways_in import GiveWaysIn


@dataclass(frozen=True, slots=True)
class FirstStartParts:
    """``settings`` as they were read; each step that settles something saves them.

    ``back_up`` makes the first backup where the settings say; ``on_same_disk`` tells whether a broken disk
    would take it with the data.
    """

    settings: Settings
    data_folder: Path
    clock: Clock
    found: FoundBranch
    renew_code: RenewRecoveryCode
    make_samples: Callable[[], None]
    save: Callable[[Settings], None]
    on_same_disk: Callable[[Path], bool]
    back_up: Callable[[Settings, Officer], FoundBackup]
    printer: CardPrinter
    papers: KeyPapers
    preview: Preview


@dataclass(frozen=True, slots=True)
class RestoreParts:
    """``slots`` are the officers whose passwords may open a backup on this PC; ``made_elsewhere`` those whose
    passwords open nothing here."""

    settings: Settings
    data_folder: Path
    clock: Clock
    common_passwords: frozenset[str]
    slots: Callable[[], tuple[Slot, ...]]
    made_elsewhere: Callable[[], frozenset[int]]
    backups_in: BackupsIn
    look_inside: LookInside
    restore: Restore
    open_with_code: OpenWithRecoveryCode
    sign_in_with_code: SignInWithRecoveryCode
    give_ways_in: GiveWaysIn
    leave_numbers: LeaveNumbers
    read: Callable[[], Settings]
    save: Callable[[Settings], None]
    papers: KeyPapers
    preview: Preview


@dataclass(frozen=True, slots=True)
class SetupParts:
    first: FirstStartParts
    restore: RestoreParts
    use_previous_slots: Callable[[], None]
    newest_good: NewestGoodBackup
