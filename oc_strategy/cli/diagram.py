"""`diagram`."""


def diagram() -> None:
    """diagram."""
