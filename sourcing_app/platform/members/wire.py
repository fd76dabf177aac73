"""Accounts and members: parameters out, answers in. Section 7.1."""

from __future__ import annotations

from sourcing_app.domain.done import Done
from sourcing_app.domain.ids import SupplierId
from sourcing_app.domain.member import AccountFamily, Member, MemberKind, Registration, SubAccount
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.transport.calls import Fields
from sourcing_app.platform.transport.fields import (
    Json,
    count,
    each,
    flag,
    id_text,
    optional,
    plain,
    rows,
    text,
    texts,
    when,
)
from sourcing_app.platform.transport.response import Response
from sourcing_app.platform.transport.shapes import read_members, word_of


def registration_fields(registration: Registration) -> Fields:
    """The member to be; personal data."""
    return {"countryAccount": _registration(registration, "outLoginId")}


def older_registration_fields(registration: Registration) -> Fields:
    """As ``registration_fields``, in the older dialect: the login goes by another name."""
    return {"countryAccount": _registration(registration, "outLoginName")}


def _registration(registration: Registration, login: str) -> Fields:
    return {
        "country": registration.country,
        "site": registration.site,
        login: registration.login,
        "outMemberId": registration.member_id,
        "email": registration.email or None,
        "mobile": registration.mobile or None,
        "mobileArea": registration.mobile_area or None,
        "ip": registration.ip,
    }


def supplier_fields(supplier_id: SupplierId) -> Fields:
    """The supplier to talk to."""
    return {"toOpenUid": supplier_id}


def _icon(value: Json) -> str | None:
    return picture_address(value) or None


def me(response: Response) -> Member:
    """Most members are missing in practice."""
    row = response.strict_object()
    if not text(row.get("memberId")) and not text(row.get("loginId")):
        raise response.unexpected("nobody")
    return Member(**_ME(row))


_ME = read_members(
    member_id=("memberId", text), login=("loginId", text), user_id=("userId", id_text), open_uid=("openUid", text),
    company=("companyName", plain), supplier_name=("supplierName", plain), seller_name=("sellerName", plain),
    category=("categoryName", plain), category_id=("categoryId", id_text),
    kind=("memberBizType", word_of(MemberKind)), is_enterprise=("enterpriseAccount", flag),
    is_person=("personAccount", flag), is_factory=("fm", flag), is_verified=("isPm|pm", flag),
    cross_border=("crossBorder", flag), cross_border_pay=("kuaJingBao", flag),
    official_logistics=("isOfficalLogistics|isOfficialLogistics", flag), created_at=("createDate", when),
    modified_at=("modifyDate", when), paid_member_since=("gmtPaidJoin", when), buyer_level=("buyRate", count),
    seller_level=("saleRate", count), trust_score=("trustScore", count), paid_years=("tpYear", count),
    icon_url=("icon", _icon), home_url=("homepageUrl", optional), shop_url=("shopUrl", optional),
    phone=("phoneNo", plain), mobile=("mobileNo", plain), email=("email", plain), address=("addressLocation", plain),
    status=("status", plain), memo=("memo", plain), community_level=("communityLevel", text),
    joined_from=("joinFrom", plain), sells=("saleKeywords", plain), buys=("buyKeywords", plain),
    domains=("domainInPlatforms", texts), industry=("industry", plain), product=("product", plain),
    department=("department", plain), ratings=("rateNum", count), rating_points=("rateSum", count),
    maturity=("maturity", count),
)  # fmt: skip


def sub_accounts(response: Response) -> AccountFamily:
    """Flat, without a success flag."""
    row = response.strict_object()
    if not text(row.get("mainMemberId")) and not text(row.get("mainLoginId")):
        raise response.unexpected("no main account")
    found, skipped = each(rows(row.get("subAccountList")), _sub_account)
    return AccountFamily(
        text(row.get("mainMemberId")), text(row.get("mainLoginId")), id_text(row.get("mainUserId")), found, skipped
    )


def _sub_account(row: dict[str, Json]) -> SubAccount:
    login = text(row.get("loginId"))
    if not login:
        raise ValueError("no login")
    return SubAccount(login, id_text(row.get("userId")), text(row.get("memberId")), text(row.get("status")))


def registered(response: Response) -> Done:
    """A yes needs both flags."""
    return response.done(twice=True)


def chat_link(response: Response) -> str:
    """The payload is the address itself."""
    link = text(response.strict())
    if not link:
        raise response.unexpected("no address")
    return link
