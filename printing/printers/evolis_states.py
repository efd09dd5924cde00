"""What an Evolis printer says of itself, in the words of the desk. By names of the vendor's kit."""

from collections.abc import Mapping
from typing import Protocol

from app.cards.print_job import PrinterReason
from app.ports import PrinterState, SpoolReport, SpoolState

_STANDS_STILL: Mapping[PrinterReason, str] = {
    PrinterReason.JAM: "ERR_MECHANICAL ERR_FEEDER_ERROR ERR_LAMI_MECHANICAL AVANSIA_ERR_CARD_JAM "
    "AVANSIA_ERR_MANUAL_REQUIRED DEF_CARD_ON_EJECT ERR_CARD_ON_EJECT",
    PrinterReason.RIBBON_ENDED: "DEF_RIBBON_ENDED ERR_RIBBON_ENDED DEF_NO_RIBBON DEF_CLEAR_ENDED "
    "ERR_CLEAR_ENDED DEF_NO_CLEAR AVANSIA_DEF_RIBBON_ENDED AVANSIA_ERR_RIBBON_ENDED "
    "AVANSIA_DEF_FILM_ENDED AVANSIA_ERR_FILM_ENDED AVANSIA_DEF_RIBBON_FILM_ENDED "
    "AVANSIA_ERR_RIBBON_FILM_ENDED",
    PrinterReason.RIBBON_WRONG: "DEF_UNSUPPORTED_RIBBON ERR_BAD_RIBBON DEF_REMOVE_RIBBON "
    "DEF_CLEAR_UNSUPPORTED ERR_BAD_CLEAR",
    PrinterReason.CARDS_EMPTY: "DEF_FEEDER_EMPTY ERR_FEEDER_EMPTY DEF_WAIT_CARD ERR_NO_CARD_INSERTED "
    "AVANSIA_DEF_FEEDER_EMPTY AVANSIA_ERR_FEEDER_EMPTY",
    PrinterReason.REJECTS_FULL: "DEF_REJECT_BOX_FULL ERR_REJECT_BOX_FULL",
    PrinterReason.COVER_OPEN: "DEF_COVER_OPEN ERR_COVER_OPEN DEF_RECEPTACLE_OPEN DEF_REJECT_BOX_COVER_OPEN "
    "ERR_REJECT_BOX_COVER_OPEN DEF_FEEDER_OPEN ERR_FEEDER_OPEN DEF_LAMI_COVER_OPEN ERR_LAMI_COVER_OPEN "
    "AVANSIA_DEF_COVER_OPEN AVANSIA_ERR_COVER_OPEN",
    PrinterReason.OFFLINE: "PRINTER_UNKNOWN PRINTER_OFFLINE PRINTER_SUPERVISION_UNINITIALIZED "
    "PRINTER_SUPERVISION_INITIALIZING PRINTER_NOT_SUPERVISED",
    PrinterReason.STOPPED: "DEF_PRINTER_LOCKED",
    # the display says more than we could: heat, hopper, laminator, encoder, a part that is broken
    PrinterReason.OTHER: "PRINTER_STATUS_DISABLED INTERNALERROR NOT_FLIP_ACT DEF_COOLING DEF_HOPPER_FULL "
    "ERR_HOPPER_FULL DEF_POWER_SUPPLY ERR_HEAD_TEMP ERR_RET_TEMPERATURE ERR_RIBBON_ERROR ERR_CLEAR_ERROR "
    "ERR_FEATURE ERR_NO_OPTION ERR_BLANK_TRACK ERR_MAGNETIC_DATA ERR_READ_MAGNETIC ERR_WRITE_MAGNETIC "
    "DEF_LAMI_HOPPER_FULL DEF_LAMINATE_END DEF_LAMINATE_UNSUPPORTED DEF_NO_LAMINATE ERR_LAMI_TEMPERATURE "
    "ERR_LAMINATE ERR_LAMINATE_END AVANSIA_DEF_TEMP_TOOLOW AVANSIA_DEF_RIBBON_ERROR "
    "AVANSIA_ERR_RIBBON_ERROR AVANSIA_DEF_FILM_ERROR AVANSIA_ERR_FILM_ERROR AVANSIA_ERR_SERVICE_CALL "
    "AVANSIA_ERR_READ_MAGNETIC AVANSIA_ERR_WRITE_MAGNETIC AVANSIA_ERR_IC_ERROR",
}

