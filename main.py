"""Put the parts together: paths → settings → key → database → parts → window. Knows every folder.

What the first window does not need is imported while it is already on the screen: SQLAlchemy, ReportLab
and the screens behind it together take longer than an officer should wait to see a name.
"""

import argparse
import gc
import json
import logging
import logging.handlers
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from app.clock import Clock
from app.errors import LoketError
from app.paths import Paths
from app.settings import Language, Look, Settings
from app.trust.officer import Officer, Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from sqlalchemy import Engine

    from app.ports import Begin, CardPrinter
    from app.reference import Reference
    from app.trust.approval import ApprovalSeals
    from ui.parts import Parts
    from ui.start.opening import Opened

RESOURCES = Path(__file__).parent / "resources"

_HEAVY = ("db.demo_branch", "db.migrate", "db.unit_of_work", "printing.raster", "printing.receipt", "ui.desk")
"""Loaded while the names are on the screen and the pages of the file are checked; they bring the rest."""

_CHILDREN = ("app.exchange.workbook_child", "printing.scan_child")
"""What the packaged program, which has no interpreter to call, runs itself as: see app/exchange."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An open branch database. ``begin`` starts a change, ``look`` a transaction that only reads."""

    engine: "Engine"
    reference: "Reference"
    begin: "Begin"
    look: "Begin"


def system_clock() -> datetime:
    return datetime.now().astimezone()


def check_file(paths: Paths) -> None:
    """Find damage in the database before anyone works with it."""
    from db.connection import check_every_page
    from db.keys import key_of

    if paths.database.exists():
        check_every_page(paths.database, key_of(paths.database, paths.key))


def open_branch(paths: Paths) -> Branch:
    """Open the encrypted database and bring it up to date."""
    from app.reference import Reference
    from db.engine import for_reading, open_database
    from db.keys import key_of
    from db.migrate import bring_up_to_date
    from db.unit_of_work import SqlUnitOfWork

    paths.prepare()
    key = key_of(paths.database, paths.key)
    reference = Reference.load(RESOURCES / "reference")
    engine = open_database(paths.database, key)
    bring_up_to_date(engine, key, paths.copies)
    return Branch(
        engine,
        reference,
        begin=partial(SqlUnitOfWork, engine, reference.names.key),
        look=partial(SqlUnitOfWork, for_reading(engine), reference.names.key),
    )


def compose(
    branch: Branch,
    paths: Paths,
    settings: Settings,
    clock: Clock,
    printer: "CardPrinter",
    seals: "ApprovalSeals | None" = None,
) -> "Parts":
    """Every use case with its collaborators; what only reads never waits for a writer."""
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
    from app.reports.today import TodaySoFar
    from app.reports.write_tally import ReadTally, WriteTally
    from app.trust.approval import Approval, ApprovalSeals
    from app.trust.choose_officer import ChooseOfficer, Officers
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
    from printing.card import PdfCardRenderer
    from printing.fonts import FontShelf
    from printing.layout import read_layout
    from printing.raster import preview
    from printing.receipt import PdfReceiptRenderer
    from ui.parts import CardParts, Parts, VisitParts

    begin, look, counter, name = branch.begin, branch.look, settings.counter, settings.branch
    out, fonts = out_folder(paths, settings), FontShelf(RESOURCES / "fonts")
    renderer = PdfCardRenderer(read_layout(layout_file(settings), fonts), specimen=True)
    seals = seals or ApprovalSeals(secrets.token_bytes(32))

    def approve(supervisor: Officer, subject: str, reason: str) -> Approval:
        return seals.seal(supervisor, subject, reason, clock())

    room = RoomOnDisk(lambda: shutil.disk_usage(paths.base).free)
    shown = PersonsShown(look, begin, clock)
    check = CheckForm(
        look, clock, branch.reference, renderer.findings, name, settings.same_company_days, shown
    )
    answer = AnswerCard(begin, clock, printer)
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
        cards=CardParts(
            face_of=FaceOfCard(look, clock, name, shown),
            ask=AskForCard(begin, clock, counter, name, renderer.layout, seals),
            send=SendCard(begin, clock, printer, renderer, name),
            poll=PollCard(begin, clock, printer),
            answer=answer,
            answer_by_scan=AnswerByScan(look, counter, answer),
            to_check=CardsToCheck(begin, look, clock, counter, shown),
            latest=LatestCards(look, counter, shown),
            of_membership=CardsOfMembership(look),
            cancel=CancelCard(begin, clock),
            blanks=Blanks(begin, clock, counter),
            printer=printer,
            renderer=renderer,
            preview=preview,
        ),
        read_tally=ReadTally(look, name),
        write_tally=WriteTally(begin, clock, out, name),
        today=TodaySoFar(look, clock, counter),
        officers=Officers(look),
        choose_officer=ChooseOfficer(begin, clock),
        approve=approve,
        regions=branch.reference.regions,
        rates=branch.reference.rates,
        clock=clock,
    )


