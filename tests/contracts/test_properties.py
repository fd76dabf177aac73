"""For any JSON whatever: our own errors or a result; money keeps its fen, ids their digits, words their letters."""

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcing_app.domain.message import Topic
from sourcing_app.domain.money import Money
from sourcing_app.domain.refund import RefundStatus, refund_id_of
from sourcing_app.domain.words import Word
from sourcing_app.errors import InvalidInput, SourcingError
from sourcing_app.platform import registry
from sourcing_app.platform.cli import output
from sourcing_app.platform.cli.contracts import contract
from sourcing_app.platform.cli.parameters import ready
from sourcing_app.platform.messages import wire as messages
from sourcing_app.platform.refunds.calls import APPLY
from sourcing_app.platform.transport.dialects import date_text, json_text, wire_id
from sourcing_app.platform.transport.fields import CHINA, parse_json, when
from sourcing_app.platform.transport.response import Response
from tests.support.contract import all_names

NAMES = [
    "success",
    "result",
    "data",
    "code",
    "errorCode",
    "message",
    "orderId",
    "refundId",
    "payUrl",
    "id",
    "status",
    "x",
]
SCALARS = (
    st.none() | st.booleans() | st.integers(-(10**25), 10**25) | st.text(max_size=12)
    | st.sampled_from(["true", "false", "0", "200", "12.50", "22%", "20260101000000000+0800"])
    | st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)
)  # fmt: skip
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=20,
)
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, database=None
)


@settings(quick, max_examples=400)
@given(method=st.sampled_from(list(registry.calls().values())), body=JSON)
def test_any_json_decodes_or_is_refused(method: registry.AnyCall, body: Any) -> None:
    try:
        result = method.answer(body, {})
    except SourcingError:
        return
    assert output.text(output.plain(result))


@quick
@given(data=JSON, topic=st.sampled_from(list(Topic)))
def test_any_payload_of_a_message_is_kept(data: Any, topic: Topic) -> None:
    assert messages.event(topic, data) is not None


@settings(quick, max_examples=200)
@given(
    name=st.sampled_from(all_names()),
    given_=st.dictionaries(st.text(max_size=8) | st.sampled_from(NAMES), JSON, max_size=4),
)
def test_any_parameters_are_ready_or_refused(name: str, given_: dict[str, Any]) -> None:
    try:
        ready(contract(name).live, given_)
    except InvalidInput as error:
        assert error.reason


@quick
@given(st.integers(0, 10**15))
def test_fen_come_back_to_the_fen(fen: int) -> None:
    body = {"result": {"success": True, "result": {"refundId": "1", "innerPostFee": fen}}}
    created = APPLY.read(Response(APPLY, parse_json(json_text(body).encode())))
    assert created.freight is not None and created.freight.fen == fen


@quick
@given(st.integers(1, 10**19))
def test_an_id_is_the_same_after_the_wire(number: int) -> None:
    sent = json_text({"id": wire_id(str(number))})
    assert sent == f'{{"id":{number}}}'
    body = {"result": {"result": {"refundId": parse_json(sent.encode())["id"]}, "success": True}}
    assert APPLY.read(Response(APPLY, body)).refund_id == f"TQ{number}"
    assert Response(APPLY, body).strict()["refundId"] == number


@quick
@given(st.datetimes(datetime(2001, 9, 10), datetime(2200, 1, 1)))
def test_a_date_is_the_same_after_the_wire(moment: datetime) -> None:
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=CHINA)
    assert when(date_text(moment)) == moment


@quick
@given(st.text())
def test_a_word_keeps_its_letters(text: str) -> None:
    kinds = [RefundStatus, Topic]
    assert all(kind(text).value == text and str(kind(text)) == text for kind in kinds)
    assert RefundStatus(text) == RefundStatus(text) and hash(RefundStatus(text)) == hash(RefundStatus(text))


def test_a_known_word_is_told_from_an_unknown_one() -> None:
    assert RefundStatus("refundsuccess") is RefundStatus.SUCCESS and RefundStatus.SUCCESS.is_known
    assert not RefundStatus("refundlater").is_known and RefundStatus("refundlater").name == "UNKNOWN"
    assert isinstance(RefundStatus("refundlater"), Word)


@pytest.mark.parametrize("spelt", ["WAIT_BUYER_SEND", "waitbuyersend"])
def test_both_spellings_of_a_refunds_state_are_one(spelt: str) -> None:
    assert RefundStatus.of(spelt) is RefundStatus.WAIT_BUYER_SEND


@pytest.mark.parametrize(("text", "number"), [("123", "TQ123"), ("TQ123", "TQ123"), (" 7 ", "TQ7")])
def test_a_refund_number_has_its_prefix(text: str, number: str) -> None:
    assert refund_id_of(text) == number


@quick
@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_money_is_printed_with_all_its_digits(amount: Decimal) -> None:
    shown = output.plain(Money(amount))
    assert Decimal(shown["amount"]) == amount and shown["currency"] == "CNY"
    assert json.loads(output.text(shown)) == shown
