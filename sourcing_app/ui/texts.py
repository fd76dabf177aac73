"""Translation for texts outside a QObject. The collector files free ``tr(...)`` calls under the empty context."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def tr(text: str, note: str = "", count: int = -1) -> str:
    """The text in the user's language. note: for the translator; count: chooses the plural form, and stands for "%n".

    The arguments are those of QObject.tr, because the collector reads both the same way.
    """
    return QCoreApplication.translate("", text, note, count)


def locale_of(language: str) -> QLocale:
    """How figures and dates are written: as the system writes them if it speaks this language, else as is usual in it."""
    system = QLocale.system()
    return system if QLocale.languageToCode(system.language()) == language else QLocale(language)
