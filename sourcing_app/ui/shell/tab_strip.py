"""The tabs: a word with an icon, a count where there is one, a mark where something waits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from sourcing_app.ui.format import count_text
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.theme import TextSize, colours_of, font, mix, paint_icon
from sourcing_app.ui.widgets.surface import row

HEIGHT = 40


class TabButton(QAbstractButton):
    """One tab."""

    def __init__(self, title: str, icon_name: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon_name
        self._count, self._attention = 0, False
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{title}  {shortcut}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(font())
        self.show_count(0, False)

    def show_count(self, count: int, attention: bool) -> None:
        """The number and the mark."""
        self._count, self._attention = count, attention
        spoken = self.text() if not count else f"{self.text()}, {count}"
        self.setAccessibleName(self.tr("{0}, needs attention").format(spoken) if attention else spoken)
        self.updateGeometry()
        self.update()

    def badge(self) -> str:
        """What stands beside the title."""
        return (count_text(self._count) if self._count else "") + ("!" if self._attention else "")

    def sizeHint(self) -> QSize:
        strong = QFontMetrics(font(strong=True))
        badge = QFontMetrics(font(TextSize.CAPTION)).horizontalAdvance(self.badge()) + 22 if self.badge() else 0
        return QSize(12 + 18 + 8 + strong.horizontalAdvance(self.text()) + badge + 14, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if self.underMouse() and not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 4, -2, -5), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(now.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 4, -3, -5), 6, 6)
        ink = now.text if chosen or self.underMouse() else now.muted
        paint_icon(painter, self._icon, QRectF(12, 11, 18, 18), now.accent if chosen else now.muted)
        painter.setFont(font(strong=chosen))
        painter.setPen(ink)
        painter.drawText(QRectF(38, 0, self.width(), HEIGHT), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.badge():
            self._paint_badge(painter, 38 + QFontMetrics(font(strong=True)).horizontalAdvance(self.text()) + 8)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.accent)
            painter.drawRoundedRect(QRectF(10, HEIGHT - 3, self.width() - 20, 3), 1.5, 1.5)

    def _paint_badge(self, painter: QPainter, left: float) -> None:
        now = colours_of(self)
        painter.setFont(font(TextSize.CAPTION, strong=True, figures=True))
        width = painter.fontMetrics().horizontalAdvance(self.badge()) + 12
        box = QRectF(left, (HEIGHT - 18) / 2, max(width, 18), 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.tint("warning", 0.18) if self._attention else mix(now.raised, now.line, 0.5))
        painter.drawRoundedRect(box, 9, 9)
        painter.setPen(now.warning if self._attention else now.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.badge())


class TabStrip(QWidget):
    """selected(PageKey): by click, arrows, Home or End."""

    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[PageKey, TabButton] = {}
        self._group = QButtonGroup(self)
        self._box = row(self, spacing=2)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Pages"))

    def add(self, key: PageKey, title: str, icon_name: str, shortcut: str) -> TabButton:
        """A tab at the end."""
        button = TabButton(title, icon_name, shortcut, self)
        button.clicked.connect(partial(self.selected.emit, key))
        self._buttons[key] = button
        self._group.addButton(button)
        self._box.addWidget(button)
        return button

    def button(self, key: PageKey) -> TabButton:
        """By key. Raises KeyError."""
        return self._buttons[key]

    def show_selected(self, key: PageKey) -> None:
        """Without the signal."""
        self._buttons[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = list(self._buttons)
        at = next((index for index, key in enumerate(keys) if self._buttons[key].hasFocus()), 0)
        steps = {Qt.Key.Key_Right: at + 1, Qt.Key.Key_Left: at - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(keys) - 1}
        target = steps.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
            return
        key = keys[target % len(keys)]
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)
        self.selected.emit(key)
