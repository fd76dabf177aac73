"""The tabs over the list as one row of buttons with their counts; arrows walk through them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from sourcing_app.ui.format import exact_count
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.theme import TextSize, colours_of, font
from sourcing_app.ui.widgets.surface import row


class TabChip(QAbstractButton):
    """A word and a number."""

    def __init__(self, tab: OrdersTab, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tab = tab
        self._count = 0
        self.setText(tab.heading())
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(font(TextSize.BODY))
        self.show_count(0)

    @property
    def count(self) -> int:
        """As shown."""
        return self._count

    def show_count(self, count: int) -> None:
        """How many orders stand there."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(TextSize.BODY, strong=True)).horizontalAdvance(self.text())
        return QSize(words + (self._number_width() + 6 if self._count else 0) + 22, 30)

    def _number_width(self) -> int:
        return QFontMetrics(font(TextSize.CAPTION, figures=True)).horizontalAdvance(exact_count(self._count)) + 10

    def paintEvent(self, event: QPaintEvent) -> None:
        now = colours_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        checked, hot = self.isChecked(), self.tab is OrdersTab.ATTENTION and self._count > 0
        painter.setPen(QPen(now.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        fill = now.chosen if checked else now.hover if self.underMouse() else Qt.GlobalColor.transparent
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 15, 15)
        painter.setFont(font(TextSize.BODY, strong=checked))
        painter.setPen(now.accent if checked else now.text if self._count else now.muted)
        words = painter.fontMetrics().horizontalAdvance(self.text())
        painter.drawText(box.adjusted(10, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self._count:
            return
        width = self._number_width()
        pill = QRectF(box.left() + 10 + words + 6, box.center().y() - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.tint("warning", 0.2) if hot else now.raised if not checked else now.tint("accent", 0.2))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setFont(font(TextSize.CAPTION, figures=True))
        painter.setPen(now.warning if hot else now.accent if checked else now.muted)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, exact_count(self._count))


class TabChips(QWidget):
    """chosen(OrdersTab): another one."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {tab: TabChip(tab) for tab in OrdersTab}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        box = row(self, spacing=2)
        for tab, chip in self.chips.items():
            self._group.addButton(chip)
            box.addWidget(chip)
            chip.clicked.connect(partial(self.chosen.emit, tab))
        box.addStretch(1)
        self.chips[OrdersTab.ALL].setChecked(True)
        self.setAccessibleName(self.tr("States"))

    def show_counts(self, count_of: Callable[[OrdersTab], int]) -> None:
        """The numbers of now."""
        for tab, chip in self.chips.items():
            chip.show_count(count_of(tab))

    def show_chosen(self, tab: OrdersTab) -> None:
        """Which one is open."""
        self.chips[tab].setChecked(True)
