"""Text as every other program takes it: without signs that no document holds, no longer than a cell."""

import re

LONGEST = 32_767
"""What one cell of Excel holds, counted as Excel does: an emoji is two."""

_CUT = "… (dipotong)"
_NOT_IN_DOCUMENTS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """What cannot be written is shown as U+FFFD; text that is too long ends by saying that it was cut."""
    shown = _NOT_IN_DOCUMENTS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(shown) <= LONGEST // 2:
        return shown
    units = shown.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return shown
    return units[: 2 * (LONGEST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT
