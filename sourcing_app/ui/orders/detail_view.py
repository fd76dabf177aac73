"""The right pane for one order: how far it is, what waits, parcels, lines, sums, delivery, notes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from sourcing_app.domain.money import ExchangeRate
from sourcing_app.domain.order import Order
from sourcing_app.ui.format import ago_text, when_text
from sourcing_app.ui.orders.attention import Reason
from sourcing_app.ui.orders.parcels import parcels_section
from sourcing_app.ui.orders.progress import ProgressDots, steps_of
from sourcing_app.ui.orders.reading import KnownOrder
from sourcing_app.ui.orders.sections import amounts_section, delivery_section, entries_section, notes_section
from sourcing_app.ui.orders.words import (
    close_sentence,
    pay_by,
    reason_sentence,
    refund_sentence,
    status_chip,
)
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.theme import TextSize
from sourcing_app.ui.theme.spacing import XS, XXS, L, M
from sourcing_app.ui.widgets.buttons import IconButton
from sourcing_app.ui.widgets.chip import Chip
from sourcing_app.ui.widgets.labels import ElidedLabel, hairline, label
from sourcing_app.ui.widgets.mark import Mark
from sourcing_app.ui.widgets.scroll_column import ScrollColumn
from sourcing_app.ui.widgets.state_panel import AgeBar
from sourcing_app.ui.widgets.surface import Surface, clear_layout, column, row


class DetailView(QWidget):
    """opened(offer id): a line's picture was clicked; left: Esc, back to the list; copied(text): it is on the clipboard;
    web_wanted: its page at 1688."""

    opened = Signal(str)
    left = Signal()
    copied = Signal(str)
    web_wanted = Signal()

    def __init__(self, loader: PictureLoader, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader, self._clock = loader, clock
        self._shown: object = None
        self.rate: ExchangeRate | None = None
        self.title = ElidedLabel("", size=TextSize.STRONG, strong=True)
        self.chip = Chip("")
        self.supplier = ElidedLabel("", size=TextSize.BODY, tone="muted")
        self.copy_button = IconButton("copy", self.tr("Copy the order id"), small=True)
        self.web_button = IconButton("external", self.tr("Open on 1688"), small=True)
        self.age = AgeBar()
        self.dots = ProgressDots()
        self.scroller = ScrollColumn()
        self._inside = Surface("panel")
        self._box = column(self._inside, spacing=M)
        self._lay_out()
        self.copy_button.clicked.connect(self._copy_id)
        self.web_button.clicked.connect(self.web_wanted)

    def _lay_out(self) -> None:
        self._box.setContentsMargins(M, M, M, L)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroller.setAccessibleName(self.tr("Order"))
        self.scroller.setWidget(self._inside)
        head = column(spacing=XXS)
        head.setContentsMargins(M, M, M, XS)
        first = row(spacing=XS)
        first.addWidget(self.title, 1)
        first.addWidget(self.copy_button)
        first.addWidget(self.web_button)
        first.addWidget(self.chip)
        head.addLayout(first)
        head.addWidget(self.supplier)
        page = column(self, spacing=0)
        page.addLayout(head)
        page.addWidget(self.age)
        page.addWidget(hairline())
        page.addWidget(self.scroller, 1)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_order(self, known: KnownOrder, reasons: tuple[Reason, ...], payment_opened: datetime | None) -> None:
        """This order. The place in the text stays when it is the same one."""
        order = known.order.value
        facts = (known.order.value, known.parcels, known.intent, reasons, payment_opened, self.rate)
        if facts == self._shown:
            return
        same = isinstance(self._shown, tuple) and self._shown[0].order_id == order.order_id
        self._shown = facts
        place = self.scroller.verticalScrollBar().value() if same else 0
        self._show_head(order)
        self._fill(known, reasons, payment_opened)
        self._inside.adjustSize()
        self.scroller.verticalScrollBar().setValue(place)

    def show_age(self, fetched_at: datetime, *, reading: bool) -> None:
        """How old what is shown is; nothing while it is fresh."""
        now = self._clock()
        if reading:
            self.age.show_age(self.tr("Reading again…"), icon_name="refresh")
        elif (now - fetched_at).total_seconds() >= 60:
            self.age.show_age(self.tr("As of {0}").format(ago_text(fetched_at, now)))
        else:
            self.age.show_age("")
        self.age.setToolTip(when_text(fetched_at))

    def _show_head(self, order: Order) -> None:
        self.title.setText(self.tr("Order {0}").format(order.order_id))
        self.chip.show_state(*status_chip(order))
        self.supplier.setText(order.supplier_name or self.tr("Supplier not told"))
        self.scroller.setAccessibleName(self.tr("Order {0}").format(order.order_id))

    def _fill(self, known: KnownOrder, reasons: tuple[Reason, ...], payment_opened: datetime | None) -> None:
        order, now = known.order.value, self._clock()
        old_dots = self.dots
        clear_layout(self._box)
        self.dots = ProgressDots()
        old_dots.hide()
        parcels = known.parcels.value if known.parcels is not None else ()
        self.dots.show_steps(steps_of(order, parcels))
        self._box.addWidget(self.dots)
        for icon_name, role, text in self._sentences(order, reasons, payment_opened, now):
            self._box.addWidget(Sentence(icon_name, role, text))
        if known.parcels is not None and known.parcels.value:
            self._box.addWidget(parcels_section(known.parcels, now, self.copy))
            self._box.addWidget(hairline())
        self._box.addWidget(entries_section(order, self._loader, self.opened.emit))
        self._box.addWidget(hairline())
        self._box.addWidget(amounts_section(order, known.intent, self.rate))
        self._box.addWidget(hairline())
        delivery = delivery_section(order, self.copy)
        if delivery is not None:
            self._box.addWidget(delivery)
            self._box.addWidget(hairline())
        self._box.addWidget(notes_section(order, known.intent, self.copy))
        self._box.addStretch(1)

    def _sentences(
        self, order: Order, reasons: tuple[Reason, ...], payment_opened: datetime | None, now: datetime
    ) -> list[tuple[str, str, str]]:
        found = [("warning", "warning", reason_sentence(each, order, now)) for each in reasons]
        if payment_opened is not None:
            text = self.tr(
                "The payment page was sent to your browser or copied on {0}. Waiting for 1688 to tell that it is paid."
            )
            found.append(("clock", "accent", text.format(when_text(payment_opened))))
        if Reason.PAY_SOON not in reasons and pay_by(order, now):
            found.append(("clock", "muted", pay_by(order, now)))
        if Reason.REFUND_WAITS not in reasons and refund_sentence(order):
            found.append(("undo", "info", refund_sentence(order)))
        if close_sentence(order):
            found.append(("info", "muted", close_sentence(order)))
        return found

    # --- acts -------------------------------------------------------------------------------------------------------

    def copy(self, text: str) -> None:
        """To the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)

    def _copy_id(self) -> None:
        if isinstance(self._shown, tuple):
            self.copy(self._shown[0].order_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Sentence(Surface):
    """One thing to know about the order, with its mark."""

    def __init__(self, icon_name: str, role: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("raised", parent)
        self.words = text
        box = row(self, margin=0, spacing=XS)
        box.setContentsMargins(10, 8, 10, 8)
        box.addWidget(Mark(icon_name, role), 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(label(text, TextSize.BODY, "warning" if role == "warning" else "text", wrap=True), 1)
