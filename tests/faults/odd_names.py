"""Names as keyboards, scanners, other programs and other scripts bring them, one odder than the other."""

from random import Random

_LETTERS = "ABCĐÉÑŁŞŽÅØÆŒßŉİıǅŐŲḌṢẒ"
_ODD = (
    *("\u0301", "\u0323\u0307", "\u034f", "I\u0307"),  # marks that join what stands before them
    *("\u200b", "\u200d", "\u200f", "\u202e", "\u2066", "\ufeff", "\u00ad", "\U000e0041"),  # seen by nobody
    *("\u00a0", "\u3000", "\t", "\n", "\r", "\x00", "\x1b[31m", "\x7f", "\ud800", "\udfff", "\ufffe"),
    *("ﬁ", "Ａ", "①", "٣", "ꦱꦶꦠꦶ", "ᬲᬶᬢᬶ", "سيتي", "西蒂", "सीता", "ẞ", "👩\u200d👧", "🇮🇩", "😀"),
    *("=1+1", "@", "-", "+62", "'", "’", "ʼ", "‐", "－", ".", ",", "…"),
    *("<b>", "&amp;", "'; DROP TABLE", "%s{}", "../", "_x0041_", "NULL"),
)


def odd_name(chance: Random) -> str:
    pieces: list[str] = []
    for _ in range(chance.randrange(1, 6)):
        pieces.append("".join(chance.choice(_LETTERS) for _ in range(chance.randrange(0, 9))))
        pieces.append(chance.choice(_ODD) * chance.choice((1, 1, 1, 2, 40)))
    if chance.random() < 0.4:
        pieces = ["".join(chance.choice(_LETTERS) for _ in range(chance.randrange(1, 30))), " ", "ABDUL"]
    return "".join(pieces)
