"""The money path as a whole, driven at random against a model: never twice, never lost, never at another price.

The ledger is a real file. A kill is real for it as well: what a killed program leaves is the copy of its files at that
moment, the log cut at any byte behind what was confirmed.
"""

from __future__ import annotations

import asyncio
import shutil
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sourcing_app.domain.account import Account
from sourcing_app.domain.ids import OfferId, SpecId
from sourcing_app.domain.intent import SUMS_DIFFER, IntentState, OrderIntent
from sourcing_app.domain.money import Money
from sourcing_app.domain.opening import Opening
from sourcing_app.domain.preview import OrderLine, OrderPreview
from sourcing_app.errors import AlreadySending, OutcomeUnknown, PriceChanged, Refused
from sourcing_app.platform.platform import Platform
from sourcing_app.store.cache import Cache
from sourcing_app.store.ledger import FILE_NAME, Ledger
from sourcing_app.usecases.failpoints import STEPS
from sourcing_app.usecases.place_order import PlaceOrder
from sourcing_app.usecases.session import Session
from sourcing_app.usecases.settle_unknown_orders import SettleUnknownOrders
from sourcing_app.usecases.track_orders import TrackOrders
from tests.usecases.market_model import ESCROW, HOME, SUPPLIER, Killed, Market, ModelPlatform

OFFERS = tuple(OfferId(str(612_000_000_000 + number)) for number in range(3))
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANSWERS = ("ok", "lost before", "lost after", "killed before", "killed after", "no", "cheat", "lost cheat", "split")

chosen_offers = st.sets(st.sampled_from(OFFERS), min_size=1)
steps = st.sampled_from((*STEPS, "", ""))


