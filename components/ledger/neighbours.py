"""Rules on a figure beside those that it compares with: of its observation, its series, its indicator."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from statistics import median

from components.ledger.book import Book, DataFile, Entry
from components.ledger.checks import Rule, is_readable, plain, same_dimension
from components.ledger.problems import Problem
from components.periods import Period
from components.units import COUNTS, CURRENCIES

OUT_OF_LINE = 100
"""So many times its neighbours is a figure in another unit: thousand for million, tonnes for thousands."""
ADD_UP = frozenset({"mass", "oil volume", "gas volume", "energy", "TEU", *COUNTS, *CURRENCIES})
"""What is measured in these and counted over months is never less over more months."""


def conflicts_are_explained(book: Book, file: DataFile) -> Iterator[Problem]:
    """Where reports of one observation cannot agree, one of them says why, or that it is in doubt."""
    for entries in _groups(book, file, _period):
        for at, other in enumerate(entries):
            strange = (
                one for one in entries[:at] if not (_meet(one, other) or _explains(one) or _explains(other))
            )
            if one := next(strange, None):
                what = (
                    f'"{other.report.printed}" and "{one.report.printed}" of {one.report.period} do not agree'
                )
                hint = f"mend it, or say why in a note; the other stands on line {one.line}"
                yield Problem(file.path, other.line, "C306", what, hint)


def figures_are_in_line(book: Book, file: DataFile) -> Iterator[Problem]:
    """A figure is not a hundred times its neighbours in the series, nor a hundredth."""
    for entries in _groups(book, file, _length):
        for at, entry in enumerate(entries):
            near = [abs(other.value) for other in (*entries[max(0, at - 2) : at], *entries[at + 1 : at + 3])]
            is_said = "times" in (entry.report.note or "")
            if not is_said and _is_out_of_line(abs(entry.value), near) and _has_other_scales(book, entry):
                others = " to ".join(dict.fromkeys(plain(each) for each in (min(near), max(near))))
                what = f"{plain(entry.value)} {entry.unit} is out of line with its neighbours, {others}"
                hint = "mend value, token or unit, or say in a note how many times its neighbours it is"
                yield Problem(file.path, entry.line, "C307", what, hint)


def years_to_date_grow(book: Book, file: DataFile) -> Iterator[Problem]:
    """What is counted from January on, and is neither a rate nor a level, does not fall in the same year."""
    for entries in _groups(book, file, _year_to_date):
        for earlier, later in combinations(entries, 2):
            is_fall = (
                earlier.report.period.end < later.report.period.end
                and later.interval[1] < earlier.interval[0]
            )
            if is_fall and not _explains(earlier) and not _explains(later):
                one, other = (f'"{each.report.printed}" of {each.report.period}' for each in (earlier, later))
                hint = "mend period or figure, or say in a note why it fell"
                yield Problem(file.path, later.line, "C308", f"{other} is below {one}", hint)


def makers_are_of_one_size(book: Book) -> Iterator[Problem]:
    """Series of one indicator, reporter and partner are not a hundred times each other."""
    sizes: dict[tuple[object, ...], list[tuple[DataFile, str, Decimal]]] = defaultdict(list)
    for file in book.files:
        for entries in _groups(book, file, _length):
            first, amounts = (
                entries[0],
                [abs(entry.value) * entry.unit.factor for entry in entries if entry.value],
            )
            series, months = first.series, first.report.period.months
            key = (series.indicator, series.reporter, series.partner, first.unit.dimension, months)
            if amounts:
                sizes[key].append((file, first.series_id, median(amounts)))
    for alike in sizes.values():
        for file, name, size in alike:
            others = {each: other for _, each, other in alike if each != name}
            if _is_out_of_line(size, others.values()):
                what = (
                    f'its figures are out of line with those of "{next(iter(others))}", of the same indicator'
                )
                hint = "mend its unit, or give it an indicator of its own"
                yield Problem(file.path, file.line("series", name, "unit"), "C418", what, hint)


def _groups(book: Book, file: DataFile, likeness: Callable[[Entry], object]) -> Iterator[Sequence[Entry]]:
    """The readable reports of a series that are alike, in their order; not those that are like none."""
    groups: dict[tuple[str, object], list[Entry]] = defaultdict(list)
    for entry in book.entries(file):
        if entry.is_first and is_readable(book, entry):
            groups[entry.series_id, likeness(entry)].append(entry)
    yield from (entries for (_, like), entries in groups.items() if like is not None)


def _period(entry: Entry) -> Period:
    return entry.report.period


def _length(entry: Entry) -> tuple[int | None]:
    return (entry.report.period.months,)


def _year_to_date(entry: Entry) -> int | None:
    """The year of what is counted from January on and adds up over its months; None for all else."""
    period, dimension = entry.report.period, entry.unit.dimension
    is_from_january = period.window is not None and period.start.month == 1
    is_flow = dimension in ADD_UP and entry.series.kind == "printed" and entry.report.status not in "DFU"
    return period.end.year if is_from_january and is_flow else None


def _meet(one: Entry, other: Entry) -> bool:
    return one.interval[0] <= other.interval[1] and other.interval[0] <= one.interval[1]


def _has_other_scales(book: Book, entry: Entry) -> bool:
    """Whether the codebook has a unit that could be taken for this one: none for wagons."""
    return sum(same_dimension(unit, entry.series.unit) for unit in book.codebook.units) > 1


def _explains(entry: Entry) -> bool:
    report = entry.report
    return bool(report.note or report.because) or report.status in "DU"


def _is_out_of_line(size: Decimal, others: Iterable[Decimal]) -> bool:
    known = [other for other in others if other]
    return bool(size and known) and not min(known) / OUT_OF_LINE < size < max(known) * OUT_OF_LINE


NEIGHBOUR_RULES: tuple[Rule, ...] = (conflicts_are_explained, figures_are_in_line, years_to_date_grow)
