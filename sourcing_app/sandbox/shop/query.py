"""A picture that is searched with, ready to be laid over others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from PIL import Image

from sourcing_app.sandbox.shop.vision import WHOLE, Backdrop, Box, backdrop, thing_box

CORE, PAD = 96, 48
"""The query lies as a square of 96 in the middle of a canvas that goes on for 48 at each side."""
CANVAS = CORE + 2 * PAD
Region: TypeAlias = tuple[int, int, int, int]
"""left, top, right, bottom in pixels."""
SHARES = (0.6, 1.0, 1.9)
"""Thresholds at which the thing is told from its background, as shares of the usual one."""


@dataclass(frozen=True)
class Query:
    """canvas: the picture (RGB); behind: its background (RGB); front: its thing as far as it stands out (L);
    heard: white where there is a picture (L), which is the box ``seen``; trust: in the background."""

    canvas: Image.Image
    behind: Image.Image
    front: Image.Image
    heard: Image.Image
    seen: Box
    trust: float
    boxes: tuple[Box, ...]

    @classmethod
    def of(cls, image: Image.Image, region: Region | None = None) -> Query:
        """What is outside of the region only helps to tell the background."""
        found = backdrop(image)
        boxes = _boxes(found, region, image.size)
        front, picture = found.shadeless, found.picture
        if region:
            across, down = front.width / image.width, front.height / image.height
            part = (region[0] * across, region[1] * down, region[2] * across, region[3] * down)
            front = front.resize(front.size, Image.Resampling.BILINEAR, part)
            picture = picture.resize(picture.size, Image.Resampling.BILINEAR, part)
            image = image.crop(region)
        wide, high = _fitting(image.size)
        corner = (PAD + (CORE - wide) // 2, PAD + (CORE - high) // 2)
        canvas, heard = Image.new("RGB", (CANVAS, CANVAS)), Image.new("L", (CANVAS, CANVAS))
        standing, behind = heard.copy(), canvas.copy()
        canvas.paste(image.resize((wide, high), Image.Resampling.BOX), corner)
        behind.paste(picture.resize((wide, high), Image.Resampling.BILINEAR), corner)
        standing.paste(front.resize((wide, high), Image.Resampling.BILINEAR), corner)
        seen = (*corner, corner[0] + wide, corner[1] + high)
        heard.paste(255, seen)
        squared = tuple(_squared(box, wide, high) for box in boxes)
        return cls(canvas, behind, standing, heard, seen, found.trust, squared)

    @cached_property
    def mirrored(self) -> Query:
        flip = Image.Transpose.FLIP_LEFT_RIGHT
        boxes = tuple((1 - right, top, 1 - left, bottom) for left, top, right, bottom in self.boxes)
        canvas, behind, front, heard = (
            one.transpose(flip) for one in (self.canvas, self.behind, self.front, self.heard)
        )
        left, top, right, bottom = self.seen
        mirrored = (CANVAS - right, top, CANVAS - left, bottom)
        return Query(canvas, behind, front, heard, mirrored, self.trust, boxes)

    @cached_property
    def front_size(self) -> float:
        """How much of the square stands out."""
        return sum(self.front.tobytes()) / 255 / CORE**2 + 0.004


def _fitting(size: tuple[int, int]) -> tuple[int, int]:
    longest = max(size)
    return max(1, round(size[0] / longest * CORE)), max(1, round(size[1] / longest * CORE))


def _squared(box: Box, wide: int, high: int) -> Box:
    """A box of the picture as a box of the square it lies in."""
    across, down = wide / CORE, high / CORE
    left, right = (0.5 + (share - 0.5) * across for share in (box[0], box[2]))
    top, bottom = (0.5 + (share - 0.5) * down for share in (box[1], box[3]))
    return left, top, right, bottom


def _boxes(found: Backdrop, region: Region | None, size: tuple[int, int]) -> list[Box]:
    """Where the thing may be; of a region also the whole."""
    boxes: list[Box] = [WHOLE] if region else []
    for mask in [*(found.masked(share) for share in SHARES), found.shadeless]:
        if region:
            across, down = mask.width / size[0], mask.height / size[1]
            part = (region[0] * across, region[1] * down, region[2] * across, region[3] * down)
            mask = mask.resize(mask.size, Image.Resampling.BILINEAR, part)
        box = thing_box(mask)
        if box and all(_apart(box, other) > 0.04 for other in boxes):
            boxes.append(box)
    return boxes


def _apart(one: Box, other: Box) -> float:
    return max(abs(a - z) for a, z in zip(one, other, strict=True))
