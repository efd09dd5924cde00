"""Break a text into lines of a given width."""

from collections.abc import Iterator, Sequence

from printing.fonts import Font


def wrapped(font: Font, text: str, size: float, width: float) -> list[str]:
    """Lines no wider than ``width`` points; a word that is too long is broken. What the font lacks is
    shown as a square: a report must always come out."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        line = ""
        for word in _short_enough(font, font.drawable(paragraph).split(" "), size, width):
            longer = f"{line} {word}" if line else word
            if line and font.width(longer) * size > width * 1000:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def _short_enough(font: Font, words: Sequence[str], size: float, width: float) -> Iterator[str]:
    for word in words:
        rest = word
        while len(rest) > 1 and font.width(rest) * size > width * 1000:
            fits = 1
            while font.width(rest[: fits + 1]) * size <= width * 1000:
                fits += 1
            yield rest[:fits]
            rest = rest[fits:]
        yield rest
