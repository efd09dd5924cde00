"""A scan or photo that belongs to a person's papers, and what makes one hard to read."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.errors import Problem
from app.exchange.file_flaw import FileKind
from app.exchange.outside_file import FileLimits
from app.findings import Finding, FindingCode, Severity

SCAN = FileKind("printing.scan_child", Problem.SCAN_UNREADABLE, Problem.SCAN_TOO_LARGE)

SMALLEST_SIDE_PX = 640
"""The longer side of a KTP at 190 dots an inch; below it the small print is gone."""
DARKEST_PAPER = 100
PALEST_INK = 40
BLUNTEST = 9.0
"""Of 0 (black) to 255 (white): how light paper is at least, how far ink stands out from it at least, and how
sharp the sharpest part is at least. Measured on documents darkened, bleached and blurred step by step."""


class AttachmentKind(StrEnum):
    IDENTITY_CARD = "identity_card"
    FAMILY_CARD = "family_card"
    PROOF_OF_PAYMENT = "proof_of_payment"
    DEATH_CERTIFICATE = "death_certificate"
    CLAIM_FORM = "claim_form"
    VOUCHER = "voucher"
    OTHER = "other"


class MediaType(StrEnum):
    JPEG = "image/jpeg"
    PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class PageLook:
    """What was measured on one page: ``paper`` is how light its lightest parts are, ``ink`` how much darker
    its darkest, ``sharpness`` how steep its steepest edges."""

    width_px: int
    height_px: int
    paper: int
    ink: int
    sharpness: float


@dataclass(frozen=True, slots=True)
class Scan:
    """A document of our own making, drawn anew from pixels: no byte of the file from outside is in it."""

    media: MediaType
    content: bytes = field(repr=False)
    pages: tuple[PageLook, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Told before the scan is kept, while the paper still lies on the desk; they refuse nothing."""
        return tuple(found for place, page in enumerate(self.pages, 1) for found in _findings(place, page))


def _findings(place: int, page: PageLook) -> list[Finding]:
    facts = {"page": str(place), "width": str(page.width_px), "height": str(page.height_px)}
    if page.paper < DARKEST_PAPER:
        codes = [FindingCode.SCAN_TOO_DARK]
    elif page.ink < PALEST_INK:
        codes = [FindingCode.SCAN_NEARLY_EMPTY]
    elif page.sharpness < BLUNTEST:
        codes = [FindingCode.SCAN_BLURRED]
    else:
        codes = []
    if max(page.width_px, page.height_px) < SMALLEST_SIDE_PX:
        codes.append(FindingCode.SCAN_TOO_SMALL)
    return [Finding(code, Severity.NOTE, facts=facts) for code in codes]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanLimits(FileLimits):
    """``pixels`` a page may come with, ``longest_px`` of a page as it is kept, ``page_dpi`` for PDF pages."""

    file_bytes: int = 30_000_000
    memory_bytes: int = 1_000_000_000
    seconds: int = 20
    answer_bytes: int = 1_200_000_000
    frame_bytes: int = 27_000_000
    pixels: int = 60_000_000
    pages: int = 40
    longest_px: int = 3_000
    page_dpi: int = 200


@dataclass(frozen=True, slots=True)
class Attachment:
    """``bytes`` and ``sha256`` are those of the document, not of its encrypted file."""

    kind: AttachmentKind
    media: MediaType
    member_id: int | None
    visit_id: int | None
    sha256: str
    bytes: int
    at: datetime
    officer_id: int
    id: int = 0


@dataclass(frozen=True, slots=True)
class SealedFile:
    """The name of an encrypted file, and the key that opens this one and no other."""

    name: str
    key: bytes = field(repr=False)
