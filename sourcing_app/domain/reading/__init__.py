"""Chinese in the buyer's language: fixed words, tracking phrases, names and trade words from our own tables.

Pure: the tables (``resources/words``), pinyin and the dictionary come in as values. May import domain and errors.
"""
