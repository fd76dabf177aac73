"""The one place through which a window changes the cart: in order, one at a time, each step undoable."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sourcing_app.domain.cart import Cart, CartLine
from sourcing_app.errors import SourcingError
from sourcing_app.ui.cart.history import CartChange, History, Key, take_back
from sourcing_app.ui.format import exact_count
from sourcing_app.ui.tasks import TaskScope

if TYPE_CHECKING:
    from sourcing_app.usecases.edit_cart import EditCart

Act = Callable[["EditCart", Cart], Awaitable[Cart]]


@dataclass(frozen=True, slots=True)
class _Step:
    """label: "" for what is not undone (loading, rechecking, undoing itself)."""

    act: Act
    label: str = ""
    on_done: Callable[[], None] | None = None


class CartEdits(QObject):
    """The window's cart. changed: there is another cart to show; done: a step that can be undone, by its label.

    last_gone: what was offered to be undone is not the last step any more: it was undone, or its lines were ordered.
    """

    changed = Signal(object)
    done = Signal(str)
    last_gone = Signal()
    failed = Signal(object)
    checking_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = TaskScope(self)
        self.history = History()
        self._edit_cart: EditCart | None = None
        self._cart: Cart | None = None
        self._waiting: deque[_Step] = deque()
        self._running: _Step | None = None
        self._checking = False

    @property
    def cart(self) -> Cart | None:
        """As last read or written; None before the first."""
        return self._cart

    @property
    def pending(self) -> bool:
        """Whether a person changed something that is not on the disk yet, and so not in what is shown to be ordered."""
        steps = (*self._waiting, self._running)
        return any(step is not None and bool(step.label) for step in steps)

    @property
    def checking(self) -> bool:
        """Whether prices and stock are being read again."""
        return self._checking

    def attach(self, edit_cart: EditCart) -> None:
        """Work on this account's cart from now on, and read it. Being told twice changes nothing."""
        if edit_cart is self._edit_cart:
            return
        self._waiting.clear()
        self.history.clear()
        self._edit_cart = edit_cart
        self.reload()

    def detach(self) -> None:
        """What is on screen stays; nothing can be changed."""
        self._edit_cart = None
        self._waiting.clear()

    def reload(self) -> None:
        """Read it again."""
        self._push(_Step(_load))

    def recheck(self) -> None:
        """Read prices, stock and terms of all offers in it again."""
        if self._checking or self._edit_cart is None:
            return
        self._checking = True
        self.checking_changed.emit(True)
        self.tasks.start("recheck", self._edit_cart.recheck(), self._rechecked, self._recheck_failed)

    def add(self, lines: tuple[CartLine, ...], on_done: Callable[[], None] | None = None) -> None:
        """Put lines in; quantities of lines that are in already add up. on_done: called when they are on disk."""
        pieces = sum(line.quantity for line in lines)
        label = self.tr("{0} pcs were put in the cart.", "", pieces).format(exact_count(pieces))
        self._push(_Step(partial(_add, lines), label, on_done))

    def set_quantity(self, key: Key, quantity: int) -> None:
        """Another quantity for a line; 0 removes it."""
        if quantity <= 0:
            self.remove((key,))
            return
        self._push(_Step(partial(_set_quantity, key, quantity), self.tr("Quantity changed.")))

    def remove(self, keys: Iterable[Key]) -> None:
        """Take lines out, as one step."""
        gone = tuple(keys)
        if gone:
            text = self.tr("{0} lines removed.", "", len(gone)).format(len(gone))
            self._push(_Step(partial(_remove, gone), text))

    def undo(self) -> None:
        """One step back."""
        self.last_gone.emit()
        self._push(_Step(self._undo))

    def redo(self) -> None:
        """One step forward."""
        self._push(_Step(self._redo))

    def ordered(self, keys: Iterable[Key]) -> None:
        """These lines became an order: they are gone for good, undo included."""
        last = self.history.last
        self.history.forget(keys)
        if self.history.last is not last:
            self.last_gone.emit()
        self.reload()

    # --- the queue --------------------------------------------------------------------------------------------------

    def _push(self, step: _Step) -> None:
        if self._edit_cart is None:
            return
        self._waiting.append(step)
        self._next()

    def _next(self) -> None:
        if self._running is not None or not self._waiting or self._edit_cart is None:
            return
        self._running = self._waiting.popleft()
        before = self._cart if self._cart is not None else Cart()
        self.tasks.start(
            "edit", _run(self._running.act, self._edit_cart, before), partial(self._finished, before), self._broke
        )

    def _finished(self, before: Cart, after: Cart) -> None:
        step, self._running = self._running, None
        self._cart = after
        if step is not None and step.label:
            self.history.add(CartChange(step.label, before, after))
        if step is not None and step.on_done is not None:
            step.on_done()
        self.changed.emit(after)
        if step is not None and step.label and before != after:
            self.done.emit(step.label)
        self._next()

    def _broke(self, error: Exception) -> None:
        """What was shown meanwhile is not what is on disk: read it again, then say why."""
        self._running = None
        if self._cart is not None:
            self.changed.emit(self._cart)
        self.failed.emit(error)
        self._next()

    async def _undo(self, edit_cart: EditCart, cart: Cart) -> Cart:
        return await _lay(self.history.step_back(), self.history.step_forward, edit_cart, cart)

    async def _redo(self, edit_cart: EditCart, cart: Cart) -> Cart:
        return await _lay(self.history.step_forward(), self.history.step_back, edit_cart, cart)

    def _rechecked(self, cart: Cart) -> None:
        """What was changed while the platform was asked must not be overwritten: the store merged it, so read it."""
        self._checking = False
        self.checking_changed.emit(False)
        self.reload()

    def _recheck_failed(self, error: Exception) -> None:
        self._checking = False
        self.checking_changed.emit(False)
        self.failed.emit(error)


async def _lay(change: CartChange | None, back: Callable[[], object], edit_cart: EditCart, cart: Cart) -> Cart:
    """Takes a step over the cart as it is on disk: a line that is ordered this very moment must not come back."""
    if change is None:
        return cart
    try:
        return await edit_cart.change(partial(take_back, change))
    except SourcingError:
        back()
        raise


async def _run(act: Act, edit_cart: EditCart, cart: Cart) -> Cart:
    return await act(edit_cart, cart)


async def _load(edit_cart: EditCart, cart: Cart) -> Cart:
    return await edit_cart.load()


async def _add(lines: tuple[CartLine, ...], edit_cart: EditCart, cart: Cart) -> Cart:
    return await edit_cart.add(lines)


async def _set_quantity(key: Key, quantity: int, edit_cart: EditCart, cart: Cart) -> Cart:
    return await edit_cart.set_quantity(*key, quantity)


async def _remove(keys: tuple[Key, ...], edit_cart: EditCart, cart: Cart) -> Cart:
    return await edit_cart.remove(keys)
