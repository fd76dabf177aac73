"""Orders: preview, create, list, detail, cancel, memo, addresses."""
