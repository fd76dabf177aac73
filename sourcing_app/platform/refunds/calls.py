"""Refunds and returns: reading them, asking for them, proving them, sending goods back. Sections 6.1 to 6.9."""

from __future__ import annotations

from sourcing_app.platform.refunds import wire
from sourcing_app.platform.transport.calls import Call, done
from sourcing_app.platform.transport.endpoint import TRADE, Kind

OF_ORDER = Call(
    "alibaba.trade.refund.OpQueryBatchRefundByOrderIdAndStatus",
    TRADE,
    section="6.1",
    write=wire.of_order_fields,
    read=wire.of_order,
)
HISTORY = Call(
    "alibaba.trade.refund.OpQueryOrderRefundOperationList",
    TRADE,
    section="6.2",
    write=wire.history_fields,
    read=wire.history,
)
GET = Call("alibaba.trade.refund.OpQueryOrderRefund", TRADE, section="6.3", write=wire.refund_fields, read=wire.refund)
LIST = Call(
    "alibaba.trade.refund.buyer.queryOrderRefundList", TRADE, section="6.4", write=wire.list_fields, read=wire.listed
)
ORDER_OF_CLAIM = Call(
    "alibaba.trade.queryOrderByInsure", TRADE, section="6.5", write=wire.claim_fields, read=wire.order_of_claim
)
"""The order behind a claim or an insurance policy. The live documentation has dropped it: Refused (gw.APIUnsupported) and
NotPermitted are to be expected."""
APPLY = Call(
    "alibaba.trade.createRefund",
    TRADE,
    Kind.MONEY,
    "6.6",
    definite={
        "5001": "contract, errors: no such order",
        "5002": "contract, errors: the order of another buyer",
        "5003": "contract, errors: goodsStatus does not fit",
        "5004": "contract, errors: the reason does not fit",
        "5005": "contract, errors: a voucher is needed",
        "5006": "contract, errors: freight is not refunded",
        "5011": "contract, errors: the amount is wrong",
        "5012": "contract, errors: length of the description",
        "5013": "contract, errors: no partial quantity",
    },
    write=wire.application_fields,
    read=wire.created,
)
"""Ask for a refund: a legal act towards the seller, sent once. After Unreachable or UnexpectedReply list the refunds of the
order before anything else.

Not definite: 5010 (a refund runs already, which is how a doubled request shows up), 5100 (other), 4xxx (their fault)."""

REASONS = Call("alibaba.trade.getRefundReasonList", TRADE, section="6.7", write=wire.reason_fields, read=wire.reasons)
"""The reasons that may be given now for these lines; none means that they cannot be refunded."""
UPLOAD_VOUCHER = Call(
    "alibaba.trade.uploadRefundVoucher",
    TRADE,
    Kind.WRITE,
    "6.8",
    file_parameter="imageData",
    timeout_s=60.0,
    write=wire.voucher_fields,
    read=wire.voucher,
)
SEND_BACK = Call(
    "alibaba.trade.refund.returnGoods",
    TRADE,
    Kind.WRITE,
    "6.9",
    definite={
        "4001": "contract, errors: authorisation needed",
        "4002": "contract, errors: carrier or waybill missing",
        "4003": "contract, errors: vouchers wrong",
        "4004": "contract, errors: carrier and waybill do not fit, or could not be checked",
        "4005": "contract, errors: no such refund",
        "4006": "contract, errors: not this account's",
        "4008": "contract, errors: refund number malformed",
    },
    write=wire.return_fields,
    read=done,
)
"""Say which parcel brings the goods back; only while the refund waits for it.

Not definite: 4007 (probably sent back already), 5001 to 5003 (the return step itself failed)."""
