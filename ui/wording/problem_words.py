"""What each problem says on the screen: what happened, and what to do next."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.errors import FileRefused, LoketError, Problem
from ui.wording.facts import told
from ui.wording.file_words import why_not_taken
from ui.wording.layout_words import facts_of_layout

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ProblemWords:
    what: str
    next_step: str


def problem_words(error: LoketError) -> ProblemWords:
    what, next_step = _table()[error.problem]
    facts = error.facts
    if isinstance(error, FileRefused):
        facts = {**facts, "why": why_not_taken(facts)}
    elif error.problem is Problem.LAYOUT_UNREADABLE:
        facts = facts_of_layout(facts)
    return ProblemWords(told(what, facts), told(next_step, facts))


def told_problem(error: LoketError) -> str:
    """Both in one line, as it stands beside a field or in a notice."""
    words = problem_words(error)
    return f"{words.what}. {words.next_step}"


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
                "Nothing was sent. A card operator or a supervisor books the blanks received under Card "
                "printing; then print again.",
            ),
        ),
        Problem.ADDRESS_ODD: (
            translate("ProblemWords", "This is no printer's address"),
            translate("ProblemWords", "Type it as the printer's own settings show it, such as 192.168.1.20."),
        ),
        Problem.MEASURE_ODD: (
            translate("ProblemWords", "These measures cannot be right"),
            translate(
                "ProblemWords",
                "Nothing was changed. Measure each line again from the card's left and upper edge, in "
                "millimetres; a printer is never off by more than 5 mm.",
            ),
        ),
        Problem.BLANKS_DIFFER: (
            translate("ProblemWords", "The count differs from what should be left"),
            translate(
                "ProblemWords",
                "Count once more. If it stays so, write the reason; the difference is kept with it.",
            ),
        ),
        Problem.BLANKS_NOT_COUNTED: (
            translate("ProblemWords", "The blank cards have not been counted"),
            translate("ProblemWords", "Count those that lie at this counter and type how many they are."),
        ),
        Problem.BLANKS_TOO_FEW: (
            translate("ProblemWords", "There are not that many blank cards at this counter"),
            translate(
                "ProblemWords",
                "Nothing was booked. Check the number; if more lie there, count them, and the difference is "
                "kept with its reason.",
            ),
        ),
        Problem.RIBBON_ODD: (
            translate("ProblemWords", "That is no number of cards a ribbon gives"),
            translate("ProblemWords", "Type what stands on the ribbon's box, for example 200 or 300."),
        ),
        Problem.NUMBER_BLOCK_ODD: (
            translate("ProblemWords", "These are no first and last number of a block"),
            translate(
                "ProblemWords",
                "A KPJ number has 11 digits, and the last number is not below the first. "
                "Compare with the centre's letter.",
            ),
        ),
        Problem.NUMBER_BLOCK_USED: (
            translate("ProblemWords", "A number of this block has already been given"),
            translate("ProblemWords", "The block stays. Ask the centre what is to become of its numbers."),
        ),
        Problem.COMPANY_ALREADY_STORED: (
            translate("ProblemWords", "A company with this NPP is already stored"),
            translate("ProblemWords", "Search for the NPP and change that company instead."),
        ),
        Problem.WORKER_FILE_SETTLED: (
            translate("ProblemWords", "This file has already been accepted or discarded"),
            translate("ProblemWords", "Nothing was changed. Its workers are found under the company."),
        ),
        Problem.WORKER_FILE_EMPTY: (
            translate("ProblemWords", "No row of this file can be accepted"),
            translate("ProblemWords", "Mend or leave out what is marked red, then accept."),
        ),
        Problem.COLUMNS_NOT_FOUND: (
            translate("ProblemWords", "The columns for NIK and name were not found"),
            translate("ProblemWords", "Choose in the head of the table what each column holds."),
        ),
        Problem.BATCH_MOVE_FORBIDDEN: (
            translate("ProblemWords", "The batch has moved on meanwhile"),
            translate("ProblemWords", "The page now shows how it stands."),
        ),
        Problem.BATCH_ELSEWHERE: (
            translate("ProblemWords", "Another counter is printing this batch"),
            translate("ProblemWords", "Take another batch, or ask that counter to pause it."),
        ),
        Problem.BATCH_EMPTY: (
            translate("ProblemWords", "There is no card to print in this batch"),
            translate("ProblemWords", "Choose workers who have a KPJ number and no card yet."),
        ),
        Problem.BATCH_NOT_MATCHED: (
            translate("ProblemWords", "The cards do not add up yet"),
            translate(
                "ProblemWords", "Answer every card first: came out well, spoiled, or did not come out."
            ),
        ),
        Problem.BATCH_NOT_YET: (
            translate("ProblemWords", "This batch is scheduled for later"),
            translate("ProblemWords", "It starts by itself at its time; or press “Start now”."),
        ),
        Problem.CARD_IN_ANOTHER_BATCH: (
            translate("ProblemWords", "One of these cards already waits in another batch"),
            translate("ProblemWords", "Print or cancel that batch first."),
        ),
        Problem.COLLECTOR_MISSING: (
            translate("ProblemWords", "Who collects the cards is not written down"),
            translate("ProblemWords", "Type the name and what identity document was shown."),
        ),
        Problem.SCANNED_ANOTHER_CARD: (
            translate("ProblemWords", "This is another card: {scanned}"),
            translate(
                "ProblemWords", "Expected {expected}. Put the scanned card aside and look at the tray."
            ),
        ),
        Problem.WRONG_PASSWORD: (
            translate("ProblemWords", "This password is not right"),
            translate(
                "ProblemWords", "Look at Caps Lock and type it again; {left} tries are left before a pause."
            ),
        ),
        Problem.LOCKED_OUT: (
            translate("ProblemWords", "Too many wrong passwords"),
            translate("ProblemWords", "Wait {minutes} min., or ask the administrator for a new password."),
        ),
        Problem.PASSWORD_MUST_CHANGE: (
            translate("ProblemWords", "The given password holds for one sign-in only"),
            translate("ProblemWords", "Choose your own password first."),
        ),
        Problem.PASSWORD_TOO_SHORT: (
            translate("ProblemWords", "{length} characters are too few"),
            translate("ProblemWords", "Take at least {wanted}; a short sentence is easy to keep in mind."),
        ),
        Problem.PASSWORD_TOO_LONG: (
            translate("ProblemWords", "{length} characters are too many"),
            translate("ProblemWords", "Take {wanted} at most."),
        ),
        Problem.PASSWORD_TOO_COMMON: (
            translate("ProblemWords", "This password is one of the first that anybody would try"),
            translate("ProblemWords", "Choose another, such as a short sentence of your own."),
        ),
        Problem.PASSWORD_TOO_EASY: (
            translate("ProblemWords", "This password is easy to guess"),
            translate(
                "ProblemWords",
                "Take more than repeated letters, a row of keys, a name or the branch's own words.",
            ),
        ),
        Problem.PASSWORD_AS_BEFORE: (
            translate("ProblemWords", "This is the password that holds until now"),
            translate("ProblemWords", "Choose another."),
        ),
        Problem.RECOVERY_CODE_WRONG: (
            translate("ProblemWords", "This recovery code does not open this branch"),
            translate(
                "ProblemWords",
                "Compare it with the newest paper in the safe; a renewed code replaces the one before.",
            ),
        ),
        Problem.RECOVERY_CODE_MISTYPED: (
            translate("ProblemWords", "The recovery code is mistyped"),
            translate(
                "ProblemWords", "Compare each group of five with the paper; the code has seven groups."
            ),
        ),
        Problem.LAST_ADMINISTRATOR: (
            translate("ProblemWords", "The branch would be left without an administrator"),
            translate("ProblemWords", "Make another officer administrator first."),
        ),
        Problem.NOT_ONESELF: (
            translate("ProblemWords", "Nobody does this to themselves"),
            translate("ProblemWords", "Ask another administrator."),
        ),
        Problem.OFFICER_REMOVED: (
            translate("ProblemWords", "This officer no longer works at this branch"),
            translate("ProblemWords", "Ask the administrator."),
        ),
        Problem.OFFICER_NAME_MISSING: (
            translate("ProblemWords", "This is no name"),
            translate("ProblemWords", "Write the officer's name, {longest} characters at most."),
        ),
        Problem.OFFICER_NAME_TAKEN: (
            translate("ProblemWords", "Another officer is called {name}"),
            translate("ProblemWords", "Add a second name or a letter, so that the two can be told apart."),
        ),
        Problem.DATABASE_MISSING: (
            translate("ProblemWords", "The branch's database is missing"),
            translate("ProblemWords", "Put the file back into its folder, or restore a backup."),
        ),
        Problem.DATABASE_LOCKED: (
            translate("ProblemWords", "The database is shut"),
            translate("ProblemWords", "Sign in first."),
        ),
        Problem.DATABASE_ROLLED_BACK: (
            translate("ProblemWords", "This is not the database this counter wrote last"),
            translate(
                "ProblemWords",
                "An older file, or part of one, was put in its place. Call the supervisor before you go on: "
                "compare with the last day close on paper, and restore the newest backup where they differ.",
            ),
        ),
        Problem.JOURNAL_BROKEN: (
            translate("ProblemWords", "The journal does not fit together at entry {number}"),
            translate(
                "ProblemWords",
                "It was changed past Loket, or the disk damaged it. Tell the supervisor, who checks the "
                "journal and compares it with the last day close on paper.",
            ),
        ),
        Problem.CHAIN_HEAD_MISSING: (
            translate("ProblemWords", "The file that says where the journal stood is missing or damaged"),
            translate(
                "ProblemWords",
                "An older database could not be told from this one. Tell the supervisor, who compares the "
                "journal with the last day close on paper. The file is written anew.",
            ),
        ),
        Problem.DAY_NOT_READY: (
            translate("ProblemWords", "Still open: {cards} cards without an answer, {visits} visits"),
            translate("ProblemWords", "Settle them, or write why the day is closed with them left open."),
        ),
        Problem.REPORT_TOO_LONG: (
            translate("ProblemWords", "The paper would have more than {most} lines"),
            translate("ProblemWords", "Choose a shorter time, one officer or one person."),
        ),
        Problem.KEY_SLOTS_DAMAGED: (
            translate("ProblemWords", "The key slots of this branch are damaged"),
            translate(
                "ProblemWords", "Take the copy from before, or restore a backup with the recovery code."
            ),
        ),
        Problem.KEY_SLOTS_NEWER: (
            translate("ProblemWords", "The key slots were written by a newer Loket"),
            translate("ProblemWords", "Install the newer version on this PC."),
        ),
        Problem.MACHINE_SECRET_MISSING: (
            translate("ProblemWords", "This PC does not know the passwords of this branch"),
            translate(
                "ProblemWords", "Come in with the recovery code; the administrator then gives new passwords."
            ),
        ),
        Problem.WORKBOOK_UNREADABLE: (
            translate("ProblemWords", "This workbook cannot be read"),
            translate("ProblemWords", "{why} Nothing was taken from it."),
        ),
        Problem.WORKBOOK_TOO_LARGE: (
            translate("ProblemWords", "This workbook is larger than any list"),
            translate("ProblemWords", "{why} Nothing was taken from it."),
        ),
        Problem.WORKBOOK_LOCKED: (
            translate("ProblemWords", "This workbook has a password"),
            translate("ProblemWords", "Open it in Excel, take the password away and save it again."),
        ),
        Problem.SCAN_UNREADABLE: (
            translate("ProblemWords", "This scan cannot be read"),
            translate("ProblemWords", "{why} Nothing was kept."),
        ),
        Problem.SCAN_TOO_LARGE: (
            translate("ProblemWords", "This scan is too large"),
            translate("ProblemWords", "{why} Nothing was kept."),
        ),
        Problem.ATTACHMENT_DAMAGED: (
            translate("ProblemWords", "The file of this paper is damaged or gone"),
            translate("ProblemWords", "Scan the paper again, or ask the administrator for the backup."),
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
            translate("ProblemWords", "Tell the administrator. {key}: {why}"),
        ),
        Problem.LAYOUT_NAME_ODD: (
            translate("ProblemWords", "A layout cannot be called that"),
            translate("ProblemWords", "Small letters, figures and hyphens, 40 at most: kartu-proyek."),
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
                "ProblemWords",
                "Stop working here. The administrator restores the newest good backup, in the room Backup.",
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
        Problem.RETENTION_ODD: (
            translate("ProblemWords", "This period cannot be meant"),
            translate("ProblemWords", "Choose between one month and a hundred years, or keep for ever."),
        ),
        Problem.NOTHING_TO_ERASE: (
            translate("ProblemWords", "Nothing is past its period"),
            translate("ProblemWords", "Nothing was erased. Set a period first, or wait until it has passed."),
        ),
        Problem.FILE_NOT_WRITTEN: (
            translate("ProblemWords", "The file {file} could not be written"),
            translate("ProblemWords", "Close it in other programs, or choose another folder: {folder}"),
        ),
        Problem.DISK_NEARLY_FULL: (
            translate("ProblemWords", "The disk is nearly full: {free} MB are free"),
            translate(
                "ProblemWords",
                "New work needs at least {least} MB; what was begun can be finished. Make room on the disk.",
            ),
        ),
        Problem.BACKUP_FOLDER_MISSING: (
            translate("ProblemWords", "The folder for backups is not there"),
            translate("ProblemWords", "Connect the disk or USB stick, or choose another folder: {folder}"),
        ),
        Problem.BACKUP_NOT_VERIFIED: (
            translate("ProblemWords", "The backup did not pass its check ({part})"),
            translate(
                "ProblemWords",
                "It was taken away again: the medium gave back something else than was written. "
                "Use another disk or USB stick.",
            ),
        ),
        Problem.BACKUP_TOO_SLOW: (
            translate("ProblemWords", "The medium for backups is too slow"),
            translate("ProblemWords", "No backup was made. Use another disk or USB stick."),
        ),
        Problem.BACKUP_UNREADABLE: (
            translate("ProblemWords", "This backup cannot be read ({part})"),
            translate(
                "ProblemWords", "It is damaged or not from Loket. Choose another; nothing was changed."
            ),
        ),
        Problem.BACKUP_NEWER: (
            translate("ProblemWords", "This backup was made by a newer Loket"),
            translate("ProblemWords", "Install the newer version on this PC, then restore it."),
        ),
        Problem.REFERENCE_UNREADABLE: (
            translate("ProblemWords", "The reference table {file} cannot be read"),
            translate("ProblemWords", "Tell the administrator: row {row}."),
        ),
    }
