"""Opens the rooms of one run: stores, account, platform, use cases. Imported after the first paint, since it loads everything."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sourcing_app.app.maintenance import Upkeep
from sourcing_app.config.settings import Settings, cache_shares, preferences_of
from sourcing_app.domain.account import Account, Credentials
from sourcing_app.domain.ids import IntentId
from sourcing_app.domain.opening import Opening
from sourcing_app.domain.picture import FoundPhotos
from sourcing_app.domain.preferences import Preferences
from sourcing_app.errors import NotPermitted, Refused, SignInNeeded, StoreUnavailable, UnexpectedReply, Unreachable
from sourcing_app.imaging.worker import PhotoWorker
from sourcing_app.platform.marketplace import DemoMarket, MarketAddress
from sourcing_app.platform.members import calls as member_calls
from sourcing_app.platform.offers.web_pictures import WebPictures
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.secrets import Keyring
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import Ledger
from sourcing_app.ui.doors import UseCases
from sourcing_app.usecases.browse import BrowseCategories, LoadFilters
from sourcing_app.usecases.cancel_order import CancelOrder
from sourcing_app.usecases.connect_account import ConnectAccount
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

_log = logging.getLogger("sourcing")
_NOBODYS = "none"
"""The secret for a marketplace that does not run: its calls find nobody there, which is what is told."""
_BEFORE_INDEX_S, _PORTION_PAUSE_S = 12.0, 0.5
_LAST_MOMENT_S, _MARKET_S, _ANSWER_S = 0.5, 0.8, 40.0
"""What a call in flight gets when the program ends (orders were waited for before), then the demo marketplace; and longer
than any answer takes."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """The account of this run and what signs its calls. keep: whether refreshed tokens go to the keyring.

    failure: why the keyring could not be read; None where it could, or was not needed.
    """

    account: Account
    credentials: Credentials
    keep: bool = False
    failure: StoreUnavailable | None = None

    @property
    def is_signed_in(self) -> bool:
        """Whether calls can be signed. Without, everything known can be read, and nothing is sent."""
        return bool(self.credentials.app_secret)


class Rooms:
    """Stores are opened once; accounts come and go. on_wait: told the seconds when the call limit makes a call wait."""

    def __init__(self, profile: Path, ledger: Ledger, cache: Cache, on_wait: Callable[[float], None]) -> None:
        self.profile = profile
        self._on_wait = on_wait
        self._platform: Platform | None = None
        self._left: dict[Platform, asyncio.Task[None]] = {}
        self._sending: set[IntentId] = set()
        self._indexing: asyncio.Task[None] | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._door = asyncio.Lock()
        self._is_closed = False
        self.entrance: Entrance | None = None
        self.ledger = ledger
        self.cache = cache
        self.upkeep = Upkeep(ledger, cache)
        self.keyring = Keyring()
        self.market = DemoMarket(profile / "demo-market")
        self.photos = PhotoWorker()

    @classmethod
    def begin(
        cls, profile: Path, settings: Settings, on_wait: Callable[[float], None], how: Opening = Opening.AS_IT_IS
    ) -> Rooms:
        """Begin to open the stores; how: the ledger. What is asked of them meanwhile waits its turn, and ``opened`` tells
        how it went."""
        cache = Cache.begin(profile / "cache", cache_shares(settings)[0])
        return cls(profile, Ledger.begin(profile, how), cache, on_wait)

    async def opened(self) -> None:
        """Returns once the stores are open. Raises StoreUnavailable; then nothing is left open, and nobody enters any more."""
        try:
            await self.ledger.opened()
            await self.cache.opened()
        except StoreUnavailable:
            await self._abandon()
            raise

    async def _abandon(self) -> None:
        """One of the stores could not be opened: close the other, and let nobody in."""
        async with self._door:
            if self._is_closed:
                return
            self._is_closed = True
            await self._leave()
        await self._close_stores()

    async def demo(self) -> Entrance:
        """Start the demo marketplace. Raises Unreachable, also once all is closed."""
        if self._is_closed:
            raise Unreachable("offline", "closed meanwhile")
        try:
            address = await asyncio.to_thread(self._start_market)
        except OSError as error:  # a place that cannot be written to, or no room for another process
            raise Unreachable("market", str(error)) from error
        return Entrance(address.account, address.credentials)

    def _start_market(self) -> MarketAddress:
        address = self.market.start()
        if self._is_closed:
            self.market.stop()
            raise Unreachable("offline", "closed meanwhile")
        return address

    @property
    def is_without_secrets(self) -> bool:
        """Whether nobody is in, or somebody whose calls cannot be signed."""
        return self.entrance is None or not self.entrance.is_signed_in

    @property
    def market_is_gone(self) -> bool:
        """Whether the account that is in is the demo marketplace's, and its process has ended by itself."""
        return self.entrance is not None and self.entrance.account.is_demo and self.market.is_gone

    async def kept(self, account: Account) -> Entrance:
        """An account whose secrets are in the keyring; without them it can be read offline, and asks to sign in."""
        nothing = Credentials(account.app_key, "")
        try:
            credentials = await asyncio.to_thread(self.keyring.load, account.key)
        except StoreUnavailable as error:
            return Entrance(account, nothing, failure=error)
        return Entrance(account, credentials or nothing, keep=credentials is not None)

    async def member_of(self, entrance: Entrance) -> str:
        """Whose token it is, as the platform says; "" where it does not tell this app, or the token is refused, so that
        nothing can be ordered with it. Raises Unreachable, Throttled: then nobody may enter yet."""
        platform = Platform(entrance.account, entrance.credentials, on_wait=self._on_wait)
        try:
            return (await platform.send(member_calls.ME)).member_id
        except (NotPermitted, Refused, SignInNeeded, UnexpectedReply) as error:
            _log.warning("it is not known whose account this is: %s", error)
            return ""
        finally:
            await platform.close(_LAST_MOMENT_S)

    async def demo_to_read(self, account: Account) -> Entrance:
        """The demo marketplace, or where it cannot be started what is known of it."""
        try:
            return await self.demo()
        except Unreachable:
            return Entrance(account, Credentials(account.app_key, _NOBODYS))

    async def enter(self, entrance: Entrance, settings: Settings) -> UseCases:
        """Use cases for this account; the one before is left. Raises Unreachable once all is closed."""
        async with self._door:
            if self._is_closed:
                raise Unreachable("offline", "closed meanwhile")
            await self._leave()
            self.upkeep.begin()
            await self._take_over(entrance.account, settings)
            return self._enter(entrance, settings)

    async def _take_over(self, account: Account, settings: Settings) -> None:
        """What was kept for this app before its member was known goes to the first member, unless it is of the account that
        was chosen. What is asked of the ledger from now on waits behind it."""
        nameless = replace(account, member_id="").key
        if not account.member_id or (settings.account is not None and settings.account.key == nameless):
            return
        moving = asyncio.ensure_future(self.ledger.accounts.take_over(nameless, account.key))
        moving.add_done_callback(_tell_taken_over)
        await asyncio.sleep(0)  # now it is in the queue of the file's thread

    def limit_cache(self, settings: Settings) -> None:
        """The cache may take another size from now on."""
        self.cache.limit(cache_shares(settings)[0])
        self.upkeep.trim_now()

    def _enter(self, entrance: Entrance, settings: Settings) -> UseCases:
        keep = self._keep(entrance.account) if entrance.keep else None
        self._platform = Platform(entrance.account, entrance.credentials, on_credentials=keep, on_wait=self._on_wait)
        self.entrance = entrance
        preferences = preferences_of(settings)
        session = Session(entrance.account, self._platform, self.ledger, self.cache, preferences.offer_language)
        session.sending = self._sending
        made = _use_cases(session, preferences, self.photos)
        self._indexing = asyncio.create_task(_index(SearchOffers(session)), name="index")
        return made

    async def leave(self) -> None:
        """Ask nothing more for the account that is in. What it has sent is still answered, and the answer kept: an order
        on its way is not broken off because somebody changes the account, or the language."""
        async with self._door:
            self.entrance = None
            await self._leave()

    async def _leave(self) -> None:
        if self._indexing is not None:
            self._indexing.cancel()
            await asyncio.gather(self._indexing, return_exceptions=True)
            self._indexing = None
        if self._platform is not None:
            left, self._platform = self._platform, None
            self._left[left] = asyncio.create_task(left.close(_ANSWER_S), name="leaving")
            self._left[left].add_done_callback(lambda _: self._left.pop(left, None))

    async def close(self) -> None:
        """In the reverse order of opening."""
        async with self._door:
            self._is_closed = True
            await self._leave()
        await asyncio.gather(*(platform.close(_LAST_MOMENT_S) for platform in tuple(self._left)))
        await asyncio.gather(*tuple(self._left.values()))
        await asyncio.to_thread(self.photos.close)
        await asyncio.to_thread(self.market.stop, _MARKET_S)
        if self._keeping is not None:
            await asyncio.wait({self._keeping}, timeout=_LAST_MOMENT_S)
        await self._close_stores()

    async def _close_stores(self) -> None:
        """What is confirmed is on the disk; a store that could not be opened says so again."""
        await self.upkeep.close()
        for store in (self.cache, self.ledger):
            with contextlib.suppress(StoreUnavailable):
                await store.close()

    def connect_account(self) -> ConnectAccount:
        """For the dialog."""
        return ConnectAccount(Platform, self.keyring if self.keyring.available else None)

    def _keep(self, account: Account) -> Callable[[Credentials], None]:
        """Refreshed tokens to the keyring, in their order and beside the work: it may ask a person, and that call needs it
        no more."""

        def keep(credentials: Credentials) -> None:
            self._keeping = asyncio.create_task(self._keep_after(self._keeping, account, credentials), name="keyring")

        return keep

    async def _keep_after(self, before: asyncio.Task[None] | None, account: Account, credentials: Credentials) -> None:
        if before is not None:
            await before
        try:
            await asyncio.to_thread(self.keyring.save, account.key, credentials)
        except StoreUnavailable as error:  # they are good for this run; the next one signs in again, and says so
            _log.warning("refreshed tokens were not kept: %s", error)


