"""The tree of categories. Section 1.1."""

from __future__ import annotations

from sourcing_app.platform.categories import wire
from sourcing_app.platform.transport.calls import Call
from sourcing_app.platform.transport.endpoint import CROSSBORDER, PRODUCT, Reply

CHINESE = Call(
    "alibaba.category.get",
    PRODUCT,
    section="1.1",
    needs_token=False,
    reply=Reply.BODY,
    write=wire.chinese_fields,
    read=wire.chinese_family,
)
TRANSLATED = Call(
    "category.translation.getById",
    CROSSBORDER,
    section="1.1",
    write=wire.translated_fields,
    read=wire.translated_family,
)
FIND = Call("category.translation.getByKeyword", CROSSBORDER, section="1.1", write=wire.name_fields, read=wire.named)
