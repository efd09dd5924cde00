"""A counter with its card printer: the real database and renderer, and a printer that does as told."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from sqlalchemy import Engine

from app.cards.answer_card import AnswerByScan, AnswerCard, CancelCard, CardsToCheck
from app.cards.ask_for_card import AskForCard
from app.cards.blanks import Blanks
from app.cards.print_job import CardJob, PrinterReason
from app.cards.send_card import PollCard, SendCard
from app.members.kpj import Kpj
from app.members.member import Member
from app.members.membership import Membership, Programme, Segment
from app.members.nik import Nik, Sex
from app.members.npp import Npp
from app.ports import Begin, CardPrinter, PrinterName, PrinterState, SpoolReport, SpoolState
from app.trust.approval import ApprovalSeals
from app.trust.officer import Officer, Role
from app.trust.person_shown import PersonsShown
from db.engine import open_database
from db.keys import DatabaseKey
from db.migrate import bring_up_to_date
from printing.card_renderers import PdfCardRenderers
from printing.fonts import FontShelf

RESOURCES = Path(__file__).parents[3] / "resources"
BRANCH = "Kantor Cabang Contoh"
SEALS = ApprovalSeals(b"the secret of one program start")
MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=7)))


class ScriptedPrinter:
    """Takes documents and says of them whatever the test wants it to say."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.cancelled: list[str] = []
        self.says = SpoolReport(SpoolState.CLAIMED_DONE)
        self.state = PrinterState(ready=True)
        self.on_submit: Callable[[], None] = lambda: None
        self.on_cancel: Callable[[], None] = lambda: None
        self.on_poll: Callable[[], None] = lambda: None

    def list(self) -> tuple[PrinterName, ...]:
        return (PrinterName("test:satu", "Printer satu"), PrinterName("test:dua", "Printer dua"))

    def status(self, address: str) -> PrinterState:
        return self.state

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        self.on_submit()
        self.sent.append(unique_name)
        return unique_name

    def poll(self, address: str, ticket: str) -> SpoolReport:
        self.on_poll()
        return self.says

    def cancel(self, address: str, unique_name: str) -> None:
        self.on_cancel()
        self.cancelled.append(unique_name)

    def jam(self) -> None:
        self.says = SpoolReport(SpoolState.NEEDS_ATTENTION, PrinterReason.JAM)

    def wait(self) -> None:
        self.says = SpoolReport(SpoolState.WAITING)


def fresh_database(folder: Path) -> Engine:
    file = folder / "loket.db"
    key = DatabaseKey.drawn()
    engine = open_database(file, key)
    bring_up_to_date(engine, key, folder / "salinan")
    return engine


def card_renderers(look: Begin) -> PdfCardRenderers:
    return PdfCardRenderers(look, RESOURCES / "card_layouts", FontShelf(RESOURCES / "fonts"), specimen=True)


class CardDesk:
    """One counter and everything it may do with cards."""

    def __init__(self, begin: Begin, printer: CardPrinter, counter: str = "Loket 1") -> None:
        self.now = MORNING

        def clock() -> datetime:
            return self.now

        self.begin, self.printer, self.counter = begin, printer, counter
        self.ask = AskForCard(begin, clock, counter, BRANCH, SEALS)
        self.send = SendCard(begin, clock, printer, card_renderers(begin), BRANCH)
        self.poll = PollCard(begin, clock, printer)
        self.answer = AnswerCard(begin, clock, printer)
        self.scan = AnswerByScan(begin, counter, self.answer)
        self.cancel = CancelCard(begin, clock)
        self.to_check = CardsToCheck(begin, begin, clock, counter, PersonsShown(begin, begin, clock))
        self.blanks = Blanks(begin, clock, counter)
        self.rina = self._officer("Rina Pratiwi", Role.FRONTLINER)
        self.hadi = self._officer("Hadi Santoso", Role.SUPERVISOR)
        self.wati = self._officer("Wati Handayani", Role.CARD_OPERATOR)
        self.blanks.receive(50, self.wati)

    def member(self, number: int = 1, name: str = "SITI NUR RAHAYU") -> Membership:
        """An invented member with one membership; ``number`` makes NIK and KPJ."""
        with self.begin() as work:
            nik = Nik(f"357801550892{number:04d}")
            stored = work.members.add(Member(nik, name, date(1992, 8, 15), Sex.FEMALE))
            membership = work.members.add_membership(
                Membership(
                    segment=Segment.PU,
                    programmes=frozenset({Programme.JKK, Programme.JKM}),
                    start_date=date(2026, 11, 3),
                    kpj=Kpj.of_number(26004187000 + number),
                    npp=Npp("13007478"),
                    company_name="PT SUMBER REJEKI ABADI",
                    wage=4_961_753,
                    member_id=stored.id,
                )
            )
            work.commit()
        return membership

    def asked(self, membership: Membership, printer: str = "test:satu") -> CardJob:
        return self.ask(membership.id, printer, self.rina)

    def sent(self, membership: Membership) -> CardJob:
        return self.send(self.asked(membership).id, self.rina)

    def printed(self, membership: Membership) -> CardJob:
        """Sent, and the printer claims that it is done."""
        return self.poll(self.sent(membership).id, self.rina)

    def job(self, job: CardJob) -> CardJob:
        """As it stands in the database now."""
        with self.begin() as work:
            return work.card_jobs.by_id(job.id)

    def jobs(self, membership: Membership) -> tuple[CardJob, ...]:
        with self.begin() as work:
            return work.card_jobs.of_membership(membership.id)

    def _officer(self, name: str, role: Role) -> Officer:
        with self.begin() as work:
            officer = work.officers.add(Officer(name, role))
            work.commit()
        return officer
