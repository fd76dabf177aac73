"""The texts of the program's language, ours and Qt's own, installed in the application."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from sourcing_app.config.settings import PROGRAM_LANGUAGES, resource
from sourcing_app.ui.texts import locale_of


class InstalledTexts(QObject):
    """One language at a time."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._translators: list[QTranslator] = []

    def install(self, language: str) -> None:
        """In place of those before. English is what stands in the source, but for its plural forms."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []
        locale = locale_of(language)
        QLocale.setDefault(locale)
        self._application.setLayoutDirection(locale.textDirection())  # whatever the computer's language is
        ours = [resource("i18n", f"sourcing_{each}.qm") for each in dict.fromkeys(("en", language))]
        for path in (*ours, _qt_texts(language)):
            translator = QTranslator(self)
            if path.is_file() and translator.load(str(path)):
                self._application.installTranslator(translator)
                self._translators.append(translator)


def language_of(chosen: str) -> str:
    """A language setting as the code of one that the program is written in; "system" is the first of those that the
    computer's user reads, English if none."""
    wanted = QLocale.system().uiLanguages() if chosen == "system" else [chosen]
    codes = (QLocale.languageToCode(QLocale(each).language()) for each in wanted)
    return next((code for code in codes if code in PROGRAM_LANGUAGES), "en")


def _qt_texts(language: str) -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
