"""Short words for tests that buy something at the sandbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.support.sandbox import RunningSandbox

HOME = {"addressId": 593861699}


@dataclass(frozen=True)
class Buyable:
    """An offer that can be bought: one of its specs ("" without SKUs) and a quantity that its rules allow."""

    offer_id: int
    spec_id: str
    quantity: int
    price_fen: int
    seller: str
    offer: dict[str, Any]

    def cargo(self, quantity: int | None = None) -> dict[str, Any]:
        line = {"offerId": self.offer_id, "quantity": quantity or self.quantity}
        return line | {"specId": self.spec_id} if self.spec_id else line


def buyables(box: RunningSandbox, **wish: Any) -> list[Buyable]:
    """Offers narrowed as ``GET /_sandbox/offers`` does, each with its first spec that has enough stock."""
    found = []
    for offer in box.look("offers", **wish)["offers"]:
        lot = offer["lot_size"] or 1
        quantity = -(-offer["min_quantity"] // lot) * lot
        choices = offer["skus"] or [{"spec_id": "", "stock": offer["stock"], "price_fen": offer["price_fen"]}]
        for choice in choices:
            if choice["stock"] >= quantity * 2 and choice["price_fen"]:
                found.append(
                    Buyable(offer["offer_id"], choice["spec_id"], quantity, choice["price_fen"], offer["seller"], offer)
                )
                break
    assert found, f"no offer is {wish}"
    return found


def buyable(box: RunningSandbox, **wish: Any) -> Buyable:
    return buyables(box, **{"lot": "no", "mix": "no", "limit": 20} | wish)[0]


def preview(box: RunningSandbox, *cargo: dict[str, Any], **more: Any) -> Any:
    status, body = box.call(
        "alibaba.createOrder.preview", **{"addressParam": HOME, "cargoParamList": list(cargo)} | more
    )
    assert status == 200, body
    return body


def create(box: RunningSandbox, *cargo: dict[str, Any], **more: Any) -> Any:
    """The reply of createCrossOrder; no red packet, escrow."""
    params = {"flow": "general", "tradeType": "assureTrade", "useRedEnvelope": "n", "addressParam": HOME}
    status, body = box.call("alibaba.trade.createCrossOrder", **params | {"cargoParamList": list(cargo)} | more)
    assert status == 200, body
    return body


def order_made(box: RunningSandbox, *cargo: dict[str, Any], **more: Any) -> int:
    """Id of a new unpaid order; of the first buyable offer when no cargo is given."""
    body = create(box, *(cargo or (buyable(box, quote_type=1).cargo(),)), **more)
    return int(body["result"]["orderId"])


def detail(box: RunningSandbox, order_id: int) -> Any:
    _, body = box.call("alibaba.trade.get.buyerView", webSite="1688", orderId=order_id)
    return body["result"]


def status_of(box: RunningSandbox, order_id: int) -> str:
    status: str = detail(box, order_id)["baseInfo"]["status"]
    return status


def topics(box: RunningSandbox) -> list[str]:
    """Of every message so far, oldest first."""
    messages = sorted(box.look("push")["messages"], key=lambda message: message["msgId"])
    return [message["type"] for message in messages]
