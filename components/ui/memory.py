"""What was drawn once is not drawn again: a bounded memory of the process, which no visitor can clear."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

MOST = 512
"""A page has some five cards, each for a handful of choices and two themes."""

Made = TypeVar("Made")


class Memory:
    """Keeps what was made for the keys asked for last, `most` of them."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.lock = threading.Lock()
        self.made: OrderedDict[Hashable, Any] = OrderedDict()

    def recall(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gave for this key before, else what it gives now."""
        with self.lock:
            if key in self.made:
                self.made.move_to_end(key)
                made: Made = self.made[key]
                return made
        made = make()
        with self.lock:
            self.made[key] = made
            if len(self.made) > self.most:
                self.made.popitem(last=False)
        return made


_MEMORY = Memory(MOST)


def recall(key: Hashable, make: Callable[[], Made]) -> Made:
    """What `make` gave for this key before, else what it gives now; the key names all that it depends on."""
    return _MEMORY.recall(key, make)
