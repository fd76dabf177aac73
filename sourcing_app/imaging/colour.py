"""Colours as an embedded profile means them, in sRGB: what the marketplace's pictures are in, and what a screen shows."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

MAX_PROFILE_BYTES = 4_000_000
"""Printers' profiles reach 2 MB; larger ones are no profiles."""
_SPACES = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK", b"Lab ": "LAB"}


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """image: RGB, L, CMYK or LAB; the same or RGB. A profile that is bad, or of another kind of picture, changes nothing."""
    if profile is None or not 128 <= len(profile) <= MAX_PROFILE_BYTES:
        return image
    mode = _SPACES.get(profile[16:20])
    if mode != image.mode:
        if mode != "RGB" or image.mode != "L":
            return image
        image = image.convert("RGB")
    if mode == "RGB" and _is_srgb(profile):
        return image
    try:
        return _converted(image, profile)
    except Exception:  # a bad profile never costs the picture, and there is no list of what one raises
        return image


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    result = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return image if result is None else result


def _is_srgb(profile: bytes) -> bool:
    """By its name, as all phones and most programs write it."""
    return b"sRGB" in profile[128:4096] or "sRGB".encode("utf-16-be") in profile[128:4096]