class MoneyPath(RuleBasedStateMachine):
    """One buyer, one account. decided: the previews a person has approved, by the key of the intent that came of each."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = TemporaryDirectory(prefix="money-path-")
        self.runs = 0
        self.now = NOON
        self.presses = 0
        self.approved: dict[str, Money] = {}
        self.given_up: set[str] = set()
        account = Account("http://127.0.0.1:1", "1", is_demo=True)
        self.market = Market(account.key, dict.fromkeys(OFFERS, 1250))
        self.account = account

    @initialize()
    def begin(self) -> None:
        self._open(Path(self.folder.name) / "0")

    def teardown(self) -> None:
        self._close()
        self.runner.close()
        self.folder.cleanup()

    # --- what people and the world do -----------------------------------------------------------------------------------

    @rule(
        offers=chosen_offers,
        quantity=st.integers(1, 3),
        answer=st.sampled_from(ANSWERS),
        fatal=steps,
        cut=st.integers(0, 5000),
    )
    def place(self, offers: set[OfferId], quantity: int, answer: str, fatal: str, cut: int) -> None:
        """Look at a preview, press the button; the program may be killed at a step, and then starts again."""
        preview = self._preview(offers, quantity)
        self.market.answer = answer
        self._press(preview, fatal, cut)

    @rule(
        offers=chosen_offers, answer=st.sampled_from(("lost after", "lost cheat", "killed after")), listed=st.booleans()
    )
    def place_and_hear_nothing(self, offers: set[OfferId], answer: str, listed: bool) -> None:
        """What was made is found, if the list shows it already."""
        self.market.answer = answer
        self._press(self._preview(offers, 1), "", 0)
        self.settle(now=True, listed=listed)

    @rule(offers=chosen_offers, by=st.sampled_from((-1, 1)))
    def place_what_changed_meanwhile(self, offers: set[OfferId], by: int) -> None:
        """The price moves between the preview and the press: nothing may be sent."""
        preview, before = self._preview(offers, 1), len(self.market.orders)
        self.market.prices[min(offers)] += by
        outcome = self._press(preview, "", 0)
        assert isinstance(outcome, PriceChanged | AlreadySending) and len(self.market.orders) == before

    @rule(offers=chosen_offers)
    def press_twice(self, offers: set[OfferId]) -> None:
        """Two windows, the same preview, the same moment."""
        preview, before = self._preview(offers, 1), len(self.market.sent)
        self.presses += 1
        windows = [PlaceOrder(self.session), PlaceOrder(self.session)]
        outcomes = self._run(asyncio_gather(*(window(preview, ESCROW) for window in windows)))
        made = [outcome for outcome in outcomes if isinstance(outcome, OrderIntent)]
        assert len(made) <= 1 and len(self.market.sent) - before == len(made)
        self.approved |= {each.out_order_id: preview.total for each in made}

    @rule(hours=st.integers(-2, 30))
    def clock_jumps(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(now=st.booleans(), listed=st.booleans())
    def ask(self, now: bool, listed: bool) -> None:
        self.settle(now, listed)

    def settle(self, now: bool, listed: bool) -> None:
        if listed:
            self.market.listed = len(self.market.orders)
        self._run(SettleUnknownOrders(self.session)(now=now))

    @rule()
    def track(self) -> None:
        self._run(TrackOrders(self.session)())

    @rule()
    def restart(self) -> None:
        folder = self.path.parent
        self._close()
        self._open(folder)

    @precondition(lambda self: self.market.listed == len(self.market.orders))
    @rule()
    def a_person_gives_up_what_is_not_there(self) -> None:
        """Only after looking at all orders, as the question says."""
        keys = {order.out_order_id for order in self.market.orders}
        for intent in self._run(SettleUnknownOrders(self.session).open_ones()):
            if intent.out_order_id not in keys:
                self._run(SettleUnknownOrders(self.session).decide_absent(intent.intent_id))
                self.given_up.add(intent.out_order_id)

    @precondition(lambda self: self.market.listed == len(self.market.orders))
    @rule()
    def a_person_takes_what_was_split(self) -> None:
        for intent in self._run(SettleUnknownOrders(self.session)(now=True)):
            if intent.candidates:
                self._run(SettleUnknownOrders(self.session).decide_created(intent.intent_id, intent.candidates))

    # --- what must always hold ------------------------------------------------------------------------------------------

    @invariant()
    def never_twice(self) -> None:
        """A key is sent once, and only because a person pressed the button."""
        assert all(count == 1 for count in Counter(self.market.sent).values()) and len(self.market.sent) <= self.presses

    @invariant()
    def never_lost(self) -> None:
        """Whatever was bought, the ledger has a note of it that is not a no."""
        intents = {intent.out_order_id: intent for intent in self._intents()}
        for order in self.market.orders:
            intent = intents[str(order.out_order_id)]
            assert intent.state in (IntentState.CREATED, IntentState.UNKNOWN, IntentState.SENDING)
            if intent.state is IntentState.CREATED:
                assert order.order_id in intent.order_ids

    @invariant()
    def never_another_price(self) -> None:
        """What was sent is what was approved; what the platform made of it is equal, or is marked."""
        made: dict[str, list[Money]] = {}
        for order in self.market.orders:
            made.setdefault(str(order.out_order_id), []).append(order.total)
        for intent in self._intents():
            if intent.out_order_id in self.approved:
                assert intent.approved_total == self.approved[intent.out_order_id]
            if intent.state is IntentState.CREATED:
                differs = sum(each.fen for each in made[intent.out_order_id]) != intent.approved_total.fen
                assert (intent.reason_code == SUMS_DIFFER) == differs

    @invariant()
    def open_ones_guard_their_lines(self) -> None:
        """No two open intents have a line in common."""
        open_lines = [
            (line.offer_id, line.spec_id) for intent in self._intents() if intent.state.is_open for line in intent.lines
        ]
        assert len(open_lines) == len(set(open_lines))

    # --- inside ---------------------------------------------------------------------------------------------------------

    def _preview(self, offers: set[OfferId], quantity: int) -> OrderPreview:
        lines = tuple(OrderLine(offer, SpecId("s"), quantity) for offer in sorted(offers))
        preview: OrderPreview = self._run(self.market.preview(lines, HOME, SUPPLIER, "厂"))
        return preview

    def _press(self, preview: OrderPreview, fatal: str, cut: int) -> object:
        """The intent, or what was raised. Killed: started again with what was on the disk at that moment."""
        self.presses += 1
        before = {intent.out_order_id for intent in self._intents()}

        def at(step: str) -> None:
            if step == fatal:
                raise Killed

        try:
            outcome: object = self._run(PlaceOrder(self.session, at)(preview, ESCROW))
        except Killed as killed:
            self._lose_power(cut)
            outcome = killed
        except (OutcomeUnknown, AlreadySending, PriceChanged, Refused) as error:
            outcome = error
        self.market.answer = "ok"
        for intent in self._intents():
            if intent.out_order_id not in before:
                self.approved[intent.out_order_id] = preview.total
        return outcome

    def _lose_power(self, cut: int) -> None:
        """The disk has what was synced; of what was being written behind it, any part, or noise."""
        self.runs += 1
        folder = Path(self.folder.name) / str(self.runs)
        folder.mkdir()
        for side in ("", "-wal"):
            source = self.path.with_name(self.path.name + side)
            if source.exists():
                shutil.copyfile(source, folder / source.name)
        with (folder / f"{FILE_NAME}-wal").open("ab") as log:
            log.write(b"\x5a" * cut)
        self._close()
        self._open(folder)

    def _open(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self.ledger = self._run(Ledger.open(folder, Opening.AS_IT_IS))
        platform = cast(Platform, ModelPlatform(self.market))
        cache = cast(Cache, None)  # the money path has no use for it
        self.session = Session(self.account, platform, self.ledger, cache, clock=lambda: self.now)

    def _close(self) -> None:
        with suppress(AttributeError):
            self._run(self.ledger.close())

    def _intents(self) -> tuple[OrderIntent, ...]:
        found: tuple[OrderIntent, ...] = self._run(self.ledger.intents.recent(self.account.key, 1000))
        return found

    def _run(self, work: Any) -> Any:
        return self.runner.run(work)


async def asyncio_gather(*works: Any) -> list[object]:
    return list(await asyncio.gather(*works, return_exceptions=True))


TestMoneyPath = MoneyPath.TestCase
TestMoneyPath.settings = settings(max_examples=20, stateful_step_count=20)
