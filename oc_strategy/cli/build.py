"""`build`."""


def build() -> None:
    """build."""
