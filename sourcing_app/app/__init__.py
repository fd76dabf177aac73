"""The run: composition of the rooms, account, ledger recovery, demo marketplace, crash log.

May import every room but the sandbox.
"""
