"""Where the goods are, and who carries them. Sections 3.6, 3.7 and 5.3."""

from __future__ import annotations

from sourcing_app.platform.logistics import logistics_facts, wire
from sourcing_app.platform.transport.calls import Call, nothing
from sourcing_app.platform.transport.endpoint import LOGISTICS, Reply

PARCELS = Call(
    "alibaba.trade.getLogisticsInfos.buyerView",
    LOGISTICS,
    section="3.6",
    write=wire.parcel_fields,
    read=wire.parcels,
    in_full=logistics_facts.parcels_in_full,
)
TRACE = Call(
    "alibaba.trade.getLogisticsTraceInfo.buyerView",
    LOGISTICS,
    section="3.7",
    reply=Reply.TRACE,
    write=wire.trace_fields,
    read=wire.trace,
)
"""The ways of all parcels of an order, or of one; overseas legs included."""

CARRIERS = Call(
    "alibaba.logistics.OpQueryLogisticCompanyList", LOGISTICS, section="5.3", write=nothing, read=wire.carriers
)
"""The platform's list of carriers: long, and rarely changed."""
