"""People and firms at the platform: whose token it is, sub-accounts, members registered for end users. Personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sourcing_app.domain.words import Word


class MemberKind(Word):
    """What kind of business a member is."""

    ENTERPRISE = "ENTERPRISE"
    SELF_EMPLOYED = "SELF_EMPLOYED"
    ORGANIZATION = "ORGANIZATION"
    PERSONAL = "PERSONAL"


@dataclass(frozen=True, slots=True)
class Member:
    """Who a token belongs to. Most members are missing in practice: "" or None then.

    cross_border_pay: Kuajingbao is open. sells, buys: keywords of the member's own. ratings: how many; rating_points: in all.
    Source: contract alibaba.account.basic.
    """

    member_id: str
    login: str = ""
    user_id: str = ""
    open_uid: str = ""
    company: str = ""
    supplier_name: str = ""
    seller_name: str = ""
    category: str = ""
    category_id: str = ""
    kind: MemberKind | None = None
    is_enterprise: bool | None = None
    is_person: bool | None = None
    is_factory: bool | None = None
    is_verified: bool | None = None
    cross_border: bool | None = None
    cross_border_pay: bool | None = None
    official_logistics: bool | None = None
    created_at: datetime | None = None
    modified_at: datetime | None = None
    paid_member_since: datetime | None = None
    buyer_level: int | None = None
    seller_level: int | None = None
    trust_score: int | None = None
    paid_years: int | None = None
    icon_url: str | None = None
    home_url: str | None = None
    shop_url: str | None = None
    phone: str = ""
    mobile: str = ""
    email: str = ""
    address: str = ""
    status: str = ""
    memo: str = ""
    community_level: str = ""
    joined_from: str = ""
    sells: str = ""
    buys: str = ""
    domains: tuple[str, ...] = ()
    industry: str = ""
    product: str = ""
    department: str = ""
    ratings: int | None = None
    rating_points: int | None = None
    maturity: int | None = None


@dataclass(frozen=True, slots=True)
class SubAccount:
    """An account below the main one. login: main login, colon, own name."""

    login: str
    user_id: str
    member_id: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class AccountFamily:
    """The main account and what is below it; a sub-account's token sees only the main one."""

    member_id: str
    login: str
    user_id: str
    sub_accounts: tuple[SubAccount, ...] = ()
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Registration:
    """A member to be registered for an end user. country: English name, lower case ("japan"); site: as agreed with 1688,
    lower case, at most 16 characters; one of email and mobile; mobile_area: two letters, with mobile; ip: of the real user.

    Source: contract account.user.register.
    """

    country: str
    site: str
    login: str
    member_id: str
    ip: str
    email: str = ""
    mobile: str = ""
    mobile_area: str = ""
