"""What a program on a watched disk says is done, as lines of JSON in a file of that very disk: their place
among the other writes is the moment from which on it must hold."""

import json
import os
from pathlib import Path

SAID = "said"
"""Name of the file."""


class Witness:
    def __init__(self, base: Path) -> None:
        self._file = os.open(base / SAID, os.O_WRONLY | os.O_CREAT, 0o600)

    def say(self, what: str, value: str) -> None:
        os.write(self._file, json.dumps([what, value]).encode() + b"\n")
