"""Registration of an end user: the rules of both dialects, and the book of those who are in."""

from __future__ import annotations

import ipaddress
import json
import re
from functools import cache
from typing import Any

from sourcing_app.sandbox.contracts import FOLDER
from sourcing_app.sandbox.state import Row
from sourcing_app.sandbox.world import World

TABLES = """
CREATE TABLE IF NOT EXISTS registered_members (
    out_member_id TEXT PRIMARY KEY, login TEXT NOT NULL, site TEXT NOT NULL, country TEXT NOT NULL, email TEXT,
    mobile TEXT, mobile_area TEXT, ip TEXT, registered_by TEXT NOT NULL, registered REAL NOT NULL);
"""

EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;.]+(\.[^@\s,;.]+)+")
MOBILE = re.compile(r"\+?\d[\d\- ]{4,29}")
AREA = re.compile(r"[A-Z]{2}")

LONGEST = {
    "live": {"outLoginId": 60, "outMemberId": 60, "email": 60, "mobile": 30},
    "seed": {"outLoginId": 32, "outMemberId": 64, "email": 60, "mobile": 30},
}
"""Characters. Source: contract account.user.register, both generations. The seed's login is called outLoginName."""


class BadRegistration(ValueError):
    """Why somebody is not registered."""


def own_members(world: World) -> None:
    world.state.own(TABLES)


@cache
def countries() -> frozenset[str]:
    """Country names the platform takes. Source: enums.json, country."""
    listed = json.loads((FOLDER / "enums.json").read_text(encoding="utf-8"))["country"]
    rows = listed["seed_countries"] + listed["seed_countries_inferred"]
    return frozenset(row["value"] for row in rows)


def register(world: World, member_id: str, account: dict[str, Any], dialect: str) -> None:
    """Enter a person once. ``account``: members by their live names. Raises BadRegistration."""
    clean = {name: str(value).strip() for name, value in account.items() if value not in (None, "")}
    _check(clean, dialect)
    taken = world.state.value(
        "SELECT 1 FROM registered_members WHERE out_member_id = ? OR (site = ? AND login = ?)",
        clean["outMemberId"], clean["site"], clean["outLoginId"],
    )  # fmt: skip
    if taken:
        raise BadRegistration("该用户已注册")
    world.state.insert(
        "registered_members", out_member_id=clean["outMemberId"], login=clean["outLoginId"], site=clean["site"],
        country=clean["country"], email=clean.get("email"), mobile=clean.get("mobile"),
        mobile_area=clean.get("mobileArea"), ip=clean.get("ip"), registered_by=member_id,
        registered=world.clock.seconds(),
    )  # fmt: skip


def _check(account: dict[str, str], dialect: str) -> None:
    for name in ("country", "site", "outLoginId", "outMemberId"):
        if name not in account:
            raise BadRegistration(f"{name}不能为空")
    for name, longest in LONGEST[dialect].items():
        if len(account.get(name, "")) > longest:
            raise BadRegistration(f"{name}长度不能超过{longest}")
    if account["country"] not in countries():
        raise BadRegistration(f"country不合法：{account['country']}")
    site = account["site"]
    if len(site) > 16 or site != site.lower() or any(sign.isspace() for sign in site):
        raise BadRegistration("site须为小写且不含空格，最长16位")
    _check_contact(account)
    _check_ip(account.get("ip"), dialect)


def _check_contact(account: dict[str, str]) -> None:
    email, mobile = account.get("email"), account.get("mobile")
    if email is None and mobile is None:
        raise BadRegistration("email和mobile至少填写一个")
    if email is not None and not EMAIL.fullmatch(email):
        raise BadRegistration("email格式不正确")
    if mobile is None:
        return
    if not MOBILE.fullmatch(mobile):
        raise BadRegistration("mobile格式不正确")
    if not AREA.fullmatch(account.get("mobileArea", "")):
        raise BadRegistration("填写mobile时mobileArea必填，如JP")


def _check_ip(ip: str | None, dialect: str) -> None:
    if ip is None:
        if dialect == "live":
            raise BadRegistration("ip不能为空")
        return
    try:
        ipaddress.ip_address(ip)
    except ValueError:
        raise BadRegistration("ip格式不正确") from None


def registered(world: World) -> list[Row]:
    """Oldest first."""
    return world.state.rows("SELECT * FROM registered_members ORDER BY registered, out_member_id")
