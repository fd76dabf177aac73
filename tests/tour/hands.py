"""What a person does: clicks, keys, and a file dropped from a file manager. Real events to the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

from tests.tour.eyes import centre

LEFT = Qt.MouseButton.LeftButton


def click(widget: QWidget) -> None:
    """With the left button, in the middle of what is visible."""
    assert widget.isVisible() and widget.isEnabled(), f"cannot click {widget.accessibleName() or widget}"
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, centre(widget))


def click_cell(view: QAbstractItemView, index: QModelIndex, *, twice: bool = False) -> None:
    """A cell or card, once or twice."""
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    if twice:
        QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def choose_card(view: QAbstractItemView, index: QModelIndex) -> None:
    """A card without opening it, which a plain click on its picture or title does."""
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, view.visualRect(index).center())


def press(window: QWidget, keys: str) -> None:
    """A key or a combination, where the focus is: "Ctrl+L", "Return"."""
    QTest.keySequence(focused(window), keys)


def type_text(window: QWidget, text: str) -> None:
    """Letter by letter, where the focus is."""
    QTest.keyClicks(focused(window), text)


def focused(window: QWidget) -> QWidget:
    """Who gets the keys."""
    now = QApplication.focusWidget()
    return now if now is not None and now.window() is window.window() else window.focusWidget() or window


def choose(box: QComboBox, at: int) -> None:
    """One of the choices, by keys."""
    box.setFocus()
    while box.currentIndex() < at:
        QTest.keyClick(box, Qt.Key.Key_Down)
    while box.currentIndex() > at:
        QTest.keyClick(box, Qt.Key.Key_Up)


def drop_file(window: QWidget, path: Path) -> None:
    """As a file manager does it: enter, move, drop, with the file's address."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place = QPoint(window.width() // 2, window.height() // 2)
    action, buttons, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, action, mime, buttons, keys))
    QApplication.sendEvent(window, QDragMoveEvent(place, action, mime, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), action, mime, buttons, keys))
