"""A layout as its TOML text and back: what is written is read again as the very same value."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any

import tomli_w

from app.cards.card_text import Align, Anchor, CardText
from app.cards.layout_draft import PROPERTIES, SHAPES, Element, ElementKind, LayoutDraft
from app.errors import Problem, YourEnvironment

_DEFAULTS = {field.name: field.default for field in fields(Element)}
_MUST_STAND = frozenset({"module_dots", "text", "show", "file"})
_CHOICES: Mapping[str, type[StrEnum]] = {"show": CardText, "align": Align, "anchor": Anchor}


def text_of(draft: LayoutDraft) -> str:
    """Every property that is not as it is without being named, always in the same order."""
    whole: dict[str, Any] = {"name": draft.name, "version": draft.version}
    whole["front"] = _side(draft.front)
    if draft.back is not None:
        whole["back"] = _side(draft.back)
    return tomli_w.dumps(whole)


def _side(elements: tuple[Element, ...]) -> dict[str, Any]:
    side: dict[str, Any] = {}
    for element in elements:
        values = dict(_values(element))
        match element.kind:
            case ElementKind.TEXT:
                side.setdefault("texts", []).append(values)
            case ElementKind.FIELD:
                side.setdefault("fields", []).append(values)
            case ElementKind.CODE128 | ElementKind.QR:
                side[element.kind.value] = values
            case _:
                side.setdefault("shapes", []).append({"kind": element.kind.value, **values})
    return side


def _values(element: Element) -> Iterator[tuple[str, Any]]:
    for key in PROPERTIES[element.kind]:
        value = getattr(element, key)
        if key == "smallest_pt" and value == element.size_pt:
            continue
        if key == "stroke_mm" and not element.stroke:
            continue
        if value == _DEFAULTS[key] and key not in _MUST_STAND:
            continue
        if isinstance(value, StrEnum):
            value = value.value
        elif isinstance(value, float):
            value = int(value) if value.is_integer() else value
        yield key, value


def draft_of(text: str, file: str, image: Callable[[str], bytes | None]) -> LayoutDraft:
    """Of a text that was written here or was read strictly before; another one may lose what it should not
    have. ``YourEnvironment(LAYOUT_UNREADABLE)`` where it is no layout at all."""
    try:
        whole = tomllib.loads(text)
        front = tuple(_elements(whole["front"]))
        back = tuple(_elements(whole["back"])) if "back" in whole else None
        name, version = str(whole["name"]), int(whole["version"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise YourEnvironment(Problem.LAYOUT_UNREADABLE, file=file, key="", why="not_toml") from error
    shown = {each.file for each in (*front, *(back or ())) if each.file}
    images = {each: content for each in sorted(shown) if (content := image(each)) is not None}
    return LayoutDraft(name, version, front, back, images)


def _elements(side: Mapping[str, Any]) -> Iterator[Element]:
    for shape in side.get("shapes", []):
        yield _element(ElementKind(shape["kind"]), shape)
    for text in side.get("texts", []):
        yield _element(ElementKind.TEXT, text)
    for shown in side.get("fields", []):
        yield _element(ElementKind.FIELD, shown)
    for code, dots in ((ElementKind.CODE128, 4), (ElementKind.QR, 5)):
        if code.value in side:
            yield _element(code, {"module_dots": dots, **side[code.value]})


def _element(kind: ElementKind, values: Mapping[str, Any]) -> Element:
    known: dict[str, Any] = {}
    for key in PROPERTIES[kind]:
        if key in values:
            value = values[key]
            if key in _CHOICES:
                value = _CHOICES[key](value)
            elif isinstance(_DEFAULTS[key], float) or key.endswith(("_mm", "_pt")):
                value = float(value)
            known[key] = value
    if kind not in SHAPES and "size_pt" in known:
        known.setdefault("smallest_pt", known["size_pt"])
    return Element(kind, **known)
