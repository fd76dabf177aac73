"""How old the list is, where that is worth a word: offline, or being read after a while."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sourcing_app.ui.format import ago_text
from sourcing_app.ui.orders.presenter import OrdersPresenter
from sourcing_app.ui.widgets.state_panel import AgeBar

_YOUNG_S = 60


class ListAge(AgeBar):
    """Says what the presenter knows."""

    def __init__(self, presenter: OrdersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def show_all(self) -> None:
        """As it is now."""
        presenter = self._presenter
        fact, now = presenter.newest_fact, presenter.clock()
        if presenter.online is False:
            when = self.tr("Offline. Orders as of {0}.").format(ago_text(fact, now)) if fact else self.tr("Offline.")
            self.show_age(when, icon_name="offline", role="warning", action=self.tr("Try again"))
        elif presenter.refreshing and fact is not None and (now - fact).total_seconds() > _YOUNG_S:
            text = self.tr("As of {0}. Asking 1688 what is new…").format(ago_text(fact, now))
            self.show_age(text, icon_name="refresh")
        else:
            self.show_age("")
