"""The campaign: a buyer orders, pays and cancels while everything fails at random; then books and ledger are compared.

Processes, sockets and SIGKILL: ``real``. ``python3 dev.py campaign --help``; docs/campaign.md.
"""
