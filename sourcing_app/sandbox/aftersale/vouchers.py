"""Pictures that prove a demand: checked, kept, served. Source: contract uploadRefundVoucher."""

from __future__ import annotations

import base64
import binascii
import hashlib
from urllib.parse import urlsplit

from sourcing_app.sandbox.aftersale.jpeg import NotAJpeg, jpeg_size
from sourcing_app.sandbox.clock import at
from sourcing_app.sandbox.world import World

LARGEST = 1024 * 1024
"""One picture must be smaller, in bytes."""

FOLDER = "voucher"
"""First part of the path that vouchers are served under."""

TABLES = """
CREATE TABLE IF NOT EXISTS refund_vouchers (
    path TEXT PRIMARY KEY, member_id TEXT NOT NULL, data BLOB NOT NULL, uploaded REAL NOT NULL);
"""


class BadVoucher(ValueError):
    """Why a picture is not taken, in the platform's words."""


def picture_bytes(sent: object) -> bytes:
    """What arrived as ``imageData``: the bytes of a multipart part, or base64 text. Raises BadVoucher."""
    if isinstance(sent, bytes):
        return sent
    text = "".join(str(sent or "").split())
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadVoucher("imageData不是图片") from None


def keep(world: World, member_id: str, data: bytes) -> str:
    """Store a picture and answer its path. The same picture of the same buyer keeps its path. Raises BadVoucher."""
    if not data:
        raise BadVoucher("imageData为空")
    if len(data) >= LARGEST:
        raise BadVoucher("图片大小不能超过1M")
    try:
        jpeg_size(data)
    except NotAJpeg:
        raise BadVoucher("只支持JPG格式的图片") from None
    name = hashlib.sha1(member_id.encode() + data).hexdigest()[:20]
    now = world.clock.seconds()
    found = world.state.value("SELECT path FROM refund_vouchers WHERE path LIKE ?", f"%/{name}.jpg")
    if found is not None:
        return str(found)
    path = f"{FOLDER}/{at(now).year}/{name}.jpg"
    world.state.insert("refund_vouchers", path=path, member_id=member_id, data=data, uploaded=now)
    return path


def address(world: World, path: str) -> str:
    return f"{world.base_url}/{path}"


def is_ours(world: World, url: str, member_id: str) -> bool:
    """Whether an address came from an upload of this buyer.

    The scheme does not matter, nor the port, which changes with a restart; exactly one slash stands before the path.
    """
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        parts.path.encode()
    except ValueError:
        return False
    if parts.hostname != urlsplit(world.base_url).hostname:
        return False
    owner = world.state.value("SELECT member_id FROM refund_vouchers WHERE path = ?", parts.path[1:])
    return bool(owner == member_id)


def picture(world: World, path: str) -> bytes | None:
    """The stored bytes, None when nothing is kept under this path."""
    found = world.state.value("SELECT data FROM refund_vouchers WHERE path = ?", path)
    return None if found is None else bytes(found)
