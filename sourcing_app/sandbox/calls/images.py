"""Picture upload and picture search. Source: contracts product.image.upload, product.search.imageQuery."""

from __future__ import annotations

import re
from typing import Any

from PIL import Image

from sourcing_app.sandbox.calls.products import page_of, refused
from sourcing_app.sandbox.registry import BusinessNo, Call, JsonValue, answers
from sourcing_app.sandbox.shop.filters import narrowed, ordered
from sourcing_app.sandbox.shop.query import Region
from sourcing_app.sandbox.shop.records import ShopOffer
from sourcing_app.sandbox.shop.rows import image_row
from sourcing_app.sandbox.shop.search import cut_page
from sourcing_app.sandbox.shop.uploads import BadPicture
from sourcing_app.sandbox.shop.vision import foreground, thing_box
from sourcing_app.sandbox.shop.words import language_of

MOST_HITS = 75
"""A picture has about so many hits. Source: measured for a sister search."""
SMALLEST_REGION = 8
ADDRESS = re.compile(r"^(?:https?:)?//[^/]+/img/ibank/([^/?#]+)")


@answers("product.image.upload")
def image_upload(call: Call) -> JsonValue:
    """``success`` is a text here."""
    try:
        image_id = call.world.shop.uploads.add(str(call.params["uploadImageParam"]["imageBase64"]))
    except BadPicture as reason:
        body = {"success": "false", "code": "IMAGE_ERROR", "message": str(reason), "result": "0"}
        raise BusinessNo({"result": body}) from None
    return {"result": {"success": "true", "code": "200", "message": "成功", "result": image_id}}


@answers("product.search.imageQuery")
def image_query(call: Call) -> JsonValue:
    param = call.params["offerQueryParam"]
    image = _picture(call, param)
    region = _region(param.get("region"), image.size)
    offers = _hits(call, image, region, param)
    language = language_of(param.get("country"))
    page = cut_page(offers, param)
    result = page_of(page, [image_row(call.world, offer, language) for offer in page.offers])
    found = _box_text(_found_box(image))
    current = _box_text(region) if region else found
    result["picRegionInfo"] = {"currentRegion": current, "yoloCropRegion": found}
    return {"result": {"success": "true", "code": "200", "message": "成功", "result": result}}


def _hits(call: Call, image: Image.Image, region: Region | None, param: dict[str, Any]) -> list[ShopOffer]:
    """The nearest offers; filters, prices, category and words work within them."""
    shop = call.world.shop
    key = (param.get("imageId") or param.get("imageAddress"), region)
    nearest = [shop.offer(offer_id) for offer_id in shop.similarity.remembered(key, image, region)]
    offers = [offer for offer in nearest if offer is not None and offer.status == "published"]
    narrowing = dict(param)
    narrowing.pop("sort", None)
    if param.get("categoryId"):
        offers = narrowed(offers, {"categoryId": param["categoryId"]})
    offers = narrowed(offers[:MOST_HITS], narrowing)
    keyword = str(param.get("keyword") or param.get("auxiliaryText") or "").strip()
    if keyword:
        words = {"keyword": keyword, "keywordTranslate": param.get("keywordTranslate")}
        wanted = {offer.offer_id for offer in shop.search.find(words, language_of(param.get("country")))}
        offers = [offer for offer in offers if offer.offer_id in wanted]
    return ordered(offers, param.get("sort"))


def _picture(call: Call, param: dict[str, Any]) -> Image.Image:
    """The uploaded picture, or the one behind an address of this marketplace. Raises BusinessNo."""
    image_id, address = str(param.get("imageId") or ""), str(param.get("imageAddress") or "")
    image: Image.Image | None = None
    if image_id and image_id != "0":
        image = call.world.shop.uploads.image(image_id)
    elif address:
        named = ADDRESS.match(address)
        image = call.world.shop.gallery.shown(named[1]) if named else None
    if image is None:
        raise BusinessNo(
            {"result": {"success": "false", "code": "IMAGE_NOT_FOUND", "message": "图片不存在或已过期，请重新上传"}}
        )
    return image


def _region(text: Any, size: tuple[int, int]) -> Region | None:
    """``left,right,top,bottom`` in pixels of the uploaded picture, as (left, top, right, bottom). Raises BusinessNo."""
    if not text:
        return None
    parts = str(text).split(",")
    try:
        left, right, top, bottom = (round(float(part)) for part in parts)
    except (ValueError, OverflowError):
        raise refused_region("region格式错误") from None
    left, top = max(0, left), max(0, top)
    right, bottom = min(size[0], right), min(size[1], bottom)
    if right - left < SMALLEST_REGION or bottom - top < SMALLEST_REGION:
        raise refused_region("region超出图片范围或过小")
    return left, top, right, bottom


def refused_region(message: str) -> BusinessNo:
    body = refused("REGION_ERROR", message).body
    body["result"]["success"] = "false"
    return BusinessNo(body)


def _found_box(image: Image.Image) -> tuple[int, int, int, int]:
    """Where the thing stands, in pixels; the whole picture when nothing stands out."""
    width, height = image.size
    left, top, right, bottom = thing_box(foreground(image)) or (0.0, 0.0, 1.0, 1.0)
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def _box_text(box: tuple[int, int, int, int]) -> str:
    left, top, right, bottom = box
    return f"{left},{right},{top},{bottom}"
