"""What the killed programs do: a counter that registers, and a counter that prints, until the end."""

import os
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from app.cards.print_job import CardState
from app.members.duplicates import Verdict
from app.members.member import Member
from app.members.membership import Membership
from app.paths import Paths
from app.settings import Settings
from app.trust.officer import Officer
from app.visit.register_member import Registered
from app.visit.visit import DocumentShown, VisitKind
from main import compose, open_demo, system_clock
from tests.builders import filled_form, reasons_for, visitors
from tests.faults.long_day import FRONTLINER, cheaply, opened
from tests.faults.tray_printer import TrayPrinter
from ui.parts import Parts


def register(parts: Parts, officer: Officer, member: Member, membership: Membership) -> Registered:
    """One visitor from the first look-up to the stored membership."""
    visit, form = parts.visit.open_visit(officer), filled_form(member, membership)
    visit = parts.visit.finish_verify(visit, VisitKind.NEW_MEMBER, officer, document=DocumentShown.KTP)
    parts.visit.save_draft(visit, form, officer)
    visit = parts.visit.finish_input(visit, form, officer)
    for alike in parts.visit.check_form(visit, form, officer).look_alikes:
        visit, form = parts.visit.decide_duplicate(
            visit, form, alike.person.member.nik, Verdict.DIFFERENT_PERSON, "ibu kandung berbeda", officer
        )
    decisions = reasons_for(parts.visit.check_form(visit, form, officer).findings)
    return parts.visit.register(visit, form, decisions, officer)


def register_until_killed(base: Path, seed: int, say: Connection) -> None:
    """Register visitor after visitor, saying each NIK and number only once it is stored."""
    _, parts, _ = opened(base)
    for member, membership in visitors(10_000, seed):
        registered = register(parts, FRONTLINER, member, membership)
        kpj = registered.membership.kpj
        say.send((member.nik.digits, kpj.text if kpj else ""))


def print_until_killed(base: Path, membership_ids: Sequence[int], say: Connection) -> None:
    """Print card after card that is still owed, answering what the tray shows; says each that is there."""
    _, parts, printer = opened(base)
    parts.cards.to_check.after_start()
    answer_what_is_in_doubt(parts, printer, FRONTLINER)
    say.send(0)
    for membership_id in membership_ids:
        jobs = parts.cards.of_membership(membership_id, FRONTLINER)
        good = next((job.id for job in jobs if job.state is CardState.GOOD), None)
        say.send(good or print_card(parts, printer, membership_id, FRONTLINER))


def print_card(parts: Parts, printer: TrayPrinter, membership_id: int, officer: Officer) -> int:
    """From asking for the card to the officer's answer; gives the number of the print job."""
    job = parts.cards.ask(membership_id, "tray:", officer)
    parts.cards.send(job.id, officer)
    parts.cards.poll(job.id, officer)
    answer_what_is_in_doubt(parts, printer, officer)
    return job.id


def die_in_the_middle_of_a_print(base: Path, _fact: object, say: Connection) -> None:
    """Register one visitor, say the name, and be killed while the card is being sent."""
    paths, printer = Paths(base), _DeadlyPrinter(base / "tray")
    branch = open_demo(paths, Settings(), cheaply)
    parts = compose(branch, paths, Settings(), system_clock, printer)
    [person] = visitors(1)
    registered = register(parts, FRONTLINER, *person)
    job = parts.cards.ask(registered.membership.id, "pdf_file:", FRONTLINER)
    say.send(registered.member.name)
    parts.cards.send(job.id, FRONTLINER)


class _DeadlyPrinter(TrayPrinter):
    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("still alive")


def answer_what_is_in_doubt(parts: Parts, printer: TrayPrinter, officer: Officer) -> None:
    """The officer looks into the tray: a card that lies there is good, one that does not never came out."""
    fallen = set(printer.fallen())
    for card in parts.cards.to_check(officer):
        if card.job.in_doubt:
            came_out = card.job.document_name in fallen
            parts.cards.answer(card.job.id, CardState.GOOD if came_out else CardState.NOT_PRINTED, officer)
