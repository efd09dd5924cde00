"""Look at a workbook's outside before any reader opens it: what it is, and what it would become unpacked."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from zlib import error as ZlibError

from app.errors import FileRefused, Problem
from app.exchange.workbook import WorkbookFlaw, WorkbookKind, WorkbookLimits

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Excel keeps a whole .xlsx that has a password."""

_BY_START = {_ZIP: (WorkbookKind.XLSX, WorkbookKind.ODS), _OLE: (WorkbookKind.XLS,)}
_WEB_PAGE = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tar", ".xlsx", ".xlsm", ".xlsb", ".ods", ".docx", ".jar")
_SMALL = 1_000_000
"""A part that stays below it may be packed as tightly as it likes."""


def look(content: bytes, says: str, limits: WorkbookLimits) -> WorkbookKind:
    """What kind of workbook this is; ``says`` is the ending of the file's name, which must fit."""
    kind = _kind(content, says)
    if kind in (WorkbookKind.XLSX, WorkbookKind.ODS):
        with opened(content) as package:
            _look_at_parts(package.infolist(), limits)
            _look_for_its_own_part(package, kind)
    return kind


def opened(content: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise unreadable(WorkbookFlaw.DAMAGED) from error


def part(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        return package.read(name)
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, EOFError, ZlibError) as error:
        raise unreadable(WorkbookFlaw.DAMAGED) from error
    except RuntimeError as error:  # how zipfile says that a part has a password
        raise FileRefused(Problem.WORKBOOK_LOCKED) from error


def unreadable(why: WorkbookFlaw, **facts: str) -> FileRefused:
    return FileRefused(Problem.WORKBOOK_UNREADABLE, why=why.value, **facts)


def too_large(why: WorkbookFlaw, most: int | str = "", **facts: str) -> FileRefused:
    return FileRefused(Problem.WORKBOOK_TOO_LARGE, why=why.value, most=str(most), **facts)


def _kind(content: bytes, says: str) -> WorkbookKind:
    if says not in set(WorkbookKind):
        raise unreadable(WorkbookFlaw.NO_SUCH_KIND, kind=says)
    kind = WorkbookKind(says)
    if not content:
        raise unreadable(WorkbookFlaw.DAMAGED)
    if content.startswith(_OLE) and _ENCRYPTED in content:
        raise FileRefused(Problem.WORKBOOK_LOCKED)
    if kind is not WorkbookKind.CSV and content[:200].lstrip(b"\xef\xbb\xbf\r\n\t ").lower().startswith(
        _WEB_PAGE
    ):
        raise unreadable(WorkbookFlaw.WEB_PAGE, kind=says)
    for start, kinds in _BY_START.items():
        if content.startswith(start) is not (kind in kinds):
            raise unreadable(WorkbookFlaw.NOT_WHAT_IT_SAYS, kind=says)
    return kind


def _look_at_parts(parts: Sequence[zipfile.ZipInfo], limits: WorkbookLimits) -> None:
    if len(parts) > limits.parts:
        raise too_large(WorkbookFlaw.PARTS, limits.parts)
    for each in parts:
        if each.filename.lower().endswith(_ARCHIVES):
            raise unreadable(WorkbookFlaw.ARCHIVE_INSIDE)
        if each.file_size > max(_SMALL, each.compress_size * limits.tightest):
            raise too_large(WorkbookFlaw.PACKED_TOO_TIGHT)
    if sum(each.file_size for each in parts) > limits.unpacked_bytes:
        raise too_large(WorkbookFlaw.UNPACKED_BYTES, limits.unpacked_bytes)


def _look_for_its_own_part(package: zipfile.ZipFile, kind: WorkbookKind) -> None:
    own = "xl/workbook.xml" if kind is WorkbookKind.XLSX else "content.xml"
    if own not in package.namelist():
        raise unreadable(WorkbookFlaw.NOT_WHAT_IT_SAYS, kind=kind.value)
