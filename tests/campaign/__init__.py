"""The campaign: a buyer orders, pays and cancels while everything fails at random; then books and ledger are compared.

Two gears with one person, one set of faults and one verdict: ``real`` (processes, sockets, SIGKILL) and ``fast`` (one
process, virtual time, a disk that loses what was not synced). ``python3 dev.py campaign --help``; docs/campaign.md.
"""
