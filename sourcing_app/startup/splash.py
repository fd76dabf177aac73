"""The first frame: the window as it was left, on screen before anything but Qt is loaded (docs/decisions/0003).

Kept at a clean end, thrown away as soon as something newer was shown, so that it never shows what is not the last. It takes
no input: the window itself is there a moment later, in the same place.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QRect, QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

PICTURE = "last-frame.jpg"
PLACE = "frame/place"
_QUALITY = 88


class FirstFrame(QWidget):
    """Shown without decoration where the window will be; ``show_at_once`` returns when it is painted."""

    def __init__(self, picture: QPixmap, place: QRect) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
        self._picture = picture
        self._is_painted = False
        self._waiting = QEventLoop(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setGeometry(place)

    def show_at_once(self) -> None:
        """On the screen when this returns."""
        self.show()
        if not self._is_painted:
            self._waiting.exec()

    def leave_to(self, window: QWidget) -> None:
        """Go as soon as the window has painted itself."""
        window.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self.deleteLater()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(self.rect(), self._picture)
        self._is_painted = True
        self._waiting.quit()


def first_frame(profile: Path) -> FirstFrame | None:
    """The frame of the last run, if there is one and its place is on a screen that exists."""
    path = profile / PICTURE
    place = _settings(profile).value(PLACE)
    screens = QGuiApplication.screens()
    if (
        not path.exists()
        or not isinstance(place, QRect)
        or not any(each.geometry().contains(place.center()) for each in screens)
    ):
        return None
    picture = QPixmap(str(path))
    return FirstFrame(picture, place) if not picture.isNull() else None


def keep_frame(window: QWidget, profile: Path, fleeting: tuple[QWidget, ...], words: str) -> None:
    """For the next start. fleeting: what says "now" and would be a lie by then; words: what is said instead, at the foot."""
    if window.isMinimized() or not window.isVisible():
        return
    picture = window.grab()
    painter = QPainter(picture)
    background = window.palette().window().color()
    for each in fleeting:
        if each.isVisible():
            painter.fillRect(QRect(each.mapTo(window, each.rect().topLeft()), each.size()), background)
            painter.setPen(QColor(window.palette().placeholderText().color()))
    if fleeting:
        foot = fleeting[-1]
        place = QRect(foot.mapTo(window, foot.rect().topLeft()), foot.size()).adjusted(16, 0, -16, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.end()
    if picture.save(str(profile / PICTURE), "JPG", _QUALITY):
        _settings(profile).setValue(PLACE, QRect(window.mapToGlobal(window.rect().topLeft()), window.size()))


def forget_frame(profile: Path) -> None:
    """Something newer is on screen. Where it cannot be removed, the next start shows it for a moment."""
    with suppress(OSError):
        (profile / PICTURE).unlink()


def _settings(profile: Path) -> QSettings:
    return QSettings(str(profile / "window.ini"), QSettings.Format.IniFormat)
