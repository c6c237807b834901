"""Which addresses a picture may lead to."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_safe_link(address: str) -> bool:
    """A place on the same page (`#fragment`), or an https address with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return address.startswith("#") or (parts.scheme == "https" and bool(parts.netloc))
