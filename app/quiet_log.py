"""What may stand in a log file: where, when and what kind of thing happened, never about whom."""

import logging
import logging.handlers
import re
import traceback
from pathlib import Path
from types import TracebackType

OURS = frozenset({"loket", "app", "db", "printing", "ui"})
"""Loggers whose messages are written for the log; anybody else's may carry any value."""

_NUMBER = re.compile(r"\d[\d .\-]{4,}\d")


_FILE_BYTES, _EARLIER_FILES = 1_000_000, 2


def log_to(file: Path) -> logging.Handler:
    """Three files of a megabyte at most; nothing personal is ever written to them."""
    handler = logging.handlers.RotatingFileHandler(
        file, maxBytes=_FILE_BYTES, backupCount=_EARLIER_FILES, encoding="utf-8"
    )
    handler.setFormatter(QuietFormatter())
    return handler


class QuietFormatter(logging.Formatter):
    """Of foreign loggers only the place is kept, of an error only its type and the lines it passed.

    Our own messages hold no names; long numbers are masked all the same, should one ever slip in.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        written = logging.makeLogRecord(record.__dict__)
        written.msg, written.args = self._message(record), None
        written.exc_info = written.exc_text = written.stack_info = None
        text = super().format(written)
        if record.exc_info and record.exc_info[1] is not None:
            text += "\n" + places(record.exc_info[1])
        return text

    def _message(self, record: logging.LogRecord) -> str:
        if record.name.split(".")[0] not in OURS:
            return f"said something at {record.pathname}:{record.lineno}"
        return _NUMBER.sub("▮", record.getMessage())


def places(error: BaseException) -> str:
    """The error's type and where it passed, without its message and without any value."""
    trace: TracebackType | None = error.__traceback__
    passed = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([type(error).__name__, *passed])
