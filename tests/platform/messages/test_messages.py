"""Messages: whose they are, what all sixteen topics say, and that nothing is lost over an odd payload."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sourcing_app.domain.message import (
    BatchPayEvent,
    BatchPayOutcome,
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
from sourcing_app.domain.refund import RefundStatus
from sourcing_app.errors import Refused, UnexpectedReply
from sourcing_app.platform.messages.wire import event, message, read_push
from sourcing_app.platform.transport import signing
from sourcing_app.platform.transport.fields import CHINA, parse_json

PLATFORM = Path(__file__).parents[3] / "resources" / "platform"
TOPICS = json.loads((PLATFORM / "messages.json").read_text(encoding="utf-8"))["topics"]
VECTORS = json.loads((PLATFORM / "gateway_vectors.json").read_text(encoding="utf-8"))
SECRET = "push-secret"
ORDER_TOPICS = [
    topic["topic"] for topic in TOPICS if topic["topic"].startswith("ORDER_BUYER") and "REFUND" not in topic["topic"]
]


def pushed(raw: str, secret: str = SECRET) -> dict[str, str]:
    return {"message": raw, "_aop_signature": signing.sign("", {"message": raw}, secret)}


def sample(topic: str) -> Any:
    raw = next(one["sample_message"] for one in TOPICS if one["topic"] == topic)
    return message(parse_json(json.dumps(raw).encode()))


def test_the_sixteen_topics_are_the_ones_of_the_document() -> None:
    assert [topic.value for topic in Topic] == [topic["topic"] for topic in TOPICS]
    assert len(TOPICS) == 16


@pytest.mark.parametrize("topic", ORDER_TOPICS)
def test_an_order_topic_names_the_order_and_its_state(topic: str) -> None:
    read = sample(topic)
    data = next(one["sample_data"] for one in TOPICS if one["topic"] == topic)
    assert read.topic is Topic(topic) and read.topic.is_known
    assert read.event == OrderEvent(
        "2257000000000000123", OrderStatus.of(data["currentStatus"]), data["currentStatus"],
        datetime(2024, 8, 9, 9, 44, 24, tzinfo=CHINA), data["buyerMemberId"], data.get("sellerMemberId", ""),
    )  # fmt: skip
    assert read.event.status is not OrderStatus.UNKNOWN


def test_a_refund_topic_tells_action_and_actor() -> None:
    found = sample("ORDER_BUYER_VIEW_ORDER_BUYER_REFUND_IN_SALES").event
    assert isinstance(found, RefundEvent)
    assert (found.refund_id, found.status) == ("TQ2257000000000000123", RefundStatus.SUCCESS)
    assert (found.action, found.operator) == (RefundAction.TIMER_AGREED_TERMS, Operator.SYSTEM)


def test_an_after_sale_refund_keeps_the_platforms_misspelt_action() -> None:
    found = sample("ORDER_BUYER_VIEW_ORDER_REFUND_AFTER_SALES").event
    assert found.action is RefundAction.SELLER_AGREED_TERMS and found.action.value == "SELLER_AGREE_REFUND_PROCOTOL"


def test_every_documented_refund_action_is_known() -> None:
    words = next(one["enums"]["refundAction"] for one in TOPICS if "REFUND_IN_SALES" in one["topic"])
    assert {action.value for action in RefundAction} == set(words)


def test_bare_digits_of_a_refund_get_their_prefix() -> None:
    data = {"orderId": 1, "refundId": "98765432109876501", "currentStatus": "waitbuyersend"}
    assert event(Topic.REFUND_IN_SALE, data).refund_id == "TQ98765432109876501"


def test_a_batch_payment_tells_each_order() -> None:
    found = sample("ORDER_BATCH_PAY").event
    assert isinstance(found, BatchPayEvent)
    assert [(one.order_id, one.outcome) for one in found.results] == [
        ("558880835194545941", BatchPayOutcome.PAID),
        ("558880835194545942", BatchPayOutcome.BALANCE_TOO_LOW),
    ]


def test_a_parcel_topic_tells_stage_and_lines() -> None:
    found = sample("LOGISTICS_BUYER_VIEW_TRACE").event
    assert found == ParcelEvent(
        "LP00106397027178", ParcelStage.CONSIGNED, "ZTO", "75123456789012", datetime(2024, 8, 10, 18, 20, 11, tzinfo=CHINA),
        (ParcelLine("2257000000000000123", "2257000000000000124"),),
    )  # fmt: skip


def test_a_waybill_topic_tells_old_and_new() -> None:
    found = sample("LOGISTICS_MAIL_NO_CHANGE").event
    assert isinstance(found, WaybillEvent)
    assert (found.old_carrier_code, found.old_waybill) == ("YTO", "YT1234567890123")
    assert (found.new_carrier_code, found.new_waybill) == ("ZTO", "75123456789012")


def test_a_payload_that_came_as_text_is_read_as_well() -> None:
    row = {"msgId": 1, "type": "ORDER_BUYER_VIEW_ORDER_PAY", "data": '{"orderId": 2257000000000000123}'}
    assert message(row).event.order_id == "2257000000000000123"


def test_an_unknown_topic_is_kept_as_it_came() -> None:
    read = message({"msgId": 7, "type": "PRODUCT_PRODUCT_INVENTORY_CHANGE", "data": {"offerId": 1}})
    assert read.event == OtherEvent('{"offerId":1}')
    assert read.topic.value == "PRODUCT_PRODUCT_INVENTORY_CHANGE" and not read.topic.is_known


@pytest.mark.parametrize("topic", [topic["topic"] for topic in TOPICS])
@pytest.mark.parametrize("data", [None, {}, [], "x", {"orderId": None}, {"OrderLogisticsTracingModel": 1}])
def test_a_payload_without_what_it_should_have_is_kept(topic: str, data: Any) -> None:
    assert isinstance(event(Topic(topic), data), OtherEvent | BatchPayEvent)


def test_a_pushed_message_of_the_platform_is_read() -> None:
    raw = json.dumps(TOPICS[2]["sample_message"])
    assert read_push(pushed(raw), SECRET).topic is Topic.ORDER_PAID


def test_the_text_is_checked_as_received() -> None:
    raw = json.dumps(TOPICS[2]["sample_message"], indent=3)
    assert read_push(pushed(raw), SECRET).message_id == str(TOPICS[2]["sample_message"]["msgId"])


def test_the_published_vector_of_a_push_is_right() -> None:
    vector = next(one for one in VECTORS["vectors"] if one["id"] == "push-message")
    form = {**vector["params"], "_aop_signature": vector["expected"]}
    assert read_push(form, vector["app_secret"]).message_id == "92705609220"


def test_a_signature_in_small_letters_is_not_the_platforms() -> None:
    form = pushed("{}")
    with pytest.raises(Refused):
        read_push({**form, "_aop_signature": form["_aop_signature"].lower()}, SECRET)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"message": "{}"},
        {"message": "{}", "_aop_signature": ""},
        {"message": "{}", "_aop_signature": "A" * 40},
        {"message": "{}", "_aop_signature": "é" * 40},
        pushed("{}", "another secret"),
    ],
)
def test_a_message_that_is_not_the_platforms_is_refused(form: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        read_push(form, SECRET)
    assert refused.value.code == "push.signature"


@pytest.mark.parametrize("raw", ["", "[]", "{}", "{", '{"msgId": 1}', '{"type": "X"}'])
def test_signed_nonsense_is_no_message(raw: str) -> None:
    with pytest.raises(UnexpectedReply):
        read_push(pushed(raw), SECRET)
