"""A sentence in a window of its own, where there is no main window to say it in: a program started from a menu has no terminal."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from sourcing_app.app.translations import InstalledTexts, language_of
from sourcing_app.ui.theme import Theme

UNSEEN = ("offscreen", "minimal")
"""Platforms without a screen: nobody could close a window there."""


def dress(application: QApplication) -> None:
    """What is said from now on is in the computer's language, if the program has it, and looks like the program."""
    language = language_of("system")
    InstalledTexts(application, application).install(language)
    Theme(application, language=language)


def say(sentence: str) -> None:
    """On standard error, and in a window where there is a screen; returns when that is closed."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
    if QGuiApplication.platformName() not in UNSEEN:
        box = window_with(sentence)
        waiting = QEventLoop(box)
        box.finished.connect(waiting.quit)
        box.open()
        waiting.exec()


def window_with(sentence: str) -> QMessageBox:
    """The window, not yet shown."""
    return QMessageBox(QMessageBox.Icon.Warning, "Sourcing", sentence, QMessageBox.StandardButton.Close)
