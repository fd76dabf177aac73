"""Picture addresses as the platform writes them, made whole. Source: quirks.md, 40 and 41."""

from __future__ import annotations

from sourcing_app.platform.transport.fields import Json

_PATH_HOST = "https://cbu01.alicdn.com/"
_OLD_HOST, _NEW_HOST = "img.china.alibaba.com/", "cbu01.alicdn.com/"
"""The old host's pictures are at the new one. Source: contract product.topList.query, quirks."""
_SECURE_ENDS = (".alicdn.com", ".1688.com", ".alibaba.com")


def picture_address(value: Json) -> str:
    """The full address: the platform's own hosts over https, a bare path with its host; "" where there is none."""
    if value.__class__ is not str:
        return ""
    found: str = value.strip()
    if _OLD_HOST in found[:30]:
        found = found.replace(_OLD_HOST, _NEW_HOST, 1)
    if found[:8] == "https://":
        return found
    if found[:2] == "//":
        return f"https:{found}"
    if found[:7] == "http://":
        host = found[7:].split("/", 1)[0]
        return f"https://{found[7:]}" if host.endswith(_SECURE_ENDS) else found
    return f"{_PATH_HOST}{found.lstrip('/')}" if found and ":" not in found[:12] else ""
