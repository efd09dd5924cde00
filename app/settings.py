"""What this counter's PC is set to. Read once at start and handed in; a saved change is a new value."""

import contextlib
import json
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path

from app.files import write_whole

_FIGURES = range(1, 1001)
"""Days, minutes and per cent: what lies outside was not meant."""


class Language(StrEnum):
    INDONESIAN = "id"
    ENGLISH = "en"


class Look(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class SetUp(StrEnum):
    """How far the first start has come; the branch stands in all of them."""

    DONE = "done"
    CODE_NOT_KEPT = "code_not_kept"  # nobody has shown yet that the recovery code is on paper
    JOINING = "joining"  # a further PC, which has not left the KPJ numbers to the first one yet


@dataclass(frozen=True, slots=True)
class Settings:
    """``out`` is where PDFs and workbooks go; empty means the folder ``keluaran`` beside the data.

    ``printer`` names the card printer as ``backend:queue``; the PDF file is always there.
    ``network_printer`` is an Evolis printer's address on the network (``socket://host:9100``) and
    ``ticket_printer`` the ticket printer's, or the file of its device; both empty where there is none.
    ``same_company_days``: how long an earlier print for the same member is warned of (2-domain: 30).
    ``visit_minutes``: the branch's own standard for one visit; no law sets it.
    ``idle_minutes``: the counter locks itself after that long without a key.
    ``backup_folder`` is the second medium, empty until it is chosen; a backup is made every
    ``backup_every`` registrations and at day close, and the ``backup_keep`` newest are kept.
    """

    branch: str = "Kantor Cabang Contoh"
    counter: str = "Loket 1"
    language: Language = Language.INDONESIAN
    look: Look = Look.LIGHT
    printer: str = "pdf_file:"
    network_printer: str = ""
    ticket_printer: str = ""
    out: str = ""
    same_company_days: int = 30
    visit_minutes: int = 10
    text_percent: int = 100
    idle_minutes: int = 5
    backup_folder: str = ""
    backup_every: int = 50
    backup_keep: int = 14
    set_up: SetUp = SetUp.DONE

    @classmethod
    def load(cls, file: Path) -> "Settings":
        """Read the file; a missing file, or a field that cannot be read, gives the default."""
        try:
            stored = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        kept = {}
        for field in fields(cls):
            value, kind = stored.get(field.name), type(field.default)
            if type(value) is not (int if kind is int else str):
                continue
            if isinstance(value, int) and value not in _FIGURES:
                continue
            with contextlib.suppress(ValueError):  # a choice this version does not know
                kept[field.name] = kind(value)  # type: ignore[misc]
        return cls(**kept)

    @classmethod
    def unreadable(cls, file: Path) -> bool:
        """Whether there are settings, and what they say is lost: the counter's name with them."""
        try:
            stored = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return False
        except (OSError, ValueError, RecursionError):
            return True
        return not isinstance(stored, dict) or not isinstance(stored.get("counter", ""), str)

    def save(self, file: Path) -> None:
        """Raises ``YourEnvironment`` when the disk does not take them; the old ones stay."""
        write_whole(file, json.dumps(asdict(self), indent=1, ensure_ascii=False).encode())
