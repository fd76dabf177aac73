"""Nothing that the platform tells is lost: each documented member changes what ``api call`` prints.

A member that does not is either an alternative name of one that does, or says nothing; then it stands below with a reason.
"""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

import pytest

from sourcing_app.domain.message import Topic
from sourcing_app.errors import SourcingError
from sourcing_app.platform import registry
from sourcing_app.platform.cli import output
from sourcing_app.platform.messages import wire as messages
from tests.contracts.full import changed, full_answer, leaves, spelt
from tests.contracts.test_answers import exact
from tests.support.contract import FOLDER, all_names, paper, samples

ENVELOPE = "the envelope's; a failure prints it as code and text"
ALTERNATIVE = "the same under another name, which is read first"
UNSAID = "the document itself says that it means nothing here"
ALLOWED: dict[str, dict[str, str]] = {
    "*": {
        "result.code": ENVELOPE,
        "result.message": ENVELOPE,
        "result.retCode": ENVELOPE,
        "result.retMsg": ENVELOPE,
        "result.retCodes.#": ENVELOPE,
        "code": ENVELOPE,
        "message": ENVELOPE,
        "extErrorMessage": ENVELOPE,
        "result": "the older envelope's flag",
    },
    "account.wangwangUrl.get": {"result.subCode": ENVELOPE, "result.subMessage": ENVELOPE},
    "alibaba.account.basic": {"result.pm": ALTERNATIVE},
    "alibaba.category.get": {
        "categoryInfo.#.isLeaf": "a category with children is no leaf",
        "categoryInfo.#.parentIDs.#": "the root has no parent",
        "categoryInfo.#.childIDs.#": ALTERNATIVE,
    },
    "alibaba.logistics.myFreightTemplate.list.get": {
        "result.#.*.sysRateDTO.*": "isSysRate says which of the two rates holds, and that one is printed"
    },
    "alibaba.trade.addresscode.parse": {
        "result.latest": UNSAID,
        "result.addressId": UNSAID,
        "result.bizType": UNSAID,
    },
    "alibaba.trade.createCrossOrder": {"success": "an order id is an order, whatever the flags say"},
    "alibaba.trade.createRefund": {"result.*success": "a refund number is a refund, whatever the flag says"},
    "alibaba.trade.get.buyerView": {
        "result.baseInfo.id": ALTERNATIVE,
        "result.orderBizInfo.dz": ALTERNATIVE,
        "result.productItems.#.subItemID": ALTERNATIVE,
    },
    "alibaba.trade.getBuyerOrderList": {
        "result.#.baseInfo.id": ALTERNATIVE,
        "result.#.orderBizInfo.dz": ALTERNATIVE,
    },
    "alibaba.trade.getLogisticsInfos.buyerView": {"result.#.logisticsOrderSendGood.*": ALTERNATIVE},
    "alibaba.trade.refund.*": {
        "result.*.id": ALTERNATIVE,
        "result.opOrderRefundModelDetail.id": ALTERNATIVE,
        "result.*.success": "says nothing of the call: it is true in records of refused refunds as well",
    },
    "category.translation.*": {
        "result.result.leaf": "a category with children is no leaf",
        "*.fromCache": "whether the platform had the translation at hand",
    },
    "product.filterData.queryConfig": {"#.configList.#.type": "told by where a choice is printed"},
    "product.kjdistribute.removeRelation": {"result.model.#": "no meaning is documented; the answer is yes or no"},
    "push.*": {
        "*.topicGroup": "the first part of the topic",
        "*.topicName": "the second part of the topic",
        "*.appKey": "our own",
        "*.data.k": "made up here: payloads have a test of their own",
    },
}


def reason(name: str, member: str) -> str | None:
    """Why a member of an answer need not be printed."""
    for names, allowed in ALLOWED.items():
        if fnmatchcase(name, names):
            for pattern, why in allowed.items():
                if fnmatchcase(member, pattern):
                    return why
    return None


def printed(name: str, body: Any) -> str:
    """What ``api call`` prints."""
    asked = exact(paper(name)["sample_request"])
    try:
        found = output.plain(registry.calls()[name].answer(body, asked if isinstance(asked, dict) else {}))
    except SourcingError as error:
        return f"{type(error).__name__}: {error}"
    if isinstance(found, dict):
        found.pop("previewed_at", None)
    return output.text(found)


@cache
def lost(name: str, *, older: bool = False) -> tuple[str, ...]:
    """Members of the full answer (or the older sample) that change nothing wherever they stand in it."""
    body = exact(samples(name)["seed_sample_response"] if older else full_answer(name))
    before = printed(name, body)
    told, untold = set(), []
    for path in leaves(body):
        if any(printed(name, other) != before for other in changed(body, path)):
            told.add(spelt(path))
        else:
            untold.append(spelt(path))
    return tuple(member for member in dict.fromkeys(untold) if member not in told)


@pytest.mark.parametrize("name", all_names())
def test_every_documented_member_is_printed_or_has_a_reason_not_to_be(name: str) -> None:
    assert not printed(name, exact(full_answer(name))).startswith(("Refused", "Unexpected"))
    assert [member for member in lost(name) if reason(name, member) is None] == []


OLDER = [name for name in all_names() if "seed_sample_response" in samples(name)]


@pytest.mark.parametrize("name", OLDER)
def test_every_member_of_the_older_dialects_sample_is_printed_or_has_a_reason(name: str) -> None:
    assert [member for member in lost(name, older=True) if reason(name, member) is None] == []


TOPICS = {
    one["topic"]: one for one in json.loads((FOLDER.parent / "messages.json").read_text(encoding="utf-8"))["topics"]
}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_member_of_a_messages_payload_is_printed(topic: str) -> None:
    data = exact(TOPICS[topic]["sample_data"])

    def shown(value: Any) -> str:
        return output.text(output.plain(messages.event(Topic(topic), value)))

    untold = [spelt(path) for path in leaves(data) if all(shown(one) == shown(data) for one in changed(data, path))]
    assert untold == []


def test_no_reason_is_given_for_what_is_printed_or_does_not_exist() -> None:
    gone = {(names, pattern) for names, allowed in ALLOWED.items() for pattern in allowed}
    for name in all_names():
        for member in (*lost(name), *(lost(name, older=True) if name in OLDER else ())):
            gone -= {
                (names, pattern) for names, pattern in gone if fnmatchcase(name, names) and fnmatchcase(member, pattern)
            }
    assert gone == set()
