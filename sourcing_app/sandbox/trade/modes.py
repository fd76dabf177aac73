"""What can be chosen when ordering and paying: trade modes, pay channels, shop promotions.

Source: contracts createOrder.preview, createCrossOrder and payWay.query.
"""

from __future__ import annotations

from dataclasses import dataclass

from sourcing_app.sandbox.shop.records import ShopSupplier

SHEGOU_LIMIT_FEN = 500_000
PERIOD_QUOTA_FEN = 9_000_000
RED_PACKET_FEN = 500
RED_PACKET_FROM_FEN = 10_000
DAY_S = 86400


@dataclass(frozen=True, slots=True)
class TradeMode:
    """One way to trade. shares: percent of the goods due in each payment stage; freight comes with the first."""

    word: str
    name: str
    text: str
    code: str
    shares: tuple[int, ...] = (100,)
    supported: bool = True
    pay_s: int | None = None


ASSURE = TradeMode("assureTrade", "担保交易", "下单后5天内付款，卖家发货后10天内确认收货，超时自动确认。", "50060")
CREDIT = TradeMode("creditBuy", "诚e赊", "先采购后付款，确认收货后计算账期。", "50060")
PERIOD = TradeMode("period", "账期交易", "按与卖家约定的账期付款。", "10", pay_s=90 * DAY_S)
STAGED_37 = TradeMode("37staged", "分阶段付款 30%/70%", "先付30%，余款发货前付清。", "7", (30, 70))
STAGED_631 = TradeMode("631staged", "分阶段付款 60%/30%/10%", "分三个阶段付款。", "7", (60, 30, 10))
ALIPAY = TradeMode("alipay", "支付宝担保交易", "旧版担保交易，已停用。", "1", supported=False)

MODES = {mode.word: mode for mode in (ASSURE, CREDIT, PERIOD, STAGED_37, STAGED_631, ALIPAY)}


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to pay. code: number of payWay.query; pay_way: of tradeTerms; word: of preview and analysis."""

    word: str
    code: int
    pay_way: str
    name: str
    english: str


CHANNELS = {
    "alipay": Channel("alipay", 1, "1", "支付宝", "Alipay"),
    "shegou": Channel("shegou", 3, "3", "诚e赊", "Cheng-e-She credit"),
    "kjpayV2": Channel("kjpayV2", 20, "13", "跨境宝", "Kuajingbao cross-border pay"),
    "period": Channel("period", 7, "7", "账期支付", "Account period"),
}


@dataclass(frozen=True, slots=True)
class Promotion:
    """So much off from so much goods: the shop's for everybody, or a coupon of the buyer's."""

    promotion_id: str
    text: str
    from_fen: int
    off_fen: int
    coupon_id: str | None = None

    @property
    def desc(self) -> str:
        return f"满{self.from_fen // 100}减{self.off_fen // 100}"


def modes_of(supplier: ShopSupplier, goods_fen: int) -> list[TradeMode]:
    """Modes of this supplier for an order of this size; the unsupported one is listed too."""
    modes = [ASSURE]
    if goods_fen <= SHEGOU_LIMIT_FEN:
        modes.append(CREDIT)
    if grants_period(supplier):
        modes.append(PERIOD)
    if supplier.number % 7 == 3 and goods_fen >= 50_000:
        modes += [STAGED_37, STAGED_631]
    return [*modes, ALIPAY]


def grants_period(supplier: ShopSupplier) -> bool:
    """Every tenth supplier gives the demo buyer an account period."""
    return supplier.number % 10 == 4


def promotions_of(supplier: ShopSupplier, goods_fen: int) -> list[Promotion]:
    """The shop's promotions that this order reaches. Every third supplier runs some."""
    if supplier.number % 3:
        return []
    steps = ((10_000, 500), (30_000, 2_000), (100_000, 8_000))
    return [
        Promotion(f"itemCoupon-{supplier.number:010d}_{start}-{off}", "店铺满减", start, off)
        for start, off in steps
        if goods_fen >= start
    ]


def takes_cross_border_pay(offer_id: int) -> bool:
    """A few offers cannot be paid with Kuajingbao."""
    return offer_id % 23 != 0


def stage_sums(mode: TradeMode, goods_fen: int) -> list[int]:
    """Goods by stage; the last one takes what rounding leaves."""
    sums = [goods_fen * share // 100 for share in mode.shares]
    sums[-1] += goods_fen - sum(sums)
    return sums
