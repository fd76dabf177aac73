"""People and firms: whose token it is, sub-accounts, registering end users, a chat with a supplier. Section 7.1."""

from __future__ import annotations

from sourcing_app.domain.account import Dialect
from sourcing_app.domain.done import Done
from sourcing_app.domain.ids import SupplierId
from sourcing_app.domain.member import AccountFamily, Member, MemberKind, Registration, SubAccount
from sourcing_app.platform.offers.pictures_wire import picture_address
from sourcing_app.platform.transport import answers
from sourcing_app.platform.transport.calls import ACCOUNT, CROSSBORDER, Call, Kind, Reply
from sourcing_app.platform.transport.envelope import unexpected
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
from sourcing_app.platform.transport.gateway import Gateway
from sourcing_app.platform.transport.shapes import read_members, word_of

REGISTER = Call("account.user.register", CROSSBORDER, Kind.WRITE, "7.1", one_spelling=True)
ME = Call("alibaba.account.basic", ACCOUNT)
SUB_ACCOUNTS = Call("alibaba.subAccount.list", ACCOUNT, reply=Reply.BODY)
CHAT_LINK = Call("account.wangwangUrl.get", ACCOUNT)


class Members:
    """Accounts and members."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    async def me(self) -> Member:
        """Whose token this is; the best first call after signing in. Contract alibaba.account.basic. Raises SignInNeeded."""
        return decode_me(await self._gateway.read(ME))

    async def sub_accounts(self) -> AccountFamily:
        """The main account and its sub-accounts. Contract alibaba.subAccount.list. Raises Refused (500_001)."""
        return decode_sub_accounts(await self._gateway.read(SUB_ACCOUNTS))

    async def register(self, registration: Registration) -> Done:
        """Register a member for an end user. Contract account.user.register; personal data.

        Both the success flag and the result must be true. Raises Refused with the reason in words: the user may exist
        already, so never blindly again.
        """
        fields = {"countryAccount": registration_fields(registration, self._gateway.account.dialect)}
        return decode_registered(await self._gateway.write(REGISTER, fields))

    async def chat_link(self, supplier_id: SupplierId) -> str:
        """Where the system browser opens a chat with a supplier; personal, may expire, never stored.

        Contract account.wangwangUrl.get. Raises Refused, UnexpectedReply when there is no address.
        """
        return decode_chat_link(await self._gateway.read(CHAT_LINK, {"toOpenUid": supplier_id}))


def registration_fields(registration: Registration, dialect: Dialect) -> dict[str, object]:
    """The members of ``countryAccount``; the login goes by another name in the older dialect."""
    login = "outLoginId" if dialect is Dialect.LIVE else "outLoginName"
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


def _icon(value: Json) -> str | None:
    return picture_address(value) or None


def decode_me(body: Json) -> Member:
    """Most members are missing in practice."""
    row = answers.answered_object(ME, body)
    if not text(row.get("memberId")) and not text(row.get("loginId")):
        raise unexpected(ME, "nobody", body)
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


def decode_sub_accounts(body: Json) -> AccountFamily:
    """Flat, without a success flag."""
    row = answers.answered_object(SUB_ACCOUNTS, body)
    if not text(row.get("mainMemberId")) and not text(row.get("mainLoginId")):
        raise unexpected(SUB_ACCOUNTS, "no main account", body)
    found, skipped = each(rows(row.get("subAccountList")), _sub_account)
    return AccountFamily(
        text(row.get("mainMemberId")), text(row.get("mainLoginId")), id_text(row.get("mainUserId")), found, skipped
    )


def _sub_account(row: dict[str, Json]) -> SubAccount:
    login = text(row.get("loginId"))
    if not login:
        raise ValueError("no login")
    return SubAccount(login, id_text(row.get("userId")), text(row.get("memberId")), text(row.get("status")))


def decode_registered(body: Json) -> Done:
    """7.1: a yes needs both flags."""
    return answers.done(REGISTER, body, twice=True)


def decode_chat_link(body: Json) -> str:
    """The payload is the address itself."""
    link = text(answers.answer(CHAT_LINK, body))
    if not link:
        raise unexpected(CHAT_LINK, "no address", body)
    return link
