"""Every use case × every role: who may, who is refused, and that a refusal has touched nothing."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, NoReturn, TypeGuard

import pytest

import app
from app.errors import Problem, RuleBroken
from app.ports import Begin, Vault
from app.trust.officer import Officer, Role
from app.trust.permissions import Right, permit

_ROLES = (Role.SCREENING, Role.FRONTLINER, Role.CARD_OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR)

_MATRIX = """
                               screening  frontliner  card_operator  supervisor  administrator
FindPerson                        may        may            -           may           -
ShowPerson                         -         may            -           may           -
RevealNumber.nik                   -         may            -           may           -
RevealNumber.kpj                   -         may            -           may           -

OpenVisit                          -         may            -           may           -
FinishVerify                       -         may            -           may           -
FormFor                            -         may            -           may           -
SaveDraft                          -         may            -           may           -
LeftOver                           -         may            -           may           -
ResumeVisit                        -         may            -           may           -
TakeOverVisit                      -         may            -           may           -
AbandonVisit                       -         may            -           may           -
SuggestCompanies                   -         may            -           may           -
FinishInput                        -         may            -           may           -
StepBack                           -         may            -           may           -
CheckForm                          -         may            -           may           -
DecideDuplicate                    -         may            -           may           -
RegisterMember                     -         may            -           may           -
FinishPrint                        -         may            -           may           -
SummariseVisit                     -         may            -           may           -
WriteReceipt                       -         may            -           may           -
CloseVisit                         -         may            -           may           -

FaceOfCard                         -         may           may          may           -
AskForCard                         -         may           may          may           -
SendCard                           -         may           may          may           -
PollCard                           -         may           may          may           -
AnswerCard                         -         may           may          may           -
AnswerByScan                       -         may           may          may           -
CancelCard                         -         may           may          may           -
CardsToCheck                       -         may           may          may           -
CardsToCheck.in_doubt              -         may           may          may           -
LatestCards                        -         may           may          may           -
CardsOfMembership                  -         may           may          may           -
Blanks                             -         may           may          may           -
Blanks.receive                     -          -            may          may           -
Blanks.give_back                   -          -            may          may           -
Blanks.use_up                      -          -            may          may           -
ReadShift                          -         may           may          may           -
CountBlanks                        -         may           may          may           -
ReadRibbon                         -         may           may          may           -
LoadRibbon                         -          -            may          may           -
ReadNumbers                        -          -             -           may          may
LookAtNumbers                      -          -             -           may          may
AddNumbers                         -          -             -           may          may
TakeBackNumbers                    -          -             -           may          may

WriteBatchPapers                   -          -            may          may           -
WriteBatchPapers.log_again         -          -            may          may           -
HandOverBatch                      -         may           may          may           -

WriteSheetOfTen                    -         may           may          may           -
WriteSheetOfTen.of_batch           -         may           may          may           -

PrepareBatch                       -          -            may          may           -
PreFlight                          -          -            may          may           -
LeaveOutBlocked                    -          -            may          may           -
LeaveOutCards                      -          -            may          may           -
TakeInCards                        -          -            may          may           -
MoveCards                          -          -            may          may           -
CancelRest                         -          -            may          may           -
ApproveBatch                       -          -            may          may           -
BatchQueue                         -         may           may          may           -
BatchQueue.ended                   -         may           may          may           -
MoveBatch                          -          -            may          may           -
ScheduleBatch                      -          -            may          may           -
AdvanceBatch                       -          -            may          may           -
PauseBatch                         -          -            may          may           -
ResumeBatch                        -          -            may          may           -
CancelBatch                        -          -            may          may           -
AnswerBatchCard                    -          -            may          may           -
AnswerBatchByScan                  -          -            may          may           -
AllGoodBut                         -          -            may          may           -
MatchBatch                         -          -            may          may           -
ReadBatch                          -         may           may          may           -

