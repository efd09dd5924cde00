"""A layout file is read strictly: whoever edits it hears which key is wrong, and no bad card is printed."""

from pathlib import Path

import pytest

from app.cards.card_text import CardText
from app.errors import Problem, YourEnvironment
from printing.fonts import FontShelf
from printing.layout import CardLayout, read_layout

SMALL = """
name = "small"
version = 3

[[front.texts]]
text = "KARTU"
x_mm = 5
y_mm = 5
width_mm = 40
height_mm = 4
font = "Inter-700Bold"
size_pt = 11

[[front.fields]]
show = "name"
x_mm = 5
y_mm = 15
width_mm = 70
height_mm = 5
font = "Inter-700Bold"
size_pt = 11

[front.code128]
x_mm = 2
y_mm = 40
width_mm = 45
height_mm = 9
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "cabang.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_demo_layout_shows_everything_a_member_needs(demo_layout: CardLayout) -> None:
    shown = {field.show for side in demo_layout.sides for field in side.fields}
    assert shown == set(CardText) - {CardText.KPJ_PLAIN}
    assert demo_layout.front.code128 is not None
    assert demo_layout.front.qr is not None
    assert demo_layout.back is not None


def test_a_layout_without_a_back_is_one_side(tmp_path: Path, fonts: FontShelf) -> None:
    layout = read_layout(written(tmp_path, SMALL), fonts)
    assert (layout.name, layout.version, len(layout.sides)) == ("small", 3, 1)


@pytest.mark.parametrize(
    ("instead_of", "stands", "key", "why"),
    [
        (
            "size_pt = 11\n\n[front",
            "size_pt = 11\nsmalest_pt = 7\n\n[front",
            "front.fields[0].smalest_pt",
            "unknown",
        ),
        ("version = 3", "version = 3\ncolour = 1", "colour", "unknown"),
        ("version = 3", "", "version", "missing"),
        ("version = 3", "version = true", "version", "not_a_whole_number"),
        ("width_mm = 40", 'width_mm = "40"', "front.texts[0].width_mm", "not_a_number"),
        ("width_mm = 40", "width_mm = -40", "front.texts[0].width_mm", "too_small"),
        ("width_mm = 40", "width_mm = 1e999", "front.texts[0].width_mm", "too_large"),
        ("width_mm = 40", "width_mm = nan", "front.texts[0].width_mm", "too_large"),
        ("version = 3", "version = 1000000000", "version", "too_large"),
        ("width_mm = 40", "width_mm = 5", "front.texts[0].text", "too_long"),
        ("width_mm = 40", "width_mm = 90", "front.texts[0].x_mm", "off_the_card"),
        ('text = "KARTU"', "text = 1", "front.texts[0].text", "not_text"),
        ('text = "KARTU"', 'text = "KARTU 🎉"', "front.texts[0].text", "not_in_font"),
        ('text = "KARTU"', 'text = "KARTU"\ncolour = "green"', "front.texts[0].colour", "not_a_colour"),
        ('text = "KARTU"', 'text = "A"\nalign = "middle"', "front.texts[0].align", "no_such_choice"),
        (
            'text = "KARTU"',
            'text = "A"\nspecimen_only = 1',
            "front.texts[0].specimen_only",
            "not_true_or_false",
        ),
        ('font = "Inter-700Bold"', 'font = "Comic"', "front.texts[0].font", "no_such_font"),
        ('show = "name"', 'show = "photo"', "front.fields[0].show", "no_such_choice"),
        ('show = "name"', 'show = "name"\nwhen_empty = "🎉"', "front.fields[0].when_empty", "not_in_font"),
        (
            'show = "name"',
            f'show = "name"\nwhen_empty = "{"A" * 60}"',
            "front.fields[0].when_empty",
            "too_long",
        ),
        ("y_mm = 15", "y_mm = 37", "front.fields[0].x_mm", "touches_a_code"),
        ("width_mm = 45", "width_mm = 44", "front.code128.width_mm", "too_small"),
        ("height_mm = 9", "height_mm = 9\nsmallest_module_dots = 4", "front.code128.width_mm", "too_small"),
        ("height_mm = 9", "height_mm = 9\nmodule_dots = 2", "front.code128.module_dots", "too_small"),
        ("y_mm = 40", "y_mm = 48", "front.code128.x_mm", "off_the_card"),
        (
            "[front.code128]",
            '[[front.shapes]]\nkind = "blob"\n[front.code128]',
            "front.shapes[0].kind",
            "no_such_choice",
        ),
        (
            "[front.code128]",
            '[[front.shapes]]\nkind = "rect"\nx_mm = 1\ny_mm = 1\nwidth_mm = 1\nheight_mm = 1\n'
            "[front.code128]",
            "front.shapes[0].fill",
            "missing",
        ),
        (
            "[front.code128]",
            '[[front.shapes]]\nkind = "image"\nfile = "logo.png"\n[front.code128]',
            "front.shapes[0].file",
            "no_such_file",
        ),
        (
            "[front.code128]",
            "[front.qr]\nx_mm = 80\ny_mm = 10\n[front.code128]",
            "front.qr.x_mm",
            "off_the_card",
        ),
    ],
)
def test_a_slip_of_the_pen_is_named_with_file_and_key(
    tmp_path: Path, fonts: FontShelf, instead_of: str, stands: str, key: str, why: str
) -> None:
    assert instead_of in SMALL
    file = written(tmp_path, SMALL.replace(instead_of, stands, 1))
    with pytest.raises(YourEnvironment) as told:
        read_layout(file, fonts)
    assert told.value.problem is Problem.LAYOUT_UNREADABLE
    assert told.value.facts == {"file": "cabang.toml", "key": key, "why": why}


def test_a_file_that_is_no_toml_is_refused_with_the_line(tmp_path: Path, fonts: FontShelf) -> None:
    with pytest.raises(YourEnvironment) as told:
        read_layout(written(tmp_path, 'name = "half"\nversion = 1 2\n'), fonts)
    assert told.value.facts["why"] == "not_toml"
    assert "line 2" in told.value.facts["key"]


def test_a_layout_that_is_not_there_is_refused(tmp_path: Path, fonts: FontShelf) -> None:
    with pytest.raises(YourEnvironment) as told:
        read_layout(tmp_path / "cabang.toml", fonts)
    assert told.value.facts["why"] == "unreadable"
