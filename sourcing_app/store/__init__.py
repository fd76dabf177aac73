"""The only room that speaks SQL: the ledger (must never lose a row) and the cache (may be thrown away).

May import: domain, errors. Third parties: sqlite-utils, pypinyin (in the indexer only).
"""
