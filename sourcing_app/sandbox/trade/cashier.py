"""The page where one pays: what is due, with which channel, one button. A POST pays."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sourcing_app.sandbox.clock import at, plain
from sourcing_app.sandbox.page import page
from sourcing_app.sandbox.trade.modes import CHANNELS, Channel
from sourcing_app.sandbox.trade.moves import WrongState, pay
from sourcing_app.sandbox.trade.records import Order, find_order
from sourcing_app.sandbox.world import World


def cashier_routes(world: World) -> list[Route]:
    """``/pay/cashier.htm?orderId=1;2&channel=alipay``, ``/pay/done.htm`` and the agreement page."""

    def off_loop(act: Callable[[World, dict[str, str]], Response], method: str, path: str) -> Route:
        async def endpoint(request: Request) -> Response:
            asked = dict(request.query_params)
            asked |= {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
            return await asyncio.to_thread(act, world, asked)

        return Route(path, endpoint, methods=[method])

    return [
        off_loop(_show, "GET", "/pay/cashier.htm"),
        off_loop(_pay, "POST", "/pay/cashier.htm"),
        off_loop(_done, "GET", "/pay/done.htm"),
        off_loop(_agreement, "GET", "/pay/agreement.htm"),
        off_loop(_sign, "POST", "/pay/agreement.htm"),
    ]


def _orders(world: World, asked: dict[str, str]) -> list[Order]:
    ids = [int(one) for one in asked.get("orderId", "").replace(",", ";").split(";") if one.isdigit()]
    return [order for order in (find_order(world.state, one) for one in ids) if order is not None]


def _money(fen: int) -> str:
    return f"¥{fen // 100:,}.{fen % 100:02d}"


def _payable(order: Order) -> bool:
    return order.next_stage is not None and order.status in ("waitbuyerpay", "waitsellersend")


def _row(world: World, order: Order) -> str:
    first = order.lines[0]
    more = f" 等{len(order.lines)}种" if len(order.lines) > 1 else ""
    stage = order.next_stage
    part = f" · {stage.name}" if stage and len(order.stages) > 1 else ""
    return (
        f'<tr><td><img src="{html.escape(world.base_url + first.images[0])}" alt="">{html.escape(first.name[:18])}{more}<br>'
        f"<small>{html.escape(order.seller_login)} · {order.order_id}{part}</small></td>"
        f"<td>{_money(order.due_fen)}</td></tr>"
    )


def _choice(channel: Channel, checked: bool) -> str:
    mark = " checked" if checked else ""
    return (
        f'<label><input type="radio" name="channel" value="{channel.word}"{mark}>{channel.name}'
        f"<small>{channel.english}</small></label>"
    )


def _show(world: World, asked: dict[str, str]) -> Response:
    world.settle()
    orders = [order for order in _orders(world, asked) if _payable(order)]
    if not orders:
        return HTMLResponse(page("收银台", "<h1>没有需要付款的订单</h1><p>Nothing is due for these orders.</p>"), 404)
    chosen = asked.get("channel", "alipay")
    on_account = any(order.trade_type == "period" for order in orders)
    channels = [channel for channel in CHANNELS.values() if channel.word != "period" or on_account]
    choices = "".join(_choice(channel, channel.word == chosen) for channel in channels)
    total = _money(sum(order.due_fen for order in orders))
    ids = ";".join(str(order.order_id) for order in orders)
    until = plain(at(min(order.pay_deadline for order in orders)))
    return HTMLResponse(
        page(
            "收银台",
            f"<h1>收银台 <small>Cashier</small></h1>"
            f"<p>请在 {until} 前付款 <small>Pay before this Beijing time.</small></p>"
            f"<table>{''.join(_row(world, order) for order in orders)}"
            f"<tr class='sum'><td>应付总额 <small>Total due</small></td><td>{total}</td></tr></table>"
            f'<form method="post" action="cashier.htm"><input type="hidden" name="orderId" value="{ids}">'
            f"<fieldset>{choices}</fieldset><button id='pay'>付款 Pay {total}</button></form>",
        )
    )


def _pay(world: World, asked: dict[str, str]) -> Response:
    world.settle()
    channel = asked.get("channel", "alipay")
    orders = [order for order in _orders(world, asked) if _payable(order)]
    if not orders or channel not in CHANNELS:
        return HTMLResponse(page("收银台", "<h1>付款失败</h1><p>没有需要付款的订单。</p>"), 409)
    try:
        with world.state.transaction():
            for order in orders:
                pay(world, order, channel)
            if len(orders) > 1:
                rows = [{"orderId": str(order.order_id), "status": "successed"} for order in orders]
                world.bus.publish("ORDER_BATCH_PAY", orders[0].member_id, {"batchPay": rows})
    except WrongState as wrong:
        return HTMLResponse(page("收银台", f"<h1>付款失败</h1><p>{html.escape(str(wrong))}</p>"), 409)
    ids = ";".join(str(order.order_id) for order in orders)
    return RedirectResponse(f"{urlsplit(world.base_url).path}/pay/done.htm?orderId={ids}", 303)


def _done(world: World, asked: dict[str, str]) -> Response:
    count = len(_orders(world, asked))
    text = f"<span class='mark'>✓</span><h1>付款成功</h1><p>{count} 笔订单已付款，卖家将尽快发货。"
    return HTMLResponse(page("付款成功", f"{text}<br><small>Paid. You can close this page.</small></p>"))


def _agreement(world: World, asked: dict[str, str]) -> Response:
    member = html.escape(asked.get("member", ""), quote=True)
    return HTMLResponse(
        page(
            "免密支付",
            "<h1>开通免密支付</h1><p>签约后订单可自动付款。<br><small>Sign the auto-debit agreement.</small></p>"
            f'<form method="post"><input type="hidden" name="member" value="{member}"><button>同意并签约</button></form>',
        )
    )


def _sign(world: World, asked: dict[str, str]) -> Response:
    world.state.remember(f"agreement {asked.get('member', '')}", True)
    return HTMLResponse(page("免密支付", "<span class='mark'>✓</span><h1>签约成功</h1><p>You can close this page.</p>"))
