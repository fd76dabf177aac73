"""Space on an offer: a larger look without leaving the list. Arrows go on to the next, Space or Escape closes."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.money import ExchangeRate
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.format import money_text
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.columns import BY_KEY, ShownAt, local_price, marks_text, shown_title
from sourcing_app.ui.theme import Colours, TextSize, colours_of, font
from sourcing_app.ui.theme.spacing import XS, L
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.labels import ElidedLabel, label
from sourcing_app.ui.widgets.picture_box import paint_picture
from sourcing_app.ui.widgets.price_label import PriceLabel
from sourcing_app.ui.widgets.surface import column, row

WIDTH, HEIGHT = 760, 420
TEXT_WIDTH, LEAST_SIDE = 250, 80
_FACTS = ("minimum", "sold", "repurchase", "score")


class OfferPreview(QWidget):
    """stepped(+1 or -1): show another; opened: go to its page; closed. pictures: how many squares stand side by side."""

    pictures: ClassVar[int] = 1

    stepped = Signal(int)
    opened = Signal()
    closed = Signal()

    def __init__(self, loader: PictureLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._loader = loader
        self._offer: OfferSummary | None = None
        self._panel = QWidget(self)
        self._room = QWidget()
        self._title = ElidedLabel("", lines=3, size=TextSize.STRONG, strong=True)
        self._chinese = ElidedLabel("", lines=2, tone="muted")
        self._price = PriceLabel(size=TextSize.TITLE, beside=True)
        self._facts = [label("", TextSize.BODY, "text") for _ in _FACTS]
        self._marks = label("", TextSize.CAPTION, "muted", wrap=True)
        self._open = button(self.tr("Open"), "primary", tooltip="Enter")
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._open.clicked.connect(self.opened)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        loader.arrived.connect(self._see)
        self.hide()

    def _lay_out(self) -> None:
        outer = row(self._panel, margin=L, spacing=0)
        outer.addWidget(self._room)
        side = column(spacing=XS)
        side.addWidget(self._title)
        side.addWidget(self._chinese)
        side.addSpacing(XS)
        side.addWidget(self._price)
        side.addSpacing(XS)
        for key, value in zip(_FACTS, self._facts, strict=True):
            heading = BY_KEY[key].heading(ShownAt())
            line = row()
            line.addWidget(label(heading, TextSize.BODY, "muted"))
            line.addStretch(1)
            value.setFont(font(figures=True))
            line.addWidget(value)
            side.addLayout(line)
        side.addWidget(self._marks)
        side.addStretch(1)
        buttons = row()
        buttons.addWidget(self._open)
        buttons.addWidget(label(self.hint(), TextSize.CAPTION, "muted", wrap=True), 1)
        side.addLayout(buttons)
        outer.addLayout(side, 1)

    def show_offer(self, offer: OfferSummary, rate: ExchangeRate | None) -> None:
        """This one, over the list."""
        self._offer = offer
        self._title.setText(shown_title(offer))
        self._chinese.setText(offer.title if offer.title_translated else "")
        self._price.show_amount(money_text(offer.unit_price), local_price(offer, rate))
        for key, value in zip(_FACTS, self._facts, strict=True):
            value.setText(BY_KEY[key].text(offer, ShownAt()))
        self._marks.setText(marks_text(offer))
        self.setAccessibleName(shown_title(offer))
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = min(WIDTH + (self.pictures - 1) * (HEIGHT - L), self.width() - 32)
        height = min(HEIGHT, self.height() - 32)
        self._panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        self._room.setFixedWidth(round(self.pictures * (self._side() + L)))

    def _side(self) -> float:
        """Of each square: as high as the panel, and no wider than leaves room for the words."""
        free = self._panel.width() - 2 * L - TEXT_WIDTH - self.pictures * L
        return max(float(LEAST_SIDE), min(self._panel.height() - 2.0 * L, free / self.pictures))

    def squares(self) -> tuple[QRectF, ...]:
        """Where the pictures are."""
        panel, side = self._panel.geometry(), self._side()
        top = panel.y() + (panel.height() - side) / 2
        return tuple(QRectF(panel.x() + L + at * (side + L), top, side, side) for at in range(self.pictures))

    def hint(self) -> str:
        """The keys, under the words."""
        return self.tr("Enter opens, arrows go on, Space closes.")

    def paint_squares(self, painter: QPainter, offer: OfferSummary, now: Colours) -> None:
        """The pictures."""
        (square,) = self.squares()
        pixmap = self._loader.pixmap(offer.picture_url, int(square.width()), self.devicePixelRatioF())
        paint_picture(painter, square, pixmap, now, radius=6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.closed.emit()

    def _see(self, address: str) -> None:
        if self.isVisible() and self._offer is not None and address == self._offer.picture_url:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._offer is None:
            return
        now = colours_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 110 if now.is_dark else 60))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = QRectF(self._panel.geometry())
        painter.setPen(QPen(now.line, 1))
        painter.setBrush(now.surface)
        painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        self.paint_squares(painter, self._offer, now)
