"""Whatever printer, spooler and power do, and in whatever order: no copy comes out twice unseen.

The printer of this test keeps a backlog and prints from it when it likes, tells lies when asked, dies in
the middle of a sending, and sometimes does not know whether it forgot a document. The officer answers
truthfully what lies in the tray.
"""

from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from app.cards.print_job import CardJob, CardState, PrinterReason, SpoiledReason
from app.errors import NothingSent, Problem, RuleBroken, YourEnvironment
from app.ports import Begin, PrinterName, PrinterState, SpoolReport, SpoolState
from tests.app.cards.desk import CardDesk

_counters = count(1)
_members = count(1)


class PowerCut(BaseException):
    """The program is gone: nothing after this line runs."""


class NastyPrinter:
    def __init__(self) -> None:
        self.backlog: list[str] = []
        self.came_out: list[str] = []
        self.next_submit = "takes"
        self.cancel_fails = False
        self.says = SpoolReport(SpoolState.WAITING)

    def list(self) -> tuple[PrinterName, ...]:
        return (PrinterName("nasty:", "Nasty"),)

    def status(self, address: str) -> PrinterState:
        return PrinterState(ready=True)

    def submit(self, address: str, document: bytes, unique_name: str) -> str:
        if self.next_submit == "unreachable":
            raise NothingSent(Problem.PRINTER_UNREACHABLE)
        if self.next_submit == "dies before":
            raise PowerCut
        self.backlog.append(unique_name)
        if self.next_submit == "dies after":
            raise PowerCut
        if self.next_submit == "line torn":
            raise YourEnvironment(Problem.PRINTER_REFUSED)
        return unique_name

    def poll(self, address: str, ticket: str) -> SpoolReport:
        return self.says

    def cancel(self, address: str, unique_name: str) -> None:
        if self.cancel_fails:
            raise YourEnvironment(Problem.SPOOL_NOT_CLEARED)
        if unique_name in self.backlog:
            self.backlog.remove(unique_name)

    def print_one(self) -> None:
        if self.backlog:
            self.came_out.append(self.backlog.pop(0))


class Counter(RuleBasedStateMachine):
    def __init__(self, begin: Begin) -> None:
        super().__init__()
        self.printer = NastyPrinter()
        self.desk = CardDesk(begin, self.printer, counter=f"Loket {next(_counters)}")
        self.members = [self.desk.member(next(_members)) for _ in range(2)]

    @rule(
        who=st.integers(0, 1),
        submit=st.sampled_from(["takes", "takes", "unreachable", "line torn", "dies before", "dies after"]),
    )
    def print_card(self, who: int, submit: str) -> None:
        self.printer.next_submit = submit
        try:
            self.desk.sent(self.members[who])
        except PowerCut:
            self.desk.to_check.after_start()
        except (RuleBroken, YourEnvironment):
            pass

    @rule(
        state=st.sampled_from([SpoolState.CLAIMED_DONE, SpoolState.NEEDS_ATTENTION, SpoolState.UNKNOWN]),
        reason=st.sampled_from(list(PrinterReason)),
    )
    def the_printer_says(self, state: SpoolState, reason: PrinterReason) -> None:
        self.printer.says = SpoolReport(state, reason)
        for job in self._jobs():
            self.desk.poll(job.id, self.desk.rina)

    @rule()
    def the_printer_goes_on(self) -> None:
        self.printer.says = SpoolReport(SpoolState.WAITING)
        for job in self._jobs():
            self.desk.poll(job.id, self.desk.rina)

    @rule()
    def a_card_comes_out(self) -> None:
        self.printer.print_one()

    @rule(fails=st.booleans())
    def the_spooler_is_unsure(self, fails: bool) -> None:
        self.printer.cancel_fails = fails

    @rule()
    def the_program_starts_again(self) -> None:
        self.desk.to_check.after_start()

    @rule(who=st.integers(0, 1), well=st.booleans())
    def the_officer_answers(self, who: int, well: bool) -> None:
        for job in self.desk.jobs(self.members[who]):
            if job.in_doubt:
                self._answer(job, well)

    def _answer(self, job: CardJob, well: bool) -> None:
        came_out = job.document_name in self.printer.came_out
        answer = CardState.GOOD if well else CardState.SPOILED
        try:
            self.desk.answer(
                job.id,
                answer if came_out else CardState.NOT_PRINTED,
                self.desk.rina,
                SpoiledReason.JAM if came_out and not well else None,
            )
        except YourEnvironment:
            assert self.desk.job(job).in_doubt

    def _jobs(self) -> list[CardJob]:
        return [job for member in self.members for job in self.desk.jobs(member)]

    @invariant()
    def one_good_or_doubted_card_of_each_copy(self) -> None:
        standing = [
            (job.membership_id, job.copy)
            for job in self._jobs()
            if job.in_doubt or job.state is CardState.GOOD
        ]
        assert len(standing) == len(set(standing))

    @invariant()
    def every_plastic_card_is_good_spoiled_or_asked_about(self) -> None:
        accounted = [
            job.document_name
            for job in self._jobs()
            if job.in_doubt or job.state in (CardState.GOOD, CardState.SPOILED)
        ]
        assert set(self.printer.came_out) <= set(accounted)

    @invariant()
    def blanks_add_up(self) -> None:
        level, states = self.desk.blanks(self.desk.rina), [job.state for job in self._jobs()]
        assert level.good == states.count(CardState.GOOD)
        assert level.spoiled == states.count(CardState.SPOILED)
        assert level.held == sum(job.in_doubt for job in self._jobs())
        assert level.remaining == 50 - level.good - level.spoiled - level.held >= 0


def test_no_copy_comes_out_twice_and_the_blanks_add_up(begin: Begin) -> None:
    class ThisCounter(Counter):
        def __init__(self) -> None:
            super().__init__(begin)

    run_state_machine_as_test(
        ThisCounter, settings=settings(max_examples=25, stateful_step_count=25, deadline=None)
    )