_GOES_ON: Mapping[PrinterReason, str] = {
    PrinterReason.CLEANING_DUE: "INF_CLEANING INF_CLEANING_ADVANCED INF_CLEANING_REQUIRED "
    "INF_CLEAN_2ND_PASS INF_CLEAN_LAST_OUTWARRANTY INF_LAMI_CLEANING",
    PrinterReason.RIBBON_WRONG: "INF_UNKNOWN_RIBBON1 INF_UNKNOWN_RIBBON2 INF_WRONG_ZONE_ALERT "
    "INF_WRONG_ZONE_CLEAR INF_WRONG_ZONE_CLEAR_ALERT INF_WRONG_ZONE_CLEAR_EXPIRED INF_WRONG_ZONE_RIBBON "
    "INF_WRONG_ZONE_EXPIRED INF_CLEAR_UNKNOWN AVANSIA_INF_UNKNOWN_RIBBON",
    PrinterReason.NONE: "PRINTER_READY BUSY INF_CLEANING_RUNNING INF_CLEAR_LOW INF_ENCODING_RUNNING "
    "INF_FEEDER_NEAR_EMPTY INF_PRINTING_RUNNING INF_RETRANSFER_RUNNING INF_HEATING INF_RIBBON_LOW "
    "INF_SLEEP_MODE INF_SLEEP_MODE_FULL INF_UPDATING_FIRMWARE INF_LAMI_CLEANING_RUNNING "
    "INF_LAMI_TEMP_NOT_READY INF_LAMI_UPDATING_FIRMWARE INF_LAMINATE_LOW INF_LAMINATE_UNKNOWN "
    "INF_LAMINATING_RUNNING CFG_EXTENDED_RESOLUTION CFG_FLIP CFG_MAGNETIC AVANSIA_OPT_MAGNETIC "
    "AVANSIA_OPT_MAGNETIC_JIS2",
}

REASON_OF: Mapping[str, PrinterReason] = {
    minor: reason
    for told in (_STANDS_STILL, _GOES_ON)
    for reason, minors in told.items()
    for minor in minors.split()
}
"""By the name of the kit's ``State.Minor``."""

_FINE = frozenset(minor for minors in _GOES_ON.values() for minor in minors.split())

AT_WORK = frozenset(
    {
        "BUSY",
        "INF_PRINTING_RUNNING",
        "INF_ENCODING_RUNNING",
        "INF_RETRANSFER_RUNNING",
        "INF_LAMINATING_RUNNING",
        "INF_HEATING",
    }
)
"""It may hold a card's picture and be about to print it."""

_NOT_REACHED = frozenset(
    {"PRINTER_ENOCOM", "PRINTER_NETWORK_ERROR", "SYSTEM_ENETWORK", "ETIMEOUT", "PRINTER_EREPLY"}
)
_NEEDS_A_HAND = frozenset({"ENEEDACTION", "PRINT_NEEDACTION", "PRINT_WAITCARDINSERT", "PRINT_WAITCARDEJECT"})


class Ribbon(Protocol):
    """The kit's ``RibbonInfo``, what we read of it."""

    capacity: int
    remaining: int


class Cleaning(Protocol):
    """The kit's ``CleaningInfo``, what we read of it."""

    totalCardCount: int
    cardCountBeforeWarning: int
    warningThreshold: int


def reason_of(minor: str) -> PrinterReason:
    """A state of a newer kit is ``OTHER``: somebody has to look."""
    return REASON_OF.get(minor, PrinterReason.OTHER)


def printer_state(minor: str, ribbon: Ribbon | None, cleaning: Cleaning | None) -> PrinterState:
    """Ready when the next card would go through, with what should be seen to soon."""
    left = ribbon.remaining if ribbon is not None and ribbon.capacity > 0 else None
    percent = None if left is None or ribbon is None else round(100 * left / ribbon.capacity)
    # a printer that does not tell answers with noughts
    told = cleaning if cleaning is not None and cleaning.warningThreshold > 0 else None
    return PrinterState(
        ready=minor in _FINE,
        reason=reason_of(minor),
        ribbon_percent=percent,
        ribbon_left=left,
        cards_printed=None if cleaning is None or not cleaning.totalCardCount else cleaning.totalCardCount,
        cleaning_in=None if told is None else max(0, told.cardCountBeforeWarning),
    )


def print_report(code: str, minor: str) -> SpoolReport:
    """What came of a card: the kit's ``ReturnCode`` and, where that is no ``OK``, the state right after.

    Even ``OK`` is a claim.
    """
    if code == "OK":
        return SpoolReport(SpoolState.CLAIMED_DONE)
    if code in _NOT_REACHED:  # in the middle of a card
        return SpoolReport(SpoolState.UNKNOWN, PrinterReason.OFFLINE)
    seen = reason_of(minor)
    if seen in (PrinterReason.NONE, PrinterReason.OTHER, PrinterReason.CLEANING_DUE):
        seen = {
            "PRINT_EMECHANICAL": PrinterReason.JAM,
            "PRINT_EUNKNOWNRIBBON": PrinterReason.RIBBON_WRONG,
        }.get(code, PrinterReason.OTHER if code in _NEEDS_A_HAND else PrinterReason.FAILED)
    return SpoolReport(SpoolState.NEEDS_ATTENTION, seen)
