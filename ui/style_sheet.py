"""The one style sheet, written from a palette and a type scale."""

from ui.theme import Palette, TypeScale


def style_sheet(palette: Palette, scale: TypeScale) -> str:
    parts = (_texts, _frames, _controls, _buttons, _pills, _lists, _rail, _scroll_bars)
    return "\n".join(part(palette, scale) for part in parts)


def _texts(c: Palette, s: TypeScale) -> str:
    return f"""
QLabel {{ background: transparent; color: {c.ink}; }}
QLabel[grade="small"] {{ font-size: {s.small}px; }}
QLabel[grade="status"] {{ font-size: {s.status}px; font-weight: 700; }}
QLabel[weight="medium"] {{ font-weight: 500; }}
QLabel[weight="strong"] {{ font-weight: 600; }}
QLabel[tone="muted"] {{ color: {c.muted}; }}
QLabel[tone="ok"] {{ color: {c.accent}; }}
QLabel[tone="warn"] {{ color: {c.warn}; }}
QLabel[tone="error"] {{ color: {c.error}; }}
QLabel[tone="info"] {{ color: {c.info}; }}
QLabel[tone="neutral"] {{ color: {c.muted}; }}
Icon {{ border: none; }}
Bar {{ color: {c.accent}; }}
Bar[tone="warn"] {{ color: {c.warn}; }}
Bar[tone="error"] {{ color: {c.error}; }}
KeyCap {{ font-size: {s.small - 2}px; font-weight: 600; color: {c.muted}; background: {c.cap};
          border: 1px solid {c.line}; border-radius: 4px; padding: 1px 5px; }}
QToolTip {{ color: {c.ink}; background: {c.panel}; border: 1px solid {c.border}; padding: 4px 8px; }}
"""


def _frames(c: Palette, s: TypeScale) -> str:
    tinted = "".join(
        f'Panel[tone="{tone}"] {{ background: {soft}; border-color: {line}; }}'
        f'Notice[tone="{tone}"] {{ background: {soft}; border-color: {line}; }}'
        for tone, soft, line in (
            ("ok", c.accent_soft, c.accent),
            ("warn", c.warn_soft, c.warn_line),
            ("error", c.error_soft, c.error_line),
            ("info", c.info_soft, c.info_line),
        )
    )
    return f"""
QMainWindow, QDialog, Page {{ background: {c.ground}; }}
Panel, Notice {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: 8px; }}
{tinted}
Stepper {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: 8px; }}
Step {{ border: none; border-right: 1px solid {c.line}; background: transparent; }}
Step[place="first"] {{ border-top-left-radius: 7px; border-bottom-left-radius: 7px; }}
Step[place="last"] {{ border-right: none; border-top-right-radius: 7px; border-bottom-right-radius: 7px; }}
Step[state="current"] {{ background: {c.accent_soft}; }}
Step[state="current"] QLabel[tone="muted"] {{ color: {c.ink}; }}
CardView {{ background: transparent; border: none; }}
FindingRow {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: 8px; }}
FindingRow[tone="error"] {{ border-color: {c.error_line}; }}
FindingRow[tone="warn"] {{ border-color: {c.warn_line}; }}
FindingRow[settled="true"] {{ border-color: {c.line}; }}
RowStrip {{ background: {c.warn_soft}; border: none; border-bottom: 1px solid {c.line}; }}
TopBar {{ background: {c.panel}; border: none; border-bottom: 1px solid {c.line}; }}
StatusLine {{ background: {c.panel}; border: none; border-top: 1px solid {c.line}; }}
StatusLine QLabel#sampleData {{ color: {c.panel}; background: {c.warn}; border-radius: 4px;
    padding: 2px 10px; }}
StatusLine QPushButton#lastBackup {{ background: transparent; border: 2px solid transparent;
    border-radius: 4px; min-height: {s.small + 7}px; padding: 0; }}
StatusLine QPushButton#lastBackup:hover {{ background: {c.hover}; }}
StatusLine QPushButton#lastBackup:focus {{ border-color: {c.focus}; }}
"""


def _controls(c: Palette, s: TypeScale) -> str:
    return f"""
QLineEdit, QComboBox, QPlainTextEdit {{
    background: {c.panel}; color: {c.ink};
    placeholder-text-color: {c.muted}; border: 1px solid {c.border}; border-radius: 6px;
    padding: 5px 10px; min-height: {max(20, s.work + 7)}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit:focus, QComboBox:focus, QComboBox:on, QPlainTextEdit:focus {{
    border: 2px solid {c.focus}; padding: 4px 9px; }}
QLineEdit[dense="true"], QComboBox[dense="true"] {{ padding: 3px 10px; min-height: {max(20, s.work + 5)}px; }}
QLineEdit[dense="true"]:focus, QComboBox[dense="true"]:focus, QComboBox[dense="true"]:on {{
    padding: 2px 9px; }}
QLineEdit[tone="warn"] {{ background: {c.warn_soft}; border-color: {c.warn}; }}
QComboBox[tone="warn"] {{ background: {c.warn_soft}; border-color: {c.warn}; }}
QLineEdit[tone="error"] {{ background: {c.error_soft}; border-color: {c.error}; }}
QComboBox[tone="error"] {{ background: {c.error_soft}; border-color: {c.error}; }}
QLineEdit[filled="true"], QComboBox[filled="true"] {{ background: {c.filled}; }}
QLineEdit[readOnly="true"] {{ background: {c.filled}; color: {c.ink}; }}
QLineEdit:disabled, QComboBox:disabled {{ background: {c.ground}; color: {c.muted}; }}
QLineEdit[grade="status"] {{ font-size: {s.work + 5}px; min-height: {s.work + 17}px; }}
QComboBox {{ padding-right: {s.work + 13}px; }}
QComboBox:focus, QComboBox:on {{ padding-right: {s.work + 12}px; }}
QComboBox::drop-down {{ border: none; width: 0px; }}
QComboBox QAbstractItemView, QListView#suggestions {{
    background: {c.panel}; color: {c.ink}; border: 1px solid {c.border}; outline: none;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QComboBox QAbstractItemView::item, QListView#suggestions::item {{ min-height: 30px; padding: 0 10px; }}
"""


