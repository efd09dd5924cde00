"""The language of the screens: English is the source, Indonesian a compiled file beside it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.settings import Language


def install_translation(application: QCoreApplication, resources: Path, language: Language) -> None:
    """Put the language on for every window made from now on, instead of the one before."""
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    for earlier in application.findChildren(QTranslator):
        application.removeTranslator(earlier)
        earlier.deleteLater()
    if language is Language.ENGLISH:
        return
    translator = QTranslator(application)
    if not translator.load(str(resources / "i18n" / f"loket_{language.value}.qm")):
        raise FileNotFoundError(f"loket_{language.value}.qm")
    application.installTranslator(translator)
