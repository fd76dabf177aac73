"""The right side: one order in full, or several chosen together, and under it what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from sourcing_app.domain.ids import OrderId
from sourcing_app.ui.format import money_text
from sourcing_app.ui.notices import notice_of
from sourcing_app.ui.orders.attention import AnyOrder
from sourcing_app.ui.orders.cancelling import Cancelling
from sourcing_app.ui.orders.detail_view import DetailView
from sourcing_app.ui.orders.foot import Foot, FootPlan, payable
from sourcing_app.ui.orders.opened import OpenedOrder
from sourcing_app.ui.orders.paying import Paying
from sourcing_app.ui.orders.presenter import MOST_PINNED, OrdersPresenter
from sourcing_app.ui.theme import scaled
from sourcing_app.ui.widgets.state_panel import StatePanel
from sourcing_app.ui.widgets.surface import Surface, column

_SEEN_MS = 4_000
"""A change of the order on show counts as seen after so long."""


class DetailPane(Surface):
    """Shows what the presenters know; chosen: the selected orders."""

    def __init__(
        self, presenter: OrdersPresenter, opened: OpenedOrder, paying: Paying, cancelling: Cancelling,
        detail: DetailView, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("panel", parent)
        self._presenter, self._opened, self._paying, self._cancelling = presenter, opened, paying, cancelling
        self._chosen: tuple[OrderId, ...] = ()
        self.detail = detail
        self.face = StatePanel(width=300)
        self.foot = Foot()
        self._faces = QStackedWidget()
        self._faces.addWidget(detail)
        self._faces.addWidget(self.face)
        self._blank = QWidget()
        self._faces.addWidget(self._blank)
        box = column(self, spacing=0)
        box.addWidget(self._faces, 1)
        box.addWidget(self.foot)
        self.setMinimumWidth(scaled(360))

    def show_chosen(self, order_ids: tuple[OrderId, ...]) -> None:
        """These are selected."""
        self._chosen = order_ids
        self.show_all()

    def show_all(self) -> None:
        """As everything is now."""
        can_open = self._presenter.attached and not self._presenter.is_demo
        self.detail.web_button.setEnabled(can_open)
        self.detail.web_button.setToolTip(
            self.tr("Open on 1688") if can_open else self.tr("Orders of the demo marketplace have no page on 1688")
        )
        if len(self._chosen) > 1:
            self._show_many()
        elif self._opened.known is not None:
            self._show_one()
        else:
            self._show_none()
        self.foot.show_plan(self._plan())

    def _show_one(self) -> None:
        known = self._opened.known
        assert known is not None
        row = self._presenter.row(known.order.value.order_id) or known.row
        reasons = row.reasons if row is not None else ()
        self.detail.show_order(known, reasons, row.payment_opened if row is not None else None)
        self.detail.show_age(known.order.fetched_at, reading=self._opened.reading)
        self._faces.setCurrentIndex(0)
        if row is not None and row.unseen and self.isVisible():
            QTimer.singleShot(_SEEN_MS, self, partial(self._presenter.mark_seen, (row.order.order_id,)))

    def _show_many(self) -> None:
        orders = self._orders()
        to_pay = payable(orders)
        plan = FootPlan(to_pay)
        title = self.tr("{0} orders chosen", "", len(self._chosen)).format(len(self._chosen))
        if len(self._chosen) > MOST_PINNED:
            sentence = self.tr("At most {0} can be paid together.").format(MOST_PINNED)
        elif len(orders) < len(self._chosen):
            sentence = self.tr("Reading them…")
        elif not to_pay:
            sentence = self.tr("None of them waits for payment.")
        elif len(to_pay) == len(orders):
            sentence = self.tr("All wait for payment, {0} together. One page pays them all.")
            sentence = sentence.format(money_text(plan.sum))
        else:
            sentence = self.tr(
                "{0} of them wait for payment, {1} together. One page pays these; the others are left alone."
            )
            sentence = sentence.format(len(to_pay), money_text(plan.sum))
        self.face.show_state("receipt", title, sentence)
        self._faces.setCurrentIndex(1)

    def _show_none(self) -> None:
        opened = self._opened
        if opened.order_id is None and not self._presenter.has_rows:
            self._faces.setCurrentWidget(self._blank)
            return
        if opened.order_id is None:
            self.face.show_state("receipt", self.tr("No order chosen"), self.tr("Choose one in the list."))
        elif opened.error is not None:
            notice = notice_of(opened.error)
            sentence = f"{opened.order_id}. {notice.sentence}"
            title = self.tr("This order could not be read")
            self.face.show_state(
                "warning", title, sentence, details=notice.details, theirs=notice.theirs, role="warning"
            )
        else:
            self.face.show_state("refresh", self.tr("Reading the order…"), str(opened.order_id))
        self._faces.setCurrentIndex(1)

    def _orders(self) -> tuple[AnyOrder, ...]:
        """Those chosen, or the one shown though it is not in the list yet."""
        if len(self._chosen) > MOST_PINNED:
            return ()
        if len(self._chosen) > 1:
            found = [self._presenter.order(order_id) for order_id in self._chosen]
            return tuple(order for order in found if order is not None)
        known = self._opened.known
        return (known.order.value,) if known is not None else ()

    def _plan(self) -> FootPlan:
        known = self._orders()
        orders = payable(known) if len(known) >= len(self._chosen) else ()
        single = orders[0] if len(orders) == 1 and len(self._chosen) <= 1 else None
        return FootPlan(
            orders,
            single,
            self._obstacle(),
            self._paying.busy,
            single is not None and self._cancelling.is_running(single.order_id),
            self._cancelling.wait_s(single.order_id) if single is not None else 0,
        )

    def _obstacle(self) -> str:
        if not self._presenter.attached:
            return self.tr("Not connected yet.")
        if self._presenter.online is False:
            return self.tr("Offline: paying and cancelling need a connection. Nothing is queued.")
        return ""
