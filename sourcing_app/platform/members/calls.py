"""People and firms: whose token it is, sub-accounts, registering end users, a chat with a supplier. Section 7.1."""

from __future__ import annotations

from sourcing_app.platform.members import wire
from sourcing_app.platform.transport.calls import Call, nothing
from sourcing_app.platform.transport.endpoint import ACCOUNT, CROSSBORDER, Kind, Reply

REGISTER = Call(
    "account.user.register",
    CROSSBORDER,
    Kind.WRITE,
    "7.1",
    one_spelling=True,
    write=wire.registration_fields,
    older=wire.older_registration_fields,
    read=wire.registered,
)
"""Register a member for an end user. After a no the user may exist already, so never blindly again."""

ME = Call("alibaba.account.basic", ACCOUNT, write=nothing, read=wire.me)
"""Whose token this is; the best first call after signing in. Raises SignInNeeded."""

SUB_ACCOUNTS = Call("alibaba.subAccount.list", ACCOUNT, reply=Reply.BODY, write=nothing, read=wire.sub_accounts)
"""The main account and its sub-accounts."""

CHAT_LINK = Call("account.wangwangUrl.get", ACCOUNT, write=wire.supplier_fields, read=wire.chat_link)
"""Where the system browser opens a chat with a supplier; personal, may expire, never stored."""
