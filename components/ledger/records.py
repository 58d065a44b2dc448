"""What the data files hold: one pydantic model a kind of record."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from components.ledger.fields import Day, Language, Number, PeriodText, Text, Texts, Url

ValueKind = Literal["printed", "target", "capacity"]
Status = Literal["A", "P", "E", "F", "D", "U"]
Evidence = Literal["table", "statement", "quoted", "agency"]
StatementKind = Literal["percent", "times", "difference", "share", "sum", "balance", "rank", "pace"]
EventKind = Literal[
    "signing", "commissioning", "meeting", "visit", "mission", "statement", "milestone", "study", "plan"
]
EventStatus = Literal["happened", "planned"]
Topic = Literal[
    "charter",
    "diplomacy",
    "trade",
    "energy",
    "oil",
    "gas",
    "electricity",
    "transit",
    "transport",
    "digital",
    "defence",
]
RouteKind = Literal["oil pipeline", "gas pipeline", "railway", "multimodal", "power cable"]
RouteStatus = Literal["operating", "building", "planned", "suspended"]
Technology = Literal[
    "solar", "floating solar", "onshore wind", "offshore wind", "hydro", "battery", "power link", "mixed"
]
ProjectStatus = Literal["operating", "building", "agreed", "planned"]


class Record(BaseModel):
    """Unknown keys are refused, so that a misspelt key cannot pass as an absent one."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, arbitrary_types_allowed=True)


class Report(Record):
    """One figure as one source printed it; `also` lists sources that print the same digits."""

    period: PeriodText
    value: Number
    printed: Text
    source: Text
    unit: Text | None = None
    status: Status = "A"
    also: Texts = Field(default_factory=list)
    preferred: Literal[True] | None = None
    because: Text | None = None
    checked: Day | None = None
    note: Text | None = None


class Series(Record):
    """One concept by one maker in one unit. `target_of` names the printed series that a target is about."""

    title: Text
    indicator: Text
    unit: Text
    reports: Annotated[list[Report], Field(min_length=1)]
    maker: Text | None = None
    reporter: Text | None = None
    partner: Text | None = None
    kind: ValueKind = "printed"
    target_of: Text | None = None
    mirror: Text | None = None
    note: Text | None = None


class Statement(Record):
    """A relation between figures that a source prints, such as "grew 4.2 times".

    `base` is the period compared with, `base_series` the series of its figure where that is another one.
    `of` names the whole of a share, the parts of a sum, the exports and imports of a balance, all of the same
    period; `per` the time of a pace. `scope` says in what the figures differ from what is compared, so that
    the statement cannot be checked with them.
    """

    id: Text
    kind: StatementKind
    series: Text
    period: PeriodText
    stated: Text
    source: Text
    change: Literal["rise", "fall"] = "rise"
    base: PeriodText | None = None
    base_series: Text | None = None
    of: Texts = Field(default_factory=list)
    per: Literal["day", "month", "year"] | None = None
    also: Texts = Field(default_factory=list)
    checked: Day | None = None
    scope: Text | None = None
    note: Text | None = None

    @property
    def sources(self) -> list[str]:
        """All that print it, the one whose wording it is in first."""
        return [self.source, *self.also]


class Source(Record):
    """One publication. `wire` names the agency whose story it reprints."""

    publisher: Text
    title: Text | None
    url: Url | None
    published: Day | None
    language: Language
    originator: Text | None
    evidence: Evidence
    wire: Text | None = None


class Figure(Record):
    """One observation of the ledger: a series and a period."""

    series: Text
    period: PeriodText


class Otherwise(Record):
    """What some sources of an event print otherwise, and why the event does not follow them."""

    about: Literal["date", "place", "parties", "content"]
    says: Text
    sources: Texts
    because: Text


class Event(Record):
    """Something that happened or is planned. The kind of `date` is how precisely it is known."""

    id: Text
    title: Text
    date: PeriodText
    end: Day | None = None
    kind: EventKind
    status: EventStatus
    countries: Texts
    topics: Annotated[list[Topic], Field(min_length=1)]
    sources: Texts
    place: Text | None = None
    summary: Text | None = None
    figures: Annotated[list[Figure], Field(min_length=1)] | None = None
    otherwise: Annotated[list[Otherwise], Field(min_length=1)] | None = None
    note: Text | None = None


class Waypoint(Record):
    """A place that a route touches, in degrees."""

    name: Text
    country: Text
    lat: Number
    lon: Number


class Route(Record):
    """A line on the map. `length` and `capacity` name the series that print them."""

    id: Text
    name: Text
    kind: RouteKind
    status: RouteStatus
    waypoints: Annotated[list[Waypoint], Field(min_length=2)]
    sources: Texts
    opened: PeriodText | None = None
    operator: Text | None = None
    length: Texts = Field(default_factory=list)
    capacity: Texts = Field(default_factory=list)
    note: Text | None = None


class Milestone(Record):
    """A step of a project."""

    date: PeriodText
    what: Text
    status: EventStatus
    source: Text


class Project(Record):
    """Something that is built. `capacity`, `cost` and `output` name the series that print them."""

    id: Text
    name: Text
    technology: Technology
    status: ProjectStatus
    sources: Texts
    place: Text | None = None
    country: Text | None = None
    developer: Text | None = None
    capacity: Text | None = None
    cost: Text | None = None
    output: Text | None = None
    milestones: list[Milestone] = Field(default_factory=list)
    note: Text | None = None


class Dataset(Record):
    """One file of one subject, complete in itself."""

    title: Text
    description: Text
    sources: dict[str, Source]
    series: Annotated[dict[str, Series], Field(min_length=1)] = Field(default_factory=dict)
    subject: Texts | None = None
    statements: Annotated[list[Statement], Field(min_length=1)] | None = None
    events: Annotated[list[Event], Field(min_length=1)] = Field(default_factory=list)
    routes: Annotated[list[Route], Field(min_length=1)] = Field(default_factory=list)
    projects: Annotated[list[Project], Field(min_length=1)] = Field(default_factory=list)

    @property
    def stories(self) -> tuple[Event | Route | Project, ...]:
        """All that is told and not measured."""
        return (*self.events, *self.routes, *self.projects)

    @model_validator(mode="after")
    def _holds_something(self) -> "Dataset":
        if not (self.series or self.stories):
            what = "the file has neither series nor events, routes or projects"
            raise PydanticCustomError("S113", "{what}", {"what": what, "hint": "add one, or remove the file"})
        return self


class Indicator(Record):
    """What is measured; `stock` marks a level on a day."""

    title: Text
    stock: bool = False


class Codebook(Record):
    """The closed vocabularies that every data file draws from."""

    areas: Texts
    makers: dict[str, Text]
    """The bodies that measure, with the short name that a chart has room for."""
    units: Texts
    indicators: dict[str, Indicator]


class Correction(Record):
    """A departure from what a source printed: `reads` is the token as it must have been meant."""

    series: Text
    period: PeriodText
    source: Text
    printed: Text
    reads: Text
    because: Text
    since: Day


class Corrections(Record):
    """All departures from print, in one public file."""

    corrections: list[Correction]


class LeftOut(Record):
    """A figure of the evidence that is not in the ledger, and why."""

    series: Text
    period: Text
    sources: Texts
    printed: Text
    because: Text


class LeftOuts(Record):
    """All that was left out, in one public file."""

    left_out: list[LeftOut]
