"""The reader of contracts notices what is wrong: a check that never fails would prove nothing."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from sourcing_app.platform.transport.signing import signed
from tests.contracts.capture import APP_KEY, SECRET
from tests.support.contract import Sent, paper, reply_faults, request_faults

CANCEL = "alibaba.trade.cancel"
GOOD = {"webSite": "1688", "tradeID": "3317081160226242182", "cancelReason": "other", "access_token": "t"}


def sent(
    name: str, form: dict[str, str], *, path: str | None = None, kind: str = "application/x-www-form-urlencoded"
) -> Sent:
    url_path = path or paper(name)["path"].replace("{appKey}", APP_KEY)
    return Sent(f"https://gw/openapi/{url_path}", kind, urlencode(signed(url_path, form, SECRET)).encode())


def test_a_right_request_has_no_fault() -> None:
    assert request_faults(CANCEL, sent(CANCEL, GOOD), SECRET) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"tradeID": None}, "tradeID is missing"),
        ({"tradeID": "33x"}, "tradeID is '33x', not long"),
        ({"access_token": None}, "no access token"),
        ({"tradeId": "1"}, "tradeId is not in the contract"),
    ],
)
def test_a_wrong_form_field_is_named(changes: dict[str, str | None], fault: str) -> None:
    form = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    assert request_faults(CANCEL, sent(CANCEL, form), SECRET) == [fault]


def test_a_wrong_signature_is_noticed() -> None:
    assert request_faults(CANCEL, sent(CANCEL, GOOD), "another secret") == ["the signature is wrong"]


def test_a_wrong_path_is_noticed() -> None:
    moved = sent(CANCEL, GOOD, path=f"param2/1/com.alibaba.logistics/{CANCEL}/{APP_KEY}")
    assert request_faults(CANCEL, moved, SECRET)[0].startswith("path ")


SEARCH = {"keyword": "x", "beginPage": 1, "pageSize": 20, "country": "en"}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"keyword": None}, "offerQueryParam.keyword is null"),
        ({"beginPage": "1"}, "offerQueryParam.beginPage is '1', not int"),
        ({"keyword": 7}, "offerQueryParam.keyword is 7, not string"),
        ({"sort": {"price": "asc"}}, "offerQueryParam.sort is {'price': 'asc'}, not jsontext"),
        ({"pages": 1}, "offerQueryParam.pages is not in the contract"),
        ({"beginPage": True}, "offerQueryParam.beginPage is True, not int"),
    ],
)
def test_a_wrong_member_of_the_wrapper_is_named(changes: dict[str, Any], fault: str) -> None:
    name = "product.search.keywordQuery"
    form = {"offerQueryParam": json.dumps({**SEARCH, **changes}, separators=(",", ":")), "access_token": "t"}
    assert request_faults(name, sent(name, form), SECRET) == [fault]


def test_a_wrapper_that_is_no_json_is_noticed() -> None:
    name = "product.search.keywordQuery"
    form = {"offerQueryParam": "{'keyword': 1}", "access_token": "t"}
    assert request_faults(name, sent(name, form), SECRET) == ["offerQueryParam is no JSON text"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"success": "perhaps"}, "reply.success is 'perhaps', not boolean"),
        ({"success": True, "extra": 1}, "reply.extra is not in the contract"),
        ([], "reply is no object"),
    ],
)
def test_a_wrong_answer_is_named(body: Any, fault: str) -> None:
    assert reply_faults(CANCEL, body) == [fault]


def test_the_documented_laxities_of_answers_are_none() -> None:
    assert reply_faults(CANCEL, {"success": "true", "errorCode": None, "class": "com.alibaba.X"}) == []
