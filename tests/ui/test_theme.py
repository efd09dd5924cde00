"""Every pair of colours that meets on a screen can be told apart."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from app.settings import Look
from ui.theme import FAMILY, PALETTES, Palette, TypeScale, work_font

UI = Path(__file__).parents[2] / "ui"

TEXT = [
    *((ink, ground) for ink in ("ink", "muted") for ground in ("panel", "ground", "hover", "filled")),
    *(("ink", ground) for ground in ("accent_soft", "warn_soft", "error_soft", "info_soft", "cap")),
    *((tone, ground) for tone in ("accent", "warn", "error", "info") for ground in ("panel", "ground")),
    ("accent", "accent_soft"),
    ("warn", "warn_soft"),
    ("error", "error_soft"),
    ("info", "info_soft"),
    ("muted", "cap"),
    ("muted", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("rail_ink", "rail"),
    ("rail_ink", "rail_current"),
    ("rail_muted", "rail"),
    ("rail_muted", "rail_current"),
    ("rail", "rail_ink"),
]
EDGES = [
    *((edge, ground) for edge in ("border", "focus") for ground in ("panel", "ground")),
    ("focus", "filled"),
    ("focus", "warn_soft"),
    ("focus", "error_soft"),
    ("border", "filled"),
    ("warn", "warn_soft"),
    ("error", "error_soft"),
    ("rail_mark", "rail"),
    ("rail_mark", "rail_current"),
]


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(look: Look, ink: str, ground: str) -> None:
    assert contrast(PALETTES[look], ink, ground) >= 4.5


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_borders_and_focus_can_be_seen(look: Look, edge: str, ground: str) -> None:
    assert contrast(PALETTES[look], edge, ground) >= 3.0


def test_colours_stand_in_the_palettes_and_nowhere_else() -> None:
    spelt = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(\s*\d|QColor\([\"0-9]|GlobalColor\.(?!transparent)")
    found = [
        f"{file.relative_to(UI)}: {match.group()}"
        for file in UI.rglob("*.py")
        if file.name != "theme.py"
        for match in spelt.finditer(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_both_looks_name_every_colour_once() -> None:
    for palette in PALETTES.values():
        assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in asdict(palette).values())


def test_the_bundled_font_is_the_one_that_is_drawn(qapp: QApplication) -> None:
    assert QFontInfo(work_font(TypeScale())).family() == FAMILY


def test_text_grows_to_twice_its_size_and_no_further() -> None:
    assert (TypeScale(100).work, TypeScale(200).work, TypeScale(400).work, TypeScale(10).work) == (
        15,
        30,
        30,
        15,
    )


def contrast(palette: Palette, one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio."""
    lights = sorted((luminance(getattr(palette, name)) for name in (one, other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
