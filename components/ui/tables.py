"""What /data gives out, by name; each table is made when it is asked for."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from components.ledger.tables import TABLES

if TYPE_CHECKING:
    from components.ui.store import Store


class Tables(Mapping[str, pd.DataFrame]):
    """The tables of a store by their names."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise KeyError(name)
        table: pd.DataFrame = self._store.reports if name == "ledger" else getattr(self._store, name)
        return table

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)
