"""What a buyer does with an order after it was placed, besides paying and refunds. Beyond the solution document."""

from __future__ import annotations

from sourcing_app.platform.aftercare import wire
from sourcing_app.platform.transport.calls import Call, done
from sourcing_app.platform.transport.endpoint import LOGISTICS, TRADE, Kind, Reply

CONFIRM_RECEIPT = Call("trade.receivegoods.confirm", TRADE, Kind.MONEY, write=wire.receipt_fields, read=done)
"""Lines arrived: the supplier gets the money, for good, and running in-sale refunds are closed. Read the order after anything
but a yes or Refused."""

URGE = Call("logistics.delivery.urge", LOGISTICS, Kind.WRITE, write=wire.order_fields, read=done)
"""Remind the supplier to ship, once in 24 hours."""

WRITE_MEMO = Call(
    "alibaba.order.memoAdd",
    TRADE,
    Kind.WRITE,
    reply=Reply.BODY,
    definite={"400_4": "contract, errors: the memo could not be changed [documented]"},
    write=wire.memo_fields,
    read=done,
)
"""Replace the private memo of an order. Refused (400_4), also where the platform says success beside an error code."""

SEND_MESSAGE = Call(
    "alibaba.trade.addFeedback",
    TRADE,
    Kind.WRITE,
    one_spelling=True,
    definite={
        "400_1": "contract, errors: bad parameter [documented]",
        "400_2": "contract, errors: not authorised [documented]",
    },
    write=wire.message_fields,
    read=done,
)
"""Add a message to the supplier, which cannot be taken back. 500_1 and 500_2 are also said of a fault behind the gateway, when
the message may have been added."""

ASK_FOR_ADDRESS = Call(
    "order.receiveAddress.buyerUpdate", TRADE, Kind.WRITE, one_spelling=True, write=wire.address_fields, read=done
)
"""Ask for another delivery address; the supplier may refuse, and freight may change: read the order again."""

DELETE = Call("trade.order.buyerdelete", TRADE, Kind.WRITE, write=wire.order_fields, read=done)
"""Take a closed order out of the buyer's list, for good."""
