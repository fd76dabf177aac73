"""Division codes of mainland China: enough of them to parse an address and to price freight.

Source: resources/sandbox/areas.txt (GB/T 2260 codes of the provinces and of the cities that trade most).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sourcing_app.sandbox.resources import resource

FILE = resource("sandbox", "areas.txt")

ENDINGS = re.compile(r"(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|区|县)$")


@dataclass(frozen=True, slots=True)
class Area:
    """A district; for a city without districts the city itself, with an empty district."""

    code: str
    province: str
    city: str
    district: str

    @property
    def text(self) -> str:
        """``浙江省 杭州市 滨江区``; two parts for a city without districts."""
        return " ".join(part for part in (self.province, self.city, self.district) if part)

    @property
    def post_code(self) -> str:
        """A plausible one: the platform's is not known."""
        return f"{self.code[:4]}00" if self.code != "330108" else "310051"

    @property
    def province_code(self) -> str:
        return f"{self.code[:2]}0000"

    @property
    def city_code(self) -> str:
        return f"{self.code[:4]}00"


@cache
def areas() -> dict[str, Area]:
    """By code: districts, and every city as a place whose district is not known."""
    found: dict[str, Area] = {}
    for row in FILE.read_text(encoding="utf-8").splitlines():
        province, city, districts = (part.strip() for part in row.split(">"))
        city_code, city_name = city.split()
        province_name = province.split()[1]
        found[city_code] = Area(city_code, province_name, city_name, "")
        for one in filter(None, map(str.strip, districts.split(","))):
            code, name = one.split()
            found[code] = Area(code, province_name, city_name, name)
    return found


def has_districts(city_code: str) -> bool:
    return any(code[:4] == city_code[:4] and area.district for code, area in areas().items())


def by_texts(province: str, city: str, district: str) -> Area | None:
    """The district with these names; the endings 省, 市, 区 may be missing."""
    wanted = (_stem(province), _stem(city), _stem(district))
    for area in areas().values():
        if wanted == (_stem(area.province), _stem(area.city), _stem(area.district)):
            return area
    return None


def _stem(name: str) -> str:
    return ENDINGS.sub("", name.strip())


def parsed(text: str) -> tuple[Area, str] | None:
    """The area that a Chinese address begins with, and the rest of it; None where no city is recognised."""
    best: tuple[Area, str] | None = None
    squeezed = re.sub(r"[\s,，]+", "", text)
    for area in areas().values():
        rest = _after(squeezed, area)
        if rest is not None and (best is None or len(rest) < len(best[1])):
            best = (area, rest)
    return best


def _after(text: str, area: Area) -> str | None:
    rest = text.removeprefix("中国")
    for name in (area.province, area.city, area.district):
        form = next((form for form in (name, _stem(name)) if form and rest.startswith(form)), None)
        if form:
            rest = rest[len(form) :]
        elif name and name != area.province and not (name == area.city and area.district.endswith("市")):
            return None
    return rest if rest != text else None