TodaySoFar                         -         may           may          may           -
ReadTally                          -         may           may          may           -
WriteTally                         -         may           may          may           -

FindCompanies                      -         may           may          may           -
ReadCompany                        -         may           may          may           -
SaveCompany                        -         may           may          may           -
CountRows                          -         may           may          may           -
CompareRow                         -         may           may          may           -

ReadPrinters                       -          -            may          may          may
SetUpPrinter                       -          -            may          may          may
SetUpPrinter.place                 -          -            may          may          may
PrintTrialCard                     -          -            may          may          may
PrintTrialCard.poll                -          -            may          may          may
PrintTrialCard.forget              -          -            may          may          may
PrintTestTicket                    -          -            may          may          may

StageWorkers                       -         may           may          may           -
RemapColumns                       -         may           may          may           -
StagedFiles                        -         may           may          may           -
ReadStaged                         -         may           may          may           -
StagedRows                         -         may           may          may           -
ChangeRow                          -         may           may          may           -
LeaveOut                           -         may           may          may           -
TakeIn                             -         may           may          may           -
DecideRow                          -         may           may          may           -
DecideAlike                        -         may           may          may           -
AcceptWorkers                      -         may           may          may           -
DiscardWorkers                     -         may           may          may           -
WriteAnnotated                     -         may           may          may           -

KeepAttachment                     -         may            -           may           -
AttachmentsOf                      -         may            -           may           -
OpenAttachment                     -         may            -           may           -

CheckChain                         -          -             -           may           -
ReadDay                            -          -             -           may           -
CloseDay                           -          -             -           may           -
ReadJournal                        -          -             -           may           -
GivePersonData                     -          -             -           may           -
ExportWhoSawWhom                   -          -             -           may           -
PlaceHold                          -          -             -           may           -
LiftHold                           -          -             -           may           -
StandingHolds                      -          -             -           may           -
BackUp                             -          -             -           may          may
SetRetention                       -          -             -            -           may
ReviewRetention                    -          -             -            -           may
EraseRecords                       -          -             -            -           may

SeeLayouts                         -          -             -            -           may
ReadLayout                         -          -             -            -           may
SaveLayout                         -          -             -            -           may
ChooseLayout                       -          -             -            -           may

LeaveNumbers                       -          -             -            -           may
SeeStaff                           -          -             -            -           may
LastSignIns                        -          -             -            -           may
AddOfficer                         -          -             -            -           may
RenameOfficer                      -          -             -            -           may
ChangeRole                         -          -             -            -           may
ResetPassword                      -          -             -            -           may
RemoveOfficer                      -          -             -            -           may
GiveWaysIn                         -          -             -            -           may
RekeyDatabase                      -          -             -            -           may
RenewRecoveryCode                  -          -             -            -           may
"""

_NOT_BY_ROLE = {
    "AskForCard.within": "used by use cases that asked before",
    "AnswerCard.store": "used by use cases that asked before",
    "CancelCard.within": "used by use cases that asked before",
    "LeaveOutCards.within": "used by use cases that asked before",
    "PauseBatch.after_start": "the program's own act, before anybody sits down",
    "CardsToCheck.after_start": "the program's own act, before anybody sits down",
    "CheckAtStart": "the program's own act, before anybody sits down",
    "ClearLeftFiles": "the program's own act: what no attachment names any more",
    "ReadBackupStatus": "a line of the window, shown to everybody: when, and whether it is whole",
    "CheckForm.within": "used by use cases that asked before",
    "PersonsShown.tell": "used by use cases that asked before",
    "ChangeSettings": "how the screen looks is everybody's; the others ask for a right by themselves",
    "SignIn": "asks for a password",
    "ApproveOnTheSpot": "asks for a password, and then for the right of whose it is",
    "Approvers": "names who may be called to the counter",
    "ChangeOwnPassword": "asks for the password itself",
    "ChooseFirstPassword": "asks for a one-time password at the sign-in",
    "Lock": "whoever sits there may leave",
    "OpenWithRecoveryCode": "asks for the recovery code",
    "SignInWithRecoveryCode": "asks for the recovery code",
    "FoundBranch": "there is no officer yet, and no branch",
    "FoundBranch.check_password": "there is no officer yet, and no branch",
}


class _Touched(Exception):
    """A use case went on to its work."""


class _Untouchable:
    """Stands for everything a use case works with: whatever is done with it is told."""

    def __getattr__(self, name: str) -> NoReturn:
        raise _Touched(name)

    def _touch(self, *_arguments: object) -> NoReturn:
        raise _Touched

    __call__ = __enter__ = __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = _touch
    __str__ = __format__ = __lt__ = __gt__ = __add__ = __sub__ = _touch
    __hash__ = object.__hash__


def _matrix() -> dict[str, frozenset[Role]]:
    _head, *rows = (line.split() for line in _MATRIX.splitlines() if line.strip())
    return {
        name: frozenset(role for role, answer in zip(_ROLES, answers, strict=True) if answer == "may")
        for name, *answers in rows
    }


def _use_cases() -> Iterator[type]:
    """Every dataclass of ``app`` that begins a unit of work or opens the vault."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        for kind in vars(importlib.import_module(module.name)).values():
            if _is_use_case(kind) and kind.__module__ == module.name:
                yield kind


