"""A buyer's desk for tests of pages: a Qt event loop that runs coroutines, and use cases on real stores at a real marketplace."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from sourcing_app.domain.account import Account, Credentials
from sourcing_app.domain.picture import FoundParts, PreparedPicture
from sourcing_app.domain.preferences import Preferences
from sourcing_app.imaging.boxes import find_parts
from sourcing_app.imaging.decoding import decode
from sourcing_app.imaging.finding import find_photos
from sourcing_app.imaging.turning import turned
from sourcing_app.platform.offers.web_pictures import WebPictures
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.pacing import Pace, Timing
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import Ledger
from sourcing_app.ui.doors import UseCases
from sourcing_app.usecases.browse import BrowseCategories, LoadFilters
from sourcing_app.usecases.cancel_order import CancelOrder
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.fetch_picture import FetchPicture
from sourcing_app.usecases.find_parts import FindParts, TurnPhoto
from sourcing_app.usecases.find_photos import FindPhotos
from sourcing_app.usecases.list_addresses import ListAddresses
from sourcing_app.usecases.list_orders import ListOrders
from sourcing_app.usecases.open_offer import OpenOffer
from sourcing_app.usecases.open_order import OpenOrder
from sourcing_app.usecases.pay_orders import PayOrders
from sourcing_app.usecases.place_order import PlaceOrder
from sourcing_app.usecases.preview_order import PreviewOrder
from sourcing_app.usecases.search_by_picture import SearchByPicture
from sourcing_app.usecases.search_history import SearchHistory
from sourcing_app.usecases.search_offers import SearchOffers
from sourcing_app.usecases.session import Session
from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
from sourcing_app.usecases.track_orders import TrackOrders
from tests.support.sandbox import RunningSandbox

T = TypeVar("T")
PATIENCE_S = 20.0


class Desk:
    """Runs coroutines inside Qt's own loop; ``spin_until`` waits for a condition, never for a time."""

    def __init__(self, application: QApplication) -> None:
        self.application = application
        self.loop = qasync.QEventLoop(application, already_running=True)
        asyncio.set_event_loop(self.loop)
        asyncio._set_running_loop(self.loop)
        self._pulse = QTimer()
        self._pulse.start(3)
        self._stores: list[Any] = []
        self._platforms: list[Platform] = []

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Its result, while Qt's events go on."""
        task = self.loop.create_task(coroutine)
        self.spin_until(task.done, f"{coroutine}")
        return task.result()

    def spin_until(self, holds: Callable[[], object], what: str = "") -> None:
        """Turn the loop until it holds."""
        started = time.monotonic()
        while not holds():
            assert time.monotonic() - started < PATIENCE_S, f"waited in vain for {what or holds}"
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def spin(self, turns: int = 5) -> None:
        """Let what is due happen."""
        for _ in range(turns):
            self.application.processEvents()

    def use_cases(self, sandbox: RunningSandbox, folder: Path, **changes: Any) -> UseCases:
        """All use cases of the sandbox's buyer, on stores in this folder."""
        return self.run(self._connect(sandbox, folder, changes))

    def close(self) -> None:
        async def end() -> None:
            for platform in self._platforms:
                await platform.close()
            for store in self._stores:
                await store.close()

        self.run(end())
        self._pulse.stop()
        asyncio._set_running_loop(None)
        asyncio.set_event_loop(None)
        # Its own stop() tells Qt to quit, and from then on no loop of Qt would run: what a test waits for never comes.
        self.application.aboutToQuit.disconnect(self.loop._after_run_forever)
        self.loop._QEventLoop__is_running = False
        self.loop.close()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()

    def dispose(self, *objects: QObject) -> None:
        """Destroy them here and now, on the GUI's thread."""
        for each in objects:
            each.deleteLater()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    async def _connect(self, sandbox: RunningSandbox, folder: Path, changes: dict[str, Any]) -> UseCases:
        account = Account(sandbox.gateway_url, sandbox.app_key, name="Demo", is_demo=True)
        credentials = Credentials(sandbox.app_key, sandbox.app_secret, sandbox.access_token, sandbox.refresh_token)
        platform = Platform(account, credentials, pace=Pace(500.0, 100, 4), timing=Timing(sleep=_at_once))
        ledger, cache = await Ledger.open(folder), await Cache.open(folder)
        self._platforms.append(platform)
        self._stores += [ledger, cache]
        session = Session(account, platform, ledger, cache)
        kinds = {
            "search_offers": SearchOffers, "search_history": SearchHistory, "load_filters": LoadFilters,
            "browse_categories": BrowseCategories, "open_offer": OpenOffer, "edit_cart": EditCart,
            "list_addresses": ListAddresses, "preview_order": PreviewOrder, "place_order": PlaceOrder,
            "list_orders": ListOrders, "track_orders": TrackOrders,
            "open_order": OpenOrder, "pay_orders": PayOrders, "cancel_order": CancelOrder,
        }  # fmt: skip
        made: dict[str, Any] = {name: kind(session) for name, kind in kinds.items()}
        made["search_by_picture"] = SearchByPicture(session, _no_photo)
        made["find_parts"], made["turn_photo"] = FindParts(_parts), TurnPhoto(turned)
        made["find_photos"] = FindPhotos(find_photos)
        made["fetch_picture"] = FetchPicture(WebPictures().get)
        made["settle_unknown_orders"] = SettleUnknownOrders(session, first_wait_s=0.05)
        return UseCases(account=account, **({"preferences": Preferences()} | made | changes))


async def _at_once(seconds: float) -> None:
    """Waits between tries take no time here."""
    await asyncio.sleep(0)


def _no_photo(source: object) -> Any:
    raise AssertionError("no photo in this test")


def _parts(picture: PreparedPicture) -> FoundParts:
    return find_parts(decode(picture.jpeg).image)
