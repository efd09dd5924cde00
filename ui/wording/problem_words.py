"""What each problem says on the screen: what happened, and what to do next."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.errors import LoketError, Problem
from ui.wording.facts import told

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ProblemWords:
    what: str
    next_step: str


def problem_words(error: LoketError) -> ProblemWords:
    what, next_step = _table()[error.problem]
    return ProblemWords(told(what, error.facts), told(next_step, error.facts))


def _table() -> dict[Problem, tuple[str, str]]:
    """Made anew for each call, because the words follow the language of the moment."""
    return {
        Problem.STEP_OUT_OF_ORDER: (
            translate("ProblemWords", "The visit does not stand at this step"),
            translate("ProblemWords", "Go on from the step that is highlighted above."),
        ),
        Problem.FINDINGS_OPEN: (
            translate("ProblemWords", "Some findings still wait for an answer"),
            translate("ProblemWords", "Mend the fields or give the reasons, then try again."),
        ),
        Problem.NOT_FOUND: (
            translate("ProblemWords", "This is no longer stored"),
            translate("ProblemWords", "Search again."),
        ),
        Problem.NOT_ALLOWED: (
            translate("ProblemWords", "This is not allowed"),
            translate("ProblemWords", "Ask the supervisor."),
        ),
        Problem.REASON_MISSING: (
            translate("ProblemWords", "A reason is missing"),
            translate("ProblemWords", "Write why, then try again."),
        ),
        Problem.APPROVAL_EXPIRED: (
            translate("ProblemWords", "The supervisor's approval no longer holds"),
            translate("ProblemWords", "It holds for ten minutes. Let the supervisor sign once more."),
        ),
        Problem.NIK_ALREADY_STORED: (
            translate("ProblemWords", "This NIK has been registered in the meantime"),
            translate("ProblemWords", "Nothing was stored twice. Go back and open the stored person."),
        ),
        Problem.KPJ_ALREADY_STORED: (
            translate("ProblemWords", "This KPJ has been given in the meantime"),
            translate(
                "ProblemWords",
                "Nothing was stored twice. Check the number, or take the next one from the block.",
            ),
        ),
        Problem.NUMBER_BLOCK_EMPTY: (
            translate("ProblemWords", "The branch has no KPJ number left"),
            translate("ProblemWords", "Choose “number follows later”, and ask the centre for a new block."),
        ),
        Problem.NUMBER_BLOCK_OVERLAPS: (
            translate("ProblemWords", "This number block overlaps one that is already there"),
            translate("ProblemWords", "Compare first and last number with the letter from the centre."),
        ),
        Problem.MEMBERSHIP_WITHOUT_NUMBER: (
            translate("ProblemWords", "This membership has no KPJ yet"),
            translate("ProblemWords", "Print the card when the number has come."),
        ),
        Problem.PERSON_DECEASED: (
            translate("ProblemWords", "This person is recorded as deceased"),
            translate("ProblemWords", "No card can be printed. Compare the papers and ask the supervisor."),
        ),
        Problem.CARD_ALREADY_ASKED_FOR: (
            translate("ProblemWords", "This card is already in the print queue"),
            translate("ProblemWords", "Look at “Card printing”; nothing is printed twice."),
        ),
        Problem.CARD_MOVE_FORBIDDEN: (
            translate("ProblemWords", "This card has been answered in the meantime"),
            translate("ProblemWords", "Look at its state again before doing more."),
        ),
        Problem.CARD_UNANSWERED: (
            translate("ProblemWords", "One card still waits for your answer"),
            translate("ProblemWords", "Look at the printer's tray and say whether the card came out well."),
        ),
        Problem.CARD_TEXT_UNPRINTABLE: (
            translate("ProblemWords", "Something on this card cannot be printed"),
            translate("ProblemWords", "Go back to the form and correct the text."),
        ),
        Problem.BLANKS_EMPTY: (
            translate("ProblemWords", "No blank cards left at this counter"),
            translate(
                "ProblemWords",
                "Nothing was sent. Enter the blanks received under Card printing (Ctrl 2), then print again.",
            ),
        ),
        Problem.SCANNED_ANOTHER_CARD: (
            translate("ProblemWords", "This is another card: {scanned}"),
            translate(
                "ProblemWords", "Expected {expected}. Put the scanned card aside and look at the tray."
            ),
        ),
        Problem.PRINTER_MISSING: (
            translate("ProblemWords", "The card printer is not there"),
            translate("ProblemWords", "Switch it on and connect it, or choose another one in Settings."),
        ),
        Problem.PRINTER_UNREACHABLE: (
            translate("ProblemWords", "The card printer does not answer"),
            translate("ProblemWords", "Look at its cable and display. Nothing is printed twice."),
        ),
        Problem.PRINTER_REFUSED: (
            translate("ProblemWords", "The card printer refused the card"),
            translate("ProblemWords", "Look at its display; then answer whether a card came out."),
        ),
        Problem.SPOOL_NOT_CLEARED: (
            translate("ProblemWords", "The old print job could not be taken back for certain"),
            translate(
                "ProblemWords", "Switch the printer off and on and try again; until then nothing is sent."
            ),
        ),
        Problem.LAYOUT_UNREADABLE: (
            translate("ProblemWords", "The card layout {file} cannot be read"),
            translate("ProblemWords", "Tell the administrator: {key}, {why}."),
        ),
        Problem.DATABASE_UNREADABLE: (
            translate("ProblemWords", "The database cannot be opened"),
            translate(
                "ProblemWords",
                "Nothing was half-stored. Look whether the disk is connected, then start again.",
            ),
        ),
        Problem.DATABASE_NEWER: (
            translate("ProblemWords", "The database was written by a newer Loket"),
            translate("ProblemWords", "Install the newer version on this PC. Nothing was changed."),
        ),
        Problem.DATABASE_DAMAGED: (
            translate("ProblemWords", "The database is damaged"),
            translate(
                "ProblemWords", "Stop working here and call the administrator; there is a safety copy."
            ),
        ),
        Problem.DATABASE_BUSY: (
            translate("ProblemWords", "The database is busy"),
            translate("ProblemWords", "Nothing was stored. Try again in a moment."),
        ),
        Problem.DATABASE_READ_ONLY: (
            translate("ProblemWords", "The database cannot be written"),
            translate(
                "ProblemWords", "Nothing was stored. Ask the administrator for the rights to its folder."
            ),
        ),
        Problem.DISK_FULL: (
            translate("ProblemWords", "The disk is full"),
            translate("ProblemWords", "Nothing was half-stored. Make room on the disk, then try again."),
        ),
        Problem.KEY_MISSING: (
            translate("ProblemWords", "The key of the database is missing"),
            translate("ProblemWords", "Put the key file back beside the database: {file}"),
        ),
        Problem.FILE_NOT_WRITTEN: (
            translate("ProblemWords", "The file {file} could not be written"),
            translate("ProblemWords", "Close it in other programs, or choose another folder: {folder}"),
        ),
        Problem.REFERENCE_UNREADABLE: (
            translate("ProblemWords", "The reference table {file} cannot be read"),
            translate("ProblemWords", "Tell the administrator: row {row}."),
        ),
    }
