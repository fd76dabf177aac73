"""The only room that speaks HTTP to the platform: sign, send, pace, retry reads, decode into domain records.

May import: domain, errors. Third parties: httpx, keyring.
"""
