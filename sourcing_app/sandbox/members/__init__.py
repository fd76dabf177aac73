"""People whom resellers register as members of the marketplace, and what an account shows of itself.

register.py judges and keeps a registration. Source: contracts account.user.register, alibaba.account.basic.
"""
