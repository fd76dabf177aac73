"""What resellers report about their own customers' orders, in both dialects. Sections 3.8 to 3.12.

The two dialects differ in names, types and wrappers; 3.10 and 3.12 have calls of their own only in the older one: live,
the order or the shipment is reported again. Source: quirks.md, section 8; the contracts' mapping_seed_to_live.
"""

from __future__ import annotations

from datetime import datetime

from sourcing_app.domain.downstream import (
    DownstreamLine,
    DownstreamOrder,
    DownstreamShipment,
    DownstreamStatusReport,
    OrderRelation,
    ShipmentStatus,
)
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import date_text, wire_id
from sourcing_app.platform.transport.fields import CHINA


def order_fields(order: DownstreamOrder) -> Fields:
    """A paid end-customer order; sums in fen. A line is put into the order itself when it is the only one."""
    return {"orderParam": live_order(order)}


def older_order_fields(order: DownstreamOrder) -> Fields:
    """As ``order_fields``, in the older dialect."""
    return {"orderParam": seed_order(order)}


def relation_fields(*relations: OrderRelation) -> Fields:
    """Which purchase serves which end-customer line: one pair."""
    (relation,) = relations
    return {"orderRelationParam": live_relation(relation)}


def older_relation_fields(*relations: OrderRelation) -> Fields:
    """As ``relation_fields``, in the older dialect, which takes many pairs."""
    return {"nationalOrderRelationParamList": [seed_relation(relation) for relation in relations]}


def report_fields(report: DownstreamStatusReport) -> Fields:
    """That an order was completed, closed or refunded; of the older dialect alone."""
    return {"orderStatusSyncParam": status_fields(report)}


def shipment_fields(shipment: DownstreamShipment) -> Fields:
    """A parcel to an end customer."""
    return {"orderLogisticsParam": live_shipment(shipment)}


def older_shipment_fields(shipment: DownstreamShipment) -> Fields:
    """As ``shipment_fields``, in the older dialect."""
    return {"logisticsOrderParam": seed_shipment(shipment)}


def movement_fields(shipment: DownstreamShipment, changed_at: datetime) -> Fields:
    """That a parcel moved on; of the older dialect alone."""
    return {
        "logisticsId": shipment.shipment_id,
        "logisticsStatus": shipment.status.value,
        "modifiedTime": date_text(changed_at),
    }


def china_text(moment: datetime) -> str:
    """``yyyy-MM-dd HH:mm:ss`` in China's time."""
    return f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M:%S}"


def _china_compact(moment: datetime) -> str:
    return date_text(moment.astimezone(CHINA))


def live_order(order: DownstreamOrder) -> dict[str, object]:
    """The members of ``orderParam``: a single line in the order itself, several as sub-orders."""
    fields: dict[str, object] = {
        "orderId": order.order_id,
        "createTime": china_text(order.created_at),
        "outMemberId": order.buyer_id,
        "payTime": china_text(order.paid_at),
        "endTime": china_text(order.ended_at) if order.ended_at else None,
        "paidFee": order.paid.fen,
        "refundStatus": _refund_word(order.refunded),
        "status": order.status.value,
    }
    if len(order.lines) == 1:
        only = _live_line(order.lines[0])
        return fields | {name: only[name] for name in ("productId", "productName", "skuId", "skuName", "buyAmount")}
    return fields | {"subOrderParamList": [_live_line(line) for line in order.lines]}


def _live_line(line: DownstreamLine) -> dict[str, object]:
    return {
        "orderId": line.line_id,
        "productId": line.offer_id,
        "productName": line.title,
        "skuId": line.sku_id,
        "skuName": line.sku_text,
        "buyAmount": line.quantity,
        "paidFee": line.paid.fen,
        "refundStatus": _refund_word(line.refunded),
    }


def _refund_word(refunded: bool) -> str:
    return "1" if refunded else "0"


def seed_order(order: DownstreamOrder) -> dict[str, object]:
    """The members of the older ``orderParam``; ids are numbers there where they can be. Its ``contry`` is meant so."""
    first = order.lines[0]
    fields = _seed_part(order, order.order_id, first, order.paid.fen, order.refunded)
    fields["refundFee"] = order.refund.fen if order.refund else None
    fields["orderType"] = order.purchase_type.value if order.purchase_type else None
    if len(order.lines) > 1:
        fields["subOrderList"] = [
            _seed_part(order, line.line_id, line, line.paid.fen, line.refunded)
            | {"refundFee": line.refund.fen if line.refund else None}
            for line in order.lines
        ]
    return fields


def _seed_part(
    order: DownstreamOrder, own_id: str, line: DownstreamLine, paid: int, refunded: bool
) -> dict[str, object]:
    return {
        "orderId": wire_id(own_id),
        "createTime": _china_compact(order.created_at),
        "payTime": _china_compact(order.paid_at),
        "endTime": _china_compact(order.ended_at) if order.ended_at else None,
        "payStatus": order.status.value,
        "refundStatus": _refund_word(refunded),
        "outUserId": order.buyer_id,
        "offerId": wire_id(line.offer_id),
        "skuId": wire_id(line.sku_id),
        "buyAmount": line.quantity,
        "paidFee": paid,
        "contry": order.country,
    }


def live_relation(relation: OrderRelation) -> dict[str, object]:
    """The members of ``orderRelationParam``."""
    return {
        "orderId": relation.line_id,
        "parentOrderId": relation.order_id,
        "purchaseOrderId": wire_id(relation.purchase_entry_id),
        "purchaseParentOrderId": wire_id(relation.purchase_id),
    }


def seed_relation(relation: OrderRelation) -> dict[str, object]:
    """One element of the older ``nationalOrderRelationParamList``."""
    return {
        "nationalSubOrderId": wire_id(relation.line_id),
        "cbuSubOrderId": wire_id(relation.purchase_entry_id),
        "nationalOrderId": wire_id(relation.order_id),
        "cbuOrderId": wire_id(relation.purchase_id),
    }


def status_fields(report: DownstreamStatusReport) -> dict[str, object]:
    """The members of ``orderStatusSyncParam``; refundStatus is a number here."""
    return {
        "orderId": wire_id(report.order_id),
        "payStatus": report.status.value,
        "endTime": _china_compact(report.ended_at) if report.ended_at else None,
        "refundStatus": int(report.refunded),
        "subOrderStatusSyncParamList": [status_fields(line) for line in report.lines] or None,
    }


def live_shipment(shipment: DownstreamShipment) -> dict[str, object]:
    """The members of ``orderLogisticsParam``; the platform wants a signing time even before signing."""
    return {
        "orderId": shipment.order_id,
        "logisticsId": shipment.shipment_id,
        "logisticsStatus": shipment.status.value,
        "createTime": china_text(shipment.created_at),
        "signTime": china_text(shipment.signed_at or shipment.created_at),
        "province": shipment.province,
        "city": shipment.city,
        "area": shipment.area,
        "address": shipment.address,
    }


def seed_shipment(shipment: DownstreamShipment) -> dict[str, object]:
    """The members of the older ``logisticsOrderParam``; its order id goes by another name."""
    signed = shipment.signed_at if shipment.status is not ShipmentStatus.SENT else None
    return {
        "logisticsOrderId": wire_id(shipment.order_id),
        "logisticsId": shipment.shipment_id,
        "createTime": _china_compact(shipment.created_at),
        "logisticsStatus": shipment.status.value,
        "endTime": _china_compact(signed) if signed else None,
        "attrs": shipment.tracking_text or None,
        "contry": shipment.country,
    }
