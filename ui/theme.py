"""The program's looks: two palettes, one type scale, one way to put them on."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

from app.settings import Look

HAIR, SMALL, GAP, WIDE, SECTION = 4, 8, 12, 16, 24
"""The only distances used between things, in pixels."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of the program, by the work it does. A test holds each used pair to its contrast."""

    ground: str
    panel: str
    line: str
    border: str
    ink: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    filled: str
    hover: str
    cap: str
    focus: str
    warn: str
    warn_soft: str
    warn_line: str
    error: str
    error_soft: str
    error_line: str
    info: str
    info_soft: str
    info_line: str
    rail: str
    rail_line: str
    rail_current: str
    rail_ink: str
    rail_muted: str
    rail_mark: str


LIGHT = Palette(
    ground="#F4F6F8",
    panel="#FFFFFF",
    line="#C9D1D9",
    border="#7C8B98",
    ink="#17212B",
    muted="#55636F",
    accent="#0B6B4F",
    accent_hover="#095A43",
    accent_soft="#E3F1EC",
    on_accent="#FFFFFF",
    filled="#EFF5F3",
    hover="#EEF2F5",
    cap="#E8ECF0",
    focus="#1769C2",
    warn="#8A5A00",
    warn_soft="#FFF4DB",
    warn_line="#E5B95C",
    error="#B3261E",
    error_soft="#FDECEA",
    error_line="#E8A29D",
    info="#134E8A",
    info_soft="#E6F0FA",
    info_line="#9DC0E4",
    rail="#10202B",
    rail_line="#2C3F4C",
    rail_current="#1D3544",
    rail_ink="#E9EFF3",
    rail_muted="#9FB0BC",
    rail_mark="#2BB584",
)

DARK = Palette(
    ground="#12181E",
    panel="#1B242C",
    line="#35424D",
    border="#72838F",
    ink="#E6EBEF",
    muted="#A3B1BC",
    accent="#4CC79B",
    accent_hover="#63D3AB",
    accent_soft="#17352C",
    on_accent="#0D1F19",
    filled="#1E2E2B",
    hover="#25313A",
    cap="#2C3943",
    focus="#6DB3F8",
    warn="#F0B94D",
    warn_soft="#33290F",
    warn_line="#6B5420",
    error="#FF9A91",
    error_soft="#3B1E1C",
    error_line="#7A3B36",
    info="#8FC1F5",
    info_soft="#173048",
    info_line="#2F5A83",
    rail="#0B1116",
    rail_line="#24313A",
    rail_current="#1A2A35",
    rail_ink="#E9EFF3",
    rail_muted="#9FB0BC",
    rail_mark="#4CC79B",
)

PALETTES = {Look.LIGHT: LIGHT, Look.DARK: DARK}

FAMILY = "Inter"


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Two sizes for work and one for the status word, in pixels at the officer's text size."""

    percent: int = 100

    @property
    def work(self) -> int:
        return self._scaled(15)

    @property
    def small(self) -> int:
        return self._scaled(13)

    @property
    def status(self) -> int:
        return self._scaled(28)

    def _scaled(self, pixels: int) -> int:
        return round(pixels * min(max(self.percent, 100), 200) / 100)


def work_font(scale: TypeScale) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(scale.work)
    return font


def with_even_figures(font: QFont) -> QFont:
    """Figures of one width: numbers stand under each other, and a running time does not tremble."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even


def qt_palette(palette: Palette) -> QPalette:
    """What painting widgets ask for; ``Dark`` is the border of a control, ``Mid`` a separating line."""
    role = QPalette.ColorRole
    colours = {
        role.Window: palette.ground,
        role.WindowText: palette.ink,
        role.Base: palette.panel,
        role.AlternateBase: palette.hover,
        role.Text: palette.ink,
        role.PlaceholderText: palette.muted,
        role.Button: palette.panel,
        role.ButtonText: palette.ink,
        role.BrightText: palette.error,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Accent: palette.focus,
        role.Link: palette.info,
        role.ToolTipBase: palette.panel,
        role.ToolTipText: palette.ink,
        role.Light: palette.hover,
        role.Midlight: palette.cap,
        role.Mid: palette.line,
        role.Dark: palette.border,
        role.Shadow: palette.border,
    }
    made = QPalette()
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(palette.muted))
    return made
