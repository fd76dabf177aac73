"""Dresses the application: style, palette, font and style sheet, following the system or as the person chose."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from sourcing_app.ui.theme.palette import DARK, LIGHT, Colours, qt_palette
from sourcing_app.ui.theme.stylesheet import stylesheet
from sourcing_app.ui.theme.type_scale import base_font


class ThemeMode(Enum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The one that switches. changed: after everything wears the new colours; chosen(ThemeMode): by the person."""

    changed = Signal()
    chosen = Signal(object)

    def __init__(self, application: QApplication, mode: ThemeMode = ThemeMode.SYSTEM, language: str = "en") -> None:
        super().__init__(application)
        self._application = application
        self._mode = mode
        self._is_dark: bool | None = None
        self._system_font = application.font()
        application.setStyle("Fusion")
        self.set_language(language)
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.set_mode(mode)

    @property
    def mode(self) -> ThemeMode:
        """As chosen."""
        return self._mode

    @property
    def colours(self) -> Colours:
        """As shown."""
        return DARK if self._is_dark else LIGHT

    def set_language(self, language: str) -> None:
        """Use the typefaces that are usual in it: Japanese and Chinese write the same sign in different ways."""
        self._application.setFont(base_font(self._system_font, language))

    def set_mode(self, mode: ThemeMode) -> None:
        """Switch, at once."""
        is_new = mode is not self._mode
        self._mode = mode
        self._wear()
        if is_new:
            self.chosen.emit(mode)

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self._wear()

    def _wear(self) -> None:
        system = self._application.styleHints().colorScheme()
        is_dark = self._mode is ThemeMode.DARK or (self._mode is ThemeMode.SYSTEM and system == Qt.ColorScheme.Dark)
        if is_dark == self._is_dark:
            return
        self._is_dark = is_dark
        self._application.setPalette(qt_palette(self.colours))
        self._application.setStyleSheet(stylesheet(self.colours))
        self.changed.emit()
