"""The sheet of keys (F1): every key by group, over the window until a key or a click outside ends it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from sourcing_app.ui.shell.all_actions import KeyGroup
from sourcing_app.ui.theme import TextSize, colours_of, scaled
from sourcing_app.ui.theme.spacing import XS, XXS, L, M
from sourcing_app.ui.widgets.labels import label
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.surface import column, row

_COLUMN = 330


class KeySheet(QWidget):
    """Lies over the whole window while it is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._groups: tuple[KeyGroup, ...] = ()
        self._columns = 0
        self._came_from: QWidget | None = None
        self._panel = QWidget(self)
        self._area = ScrollColumn()
        box = column(self._panel, spacing=XS)
        box.setContentsMargins(L, M, XS, XS)
        box.addWidget(label(self.tr("Keyboard shortcuts"), TextSize.TITLE))
        box.addWidget(self._area, 1)
        box.addWidget(label(self.tr("Esc closes. Ctrl+K finds an action by its name."), TextSize.CAPTION, "muted"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.hide()

    def open(self, groups: tuple[KeyGroup, ...]) -> None:
        """Show these."""
        self._groups, self._columns = groups, 0
        self._came_from = self.window().focusWidget()
        self.setGeometry(self.window().rect())
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def groups(self) -> tuple[KeyGroup, ...]:
        """As shown."""
        return self._groups

    def close_sheet(self) -> None:
        """Focus goes back to where it was."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
            self._came_from = None

    def _place(self) -> None:
        width, height = min(scaled(3 * _COLUMN) + 2 * L + 3 * M, self.width() - 48), self.height() - 64
        self._panel.setGeometry((self.width() - width) // 2, 32, width, height)
        columns = max(1, min(3, (width - 2 * L) // scaled(_COLUMN)))
        if columns != self._columns:
            self._columns = columns
            self._area.setWidget(self._sheet(columns))
        self.update()

    def _sheet(self, columns: int) -> QWidget:
        """Each group goes where the least stands yet."""
        inside = QWidget()
        across = row(inside, spacing=L)
        across.setContentsMargins(0, XS, M, M)
        stacks = [column(spacing=M) for _ in range(columns)]
        heights = [0] * columns
        for group in self._groups:
            at = heights.index(min(heights))
            stacks[at].addWidget(_group(group))
            heights[at] += len(group.keys) + 2
        for each in stacks:
            each.addStretch(1)
            across.addLayout(each, 1)
        return inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: 48,
            Qt.Key.Key_Up: -48,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_F1):
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 110 if now.is_dark else 60))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.window)
        painter.drawRoundedRect(QRectF(self._panel.geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


def _group(group: KeyGroup) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(XXS)
    grid.setHorizontalSpacing(M)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(group.title, TextSize.STRONG), 0, 0, 1, 2)
    for at, (keys, words) in enumerate(group.keys, 1):
        grid.addWidget(label(words, wrap=True), at, 0)
        grid.addWidget(label(keys, TextSize.CAPTION, "muted"), at, 1, Qt.AlignmentFlag.AlignRight)
    return made
