"""What a buyer needs to buy something in a test, in a few words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import httpx

from sourcing_app.domain.account import Account, Credentials
from sourcing_app.domain.cart import CartLine, SupplierGroup, lines_from_offer, split_by_supplier
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.intent import OrderIntent
from sourcing_app.domain.preview import OrderChoice, OrderPreview
from sourcing_app.platform.platform import Platform
from sourcing_app.platform.transport.pacing import Pace, Timing
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import Ledger
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.failpoints import At, pass_by
from sourcing_app.usecases.list_addresses import ListAddresses
from sourcing_app.usecases.open_offer import OpenOffer
from sourcing_app.usecases.place_order import PlaceOrder
from sourcing_app.usecases.preview_order import PreviewOrder
from sourcing_app.usecases.session import Session
from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
from tests.support.buying import Buyable, buyables
from tests.support.sandbox import RunningSandbox

ESCROW = OrderChoice("assureTrade")
CREATE = "alibaba.trade.createCrossOrder"


async def no_wait(seconds: float) -> None:
    """Instead of sleeping between the tries of a read."""


@dataclass
class Desk:
    """One buyer with everything open."""

    session: Session
    sandbox: RunningSandbox

    async def buyable(self, number: int = 0, **wish: object) -> Buyable:
        return buyables(self.sandbox, **{"lot": "no", "mix": "no", "limit": 20} | wish)[number]

    async def line(self, number: int = 0, **wish: object) -> CartLine:
        what = await self.buyable(number, **wish)
        offer = await OpenOffer(self.session)(OfferId(str(what.offer_id)))
        return lines_from_offer(offer, {SpecId(what.spec_id): what.quantity}, datetime.now(UTC))[0]

    async def group(self, number: int = 0, **wish: object) -> SupplierGroup:
        cart = await EditCart(self.session).add((await self.line(number, **wish),))
        return split_by_supplier(cart)[-1]

    async def preview(self, number: int = 0, **wish: object) -> OrderPreview:
        address = (await ListAddresses(self.session)())[0]
        return await PreviewOrder(self.session)(await self.group(number, **wish), address)

    async def preview_two_lines(self) -> OrderPreview:
        """Two lines of one supplier."""
        first = await self.buyable()
        mates = buyables(self.sandbox, lot="no", seller=first.seller, limit=50)
        keys = {(mate.offer_id, mate.spec_id): mate for mate in mates}
        cart = await EditCart(self.session).load()
        for mate in list(keys.values())[:2]:
            offer = await OpenOffer(self.session)(OfferId(str(mate.offer_id)))
            lines = lines_from_offer(offer, {SpecId(mate.spec_id): mate.quantity}, datetime.now(UTC))
            cart = await EditCart(self.session).add(lines)
        address = (await ListAddresses(self.session)())[0]
        return await PreviewOrder(self.session)(split_by_supplier(cart)[0], address)

    async def place(self, preview: OrderPreview | None = None, at: At = pass_by) -> OrderIntent:
        return await PlaceOrder(self.session, at)(preview or await self.preview(), ESCROW)

    def settle(self) -> SettleUnknownOrders:
        return SettleUnknownOrders(self.session)

    def fault(self, api: str, kind: str, **more: object) -> None:
        self.sandbox.control("faults", api=api, kind=kind, **more)

    def made(self) -> int:
        """How many orders the marketplace holds."""
        return int(self.sandbox.look("orders")["count"])

    async def journal(self) -> list[str]:
        return [entry.kind for entry in await self.session.ledger.journal.entries(self.session.key)]

    async def close(self) -> None:
        await self.session.platform.close()
        await self.session.ledger.close()
        await self.session.cache.close()

    def as_other_account(self) -> Session:
        """The same files, another member."""
        return replace(self.session, account=replace(self.session.account, member_id="b2b-9"), sending=set())


async def open_desk(box: RunningSandbox, folder: Path, handler: httpx.AsyncBaseTransport | None = None) -> Desk:
    """handler: what the client's requests go through, None for the network itself."""
    account = Account(box.base_url, box.app_key, is_demo=True)
    credentials = Credentials(box.app_key, box.app_secret, box.access_token, box.refresh_token)
    platform = Platform(account, credentials, pace=Pace(1000, 1000, 8), timing=Timing(sleep=no_wait), handler=handler)
    return Desk(Session(account, platform, await Ledger.open(folder), await Cache.open(folder)), box)
