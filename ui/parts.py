"""Everything the screens may do, handed in by ``main``: use cases and a few facts, nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.archive.keep_attachment import ClearLeftFiles
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
from app.clock import Clock
from app.members.regions import Regions
from app.ports import CardPrinter, CardRenderers, Preview
from app.reports.today import TodaySoFar
from app.reports.write_tally import ReadTally, WriteTally
from app.services.contribution import Rates
from app.trust.approve_on_the_spot import ApproveOnTheSpot, Approvers
from app.trust.change_settings import ChangeSettings
from app.trust.check_chain import CheckAtStart
from app.trust.make_backup import BackUpWhenDue
from app.trust.own_password import ChangeOwnPassword, ChooseFirstPassword
from app.trust.reveal_number import RevealNumber
from app.trust.sign_in import Lock, SignIn
from app.visit.member_form import MemberForm
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
from ui.keeping_parts import KeepingParts
from ui.room_parts import RoomParts
from ui.setup.setup_parts import SetupParts


@dataclass(frozen=True, slots=True)
class SignInParts:
    """Who comes in, goes for a moment, and chooses which password.

    ``names`` are those of everybody who can sign in, by officer number; ``check_password(new, name)`` raises
    ``RuleBroken`` for one that will not do.
    """

    names: Callable[[], Mapping[int, str]]
    sign_in: SignIn
    lock: Lock
    check_password: Callable[[str, str], None]
    choose_first_password: ChooseFirstPassword
    change_password: ChangeOwnPassword


@dataclass(frozen=True, slots=True)
class UpkeepParts:
    """What is looked after behind the counter, without anybody asking for it."""

    check_journal: CheckAtStart
    check_every_page: Callable[[], None]
    back_up_when_due: BackUpWhenDue
    clear_left_files: ClearLeftFiles


@dataclass(frozen=True, slots=True)
class VisitParts:
    """Steps 1 to 5 of one visit."""

    find_person: FindPerson
    show_person: ShowPerson
    reveal: RevealNumber
    open_visit: OpenVisit
    finish_verify: FinishVerify
    form_for: FormFor
    save_draft: SaveDraft
    left_over: LeftOver
    resume: ResumeVisit
    take_over: TakeOverVisit
    abandon: AbandonVisit
    suggest_companies: SuggestCompanies
    suggestions: Callable[[MemberForm], Mapping[str, str]]
    finish_input: FinishInput
    step_back: StepBack
    check_form: CheckForm
    decide_duplicate: DecideDuplicate
    register: RegisterMember
    finish_print: FinishPrint
    summarise: SummariseVisit
    write_receipt: WriteReceipt
    close: CloseVisit


@dataclass(frozen=True, slots=True)
class CardParts:
    """Cards, the printer on the desk and the blanks beside it. ``pause_batches``, at the program's start: no
    batch goes on printing by itself."""

    face_of: FaceOfCard
    ask: AskForCard
    send: SendCard
    poll: PollCard
    answer: AnswerCard
    answer_by_scan: AnswerByScan
    to_check: CardsToCheck
    latest: LatestCards
    of_membership: CardsOfMembership
    cancel: CancelCard
    pause_batches: Callable[[], None]
    blanks: Blanks
    printer: CardPrinter
    renderers: CardRenderers
    preview: Preview
    sheet_of_ten: WriteSheetOfTen


@dataclass(frozen=True, slots=True)
class Parts:
    visit: VisitParts
    cards: CardParts
    read_tally: ReadTally
    write_tally: WriteTally
    today: TodaySoFar
    approvers: Approvers
    approve: ApproveOnTheSpot
    sign_in: SignInParts
    upkeep: UpkeepParts
    keeping: KeepingParts
    rooms: RoomParts
    setup: Callable[[], SetupParts]
    change_settings: ChangeSettings
    regions: Regions
    rates: Rates
    clock: Clock
