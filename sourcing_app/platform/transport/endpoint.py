"""Where a call of the platform goes, what it does to the world and how it is spelt: all that carrying it needs to know.

Source: the contract file named like the call, in resources/platform/contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from sourcing_app.domain.doubt import speaks_of_trouble

CROSSBORDER = "com.alibaba.fenxiao.crossborder"
TRADE = "com.alibaba.trade"
LOGISTICS = "com.alibaba.logistics"
PRODUCT = "com.alibaba.product"
ACCOUNT = "com.alibaba.account"
MARKETING = "com.alibaba.marketing"
OPEN = "cn.alibaba.open"
SYSTEM = "system"
SIGN_IN = "system.oauth2"


class Kind(Enum):
    """What a call does to the world: nothing, something, or something that costs or gives money."""

    READ = "read"
    WRITE = "write"
    MONEY = "money"


class Reply(Enum):
    """Where the payload of a success lies. Source: gateway.md, 5.2.

    RESULT: under ``result``, wrapped once or twice, or in the seed's ``data``. BODY: the whole answer.
    The others: under the member of that name.
    """

    RESULT = "result"
    BODY = ""
    RESULTS = "results"
    RESULT_LIST = "resultList"
    PREVIEW = "orderPreviewResuslt"
    TRACE = "logisticsTrace"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One call as the wire knows it. wrapper: the parameter that holds all business fields as JSON text on the live gateway,
    None for flat ones.

    section: of the seed document, "" where the call is beyond it; one_spelling: the seed, which is always flat otherwise, sends
    it like the live gateway, or does not know it;
    file_parameter: sent as a multipart part and left out of the signature; timeout_s: total, per try; is_bare: its success may
    be a value without quotes, which is no JSON.

    definite: codes of this call that are known to be said before anything is made, each with its evidence; one that ends
    with * stands for all that begin so. Any other no of a write leaves open whether it was done. A code that a second
    delivery of the same request would get as well ("a refund runs already") proves nothing and is not listed.
    """

    name: str
    namespace: str
    kind: Kind = Kind.READ
    section: str = ""
    needs_token: bool = True
    wrapper: str | None = None
    reply: Reply = Reply.RESULT
    one_spelling: bool = False
    file_parameter: str | None = None
    timeout_s: float = 30.0
    version: int = 1
    definite: Mapping[str, str] = field(default_factory=dict)
    is_bare: bool = False

    @property
    def full_name(self) -> str:
        """What tells it from all others: its own name, with the namespace before the short names of the system."""
        return f"{self.namespace}.{self.name}" if self.namespace.startswith(SYSTEM) else self.name

    @property
    def contract(self) -> str:
        """The file that describes it."""
        return f"{self.full_name}.json"

    @property
    def is_read(self) -> bool:
        """Whether it may be repeated."""
        return self.kind is Kind.READ

    def is_definite(self, code: str, text: str) -> bool:
        """Whether a no with this code proves that nothing was made. Words of a time-out or of trouble take the proof away."""
        if not code or speaks_of_trouble(code, text):
            return False
        return any(code == one or (one.endswith("*") and code.startswith(one[:-1])) for one in self.definite)


DEFINITE_OF_GATEWAY: Mapping[str, str] = {
    "gw.SignatureMissing": "step 2 of gateway.md, section 4 [live]",
    "gw.SignatureInvalid": "step 2 [live]",
    "gw.AppKeyMissing": "step 1 [code]",
    "gw.APIUnsupported": "step 3 [live]",
    "gw.APIACLDecline": "step 5, checked before the parameters [live]",
    "gw.QosAppFrequencyLimit": "step 6 [live]",
    "gw.ParamMissing": "step 7, before the API itself [live]",
    "gw.ParamInvalid": "step 7, before the API itself [inferred: it cannot run with what it cannot read]",
}
"""Codes the gateway gives before a call reaches the platform, each with its evidence. Source: gateway.md, sections 4 and 5.1.

Not among them: 401 (also seen after the call ran), 403 and 429 (not known to be the gateway's alone), any other gw. code.
"""
