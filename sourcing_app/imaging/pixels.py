"""Pixels as a decoder handed them over, cut into strips without copying them whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from PIL import Image


class Pixels(Protocol):
    """What strips are taken of: a picture of Pillow, or RawPixels."""

    @property
    def size(self) -> tuple[int, int]: ...
    @property
    def mode(self) -> str: ...

    info: dict[str | tuple[int, int], object]

    def crop(self, box: tuple[int, int, int, int]) -> Image.Image: ...


@dataclass(slots=True)
class RawPixels:
    """data: rows from the top, each of stride bytes, pixels in order of the mode's letters. layout: Pillow's raw mode."""

    data: bytes | bytearray | memoryview
    size: tuple[int, int]
    mode: str
    stride: int
    layout: str = ""
    info: dict[str | tuple[int, int], object] = field(default_factory=dict)

    def crop(self, box: tuple[int, int, int, int]) -> Image.Image:
        """Rows from box[1] to box[3], over the whole width."""
        rows = memoryview(self.data)[box[1] * self.stride : box[3] * self.stride]
        size = (self.size[0], box[3] - box[1])
        return Image.frombuffer(self.mode, size, rows, "raw", self.layout or self.mode, self.stride, 1)  # type: ignore[arg-type]
