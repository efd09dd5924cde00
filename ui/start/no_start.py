"""Says why the program cannot start, before there is a window that could say it."""

from PySide6.QtWidgets import QMessageBox

from app.errors import LoketError
from ui.wording.problem_words import problem_words


def tell_no_start(error: LoketError) -> None:
    """Stays until it has been read: whoever starts Loket by its picture sees no console."""
    words = problem_words(error)
    QMessageBox.critical(None, "Loket", f"{words.what}.\n{words.next_step}")
