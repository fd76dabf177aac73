"""Where things are in the window: what the steps of the tour look at and reach for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sourcing_app.app.program import Program
from sourcing_app.domain.ids import SpecId
from sourcing_app.domain.offer import Offer, OfferSummary
from sourcing_app.domain.order import OrderStatus
from sourcing_app.ui.cart.view import CartPage
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.main_window import MainWindow
from sourcing_app.ui.offer.offer_view import OfferView
from sourcing_app.ui.offer.view import ProductPage
from sourcing_app.ui.orders.view import OrdersPage
from sourcing_app.ui.search.view import SearchPage
from sourcing_app.ui.widgets.buttons import IconButton
from sourcing_app.ui.widgets.notice_bar import NoticeCorner, NoticeRow
from tests.tour.far_side import FarSide
from tests.tour.hands import click, press


class Places:
    """Of one running program. opened_addresses: what would have gone to the browser."""

    far: FarSide

    def __init__(self, program: Program) -> None:
        self._program = program
        self.opened_addresses: list[str] = []
        self._order_id = ""

    @property
    def window(self) -> MainWindow:
        """The program's window."""
        return self._program.window

    @property
    def search_page(self) -> SearchPage:
        return cast(SearchPage, self.window.stack.page("search"))

    @property
    def photo_page(self) -> PhotoPage:
        return cast(PhotoPage, self.window.stack.page("photo"))

    @property
    def cart_page(self) -> CartPage:
        return cast(CartPage, self.window.stack.page("cart"))

    @property
    def orders_page(self) -> OrdersPage:
        return cast(OrdersPage, self.window.stack.page("orders"))

    def _use_cases(self) -> Any:
        assert self._program.use_cases is not None
        return self._program.use_cases

    def _view(self) -> OfferView | None:
        return cast(ProductPage, self.window.stack.page("offer")).current

    def _offer(self) -> Offer | None:
        view = self._view()
        return view.panel._sheet.offer if view is not None else None

    def _lines(self) -> tuple[Any, ...]:
        cart = self.cart_page._edits.cart
        return cart.lines if cart is not None else ()

    def _pay_button(self) -> QWidget:
        return self.orders_page.pane.foot.pay_button

    def _known_orders(self) -> list[str]:
        placing = self.cart_page.presenter.placing
        return [order_id for fate in placing.fates for order_id in fate.order_ids]

    def _status(self) -> OrderStatus | None:
        known = self.orders_page.opened.known
        return known.order.value.status if known is not None else None

    def _has_pictures(self, page: Any, count: int) -> bool:
        from PySide6.QtCore import QRectF

        view = page.results.list_view
        side = int(view.itemDelegate().picture_rect(QRectF(view.visualRect(view.model().index(0, 0)))).width())
        offers = page.presenter.offers.offers[:count]
        ratio = view.devicePixelRatioF()
        return (
            len(offers) >= count
            and self._program.pictures.is_idle()
            and all(self._program.pictures.pixmap(each.picture_url, side, ratio) is not None for each in offers)
        )

    def _all_between(self, low: Decimal, high: Decimal) -> bool:
        """Of the wholesale price, which is what 1688 filters by: a promotion may cost less than the range."""
        prices = [offer.list_price or offer.unit_price for offer in self.search_page.presenter.offers.offers]
        return bool(prices) and all(price is not None and low <= price.amount <= high for price in prices)

    def _wanted_offer(self) -> OfferSummary:
        """One of the results, with several SKUs and easy rules."""
        easy: set[str] | None = None
        if self.far.has_control:
            found = self.far.look("offers?quote_type=1&min_skus=6&mix=no&lot=no&max_minimum=10&limit=4000")
            easy = {str(each["offer_id"]) for each in found["offers"]}
        offers = self.search_page.presenter.offers.offers
        return next(offer for offer in offers if easy is None or offer.offer_id in easy)

    def _quantities(self, offer: Offer) -> dict[SpecId, int]:
        """Enough of two SKUs that are in stock."""
        step = self._step(offer)
        quantity = max(step, -(-offer.min_quantity // step) * step)
        stocked = [sku.spec_id for sku in offer.skus if sku.stock >= quantity + step]
        assert len(stocked) >= 2, "two SKUs in stock"
        return dict.fromkeys(stocked[:2], quantity)

    def _step(self, offer: Offer) -> int:
        return max(1, offer.lot_size)

    def _remember_address(self, address: str) -> bool:
        self.opened_addresses.append(address)
        return True

    def _reopen(self) -> None:
        self.window.show_order(self._order_id)
        press(self.window, "F5")

    def _after_refresh(self, status: OrderStatus) -> Any:
        """Press F5 now and then until the order has this state, as a person would."""
        looks = iter(range(10**6))

        def holds() -> bool:
            if next(looks) % 60 == 0:
                press(self.window, "F5")
            return self._status() is status

        return holds

    def _found_again(self) -> bool:
        made = len(self.far.orders())
        return self.orders_page.orders.rowCount() == made > 1 and not self.orders_page.settling.open_ones

    def in_front(self) -> QWidget:
        """The dialog that is open, else the window."""
        return next(iter(self._dialogs(QDialog)), self.window)

    def _put_away_news(self) -> None:
        """Close what was said in the corner, as one does who has read it."""
        for news in self.window.findChildren(NoticeRow):
            if isinstance(news.parentWidget(), NoticeCorner) and news.isVisible():
                click(news.findChildren(IconButton)[-1])

    def _dialogs(self, kind: type[QWidget]) -> list[QWidget]:
        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
