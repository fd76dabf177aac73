"""A sentence beside a cell of a grid: why what was typed there was not taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from sourcing_app.ui.theme import TextSize, font

_WIDEST = 320
_ENDS = {
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.Resize,
    QEvent.Type.Hide,
}


class CellNote(QLabel):
    """Stands over the window, so that a small grid does not cut it, until the next key, click or turn of the wheel there."""

    def __init__(self, grid: QAbstractScrollArea) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setObjectName("cellNote")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(TextSize.CAPTION))
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, cell: QRect, sentence: str) -> None:
        """Show it under the cell (viewport coordinates), or over it where there is no room. "" hides it."""
        if not sentence:
            self.hide()
            return
        window = self._grid.window()
        self.setParent(window)
        self.setText(sentence)
        self.setFixedWidth(min(_WIDEST, window.width() - 16, self.fontMetrics().horizontalAdvance(sentence) + 28))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.move(self._place(window, cell))
        self.raise_()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        QTimer.singleShot(0, self, self._listen)

    def _place(self, window: QWidget, cell: QRect) -> QPoint:
        viewport = self._grid.viewport()
        under = viewport.mapTo(window, QPoint(cell.right() - self.width(), cell.bottom() + 2))
        over = viewport.mapTo(window, cell.topLeft()).y() - self.height() - 2
        y = under.y() if under.y() + self.height() <= window.height() - 4 else max(4, over)
        return QPoint(max(8, min(under.x(), window.width() - self.width() - 8)), y)

    def _listen(self) -> None:
        """From the next event on: the key that ended the typing is still under way."""
        for each in (self._grid, self._grid.viewport()):
            each.removeEventFilter(self)
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ENDS:
            self._grid.removeEventFilter(self)
            self._grid.viewport().removeEventFilter(self)
            self.hide()
        return False
