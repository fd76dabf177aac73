"""Where and how orders are paid, always on the platform's own pages; credit terms; payment without a password. Section 4.

A link moves no money; the buyer does, on the platform's page.
"""

from __future__ import annotations

from sourcing_app.platform.payments import wire
from sourcing_app.platform.transport.calls import Call, nothing
from sourcing_app.platform.transport.endpoint import TRADE, Kind, Reply

LINK = Call("alibaba.alipay.url.get", TRADE, section="4.1", reply=Reply.BODY, write=wire.link_fields, read=wire.link)
"""The cashier's address for unpaid orders; it may cover fewer than asked, see ``not_covered``. Not checked here."""

CROSS_BORDER_LINK = Call(
    "alibaba.crossBorderPay.url.get",
    TRADE,
    section="4.2",
    reply=Reply.BODY,
    write=wire.link_fields,
    read=wire.channel_link,
)
"""To pay with Kuajingbao; at most 30 orders, 10 at a time do not time out. Refused (400_4): none can be paid this way."""

CREDIT_LINK = Call(
    "alibaba.creditPay.url.get",
    TRADE,
    section="4.3",
    reply=Reply.BODY,
    write=wire.link_fields,
    read=wire.channel_link,
)
"""To pay with Cheng-e-She credit, which is a debt; at most 30 orders, 10 at a time do not time out."""

CREDIT_TERMS = Call(
    "alibaba.accountPeriod.list.buyerView",
    TRADE,
    section="4.4",
    reply=Reply.RESULT_LIST,
    write=wire.term_fields,
    read=wire.terms,
)
"""Credit terms that suppliers granted. Sums in fen."""

WAYS = Call(
    "alibaba.trade.payWay.query",
    TRADE,
    section="4.5",
    reply=Reply.RESULT_LIST,
    write=wire.way_fields,
    read=wire.ways,
)
"""Channels of one order, the amount due now and the deadline; main account only."""

AGREEMENTS = Call("alibaba.trade.pay.protocolPay.isopen", TRADE, section="4.6", write=nothing, read=wire.agreements)
"""Which channels may be debited without a password."""

WITHHOLD = Call(
    "alibaba.trade.pay.protocolPay.preparePay",
    TRADE,
    Kind.MONEY,
    "4.7",
    one_spelling=True,
    write=wire.withhold_fields,
    read=wire.withheld,
)
"""Debit the buyer for one order, without a password: money moves. Sent once. Refused: not paid. Withheld.paid False, Unreachable,
UnexpectedReply: unknown, only the order tells; at most three tries, each after reading it."""

COMBINED_LINK = Call(
    "alibaba.trade.grouppay.url.get", TRADE, reply=Reply.BODY, write=wire.combined_fields, read=wire.combined_link
)
"""To the newer cashier that offers all channels."""

CHECK = Call("trade.orderpay.analysis", TRADE, write=wire.check_fields, read=wire.check)
"""Whether orders can be paid with a channel, and how much they are together."""
