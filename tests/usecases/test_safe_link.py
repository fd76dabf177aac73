import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcing_app.errors import UnsafeLink
from sourcing_app.usecases.safe_link import check_pay_link, without_query

LIVE = "https://gw.open.1688.com/openapi"
DEMO = "http://127.0.0.1:45369"


@pytest.mark.parametrize(
    "url",
    [
        "https://trade.1688.com/order/cashier.htm?orderId=1",
        "https://payment2.m.1688.com/pay?x=%E4%BD%A0",
        "https://mapi.alipay.com/gateway.do?sign=a+b/c==",
        "https://1688.com/",
        "https://TRADE.1688.COM:443/x",
    ],
)
def test_the_platforms_own_pages_are_opened(url: str) -> None:
    assert check_pay_link(url, LIVE) == url


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://trade.1688.com/x", "scheme"),
        ("ftp://trade.1688.com/x", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("//trade.1688.com/x", "scheme"),
        ("https://1688.com.evil.example/x", "host"),
        ("https://evil1688.com/x", "host"),
        ("https://notalipay.com/x", "host"),
        ("https://trade-1688.com/x", "host"),
        ("https://1688.com./x", "host"),
        ("https://l688.com/x", "host"),
        ("https://xn--168-uta8d.com/x", "host"),
        ("https:///x", "host"),
        ("https://127.0.0.1:45369/x", "host"),
        ("https://trade.1688.com@evil.example/x", "user"),
        ("https://user:pass@trade.1688.com/x", "user"),
        ("https://trade.1688.com:8443/x", "port"),
        ("https://trade.1688.com:99999/x", "port"),
        ("https://trade.1688.com:x/", "port"),
        ("https://trade.1688.com\\@evil.example/x", "characters"),
        ("https://evil.example\\.1688.com/x", "characters"),
        ("https://trade.1688.com/\n", "characters"),
        ("https://trade.1688.com/\x00", "characters"),
        ("https://trade.1688.com/a b", "characters"),
        (" https://trade.1688.com/", "characters"),
        ("https://trade.1688.com/\u202e", "characters"),
        ("https://trade.16\u043388.com/x", "characters"),
        ("https://trade。1688.com/x", "characters"),
        ("https://ⓣrade.1688.com/x", "characters"),
        ("https://trade.1688.com/<script>", "characters"),
        ("", "characters"),
        ("https://trade.1688.com/" + "a" * 5000, "characters"),
    ],
)
def test_m17_any_other_address_is_refused(url: str, reason: str) -> None:
    with pytest.raises(UnsafeLink) as raised:
        check_pay_link(url, LIVE)
    assert raised.value.reason == reason


def test_the_demo_may_open_its_own_page() -> None:
    assert check_pay_link(f"{DEMO}/pay/cashier.htm?orderId=1", DEMO)


@pytest.mark.parametrize(
    "between",
    [*["%23", ";", "&", ",", "=", "+", "!", "$", "'", "(", ")", "*", "_", "~"], "%2f", "%00", "%E3%80%82", "..", ""],
)
@pytest.mark.parametrize("after", ["1688.com", "alipay.com"])
def test_a_pay_links_host_has_letters_digits_dots_and_hyphens_only(between: str, after: str) -> None:
    with pytest.raises(UnsafeLink) as raised:
        check_pay_link(f"https://evil.com{between}.{after}/" if between else f"https://.{after}/", LIVE)
    assert raised.value.reason == "host"


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:45370/pay", "http://localhost:45369/pay", "http://10.0.0.1:45369/pay", "http://127.0.0.1/pay"],
)
def test_m17_the_demo_may_open_no_other_page_of_this_computer(url: str) -> None:
    with pytest.raises(UnsafeLink):
        check_pay_link(url, DEMO)


def test_m17_a_gateway_elsewhere_gives_no_right_to_its_own_pages() -> None:
    with pytest.raises(UnsafeLink):
        check_pay_link("https://gateway.example/pay", "https://gateway.example")


def test_m17_what_is_written_down_has_no_query_and_no_user() -> None:
    assert without_query("https://a.1688.com/x?token=secret#frag") == "https://a.1688.com/x"
    assert "secret" not in without_query("https://secret:secret@evil.example/x?token=secret")


@given(st.text(max_size=60))
def test_m17_no_text_is_let_through_by_accident(text: str) -> None:
    try:
        allowed = check_pay_link(text, LIVE)
    except UnsafeLink:
        return
    assert allowed.lower().startswith("https://")


@given(st.text(st.sampled_from("1688.com@/:\\?#alipy%evil"), max_size=40))
def test_m17_no_host_is_let_through_by_look_alikes(rest: str) -> None:
    try:
        check_pay_link(f"https://{rest}", LIVE)
    except UnsafeLink:
        return
    host = rest.replace("?", "/").replace("#", "/").split("/")[0].removesuffix(":443").removesuffix(":")
    assert host == "1688.com" or host == "alipay.com" or host.endswith((".1688.com", ".alipay.com"))
