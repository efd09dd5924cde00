"""Puts the facts of a finding or a problem into its sentence."""

from collections.abc import Mapping

UNKNOWN = "…"


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return UNKNOWN


def told(sentence: str, facts: Mapping[str, str]) -> str:
    """A fact nobody told reads ``…``: a gap in a sentence must not hide the finding from the officer."""
    return sentence.format_map(_Facts(facts))
