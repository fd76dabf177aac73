"""The app without a screen: one verb a file, plain coroutines over the client and the store.

May import: client, store, domain, errors. Client and store types only for the type checker, so that importing a
use case costs nothing at start.
"""
