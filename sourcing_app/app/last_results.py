"""The last results: on screen before anything is loaded, kept whenever new ones came."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from sourcing_app.domain.aged import Aged
from sourcing_app.domain.ids import AccountKey
from sourcing_app.domain.offer import OfferPage
from sourcing_app.startup.splash import forget_frame
from sourcing_app.store.snapshot import Snapshot, load_snapshot, save_snapshot
from sourcing_app.ui.search.view import SearchPage
from sourcing_app.ui.tasks import TaskScope

KEPT = 60


class LastResults(QObject):
    """Shows the kept results on the search page at once, and keeps its first page from then on."""

    def __init__(self, profile: Path, account: AccountKey | None, page: SearchPage, parent: QObject) -> None:
        super().__init__(parent)
        self._profile, self._account = profile, account
        self._page = page
        self._kept: object = None
        self.tasks = TaskScope(self)
        snapshot = load_snapshot(profile)
        if snapshot is not None and account is not None and snapshot.account == account:
            self._page.show_snapshot(snapshot.query, Aged(snapshot.page, snapshot.fetched_at))
        self._page.presenter.page_added.connect(self._keep)

    def enter(self, account: AccountKey) -> None:
        """Results that come now are this account's."""
        self._account = account

    def _keep(self) -> None:
        import asyncio  # not before the first paint

        presenter = self._page.presenter
        marks = (presenter.query, presenter.fetched_at)
        if presenter.is_stale or presenter.fetched_at is None or self._account is None or marks == self._kept:
            return
        self._kept = marks
        forget_frame(self._profile)
        offers = tuple(presenter.offers.offers[:KEPT])
        page = OfferPage(offers, presenter.total, 1, len(offers), has_more=presenter.has_more)
        snapshot = Snapshot(self._account, presenter.query, page, presenter.fetched_at)
        self.tasks.start("keep", asyncio.to_thread(save_snapshot, self._profile, snapshot))
