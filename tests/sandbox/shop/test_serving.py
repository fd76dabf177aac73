"""Pictures over HTTP: who may show them."""

from __future__ import annotations

import pytest

from tests.support.buying import buyable, detail, order_made
from tests.support.sandbox import RunningSandbox


@pytest.fixture
def picture(sandbox: RunningSandbox) -> str:
    """Address of a small picture of an ordered thing."""
    order_id = order_made(sandbox, buyable(sandbox, quote_type=1).cargo())
    address: str = detail(sandbox, order_id)["productItems"][0]["productImgUrl"][0]
    return address.split(".jpg")[0] + ".jpg"


@pytest.mark.parametrize(
    ("page", "status"),
    [
        (None, 200),
        ("https://detail.1688.com/offer/1.html", 200),
        ("https://1688.com", 200),
        ("https://shop.example/1688.com", 403),
        ("https://not1688.com/", 403),
        ("http://[", 403),
    ],
)
def test_a_page_of_somebody_else_does_not_get_a_picture(
    sandbox: RunningSandbox, picture: str, page: str | None, status: int
) -> None:
    answer = sandbox.http.get(picture, headers={"Referer": page} if page else {})
    assert answer.status_code == status


def test_the_cashier_gets_its_pictures(sandbox: RunningSandbox, picture: str) -> None:
    answer = sandbox.http.get(picture, headers={"Referer": f"{sandbox.base_url}/pay/cashier.htm?orderId=1"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
