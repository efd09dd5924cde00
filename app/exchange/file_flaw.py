"""Every reason for which a file from outside is not taken."""

from dataclasses import dataclass
from enum import StrEnum

from app.errors import FileRefused, Problem


class FileFlaw(StrEnum):
    # cannot be read
    NOT_OPENED = "not_opened"
    NO_SUCH_KIND = "no_such_kind"
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    WEB_PAGE = "web_page"
    DAMAGED = "damaged"
    UNKNOWN_LETTERS = "unknown_letters"
    ARCHIVE_INSIDE = "archive_inside"
    PASSWORD = "password"
    READER_FELL = "reader_fell"
    # larger than any that is meant
    FILE_BYTES = "file_bytes"
    UNPACKED_BYTES = "unpacked_bytes"
    PACKED_TOO_TIGHT = "packed_too_tight"
    PARTS = "parts"
    SHEETS = "sheets"
    ROWS = "rows"
    COLUMNS = "columns"
    CELLS = "cells"
    TEXT = "text"
    FAR_CELL = "far_cell"
    PAGES = "pages"
    PIXELS = "pixels"
    MEMORY = "memory"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class FileKind:
    """What is told of a file of this kind, and which module reads it in the child."""

    child: str
    unreadable_problem: Problem
    too_large_problem: Problem

    def unreadable(self, why: FileFlaw, **facts: str) -> FileRefused:
        return FileRefused(self.unreadable_problem, why=why.value, **facts)

    def too_large(self, why: FileFlaw, most: int | None = None, **facts: str) -> FileRefused:
        told = {} if most is None else {"most": str(most)}
        return FileRefused(self.too_large_problem, why=why.value, **told, **facts)
