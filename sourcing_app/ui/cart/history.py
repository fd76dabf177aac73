"""Steps back and forward through what was done to the cart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sourcing_app.domain.cart import Cart, CartLine
from sourcing_app.domain.ids import OfferId, SpecId

Key = tuple[OfferId, SpecId]


@dataclass(frozen=True, slots=True)
class CartChange:
    """One thing a person did. label: its name, as a sentence; before, after: the cart around it."""

    label: str
    before: Cart
    after: Cart

    @property
    def keys(self) -> frozenset[Key]:
        """The lines it touched."""
        before = {line.key: line.quantity for line in self.before.lines}
        after = {line.key: line.quantity for line in self.after.lines}
        return frozenset(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))

    @property
    def reversed(self) -> CartChange:
        """The same step the other way round."""
        return CartChange(self.label, self.after, self.before)


def take_back(change: CartChange, cart: Cart) -> Cart:
    """The cart without this change. Lines it did not touch stay as they are now.

    A line that left the cart since, because it was ordered, is not put back.
    """
    lines = list(cart.lines)
    for key in change.keys:
        _restore(lines, change, key)
    return Cart(tuple(lines))


def _restore(lines: list[CartLine], change: CartChange, key: Key) -> None:
    before, after = change.before.line(*key), change.after.line(*key)
    at = next((place for place, line in enumerate(lines) if line.key == key), None)
    if before is None:
        if at is not None:
            del lines[at]
    elif at is not None:
        lines[at] = lines[at].with_quantity(before.quantity)
    elif after is None:
        lines.insert(min(change.before.lines.index(before), len(lines)), before)


class History:
    """What can be undone and redone, newest last."""

    def __init__(self, limit: int = 100) -> None:
        self._limit = limit
        self._done: list[CartChange] = []
        self._undone: list[CartChange] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return bool(self._undone)

    @property
    def last(self) -> CartChange | None:
        """The step that would be undone next."""
        return self._done[-1] if self._done else None

    def add(self, change: CartChange) -> None:
        """A new step; what was undone before it is forgotten."""
        if change.keys:
            self._done = [*self._done[-self._limit + 1 :], change]
            self._undone.clear()

    def step_back(self) -> CartChange | None:
        """The last step, to be taken back now; None when there is none."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def step_forward(self) -> CartChange | None:
        """The step taken back last, the other way round, to be taken back in its turn; None when there is none."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1].reversed

    def forget(self, keys: Iterable[Key]) -> None:
        """Steps that touch these lines can no longer be taken: the lines were ordered."""
        gone = frozenset(keys)
        self._done = [change for change in self._done if not change.keys & gone]
        self._undone = [change for change in self._undone if not change.keys & gone]

    def clear(self) -> None:
        """Another cart."""
        self._done.clear()
        self._undone.clear()
