"""What resellers report about their own customers' orders. Sections 3.8 to 3.12.

Each may be sent again with the same ids after a lost answer. How a report goes out in either dialect: ``Downstream``.
"""

from __future__ import annotations

from sourcing_app.platform.downstream import wire
from sourcing_app.platform.transport.calls import Call, done
from sourcing_app.platform.transport.endpoint import CROSSBORDER, Kind

REPORT_ORDER = Call(
    "trade.cross.orderSync",
    CROSSBORDER,
    Kind.WRITE,
    "3.8",
    one_spelling=True,
    write=wire.order_fields,
    older=wire.older_order_fields,
    read=done,
)
"""A paid end-customer order, or again when it changed."""

RELATE = Call(
    "order.relation.write",
    CROSSBORDER,
    Kind.WRITE,
    "3.9",
    one_spelling=True,
    write=wire.relation_fields,
    older=wire.older_relation_fields,
    read=done,
)
REPORT_ORDER_STATUS = Call(
    "trade.cross.orderStatusSync",
    CROSSBORDER,
    Kind.WRITE,
    "3.10",
    one_spelling=True,
    write=wire.report_fields,
    read=done,
)
REPORT_SHIPMENT = Call(
    "trade.cross.logisticsOrderSync",
    CROSSBORDER,
    Kind.WRITE,
    "3.11",
    one_spelling=True,
    write=wire.shipment_fields,
    older=wire.older_shipment_fields,
    read=done,
)
"""A parcel to an end customer, or again when it moved."""

REPORT_SHIPMENT_STATUS = Call(
    "trade.cross.logisticsStatusSync",
    CROSSBORDER,
    Kind.WRITE,
    "3.12",
    one_spelling=True,
    write=wire.movement_fields,
    read=done,
)
