"""Put a password on a PDF that leaves the branch."""

import io

from pypdf import PdfReader, PdfWriter


def locked(document: bytes, password: str) -> bytes:
    """The same pages under AES-256 (PDF 2.0); whoever opens them needs ``password``."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(document)))
    writer.encrypt(password, algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def gathered(documents: list[bytes]) -> bytes:
    """The pages of all of them, one after the other."""
    if len(documents) == 1:
        return documents[0]
    writer = PdfWriter()
    for document in documents:
        writer.append(io.BytesIO(document), import_outline=False)
    writer.compress_identical_objects(remove_unreferenced=True)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
