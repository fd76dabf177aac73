"""HEIC files as phones make them, put together from one stored tile of 512 pixels: a grid of it, turned, with metadata.

No encoder of HEVC is needed (nor is there one with a licence that suits): all tiles of the grid point at the same bytes.
"""

from __future__ import annotations

import struct
from pathlib import Path

STORED = Path(__file__).parent / "data"
TILE = 512


def stored(name: str) -> bytes:
    """A whole file: "tile", "cut_out" (RGBA), "ten_bit"."""
    return (STORED / f"{name}.heic").read_bytes()


def heic(
    columns: int,
    rows: int,
    *,
    turns: int = 0,
    mirror: int | None = None,
    exif: bytes = b"",
    xmp: bytes = b"",
    icc: bytes = b"",
) -> bytes:
    """columns x rows tiles. turns: quarter turns to the left for a reader to make; mirror: axis, 0 or 1; exif: from ``Exif``."""
    source = stored("tile")
    stream, config = _payload(source), _box_in(source, b"hvcC")
    tiles = columns * rows
    grid, exif_item, xmp_item = tiles + 1, tiles + 2, tiles + 3
    grid_data = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, columns * TILE, rows * TILE)
    exif_data = struct.pack(">I", 6) + b"Exif\0\0" + exif if exif else b""
    infos = [_info(each, b"hvc1", hidden=True) for each in range(1, tiles + 1)] + [_info(grid, b"grid")]
    refs = [_ref(b"dimg", grid, list(range(1, tiles + 1)))]
    if exif:
        infos.append(_info(exif_item, b"Exif"))
        refs.append(_ref(b"cdsc", exif_item, [grid]))
    if xmp:
        infos.append(_info(xmp_item, b"mime", b"application/rdf+xml\0"))
        refs.append(_ref(b"cdsc", xmp_item, [grid]))
    properties = [
        config,
        _full(b"ispe", 0, struct.pack(">II", TILE, TILE)),
        _full(b"ispe", 0, struct.pack(">II", columns * TILE, rows * TILE)),
        _box(b"colr", b"prof" + icc) if icc else _box(b"colr", b"nclx" + struct.pack(">HHHB", 1, 13, 6, 0x80)),
        _full(b"pixi", 0, b"\x03\x08\x08\x08"),
    ]
    of_grid = [3, 4, 5]
    if turns:
        properties.append(_box(b"irot", bytes([turns])))
        of_grid.append(len(properties) | 0x80)
    if mirror is not None:
        properties.append(_box(b"imir", bytes([mirror])))
        of_grid.append(len(properties) | 0x80)
    uses = [(each, [1 | 0x80, 2, 4]) for each in range(1, tiles + 1)] + [(grid, of_grid)]
    ipma = _full(b"ipma", 0, struct.pack(">I", len(uses)) + b"".join(
        struct.pack(">HB", item, len(indices)) + bytes(indices) for item, indices in uses))  # fmt: skip

    def meta(at: int) -> bytes:
        """at: where the bytes of mdat begin in the file."""
        places = [(each, 0, at, len(stream)) for each in range(1, tiles + 1)] + [(grid, 1, 0, len(grid_data))]
        if exif:
            places.append((exif_item, 0, at + len(stream), len(exif_data)))
        if xmp:
            places.append((xmp_item, 0, at + len(stream) + len(exif_data), len(xmp)))
        iloc = b"".join(struct.pack(">HHHHII", item, how, 0, 1, start, size) for item, how, start, size in places)
        return _full(b"meta", 0, b"".join((
            _full(b"hdlr", 0, struct.pack(">I4s12sB", 0, b"pict", b"\0" * 12, 0)),
            _full(b"pitm", 0, struct.pack(">H", grid)),
            _full(b"iinf", 0, struct.pack(">H", len(infos)) + b"".join(infos)),
            _full(b"iref", 0, b"".join(refs)),
            _box(b"iprp", _box(b"ipco", b"".join(properties)) + ipma),
            _full(b"iloc", 0x01000000, struct.pack(">HH", 0x4400, len(places)) + iloc),
            _box(b"idat", grid_data),
        )))  # fmt: skip

    start = _box(b"ftyp", b"heic\0\0\0\0mif1heic")
    at = len(start) + len(meta(0)) + 8
    return start + meta(at) + _box(b"mdat", stream + exif_data + xmp)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def _full(kind: bytes, flags: int, content: bytes) -> bytes:
    """flags: version and flags in one."""
    return _box(kind, struct.pack(">I", flags) + content)


def _info(item: int, kind: bytes, more: bytes = b"", *, hidden: bool = False) -> bytes:
    return _full(b"infe", 0x02000000 | hidden, struct.pack(">HH4sB", item, 0, kind, 0) + more)


def _ref(kind: bytes, item: int, others: list[int]) -> bytes:
    return _box(kind, struct.pack(f">HH{len(others)}H", item, len(others), *others))


def _box_in(data: bytes, kind: bytes) -> bytes:
    at = data.index(kind) - 4
    return data[at : at + struct.unpack_from(">I", data, at)[0]]


def _payload(data: bytes) -> bytes:
    return _box_in(data, b"mdat")[8:]
