"""Over the list: its tabs, the search through all orders, and the file it can be written to."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from sourcing_app.ui.orders.tab_chips import TabChips
from sourcing_app.ui.theme.spacing import XS, S
from sourcing_app.ui.widgets.buttons import button
from sourcing_app.ui.widgets.inputs import clearable
from sourcing_app.ui.widgets.surface import row


class ListBar(QWidget):
    """tabs, search, export_button: to be connected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = TabChips()
        self.search = QLineEdit()
        self.export_button = button(self.tr("Export"), "quiet", icon_name="download", small=True)
        self.search.setPlaceholderText(self.tr("Search orders, waybills, goods"))
        self.search.setAccessibleName(self.tr("Search orders"))
        clearable(self.search)
        self.search.setProperty("small", True)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(320)
        box = row(self, spacing=XS)
        box.setContentsMargins(XS, XS, S, XS)
        box.addWidget(self.tabs)
        box.addStretch(1)
        box.addWidget(self.search, 10)
        box.addWidget(self.export_button)