def layout_file(settings: Settings) -> Path:
    return RESOURCES / "card_layouts" / f"{settings.card_layout}.toml"


def out_folder(paths: Paths, settings: Settings) -> Path:
    return Path(settings.out) if settings.out else paths.out


def card_printers(paths: Paths, settings: Settings) -> "CardPrinter":
    """Every printer this desk can have."""
    from printing.printers.all_printers import AllPrinters
    from printing.printers.cups import CupsCardPrinter
    from printing.printers.pdf_file import PdfFilePrinter

    return AllPrinters({"pdf_file": PdfFilePrinter(out_folder(paths, settings)), "cups": CupsCardPrinter()})


def open_counter(paths: Paths, settings: Settings, clock: Clock, printer: "CardPrinter") -> "Parts":
    """The counter ready for its first officer. A folder without a database becomes a demo branch, as
    long as no other kind of branch can be made; cards left in doubt by a crash are marked to be asked."""
    from db.demo_branch import create_demo_branch

    branch = open_branch(paths)
    create_demo_branch(branch.begin, clock(), settings.counter)
    parts = compose(branch, paths, settings, clock, printer)
    parts.cards.to_check.after_start()
    return parts


def load_parts() -> None:
    """What is loaded stays; looking through it for garbage, again and again, is a fifth of the time."""
    gc.disable()
    try:
        for module in _HEAVY:
            import_module(module)
    finally:
        gc.enable()


class Program:
    """The window with what lives as long as it does; the database opens behind the officers' names."""

    def __init__(
        self, application: "QApplication", paths: Paths, settings: Settings, clock: Clock = system_clock
    ) -> None:
        from db.first_names import first_names
        from ui.background import Background
        from ui.main_window import MainWindow
        from ui.scanner import Scanner
        from ui.start.choose_officer import ChooseOfficer
        from ui.start.opening import Opening

        self._application, self._paths, self._settings, self._clock = application, paths, settings, clock
        self.background, self._scanner = Background(), Scanner()
        application.installEventFilter(self._scanner)
        self.window = MainWindow(clock, settings.counter)
        self._choose = ChooseOfficer(settings.branch, settings.counter)
        self.opening = Opening(
            self.window,
            self._choose,
            self.background,
            read_names=partial(first_names, paths.database, paths.key),
            check_file=partial(check_file, paths),
            load_parts=load_parts,
            open_counter=self._open,
        )
        self.window.closing.connect(self.background.drain)

    def end(self) -> None:
        self._application.removeEventFilter(self._scanner)
        self.background.drain()

    def _open(self) -> "Opened":
        from ui.application import undressed
        from ui.desk import Desk
        from ui.start.opening import Opened

        paths, settings = self._paths, self._settings
        parts = open_counter(paths, settings, self._clock, card_printers(paths, settings))

        def fill() -> Callable[[Officer], None]:
            out = out_folder(paths, settings)
            # a thousand widgets send ten thousand events, none of them a key
            self._application.removeEventFilter(self._scanner)
            with undressed(self._application):
                desk = Desk(self.window, self._choose, parts, self.background, self._scanner, settings, out)
            self._application.installEventFilter(self._scanner)
            desk.settings_changed.connect(self._save)
            return desk.sit_down

        return Opened(parts.officers(), parts.choose_officer, fill)

    def _save(self, settings: Settings) -> None:
        from ui.application import dress

        settings.save(self._paths.settings)
        dress(self._application, settings.look, settings.text_percent)


def show_window(paths: Paths, settings: Settings) -> int:
    """Open the program's window and stay until it is closed; a second start raises the first one's."""
    from ui.application import make_application
    from ui.single_instance import SingleInstance

    application = make_application(sys.argv, RESOURCES, settings)
    instance = SingleInstance(paths.lock)
    if not instance.claim():
        return 0
    program = Program(application, paths, settings)
    instance.knocked.connect(program.window.raise_up)
    program.opening.ready.connect(partial(_say_ready, application.quit))
    program.opening.problems.catch_all()
    program.opening.begin()
    try:
        return application.exec()
    finally:
        program.end()
        instance.release()


