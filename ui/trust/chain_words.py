"""What a check of the journal's chain found, in words."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.trust.check_chain import BrokenLink, ChainReport, Fault
from app.trust.journal import HeadDoubt
from ui.formats import clock_time, long_date, number
from ui.tone import Tone

translate = QCoreApplication.translate

_MOST_SHOWN = 8


def chain_words(report: ChainReport) -> tuple[str, str, Tone]:
    """Title, words and tone."""
    told = {"entries": number(report.head.length), "sha": report.head.sha256[:12]}
    if not report.complete:
        title = translate("ChainWords", "The check was stopped")
        return title, " ".join(_findings(report)), Tone.WARN if report.sound else Tone.ERROR
    if report.sound:
        words = translate(
            "ChainWords",
            "{entries} entries follow one another without a gap, and the last one is the one kept outside "
            "the database. Head: {sha}…",
        )
        return translate("ChainWords", "The chain is whole"), words.format(**told), Tone.OK
    title = translate("ChainWords", "The journal does not agree with itself")
    what_next = translate(
        "ChainWords", "Leave the PC as it is, note what stands here and call the administrator."
    )
    return title, "\n".join([*_findings(report), what_next]), Tone.ERROR


def _findings(report: ChainReport) -> Iterator[str]:
    for link in report.broken[:_MOST_SHOWN]:
        yield _broken(link)
    more = len(report.broken) - _MOST_SHOWN
    if more > 0:
        yield translate("ChainWords", "… and {count} places more.").format(count=number(more))
    for doubt in report.doubts:
        yield _doubts()[doubt]
    for close in report.closes:
        yield translate(
            "ChainWords", "The day close of {day} speaks of an entry that is not there: number {number}."
        ).format(day=long_date(close.day), number=number(close.head.length))


def _broken(link: BrokenLink) -> str:
    if link.at is None:
        when = ""
    else:
        at = translate("ChainWords", "{day}, {time}")
        when = f" ({at.format(day=long_date(link.at), time=clock_time(link.at))})"
    return f"{_faults()[link.fault].format(number=number(link.number))}{when}"


def _faults() -> dict[Fault, str]:
    return {
        Fault.MISSING: translate("ChainWords", "Entry {number} is missing"),
        Fault.UNREADABLE: translate("ChainWords", "Entry {number} cannot be read"),
        Fault.CHANGED: translate("ChainWords", "Entry {number} or the one before was changed"),
        Fault.PERSONS: translate("ChainWords", "Whom entry {number} touched was changed"),
    }


def _doubts() -> dict[HeadDoubt, str]:
    return {
        HeadDoubt.MISSING: translate(
            "ChainWords",
            "Where the journal stood last is not told outside the database: that file is missing.",
        ),
        HeadDoubt.UNREADABLE: translate(
            "ChainWords", "Where the journal stood last cannot be read outside the database."
        ),
        HeadDoubt.SHORTER: translate(
            "ChainWords", "Entries that were written are not there: an older database took its place."
        ),
        HeadDoubt.DIFFERENT: translate(
            "ChainWords", "Another entry stands where the last one stood: another database took its place."
        ),
        HeadDoubt.PAGES: translate("ChainWords", "The database was changed while it was shut."),
    }
