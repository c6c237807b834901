"""`worksheet`."""


def worksheet() -> None:
    """worksheet."""
