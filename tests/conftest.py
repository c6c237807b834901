"""No test leaves anything in the cache of whoever runs it, nor finds anything there, nor fails on a busy machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings

# How long a machine takes to think up an example says nothing about the tool.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(autouse=True, scope="session")
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for what `check` remembers, for as long as the tests run."""
    with mock.patch.dict(os.environ, {"OC_STRATEGY_CACHE": str(tmp_path_factory.mktemp("cache"))}):
        yield
