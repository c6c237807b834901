"""What was found in projects that have not changed since, kept from one run to the next."""

from oc_strategy.cache.entry import Answer
from oc_strategy.cache.keeping import Cache, opened

__all__ = ["Answer", "Cache", "opened"]
