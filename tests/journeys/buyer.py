"""The real program in a process of its own, whose window a test uses from outside: ``python -m tests.journeys.buyer ARGUMENTS``.

ARGUMENTS are the program's own. It is told what to do by lines of JSON, ``{"do": "search", "words": "bag"}``, and answers
each with one, ``{"done": "search", ...}`` or ``{"failed": "search", "why": ...}``. What is done are clicks and keys.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
import time
import traceback
from collections.abc import Callable, Generator
from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

import sourcing_app.app.program
from sourcing_app.__main__ import _launch
from sourcing_app.app.program import Program
from sourcing_app.app.start import run
from sourcing_app.domain.ids import SpecId
from sourcing_app.ui.cart.view import CartPage
from sourcing_app.ui.image_search.view import PhotoPage
from sourcing_app.ui.orders.view import OrdersPage
from sourcing_app.ui.search.view import SearchPage
from tests.journeys.choosing import effects, set_control, settings_dialog, windows_alive
from tests.tour.engine import Until
from tests.tour.eyes import sees, shown, texts
from tests.tour.hands import click, click_cell, press, type_text

Doing = Generator[Until, None, dict[str, Any] | None]
PATIENCE_S = 20.0
LOOK_EVERY_MS = 10


class Listener(QObject):
    """Reads what is to be done. told(line); "" at the end."""

    told = Signal(str)

    def listen(self) -> None:
        """On a thread of its own."""
        for line in sys.stdin:
            self.told.emit(line)
        self.told.emit("")


class Buyer(QObject):
    """Uses the window."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._name = ""
        self._doing: Doing | None = None
        self._waiting: Until | None = None
        self._since = 0.0
        self._addresses: list[str] = []
        self._listener = Listener()
        self._listener.told.connect(self._take)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        program.painted.connect(self._begin)

    def _begin(self) -> None:
        threading.Thread(target=self._listener.listen, daemon=True).start()
        self._timer.start()

    def _take(self, line: str) -> None:
        if not line:
            self.window.close()
            return
        asked = json.loads(line)
        self._name = asked.pop("do")
        self._waiting = None
        self._doing = getattr(self, f"do_{self._name}")(**asked)

    def _look(self) -> None:
        doing = self._doing
        if doing is None:
            return
        try:
            if self._waiting is not None and not self._waiting.holds():
                assert time.monotonic() - self._since < PATIENCE_S, f"never seen: {self._waiting.what}"
                return
            self._waiting = next(doing)
            self._since = time.monotonic()
        except StopIteration as end:
            self._answer(done=self._name, **(end.value or {}))
        except Exception:
            self._doing = None
            self._answer(failed=self._name, why=traceback.format_exc(), saw=texts(self.window)[:60])

    def _answer(self, **facts: Any) -> None:
        self._doing = None
        print(json.dumps(facts), flush=True)

    # --- what can be done -------------------------------------------------------------------------------------------

    def do_enter(self) -> Doing:
        """Wait until an account is in, and everything it left on disk is on screen."""
        yield Until("an account", lambda: self._program.use_cases is not None)
        yield Until("its orders", lambda: self.orders.presenter.loaded and not self.orders.presenter.tasks.busy)
        yield Until("its cart", lambda: self.cart._edits.cart is not None)
        yield Until("what is open", lambda: not self.orders.settling.tasks.busy)
        return self._seen()

    def do_see(self) -> Doing:
        """What the window shows."""
        yield from ()
        return self._seen()

    def do_search(self, words: str) -> Doing:
        """Type into the omnibox and wait for results."""
        yield from self._type_into_box(words)
        page = self.search.presenter
        yield Until(
            "results", lambda: page.offers.rowCount() > 0 and page.query.keyword == words and not page.is_refreshing
        )
        yield Until("it in the history", lambda: words in page.recent)
        return {"count": page.offers.rowCount()}

    def do_search_in_vain(self, words: str) -> Doing:
        """Type into the omnibox and wait for the answer that there is no connection."""
        yield from self._type_into_box(words)
        yield Until("offline", lambda: self.window.status.connection.name == "OFFLINE")
        yield Until("an end", lambda: not self.search.presenter.tasks.busy)
        return self._seen()

    def do_open(self, offer_id: str) -> Doing:
        """Type an offer's number into the omnibox and wait for its product page."""
        yield from self._type_into_box(offer_id)
        yield Until("the offer", lambda: self._offer_id() == offer_id)
        return None

    def do_add(self, spec_id: str, quantity: int) -> Doing:
        """Type a quantity into the grid and put it into the cart."""
        view = cast(Any, self.window.stack.page("offer")).current
        click_cell(view.panel.table, view.panel.table.model().index_of(SpecId(spec_id)))
        type_text(self.window, str(quantity))
        press(self.window, "Return")
        yield Until("a button that can be pressed", view.panel.add_button.isEnabled)
        click(view.panel.add_button)
        yield Until("the line", lambda: any(line[1] == spec_id for line in self._lines()))
        return None

    def do_preview(self) -> Doing:
        """Go to the cart and wait for a sum that can be approved."""
        press(self.window, "Ctrl+4")
        yield Until("a button that can be pressed", self.cart.panel.place_button.isEnabled)
        return {"button": self.cart.panel.place_button.text()}

    def do_press_place(self) -> Doing:
        """Press the button that costs money, and wait for nothing."""
        click(self.cart.panel.place_button)
        yield from ()
        return None

    def do_place(self) -> Doing:
        """Press it, and wait for the order's number."""
        before = set(self._order_ids())
        click(self.cart.panel.place_button)
        yield Until("the order's number", lambda: bool(set(self._fate_ids()) - before))
        yield Until("an empty cart", lambda: not self._lines())
        return {"order_id": next(iter(set(self._fate_ids()) - before))}

    def do_pay(self, order_id: str) -> Doing:
        """Open an order and press Pay; the browser is not opened, its address is the answer."""
        self.orders.open_address = self._remember
        press(self.window, "Ctrl+5")
        self.window.show_order(order_id)
        yield Until("a pay button", self.orders.pane.foot.pay_button.isEnabled)
        yield Until("the order", lambda: sees(self.window, order_id))
        click(self.orders.pane.foot.pay_button)
        yield Until("the page's address", lambda: bool(self._addresses))
        return {"address": self._addresses.pop()}

    def do_check_now(self) -> Doing:
        """Ask 1688 about what is unknown, on the orders page, unless the program has found it out by itself meanwhile."""
        press(self.window, "Ctrl+5")
        self.orders.settling.look()  # as the page does from time to time
        yield Until("what is open", lambda: not self.orders.settling.tasks.busy)
        yield Until("a button, or nothing open", lambda: self._can_check() or not self.orders.settling.open_ones)
        if self.orders.settling.open_ones:
            asked = self.orders.settling.open_ones[0].last_asked_at
            click(self.orders.strip.cards[0].check_button)
            yield Until("an answer", lambda: self._was_asked_since(asked) and not self.orders.settling.tasks.busy)
        yield Until("the list", lambda: not self.orders.presenter.tasks.busy)
        yield Until("the cart", self._cart_is_quiet)
        return self._seen()

    def do_keys(self, keys: str) -> Doing:
        """Press a key or a combination."""
        press(self.window, keys)
        yield from ()
        return None

    def do_set(self, control: str, value: str) -> Doing:
        """Change one setting in its dialog; what can be seen of all of them afterwards."""
        self.window.activateWindow()
        yield Until("the window in front", self.window.isActiveWindow)
        press(self.window, "Ctrl+,")
        yield Until("the settings", lambda: settings_dialog() is not None)
        dialog = settings_dialog()
        assert dialog is not None
        windows_alive(self._program)
        set_control(dialog, control, value)
        yield Until("the account", lambda: not self._program.tasks.busy)
        if (left := settings_dialog()) is not None:
            left.close()
        return effects(self._program)

    def do_effects(self) -> Doing:
        """What can be seen of each setting."""
        yield from ()
        return effects(self._program)

    def do_await_one_window(self) -> Doing:
        """Until no window but the one shown takes memory."""
        yield Until("the old windows given back", lambda: windows_alive(self._program) == 1)
        return None

    def do_choose(self, control: str, value: str) -> Doing:
        """Choose in a list of the window."""
        set_control(self.window, control, value)
        yield from ()
        return None

    def do_click(self, text: str) -> Doing:
        """Click the button with this text, in the window or a dialog of it, once it is there."""
        yield Until(f"a button {text!r}", lambda: self._button(text) is not None)
        found = self._button(text)
        assert found is not None
        click(found)
        return None

    def do_await(self, text: str) -> Doing:
        """Wait until this can be read somewhere."""
        yield Until(text, lambda: any(sees(each, text) for each in self._windows()))
        return {"texts": [text for each in self._windows() for text in texts(each)]}

    def do_await_online(self) -> Doing:
        """Wait until something was answered again."""
        yield Until("online", lambda: self.window.status.connection.name == "ONLINE")
        return self._seen()

    def do_await_photo_results(self) -> Doing:
        """Wait until offers show beside a photo."""
        yield Until("results beside the photo", lambda: self.photo.presenter.offers.rowCount() > 0)
        return None

    def do_await_sent(self) -> Doing:
        """Wait until an order has left: its intent is on disk."""
        rooms = cast(Any, self._program)._rooms
        yield Until("an intent", lambda: bool(rooms._sending))
        return None

    def do_await_account(self, demo: bool) -> Doing:
        """Wait until another account is in."""
        yield Until(
            "the account", lambda: bool(self._program.use_cases and self._program.use_cases.account.is_demo is demo)
        )
        return (yield from self.do_enter())

    def do_hurry(self) -> Doing:
        """Closing does not wait for long after all."""
        sourcing_app.app.program.CLOSING_LIMIT_S = 3.0
        yield from ()
        return None

    def do_back_up(self) -> Doing:
        """Copy the ledger now, as each start does with what has changed."""
        task = asyncio.ensure_future(cast(Any, self._program)._rooms.ledger.back_up())
        yield Until("the copy", task.done)
        return None

    def do_fill_disk(self) -> Doing:
        """From now on not a byte can be written to any file."""
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        yield from ()
        return None

    def do_empty_disk(self) -> Doing:
        """There is room again."""
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        yield from ()
        return None

    def do_end_session(self) -> Doing:
        """As the desktop does before it ends all programs."""
        cast(Any, self._program)._session_ends(None)
        yield from ()
        return None

    def do_close(self) -> Doing:
        """Close the window."""
        self.window.close()
        yield from ()
        return None

    # --- where things are -------------------------------------------------------------------------------------------

    def _seen(self) -> dict[str, Any]:
        presenter, bar = self.orders.presenter, self.window.notice_bar
        market = cast(Any, self._program)._rooms.market if self._program.use_cases is not None else None
        return {
            "page": self.window.stack.current_key(),
            "cart": self._lines(),
            "orders": sorted(row.order.order_id for row in presenter.rows()),
            "statuses": {row.order.order_id: row.order.status.value for row in presenter.rows()},
            "open": {
                intent.out_order_id: list(intent.candidates) for intent in self.orders.settling.open_ones
            },
            "made_here": self._made_here(),
            "history": list(self.search.presenter.recent),
            "offer": self._offer_id(),
            "photo_results": self.photo.presenter.offers.rowCount(),
            "notices": [notice.sentence for notice in bar.notices],
            "offline_told": sum(bar.count_of(each) for each in bar.notices if each.is_offline),
            "connection": self.window.status.connection.name,
            "can_place": self.cart.panel.place_button.isEnabled(),
            "texts": texts(self.window),
            "gateway": self._program.use_cases.account.gateway_url if self._program.use_cases is not None else None,
            "account": self.window.header.account.text(),
            "market": market.process_id if market is not None else None,
        }  # fmt: skip

    @property
    def window(self) -> Any:
        """The program's window."""
        return self._program.window

    @property
    def search(self) -> SearchPage:
        return cast(SearchPage, self.window.stack.page("search"))

    @property
    def photo(self) -> PhotoPage:
        return cast(PhotoPage, self.window.stack.page("photo"))

    @property
    def cart(self) -> CartPage:
        return cast(CartPage, self.window.stack.page("cart"))

    @property
    def orders(self) -> OrdersPage:
        return cast(OrdersPage, self.window.stack.page("orders"))

    def _type_into_box(self, words: str) -> Generator[Until, None, None]:
        self.window.activateWindow()  # as the desktop does when a dialog has closed
        yield Until("the window in front", self.window.isActiveWindow)
        press(self.window, "Ctrl+L")
        type_text(self.window, words)
        press(self.window, "Return")

    def _offer_id(self) -> str | None:
        view = cast(Any, self.window.stack.page("offer")).current
        offer = view.panel._sheet.offer if view is not None else None
        return str(offer.offer_id) if offer is not None else None

    def _lines(self) -> list[list[Any]]:
        cart = self.cart._edits.cart
        return [[line.offer_id, line.spec_id, line.quantity] for line in cart.lines] if cart is not None else []

    def _order_ids(self) -> list[Any]:
        return [row.order.order_id for row in self.orders.presenter.rows()]

    def _made_here(self) -> dict[str, str]:
        intents = {order_id: self.orders.presenter.intent(order_id) for order_id in self._order_ids()}
        return {order_id: intent.out_order_id for order_id, intent in intents.items() if intent is not None}

    def _cart_is_quiet(self) -> bool:
        """Nothing is read or written, and it knows what the orders page knows."""
        placing = self.cart.presenter.placing
        busy = any(scope.busy for scope in (self.cart._edits.tasks, placing.tasks))
        told = bool(self.orders.settling.open_ones) or not any(fate.kind.is_busy for fate in placing.fates)
        return told and not busy

    def _fate_ids(self) -> list[str]:
        return [order_id for fate in self.cart.presenter.placing.fates for order_id in fate.order_ids]

    def _can_check(self) -> bool:
        cards = self.orders.strip.cards
        return bool(cards) and cards[0].check_button.isEnabled()

    def _was_asked_since(self, before: object) -> bool:
        open_ones = self.orders.settling.open_ones
        return not self.orders.settling.asking and (not open_ones or open_ones[0].last_asked_at != before)

    def _windows(self) -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if each.isVisible()]

    def _button(self, text: str) -> QWidget | None:
        for window in reversed(self._windows()):
            for widget in shown(window):
                if isinstance(widget, QAbstractButton) and widget.isEnabled() and widget.text() == text:
                    return widget
        return None

    def _remember(self, address: str) -> bool:
        self._addresses.append(address)
        return True


def main(words: list[str]) -> int:
    """The exit status is the program's."""
    made: Callable[..., Program] = Program

    def make(*given: Any) -> Program:
        program = made(*given)
        Buyer(program)
        return program

    sourcing_app.app.program.Program = make  # type: ignore[assignment,misc]
    sourcing_app.app.program.CLOSING_LIMIT_S = (
        2 * PATIENCE_S
    )  # a busy computer must not make an order's answer too late
    return run(_launch(words))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