def _tell_taken_over(moving: asyncio.Future[bool]) -> None:
    """A ledger that cannot be opened or written to says so by itself."""
    if not moving.cancelled() and isinstance(moving.exception(), StoreUnavailable):
        _log.warning("rows of an account without a member were not taken over: %s", moving.exception())


async def _index(search_offers: SearchOffers) -> None:
    """Pinyin of cached titles, a portion at a time, while nobody waits for it."""
    await asyncio.sleep(_BEFORE_INDEX_S)  # a process of its own, with tables of 50 MB: not beside the first search
    try:
        while True:
            await asyncio.sleep(_PORTION_PAUSE_S)
            if not await search_offers.index_pinyin():
                await asyncio.sleep(60 * _PORTION_PAUSE_S)
    except StoreUnavailable as error:
        _log.warning("pinyin index stopped: %s", error)


def _use_cases(session: Session, preferences: Preferences, photos: PhotoWorker) -> UseCases:
    return UseCases(
        account=session.account,
        preferences=preferences,
        search_offers=SearchOffers(session),
        search_history=SearchHistory(session),
        load_filters=LoadFilters(session),
        browse_categories=BrowseCategories(session),
        search_by_picture=SearchByPicture(session, photos, photos.cancel),
        find_parts=FindParts(photos.boxes),
        turn_photo=TurnPhoto(photos.turned),
        find_photos=FindPhotos(_find_photos),
        fetch_picture=FetchPicture(WebPictures().get),
        open_offer=OpenOffer(session),
        edit_cart=EditCart(session),
        list_addresses=ListAddresses(session),
        preview_order=PreviewOrder(session),
        place_order=PlaceOrder(session),
        settle_unknown_orders=SettleUnknownOrders(session),
        list_orders=ListOrders(session),
        track_orders=TrackOrders(session),
        open_order=OpenOrder(session),
        pay_orders=PayOrders(session),
        cancel_order=CancelOrder(session),
    )


def _find_photos(paths: tuple[Path, ...]) -> FoundPhotos:
    from sourcing_app.imaging.finding import find_photos

    return find_photos(paths)
