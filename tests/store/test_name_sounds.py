"""A character with several readings that stands alone in a name has the one that names have."""

from sourcing_app.store.name_sounds import sounds_here

READINGS = {
    "长重朝盛乐会单行": "chang zhong chao sheng le hui dan hang",
    "都大石系还了地得": "du da shi xi huan liao di de",
    "藏发好和卡奇强曲少": "zang fa hao he ka qi qiang qu shao",
    "宿万为兴应正传仔冲": "su wan wei xing ying zheng chuan zi chong",
}


def test_characters_of_several_readings_are_read_as_names_read_them() -> None:
    for characters, readings in READINGS.items():
        assert [sound for (sound,) in sounds_here(list(characters))] == readings.split()
