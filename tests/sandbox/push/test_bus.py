"""Messages: what is told, pushed, tried again, held, handed out and confirmed."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from sourcing_app.sandbox.clock import compact
from sourcing_app.sandbox.push import control
from sourcing_app.sandbox.push.delivery import sign_message
from sourcing_app.sandbox.push.payloads import PayloadError, complete, topics
from tests.sandbox.market import BUYER, DAY_S, OTHER_BUYER, Market
from tests.sandbox.receiver import Receiver

PAY = "ORDER_BUYER_VIEW_ORDER_PAY"
WAIT_S = 20


@pytest.fixture
def receiver(market: Market) -> Iterator[Receiver]:
    made = Receiver()
    market.bus.courier.retry_s = 0.0
    market.bus.set_url(made.url)
    yield made
    market.bus.close()
    made.close()


def tell(market: Market, order_id: int, member_id: str = BUYER, topic: str = PAY) -> None:
    data = {"orderId": order_id, "currentStatus": "waitsellersend", "sellerMemberId": "b2b-2200000000025f4a"}
    market.bus.publish(topic, member_id, data)


def delivered(market: Market) -> None:
    assert market.bus.courier.wait_until_idle(WAIT_S)


def states(market: Market) -> list[str]:
    return [message.state for message in market.bus.outbox.all()]


def held(market: Market, **params: Any) -> Any:
    return market.call("push.query.messageList", **params)["pushMessagePage"]


def orders(rows: list[dict[str, Any]]) -> list[int]:
    return [row["data"]["orderId"] for row in rows]


# -- what a message is --------------------------------------------------------------------------------------------


def test_there_are_the_sixteen_topics() -> None:
    assert len(topics()) == 16


@pytest.mark.parametrize("name", sorted(topics()))
def test_the_documented_payload_of_every_topic_passes_unchanged(name: str) -> None:
    sample = topics()[name].sample
    assert complete(name, sample, BUYER, "2026-01-01 00:00:00") == sample


def test_ids_become_numbers_and_the_time_is_filled_in() -> None:
    data = {"orderId": "2257000000000000123", "currentStatus": "waitsellersend", "sellerMemberId": "b2b-1"}
    full = complete(PAY, data, BUYER, "2026-01-01 00:00:00")
    assert full["orderId"] == 2257000000000000123
    assert (full["msgSendTime"], full["buyerMemberId"]) == ("2026-01-01 00:00:00", BUYER)


@pytest.mark.parametrize(
    "data",
    [
        {"currentStatus": "waitsellersend", "sellerMemberId": "b2b-1"},
        {"orderId": "x", "currentStatus": "waitsellersend", "sellerMemberId": "b2b-1"},
        {"orderId": 1, "currentStatus": "waitsellersend", "sellerMemberId": "b2b-1", "amount": 5},
    ],
    ids=["missing", "wrong type", "unknown"],
)
def test_what_the_platform_would_never_send_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(PayloadError):
        complete(PAY, data, BUYER, "2026-01-01 00:00:00")


def test_the_signature_is_that_of_the_published_vector() -> None:
    text = (
        '{"bizKey":"2257000000000000123","data":{"buyerMemberId":"b2b-2200000000001","currentStatus":"waitsellersend",'
        '"orderId":2257000000000000123,"sellerMemberId":"b2b-22000000000025f4a","msgSendTime":"2024-08-09 09:44:24"},'
        '"gmtBorn":1723167864904,"msgId":92705609220,"type":"ORDER_BUYER_VIEW_ORDER_PAY",'
        '"userInfo":"b2b-2200000000001"}'
    )
    assert sign_message("test123", text) == "4836AFBF61322F51915CA47B4D57FA0825294F08"


# -- pushing ------------------------------------------------------------------------------------------------------


def test_a_push_is_a_signed_form_with_the_message_as_text(market: Market, receiver: Receiver) -> None:
    tell(market, 2257000000000000123)
    delivered(market)
    body = receiver.bodies[0]
    assert body["_aop_signature"] == sign_message("secret", body["message"])
    message = json.loads(body["message"])
    assert (message["type"], message["userInfo"], message["bizKey"]) == (PAY, BUYER, "2257000000000000123")
    assert message["data"]["orderId"] == 2257000000000000123


def test_an_acknowledged_message_is_not_held(market: Market, receiver: Receiver) -> None:
    tell(market, 1)
    delivered(market)
    assert held(market)["totalCount"] == 0


def test_a_message_that_fails_twice_arrives_the_third_time(market: Market, receiver: Receiver) -> None:
    receiver.answers = [500, 302]
    tell(market, 1)
    delivered(market)
    assert (len(receiver.bodies), states(market)) == (3, ["delivered"])


def test_after_three_tries_a_message_is_held(market: Market, receiver: Receiver) -> None:
    receiver.answers = [500, 404, 204]
    tell(market, 1)
    delivered(market)
    assert (len(receiver.bodies), states(market)) == (3, ["held"])
    assert held(market)["totalCount"] == 1


def test_an_address_where_nobody_listens_holds_everything(market: Market, receiver: Receiver) -> None:
    receiver.close()
    tell(market, 1)
    delivered(market)
    assert states(market) == ["held"]


def test_a_duplicate_has_the_same_id(market: Market, receiver: Receiver) -> None:
    market.bus.set_faults({"duplicate": 1})
    tell(market, 1)
    tell(market, 2)
    delivered(market)
    ids = [message["msgId"] for message in receiver.messages()]
    assert (len(ids), ids[0] == ids[1], ids[1] == ids[2]) == (3, True, False)


def test_a_lost_message_never_comes(market: Market, receiver: Receiver) -> None:
    market.bus.set_faults({"lose": 1})
    tell(market, 1)
    tell(market, 2)
    delivered(market)
    assert orders(receiver.messages()) == [2]
    assert held(market)["totalCount"] == 0


def test_disorder_turns_each_pair_round(market: Market, receiver: Receiver) -> None:
    market.bus.set_faults({"disorder": True})
    for order_id in (1, 2, 3, 4):
        tell(market, order_id)
    delivered(market)
    assert orders(receiver.messages()) == [2, 1, 4, 3]


def test_what_disorder_keeps_back_is_let_go_on_request(market: Market, receiver: Receiver) -> None:
    market.bus.set_faults({"disorder": True})
    tell(market, 1)
    assert control.flush(market.world, {}) == {"released": 1}
    delivered(market)
    assert orders(receiver.messages()) == [1]


def test_the_payload_can_be_sent_as_text(market: Market, receiver: Receiver) -> None:
    market.bus.set_faults({"data_as_text": True})
    tell(market, 7)
    delivered(market)
    assert json.loads(receiver.messages()[0]["data"])["orderId"] == 7


def test_a_message_can_be_repeated_later(market: Market, receiver: Receiver) -> None:
    tell(market, 1)
    delivered(market)
    control.repeat(market.world, {"msgId": receiver.messages()[0]["msgId"]})
    delivered(market)
    assert orders(receiver.messages()) == [1, 1]


def test_a_message_of_a_change_that_was_rolled_back_is_never_pushed(market: Market, receiver: Receiver) -> None:
    with pytest.raises(RuntimeError), market.state.transaction():
        tell(market, 1)
        raise RuntimeError
    tell(market, 2)
    delivered(market)
    assert orders(receiver.messages()) == [2]


def test_closing_does_not_wait_for_a_receiver_that_never_answers(market: Market) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        market.bus.courier.timeout_s = 600.0
        market.bus.set_url(f"http://127.0.0.1:{silent.getsockname()[1]}/")
        tell(market, 1)
        line, _ = silent.accept()
        line.recv(1)
        market.bus.close()
        line.close()
    assert states(market) == ["queued"]


# -- catch-up -----------------------------------------------------------------------------------------------------


def test_without_an_address_messages_are_held_at_once(market: Market) -> None:
    tell(market, 1)
    row = held(market)["datas"][0]
    assert (row["topicGroup"], row["topicName"], row["appKey"]) == ("ORDER", "BUYER_VIEW_ORDER_PAY", "8800001")


def test_looking_does_not_confirm(market: Market) -> None:
    tell(market, 1)
    assert held(market) == held(market)


def test_a_confirmed_message_is_gone(market: Market) -> None:
    tell(market, 1)
    ids = [row["msgId"] for row in held(market)["datas"]]
    assert market.call("push.message.confirm", msgIdList=ids) == {"isSuccess": True}
    assert held(market)["totalCount"] == 0


def test_confirming_what_is_not_there_succeeds(market: Market) -> None:
    assert market.call("push.message.confirm", msgIdList=[1, "2"]) == {"isSuccess": True}


def test_taking_confirms_what_it_returns(market: Market) -> None:
    for order_id in range(25):
        tell(market, order_id + 1)
    first = market.call("push.cursor.messageList", quantity=20)["pushMessageList"]
    second = market.call("push.cursor.messageList")["pushMessageList"]
    third = market.call("push.cursor.messageList")["pushMessageList"]
    assert orders(first) + orders(second) == list(range(1, 26))
    assert third == []


@pytest.mark.parametrize(("asked", "given"), [(None, 20), (1, 20), (50, 50), (1000, 200)])
def test_a_page_has_20_to_200_messages(market: Market, asked: int | None, given: int) -> None:
    with market.state.transaction():
        for order_id in range(201):
            tell(market, order_id + 1)
    params = {} if asked is None else {"pageSize": asked}
    assert len(held(market, **params)["datas"]) == given


def test_pages_follow_each_other(market: Market) -> None:
    for order_id in range(21):
        tell(market, order_id + 1)
    assert orders(held(market, page=2, pageSize=20)["datas"]) == [21]
    assert held(market, page=2, pageSize=20)["totalCount"] == 21


def test_messages_of_all_users_come_unless_one_is_named(market: Market) -> None:
    tell(market, 1)
    tell(market, 2, OTHER_BUYER)
    assert held(market)["totalCount"] == 2
    assert orders(held(market, userInfo=OTHER_BUYER)["datas"]) == [2]


def test_messages_are_filtered_by_topic_and_time(market: Market) -> None:
    tell(market, 1)
    market.clock.advance(60)
    start = compact(market.clock.now())
    tell(market, 2)
    tell(market, 3, topic="ORDER_BUYER_VIEW_ORDER_SUCCESS")
    assert orders(held(market, createStartTime=start, type=PAY)["datas"]) == [2]
    assert orders(held(market, createEndTime="20200101000000000+0800").get("datas", [])) == []


def test_messages_are_held_for_seven_days(market: Market) -> None:
    tell(market, 1)
    market.clock.advance(7 * DAY_S - 1)
    assert held(market)["totalCount"] == 1
    market.clock.advance(2)
    assert held(market)["totalCount"] == 0


def test_ids_are_not_used_again_after_a_reset(market: Market) -> None:
    tell(market, 1)
    first = held(market)["datas"][0]["msgId"]
    market.world.reset()
    tell(market, 1)
    assert held(market)["datas"][0]["msgId"] > first


def test_any_topic_can_be_published_at_will(market: Market) -> None:
    for name in topics():
        control.publish(market.world, {"topic": name})
    assert sorted(row["type"] for row in held(market, pageSize=50)["datas"]) == sorted(topics())


@pytest.mark.parametrize("body", [{"url": "ftp://x"}, {"url": "nowhere"}, {"lose": True}, {"speed": 1}])
def test_a_wish_that_makes_no_sense_is_refused(market: Market, body: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="="):
        control.change(market.world, body)
