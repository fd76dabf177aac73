"""The person at the program: wishes for goods, one decision each, through the program's own use cases.

Every order carries "wish N" as its message to the seller, so that the platform's books say which decision it is of. The
person presses again only when told that nothing was made, after deciding that nothing exists, or where the program says
that the platform's no proves nothing and lets the goods be ordered again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any, TypeVar

from sourcing_app.domain.address import Address
from sourcing_app.domain.approval import total_with
from sourcing_app.domain.cart import CartLine, lines_from_offer, split_by_supplier
from sourcing_app.domain.ids import IntentId, OfferId, OrderId, SpecId
from sourcing_app.domain.intent import IntentState, OrderIntent
from sourcing_app.domain.money import total
from sourcing_app.domain.offer import Offer
from sourcing_app.domain.preview import OrderChoice, OrderPreview
from sourcing_app.errors import (
    AlreadySending,
    InvalidInput,
    NotPermitted,
    OutcomeUnknown,
    PriceChanged,
    Refused,
    SignInNeeded,
    SourcingError,
    Throttled,
)
from sourcing_app.usecases.cancel_order import CancelOrder
from sourcing_app.usecases.edit_cart import EditCart
from sourcing_app.usecases.failpoints import At, pass_by
from sourcing_app.usecases.list_addresses import ListAddresses
from sourcing_app.usecases.open_offer import OpenOffer
from sourcing_app.usecases.pay_orders import PayOrders
from sourcing_app.usecases.place_order import PlaceOrder
from sourcing_app.usecases.preview_order import PreviewOrder
from sourcing_app.usecases.session import Session
from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
from sourcing_app.usecases.track_orders import TrackOrders
from tests.campaign.diary import Diary
from tests.campaign.network import Market

T = TypeVar("T")
NOTHING_MADE = (Refused, Throttled, SignInNeeded, NotPermitted)
"""What the person takes for a definite no: so the program says."""


@dataclass(frozen=True, slots=True)
class Goods:
    """Something that can be ordered: quantity is one that its rules allow."""

    seller: str
    offer_id: str
    spec_id: str
    quantity: int


@dataclass
class Person:
    """One person, one run of the program. offers: those that were opened already."""

    session: Session
    diary: Diary
    market: Market
    goods: Sequence[Goods]
    seed: str
    sleep: Callable[[float], Awaitable[None]]
    at: At = pass_by

    def __post_init__(self) -> None:
        self.place = PlaceOrder(self.session, self.at)
        self.settle = SettleUnknownOrders(self.session)
        self._offers: dict[str, Offer] = {}
        self._address: Address | None = None

    async def work(self, wishes: Sequence[int]) -> None:
        """Each wish in turn, now and then two at once; what is unknown is looked up beside it, as the window does."""
        beside = asyncio.create_task(self._look_after())
        numbers = list(wishes)
        while numbers:
            both = Random(f"{self.seed}:{numbers[0]}:both").random() < 0.1
            now, numbers = (numbers[:2], numbers[2:]) if both else (numbers[:1], numbers[1:])
            await asyncio.gather(*(self._wish(number) for number in now))
        beside.cancel()
        with suppress(asyncio.CancelledError):
            await beside

    async def _look_after(self) -> None:
        while True:
            due = await self.settle.next_due_s()
            await self.sleep(max(1.0, min(30.0 if due is None else due, 30.0)))
            with suppress(SourcingError):
                await self.settle()

    # --- one wish -----------------------------------------------------------------------------------------------------

    async def _wish(self, number: int) -> None:
        chance = Random(f"{self.seed}:{number}")
        self.diary.note(number, "begun")
        try:
            await self._ordered(number, chance)
            if chance.random() < 0.1:
                await TrackOrders(self.session)()
        except SourcingError as error:  # no network for a while: the person turns to something else
            self.diary.note(number, "told", what=type(error).__name__)
        self.diary.note(number, "ended")

    async def _ordered(self, number: int, chance: Random) -> None:
        lines = await self._lines(number, chance)
        for attempt in range(4):
            preview = await self._patiently(partial(self._previewed, lines))
            if preview is None or not preview.placeable:
                return
            if chance.random() < 0.08:
                await self._price_moves(preview, chance)
            placed = await self._placed_meanwhile(number) if attempt else []
            made = placed or await self._pressed(number, chance, preview)
            if made is None:
                return
            if made:
                await self._afterwards(number, chance, made[0])
                return

    async def _placed_meanwhile(self, number: int) -> list[OrderIntent]:
        """What the window shows by now: an order of this wish that was found, so that there is nothing more to press."""
        intents = await self.session.ledger.intents.recent(self.session.key, 10)
        mine = [each for each in intents if each.choice.message == f"wish {number}"]
        return [each for each in mine if each.state is IntentState.CREATED]

    async def _lines(self, number: int, chance: Random) -> tuple[CartLine, ...]:
        """One to three of one supplier."""
        seller = chance.choice(sorted({each.seller for each in self.goods}))
        offered = [each for each in self.goods if each.seller == seller]
        chosen = chance.sample(offered, min(len(offered), chance.choice((1, 1, 2, 3))))
        lines: list[CartLine] = []
        for each in chosen:
            offer = await self._patiently(partial(self._offer, each.offer_id))
            quantity = each.quantity * chance.choice((1, 1, 2))
            lines += lines_from_offer(offer, {SpecId(each.spec_id): quantity}, self.session.clock())
        return tuple(lines)

    async def _patiently(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Asks again after a while, as one does who sees that there is no connection."""
        for _ in range(3):
            try:
                return await ask()
            except SourcingError:
                await self.sleep(20)
        return await ask()

    async def _offer(self, offer_id: str) -> Offer:
        if offer_id not in self._offers:
            self._offers[offer_id] = await OpenOffer(self.session)(OfferId(offer_id))
        return self._offers[offer_id]

    async def _previewed(self, lines: tuple[CartLine, ...]) -> OrderPreview | None:
        """The cart holds this supplier's lines of this wish and no others; None where a supplier's rule forbids it."""
        cart = await EditCart(self.session).load()
        old = tuple(line.key for line in cart.lines if line.supplier_id == lines[0].supplier_id)
        await EditCart(self.session).remove(old)
        cart = await EditCart(self.session).add(lines)
        group = next(each for each in split_by_supplier(cart) if each.supplier_id == lines[0].supplier_id)
        if not group.ready:
            return None
        self._address = self._address or (await ListAddresses(self.session)())[0]
        return await PreviewOrder(self.session)(group, self._address)

    async def _price_moves(self, preview: OrderPreview, chance: Random) -> None:
        line = chance.choice(preview.lines)
        path = f"offers/{line.offer_id}"
        now = (await self.market.control(path, spec_id=line.spec_id))["price_fen"]
        await self.market.control(path, spec_id=line.spec_id, price_fen=max(1, now + chance.choice((-3, 1, 20))))

    async def _pressed(self, number: int, chance: Random, preview: OrderPreview) -> list[OrderIntent] | None:
        """What was made; [] where the person may press again; None where the person lets it be."""
        choice = OrderChoice("assureTrade", message=f"wish {number}")
        times = 2 if chance.random() < 0.1 else 1
        self.diary.note(number, "pressed", fen=total_with(preview, choice).fen)
        results = await asyncio.gather(*(self.place(preview, choice) for _ in range(times)), return_exceptions=True)
        made = [each for each in results if isinstance(each, OrderIntent)]
        for each in results:
            if isinstance(each, BaseException):
                self.diary.note(number, "told", what=type(each).__name__, why=str(each)[:80])
                if not isinstance(each, SourcingError):
                    raise each
        if made:
            if chance.random() < 0.05:  # the same button once more
                with suppress(SourcingError):
                    await self.place(preview, choice)
            return made
        unknown = next((each for each in results if isinstance(each, OutcomeUnknown)), None)
        if unknown is not None:
            if unknown.said_no and chance.random() < 0.6:  # the window lets the same goods be ordered again
                await self.sleep(chance.choice((0, 5, 40)))
                self.diary.note(number, "again", key=unknown.reference)
                return []
            return await self._outcome(number, chance, IntentId(unknown.reference))
        again = any(isinstance(each, (PriceChanged, *NOTHING_MADE)) for each in results)
        if not again and any(isinstance(each, (AlreadySending, InvalidInput)) for each in results):
            return None
        return [] if chance.random() < 0.8 else None

    async def _outcome(self, number: int, chance: Random, intent_id: IntentId) -> list[OrderIntent] | None:
        """Wait for a while, as the window says; then look at the platform's own pages, perhaps, and decide."""
        for _ in range(chance.choice((0, 2, 5))):
            await self.sleep(chance.uniform(5, 40))
            with suppress(SourcingError):
                await self.settle(now=chance.random() < 0.3)
            intent = await self.session.ledger.intents.get(intent_id)
            if intent is None or not intent.state.is_open:
                return [intent] if intent is not None and intent.state is IntentState.CREATED else None
        if chance.random() < 0.5:
            return None
        return await self._decided(number, intent_id)

    async def _decided(self, number: int, intent_id: IntentId) -> list[OrderIntent] | None:
        """The platform's own pages show every order of the account; one with our number is this one."""
        intent = await self.session.ledger.intents.get(intent_id)
        if intent is None or not intent.state.is_open or intent_id in self.session.sending:
            return None
        found = await self.market.look("orders", out_order_id=intent.out_order_id)
        with suppress(InvalidInput):
            if intent.candidates:
                return [await self.settle.decide_created(intent_id, intent.candidates)]
            if not found["count"]:
                self.diary.note(number, "absent", key=intent.out_order_id)
                await self.settle.decide_absent(intent_id)
                return []
        return None

    # --- afterwards -----------------------------------------------------------------------------------------------------

    async def _afterwards(self, number: int, chance: Random, intent: OrderIntent) -> None:
        act = chance.choice(("pay", "pay", "cancel", "leave"))
        if act == "pay":
            await self._pay(number, intent.order_ids)
        elif act == "cancel":
            await self.sleep(12)
            await self._cancel(number, intent.order_ids[0])

    async def _pay(self, number: int, order_ids: tuple[OrderId, ...]) -> None:
        """The page that opens is paid as it stands."""
        known = await self.session.ledger.orders.get_all(self.session.key, order_ids)
        if len(known) < len(order_ids):
            return
        due = total([each.value.total for each in known.values()])
        link = await PayOrders(self.session)(order_ids, due)
        for order_id in link.covers:
            await self.market.control(f"orders/{order_id}/pay")
            self.diary.note(number, "paid", order=order_id)

    async def _cancel(self, number: int, order_id: OrderId) -> None:
        self.diary.note(number, "cancelled", order=order_id)
        await CancelOrder(self.session)(order_id, "buyerCancel")


