"""Why the two sides of a mirror can differ: general reasons, each with the authorities that give it."""

from typing import Annotated, Literal

from pydantic import Field

from components.ledger.fields import Day, Text, Texts, Url
from components.ledger.records import Record

Flow = Literal["goods", "oil", "gas", "electricity"]


class Authority(Record):
    """A page that gives a reason, and the place on it where that is not the whole page."""

    publisher: Text
    title: Text | None
    url: Url
    published: Day | None
    where: Text | None = None


class Reason(Record):
    """One reason in our own words; `measured` where it touches amounts of money or quantities only."""

    title: Text
    says: Text
    flows: Annotated[list[Flow], Field(min_length=1)]
    sources: Texts
    measured: Literal["money", "quantity"] | None = None


class MirrorGaps(Record):
    """All reasons, in one public file."""

    reasons: list[Reason]
    sources: dict[str, Authority]
