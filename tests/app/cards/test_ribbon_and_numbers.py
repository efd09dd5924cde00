"""The ribbon is counted down from what came out, and numbers come from the centre's letter, once."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.cards.add_numbers import AddNumbers, LookAtNumbers, ReadNumbers, TakeBackNumbers
from app.cards.card_stock import UsedFor
from app.cards.load_ribbon import LoadRibbon, ReadRibbon
from app.cards.print_job import CardState, SpoiledReason
from app.cards.ribbon import FEW_PANELS, MOST_PANELS, RibbonKind, RibbonLevel, RibbonLoad
from app.errors import Problem, RuleBroken, YourEnvironment
from app.ports import Begin, JournalWish, PrinterState
from app.trust.journal import Action
from tests.app.cards.desk import MORNING, CardDesk, ScriptedPrinter

PRINTER = "test:satu"
FIRST, LAST = "2600 4187 001", "26.0041.87100"


@pytest.fixture
def load(desk: CardDesk, printer: ScriptedPrinter) -> LoadRibbon:
    return LoadRibbon(desk.begin, lambda: MORNING, desk.counter, printer)


@pytest.fixture
def read(desk: CardDesk, printer: ScriptedPrinter) -> ReadRibbon:
    return ReadRibbon(desk.begin, desk.counter, printer)


def test_every_card_that_may_have_come_out_uses_the_ribbon(
    desk: CardDesk, load: LoadRibbon, read: ReadRibbon
) -> None:
    desk.printed(desk.member(1))
    load(RibbonKind.YMCKO, 200, PRINTER, desk.wati)
    answers = (CardState.GOOD, CardState.SPOILED, CardState.NOT_PRINTED)
    for number, answer in enumerate(answers, start=2):
        job = desk.printed(desk.member(number))
        spoiled = SpoiledReason.RIBBON if answer is CardState.SPOILED else None
        desk.answer(job.id, answer, desk.rina, spoiled)
    desk.printed(desk.member(5))
    desk.blanks.use_up(2, UsedFor.TEST_CARD, desk.wati)
    desk.blanks.use_up(1, UsedFor.FOUND_DAMAGED, desk.wati)
    level = read(PRINTER, desk.rina).level
    assert level is not None
    assert (level.used, level.left) == (5, 195)  # good, spoiled, in doubt, and two test cards


def test_another_printer_has_a_ribbon_of_its_own(desk: CardDesk, load: LoadRibbon, read: ReadRibbon) -> None:
    load(RibbonKind.K, 1000, "test:dua", desk.wati)
    assert read(PRINTER, desk.rina).level is None
    desk.printed(desk.member())
    other = read("test:dua", desk.rina).level
    assert other is not None
    assert other.left == 1000


def test_a_new_ribbon_begins_to_count_anew_and_stands_in_the_journal(
    desk: CardDesk, load: LoadRibbon, begin: Begin
) -> None:
    load(RibbonKind.YMCKO, 200, PRINTER, desk.wati)
    desk.printed(desk.member())
    now = load(RibbonKind.YMCKOK, 250, PRINTER, desk.wati)
    assert now.level is not None
    assert (now.level.load.kind, now.level.left) == (RibbonKind.YMCKOK, 250)
    with begin() as work:
        told = work.journal.find(JournalWish(actions=frozenset({Action.RIBBON_LOADED})), 9)
    assert [entry.entry.facts for entry in told] == [
        {"ribbon": "ymckok", "panels": "250"},
        {"ribbon": "ymcko", "panels": "200"},
    ]


def test_what_the_printer_counts_is_compared_with_ours(
    desk: CardDesk, load: LoadRibbon, read: ReadRibbon, printer: ScriptedPrinter
) -> None:
    printer.state = PrinterState(ready=True, ribbon_left=200, cards_printed=4_700)
    load(RibbonKind.YMCKO, 200, PRINTER, desk.wati)
    for number in range(1, 4):
        desk.printed(desk.member(number))
    printer.state = replace(printer.state, ribbon_left=197, cards_printed=4_703)
    now = read(PRINTER, desk.rina)
    assert (now.told_left, now.told_used, now.differs) == (197, 3, False)
    printer.state = replace(printer.state, cards_printed=4_709)
    assert read(PRINTER, desk.rina).differs
    printer.state = replace(printer.state, cards_printed=4_703, ribbon_left=80)
    assert read(PRINTER, desk.rina).differs


def test_a_ribbon_is_booked_and_counted_while_the_printer_does_not_answer(
    desk: CardDesk,
    load: LoadRibbon,
    read: ReadRibbon,
    printer: ScriptedPrinter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def silent(_address: str) -> PrinterState:
        raise YourEnvironment(Problem.PRINTER_UNREACHABLE)

    monkeypatch.setattr(printer, "status", silent)
    assert load(RibbonKind.YMCKO, 200, PRINTER, desk.wati).level is not None
    now = read(PRINTER, desk.rina)
    assert (now.printer, now.told_left, now.differs) == (None, None, False)


@pytest.mark.parametrize("panels", [-1, 0, MOST_PANELS + 1])
def test_a_ribbon_of_an_impossible_length_is_refused(desk: CardDesk, load: LoadRibbon, panels: int) -> None:
    refused(Problem.RIBBON_ODD, lambda: load(RibbonKind.YMCKO, panels, PRINTER, desk.wati))


def test_the_next_ribbon_is_asked_for_before_this_one_ends() -> None:
    whole = RibbonLoad("Loket 1", PRINTER, RibbonKind.YMCKO, 200, 1, MORNING)
    assert not RibbonLevel(whole, 200 - FEW_PANELS - 1).low
    assert RibbonLevel(whole, 200 - FEW_PANELS).low
    assert RibbonLevel(whole, 210).left == 0


@pytest.fixture
def add(begin: Begin) -> AddNumbers:
    return AddNumbers(begin, lambda: MORNING)


def test_a_block_is_looked_at_before_it_is_added(desk: CardDesk, add: AddNumbers, begin: Begin) -> None:
    looked_at = LookAtNumbers(begin)(FIRST, LAST, desk.hadi)
    assert (looked_at.total, str(looked_at)) == (100, "26004187001–26004187100")
    assert ReadNumbers(begin)(desk.hadi).blocks == ()
    added = add(FIRST, LAST, desk.hadi)
    now = ReadNumbers(begin)(desk.hadi)
    assert now.blocks == (added,)
    assert (now.level.left, now.level.total) == (100, 100)
    with begin() as work:
        [told] = work.journal.find(JournalWish(actions=frozenset({Action.NUMBERS_ADDED})), 9)
    assert told.entry.facts == {"numbers": "100", "block": "26004187001–26004187100"}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2600418700", "26004187100"),
        ("26004187001", "2600418710012"),
        ("26004187100", "26004187001"),
        ("2600418700A", "26004187100"),
        ("00000000000", "00000000010"),
        ("26004187001", "27004187001"),
        ("", ""),
    ],
)
def test_what_is_no_block_is_refused_before_anything_is_stored(
    desk: CardDesk, add: AddNumbers, begin: Begin, first: str, last: str
) -> None:
    refused(Problem.NUMBER_BLOCK_ODD, lambda: LookAtNumbers(begin)(first, last, desk.hadi))
    refused(Problem.NUMBER_BLOCK_ODD, lambda: add(first, last, desk.hadi))
    assert ReadNumbers(begin)(desk.hadi).blocks == ()


def test_a_number_is_never_allotted_twice(desk: CardDesk, add: AddNumbers, begin: Begin) -> None:
    add(FIRST, LAST, desk.hadi)
    again = ("26004187100", "26004187200")
    refused(Problem.NUMBER_BLOCK_OVERLAPS, lambda: LookAtNumbers(begin)(*again, desk.hadi))
    refused(Problem.NUMBER_BLOCK_OVERLAPS, lambda: add(*again, desk.hadi))


def test_a_block_added_by_mistake_is_taken_back_and_one_in_use_is_not(
    desk: CardDesk, add: AddNumbers, begin: Begin
) -> None:
    take_back = TakeBackNumbers(begin, lambda: MORNING)
    mistake = add("26009187001", "26009187100", desk.hadi)
    take_back(mistake.id, desk.hadi)
    block = add(FIRST, LAST, desk.hadi)
    with begin() as work:
        work.number_blocks.take()
        work.commit()
    refused(Problem.NUMBER_BLOCK_USED, lambda: take_back(block.id, desk.hadi))
    refused(Problem.NOT_FOUND, lambda: take_back(999, desk.hadi))
    assert [each.first for each in ReadNumbers(begin)(desk.hadi).blocks] == [26004187001]
    with begin() as work:
        [told] = work.journal.find(JournalWish(actions=frozenset({Action.NUMBERS_TAKEN_BACK})), 9)
    assert told.entry.facts["block"] == "26009187001–26009187100"


def refused(problem: Problem, work: Callable[[], object]) -> None:
    with pytest.raises(RuleBroken) as broken:
        work()
    assert broken.value.problem is problem
