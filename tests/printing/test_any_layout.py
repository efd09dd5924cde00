"""Whatever somebody leaves of a layout file: a layout, or the name of the key that is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Problem, YourEnvironment
from printing.fonts import FontShelf
from printing.layout import CardLayout, read_layout

LINES = (
    (Path(__file__).parents[2] / "resources" / "card_layouts" / "kartu-peserta.toml")
    .read_text(encoding="utf-8")
    .splitlines()
)
VALUES = [
    "-1",
    "0",
    "1e999",
    "nan",
    "true",
    '"x"',
    "[]",
    "{}",
    "9" * 40,
    "1979-05-27",
    '"#12"',
    '"name"',
    '"\\u0000"',
]


@st.composite
def edited(draw: st.DrawFn) -> str:
    """The demo branch's layout after a few slips of the pen."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        slip = draw(st.sampled_from(["drop", "twice", "value", "key", "cut", "text"]))
        if slip == "drop":
            del lines[place]
        elif slip == "twice":
            lines.insert(place, lines[place])
        elif slip == "value":
            lines[place] = f"{lines[place].partition('=')[0]}= {draw(st.sampled_from(VALUES))}"
        elif slip == "key":
            lines[place] = (
                f"{draw(st.sampled_from(['x_mm', 'shape', 'a.b', 'font']))} ={lines[place].partition('=')[2]}"
            )
        elif slip == "cut":
            lines[place] = lines[place][: draw(st.integers(0, 30))]
        else:
            lines[place] = draw(st.text(max_size=20))
        lines = lines or [""]
    return "\n".join(lines)


def read(file: Path, fonts: FontShelf) -> CardLayout | YourEnvironment:
    try:
        return read_layout(file, fonts)
    except YourEnvironment as told:
        return told


def test_any_layout_is_read_or_its_wrong_key_is_named(tmp_path: Path, fonts: FontShelf) -> None:
    file = tmp_path / "cabang.toml"

    @given(edited() | st.text(max_size=60))
    def holds(text: str) -> None:
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        told = read(file, fonts)
        if isinstance(told, YourEnvironment):
            assert told.problem is Problem.LAYOUT_UNREADABLE
            assert told.facts["file"] == "cabang.toml"

    holds()


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "9" * 10_000, "a." * 2_000 + "b = 1"])
def test_a_layout_made_to_hurt_is_told_too(tmp_path: Path, fonts: FontShelf, text: str) -> None:
    file = tmp_path / "cabang.toml"
    file.write_text(text, encoding="utf-8")
    assert isinstance(read(file, fonts), YourEnvironment)
