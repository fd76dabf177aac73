"""What the command line names to be opened: files by their whole path, links and words as they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcing_app.config.command_line import existing_path, whole_path


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    before = Path.cwd()
    os.chdir(tmp_path)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "bag").touch()
    yield tmp_path
    os.chdir(before)


@pytest.mark.parametrize("name", ["photos", "photos/bag", "photos/not there", "./gone"])
def test_a_path_from_the_command_line_stays_a_path_even_of_what_is_not_there(folder: Path, name: str) -> None:
    assert whole_path(name) == str((folder / name).absolute())


@pytest.mark.parametrize(
    "text", ["tote bag", "杯子/碗", "https://detail.1688.com/offer/1.html", "x" * 5000, "a\x00b", ""]
)
def test_links_ids_and_words_stay_as_they_are(folder: Path, text: str) -> None:
    assert whole_path(text) == text
    assert existing_path(text) is None