def _say_ready(leave: Callable[[], None]) -> None:
    """For the bench `start`: say that names can be chosen now, and end."""
    if os.environ.get("LOKET_SAY_READY"):
        print("ready", flush=True)  # noqa: T201 - heard by the bench
        leave()


def seed(paths: Paths, count: int) -> int:
    """Add invented members to a branch, which is made first where there is none."""
    from db.demo_branch import create_demo_branch
    from db.seed import seed_members

    check_file(paths)
    branch = open_branch(paths)
    create_demo_branch(branch.begin, system_clock(), Settings.load(paths.settings).counter)
    seed_members(branch.engine, branch.reference.names.key, count, system_clock().date())
    branch.engine.dispose()
    return 0


def self_check() -> int:
    """Try, in a folder of its own, everything an installed program could lack; tells it as JSON."""
    from db.migrate import STEPS
    from printing.fonts import FontShelf
    from printing.layout import read_layout
    from printing.raster import card_bitmap
    from printing.read_back import codes_stand_in
    from ui.application import make_application

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    settings, told = Settings(), {}
    application = make_application(["loket"], RESOURCES, settings)
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        parts = open_counter(paths, settings, system_clock, card_printers(paths, settings))
        told["database"] = "encrypted" if b"SQLite format 3" not in _beginning(paths.database) else "plain"
        told["migrations"] = str(len(list((STEPS / "versions").glob("v*.py"))))
        clerk = next(officer for officer in parts.officers() if officer.role is Role.FRONTLINER)
        visit = parts.visit.open_visit(clerk)
        found = parts.visit.find_person("SITI", clerk)
        people = (parts.visit.show_person(person.member_id, visit, clerk) for person in found.people)
        face = next(
            parts.cards.face_of(membership.id, clerk)
            for person in people
            for membership in person.memberships
            if membership.kpj is not None and person.member.deceased_on is None
        )
        card = parts.cards.renderer.render([face])
        front = read_layout(layout_file(settings), FontShelf(RESOURCES / "fonts")).front
        bitmap = card_bitmap(card, 0)
        told["codes"] = "read back" if codes_stand_in(bitmap, face.kpj, front) else "not found"
        told["tally"] = parts.write_tally(system_clock().date(), clerk).name
    told["font"] = application.font().family()
    told["translation"] = application.translate("MainWindow", "Reports")
    wanted = {"database": "encrypted", "codes": "read back", "font": "Inter", "translation": "Laporan"}
    well = told["migrations"] != "0" and all(told[part] == value for part, value in wanted.items())
    print(json.dumps({"well": well, **told}, ensure_ascii=False))  # noqa: T201 - the answer
    return 0 if well else 1


def _beginning(file: Path) -> bytes:
    with file.open("rb") as content:
        return content.read(16)


def _keep_log(file: Path) -> None:
    """Three files of a megabyte; nothing personal is ever written to them."""
    handler = logging.handlers.RotatingFileHandler(file, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def _tell_no_start(error: LoketError) -> None:
    from PySide6.QtWidgets import QApplication

    from ui.application import make_application
    from ui.start.no_start import tell_no_start

    _application = QApplication.instance() or make_application(sys.argv, RESOURCES, Settings())
    tell_no_start(error)


def main(arguments: Sequence[str]) -> int:
    match arguments:
        case ["--limited-child", module] if module in _CHILDREN:
            return int(import_module(module).main())
    parser = argparse.ArgumentParser(prog="loket", description="Loket, the branch's counter")
    parser.add_argument("--base", type=Path, help="folder of the data (default: the user's data folder)")
    parser.add_argument("--look", choices=[look.value for look in Look], help="light or dark, this time only")
    parser.add_argument("--language", choices=[code.value for code in Language], help="this time only")
    parser.add_argument("--seed", type=int, metavar="N", help="add N invented members and end")
    parser.add_argument("--self-check", action="store_true", help="check the installed parts and end")
    asked = parser.parse_args(arguments)
    if asked.self_check:
        return self_check()
    paths = Paths(asked.base or user_data_path("Loket", appauthor=False))
    try:
        paths.prepare()
        if asked.seed is not None:
            return seed(paths, asked.seed)
        settings = Settings.load(paths.settings)
        if asked.look:
            settings = replace(settings, look=Look(asked.look))
        if asked.language:
            settings = replace(settings, language=Language(asked.language))
        _keep_log(paths.logs / "loket.log")
        return show_window(paths, settings)
    except LoketError as error:
        print(f"{error.problem.value}: {error.facts}", file=sys.stderr)  # noqa: T201 - no window yet
        if asked.seed is None:
            _tell_no_start(error)
        return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
