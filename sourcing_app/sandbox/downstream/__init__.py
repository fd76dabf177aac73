"""What resellers report about their own customers' orders: kept as told, and read back through ``/_sandbox/downstream``.

book.py keeps the reports, control.py shows them. Source: sections 3.8 to 3.12 of the solution document.
"""
