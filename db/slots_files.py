"""The file of the key slots and the generation before it."""

from pathlib import Path

from app.errors import Problem, YourEnvironment
from app.files import not_written, sync_folder, write_whole
from db.key_slots import LARGEST_FILE, KeySlots, read, sealed_with, written
from db.keys import DatabaseKey


class SlotsFiles:
    def __init__(self, file: Path) -> None:
        self._file = file
        self._previous = file.with_name(file.name + ".previous")

    @property
    def there(self) -> bool:
        """Whether either of them lies there, readable or not."""
        return self._file.exists() or self._previous.exists()

    @property
    def present_lies_there(self) -> bool:
        return self._file.exists()

    @property
    def readable(self) -> bool:
        return _readable(self._file)

    @property
    def previous_readable(self) -> bool:
        return _readable(self._previous)

    def read(self) -> KeySlots:
        """Raises ``YourEnvironment`` with ``KEY_SLOTS_DAMAGED`` or ``KEY_SLOTS_NEWER``."""
        return read(_content(self._file))

    def write(self, slots: KeySlots, key: DatabaseKey, *, revoking: bool = False) -> None:
        """Sealed under ``key``. ``revoking``: the generation before would give back what was taken away, so
        it becomes the same, and first: neither file may stay behind once the change is acknowledged."""
        content = written(sealed_with(slots, key))
        write_whole(self._previous, content if revoking else _content(self._file), private=True)
        write_whole(self._file, content, private=True)

    def use_previous(self) -> None:
        content = _content(self._previous)
        read(content)
        write_whole(self._file, content, private=True)

    def remove(self) -> None:
        remove(self._file, self._previous)


def remove(*files: Path) -> None:
    """For good, also when the power fails. Raises ``YourEnvironment``."""
    for file in files:
        try:
            file.unlink(missing_ok=True)
            sync_folder(file.parent)
        except OSError as error:
            raise not_written(file, error) from error


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as slots:
            return slots.read(LARGEST_FILE + 1)
    except OSError as error:
        raise YourEnvironment(Problem.KEY_SLOTS_DAMAGED, part="file", file=file.name) from error


def _readable(file: Path) -> bool:
    """Also slots of a newer Loket are slots: who opens them is told."""
    try:
        read(_content(file))
    except YourEnvironment as error:
        return error.problem is Problem.KEY_SLOTS_NEWER
    return True
