"""The carriers of the marketplace. Source: contract alibaba.logistics.OpQueryLogisticCompanyList (ids are ours)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Carrier:
    """prefix: how its waybills begin; digits: how many follow."""

    carrier_id: int
    number: str
    name: str
    phone: str
    spelling: str
    prefix: str
    digits: int

    def waybill(self, seed: int) -> str:
        """A waybill that looks like this carrier's; the same seed gives the same one."""
        spread = (seed * 48271 + self.carrier_id * 7919) % 10**self.digits
        return f"{self.prefix}{spread:0{self.digits}d}"


_ROWS = """
1|STO|申通快递|95543|shentongkuaidi|77|13
2|ZTO|中通快递|95311|zhongtongkuaidi|75|12
3|SF|顺丰速运|95338|shunfengsuyun|SF|13
5|YUNDA|韵达快递|95546|yundakuaidi|43|13
8|YTO|圆通速递|95554|yuantongsudi|YT|13
10|EMS|EMS|11183|ems|11|11
12|POSTB|邮政快递包裹|11183|youzhengkuaidibaoguo|98|11
15|DBKD|德邦快递|95353|debangkuaidi|DPK|12
18|JTSD|极兔速递|956025|jitusudi|JT|13
21|HTKY|百世快递|95320|baishikuaidi|55|13
25|JDKD|京东快递|950616|jingdongkuaidi|JD|13
29|ANE|安能物流|400-104-0088|annengwuliu|30|12
33|CNSD|菜鸟速递|95187|cainiaosudi|CN|13
38|KYE|跨越速运|95324|kuayuesuyun|KY|13
42|YMDD|壹米滴答|400-930-2226|yimidida|15|12
47|FENGWANG|丰网速运|400-188-8888|fengwangsuyun|FW|13
"""


def _read(row: str) -> Carrier:
    carrier_id, number, name, phone, spelling, prefix, digits = row.split("|")
    return Carrier(int(carrier_id), number, name, phone, spelling, prefix, int(digits))


CARRIERS = {carrier.number: carrier for carrier in map(_read, _ROWS.split())}


def carrier(key: str | int) -> Carrier | None:
    """By code, by name or by id."""
    text = str(key)
    for one in CARRIERS.values():
        if text in (one.number, one.name, str(one.carrier_id)):
            return one
    return None
