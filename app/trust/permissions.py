"""What each role may do. A use case asks here first; a screen that hides a button is only polite."""

from collections.abc import Mapping
from enum import StrEnum

from app.errors import Problem, RuleBroken
from app.trust.officer import Officer, Role


class Right(StrEnum):
    """One thing a role may or may not do."""

    LOOK_UP = "look_up"  # a person's status by NIK, KPJ or name
    SEE_NUMBERS = "see_numbers"  # NIK, wage and address in full, and to reveal a masked one
    SERVE_VISIT = "serve_visit"
    PRINT_CARD = "print_card"
    KEEP_BLANKS = "keep_blanks"
    COUNT_BLANKS = "count_blanks"
    KEEP_COMPANIES = "keep_companies"
    IMPORT_WORKERS = "import_workers"  # shows their numbers in full: who corrects a row must see it
    PRINT_BATCH = "print_batch"
    HAND_OVER = "hand_over"  # a company's cards to who collects them
    KEEP_NUMBERS = "keep_numbers"  # the blocks of KPJ numbers the centre allots
    SET_UP_PRINTER = "set_up_printer"
    KEEP_LAYOUTS = "keep_layouts"
    READ_TALLY = "read_tally"
    APPROVE = "approve"  # overrides and reprints, by their own sign-in
    CLOSE_DAY = "close_day"
    READ_JOURNAL = "read_journal"
    GIVE_PERSON_DATA = "give_person_data"  # data of one person with its processing trail
    HOLD_RECORDS = "hold_records"  # legal hold
    KEEP_OFFICERS = "keep_officers"
    CHANGE_SETTINGS = "change_settings"
    BACK_UP = "back_up"
    RESTORE = "restore"
    ERASE_RECORDS = "erase_records"


_AT_THE_DOOR = frozenset({Right.LOOK_UP})
_AT_THE_COUNTER = frozenset(
    {
        Right.LOOK_UP,
        Right.SEE_NUMBERS,
        Right.SERVE_VISIT,
        Right.PRINT_CARD,
        Right.COUNT_BLANKS,
        Right.KEEP_COMPANIES,
        Right.IMPORT_WORKERS,
        Right.HAND_OVER,
        Right.READ_TALLY,
    }
)
_AT_THE_PRINTER = frozenset(
    {
        Right.PRINT_CARD,
        Right.PRINT_BATCH,
        Right.KEEP_BLANKS,
        Right.COUNT_BLANKS,
        Right.KEEP_COMPANIES,
        Right.IMPORT_WORKERS,
        Right.HAND_OVER,
        Right.SET_UP_PRINTER,
        Right.READ_TALLY,
    }
)

_MAY: Mapping[Role, frozenset[Right]] = {
    Role.SCREENING: _AT_THE_DOOR,
    Role.FRONTLINER: _AT_THE_COUNTER,
    Role.CARD_OPERATOR: _AT_THE_PRINTER,
    Role.SUPERVISOR: _AT_THE_DOOR
    | _AT_THE_COUNTER
    | _AT_THE_PRINTER
    | {
        Right.APPROVE,
        Right.CLOSE_DAY,
        Right.KEEP_NUMBERS,
        Right.READ_JOURNAL,
        Right.GIVE_PERSON_DATA,
        Right.HOLD_RECORDS,
        Right.BACK_UP,
    },
    # keeps the program, and sees no member
    Role.ADMINISTRATOR: frozenset(
        {
            Right.KEEP_OFFICERS,
            Right.CHANGE_SETTINGS,
            Right.KEEP_NUMBERS,
            Right.SET_UP_PRINTER,
            Right.KEEP_LAYOUTS,
            Right.BACK_UP,
            Right.RESTORE,
            Right.ERASE_RECORDS,
        }
    ),
}


def may(role: Role, right: Right) -> bool:
    return right in _MAY[role]


def permit(by: Officer, right: Right) -> None:
    """Raises ``RuleBroken(NOT_ALLOWED)`` where the officer's role does not hold ``right``, and
    ``PASSWORD_MUST_CHANGE`` before a one-time password was changed."""
    if by.must_change_password:
        raise RuleBroken(Problem.PASSWORD_MUST_CHANGE)
    if by.removed_on is not None or not may(by.role, right):
        raise RuleBroken(Problem.NOT_ALLOWED, right=right.value, role=by.role.value)
