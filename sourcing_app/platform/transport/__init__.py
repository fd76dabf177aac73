"""Signing, envelope, wire scalars, pacing, tokens, proxies: how any call travels. The declared calls and their registry."""
