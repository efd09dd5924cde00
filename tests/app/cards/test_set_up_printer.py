"""A printer is set up by who looks after it: measured, tried with cards that are nobody's, all told."""

import pytest

from app.cards.calibration import AS_WANTED, Measured, corrected, read_mm
from app.cards.printer_setup import AS_DRAWN, Placement, PrinterSetup
from app.cards.set_up_printer import PrintTestTicket, ReadPrinters, SetUpPrinter
from app.cards.try_printer import PrintTrialCard, TrialKind
from app.errors import LoketError, NothingSent, Problem, RuleBroken, YourEnvironment
from app.members.membership import Membership
from app.ports import Begin, JournalWish, PrinterState, Slip, SpoolState
from app.trust.journal import Action, Entry
from app.trust.officer import Officer, Role
from tests.app.cards.desk import MORNING, CardDesk, ScriptedPrinter

COUNTER, ADDRESS = "Loket 1", "test:satu"


@pytest.fixture
def wahyu(begin: Begin) -> Officer:
    with begin() as work:
        officer = work.officers.add(Officer("Wahyu Hidayat", Role.CARD_OPERATOR))
        work.commit()
    return officer


@pytest.fixture
def drawn() -> list[PrinterSetup]:
    return []


@pytest.fixture
def trial(begin: Begin, printer: ScriptedPrinter, drawn: list[PrinterSetup]) -> PrintTrialCard:
    def draw(_kind: TrialKind, setup: PrinterSetup) -> bytes:
        drawn.append(setup)
        return b"%PDF"

    return PrintTrialCard(begin, lambda: MORNING, printer, draw, COUNTER)


@pytest.fixture
def set_up(begin: Begin) -> SetUpPrinter:
    return SetUpPrinter(begin, lambda: MORNING, COUNTER)


def told(begin: Begin, action: Action) -> list[Entry]:
    with begin() as work:
        return [stored.entry for stored in work.journal.find(JournalWish(actions=frozenset({action})), 10)]


def level(begin: Begin) -> tuple[int, int]:
    with begin() as work:
        blanks = work.stock.level(COUNTER)
    return blanks.spoiled, blanks.remaining


# measuring


def test_a_card_that_is_right_changes_nothing() -> None:
    assert corrected(AS_DRAWN, AS_WANTED) == AS_DRAWN


@pytest.mark.parametrize(
    ("seen", "placement"),
    [
        (Measured(11.2, 76.8, 10, 43.98), Placement(right_mm=-1.2)),
        (Measured(10, 75.6, 9.5, 43.48), Placement(down_mm=0.5)),
        (Measured(9.344, 76.256, 10, 43.98), Placement(scale_x=0.98039)),
    ],
)
def test_the_correction_goes_against_what_was_measured(seen: Measured, placement: Placement) -> None:
    assert corrected(AS_DRAWN, seen) == placement


def test_a_second_card_corrects_what_the_first_left_over() -> None:
    once = Placement(right_mm=-1.2)
    assert corrected(once, Measured(10.1, 75.7, 10, 43.98)) == Placement(right_mm=-1.3)


@pytest.mark.parametrize(
    "seen",
    [
        Measured(75.6, 10, 10, 43.98),  # left and right exchanged
        Measured(10, 10, 10, 43.98),
        Measured(20, 85, 10, 43.98),  # ten millimetres beside
        Measured(10, 85.6, 10, 43.98),  # a sixth too wide
    ],
)
def test_figures_no_printer_prints_are_refused(seen: Measured) -> None:
    with pytest.raises(RuleBroken) as refused:
        corrected(AS_DRAWN, seen)
    assert refused.value.problem is Problem.MEASURE_ODD


@pytest.mark.parametrize(("typed", "mm"), [("10,2", 10.2), ("10.2", 10.2), (" 10,2 mm ", 10.2), ("75", 75.0)])
def test_a_measure_is_read_as_it_is_typed(typed: str, mm: float) -> None:
    assert read_mm(typed) == mm


@pytest.mark.parametrize("typed", ["", "sepuluh", "10,2,3", "-3", "0", "856", "1e2", "٣", "nan", "."])
def test_what_is_no_measure_on_a_card_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read_mm(typed)
    assert refused.value.problem is Problem.MEASURE_ODD


# setting up


def test_a_setup_is_kept_told_in_figures_and_can_be_taken_back(
    begin: Begin, set_up: SetUpPrinter, wahyu: Officer
) -> None:
    before = set_up.place(ADDRESS, Placement(right_mm=-1.2, scale_x=0.99), wahyu)
    with begin() as work:
        assert work.printer_setups.of(COUNTER, ADDRESS).placement == Placement(-1.2, 0, 0.99, 1)
    [entry] = told(begin, Action.PRINTER_SET_UP)
    assert entry.facts["right_mm"] == "-1.2"
    assert "satu" not in str(entry.facts), "an address may hold a name"
    set_up(before, wahyu)
    with begin() as work:
        assert work.printer_setups.of(COUNTER, ADDRESS) == before


def test_a_setup_that_is_the_same_is_not_told_again(
    begin: Begin, set_up: SetUpPrinter, wahyu: Officer
) -> None:
    set_up(PrinterSetup(COUNTER, ADDRESS), wahyu)
    assert told(begin, Action.PRINTER_SET_UP) == []


