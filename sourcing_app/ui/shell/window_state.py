"""Where the window was, kept between runs, and put back so that all of it is on a screen that exists."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

DEFAULT_SIZE = (1280, 800)
TITLE_BAR = 40
"""Left free above a window that has to be moved: what the system draws there is how a person moves it."""
MINIMUM_SIZE = (1024, 560)
"""Logical pixels below which the pages are not made for; a screen that has less gets less."""


def save_window(window: QWidget, settings: QSettings) -> None:
    """Geometry, maximised or not."""
    settings.setValue("window/geometry", window.saveGeometry())


def restore_window(window: QWidget, settings: QSettings | None) -> None:
    """As it was, always wholly on a screen; the first time the system finds the place."""
    saved = settings.value("window/geometry") if settings is not None else None
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not isinstance(saved, QByteArray) or not window.restoreGeometry(saved):
        window.resize(fitted(QRect(QPoint(0, 0), QSize(*DEFAULT_SIZE)), screens[:1]).size())
    elif not window.isMaximized() and not window.isFullScreen():
        place = fitted(window.geometry(), screens)
        if place != window.geometry():
            window.setGeometry(place)


def smallest(screen: QSize) -> QSize:
    """The least the window asks for on a screen with so much room: never more than that."""
    return QSize(*MINIMUM_SIZE).boundedTo(QSize(screen.width(), max(screen.height() - TITLE_BAR, 1)))


class ScreenMinimum(QObject):
    """Keeps the least size of a window in step with the screen it is on: another one, another scale, another text size."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._screen: QScreen | None = None
        self._follow(window.screen())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.ScreenChangeInternal):
            self._follow(self._window.screen())
        return False

    def _follow(self, screen: QScreen) -> None:
        if screen is not self._screen:
            if self._screen is not None:
                self._screen.availableGeometryChanged.disconnect(self._fit)
            self._screen = screen
            screen.availableGeometryChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        if self._screen is not None:
            self._window.setMinimumSize(smallest(self._screen.availableSize()))


def fitted(wanted: QRect, screens: list[QRect]) -> QRect:
    """Moved and shrunk onto the screen it overlaps most, or onto the first; a place that is whole already is left alone."""
    if not screens or any(each.contains(wanted) and wanted.top() > each.top() for each in screens):
        return wanted
    screen = max(screens, key=lambda each: _area(each.intersected(wanted)))
    if _area(screen.intersected(wanted)) == 0:
        screen = screens[0]
    screen = screen.adjusted(0, TITLE_BAR, 0, 0)
    width, height = min(wanted.width(), screen.width()), min(wanted.height(), screen.height())
    left = min(max(wanted.left(), screen.left()), screen.right() + 1 - width)
    top = min(max(wanted.top(), screen.top()), screen.bottom() + 1 - height)
    return QRect(left, top, width, height)


def _area(rect: QRect) -> int:
    return max(rect.width(), 0) * max(rect.height(), 0) if rect.isValid() else 0
