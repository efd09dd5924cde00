"""Step 1: look-ups, the choice of what to do next, and the visits that still wait."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.cards.card_face import CardFace
from app.errors import InputRejected
from app.findings import FindingCode
from app.members.member import MemberStatus
from app.members.membership import Membership
from app.ports import Draft
from app.trust.officer import Officer
from app.trust.permissions import Right, may
from app.trust.person_shown import View
from app.visit.member_form import MemberForm
from app.visit.step_1_verify import PersonFound, Verification
from app.visit.visit import Stage, Visit, VisitKind
from ui.background import Background
from ui.formats import short_date
from ui.parts import Parts
from ui.visit.first_form import first_form
from ui.visit.step_1_verify_page import VerifyPage
from ui.widgets.notice import UNDO_SECONDS, Notice
from ui.wording.finding_words import finding_words, words_of_code
from ui.wording.names import name_of


@dataclass(frozen=True, slots=True)
class Verified:
    """What step 1 hands on; ``form`` is None where the visit needs none."""

    visit: Visit
    status: MemberStatus
    form: MemberForm | None = None
    face: CardFace | None = None


class VerifyPresenter(QObject):
    opened = Signal(object)
    known = Signal(object)
    card = Signal(object)
    finished = Signal(object)
    resumed = Signal(object)
    problem = Signal(object)

    def __init__(self, page: VerifyPage, notice: Notice, parts: Parts, background: Background) -> None:
        super().__init__(page)
        self._page, self._notice = page, notice
        self._parts, self._background = parts, background
        self._visit: Visit | None = None
        self._officer: Officer | None = None
        self._verification: Verification | None = None
        self._person: PersonFound | None = None
        self._dropping: Draft | None = None
        self._drafts: tuple[Draft, ...] = ()
        self._busy = False
        self._to_list = False
        page.asked.connect(self._look_up)
        page.person_picked.connect(self._pick)
        page.reveal_asked.connect(self._reveal)
        page.membership_shown.connect(self._show_card)
        page.chosen.connect(self._choose)
        page.left_over.resumed.connect(self._resume)
        page.left_over.dropped.connect(self._drop)
        self._undo_over = QTimer(self, singleShot=True, interval=UNDO_SECONDS * 1000)
        self._undo_over.timeout.connect(self._drop_for_good)

    def take_over(self, officer: Officer) -> None:
        """Another officer goes on where this one stood."""
        self._officer = officer

    def start(self, officer: Officer, visit: Visit | None = None) -> None:
        """Ready for a visitor; ``visit`` goes on where one was taken back or resumed here."""
        self._officer, self._visit = officer, visit
        self._verification, self._person = None, None
        self._page.begin()
        self._read_left_over()

    def come_back(self, visit: Visit) -> None:
        """From step 2: what was found is still there to choose from."""
        self._visit = visit
        if self._verification is None:
            self._page.begin()
        else:
            self._page.offer_again()
        self._read_left_over()

    def scanned(self, text: str) -> None:
        self._page.look_up(text)

    @property
    def may_undo(self) -> bool:
        """Whether a dropped visit can still be taken back."""
        return self._dropping is not None

    def focus_left_over(self) -> None:
        """Once the list has been read, it gets the focus."""
        self._to_list = True

    def _look_up(self, typed: str) -> None:
        officer, visit, use = self._officer, self._visit, self._parts.visit
        if officer is None or self._busy:
            return
        self._set_busy(True)

        def found() -> tuple[Verification, Visit]:
            verification = use.find_person(typed, officer)
            return verification, visit or use.open_visit(officer)

        self._background.run(self, found, then=self._show_found, otherwise=self._explain)

    def _show_found(self, found: tuple[Verification, Visit]) -> None:
        self._set_busy(False)
        self._verification, visit = found
        if self._visit is None:
            self._visit = visit
            self.opened.emit(visit)
        self._page.matches.setChecked(False)
        people, person = self._verification.people, self._verification.person
        if len(people) > 1:
            self._person = None
            self._page.show_people(people)
            self.known.emit(None)
            self.card.emit(None)
        elif person is not None:
            self._show_person(person)
        else:
            self._person = None
            self._page.show_unknown(self._verification, self._nik_says(self._verification))
            self.known.emit(MemberStatus.UNREGISTERED)
            self.card.emit(None)

    def _pick(self, member_id: int) -> None:
        visit, officer, show = self._visit, self._officer, self._parts.visit.show_person
        if visit is None or officer is None or self._busy:
            return
        self._set_busy(True)
        self._background.run(
            self, lambda: show(member_id, visit, officer), then=self._show_picked, otherwise=self._explain
        )

    def _show_picked(self, person: PersonFound) -> None:
        self._set_busy(False)
        self._show_person(person)

    def _reveal(self, member_id: int) -> None:
        officer, reveal = self._officer, self._parts.visit.reveal
        if officer is not None:
            self._background.run(
                self,
                lambda: reveal.nik(member_id, View.PERSON_LIST, officer),
                then=lambda nik: self._page.show_nik(member_id, nik),
                otherwise=self._explain,
            )

    def _show_person(self, person: PersonFound) -> None:
        self._person = person
        self._page.show_person(person)
        self.known.emit(person.status)
        self._show_card(self._page.person.membership())

    def _show_card(self, membership: Membership | None) -> None:
        """The card a stored membership would get."""
        officer, face_of = self._officer, self._parts.cards.face_of
        if officer is None or self._person is None or self._person.status is MemberStatus.DECEASED:
            self.card.emit(None)
            return
        if membership is None or membership.kpj is None:
            self.card.emit(None)
            return
        number = membership.id
        self._background.run(
            self, lambda: face_of(number, officer), then=self.card.emit, otherwise=self.problem.emit
        )

    def _nik_says(self, verification: Verification) -> list[str]:
        nik = verification.nik
        if nik is None:
            return []
        region = self._parts.regions.describe(nik.district)
        born = " / ".join(short_date(day) for day in nik.birth_dates(self._parts.clock().date()))
        told = self.tr("The NIK says: born {born}, {sex}").format(born=born, sex=name_of(nik.sex).lower())
        issued = (
            self.tr("first issued in {region}").format(region=region)
            if region
            else self.tr("issued in a district whose code is not in use today")
        )
        return [f"{told}, {issued}"]

    def _choose(self, kind: VisitKind) -> None:
        visit, officer, person = self._visit, self._officer, self._person
        if visit is None or officer is None or self._busy:
            return
        document = self._page.document_shown()
        if document is None and kind is not VisitKind.STATUS:
            self._page.ask_for_document(words_of_code(FindingCode.DOCUMENT_NOT_COMPARED, {}))
            return
        membership = self._page.person.membership() if kind is VisitKind.CARD else None
        verification, parts = self._verification, self._parts
        self._set_busy(True)

        def chosen() -> Verified:
            moved = parts.visit.finish_verify(
                visit,
                kind,
                officer,
                member_id=person.member.id if person else None,
                membership_id=membership.id if membership else None,
                document=document,
            )
            status = person.status if person else MemberStatus.UNREGISTERED
            if moved.stage is Stage.INPUT:
                draft = parts.visit.form_for(moved, officer)
                query = verification.query if verification else None
                return Verified(moved, status, first_form(draft, query, person.member if person else None))
            face = parts.cards.face_of(membership.id, officer) if membership else None
            return Verified(moved, status, face=face)

        self._background.run(self, chosen, then=self._finish, otherwise=self._explain)

    def _finish(self, verified: Verified) -> None:
        self._set_busy(False)
        self._visit = verified.visit
        self.finished.emit(verified)

    def _explain(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, InputRejected):
            self._forget_person()
            self._page.show_rejected(finding_words(error))
        else:
            self.problem.emit(error)

    def _forget_person(self) -> None:
        """The one asked for now is somebody else."""
        self._verification, self._person = None, None
        self._page.forget_answer()
        self.known.emit(None)
        self.card.emit(None)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._page.show_busy(busy)

    # visits that wait

    def _read_left_over(self) -> None:
        officer, left_over = self._officer, self._parts.visit.left_over
        if officer is None or not may(officer.role, Right.SERVE_VISIT):
            self._show_left_over(())
            return
        self._background.run(
            self, lambda: left_over(officer), then=self._show_left_over, otherwise=self.problem.emit
        )

    def _show_left_over(self, drafts: Sequence[Draft]) -> None:
        current = self._visit.id if self._visit else 0
        going = self._dropping.visit.id if self._dropping else 0
        self._drafts = tuple(draft for draft in drafts if draft.visit.id not in (current, going))
        self._page.show_left_over(self._drafts)
        if self._to_list:
            self._to_list = False
            self._page.focus_left_over()

    def _resume(self, visit: Visit) -> None:
        if not self._busy:
            self.resumed.emit(visit)

    def _drop(self, draft: Draft) -> None:
        """Gone from the list at once, from the database when the ten seconds for undo are over."""
        self._drop_for_good()
        self._dropping = draft
        self._show_left_over(self._drafts)
        told = self.tr("Visit {number} was dropped.").format(number=draft.visit.number)
        self._notice.offer_undo(told, self._keep)
        self._undo_over.start()
        self._page.focus_search()

    def _keep(self) -> None:
        self._undo_over.stop()
        self._dropping = None
        self._read_left_over()

    def _drop_for_good(self) -> None:
        """A crash before this leaves the visit in the list: offered once more, never lost."""
        self._undo_over.stop()
        draft, officer = self._dropping, self._officer
        if draft is None or officer is None:
            return
        self._dropping = None
        abandon = self._parts.visit.abandon
        self._background.run(
            self, lambda: abandon(draft.visit, officer), then=lambda _none: None, otherwise=self.problem.emit
        )
