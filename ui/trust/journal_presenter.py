"""Carries the room "Jurnal": searches, checks the chain, and has the two papers written."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal

from app.errors import InputRejected, LoketError
from app.ports import JournalWish
from app.trust.check_chain import ChainReport
from app.trust.journal import Touch
from app.trust.officer import Officer
from app.trust.papers import Papers
from app.trust.read_journal import JournalPage as Found
from app.trust.who_saw_whom import TouchWish
from app.visit.step_1_verify import Verification
from ui.background import Background, Lane
from ui.keeping_parts import JournalParts
from ui.problems import Problems
from ui.trust.chain_words import chain_words
from ui.trust.journal_page import Export, JournalPage
from ui.watching import Watching
from ui.wording.finding_words import finding_words

_DAYS = timedelta(days=6)
"""A week is shown first; older days are asked for."""

_LONG_AGO = date(2000, 1, 1)
"""Before any journal began."""


class JournalPresenter(QObject):
    """``problem`` carries an error no page has words for."""

    problem = Signal(object)

    def __init__(self, page: JournalPage, parts: JournalParts, background: Background) -> None:
        super().__init__(page)
        self._page, self._parts, self._background = page, parts, background
        self._problems = Problems(page.notice, self)
        self._officer: Officer | None = None
        self._wish = JournalWish()
        self._more = self._reading = False
        self._watching: Watching | None = None
        page.shown.connect(self._search)
        page.searched.connect(self._search)
        page.more_asked.connect(self._read_on)
        page.person.asked.connect(self._look_up)
        page.person.picked.connect(self._search)
        page.check_asked.connect(self._check)
        page.cancelled.connect(self._cancel)
        page.export_asked.connect(self._export)

    def start(self, officer: Officer) -> None:
        """Called when an officer takes the counter; the search begins with the last week."""
        self._officer = None  # what is emptied below asks for nothing
        self._page.forget()
        today = self._parts.clock().date()
        self._page.show_days(today - _DAYS, today)
        self._officer = officer

    # searching

    def _search(self) -> None:
        if self._officer is None or not self._page.isVisible():
            return
        days = self._page.days()
        if days is None:
            return
        since, until = days
        self._wish = JournalWish(
            since, until, self._page.officer_id, self._page.chosen_actions, self._page.person.member_id
        )
        self._page.notice.hide()
        self._read(None, self._show)

    def _read_on(self) -> None:
        if self._more and not self._reading:
            self._read(self._page.last_number, self._add)

    def _read(self, before: int | None, then: Callable[[Found], None]) -> None:
        by, read, wish = self._officer, self._parts.read, self._wish
        if by is None:
            return
        self._reading = True
        self._page.show_busy(True)

        def show(found: Found) -> None:
            self._reading = False
            self._page.show_busy(False)
            if wish == self._wish:  # else a newer search is under way
                self._more = found.more
                then(found)

        self._background.run(
            self._page, lambda: read(wish, by, before), then=show, otherwise=self._tell_reading
        )

    def _show(self, found: Found) -> None:
        self._page.show_officers(found.officers)
        self._page.show_entries(found.entries)

    def _add(self, found: Found) -> None:
        self._page.add_entries(found.entries)

    def _tell_reading(self, error: Exception) -> None:
        self._reading = False
        self._page.show_busy(False)
        self._tell(error)

    def _look_up(self, typed: str) -> None:
        by, find = self._officer, self._parts.find_person
        if by is None:
            return
        self._background.run(
            self._page, lambda: find(typed, by), then=self._show_people, otherwise=self._tell
        )

    def _show_people(self, found: Verification) -> None:
        self._page.person.show_found(found.people)

    # the chain

    def _check(self) -> None:
        by, check = self._officer, self._parts.check
        if by is None:
            return
        watching = self._watching = Watching(self)
        watching.progressed.connect(lambda counted: self._page.show_checking(*counted))
        self._page.show_check_begun()
        self._background.run(
            self._page,
            lambda: check(by, lambda done, total: watching((done, total))),
            then=self._show_checked,
            otherwise=self._tell_checking,
            lane=Lane.PAPER,
        )

    def _show_checked(self, report: ChainReport) -> None:
        self._page.show_check_ended()
        self._page.show_chain(*chain_words(report))

    def _tell_checking(self, error: Exception) -> None:
        self._page.show_check_ended()
        self._tell(error)

    def _cancel(self) -> None:
        if self._watching is not None:
            self._watching.cancel()

    # papers

    def _export(self, export: Export) -> None:
        by, member_id = self._officer, self._page.person.member_id
        if by is None:
            return
        if export is Export.PERSON:
            give = self._parts.give_person
            assert member_id is not None, "the button is off until a person is chosen"
            self._write(export, lambda: give(member_id, by))
            return
        days = self._page.days()
        if days is not None:
            write, wish = self._parts.who_saw_whom, self._touch_wish(*days)
            self._write(export, lambda: write(wish, by))

    def _touch_wish(self, since: date | None, until: date | None) -> TouchWish:
        now = self._parts.clock()
        first = since or _LONG_AGO
        last = until or now.date()
        kinds = frozenset({Touch.SAW, Touch.EXPORTED})
        return TouchWish(
            datetime.combine(first, time.min, now.tzinfo),
            datetime.combine(last, time.max, now.tzinfo),
            kinds,
            self._page.officer_id,
            self._page.person.member_id,
        )

    def _write(self, export: Export, write: Callable[[], Papers]) -> None:
        self._page.show_exporting(export, True)

        def done(papers: Papers) -> None:
            self._page.show_exporting(export, False)
            self._page.show_written(papers.pdf)

        def failed(error: Exception) -> None:
            self._page.show_exporting(export, False)
            self._tell(error)

        self._background.run(self._page, write, then=done, otherwise=failed, lane=Lane.PAPER)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, InputRejected):
            words = finding_words(error)
            self._page.person.refuse(f"{words.what}. {words.remedy}")
        elif isinstance(error, LoketError):
            self._problems.tell(error)
        else:
            self.problem.emit(error)
