"""What drops down under the omnibox. Not a popup window: the keyboard, and the input method, stay with the box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from sourcing_app.ui.shell.suggestions import Suggestion
from sourcing_app.ui.theme import TextSize, colours_of, font, paint_icon, scaled
from sourcing_app.ui.widgets.labels import label

ROW = 34
CROSS = 24
_ICON = {"history": "clock", "saved": "bookmark", "offer": "box", "category": "tag", "action": "command"}
_ROLE = Qt.ItemDataRole.UserRole + 1


def cross_rect(row: QRectF) -> QRectF:
    """Where a line that can be taken off has its cross."""
    return QRectF(row.right() - CROSS - 8, row.center().y() - CROSS / 2, CROSS, CROSS)


class SuggestionDelegate(QStyledItemDelegate):
    """Icon, text, a quiet note at the end; a cross where a line can be taken off and the mouse or the arrows are on it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, scaled(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        suggestion = index.data(_ROLE)
        widget, rect = option.widget, QRectF(option.rect)
        now = colours_of(widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.chosen if option.state & QStyle.StateFlag.State_Selected else now.hover)
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        paint_icon(
            painter,
            _ICON.get(suggestion.kind, "search"),
            QRectF(rect.x() + 12, rect.center().y() - 8, 16, 16),
            now.muted,
        )
        note_width = 0
        if suggestion.note:
            painter.setFont(font(TextSize.CAPTION))
            note_width = painter.fontMetrics().horizontalAdvance(suggestion.note) + 16
            painter.setPen(now.muted)
            painter.drawText(
                rect.adjusted(0, 0, -16, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                suggestion.note,
            )
        is_near = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if suggestion.forgettable and is_near:
            paint_icon(painter, "close", cross_rect(rect).adjusted(5, 5, -5, -5), now.muted)
            note_width += CROSS
        painter.setFont(font())
        painter.setPen(now.text)
        room = rect.adjusted(38, 0, -16 - note_width, 0)
        text = painter.fontMetrics().elidedText(suggestion.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class SuggestionList(QFrame):
    """chosen(Suggestion), forgotten(Suggestion)."""

    chosen = Signal(object)
    forgotten = Signal(object)

    def __init__(self, box: QWidget) -> None:
        super().__init__(box.window())
        self._box = box
        self._model = QStandardItemModel(self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(SuggestionDelegate(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setStyleSheet("QListView { background: transparent; }")
        self._view.clicked.connect(self._click)
        self._view.viewport().installEventFilter(self)
        self._clicked_at: QPoint | None = None
        self._message = label("", TextSize.BODY, "danger", wrap=True)
        self._message.setContentsMargins(12, 8, 12, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 5, 1, 5)
        layout.setSpacing(0)
        layout.addWidget(self._message)
        layout.addWidget(self._view)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Under the box, as wide; none hides."""
        self._model.clear()
        for suggestion in suggestions:
            item = QStandardItem(suggestion.text)
            item.setData(suggestion, _ROLE)
            self._model.appendRow(item)
        self._message.hide()
        self._view.show()
        self._place(min(len(suggestions), 10) * scaled(ROW) + 10)
        self.setVisible(bool(suggestions))

    def show_message(self, sentence: str) -> None:
        """What is wrong with the text, beside the field."""
        self._message.setText(sentence)
        self._message.show()
        self._view.hide()
        self._place(self._message.heightForWidth(self._box.width() - 2) + 10)
        self.show()

    def suggestions(self) -> tuple[Suggestion, ...]:
        """As shown."""
        return tuple(self._model.item(row).data(_ROLE) for row in range(self._model.rowCount()))

    def current(self) -> Suggestion | None:
        """The one the arrows reached."""
        index = self._view.currentIndex()
        return index.data(_ROLE) if index.isValid() and self._view.isVisible() else None

    def move_current(self, step: int) -> None:
        """Up or down, round the ends."""
        count = self._model.rowCount()
        if count:
            row = (
                (self._view.currentIndex().row() + step) % count
                if self._view.currentIndex().isValid()
                else (0 if step > 0 else -1)
            )
            self._view.setCurrentIndex(self._model.index(row % count, 0))

    def forget_current(self) -> None:
        """Delete on a line of the history."""
        if self.current() is not None:
            self._forget(self._view.currentIndex())

    def _forget(self, index: QModelIndex) -> None:
        suggestion: Suggestion = index.data(_ROLE)
        if suggestion.forgettable:
            self._model.removeRow(index.row())
            self._place(min(self._model.rowCount(), 10) * scaled(ROW) + 10)
            self.setVisible(self._model.rowCount() > 0)
            self.forgotten.emit(suggestion)

    def _click(self, index: QModelIndex) -> None:
        """On the cross it is taken off, elsewhere chosen."""
        suggestion: Suggestion = index.data(_ROLE)
        at = self._clicked_at
        if at is not None and suggestion.forgettable and cross_rect(QRectF(self._view.visualRect(index))).contains(at):
            self._forget(index)
        else:
            self.chosen.emit(suggestion)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where a line is clicked decides what becomes of it; a tip says what the cross does."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._clicked_at = event.position().toPoint()
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self._view.indexAt(event.pos())
            suggestion: Suggestion | None = index.data(_ROLE) if index.isValid() else None
            on_cross = cross_rect(QRectF(self._view.visualRect(index))).contains(event.pos())
            if suggestion is not None and suggestion.forgettable and on_cross:
                QToolTip.showText(event.globalPos(), self.tr("Take off the list  {0}").format("Del"), self._view)
                return True
        return False

    def _place(self, height: int) -> None:
        corner = self._box.mapTo(self._box.window(), QPoint(0, self._box.height() + 4))
        self.setGeometry(corner.x(), corner.y(), self._box.width(), height)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
