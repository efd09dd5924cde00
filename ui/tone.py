"""How good or bad something is, always told by an icon and a word besides its colour."""

from enum import StrEnum

from app.findings import Severity


class Tone(StrEnum):
    OK = "ok"
    WARN = "warn"
    ERROR = "error"
    INFO = "info"
    NEUTRAL = "neutral"


TONE_ICONS = {
    Tone.OK: "check",
    Tone.WARN: "triangle-alert",
    Tone.ERROR: "circle-x",
    Tone.INFO: "info",
    Tone.NEUTRAL: "circle",
}

SEVERITY_TONES = {
    Severity.BLOCK: Tone.ERROR,
    Severity.APPROVE: Tone.WARN,
    Severity.WARN: Tone.WARN,
    Severity.NOTE: Tone.INFO,
}

SEVERITY_ICONS = {
    Severity.BLOCK: "circle-x",
    Severity.APPROVE: "shield-alert",
    Severity.WARN: "triangle-alert",
    Severity.NOTE: "info",
}
