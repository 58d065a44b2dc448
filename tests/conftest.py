"""What all tests share: how hypothesis runs, and that the quick tests come before the browser's."""

import os

import pytest
from hypothesis import settings

# No deadline: on a busy machine a slow example says nothing. In CI the same examples each time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Playwright keeps an event loop in the main thread from its first test on: it goes last."""
    items.sort(key=lambda item: "browser" in item.path.parent.parts)
