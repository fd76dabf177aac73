"""Every action by name (Ctrl+K): type a few letters of it, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sourcing_app.ui.actions import Action
from sourcing_app.ui.theme import TextSize, colours_of, font, paint_icon, scaled
from sourcing_app.ui.widgets.surface import column

ROW = 36
_HEAD, _FOOT, _MOST_ROWS = 48, 6, 12
_ROLE = Qt.ItemDataRole.UserRole + 1


def matching(actions: Sequence[Action], letters: str) -> tuple[Action, ...]:
    """Those whose title (with the name of their page) holds the letters in order, words that begin with them first."""
    wanted = letters.casefold()
    names = [f"{action.title} {action.group}".casefold() for action in actions]
    ranked = [(_rank(name, wanted), at, action) for at, (name, action) in enumerate(zip(names, actions, strict=True))]
    return tuple(action for rank, _, action in sorted((entry for entry in ranked if entry[0] is not None), key=_order))


def _order(entry: tuple[int | None, int, Action]) -> tuple[int, int]:
    return entry[0] or 0, entry[1]


def _rank(title: str, wanted: str) -> int | None:
    """0 is best; None does not match."""
    letters, words = wanted.replace(" ", ""), title.split()
    if not letters or title.replace(" ", "").startswith(letters):
        return 0
    if all(any(word.startswith(each) for word in words) for each in wanted.split()):
        return 1
    if letters in title.replace(" ", ""):
        return 2
    rest = iter(title)
    return 3 if all(letter in rest for letter in letters) else None


class ActionDelegate(QStyledItemDelegate):
    """Icon, title; at the right the shortcut, or the page it belongs to."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, scaled(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        action: Action = index.data(_ROLE)
        now, rect = colours_of(option.widget), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.chosen)
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 6, 6)
        paint_icon(painter, action.icon or "command", QRectF(rect.x() + 16, rect.center().y() - 9, 18, 18), now.muted)
        painter.setFont(font())
        painter.setPen(now.text if action.is_enabled else now.muted)
        said = action.shortcut_text or action.group
        side = QFontMetrics(font(TextSize.CAPTION)).horizontalAdvance(said)
        room = rect.adjusted(46, 0, -32 - side, 0)
        title = painter.fontMetrics().elidedText(action.title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(font(TextSize.CAPTION))
        painter.setPen(now.muted)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, -20, 0), right, said)
        painter.restore()


class CommandPalette(QWidget):
    """Lies over the whole window while it is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions: tuple[Action, ...] = ()
        self._came_from: QWidget | None = None
        self._panel = QWidget(self)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(self.tr("Type the name of an action"))
        self._edit.setAccessibleName(self.tr("Action"))
        self._edit.setStyleSheet(
            "QLineEdit, QLineEdit:focus { border: none; background: transparent; padding: 0 12px; }"
        )
        self._edit.setFont(font(TextSize.STRONG))
        self._model = QStandardItemModel(self)
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(ActionDelegate(self._view))
        self._view.setUniformItemSizes(True)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setStyleSheet("QListView { background: transparent; }")
        self._view.clicked.connect(self._run_index)
        self._edit.setFixedHeight(scaled(_HEAD) - 2)
        box = column(self._panel, spacing=4)
        box.setContentsMargins(4, 0, 4, _FOOT)
        box.addWidget(self._edit)
        box.addWidget(self._view)
        self._edit.textChanged.connect(self._filter)
        self._edit.returnPressed.connect(self._run_current)
        self._edit.installEventFilter(self)
        self.hide()

    def open(self, actions: Sequence[Action]) -> None:
        """Show these."""
        self._actions = tuple(actions)
        self._came_from = self.window().focusWidget()
        self._edit.clear()
        self._filter("")
        self.setGeometry(self.window().rect())
        self._place()
        self.show()
        self.raise_()
        self._edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> tuple[Action, ...]:
        """What the letters leave."""
        return tuple(self._model.item(row).data(_ROLE) for row in range(self._model.rowCount()))

    @property
    def edit(self) -> QLineEdit:
        """Where the letters go."""
        return self._edit

    def close_palette(self) -> None:
        """Focus goes back to where it was."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
            self._came_from = None

    def _filter(self, letters: str) -> None:
        self._model.clear()
        for action in matching(self._actions, letters):
            item = QStandardItem(action.title)
            item.setData(action, _ROLE)
            item.setEnabled(action.is_enabled)
            self._model.appendRow(item)
        self._view.setCurrentIndex(self._model.index(0, 0))
        self._place()

    def _run_current(self) -> None:
        self._run_index(self._view.currentIndex())

    def _run_index(self, index: QModelIndex) -> None:
        action: Action | None = index.data(_ROLE) if index.isValid() else None
        if action is not None and action.is_enabled:
            self.close_palette()
            action.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps and self._model.rowCount():
                row = (self._view.currentIndex().row() + steps[Qt.Key(event.key())]) % self._model.rowCount()
                self._view.setCurrentIndex(self._model.index(row, 0))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_palette()
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            self.close_palette()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_palette()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = min(scaled(560), self.width() - 64)
        rows = max(min(self._model.rowCount(), _MOST_ROWS), 1)
        height = min(scaled(_HEAD) + rows * scaled(ROW) + 2 * _FOOT, self.height() - 120)
        self._panel.setGeometry((self.width() - width) // 2, 72, width, height)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 110 if now.is_dark else 60))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.surface)
        painter.drawRoundedRect(QRectF(self._panel.geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        under = self._panel.y() + scaled(_HEAD)
        painter.drawLine(self._panel.x() + 1, under, self._panel.geometry().right(), under)
