"""What the user chose, what the command line asked for, and where files lie.

May import: domain, errors. Third parties: platformdirs.
"""
