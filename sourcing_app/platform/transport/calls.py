"""Every call of the platform as data: where it is, what it does, how it is spelt. One entry a call.

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
class Call:
    """One call. wrapper: the parameter that holds all business fields as JSON text on the live gateway, None for flat ones.

    seed_names: fields that the seed document spells otherwise (the seed is always flat); section: of the seed document,
    "" where the call is beyond it; one_spelling: the seed spells it like the live gateway, or does not know it;
    file_parameter: sent as a multipart part and left out of the signature; timeout_s: total, per try.

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
    seed_names: dict[str, str] = field(default_factory=dict)
    one_spelling: bool = False
    file_parameter: str | None = None
    timeout_s: float = 30.0
    version: int = 1
    definite: Mapping[str, str] = field(default_factory=dict)

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


CURRENT_TIME = Call("currentTime", SYSTEM, needs_token=False)

KEYWORD_QUERY = Call("product.search.keywordQuery", CROSSBORDER, section="2.1", wrapper="offerQueryParam")
IMAGE_UPLOAD = Call(  # makes nothing that a repeat would double: an image id is a handle, so it is a read
    "product.image.upload", CROSSBORDER, section="2.2", wrapper="uploadImageParam", timeout_s=60.0
)
IMAGE_QUERY = Call("product.search.imageQuery", CROSSBORDER, section="2.3", wrapper="offerQueryParam", timeout_s=60.0)
PRODUCT_DETAIL = Call("product.search.queryProductDetail", CROSSBORDER, section="2.4", wrapper="offerDetailParam")
FILTER_CONFIG = Call("product.filterData.queryConfig", CROSSBORDER, section="2.5")
CATEGORY_GET = Call("alibaba.category.get", PRODUCT, section="1.1", needs_token=False, reply=Reply.BODY)
CATEGORY_BY_ID = Call("category.translation.getById", CROSSBORDER, section="1.1")
CATEGORY_BY_KEYWORD = Call("category.translation.getByKeyword", CROSSBORDER, section="1.1")

ORDER_PREVIEW = Call("alibaba.createOrder.preview", TRADE, section="3.1", reply=Reply.PREVIEW)
ORDER_CREATE = Call(
    "alibaba.trade.createCrossOrder",
    TRADE,
    Kind.MONEY,
    "3.2",
    definite={
        "not support tradeType:*": "contract, errors: the way to trade is not allowed [documented]",
        "400": "contract, errors: bad input, such as an address id [documented]",
        "500_001": "contract, errors: cannot be traded online, as in the preview [documented there]",
        "500_002": "contract, errors: lines of several sellers, or no specId [documented there]",
        "500_003": "contract, errors: the specId is not of the offer [documented there]",
        "500_004": "contract, errors: too little stock [documented there]",
        "500_005": "contract, errors: below the minimum [documented there]",
        "500_006": "contract, errors: below the mixed-batch threshold [documented there]",
        "500_007": "contract, errors: no consignment relation [documented there]",
        "500_008": "contract, errors: a price of zero [documented there]",
        "500_009": "contract, errors: below the wholesale minimum [documented there]",
    },
)
ORDER_GET = Call("alibaba.trade.get.buyerView", TRADE, section="3.3")
ORDER_LIST = Call("alibaba.trade.getBuyerOrderList", TRADE, section="3.4")
ORDER_CANCEL = Call(
    "alibaba.trade.cancel",
    TRADE,
    Kind.WRITE,
    "3.5",
    reply=Reply.BODY,
    definite={
        "ORDER_STATUS_ERROR": "contract, errors: it does not wait for payment [documented]; the order is read all the same",
        "CLOSE_ORDER_TOO_FAST": "contract, errors: less than 10 s old [documented]",
        "400_3": "contract, errors: neither buyer nor seller [documented]",
        "ORDER_NOT_EXIST": "contract, errors: unknown id [documented]",
    },
)
LOGISTICS_INFOS = Call("alibaba.trade.getLogisticsInfos.buyerView", LOGISTICS, section="3.6")
LOGISTICS_TRACE = Call("alibaba.trade.getLogisticsTraceInfo.buyerView", LOGISTICS, section="3.7", reply=Reply.TRACE)

ALIPAY_LINK = Call("alibaba.alipay.url.get", TRADE, section="4.1", reply=Reply.BODY)
PAY_WAYS = Call("alibaba.trade.payWay.query", TRADE, section="4.5", reply=Reply.RESULT_LIST)
ADDRESSES = Call("alibaba.trade.receiveAddress.get", TRADE, section="5.1")
ADDRESS_PARSE = Call("alibaba.trade.addresscode.parse", TRADE, section="5.2")

MAIN_CALLS: tuple[Call, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Call))
"""The calls of the main job. Other families name theirs beside their methods; ``registry.py`` lists them all."""
