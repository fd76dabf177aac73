"""What the fast gear puts around the program instead of a computer: its time, its disk, its network and its platform.

Nothing of the program is patched: it is given clocks, sleeps, randomness and a transport, runs on an event loop whose time
is virtual, and its SQLite writes through a file layer that can lose what was not synced.
"""
