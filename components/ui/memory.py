"""What was drawn once is not drawn again: a bounded memory of the process, which no visitor can clear."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

MOST = 512
"""A page has some five cards, each for a handful of choices and two themes."""

Made = TypeVar("Made")


class _Memory:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.made: OrderedDict[Hashable, Any] = OrderedDict()


_MEMORY = _Memory()


def recall(key: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` gave for this key before, else what it gives now; the key names all that it depends on."""
    with _MEMORY.lock:
        if key in _MEMORY.made:
            _MEMORY.made.move_to_end(key)
            made: Made = _MEMORY.made[key]
            return made
    made = make()
    with _MEMORY.lock:
        _MEMORY.made[key] = made
        if len(_MEMORY.made) > MOST:
            _MEMORY.made.popitem(last=False)
    return made
