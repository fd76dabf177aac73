"""Where the window was, kept between runs, and put back so that all of it is on a screen that exists."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

DEFAULT_SIZE = (1280, 800)
MINIMUM_SIZE = (1024, 640)


def save_window(window: QWidget, settings: QSettings) -> None:
    """Geometry, maximised or not."""
    settings.setValue("window/geometry", window.saveGeometry())


def restore_window(window: QWidget, settings: QSettings | None) -> None:
    """As it was, or the default size; always wholly on a screen."""
    saved = settings.value("window/geometry") if settings is not None else None
    if not isinstance(saved, QByteArray) or not window.restoreGeometry(saved):
        window.resize(*DEFAULT_SIZE)
    if window.isMaximized() or window.isFullScreen():
        return
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if screens:
        window.setGeometry(fitted(window.geometry(), screens))


def fitted(wanted: QRect, screens: list[QRect]) -> QRect:
    """Moved and shrunk onto the screen it overlaps most, or onto the first."""
    screen = max(screens, key=lambda each: _area(each.intersected(wanted)))
    if _area(screen.intersected(wanted)) == 0:
        screen = screens[0]
    width, height = min(wanted.width(), screen.width()), min(wanted.height(), screen.height())
    left = min(max(wanted.left(), screen.left()), screen.right() + 1 - width)
    top = min(max(wanted.top(), screen.top()), screen.bottom() + 1 - height)
    return QRect(left, top, width, height)


def _area(rect: QRect) -> int:
    return max(rect.width(), 0) * max(rect.height(), 0) if rect.isValid() else 0
