"""Everything that can be done on the orders page by name: for the palette, the shortcuts and their test."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from sourcing_app.ui.actions import Action
from sourcing_app.ui.orders.acts import OrderActs
from sourcing_app.ui.orders.detail_pane import DetailPane
from sourcing_app.ui.orders.order_table import OrderTable
from sourcing_app.ui.orders.settling import Settling
from sourcing_app.ui.orders.tabs import OrdersTab
from sourcing_app.ui.texts import tr


class Commanded(Protocol):
    """The page, as far as its commands need it."""

    pane: DetailPane
    acts: OrderActs
    settling: Settling
    table: OrderTable

    def focus_search(self) -> None: ...
    def focus_list(self) -> None: ...
    def focus_detail(self) -> None: ...
    def copy_ids(self) -> None: ...
    def copy_rows(self) -> None: ...
    def has_rows(self) -> bool: ...
    def export(self) -> None: ...
    def open_web(self) -> None: ...
    def show_tab(self, tab: OrdersTab) -> None: ...


def page_actions(page: Commanded) -> tuple[Action, ...]:
    """With their shortcuts."""
    foot, acts, settling = page.pane.foot, page.acts, page.settling
    pay, copy, cancel = foot.pay_button, foot.copy_button, foot.cancel_button

    def has_waybills() -> bool:
        return bool(acts.waybills())

    def has_open() -> bool:
        return bool(settling.open_ones)

    return (
        Action("orders.pay", tr("Pay"), pay.click, "", "wallet", pay.isEnabled, there=pay.setFocus),
        Action("orders.to_button", tr("Go to the pay button"), pay.setFocus, "Ctrl+Return", "wallet", pay.isEnabled),
        Action("orders.copy_pay", tr("Copy payment link"), copy.click, "", "copy", copy.isEnabled),
        Action(
            "orders.cancel",
            tr("Cancel the order"),
            cancel.click,
            "Ctrl+Shift+X",
            "close",
            cancel.isEnabled,
            there=cancel.setFocus,
        ),
        Action("orders.search", tr("Search orders"), page.focus_search, "Ctrl+Shift+F", "search"),
        Action("orders.list", tr("Go to the list"), page.focus_list, "Ctrl+E"),
        Action("orders.detail", tr("Go to the order"), page.focus_detail, "Ctrl+D"),
        Action("orders.copy_id", tr("Copy order id"), page.copy_ids, "Ctrl+Shift+C", "copy", page.has_rows),
        Action("orders.copy_rows", tr("Copy rows"), page.copy_rows, "", "copy", page.has_rows),
        Action("orders.copy_waybill", tr("Copy waybill"), acts.copy_waybills, "Ctrl+Shift+W", "truck", has_waybills),
        Action("orders.export", tr("Export as CSV"), page.export, "Ctrl+S", "download", page.has_rows),
        Action("orders.open_web", tr("Open on 1688"), page.open_web, "Ctrl+B", "external", acts.can_open_web),
        Action("orders.check", tr("Check unknown orders now"), settling.ask_now, "Ctrl+Shift+K", "refresh", has_open),
        Action("orders.columns", tr("Reset columns"), page.table.reset_columns),
        *(
            Action(f"orders.tab.{tab.value}", tr("Orders: {0}").format(tab.heading()), partial(page.show_tab, tab))
            for tab in OrdersTab
        ),
    )
