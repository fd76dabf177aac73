"""What is done to a photo before it is searched by: which way up, which part, what was proposed, what each part found.

Pure: holds records, asks nobody. Boxes are kept for the photo as it was prepared, and turned with it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from sourcing_app.domain.offer import OfferSummary, SearchQuery
from sourcing_app.domain.picture import UPRIGHT, FoundParts, Orientation, PreparedPicture, Region

MAX_REMEMBERED = 40
MAX_UNDO = 100
MOST_BOXES = 9
"""As many as there are keys for."""
SAME = 0.6
"""Boxes that share so much are one."""
LEAST_AREA, MOST_AREA = 0.01, 0.92
"""Of the photo: a box of the platform that is smaller or larger tells nothing."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is searched by: the photo this way up, and which part of it, in its pixels; None is all of it."""

    orientation: Orientation = UPRIGHT
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class ProposedBox:
    """A part that may be meant. by_platform: the platform saw it, not our own finder."""

    region: Region
    by_platform: bool = False


@dataclass(frozen=True, slots=True)
class FoundOffers:
    """What one look found so far. offers: in the platform's order."""

    query: SearchQuery
    offers: tuple[OfferSummary, ...]
    total: int
    page: int
    has_more: bool
    skipped: int
    is_doubtful: bool = False


class PhotoBench:
    """One photo at a time."""

    def __init__(self) -> None:
        self.upright: PreparedPicture | None = None
        self.look = Look()
        self._own: tuple[Region, ...] = ()
        self._theirs: tuple[Region, ...] = ()
        self._before: list[Look] = []
        self._after: list[Look] = []
        self._found: OrderedDict[tuple[Look, SearchQuery], FoundOffers] = OrderedDict()

    def take(self, upright: PreparedPicture | None) -> None:
        """Another photo; nothing that was known of the one before counts."""
        self.__init__()  # type: ignore[misc]
        self.upright = upright

    def show_own(self, parts: FoundParts) -> None:
        """Our finder's, for the upright photo."""
        self._own = parts.boxes

    def show_theirs(self, found: tuple[Region, ...], orientation: Orientation) -> None:
        """The platform's, for the photo this way up: those that tell something."""
        if self.upright is None or self._theirs:
            return
        back, width, height = _back(orientation), *_size(self.upright, orientation)
        good = [each for each in found if _is_good(each, width, height)]
        self._theirs = tuple(_turned_back(each, orientation, back, width, height) for each in good)

    def boxes(self, orientation: Orientation) -> tuple[ProposedBox, ...]:
        """The best first, for the photo this way up; the platform's after our own, none twice."""
        if self.upright is None:
            return ()
        chosen = [ProposedBox(each) for each in self._own]
        for each in self._theirs:
            is_new = all(each.likeness(other.region) < SAME for other in chosen)
            if is_new and not _holds_several(each, self._own):
                chosen.append(ProposedBox(each, by_platform=True))
        width, height = self.upright.width, self.upright.height
        return tuple(
            ProposedBox(box.region.turned(orientation, width, height), box.by_platform) for box in chosen[:MOST_BOXES]
        )

    def turned_region(self, orientation: Orientation) -> Region | None:
        """The part that counts now, for the photo another way up."""
        region, now = self.look.region, self.look.orientation
        if region is None or self.upright is None:
            return None
        upright = _turned_back(region, now, _back(now), *_size(self.upright, now))
        return upright.turned(orientation, self.upright.width, self.upright.height)

    def begin(self, look: Look) -> None:
        """The first look at a photo: there is nothing to go back to."""
        self.look, self._before, self._after = look, [], []

    def change(self, look: Look) -> bool:
        """Another look; False where it is the same."""
        if look == self.look:
            return False
        self._before = [*self._before, self.look][-MAX_UNDO:]
        self.look, self._after = look, []
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there was another look before."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether one was taken back."""
        return bool(self._after)

    def undo(self) -> bool:
        """Back to the look before; False where there is none."""
        if not self._before:
            return False
        self._after.append(self.look)
        self.look = self._before.pop()
        return True

    def redo(self) -> bool:
        """On to the look that was taken back; False where there is none."""
        if not self._after:
            return False
        self._before.append(self.look)
        self.look = self._after.pop()
        return True

    def remember(self, look: Look, found: FoundOffers) -> None:
        """What this look found; the oldest are forgotten."""
        key = (look, found.query)
        self._found[key] = found
        self._found.move_to_end(key)
        while len(self._found) > MAX_REMEMBERED:
            self._found.popitem(last=False)

    def found(self, look: Look, query: SearchQuery) -> FoundOffers | None:
        """What this look found with this query, or None."""
        return self._found.get((look, query))


def _back(orientation: Orientation) -> Orientation:
    """What undoes the turn; the mirror is undone after it."""
    return Orientation(-orientation.quarters % 4)


def _size(upright: PreparedPicture, orientation: Orientation) -> tuple[int, int]:
    size = (upright.width, upright.height)
    return size if orientation.quarters % 2 == 0 else (size[1], size[0])


def _turned_back(region: Region, was: Orientation, back: Orientation, width: int, height: int) -> Region:
    """In the upright photo. width, height: of the turned one."""
    upright = region.turned(back, width, height)
    if not was.is_mirrored:
        return upright
    own_width = width if was.quarters % 2 == 0 else height
    return Region(own_width - upright.right, upright.top, own_width - upright.left, upright.bottom)


def _holds_several(box: Region, things: tuple[Region, ...]) -> bool:
    """Whether two things that lie apart are in it."""
    inside = [each for each in things if _is_within(each, box)]
    return any(one.likeness(other) == 0 for at, one in enumerate(inside) for other in inside[:at])


def _is_within(part: Region, box: Region) -> bool:
    """A corner may stick out."""
    common = Region(
        max(part.left, box.left), max(part.top, box.top), min(part.right, box.right), min(part.bottom, box.bottom)
    )
    return common.area >= 0.8 * part.area


def _is_good(region: Region, width: int, height: int) -> bool:
    """Whether it lies in the photo, and is neither a speck nor all of it."""
    inside = 0 <= region.left < region.right <= width and 0 <= region.top < region.bottom <= height
    return inside and LEAST_AREA <= region.area / (width * height) <= MOST_AREA
