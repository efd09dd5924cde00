"""How a backup stands, in the few words the foot of the window has room for."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.trust.backup import BackupStatus
from ui.tone import Tone

translate = QCoreApplication.translate

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def backup_words(status: BackupStatus) -> tuple[str, Tone]:
    """Red where none was verified within a day, or the last attempt failed."""
    if status.folder is None:
        return translate("BackupWords", "Backup: no folder chosen"), Tone.ERROR
    if status.age is None:
        return translate("BackupWords", "Backup: none yet"), Tone.ERROR
    ago = translate("BackupWords", "Backup: {ago}").format(ago=ago_words(status.age))
    if status.problem is not None:
        return translate("BackupWords", "{backup}, the last one failed").format(backup=ago), Tone.ERROR
    if status.overdue:
        return ago, Tone.ERROR
    return ago, Tone.WARN if status.same_disk else Tone.OK


def ago_words(age: timedelta) -> str:
    """``14 minutes ago``; a clock that was set back tells no age."""
    if age < timedelta():
        return translate("BackupWords", "after the present time")
    if age < _MINUTE:
        return translate("BackupWords", "just now")
    if age < 2 * _HOUR:
        return translate("BackupWords", "{count} min. ago").format(count=age // _MINUTE)
    if age < 2 * _DAY:
        return translate("BackupWords", "{count} hours ago").format(count=age // _HOUR)
    return translate("BackupWords", "{count} days ago").format(count=age // _DAY)