def test_every_printer_is_told_with_its_setup_and_a_chosen_one_that_is_gone_too(
    begin: Begin, printer: ScriptedPrinter, set_up: SetUpPrinter, wahyu: Officer
) -> None:
    set_up(PrinterSetup(COUNTER, "test:dua", double_sided=False), wahyu)
    seen = ReadPrinters(begin, COUNTER, printer)("cups:Hilang", wahyu)
    assert [(one.name.address, one.state) for one in seen] == [
        ("cups:Hilang", None),
        (ADDRESS, PrinterState(ready=True)),
        ("test:dua", PrinterState(ready=True)),
    ]
    assert [one.setup.double_sided for one in seen] == [True, True, False]


# trying


def test_a_card_to_try_a_printer_uses_up_a_blank_and_is_nobodys(
    desk: CardDesk, begin: Begin, trial: PrintTrialCard, printer: ScriptedPrinter, wahyu: Officer
) -> None:
    spoiled, remaining = level(begin)
    sent = trial(ADDRESS, TrialKind.SPECIMEN, wahyu)
    assert level(begin) == (spoiled + 1, remaining - 1)
    assert printer.sent == [sent.document_name]
    assert sent.document_name.startswith("loket-uji-")
    [entry] = told(begin, Action.TEST_PRINTED)
    assert (entry.facts, entry.members) == ({"kind": "specimen"}, ())
    with begin() as work:
        assert work.card_jobs.latest(COUNTER, 10) == ()


def test_it_is_drawn_as_the_printer_is_set_up(
    desk: CardDesk,
    trial: PrintTrialCard,
    set_up: SetUpPrinter,
    drawn: list[PrinterSetup],
    wahyu: Officer,
) -> None:
    set_up.place(ADDRESS, Placement(down_mm=0.4), wahyu)
    trial(ADDRESS, TrialKind.CALIBRATION, wahyu)
    assert drawn == [PrinterSetup(COUNTER, ADDRESS, Placement(down_mm=0.4))]


def test_a_printer_that_was_not_reached_used_up_nothing(
    desk: CardDesk, begin: Begin, trial: PrintTrialCard, printer: ScriptedPrinter, wahyu: Officer
) -> None:
    before = level(begin)

    def away() -> None:
        raise NothingSent(Problem.PRINTER_UNREACHABLE)

    printer.on_submit = away
    with pytest.raises(NothingSent):
        trial(ADDRESS, TrialKind.SPECIMEN, wahyu)
    assert level(begin) == before


def test_a_card_in_doubt_has_used_up_its_blank(
    desk: CardDesk, begin: Begin, trial: PrintTrialCard, printer: ScriptedPrinter, wahyu: Officer
) -> None:
    spoiled, _ = level(begin)

    def torn_off() -> None:
        raise YourEnvironment(Problem.PRINTER_REFUSED)

    printer.on_submit = torn_off
    with pytest.raises(YourEnvironment):
        trial(ADDRESS, TrialKind.SPECIMEN, wahyu)
    assert level(begin)[0] == spoiled + 1


def test_without_blanks_nothing_is_sent(
    begin: Begin, trial: PrintTrialCard, printer: ScriptedPrinter, wahyu: Officer
) -> None:
    with pytest.raises(RuleBroken) as refused:
        trial(ADDRESS, TrialKind.SPECIMEN, wahyu)
    assert refused.value.problem is Problem.BLANKS_EMPTY
    assert printer.sent == []


def test_a_trial_is_followed_and_then_forgotten_by_the_spooler(
    desk: CardDesk, trial: PrintTrialCard, printer: ScriptedPrinter, wahyu: Officer
) -> None:
    sent = trial(ADDRESS, TrialKind.SPECIMEN, wahyu)
    assert trial.poll(sent, wahyu).state is SpoolState.CLAIMED_DONE
    trial.forget(sent, wahyu)
    assert printer.cancelled == [sent.document_name]


def test_a_trial_never_answers_for_a_members_card(
    desk: CardDesk, siti: Membership, trial: PrintTrialCard, wahyu: Officer
) -> None:
    job = desk.printed(siti)
    trial(ADDRESS, TrialKind.SPECIMEN, wahyu)
    assert desk.job(job) == job


def test_the_ticket_printer_is_tried_with_a_slip_that_is_nobodys(begin: Begin, wahyu: Officer) -> None:
    slips: list[tuple[str, Slip]] = []

    class Keeps:
        def print_slip(self, address: str, slip: Slip) -> None:
            slips.append((address, slip))

    PrintTestTicket(begin, lambda: MORNING, Keeps(), "Kantor Cabang Contoh", COUNTER)("/dev/usb/lp0", wahyu)
    [(address, slip)] = slips
    assert (address, slip.large, slip.code) == ("/dev/usb/lp0", "A000", "LOKET-UJI")
    assert [entry.facts for entry in told(begin, Action.TEST_PRINTED)] == [{"kind": "ticket"}]


def test_a_frontliner_sets_up_nothing(trial: PrintTrialCard, set_up: SetUpPrinter) -> None:
    siti = Officer("Siti Aminah", Role.FRONTLINER, id=9)
    with pytest.raises(LoketError):
        trial(ADDRESS, TrialKind.SPECIMEN, siti)
    with pytest.raises(LoketError):
        set_up.place(ADDRESS, Placement(right_mm=1), siti)
