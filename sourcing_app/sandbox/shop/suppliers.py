"""The sellers, ninety-six of them, each at home in one or two departments."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta, timezone
from random import Random

from sourcing_app.sandbox.shop.records import MixRule, Region, ShopSupplier

CHINA = timezone(timedelta(hours=8))
COUNT = 96

REGIONS = (
    Region("浙江省", "金华市", "义乌市", "330782"),
    Region("浙江省", "杭州市", "余杭区", "330110"),
    Region("浙江省", "温州市", "瓯海区", "330304"),
    Region("浙江省", "宁波市", "鄞州区", "330212"),
    Region("浙江省", "台州市", "路桥区", "331004"),
    Region("广东省", "广州市", "白云区", "440111"),
    Region("广东省", "深圳市", "龙岗区", "440307"),
    Region("广东省", "东莞市", "虎门镇", "441900"),
    Region("广东省", "汕头市", "澄海区", "440515"),
    Region("广东省", "佛山市", "顺德区", "440606"),
    Region("广东省", "潮州市", "枫溪区", "445102"),
    Region("福建省", "泉州市", "晋江市", "350582"),
    Region("福建省", "莆田市", "荔城区", "350304"),
    Region("江苏省", "苏州市", "吴江区", "320509"),
    Region("江苏省", "南通市", "海门区", "320614"),
    Region("山东省", "青岛市", "即墨区", "370215"),
    Region("山东省", "淄博市", "博山区", "370304"),
    Region("河北省", "保定市", "白沟镇", "130684"),
    Region("江西省", "景德镇市", "珠山区", "360203"),
    Region("上海市", "上海市", "松江区", "310117"),
)
FIRST = (
    "晨曦", "华盛", "金麦", "优品", "恒达", "云帆", "百川", "星河", "雅居", "锦程", "瑞丰", "卓越",
    "千禧", "远航", "新悦", "嘉禾", "盛世", "宏图", "佳艺", "天成", "博雅", "明珠", "鼎盛", "乐享",
)  # fmt: skip
LAST = {
    "bags": "箱包", "kitchen": "日用品", "apparel": "服饰", "shoes": "鞋业", "accessories": "饰品",
    "home": "家居用品", "toys": "玩具", "digital": "电子科技", "office": "文化用品", "outdoor": "户外用品",
}  # fmt: skip


def make_suppliers(seed: int, tops: list[str]) -> list[tuple[ShopSupplier, str]]:
    """Each supplier with the key of its department."""
    return [(_supplier(seed, number, tops[number % len(tops)]), tops[number % len(tops)]) for number in range(COUNT)]


def _supplier(seed: int, number: int, top: str) -> ShopSupplier:
    dice = Random(f"{seed}:supplier:{number}")
    region = REGIONS[(number * 7 + dice.randrange(3)) % len(REGIONS)]
    name = FIRST[number % len(FIRST)] + ("", "源", "兴", "之家")[number // len(FIRST)]
    masked = hashlib.sha256(f"{seed}:open:{number}".encode()).hexdigest()
    identities = ["tp_member"]
    if dice.random() < 0.45:
        identities.insert(0, "powerful_merchants")
    if dice.random() < 0.25:
        identities.insert(0, "super_factory")
    mix = MixRule(dice.choice((50, 100, 200, 300)), dice.choice((2, 3, 5, 10))) if dice.random() < 0.6 else None
    return ShopSupplier(
        number=number,
        member_id=f"b2b-{2208000000000 + number * 7919 + dice.randrange(1000)}",
        login_id=f"{region.city[:2]}{name}{LAST[top][:2]}",
        open_id=f"BBB{_letters(masked)}",
        company=f"{region.city}{name}{LAST[top]}{dice.choice(('有限公司', '厂', '商行', '有限公司'))}",
        region=region,
        years=dice.randrange(1, 17),
        medal=dice.randrange(1, 6),
        scores=tuple(dice.choice((3.0, 3.5, 4.0, 4.5, 4.5, 5.0)) for _ in range(6)),
        repeat_rate=round(dice.uniform(0.05, 0.75), 4),
        identities=tuple(identities),
        mix=mix,
        template_id=2324000 + number,
        collect_24h=round(dice.choice((0.93, 0.96, 0.975, 0.992, 0.998)), 4),
        collect_48h=round(dice.choice((0.94, 0.97, 0.985, 0.995, 0.999)), 4),
        since=datetime(2010 + dice.randrange(14), dice.randrange(1, 13), dice.randrange(1, 28), tzinfo=CHINA),
    )


def _letters(masked: str) -> str:
    """Twenty-one letters and digits in the mixed case that masked ids have."""
    return "".join(char.upper() if int(masked[place + 30], 16) % 2 else char for place, char in enumerate(masked[:21]))
