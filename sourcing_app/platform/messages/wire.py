"""Messages: pushed ones checked and read, held ones read. Section 8.

Source: messages.json; contracts push.query.messageList, push.message.confirm, push.cursor.messageList.
"""

from __future__ import annotations

from collections.abc import Iterable

from sourcing_app.domain.ids import EntryId, OrderId, ParcelId
from sourcing_app.domain.message import (
    BatchPayEvent,
    BatchPayOutcome,
    BatchPayResult,
    Event,
    Message,
    MessageFilter,
    MessagePage,
    Operator,
    OrderEvent,
    OtherEvent,
    ParcelEvent,
    ParcelLine,
    ParcelStage,
    RefundAction,
    RefundEvent,
    Topic,
    WaybillEvent,
)
from sourcing_app.domain.order import OrderStatus
from sourcing_app.domain.refund import RefundStatus, refund_id_of
from sourcing_app.errors import Refused, UnexpectedReply
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.dialects import date_text, json_text
from sourcing_app.platform.transport.fields import (
    ROW_ERRORS,
    Json,
    count,
    each,
    id_text,
    members,
    parse_json,
    rows,
    text,
    when,
)
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import word
from sourcing_app.platform.transport.signing import verify


def read_push(form: dict[str, str], app_secret: str) -> Message:
    """A pushed message, from the form fields of its POST: signature first, then content.

    The text is used as received: parsing and writing it again would break the signature. Raises Refused
    ("push.signature") when it is not the platform's, UnexpectedReply when it is no message.
    """
    raw, signature = form.get("message", ""), form.get("_aop_signature", "")
    if not verify("", {"message": raw}, app_secret, signature):
        raise Refused("push.signature", "the signature of the message is wrong", None, "push")
    try:
        return message(members(parse_json(raw.encode("utf-8", "replace"))))
    except ValueError as error:
        raise UnexpectedReply("push", str(error)) from None


def message(row: dict[str, Json]) -> Message:
    """One message, pushed or held. Raises ValueError without id or topic."""
    message_id, topic = id_text(row.get("msgId")), text(row.get("type"))
    if not message_id or not topic:
        raise ValueError("a message without id or topic")
    data = _payload(row.get("data"))
    return Message(
        message_id,
        Topic(topic),
        text(row.get("userInfo")),
        when(row.get("gmtBorn")),
        event(Topic(topic), data),
        id_text(row.get("bizKey")),
    )


def event(topic: Topic, data: Json) -> Event:
    """The payload of a topic. One that cannot be read is kept as it came: a hint is never lost for its form."""
    read = _READERS.get(topic, _order_event if topic.startswith("ORDER_BUYER_VIEW_") else None)
    try:
        if read is not None:
            return read(members(data))
    except ROW_ERRORS:
        pass
    return OtherEvent(json_text(data))


def _payload(value: Json) -> Json:
    """An object as a rule; the manual calls it a text, so JSON text is read too."""
    if not isinstance(value, str):
        return value
    try:
        return parse_json(value.encode("utf-8", "replace"))
    except ValueError:
        return value


def _needed(value: Json) -> str:
    found = id_text(value)
    if not found:
        raise ValueError("an id is missing")
    return found


def _order_event(data: dict[str, Json]) -> Event:
    status = text(data.get("currentStatus"))
    return OrderEvent(
        OrderId(_needed(data.get("orderId"))),
        OrderStatus.of(status),
        status,
        when(data.get("msgSendTime")),
        text(data.get("buyerMemberId")),
        text(data.get("sellerMemberId")),
    )


def _refund_event(data: dict[str, Json]) -> Event:
    return RefundEvent(
        OrderId(_needed(data.get("orderId"))),
        refund_id_of(_needed(data.get("refundId"))),
        RefundStatus.of(text(data.get("currentStatus"))),
        word(RefundAction, data.get("refundAction")),
        word(Operator, data.get("operator")),
        when(data.get("msgSendTime")),
        text(data.get("buyerMemberId")),
        text(data.get("sellerMemberId")),
    )


def _batch_event(data: dict[str, Json]) -> Event:
    results, skipped = each(rows(data["batchPay"]), _batch_result)
    return BatchPayEvent(results, skipped)


def _batch_result(row: dict[str, Json]) -> BatchPayResult:
    return BatchPayResult(OrderId(_needed(row.get("orderId"))), BatchPayOutcome(text(row.get("status"))))


def _parcel_event(data: dict[str, Json]) -> Event:
    model = members(data["OrderLogisticsTracingModel"])
    return ParcelEvent(
        ParcelId(_needed(model.get("logisticsId"))),
        ParcelStage(text(model.get("statusChanged"))),
        text(model.get("cpCode")),
        text(model.get("mailNo")),
        when(model.get("changeTime")),
        _parcel_lines(model),
    )


def _waybill_event(data: dict[str, Json]) -> Event:
    model = members(data["MailNoChangeModel"])
    return WaybillEvent(
        ParcelId(_needed(model.get("logisticsId"))),
        text(model.get("oldCpCode")),
        text(model.get("newCpCode")),
        text(model.get("oldMailNo")),
        text(model.get("newMailNo")),
        when(model.get("eventTime")),
        _parcel_lines(model),
    )


def _parcel_lines(model: dict[str, Json]) -> tuple[ParcelLine, ...]:
    return each(rows(model.get("orderLogsItems")), _parcel_line)[0]


def _parcel_line(row: dict[str, Json]) -> ParcelLine:
    entry_id = id_text(row.get("orderEntryId"))
    return ParcelLine(OrderId(_needed(row.get("orderId"))), EntryId(entry_id) if entry_id else None)


_READERS = {
    Topic.REFUND_IN_SALE: _refund_event,
    Topic.REFUND_AFTER_SALE: _refund_event,
    Topic.BATCH_PAID: _batch_event,
    Topic.PARCEL_MOVED: _parcel_event,
    Topic.WAYBILL_CHANGED: _waybill_event,
}


def held_fields(which: MessageFilter) -> Fields:
    """Page by page. Confirming shifts the pages: read page 1, keep, confirm, read page 1 again."""
    return _filter_fields(which) | {"page": which.page, "pageSize": which.page_size}


def taken_fields(which: MessageFilter) -> Fields:
    """So many at once: page_size 20 to 200."""
    return _filter_fields(which) | {"quantity": which.page_size}


def _filter_fields(which: MessageFilter) -> Fields:
    return {
        "createStartTime": date_text(which.born_from) if which.born_from else None,
        "createEndTime": date_text(which.born_to) if which.born_to else None,
        "type": which.topic.value if which.topic else None,
        "userInfo": which.member_id,
    }


def confirmed_fields(message_ids: Iterable[str]) -> Fields:
    """Messages that are safely on disk here."""
    return {"msgIdList": [int(one) for one in message_ids]}


def held(response: Response) -> MessagePage:
    """``pushMessagePage.datas``, with the number of all that are held."""
    page = members(response.strict_object().get("pushMessagePage"))
    if not page:
        raise response.unexpected("no page")
    found, skipped = each(rows(page.get("datas")), message)
    return MessagePage(found, count(page.get("totalCount")), skipped)


def taken(response: Response) -> MessagePage:
    """``pushMessageList``; missing when there is nothing."""
    found, skipped = each(rows(response.strict_object().get("pushMessageList")), message)
    return MessagePage(found, None, skipped)
