"""Twenty thousand broken answers over all decoders: nothing but our own errors, and never a payment out of a refusal."""

import gzip
import random
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from sourcing_app.domain.payment import Withheld
from sourcing_app.errors import InvalidInput, SourcingError, Unreachable
from sourcing_app.platform import registry
from sourcing_app.platform.cli import output
from sourcing_app.platform.offers import calls as offers
from sourcing_app.platform.transport.endpoint import Kind
from sourcing_app.platform.transport.gateway import _LimitReached, _TokenRefused, judge
from sourcing_app.platform.transport.transport import Answer
from tests.contracts.capture import platform
from tests.contracts.mutation import mutated
from tests.support.contract import all_names, paper, samples

SHARDS, EACH = 20, 950
MONEY_SHARDS, MONEY_EACH = 4, 250
ANSWERS = [(name, sample) for name in all_names() for sample in samples(name).values()]
OURS = (SourcingError, _TokenRefused, _LimitReached)

REFUSALS: dict[str, list[Any]] = {
    "alibaba.trade.createCrossOrder": [
        {"success": False, "code": "400", "message": "AddressId invalid"},
        {"result": {"success": False, "code": "500_004", "message": "库存不足"}, "success": False},
    ],
    "alibaba.trade.createRefund": [{"result": {"success": False, "code": "5010", "message": "退款状态冲突"}}],
    "alibaba.trade.pay.protocolPay.preparePay": [
        {"result": {"success": False, "code": "PAY_FAILED", "message": "支付失败"}},
        {"result": {"success": True, "result": {"payChannel": None, "paySuccess": False}}},
    ],
    "trade.receivegoods.confirm": [{"result": {"success": False, "errorCode": "400_1", "errorInfo": "订单状态错误"}}],
}


def read(name: str, raw: bytes) -> Any:
    """As far as the command line takes an answer: parsed, judged, decoded, written."""
    method = registry.calls()[name]
    body = judge(method, Answer(200, "application/json", raw))
    result = method.answer(body, paper(name)["sample_request"])
    assert output.text(output.plain(result))
    return result


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_broken_answer_is_one_of_our_errors_or_a_result(shard: int) -> None:
    chance = random.Random(f"answers {shard}")
    for _ in range(EACH):
        name, sample = chance.choice(ANSWERS)
        raw = mutated(sample, chance)
        try:
            read(name, raw)
        except OURS as error:
            assert not isinstance(error, InvalidInput), (name, raw)


@pytest.mark.parametrize("shard", range(MONEY_SHARDS))
def test_a_refused_money_call_never_becomes_a_success(shard: int) -> None:
    chance = random.Random(f"money {shard}")
    for _ in range(MONEY_EACH):
        name = chance.choice(sorted(REFUSALS))
        raw = mutated(chance.choice(REFUSALS[name]), chance, truths=False)
        try:
            result = read(name, raw)
        except OURS:
            continue
        assert isinstance(result, Withheld) and not result.paid, (name, raw)


def test_every_call_that_moves_money_is_refused_in_the_test_above() -> None:
    assert set(REFUSALS) == {call.full_name for call in registry.calls().values() if call.kind is Kind.MONEY}


DEEP = [b"[" * 200_000, b'{"a":' * 200_000, b'{"result":' * 100_000 + b"1" + b"}" * 100_000, b"9" * 5_000_000]


@pytest.mark.parametrize("raw", DEEP, ids=["lists", "objects", "closed", "digits"])
def test_a_bomb_of_nesting_or_digits_is_refused(raw: bytes) -> None:
    with pytest.raises(SourcingError):
        read("alibaba.trade.get.buyerView", raw)


class Flood(httpx.AsyncBaseTransport):
    """Fifty megabytes of an answer; counts how much of it was taken."""

    def __init__(self, chunk: bytes, times: int, encoding: str = "") -> None:
        self.taken = 0
        self._chunk, self._times, self._encoding = chunk, times, encoding

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        flood = self

        class Body(httpx.AsyncByteStream):
            async def __aiter__(self) -> AsyncIterator[bytes]:
                for _ in range(flood._times):
                    flood.taken += len(flood._chunk)
                    yield flood._chunk

        headers = {"content-type": "application/json"} | (
            {"content-encoding": self._encoding} if self._encoding else {}
        )
        return httpx.Response(200, headers=headers, stream=Body(), request=request)


async def test_fifty_megabytes_are_not_read_to_their_end() -> None:
    flood = Flood(b"[" + b" " * (2**16 - 1), 800)
    talking = platform(flood)
    with pytest.raises(Unreachable) as error:
        await talking.gateway.read(offers.KEYWORD_QUERY, {"keyword": "cup"})
    await talking.close()
    assert error.value.kind == "too_large"
    assert flood.taken < 12 * 2**20


async def test_a_small_parcel_that_unpacks_to_fifty_megabytes_is_not_unpacked() -> None:
    flood = Flood(gzip.compress(b" " * 50 * 2**20), 1, "gzip")
    talking = platform(flood)
    with pytest.raises(Unreachable) as error:
        await talking.gateway.read(offers.KEYWORD_QUERY, {"keyword": "cup"})
    await talking.close()
    assert error.value.kind == "too_large"
