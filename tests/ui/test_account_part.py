"""What works with an account asks while one is attached, and asks nothing otherwise."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from typing import Any, cast

import pytest

from sourcing_app.ui.account_part import AccountPart
from sourcing_app.ui.doors import UseCases
from tests.support.desk import Desk

NOBODYS = cast(UseCases, object())


class Counting(AccountPart):
    """Asks for the number of times it has asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.told = 0, list[int]()

    def ask(self) -> bool:
        return self._start("count", self._count, self.told.append)

    def pay(self) -> bool:
        return self._start_money("pay", self._count, self.told.append)

    def _count(self, uses: UseCases) -> Coroutine[Any, Any, int]:
        async def count() -> int:
            return self.asked

        assert uses is NOBODYS
        self.asked += 1
        return count()


@pytest.fixture
def part(desk: Desk) -> Iterator[Counting]:
    made = Counting()
    yield made
    desk.run(made.tasks.close())
    desk.dispose(made)


def test_without_an_account_nothing_is_asked(part: Counting) -> None:
    assert (part.ask(), part.pay(), part.asked, part.attached) == (False, False, 0, False)


def test_with_an_account_the_answer_arrives(part: Counting, desk: Desk) -> None:
    part.attach(NOBODYS)
    assert part.attached and part.ask()
    desk.spin_until(lambda: part.told == [1])


def test_after_the_account_left_nothing_more_is_begun(part: Counting, desk: Desk) -> None:
    part.attach(NOBODYS)
    part.detach()
    assert not part.ask()
    assert part.asked == 0


def test_what_costs_money_is_not_sent_again_while_it_is_under_way(part: Counting, desk: Desk) -> None:
    part.attach(NOBODYS)
    assert part.pay() and not part.pay()
    desk.spin_until(lambda: bool(part.told))
    assert len(part.told) == 1