def _buttons(c: Palette, s: TypeScale) -> str:
    return f"""
QPushButton {{
    background: {c.panel}; color: {c.ink}; border: 1px solid {c.border}; border-radius: 6px;
    padding: 5px 14px; min-height: {max(20, s.work + 7)}px; font-weight: 600; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:focus {{ border: 2px solid {c.focus}; padding: 4px 13px; }}
QPushButton:disabled {{ color: {c.muted}; background: {c.ground}; border-color: {c.line}; }}
ActionButton QLabel {{ font-weight: 600; color: {c.ink}; }}
ActionButton KeyCap {{ color: {c.muted}; }}
ActionButton[off="true"] QLabel {{ color: {c.muted}; }}
ActionButton[primary="true"] {{ background: {c.accent}; border-color: {c.accent}; }}
ActionButton[primary="true"]:hover {{ background: {c.accent_hover}; }}
ActionButton[primary="true"]:focus {{ border: 2px solid {c.focus}; outline: none; }}
ActionButton[primary="true"] QLabel {{ color: {c.on_accent}; }}
ActionButton[primary="true"] KeyCap {{ color: {c.on_accent}; background: transparent;
                                       border-color: {c.on_accent}; }}
ActionButton[primary="true"][off="true"] {{ background: {c.cap}; border-color: {c.line}; }}
ActionButton[primary="true"][off="true"] QLabel {{ color: {c.muted}; }}
ActionButton[primary="true"][off="true"] KeyCap {{ color: {c.muted}; border-color: {c.line}; }}
ActionButton[quiet="true"] {{ background: transparent; border-color: transparent; }}
ActionButton[chosen="true"] {{ background: {c.accent_soft}; border-color: {c.accent}; }}
ActionButton[quiet="true"]:hover {{ background: {c.hover}; }}
ActionButton[quiet="true"]:focus {{ border: 2px solid {c.focus}; }}
"""


def _pills(c: Palette, s: TypeScale) -> str:
    tones = (
        ("ok", c.accent_soft, c.accent),
        ("warn", c.warn_soft, c.warn),
        ("error", c.error_soft, c.error),
        ("info", c.info_soft, c.info),
        ("neutral", c.cap, c.muted),
    )
    painted = "".join(
        f'Pill[tone="{tone}"] {{ background: {soft}; }} Pill[tone="{tone}"] QLabel {{ color: {ink}; }}'
        for tone, soft, ink in tones
    )
    return f"""
Pill {{ border: none; border-radius: {(s.small + 10) // 2}px; }}
Pill QLabel {{ font-size: {s.small}px; font-weight: 600; }}
{painted}
"""


def _lists(c: Palette, s: TypeScale) -> str:
    return f"""
QTableView, QListView {{ background: {c.panel}; color: {c.ink};
    placeholder-text-color: {c.muted}; border: 1px solid {c.line};
    border-radius: 8px; outline: none; gridline-color: {c.line};
    selection-background-color: {c.accent_soft}; selection-color: {c.ink}; }}
QTableView:focus, QListView:focus {{ border: 2px solid {c.focus}; }}
QTableView::item {{ padding: 0 7px; border-bottom: 1px solid {c.line}; }}
QTableView::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
QListView {{ padding: 4px; }}
QListView:focus {{ padding: 3px; }}
QListView::item {{ padding: 6px 10px; border-radius: 6px; }}
QListView::item:selected {{ background: {c.accent_soft}; color: {c.ink}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {c.muted}; border: none;
    border-bottom: 1px solid {c.line}; padding: 6px 10px; font-size: {s.small}px; font-weight: 600; }}
"""


def _rail(c: Palette, s: TypeScale) -> str:
    return f"""
Rail {{ background: {c.rail}; border: none; }}
Rail QLabel {{ color: {c.rail_ink}; }}
Rail QLabel[tone="muted"] {{ color: {c.rail_muted}; }}
Rail QLabel#programName {{ font-size: {s.work + 4}px; font-weight: 700; }}
Rail KeyCap {{ color: {c.rail}; background: {c.rail_ink}; border-color: {c.rail_ink}; }}
RailButton {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
    min-height: {s.work + 19}px; padding: 0; text-align: left; }}
RailButton QLabel {{ color: {c.rail_ink}; font-weight: 400; }}
RailButton:hover {{ background: {c.rail_current}; }}
RailButton:checked {{ background: {c.rail_current}; border-left: 3px solid {c.rail_mark}; }}
RailButton[current="true"] QLabel {{ font-weight: 600; }}
RailButton QLabel#openCount {{ color: {c.warn}; background: {c.warn_soft}; border-radius: 8px;
    padding: 0 6px; font-weight: 600; }}
RailButton:focus {{ border: 2px solid {c.rail_mark}; padding: 0; }}
QPushButton#lockCounter {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
    min-height: {max(24, s.small + 11)}px; padding: 0; }}
QPushButton#lockCounter:hover {{ background: {c.rail_current}; }}
QPushButton#lockCounter:focus {{ border-color: {c.rail_mark}; }}
OfficerCard {{ border: none; border-top: 1px solid {c.rail_line}; background: transparent; }}
"""


def _scroll_bars(c: Palette, s: TypeScale) -> str:
    return f"""
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
