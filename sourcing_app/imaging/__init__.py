"""From any picture a person has to the small, upright, anonymous JPEG that is searched with. Blocking; no Qt, no network.

May import: domain, errors. Third-party door: Pillow.
"""
