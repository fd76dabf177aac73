"""The Cart tab."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from sourcing_app.domain.ids import OfferId, OrderId
from sourcing_app.ui.actions import Action
from sourcing_app.ui.cart.cart_tree import CartTree
from sourcing_app.ui.cart.edits import CartEdits
from sourcing_app.ui.cart.line_bar import LineBar
from sourcing_app.ui.cart.order_panel import OrderPanel
from sourcing_app.ui.cart.placed import Placed, PlacedBar, PlacedOrders
from sourcing_app.ui.cart.presenter import CartPresenter
from sourcing_app.ui.cart.slips import FateKind
from sourcing_app.ui.models.cart_lines import CartLines, Key
from sourcing_app.ui.notices import Notice, Severity, Step, notice_of
from sourcing_app.ui.page import Page
from sourcing_app.ui.page_key import PageKey
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.requests import CartChanged, GoTo, OpenOffer, OrdersChanged, PayOrders, ShowOrder
from sourcing_app.ui.tasks import TaskScope
from sourcing_app.ui.theme import scaled
from sourcing_app.ui.widgets.labels import hairline
from sourcing_app.ui.widgets.state_panel import AgeBar, StatePanel
from sourcing_app.ui.widgets.surface import column

if TYPE_CHECKING:
    from sourcing_app.ui.doors import UseCases

_RIGHT = 400
_FRESH_S = 60.0


class CartPage(Page):
    """Suppliers and lines left, receipts right. edits: the window's cart, shared with the product page."""

    def __init__(self, loader: PictureLoader, edits: CartEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._rechecked_at: float | None = None
        self.presenter = CartPresenter(edits, self)
        self._lines = CartLines(self)
        self.tree = CartTree(self._lines, loader)
        self.line_bar = LineBar()
        self.placed = PlacedOrders(self.presenter.placing, self)
        self.placed_bar = PlacedBar()
        self.panel = OrderPanel(self.presenter)
        self.empty = StatePanel()
        self.checking = AgeBar()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._faces = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        left = QWidget()
        box = column(left, spacing=0)
        box.addWidget(self.placed_bar)
        box.addWidget(self.tree, 1)
        box.addWidget(hairline())
        box.addWidget(self.line_bar)
        self._faces.addWidget(left)
        self._faces.addWidget(self.empty)
        self.splitter.addWidget(self._faces)
        self.splitter.addWidget(self.panel)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self._faces.setMinimumWidth(520)
        self.panel.setMinimumWidth(scaled(340))
        self.panel.setMaximumWidth(scaled(560))
        self.splitter.setSizes([900, scaled(_RIGHT)])
        page = column(self, spacing=0)
        page.addWidget(self.checking)
        page.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.cart_changed.connect(self._show)
        presenter.failed.connect(self._failed)
        presenter.tasks.failed.connect(self._failed)
        presenter.placing.tasks.failed.connect(self._failed)
        presenter.placing.changed.connect(self.tab_changed)
        presenter.ordered.connect(self._tell_ordered)
        self._edits.done.connect(self._done)
        self._edits.last_gone.connect(partial(self.notice_withdrawn.emit, "cart"))
        self._edits.checking_changed.connect(self._show_checking)
        self._lines.quantity_wanted.connect(self._edits.set_quantity)
        self._lines.chosen.connect(presenter.set_chosen)
        self.tree.remove_wanted.connect(self._edits.remove)
        self.tree.undo_wanted.connect(self._edits.undo)
        self.tree.redo_wanted.connect(self._edits.redo)
        self.tree.opened.connect(self._open_offer)
        self.tree.selectionModel().currentChanged.connect(self._show_line)
        self.line_bar.quantity_wanted.connect(self._use)
        self.line_bar.opened.connect(self._open_offer)
        self.panel.opened.connect(self._show_order)
        self.panel.started.connect(self.focus_first)
        self.empty.acted.connect(self._act_on_empty)
        self.empty.second_acted.connect(self._show_orders)
        self.placed.changed.connect(self._show_placed)
        self.placed.tasks.failed.connect(self._failed)
        self.placed_bar.paid.connect(self._pay)
        self.placed_bar.shown.connect(self._show_orders)
        self.placed_bar.put_away.connect(self.placed.put_away)

    # --- the page ---------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Lines in the cart."""
        return sum(len(group.lines) for group in self.presenter.groups)

    def attention(self) -> bool:
        """Whether an order's fate is not known, or it was refused."""
        waiting = (FateKind.CHECKING, FateKind.REFUSED, FateKind.CHANGED, FateKind.NOT_SENT)
        return any(fate.kind in waiting for fate in self.presenter.placing.fates)

    def focus_first(self) -> None:
        """The keyboard goes to the first line."""
        if self._lines.groups:
            if self.tree.current_key() is None:
                self.tree.go_to(self._lines.groups[0].lines[0].line.key)
            self.tree.setFocus()
        else:
            self.empty.action_button.setFocus()

    def refresh(self) -> None:
        """F5: prices, stock, sums, addresses."""
        self.presenter.refresh()

    def attach(self, use_cases: UseCases) -> None:
        """Work with this account."""
        self._rechecked_at = None
        self._edits.attach(use_cases.edit_cart)
        self.placed.attach(use_cases)
        self.presenter.attach(use_cases)
        if self.isVisible():
            self._recheck_on_sight()

    def detach(self) -> None:
        """What is shown stays."""
        self._edits.detach()
        self.placed.detach()
        self.presenter.detach()

    def cart_changed(self) -> None:
        """Another page wrote to the cart."""
        self._edits.reload()

    def orders_changed(self) -> None:
        """Another page found out what became of an order: its lines may be back, or gone."""
        self._edits.reload()
        self.presenter.placing.look()

    def task_scopes(self) -> tuple[TaskScope, ...]:
        """What has to end before the window closes."""
        presenter = self.presenter
        scopes = (presenter.placing.tasks, presenter.previews.tasks, presenter.tasks, self._edits.tasks)
        return (*scopes, self.placed.tasks)

    def panes(self) -> tuple[QWidget, ...]:
        """For F6."""
        return (self.empty.action_button, self.tree, self.panel.address, self.panel.place_button)

    def notice_acted(self, step: Step) -> None:
        """Undo, or ask again."""
        if step is Step.UNDO:
            self._edits.undo()
        elif step is Step.RETRY:
            self.refresh()

    def actions_of_page(self) -> tuple[Action, ...]:
        """All that can be done here by name."""
        return (
            Action(
                "cart.place",
                self.tr("Place orders"),
                self._place,
                "",
                "receipt",
                self._can_place,
                there=self._focus_button,
            ),
            Action("cart.to_button", self.tr("Go to the order button"), self._focus_button, "Ctrl+Return", "receipt"),
            Action("cart.undo", self.tr("Undo"), self._edits.undo, "Ctrl+Z", "undo", self._can_undo),
            Action("cart.redo", self.tr("Redo"), self._edits.redo, "Ctrl+Y", "repeat", self._can_redo),
            Action(
                "cart.remove", self.tr("Remove the marked lines"), self._remove_marked, "", "trash", self._has_lines
            ),
            Action("cart.lines", self.tr("Go to the lines"), self.focus_first, "Ctrl+E", enabled=self._has_lines),
            Action("cart.address", self.tr("Choose the delivery address"), self._focus_address, "Ctrl+D", "pin"),
        )

    def keys_of_page(self) -> tuple[tuple[str, str], ...]:
        """For the sheet of keys: what works on a line."""
        return (
            ("0-9", self.tr("Type another quantity")),
            ("Del", self.tr("Remove the marked lines")),
            ("Space", self.tr("Tick a supplier")),
            ("O", self.tr("Open the offer")),
        )

    def restore_state(self, settings: QSettings) -> None:
        """As it was left."""
        value = settings.value("cart/splitter")
        if isinstance(value, QByteArray):
            self.splitter.restoreState(value)

    def save_state(self, settings: QSettings) -> None:
        """For the next start."""
        settings.setValue("cart/splitter", self.splitter.saveState())

    def showEvent(self, event: QShowEvent) -> None:
        """Prices and stock are read again when the cart is opened, unless that was a moment ago."""
        self._recheck_on_sight()
        self.presenter.placing.look()
        self.placed.look()

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        presenter = self.presenter
        suppliers = [group.supplier_id for group in presenter.groups]
        left_out = frozenset(each for each in suppliers if not presenter.is_chosen(each))
        locked = frozenset(each for each in suppliers if presenter.is_locked(each))
        self.tree.show_groups(presenter.groups, left_out, locked)
        self._faces.setCurrentIndex(0 if presenter.groups else 1)
        self._show_line()
        self._show_placed()
        self.panel.setVisible(bool(presenter.groups) or bool(presenter.placing.fates))
        self.tab_changed.emit()

    def _show_line(self) -> None:
        index = self.tree.currentIndex()
        self.line_bar.show_line(self._lines.line_of(index), self._lines.problems_of(index))

    def _show_checking(self, checking: bool) -> None:
        self.checking.show_age(self.tr("Reading prices and stock again…") if checking else "", icon_name="refresh")

    def _show_placed(self) -> None:
        """What was done comes before what could be done next."""
        placed = self.placed.placed
        self.placed_bar.show_placed(placed)
        if placed is not None:
            show = self.tr("Show orders")
            action, second = (placed.pay_text, show) if placed.pay_text else (show, "")
            self.empty.show_state(
                "check", placed.title, placed.sentence, action=action, second=second, role="good", spends=bool(second)
            )
            return
        self.empty.show_state(
            "cart",
            self.tr("The cart is empty"),
            self.tr("Open an offer, type the quantities you want, and put them in. They stay here until you order."),
            action=self.tr("Search"),
        )

    # --- acts -------------------------------------------------------------------------------------------------------

    def _use(self, key: Key, quantity: int) -> None:
        self._edits.set_quantity(key, quantity)
        self.tree.go_to(key)

    def _act_on_empty(self) -> None:
        placed = self.placed.placed
        if placed is None:
            self.ask(GoTo(PageKey.SEARCH))
        elif placed.to_pay:
            self._pay()
        else:
            self._show_orders()

    def _pay(self) -> None:
        """What is on the button, by the Orders page: it asks what the orders cost now before anything is opened."""
        placed: Placed | None = self.placed.placed
        if placed is not None and placed.to_pay:
            self.ask(PayOrders(placed.to_pay, placed.to_pay_sum))

    def _show_orders(self) -> None:
        placed = self.placed.placed
        if placed is not None:
            self.ask(ShowOrder(placed.order_ids[0]))

    def _remove_marked(self) -> None:
        self._edits.remove(self.tree.selected_keys())

    def _open_offer(self, offer_id: str) -> None:
        self.ask(OpenOffer(OfferId(offer_id)))

    def _tell_ordered(self, _: object) -> None:
        self.ask(OrdersChanged())

    def _show_order(self, order_id: str) -> None:
        self.ask(ShowOrder(OrderId(order_id)))

    def _place(self) -> None:
        self.panel.place_button.click()

    def _focus_button(self) -> None:
        """Only goes there: an order takes a press of its own, never a chord out of habit."""
        self.panel.place_button.setFocus()

    def _focus_address(self) -> None:
        self.panel.address.setFocus()

    def _can_place(self) -> bool:
        return self.panel.place_button.isEnabled()

    def _can_undo(self) -> bool:
        return self._edits.history.can_undo

    def _can_redo(self) -> bool:
        return self._edits.history.can_redo

    def _has_lines(self) -> bool:
        return bool(self._lines.groups)

    def _recheck_on_sight(self) -> None:
        now = monotonic()
        if self.presenter.attached and (self._rechecked_at is None or now - self._rechecked_at > _FRESH_S):
            self._rechecked_at = now
            self._edits.recheck()

    def _done(self, label: str) -> None:
        if self.isVisible():
            self.noticed.emit(Notice(label, Severity.GOOD, Step.UNDO, self.tr("Undo"), cause="cart"))
            self.ask(CartChanged())

    def _failed(self, error: Exception) -> None:
        self.noticed.emit(notice_of(error))
