"""Refunds and returns: application, seller, timers, parcels that come back, money that goes back.

states.py says what a refund can be, records.py keeps them, reasons.py and apply.py judge an application, moves.py
changes one, timers.py does what has fallen due, effects.py carries it into the order, marks.py tells the order
pages, wire.py shapes replies, vouchers.py keeps pictures, control.py is seller and staff under ``/_sandbox/refunds``.
Source: refund contracts of section six of the solution document; steps and states as the platform names them.
"""
