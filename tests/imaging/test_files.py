"""Which of a folder's files is searched with."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from PIL import Image

from sourcing_app.domain.picture_formats import SUFFIXES
from sourcing_app.errors import PictureUnreadable
from sourcing_app.imaging import files
from sourcing_app.imaging.files import MAX_TRIES, pictures_in
from sourcing_app.imaging.prepare import prepare_photo


def photo(path: Path, colour: str = "red") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    Image.new("RGB", (50, 50), colour).save(buffer, "JPEG")
    path.write_bytes(buffer.getvalue())
    return path


def refused(folder: Path) -> str:
    with pytest.raises(PictureUnreadable) as caught:
        prepare_photo(folder)
    return caught.value.reason


def test_a_folder_stands_for_its_first_picture(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    photo(tmp_path / "b.png")
    photo(tmp_path / "c.png")
    assert prepare_photo(tmp_path, name=tmp_path.name).source_name == "b.png"


@pytest.mark.parametrize("junk", ["._DSC0001.jpg", ".hidden.jpg", "__MACOSX/DSC0000.jpg", ".thumbnails/0.jpg"])
def test_hidden_and_system_files_are_passed_over(tmp_path: Path, junk: str) -> None:
    photo(tmp_path / junk)
    assert refused(tmp_path) == "folder"
    photo(tmp_path / "DSC0001.jpg")
    assert prepare_photo(tmp_path).source_name == "DSC0001.jpg"


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_suffix_of_the_one_list_counts_in_a_folder(tmp_path: Path, suffix: str) -> None:
    photo(tmp_path / f"photo{suffix.upper()}")
    assert prepare_photo(tmp_path).source_name == f"photo{suffix.upper()}"


def test_a_broken_first_file_does_not_end_it(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff broken")
    (tmp_path / "b.jpg").write_bytes(b"")
    (tmp_path / "c.jpg").symlink_to(tmp_path / "nowhere.jpg")
    photo(tmp_path / "d.jpg")
    assert prepare_photo(tmp_path).source_name == "d.jpg"


def test_where_no_picture_can_be_read_the_first_ones_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"")
    (tmp_path / "b.jpg").write_bytes(b"text")
    assert refused(tmp_path) == "empty"


def test_a_folder_of_broken_files_is_given_up_after_some(tmp_path: Path) -> None:
    for at in range(MAX_TRIES):
        (tmp_path / f"{at:03}.jpg").write_bytes(b"text")
    photo(tmp_path / "z.jpg")
    assert refused(tmp_path) == "not_a_picture"


def test_subfolders_come_after_the_folders_own_pictures(tmp_path: Path) -> None:
    photo(tmp_path / "a" / "1.jpg")
    photo(tmp_path / "a" / "deep" / "2.jpg")
    photo(tmp_path / "b" / "3.jpg")
    assert [path.name for path in pictures_in(tmp_path)] == ["1.jpg", "2.jpg", "3.jpg"]
    photo(tmp_path / "z.jpg")
    assert [path.name for path in pictures_in(tmp_path)] == ["z.jpg", "1.jpg", "2.jpg", "3.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_folder_that_holds_itself_comes_to_an_end(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert list(pictures_in(tmp_path)) == []
    photo(tmp_path / "a.jpg")
    assert [path.name for path in pictures_in(tmp_path)] == ["a.jpg"]


def test_a_folder_of_too_many_folders_comes_to_an_end(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(files.MAX_DEPTH + 2):
        deep = deep / "x"
    photo(deep / "a.jpg")
    assert refused(tmp_path) == "folder"


def test_a_folder_without_pictures_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "folder"
    (tmp_path / "photo.jpg").mkdir()
    assert refused(tmp_path) == "folder"
