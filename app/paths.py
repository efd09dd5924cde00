"""Where Loket keeps its files, all below one base folder that ``main`` chooses."""

from dataclasses import dataclass
from pathlib import Path

from app.files import not_written


@dataclass(frozen=True, slots=True)
class Paths:
    base: Path

    @property
    def database(self) -> Path:
        return self.base / "loket.db"

    @property
    def key(self) -> Path:
        return self.base / "loket.key"

    @property
    def slots(self) -> Path:
        """The key slots; the generation before lies beside them."""
        return self.base / "loket.keys"

    @property
    def machine_secret(self) -> Path:
        """Only where the system has no keyring."""
        return self.base / "loket.machine"

    @property
    def lock_out(self) -> Path:
        """Wrong passwords so far, held outside the database, which is shut while they are typed."""
        return self.base / "loket.lockout"

    @property
    def chain_head(self) -> Path:
        """Where the journal stood last, held outside the database: an older database is found by it."""
        return self.base / "loket.head"

    @property
    def attachments(self) -> Path:
        return self.base / "lampiran"

    @property
    def settings(self) -> Path:
        return self.base / "settings.json"

    @property
    def unsaved_layout(self) -> Path:
        """A card layout that is being designed; no member's data."""
        return self.base / "rancangan-tata-letak.json"

    @property
    def lock(self) -> Path:
        return self.base / "loket.lock"

    @property
    def logs(self) -> Path:
        return self.base / "log"

    @property
    def copies(self) -> Path:
        """Safety copies taken before a migration."""
        return self.base / "salinan"

    @property
    def out(self) -> Path:
        """Cards, receipts and workbooks, unless the settings name another folder."""
        return self.base / "keluaran"

    def prepare(self) -> None:
        """Make the folders no work is possible without; raises ``YourEnvironment`` where the system
        refuses one. That of the papers is made by the first paper, which also says what is in its way."""
        for folder in (self.base, self.logs):
            _make(folder)

    def make_base(self) -> None:
        """Alone, so that a second start of the program touches nothing else before it knows of the first."""
        _make(self.base)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise not_written(folder, error) from error
