"""Nothing of this computer is a keyword: paths and files' names are told from words."""

import pytest

from sourcing_app.domain.local_names import names_local_file

HERE = [
    "/home/anna/Bilder/tasche.jpg",
    "/home/anna",
    "/srv/data/list",
    "look: /Users/anna/Desktop/x",
    "看看/home/anna/x （/tmp/y）",
    "~/Pictures/bag",
    "./bag/one",
    "../bag",
    "$HOME/bag",
    "%USERPROFILE%\\bag",
    "C:\\Users\\Anna\\Pictures\\bag",
    '"C:\\Users\\Anna\\bag"',
    "c:/Users/Anna",
    "帆布袋 D:\\照片\\包",
    "\\\\server\\share\\bag",
    "file:///C:/Users/Anna/x",
    "FILE:/home/anna/x",
    "IMG_0001.HEIC",
    "my bag (2).jpeg",
    "图片帆布袋.png",
    "orders 2026.xlsx",
    "photo\u200b.jp\u200bg",
    "／home／anna／x",
    "ＩＭＧ＿１．ＪＰＧ",
    "tasche.jpg 帆布袋",
]
WORDS = [
    "tote bag",
    "杯子/碗/盘",
    "12oz/350ml",
    "USB 3.0 hub",
    "node.js 贴纸",
    "A/B 面",
    "帆布袋 30*40cm",
    "3.5mm jack",
    "jpg 打印纸",
    "50% off / 2 pcs",
    "https://example.test/a.jpg",
    "c: drive sticker",
    "8/10 寸",
    "I/O 模块",
]


@pytest.mark.parametrize("text", HERE)
def test_a_path_or_a_files_name_is_of_this_computer(text: str) -> None:
    assert names_local_file(text)


@pytest.mark.parametrize("text", WORDS)
def test_words_of_the_trade_are_not(text: str) -> None:
    assert not names_local_file(text)
