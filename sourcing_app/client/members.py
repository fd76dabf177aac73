"""People and firms: whose token it is, sub-accounts, registering end users, a chat with a supplier. Section 7.1."""

from __future__ import annotations

from sourcing_app.client import answers
from sourcing_app.client.calls import ACCOUNT, CROSSBORDER, Call, Kind, Reply
from sourcing_app.client.envelope import unexpected
from sourcing_app.client.fields import Json, count, each, flag, id_text, plain, rows, text, when
from sourcing_app.client.gateway import Gateway
from sourcing_app.client.pictures_wire import picture_address
from sourcing_app.domain.account import Dialect
from sourcing_app.domain.done import Done
from sourcing_app.domain.ids import SupplierId
from sourcing_app.domain.member import AccountFamily, Member, MemberKind, Registration, SubAccount

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


def decode_me(body: Json) -> Member:
    """Most members are missing in practice."""
    row = answers.answered_object(ME, body)
    member_id, login = text(row.get("memberId")), text(row.get("loginId"))
    if not member_id and not login:
        raise unexpected(ME, "nobody", body)
    flags = {
        "is_enterprise": "enterpriseAccount",
        "is_person": "personAccount",
        "is_factory": "fm",
        "cross_border": "crossBorder",
        "cross_border_pay": "kuaJingBao",
        "official_logistics": "isOfficalLogistics",
    }
    numbers = {
        "buyer_level": "buyRate",
        "seller_level": "saleRate",
        "trust_score": "trustScore",
        "paid_years": "tpYear",
    }
    texts = {
        "company": "companyName",
        "supplier_name": "supplierName",
        "seller_name": "sellerName",
        "category": "categoryName",
        "phone": "phoneNo",
        "mobile": "mobileNo",
        "email": "email",
        "address": "addressLocation",
        "status": "status",
        "open_uid": "openUid",
    }
    read: dict[str, Json] = {ours: flag(row.get(theirs)) for ours, theirs in flags.items()}
    read |= {ours: count(row.get(theirs)) for ours, theirs in numbers.items()}
    read |= {ours: plain(row.get(theirs)) for ours, theirs in texts.items()}
    verified = flag(row.get("isPm"))
    return Member(
        member_id=member_id,
        login=login,
        user_id=id_text(row.get("userId")),
        category_id=id_text(row.get("categoryId")),
        kind=answers.word(MemberKind, row.get("memberBizType")),
        is_verified=verified if verified is not None else flag(row.get("pm")),
        created_at=when(row.get("createDate")),
        modified_at=when(row.get("modifyDate")),
        paid_member_since=when(row.get("gmtPaidJoin")),
        icon_url=picture_address(row.get("icon")) or None,
        home_url=text(row.get("homepageUrl")) or None,
        shop_url=text(row.get("shopUrl")) or None,
        **read,
    )


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
    return answers.done(REGISTER, body)


def decode_chat_link(body: Json) -> str:
    """The payload is the address itself."""
    link = text(answers.answer(CHAT_LINK, body))
    if not link:
        raise unexpected(CHAT_LINK, "no address", body)
    return link
