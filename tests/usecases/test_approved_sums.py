"""The sum on the button against the sum of the order that is made, for every choice the marketplace offers."""

import pytest

from sourcing_app.domain.approval import total_with
from sourcing_app.domain.ids import OfferId
from sourcing_app.domain.preview import OrderChoice, OrderLine, OrderPreview
from sourcing_app.usecases.list_addresses import ListAddresses
from sourcing_app.usecases.place_order import PlaceOrder
from tests.support.buying import buyables
from tests.usecases.desk import Desk


async def preview_of(desk: Desk, least_fen: int) -> OrderPreview:
    """One line worth that much, of a supplier who runs promotions."""
    many = buyables(desk.sandbox, lot="no", mix="no", promotion="yes", quote_type=1, limit=200)
    what = next(one for one in many if one.spec_id and one.price_fen * 50 > least_fen)
    desk.sandbox.control(f"offers/{what.offer_id}", spec_id=what.spec_id, stock=100_000)
    line = OrderLine(OfferId(str(what.offer_id)), what.spec_id, max(what.quantity, -(-least_fen // what.price_fen)))
    address = (await ListAddresses(desk.session)())[0]
    return await desk.session.platform.orders.preview((line,), address, what.seller, "")


def made_fen(desk: Desk) -> int:
    return sum(order["total_fen"] for order in desk.sandbox.look("orders")["orders"])


@pytest.mark.parametrize("number", [None, 0, 1])
async def test_every_promotion_costs_what_the_button_says(desk: Desk, number: int | None) -> None:
    preview = await preview_of(desk, 31_000)
    (part,) = preview.parts
    named = part.promotions[number].promotion_id if number is not None else ""
    assert len(part.promotions) == 2
    choice = OrderChoice("assureTrade", named)
    intent = await PlaceOrder(desk.session)(preview, choice)
    assert total_with(preview, choice).fen == intent.approved_total.fen == made_fen(desk)
    assert intent.reason_code == ""


@pytest.mark.parametrize("used", [True, False])
async def test_m15_a_red_envelope_costs_what_the_button_says(desk: Desk, used: bool) -> None:
    preview = await preview_of(desk, 31_000)
    choice = OrderChoice("assureTrade", use_red_envelope=used)
    intent = await PlaceOrder(desk.session)(preview, choice)
    assert total_with(preview, choice).fen == made_fen(desk) == preview.total.fen - (500 if used else 0)
    assert intent.reason_code == ""
