"""Look at a workbook's outside before any reader opens it: what it is, and what it would become unpacked."""

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from zlib import error as ZlibError

from app.errors import FileRefused, Problem
from app.exchange.file_flaw import FileFlaw
from app.exchange.workbook import WORKBOOK, WorkbookKind, WorkbookLimits

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which Excel keeps a whole .xlsx that has a password."""

_EXCEL_97_LOCKED = re.compile(rb"\x09\x08\x10\x00.{16}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
"""Its first record, perhaps that it is write-protected, and then how the rest is enciphered."""
_ODS_MANIFEST = "META-INF/manifest.xml"

_BY_START = {_ZIP: (WorkbookKind.XLSX, WorkbookKind.ODS), _OLE: (WorkbookKind.XLS,)}
_BEFORE_TAGS = b"\xef\xbb\xbf\r\n\t "
_WEB_PAGE = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tar", ".xlsx", ".xlsm", ".xlsb", ".ods", ".docx", ".jar")
_SMALL = 1_000_000
"""A part that stays below it may be packed as tightly as it likes."""


def look(content: bytes, kind: WorkbookKind, limits: WorkbookLimits) -> None:
    """Refuses what is no workbook of this ``kind``, has a password, or would swell."""
    _look_at_start(content, kind)
    if kind in (WorkbookKind.XLSX, WorkbookKind.ODS):
        with opened(content) as package:
            _look_at_parts(package.infolist(), limits)
            _look_inside(package, kind)


def opened(content: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise WORKBOOK.unreadable(FileFlaw.DAMAGED) from error


def part(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        return package.read(name)
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, EOFError, ZlibError) as error:
        raise WORKBOOK.unreadable(FileFlaw.DAMAGED) from error
    except RuntimeError as error:  # how zipfile says that a part has a password
        raise FileRefused(Problem.WORKBOOK_LOCKED) from error


def _look_at_start(content: bytes, kind: WorkbookKind) -> None:
    if not content:
        raise WORKBOOK.unreadable(FileFlaw.DAMAGED)
    if content.startswith(_OLE) and (_ENCRYPTED in content or _EXCEL_97_LOCKED.search(content)):
        raise FileRefused(Problem.WORKBOOK_LOCKED)
    if kind is not WorkbookKind.CSV and content[:200].strip(_BEFORE_TAGS).lower().startswith(_WEB_PAGE):
        raise WORKBOOK.unreadable(FileFlaw.WEB_PAGE, kind=kind.value)
    for start, kinds in _BY_START.items():
        if content.startswith(start) is not (kind in kinds):
            raise _other(kind)


def _other(kind: WorkbookKind) -> FileRefused:
    return WORKBOOK.unreadable(FileFlaw.NOT_WHAT_IT_SAYS, kind=kind.value)


def _look_at_parts(parts: Sequence[zipfile.ZipInfo], limits: WorkbookLimits) -> None:
    if len(parts) > limits.parts:
        raise WORKBOOK.too_large(FileFlaw.PARTS, limits.parts)
    for each in parts:
        if each.filename.lower().endswith(_ARCHIVES):
            raise WORKBOOK.unreadable(FileFlaw.ARCHIVE_INSIDE)
        if each.file_size > max(_SMALL, each.compress_size * limits.tightest):
            raise WORKBOOK.too_large(FileFlaw.PACKED_TOO_TIGHT, limits.tightest)
    if sum(each.file_size for each in parts) > limits.unpacked_bytes:
        raise WORKBOOK.too_large(FileFlaw.UNPACKED_BYTES, limits.unpacked_bytes)


def _look_inside(package: zipfile.ZipFile, kind: WorkbookKind) -> None:
    names = package.namelist()
    if ("xl/workbook.xml" if kind is WorkbookKind.XLSX else "content.xml") not in names:
        whole_enciphered = "encrypted-package" in names
        raise FileRefused(Problem.WORKBOOK_LOCKED) if whole_enciphered else _other(kind)
    if _ODS_MANIFEST in names and b"encryption-data" in part(package, _ODS_MANIFEST):
        raise FileRefused(Problem.WORKBOOK_LOCKED)
