"""Bring the Indonesian file up to date with the screens.

``python tests/i18n/update_translations.py [TEXTS.json …]`` reads every text of ``ui`` into
``resources/i18n/loket_id.ts``, takes translations from the JSON files given
(``{"Context": {"English source": "Indonesian"}}``), and compiles what the program loads. It ends with 1 and
names them while texts are still without Indonesian.
"""

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "resources" / "i18n" / "loket_id.ts"
COMPILED = SOURCE.with_suffix(".qm")

Texts = Mapping[str, Mapping[str, str]]


def main(files: list[str]) -> int:
    collect(SOURCE)
    for file in files:
        merge(SOURCE, json.loads(Path(file).read_text(encoding="utf-8")))
    collect(SOURCE)  # lupdate's own layout again, so that the next run changes nothing
    compile_texts(SOURCE, COMPILED)
    missing = untranslated(SOURCE)
    sys.stdout.write("".join(f"{context}: {text}\n" for context, text in missing))
    return 1 if missing else 0


def collect(target: Path) -> None:
    """Let lupdate read the screens; texts no longer used are dropped."""
    screens = sorted(str(file) for file in (ROOT / "ui").rglob("*.py"))
    exact = ("-locations", "none", "-no-obsolete")
    no_guesses = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
    _qt_tool("pyside6-lupdate", *screens, *exact, *no_guesses, "-ts", str(target))


def merge(target: Path, texts: Texts) -> None:
    tree = ET.parse(target)
    for context, message in _messages(tree):
        indonesian = texts.get(context, {}).get(message.findtext("source", ""))
        translation = message.find("translation")
        if indonesian and translation is not None:
            translation.text = indonesian
            translation.attrib.pop("type", None)
    tree.write(target, encoding="utf-8", xml_declaration=True)


def compile_texts(source: Path, compiled: Path) -> None:
    fresh = compiled.with_suffix(".qm.new")
    _qt_tool("pyside6-lrelease", "-silent", str(source), "-qm", str(fresh))
    fresh.replace(compiled)  # written into, it would be pulled from under a program that has it mapped


def untranslated(source: Path) -> list[tuple[str, str]]:
    return [
        (context, message.findtext("source", ""))
        for context, message in _messages(ET.parse(source))
        if not _finished(message.find("translation"))
    ]


def texts(source: Path) -> list[tuple[str, str, str]]:
    """Context, English and Indonesian of everything in the file."""
    return [
        (context, message.findtext("source", ""), message.findtext("translation", ""))
        for context, message in _messages(ET.parse(source))
    ]


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}", text))


def _finished(translation: ET.Element | None) -> bool:
    return translation is not None and bool(translation.text) and "type" not in translation.attrib


def _messages(tree: "ET.ElementTree[ET.Element]") -> list[tuple[str, ET.Element]]:
    return [
        (context.findtext("name", ""), message)
        for context in tree.getroot().iter("context")
        for message in context.iter("message")
    ]


def _qt_tool(name: str, *arguments: str) -> None:
    tool = shutil.which(name, path=str(Path(sys.executable).parent))
    if tool is None:
        raise FileNotFoundError(name)
    subprocess.run([tool, *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
