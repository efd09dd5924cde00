"""Nothing on a screen is left in one language only."""

import shutil
from pathlib import Path

from PySide6.QtCore import QTranslator

from tests.i18n.update_translations import (
    COMPILED,
    SOURCE,
    collect,
    compile_texts,
    placeholders,
    texts,
    untranslated,
)


def test_every_text_of_the_screens_is_in_the_file_and_finished(tmp_path: Path) -> None:
    fresh = tmp_path / SOURCE.name
    shutil.copy(SOURCE, fresh)
    collect(fresh)
    assert untranslated(fresh) == []
    assert {text[:2] for text in texts(fresh)} == {text[:2] for text in texts(SOURCE)}


def test_the_compiled_file_says_what_its_source_says(tmp_path: Path) -> None:
    fresh = tmp_path / COMPILED.name
    compile_texts(SOURCE, fresh)
    assert fresh.read_bytes() == COMPILED.read_bytes()


def test_no_translation_loses_or_invents_a_fact() -> None:
    differing = [
        (context, english)
        for context, english, indonesian in texts(SOURCE)
        if placeholders(english) != placeholders(indonesian)
    ]
    assert differing == []


def test_the_program_speaks_indonesian_with_it() -> None:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    assert translator.translate("MainWindow", "Card printing") == "Cetak kartu"