async def find_out(person: Person, rounds: int = 6) -> None:
    """The end of a campaign: all is calm, and what can be known becomes known. The person takes what is shown under the
    program's own number for what it is."""
    session = person.session
    for _ in range(rounds):
        with suppress(SourcingError):
            await TrackOrders(session)(everything=True)
        with suppress(SourcingError):
            await person.settle(now=True)
        for intent in await person.settle.open_ones():
            if intent.candidates:
                with suppress(SourcingError):
                    await person.settle.decide_created(intent.intent_id, intent.candidates)
        await person.sleep(700)


def choose_goods(rows: list[dict[str, Any]], most: int) -> list[Goods]:
    """From ``GET /_sandbox/offers``: sellers with several offers first, simple rules only."""
    by_seller: dict[str, list[Goods]] = {}
    for offer in rows:
        choices = offer["skus"] or [{"spec_id": "", "price_fen": offer["price_fen"]}]
        for choice in choices[:2]:
            if choice["price_fen"]:
                goods = Goods(offer["seller"], str(offer["offer_id"]), choice["spec_id"], max(1, offer["min_quantity"]))
                by_seller.setdefault(offer["seller"], []).append(goods)
    ranked = sorted(by_seller.values(), key=lambda goods: (-len(goods), goods[0].seller))
    found = [goods for group in ranked for goods in group[:6]]
    return found[:most]
