"""``api call`` of a write that was answered with a no, or a 401, that proves nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.platform.cli.desk import asked, say
from tests.sandbox.scene import Scene
from tests.support.buying import HOME, buyable
from tests.support.sandbox import RunningSandbox

CREATE = "alibaba.trade.createCrossOrder"
MEMO = "alibaba.order.memoAdd"


def order_of(box: RunningSandbox) -> dict[str, Any]:
    cargo = [buyable(box, quote_type=1).cargo()]
    return {
        "flow": "general", "tradeType": "assureTrade", "useRedEnvelope": "n", "addressParam": HOME, "cargoParamList": cargo,
    }  # fmt: skip


def test_an_order_behind_a_time_out_word_is_of_unknown_outcome_with_its_key_and_the_platforms_words(
    sandbox: RunningSandbox, tmp_path: Path
) -> None:
    sandbox.control("faults", api=CREATE, kind="no_after")
    said = say(asked(sandbox, tmp_path), CREATE, order_of(sandbox), yes=True)
    assert (said.status, said.result["class"], said.result["code"]) == (11, "OutcomeUnknown", "TIMEOUT")
    assert said.result["text"] == "调用超时" and "Do NOT send it again" in said.result["advice"]
    (order,) = sandbox.look("orders")["orders"]
    assert order["out_order_id"] == said.result["out_order_id"]


@pytest.mark.parametrize(("kind", "made"), [("gateway_before", 0), ("gateway_after", 1)])
def test_a_401_is_of_unknown_outcome_for_a_write_and_nothing_is_sent_again(
    sandbox: RunningSandbox, tmp_path: Path, kind: str, made: int
) -> None:
    sandbox.control("faults", api=CREATE, kind=kind, code="401", text="Request need user authorized", status=401)
    said = say(asked(sandbox, tmp_path), CREATE, order_of(sandbox), yes=True)
    assert (said.status, said.result["class"], said.result["code"]) == (11, "OutcomeUnknown", "401")
    assert "not repeated" in said.result["advice"]
    assert sandbox.look("orders")["count"] == made


def test_a_write_is_not_sent_again_in_the_other_dialect(sandbox: RunningSandbox, tmp_path: Path) -> None:
    order = {
        "orderId": "1", "createTime": "2026-11-22 12:00:00", "outMemberId": "u", "payTime": "2026-11-22 12:00:00",
        "paidFee": 1, "refundStatus": "0", "status": "success", "productId": "1", "productName": "x", "skuId": "1",
        "skuName": "x", "buyAmount": 1,
    }  # fmt: skip
    sandbox.control("options", dialect="seed")
    api = "trade.cross.orderSync"
    said = say(asked(sandbox, tmp_path, dialect=None), api, {"orderParam": order}, yes=True)
    assert said.status != 0 and "older dialect" not in said.err
    assert len(sandbox.look("calls", api=api)["calls"]) <= 1


def test_a_listed_code_is_a_plain_no(sandbox: RunningSandbox, tmp_path: Path) -> None:
    said = say(asked(sandbox, tmp_path), MEMO, {"orderId": 1000000000000000000, "memo": "x", "remarkIcon": "1"})
    assert (said.status, said.result["class"], said.result["code"]) == (3, "Refused", "400_4")


def test_a_no_that_is_not_listed_is_no_plain_no(sandbox: RunningSandbox, tmp_path: Path) -> None:
    order_id = Scene(sandbox).paid()
    sandbox.control("faults", api=MEMO, kind="no_after", code="NEW", text="m")
    said = say(asked(sandbox, tmp_path), MEMO, {"orderId": order_id, "memo": "x", "remarkIcon": "1"})
    assert (said.status, said.result["code"], said.result["text"]) == (11, "NEW", "m")
    assert "not known to be said before" in said.result["advice"]
