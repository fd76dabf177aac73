"""What a buyer does with an order after it was placed, besides paying and refunds. Beyond the solution document."""

from __future__ import annotations

from sourcing_app.domain.address import Address
from sourcing_app.domain.country import MemoColour
from sourcing_app.domain.done import Done
from sourcing_app.domain.ids import EntryId, OrderId
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import LOGISTICS, TRADE, Call, Kind, Reply
from sourcing_app.platform.transport.dialects import wire_id
from sourcing_app.platform.transport.gateway import Gateway

CONFIRM_RECEIPT = Call("trade.receivegoods.confirm", TRADE, Kind.MONEY)
URGE = Call("logistics.delivery.urge", LOGISTICS, Kind.WRITE)
MEMO = Call(
    "alibaba.order.memoAdd",
    TRADE,
    Kind.WRITE,
    reply=Reply.BODY,
    definite={"400_4": "contract, errors: the memo could not be changed [documented]"},
)
MESSAGE = Call(
    "alibaba.trade.addFeedback",
    TRADE,
    Kind.WRITE,
    one_spelling=True,
    definite={
        "400_1": "contract, errors: bad parameter [documented]",
        "400_2": "contract, errors: not authorised [documented]",
    },
)
"""500_1 and 500_2 are also said of a fault behind the gateway, when the message may have been added."""
CHANGE_ADDRESS = Call("order.receiveAddress.buyerUpdate", TRADE, Kind.WRITE, one_spelling=True)
DELETE = Call("trade.order.buyerdelete", TRADE, Kind.WRITE)


class Aftercare:
    """Confirming, reminding, writing, asking for another address, tidying up."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def confirm_receipt(self, order_id: OrderId, entry_ids: tuple[EntryId, ...]) -> Done:
        """Confirm that lines arrived: the supplier gets the money, for good, and running in-sale refunds are closed.

        Contract trade.receivegoods.confirm. entry_ids: a one-line order names itself. Raises Refused; after anything else
        read the order.
        """
        fields = {"orderId": order_id, "orderEntryIds": [wire_id(entry_id) for entry_id in entry_ids]}
        return answers.done(CONFIRM_RECEIPT, await self._gateway.write(CONFIRM_RECEIPT, fields))

    async def urge(self, order_id: OrderId) -> Done:
        """Remind the supplier to ship, once in 24 hours. Contract logistics.delivery.urge. Raises Refused."""
        return answers.done(URGE, await self._gateway.write(URGE, {"orderId": order_id}))

    async def write_memo(self, order_id: OrderId, memo: str, colour: MemoColour) -> Done:
        """Replace the private memo of an order. Contract alibaba.order.memoAdd. Raises Refused (400_4), also where the
        platform says success beside an error code."""
        fields = {"orderId": order_id, "memo": memo, "remarkIcon": colour.value}
        return answers.done(MEMO, await self._gateway.write(MEMO, fields))

    async def send_message(self, order_id: OrderId, message: str) -> Done:
        """Add a message to the supplier, which cannot be taken back; all together at most 500 characters.

        Contract alibaba.trade.addFeedback. Raises Refused (400_1, 400_2, 500_1, 500_2).
        """
        fields: dict[str, object] = {"tradeFeedbackParam": {"feedback": message, "orderId": order_id}}
        return answers.done(MESSAGE, await self._gateway.write(MESSAGE, fields))

    async def ask_for_address(self, order_id: OrderId, address: Address) -> Done:
        """Ask for another delivery address; the supplier may refuse, and freight may change: read the order again.

        Contract order.receiveAddress.buyerUpdate. Raises Refused.
        """
        fields: dict[str, object] = {
            "param": {"orderId": wire_id(order_id), "receiveAddress": address_fields(address)},
        }
        return answers.done(CHANGE_ADDRESS, await self._gateway.write(CHANGE_ADDRESS, fields))

    async def delete(self, order_id: OrderId) -> Done:
        """Take a closed order out of the buyer's list, for good. Contract trade.order.buyerdelete. Raises Refused."""
        return answers.done(DELETE, await self._gateway.write(DELETE, {"orderId": order_id}))


def address_fields(address: Address) -> dict[str, object]:
    """A saved address by its number alone, a new one in full; empty members are left out."""
    if address.address_id:
        return {"addressId": wire_id(address.address_id)}
    fields = {
        "fullName": address.full_name,
        "mobile": address.mobile,
        "phone": address.phone,
        "postCode": address.post_code,
        "provinceText": address.province,
        "cityText": address.city,
        "areaText": address.area,
        "townText": address.town,
        "address": address.street,
        "districtCode": address.area_code,
    }
    return {name: value for name, value in fields.items() if value}
