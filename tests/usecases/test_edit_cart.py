from dataclasses import replace
from pathlib import Path

import pytest

from sourcing_app.domain.cart import price_lines
from sourcing_app.domain.ids import OfferId
from sourcing_app.errors import InvalidInput
from sourcing_app.store.ledger import Ledger
from sourcing_app.usecases.edit_cart import EditCart
from tests.usecases.desk import Desk


async def test_the_cart_survives_a_restart(desk: Desk, tmp_path: Path) -> None:
    line = await desk.line()
    await EditCart(desk.session).add((line,))
    await desk.session.ledger.close()
    desk.session.ledger = await Ledger.open(tmp_path)
    assert (await EditCart(desk.session).load()).lines == (line,)


async def test_the_same_sku_twice_is_one_line(desk: Desk) -> None:
    line = await desk.line()
    edit = EditCart(desk.session)
    await edit.add((line,))
    (joined,) = (await edit.add((line,))).lines
    assert joined.quantity == 2 * line.quantity


async def test_a_removed_line_comes_back_with_undo(desk: Desk) -> None:
    edit = EditCart(desk.session)
    before = await edit.add((await desk.line(0), await desk.line(1)))
    assert len((await edit.remove((before.lines[0].key,))).lines) == 1
    assert await edit.change(lambda _: before) == before


@pytest.mark.parametrize(("quantity", "reason"), [(0, "not_positive"), (-1, "not_positive"), (10_000_001, "too_large")])
async def test_m14_an_absurd_quantity_is_refused(desk: Desk, quantity: int, reason: str) -> None:
    line = await desk.line()
    await EditCart(desk.session).add((line,))
    with pytest.raises(InvalidInput) as raised:
        await EditCart(desk.session).set_quantity(*line.key, quantity)
    assert raised.value.reason == reason


async def test_a_price_that_changed_shows_after_looking_again(desk: Desk) -> None:
    what = await desk.buyable()
    edit = EditCart(desk.session)
    await edit.add((await desk.line(),))
    change = {"price_fen": what.price_fen + 100} | ({"spec_id": what.spec_id} if what.spec_id else {})
    desk.sandbox.control(f"offers/{what.offer_id}", **change)
    assert [line.price_changed for line in price_lines((await edit.recheck()).lines)] == [True]


async def test_an_offer_that_is_gone_is_marked(desk: Desk) -> None:
    line = replace(await desk.line(), offer_id=OfferId("999999999999"))
    edit = EditCart(desk.session)
    await edit.add((line,))
    assert [each.gone for each in (await edit.recheck()).lines] == [True]


async def test_m23_carts_of_accounts_never_mix(desk: Desk) -> None:
    await EditCart(desk.session).add((await desk.line(),))
    assert (await EditCart(desk.as_other_account()).load()).lines == ()
