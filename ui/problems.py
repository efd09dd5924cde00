"""Tells the officer what went wrong, in words, without standing in the way.

What Loket can explain comes with its next step. Anything else is our mistake: it is written to the log with a
reference and without a single value from the form, because a message may carry a name or a NIK.
"""

import logging
import secrets
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from app.errors import InputRejected, LoketError, RuleBroken
from app.quiet_log import places
from ui.tone import Tone
from ui.widgets.notice import Notice
from ui.wording.finding_words import finding_words
from ui.wording.problem_words import problem_words

log = logging.getLogger("loket")

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXY"
"""Of a reference: the log masks whatever could be a person's number."""


class Problems(QObject):
    """``tell`` fits every ``otherwise=`` of :class:`~ui.background.Background`."""

    _crashed = Signal(Exception)

    def __init__(self, notice: Notice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self._crashed.connect(self.tell)

    def tell(self, error: Exception) -> None:
        if isinstance(error, LoketError):
            words = problem_words(error)
            tone = Tone.WARN if isinstance(error, RuleBroken) else Tone.ERROR
            self._notice.say(f"{words.what}. {words.next_step}", tone)
        elif isinstance(error, InputRejected):
            found = finding_words(error)
            self._notice.say(f"{found.what}. {found.remedy}", Tone.WARN)
        else:
            reference = log_mistake(error)
            text = self.tr(
                "This is a mistake in Loket itself. What was stored is safe. Note {reference} for support."
            )
            self._notice.say(text.format(reference=reference), Tone.ERROR)

    def catch_all(self) -> None:
        """From now on also what nobody caught ends here instead of in silence."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = lambda args: self._on_uncaught(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            self._crashed.emit(error)  # reaches the window's thread from whichever thread it was
        else:
            sys.__excepthook__(kind, error or kind(), trace)


def log_mistake(error: BaseException) -> str:
    """Write where it happened, never what it was about; returns the reference told to the officer."""
    reference = "".join(secrets.choice(_LETTERS) for _ in range(6))
    log.error("mistake %s %s", reference, places(error))
    return reference
