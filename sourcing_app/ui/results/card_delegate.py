"""The cards of a list, painted from memory: each once, then copied; as many new ones as a part of a frame has time for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sourcing_app.domain.money import ExchangeRate
from sourcing_app.domain.offer import OfferSummary
from sourcing_app.ui.pictures import PictureLoader
from sourcing_app.ui.results.card_face import AT_REST, CardFace, Shown, Touch, paint_compare
from sourcing_app.ui.results.card_shape import empty_card, new_cell, picture_rect
from sourcing_app.ui.results.same_pictures import SameGroup
from sourcing_app.ui.theme import colours_of

PAINT_MS = 4
"""For a whole paint, of the 16 ms of a frame: cards painted before are only copied, new ones wait when it is over."""
MAX_CARD_BYTES = 16 * 1024 * 1024
"""Those in sight are kept even so: else each paint would drop what the next one needs."""
CardKey = tuple[int, int, bool, bool]
"""A card as it looks: the record, its picture, selected, Chinese."""
_BARE, _FAILED = 0, -1
"""In place of a picture's key: none yet; none to be had."""


class CardDelegate(QStyledItemDelegate):
    """Uniform sizes: all cards are as large as the view says. The view calls ``begin``, then ``paint_card`` for each."""

    def __init__(
        self,
        loader: PictureLoader,
        view: QWidget,
        outside: Callable[[OfferSummary], str],
        group_of: Callable[[OfferSummary], SameGroup | None],
    ) -> None:
        super().__init__(view)
        self._loader, self._view = loader, view
        self._face = CardFace(outside, group_of)
        self._cards: OrderedDict[CardKey, tuple[OfferSummary, QPixmap]] = OrderedDict()
        self._empty: QPixmap | None = None
        self._cell, self._side, self._in_sight = QSize(200, 320), 0, 0
        self.hurried = False
        self.late: list[QRect] = []
        self._has_time = True
        self._painting = QElapsedTimer()
        self._now, self._ratio, self._chinese = colours_of(view), 1.0, False

    def set_cell(self, cell: QSize, in_sight: int) -> None:
        """The size of all cells from now on, and how many there is room for."""
        self._in_sight = in_sight
        if cell != self._cell:
            self._cell = cell
            self._side = int(picture_rect(QRectF(0, 0, cell.width(), cell.height())).width())
            self.forget_cards()

    def show_rate(self, rate: ExchangeRate | None) -> None:
        """For the local amounts."""
        self._face.rate = rate
        self.forget_cards()

    def forget_cards(self) -> None:
        """Size, language, rate or theme changed."""
        self._face.forget()
        self._cards.clear()
        self._empty = None

    def begin(self, wanted: QRegion, *, chinese: bool = False, hasty: bool = False) -> None:
        """A paint of this region begins. hasty: there is no time for any new card.

        Afterwards ``late`` is where new cards did not fit into the time of a frame and are only hinted at.
        """
        self._painting.start()
        now, ratio = colours_of(self._view), self._view.devicePixelRatioF()
        if (now.is_dark, ratio) != (self._now.is_dark, self._ratio):
            self.forget_cards()
        self._now, self._ratio, self._chinese = now, ratio, chinese
        self._has_time = not hasty
        self.late = [place for place in self.late if not wanted.intersects(place)]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._cell

    def picture_rect(self, cell: QRectF) -> QRectF:
        """Where the picture of a card is."""
        return picture_rect(cell)

    def paint_card(self, painter: QPainter, place: QRect, offer: OfferSummary, touch: Touch = AT_REST) -> None:
        """All of its cell, gap and all."""
        if self.hurried:
            painter.fillRect(place, self._now.window)
            self._face.paint_passing(painter, QRectF(place), offer, self._now)
            return
        picture = self._loader.pixmap(offer.picture_url, self._side, self._ratio)
        if touch.is_near:
            painter.fillRect(place, self._now.window)
            self._face.paint(painter, QRectF(place), self._shown(offer, picture), self._now, touch)
            return
        what = picture.cacheKey() if picture is not None else _FAILED if self._is_failed(offer) else _BARE
        key = (id(offer), what, touch.selected, self._chinese)
        made = self._kept(key, offer)
        if made is None:
            made = self._new(key, offer, picture, touch)
            if made is None:
                self.late.append(place)
                made = self._kept((key[0], _BARE, *key[2:]), offer) or self._shape()
        painter.drawPixmap(place.x(), place.y(), made)
        if touch.compared:
            paint_compare(painter, QRectF(place), self._now, compared=True)

    def _is_failed(self, offer: OfferSummary) -> bool:
        return self._loader.is_failed(offer.picture_url)

    def _shown(self, offer: OfferSummary, picture: QPixmap | None) -> Shown:
        return Shown(offer, picture, picture is None and self._is_failed(offer), self._chinese)

    def _new(self, key: CardKey, offer: OfferSummary, picture: QPixmap | None, touch: Touch) -> QPixmap | None:
        """The card painted now; None when there is no time left for it."""
        if not self._has_time:
            return None
        bare_key = (key[0], _BARE, *key[2:])
        bare = self._kept(bare_key, offer)
        if bare is not None:
            del self._cards[bare_key]
        made = self._painted(self._shown(offer, picture), touch, bare)
        self._has_time = not self._painting.hasExpired(PAINT_MS)
        self._keep(key, offer, made)
        return made

    def _kept(self, key: CardKey, offer: OfferSummary) -> QPixmap | None:
        found = self._cards.get(key)
        if found is None or found[0] is not offer:
            return None
        self._cards.move_to_end(key)
        return found[1]

    def _keep(self, key: CardKey, offer: OfferSummary, made: QPixmap) -> None:
        self._cards[key] = (offer, made)
        limit = max(MAX_CARD_BYTES // max(made.width() * made.height() * 4, 1), self._in_sight)
        while len(self._cards) > limit:
            self._cards.popitem(last=False)

    def _painted(self, shown: Shown, touch: Touch, bare: QPixmap | None) -> QPixmap:
        """The whole card; only its picture where the rest was painted before."""
        cell = QRectF(0, 0, self._cell.width(), self._cell.height())
        made = bare if bare is not None else new_cell(self._cell, self._now, self._ratio)
        paint = self._face.paint if bare is None else self._face.paint_picture
        painter = QPainter(made)
        paint(painter, cell, shown, self._now, touch)
        painter.end()
        return made

    def _shape(self) -> QPixmap:
        if self._empty is None:
            self._empty = empty_card(self._cell, self._now, self._ratio)
        return self._empty
