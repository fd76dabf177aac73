"""What the orders page keeps from start to start: splitter, columns, and cards of unknown orders that were put away."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter

from sourcing_app.domain.ids import IntentId
from sourcing_app.ui.orders.order_table import OrderTable
from sourcing_app.ui.orders.settling import Settling


def save(settings: QSettings, splitter: QSplitter, table: OrderTable, settling: Settling) -> None:
    """For the next start."""
    settings.setValue("orders/splitter", splitter.saveState())
    settings.setValue("orders/put_away", " ".join(sorted(settling.put_away)))
    table.save_columns(settings, "orders")


def restore(settings: QSettings, splitter: QSplitter, table: OrderTable, settling: Settling) -> None:
    """As saved; nothing that can be read changes nothing."""
    value = settings.value("orders/splitter")
    if isinstance(value, QByteArray):
        splitter.restoreState(value)
    table.restore_columns(settings, "orders")
    away = str(settings.value("orders/put_away", ""))
    settling.put_away = {IntentId(each) for each in away.split() if each}
