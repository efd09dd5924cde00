"""Every key of the program in one table, so that no key means two things at one place."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Key(StrEnum):
    """Keys that are the same wherever they work; the value is what Qt calls them."""

    HELP = "F1"
    FIND = "Ctrl+K"
    TO_FIELD = "F2"
    NEXT_VISITOR = "F3"
    RECALL = "F4"
    TRUE_SIZE = "F5"
    COMPARE = "F6"
    REVEAL = "Ctrl+R"
    SAVE_DRAFT = "F8"
    PRINT = "F9"
    LOCK = "F12"
    SHOW_PASSWORD = "Alt+L"
    NEXT_FIELD = "Return"
    GO_ON = "Ctrl+Return"
    BACK = "Esc"
    UNDO = "Ctrl+Z"
    SAME_PERSON = "Alt+1"
    ANOTHER_PERSON = "Alt+2"
    GIVE_UP = "Del"
    OPEN_FOLDER = "Ctrl+O"
    DAY_BEFORE = "Alt+Left"
    DAY_AFTER = "Alt+Right"
    CARD_GOOD = "B"
    CARD_SPOILED = "R"
    CARD_ABSENT = "T"
    PAUSE = "F7"
    OTHER_CARDS = "F6"
    TICK = "Space"
    EARLIER = "Alt+Up"
    LATER = "Alt+Down"
    FIRST_OF_ALL = "Alt+Home"
    AT_A_TIME = "Alt+J"
    CANCEL_REST = "Ctrl+Del"
    PAPER_CARDS = "Ctrl+P"
    NEW_COMPANY = "Ctrl+N"
    WORKER_LIST = "Ctrl+I"
    NUMBER_LIST = "Ctrl+U"
    GO_ON_WITH_LIST = "Ctrl+L"
    COLUMNS = "Ctrl+M"
    NEXT_TO_MEND = "Ctrl+Down"
    ALL_ROWS = "Alt+A"
    ROWS_TO_MEND = "Alt+P"
    BLOCKED_ROWS = "Alt+T"
    WARNED_ROWS = "Alt+I"
    READY_ROWS = "Alt+S"
    LEFT_ROWS = "Alt+K"
    LEAVE_ROW_OUT = "Alt+Del"
    SEND_BACK = "Ctrl+E"
    SAME_FOR_ALL = "Alt+Return"
    BOOK_BLANKS = "Alt+B"
    NEW_RIBBON = "Alt+R"
    NEW_NUMBERS = "Alt+N"

    SAVE_LAYOUT = "Ctrl+S"
    REDO = "Ctrl+Y"
    COPY_ELEMENT = "Ctrl+D"
    OTHER_SIDE = "F6"
    NEARER = "Ctrl++"
    FARTHER = "Ctrl+-"
    DESIGN = "Ctrl+T"
    DESIGN_ANEW = "Ctrl+B"
    TAKE_IN = "Ctrl+I"
    GIVE_OUT = "Ctrl+E"
    USE_LAYOUT = "F9"


class Place(StrEnum):
    EVERYWHERE = "everywhere"
    FORM = "form"
    CARD = "card"
    REPORTS = "reports"
    COMPANIES = "companies"
    SUPPLIES = "supplies"
    LAYOUTS = "layouts"


@dataclass(frozen=True, slots=True)
class KeyMeaning:
    key: str
    place: Place
    meaning: str


def key_meanings() -> tuple[KeyMeaning, ...]:
    """In the order of the key card."""
    everywhere, form, card, reports, companies, supplies, layouts = Place
    return (
        KeyMeaning(Key.HELP, everywhere, translate("Keys", "This key card")),
        KeyMeaning(Key.FIND, everywhere, translate("Keys", "Find a person: NIK, KPJ or name")),
        KeyMeaning("Ctrl+1", everywhere, translate("Keys", "First room; Ctrl 2, 3, 4 the others")),
        KeyMeaning(Key.NEXT_VISITOR, everywhere, translate("Keys", "Next visitor")),
        KeyMeaning(Key.RECALL, everywhere, translate("Keys", "Take up a visit put aside")),
        KeyMeaning(Key.LOCK, everywhere, translate("Keys", "Lock the counter, or change officer")),
        KeyMeaning(Key.SHOW_PASSWORD, everywhere, translate("Keys", "Show the password being typed")),
        KeyMeaning(Key.REVEAL, everywhere, translate("Keys", "Show the masked number of the selected row")),
        KeyMeaning(Key.UNDO, everywhere, translate("Keys", "Undo, for ten seconds")),
        KeyMeaning(
            Key.OPEN_FOLDER, everywhere, translate("Keys", "Open the folder of the file just written")
        ),
        KeyMeaning(Key.BACK, everywhere, translate("Keys", "One step back")),
        KeyMeaning(Key.NEXT_FIELD, form, translate("Keys", "Next field; on the last one: go on")),
        KeyMeaning(Key.GO_ON, form, translate("Keys", "Go on to the next step")),
        KeyMeaning(Key.TO_FIELD, form, translate("Keys", "To the field of this finding")),
        KeyMeaning(Key.COMPARE, form, translate("Keys", "Compare possible duplicates")),
        KeyMeaning(Key.SAME_PERSON, form, translate("Keys", "It is the same person")),
        KeyMeaning(Key.ANOTHER_PERSON, form, translate("Keys", "It is another person")),
        KeyMeaning(Key.SAVE_DRAFT, form, translate("Keys", "Put aside as a draft")),
        KeyMeaning(Key.TRUE_SIZE, card, translate("Keys", "Card at true size")),
        KeyMeaning(Key.PRINT, card, translate("Keys", "Print the card")),
        KeyMeaning(Key.CARD_GOOD, card, translate("Keys", "The card came out well")),
        KeyMeaning(Key.CARD_SPOILED, card, translate("Keys", "The card came out spoiled")),
        KeyMeaning(Key.CARD_ABSENT, card, translate("Keys", "The card did not come out")),
        KeyMeaning(Key.GIVE_UP, card, translate("Keys", "Give up the selected card")),
        KeyMeaning(Key.PAUSE, card, translate("Keys", "Pause the batch")),
        KeyMeaning(Key.OTHER_CARDS, card, translate("Keys", "Batches, or single cards")),
        KeyMeaning(Key.TICK, card, translate("Keys", "Mark a card that is not good")),
        KeyMeaning(Key.EARLIER, card, translate("Keys", "Print earlier")),
        KeyMeaning(Key.LATER, card, translate("Keys", "Print later")),
        KeyMeaning(Key.FIRST_OF_ALL, card, translate("Keys", "Print before all others")),
        KeyMeaning(Key.AT_A_TIME, card, translate("Keys", "Print the batch at a set time")),
        KeyMeaning(Key.CANCEL_REST, card, translate("Keys", "Cancel what is not printed yet")),
        KeyMeaning(
            Key.PAPER_CARDS, card, translate("Keys", "Temporary cards on A4, while the printer is down")
        ),
        KeyMeaning(Key.DAY_BEFORE, reports, translate("Keys", "The day before")),
        KeyMeaning(Key.DAY_AFTER, reports, translate("Keys", "The day after")),
        KeyMeaning(Key.NEW_COMPANY, companies, translate("Keys", "A new company")),
        KeyMeaning(Key.WORKER_LIST, companies, translate("Keys", "Read a company's list of workers")),
        KeyMeaning(Key.NUMBER_LIST, companies, translate("Keys", "Read a list of KPJ numbers given")),
        KeyMeaning(Key.GO_ON_WITH_LIST, companies, translate("Keys", "Go on with a list put aside")),
        KeyMeaning(Key.COLUMNS, companies, translate("Keys", "Which column holds what")),
        KeyMeaning(Key.NEXT_TO_MEND, companies, translate("Keys", "Next row that needs a hand")),
        KeyMeaning(Key.ALL_ROWS, companies, translate("Keys", "All rows")),
        KeyMeaning(Key.ROWS_TO_MEND, companies, translate("Keys", "Rows that need a hand")),
        KeyMeaning(Key.BLOCKED_ROWS, companies, translate("Keys", "Rows that cannot be taken")),
        KeyMeaning(Key.WARNED_ROWS, companies, translate("Keys", "Rows with a warning")),
        KeyMeaning(Key.READY_ROWS, companies, translate("Keys", "Rows that are ready")),
        KeyMeaning(Key.LEFT_ROWS, companies, translate("Keys", "Rows left out")),
        KeyMeaning(Key.LEAVE_ROW_OUT, companies, translate("Keys", "Leave the row out, or take it in again")),
        KeyMeaning(Key.SAME_FOR_ALL, companies, translate("Keys", "The same reason for every such row")),
        KeyMeaning(Key.SEND_BACK, companies, translate("Keys", "Write the list with its remarks")),
        KeyMeaning(Key.GO_ON, supplies, translate("Keys", "Keep the count of the blank cards")),
        KeyMeaning(Key.BOOK_BLANKS, supplies, translate("Keys", "Book blank cards in or out")),
        KeyMeaning(Key.NEW_RIBBON, supplies, translate("Keys", "A new ribbon is in the printer")),
        KeyMeaning(Key.NEW_NUMBERS, supplies, translate("Keys", "Add the KPJ numbers that were looked at")),
        KeyMeaning(Key.GIVE_UP, supplies, translate("Keys", "Take back the selected block of numbers")),
        KeyMeaning(Key.DESIGN, layouts, translate("Keys", "Design the layout")),
        KeyMeaning(Key.DESIGN_ANEW, layouts, translate("Keys", "Begin with the program's layout")),
        KeyMeaning(Key.TAKE_IN, layouts, translate("Keys", "Read a layout file")),
        KeyMeaning(Key.GIVE_OUT, layouts, translate("Keys", "Write a layout file")),
        KeyMeaning(Key.USE_LAYOUT, layouts, translate("Keys", "Print these cards with the layout")),
        KeyMeaning(Key.SAVE_LAYOUT, layouts, translate("Keys", "Save as a new version")),
        KeyMeaning(Key.REDO, layouts, translate("Keys", "Do again what was undone")),
        KeyMeaning(Key.COPY_ELEMENT, layouts, translate("Keys", "Another element like this one")),
        KeyMeaning(Key.GIVE_UP, layouts, translate("Keys", "Take the element out")),
        KeyMeaning(Key.EARLIER, layouts, translate("Keys", "Draw the element earlier, below others")),
        KeyMeaning(Key.LATER, layouts, translate("Keys", "Draw the element later, above others")),
        KeyMeaning(Key.OTHER_SIDE, layouts, translate("Keys", "The other side of the card")),
        KeyMeaning(Key.NEARER, layouts, translate("Keys", "Nearer")),
        KeyMeaning(Key.FARTHER, layouts, translate("Keys", "Farther")),
    )


def place_name(place: Place) -> str:
    return {
        Place.EVERYWHERE: translate("Keys", "Everywhere"),
        Place.FORM: translate("Keys", "In the form"),
        Place.CARD: translate("Keys", "At the card printer"),
        Place.REPORTS: translate("Keys", "In the reports"),
        Place.COMPANIES: translate("Keys", "In the companies"),
        Place.LAYOUTS: translate("Keys", "In the card layouts"),
        Place.SUPPLIES: translate("Keys", "In the supplies"),
    }[place]
