"""Who a token belongs to, its sub-accounts, and registration of end users."""

from __future__ import annotations

from typing import Any

from sourcing_app.sandbox.members.register import BadRegistration, register
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.tokens import ACCOUNTS, main_account

SUB_USER_ID = 4001370001
"""User id of the first sub-account; the next ones follow."""


@answers("account.user.register")
def register_user(call: Call) -> JsonValue:
    """Both flags are true on success, both false on a refusal."""
    try:
        register(call.world, call.buyer, call.params["countryAccount"], call.dialect)
    except BadRegistration as error:
        no = {"success": False, "code": "S0001", "message": str(error), "result": False}
        raise BusinessNo({"result": no}) from None
    return {"result": {"success": True, "code": "S0000", "message": "success", "result": True}}


@answers("alibaba.account.basic")
def basic(call: Call) -> JsonValue:
    """The account behind the token; a sub-account shows its own login and its main account's member id."""
    main = main_account(call.buyer)
    account: dict[str, Any] = {
        "loginId": call.login or main.login,
        "memberId": main.member_id,
        "userId": main.user_id,
        "companyName": main.company,
        "supplierName": main.company,
        "categoryName": "日用百货",
        "categoryId": 10166,
        "createDate": "20130312160828000+0800",
        "gmtPaidJoin": "20170502000942000+0800",
        "enterpriseAccount": True,
        "personAccount": False,
        "memberBizType": "ENTERPRISE",
        "buyRate": 3,
        "trustScore": 0,
        "tpYear": 0,
        "maturity": 0,
        "icon": "/cms/upload/2011/116/401/104611_sample.png",
        "kuaJingBao": True,
        "crossBorder": True,
        "isOfficalLogistics": True,
        "fm": False,
    }
    if call.is_sub_account:
        account["status"] = "enabled"
    return {"result": account, "success": True}


@answers("alibaba.subAccount.list")
def sub_accounts(call: Call) -> JsonValue:
    """Flat, without a success flag. A sub-account's token sees the main account alone."""
    main = main_account(call.buyer)
    body: dict[str, Any] = {
        "mainUserId": str(main.user_id),
        "mainLoginId": main.login,
        "mainMemberId": main.member_id,
    }
    if call.is_sub_account:
        return body
    subs = [one for one in ACCOUNTS if one.is_sub and one.member_id == main.member_id]
    body["subAccountList"] = [
        {"loginId": sub.login, "userId": SUB_USER_ID + index, "memberId": sub.member_id, "status": "enabled"}
        for index, sub in enumerate(subs)
    ]
    return body
