"""Which wrong lines would the tests let live? One small change to one line of the program at a time, and the tests that reach it.

``python3 dev.py mutants [--sample 200] [--seed N] [--tests PATH ...] [--kept] [PATH ...]``. ``changes.py`` says what is changed,
``reach.py`` and ``keeping.py`` which
tests run a line, ``trial.py`` tries a change in a copy of the tree.
"""
