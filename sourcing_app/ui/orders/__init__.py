"""The Orders tab: what was ordered, how far it is, paying and cancelling. May import: usecases, domain, errors, the ui kit."""
