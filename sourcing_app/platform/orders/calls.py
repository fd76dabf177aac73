"""Orders: preview, create, find, read, cancel. Section 3."""

from __future__ import annotations

from sourcing_app.platform.orders import created_facts, order_facts, preview_facts, wire, wire_create, wire_preview
from sourcing_app.platform.transport.calls import Call, done
from sourcing_app.platform.transport.endpoint import TRADE, Kind, Reply

PREVIEW = Call(
    "alibaba.createOrder.preview",
    TRADE,
    section="3.1",
    reply=Reply.PREVIEW,
    write=wire_preview.preview_fields,
    read=wire_preview.previewed,
    in_full=preview_facts.previewed_in_full,
)
"""What an order would be; see ``Orders.preview``."""

CREATE = Call(
    "alibaba.trade.createCrossOrder",
    TRADE,
    Kind.MONEY,
    "3.2",
    definite={
        "not support tradeType:*": "contract, errors: the way to trade is not allowed [documented]",
        "400": "contract, errors: bad input, such as an address id [documented]",
        "500_001": "contract, errors: cannot be traded online, as in the preview [documented there]",
        "500_002": "contract, errors: lines of several sellers, or no specId [documented there]",
        "500_003": "contract, errors: the specId is not of the offer [documented there]",
        "500_004": "contract, errors: too little stock [documented there]",
        "500_005": "contract, errors: below the minimum [documented there]",
        "500_006": "contract, errors: below the mixed-batch threshold [documented there]",
        "500_007": "contract, errors: no consignment relation [documented there]",
        "500_008": "contract, errors: a price of zero [documented there]",
        "500_009": "contract, errors: below the wholesale minimum [documented there]",
    },
    write=wire_create.create_fields,
    read=wire_create.created,
    in_full=created_facts.created_in_full,
    proof=wire_create.names_an_order,
)
"""Make the order: sent once. Definite, nothing was made: Refused, WrongCredentials, NotPermitted, SignInNeeded, Throttled.
Outcome unknown: Unreachable, UnexpectedReply, UnprovenNo."""

GET = Call(
    "alibaba.trade.get.buyerView",
    TRADE,
    section="3.3",
    write=wire.order_fields,
    read=wire.order,
    in_full=order_facts.order_in_full,
)
"""One order. Refused for another account's."""

LIST = Call(
    "alibaba.trade.getBuyerOrderList",
    TRADE,
    section="3.4",
    write=wire.list_fields,
    read=wire.listed,
    in_full=order_facts.listed_in_full,
)
"""One page of orders, newest first; without parcels (see ``GET``)."""

CANCEL = Call(
    "alibaba.trade.cancel",
    TRADE,
    Kind.WRITE,
    "3.5",
    reply=Reply.BODY,
    definite={
        "ORDER_STATUS_ERROR": "contract, errors: it does not wait for payment [documented]; the order is read all the same",
        "CLOSE_ORDER_TOO_FAST": "contract, errors: less than 10 s old [documented]",
        "400_3": "contract, errors: neither buyer nor seller [documented]",
        "ORDER_NOT_EXIST": "contract, errors: unknown id [documented]",
    },
    write=wire.cancel_fields,
    read=done,
)
"""Close an unpaid order. After any error, read the order."""