def _is_use_case(kind: object) -> TypeGuard[type]:
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return False
    return any(field.type in (Begin, Vault) for field in fields(kind))


def _doors() -> dict[str, tuple[type, str]]:
    """What others may call, by the name it has in the matrix."""
    return {
        kind.__name__ if name == "__call__" else f"{kind.__name__}.{name}": (kind, name)
        for kind in _use_cases()
        for name, member in vars(kind).items()
        if inspect.isfunction(member) and (name == "__call__" or not name.startswith("_"))
    }


DOORS: Mapping[str, tuple[type, str]] = _doors()
MATRIX = _matrix()


def _called(kind: type, name: str, by: Officer) -> None:
    use_case = kind(**{field.name: _Untouchable() for field in fields(kind)})
    door = getattr(use_case, name)
    door(
        **{
            parameter.name: by if parameter.name == "by" else _Untouchable()
            for parameter in inspect.signature(door).parameters.values()
        }
    )


def test_every_use_case_stands_in_the_matrix() -> None:
    assert set(DOORS) == set(MATRIX) | set(_NOT_BY_ROLE)


@pytest.mark.parametrize("role", _ROLES)
@pytest.mark.parametrize("name", MATRIX)
def test_each_role_may_what_the_matrix_says_and_is_refused_before_anything_is_touched(
    name: str, role: Role
) -> None:
    by = Officer("Siapa Saja", role, id=7)
    if role in MATRIX[name]:
        with pytest.raises((_Touched, TypeError)):  # a reader of typed text chokes on what is none
            _called(*DOORS[name], by)
        return
    with pytest.raises(RuleBroken) as refused:
        _called(*DOORS[name], by)
    assert refused.value.problem is Problem.NOT_ALLOWED
    assert refused.value.facts["role"] == role.value


@pytest.mark.parametrize("name", MATRIX)
def test_who_was_removed_may_nothing(name: str) -> None:
    supervisor = Officer("Siapa Saja", Role.SUPERVISOR, id=7)
    with pytest.raises(RuleBroken) as refused:
        _called(*DOORS[name], replace(supervisor, removed_on=date(2026, 11, 19)))
    assert refused.value.problem is Problem.NOT_ALLOWED


@pytest.mark.parametrize("right", Right)
def test_every_right_is_held_by_somebody(right: Right) -> None:
    holders: list[Any] = []
    for role in Role:
        try:
            permit(Officer("Siapa Saja", role), right)
        except RuleBroken:
            continue
        holders.append(role)
    assert holders
