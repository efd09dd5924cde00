"""What leaves the program as a paper and a workbook at once: journalled first, then written."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.files import write_whole


@dataclass(frozen=True, slots=True)
class Drawn:
    """The same content twice: for reading and signing, and for working with it."""

    pdf: bytes
    workbook: bytes

    @property
    def facts(self) -> Mapping[str, str]:
        """What the journal keeps, so that a paper somebody shows can be told from one they made."""
        return {
            "pdf_sha256": hashlib.sha256(self.pdf).hexdigest(),
            "xlsx_sha256": hashlib.sha256(self.workbook).hexdigest(),
        }


@dataclass(frozen=True, slots=True)
class Papers:
    pdf: Path
    workbook: Path


def write_papers(drawn: Drawn, folder: Path, name: str) -> Papers:
    """Both or none. Called after the journal has it: a paper nobody knows of would be worse than an entry
    about one that the disk did not take. Raises ``YourEnvironment``."""
    papers = Papers(folder / f"{name}.pdf", folder / f"{name}.xlsx")
    write_whole(papers.pdf, drawn.pdf)
    try:
        write_whole(papers.workbook, drawn.workbook)
    except BaseException:
        papers.pdf.unlink(missing_ok=True)
        raise
    return papers
