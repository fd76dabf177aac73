"""Members: account, sub-accounts, registration, chat links."""
