"""Recomputes what sources state about figures, and gives verdicts with their arithmetic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice, product
from typing import NamedTuple

from components.ledger import ranks, relations
from components.ledger.operands import Figures, Operand
from components.ledger.ranges import Range
from components.ledger.relations import Way, Ways
from components.ledger.repairs import repairs
from components.ledger.stated import Stated, read
from components.ledger.verdicts import UNREAD, Implied, Judged, Told, Verdict
from components.ledger.worked import solved, worked
from components.periods import Period

Need = tuple[str, Period]
MOST_CASES = 40


class Case(NamedTuple):
    """One choice of operands, and what they give."""

    way: Way
    operands: tuple[Operand, ...]
    result: Range


@dataclass(frozen=True)
class Question:
    """A statement with the figures that it needs: those of its own source, and all else that there is."""

    court: "Court"
    told: Told
    stated: Stated
    needs: tuple[Need, ...]

    @cached_property
    def own(self) -> list[list[Operand]]:
        """For each need what the statement's own sources print or imply."""
        return [self.court.own(self.told, need) for need in self.needs]

    @cached_property
    def choices(self) -> list[list[Operand]]:
        """For each need what is tried: the source's own figures where it has them, else all others."""
        return [mine or self.court.others(need) for mine, need in zip(self.own, self.needs, strict=True)]

    @cached_property
    def missing(self) -> list[Need]:
        """What the own sources do not give."""
        return [need for need, mine in zip(self.needs, self.own, strict=True) if not mine]

    @cached_property
    def unit(self) -> str:
        return self.told.series.unit

    def cases(self, ways: Ways) -> Iterator[Case]:
        """Each choice of operands with what it gives."""
        way = relations.way(self.told.statement, ways)
        if way is None:
            return
        for operands in islice(product(*self.choices), MOST_CASES):
            same = tuple(each.within(self.unit) for each in operands)
            try:
                yield Case(way, same, way.reckon([each.range for each in same]))
            except ArithmeticError:
                continue

    def implied(self) -> Implied | None:
        """What the only missing operand has to be; None where nothing follows."""
        if len(self.missing) != 1:
            return None
        place = self.needs.index(self.missing[0])
        operands = [
            self.court.figures.corrected(found[0]).within(self.unit) if found and at != place else None
            for at, found in enumerate(self.choices)
        ]
        given = {at: each.range for at, each in enumerate(operands) if each}
        if len(given) < len(self.needs) - 1 or not given:
            return None
        try:
            amount, formula = relations.implied(self.told.statement, place, given, self.stated.range)
        except ArithmeticError:
            return None
        words = partial(solved, formula, operands, self.stated, amount, self.unit)
        return Implied(*self.missing[0], self.unit, amount, words)

    def verdict(self, verdict: Verdict, case: Case, remark: str = "") -> Judged:
        """A verdict by one choice of operands."""

        def tell() -> str:
            return f"{worked(case.way, case.operands, self.stated)} {remark}".strip()

        return Judged(self.told, verdict, tell, operands=case.operands)


def judged(figures: Figures) -> list[Judged]:
    """Every statement of the ledger, in the order of the files."""
    told = [
        Told(each, figures.series[each.series], file, file.line("statements", index))
        for file in figures.book.files
        for index, each in enumerate(file.dataset.statements or ())
    ]
    court = Court(figures, told)
    return [court.judge(each) for each in told]


class Court:
    """Judges statements by the figures of a ledger, and by each other."""

    def __init__(self, figures: Figures, told: Sequence[Told]) -> None:
        self.figures = figures
        self._stated: dict[str, Stated | None] = {}
        self._beside: dict[Need, list[Told]] = {}
        for each in told:
            about = (each.statement.series, each.statement.period)
            for need in dict.fromkeys((about, *relations.needs(each.statement))):
                self._beside.setdefault(need, []).append(each)

    def judge(self, told: Told) -> Judged:
        """The verdict on one statement, a reader's where it does not fit; ValueError if it is unreadable."""
        stated = self.stated(told)
        if stated is None:
            raise ValueError(f"{told.statement.id}: “{told.statement.stated}” cannot be read")
        found = self._judge(Question(self, told, stated, relations.needs(told.statement)))
        if told.statement.scope:
            return replace(found, verdict="cannot be checked", because=told.statement.scope, repair=None)
        if found.verdict in ("holds", "cannot be checked") or told.statement.checked:
            return found
        return replace(found, verdict="cannot be checked", because=UNREAD, repair=None)

    def stated(self, told: Told) -> Stated | None:
        """What a statement states; None where it cannot be read."""
        statement = told.statement
        if statement.id not in self._stated:
            self._stated[statement.id] = read(statement, told.file, told.series.unit)
        return self._stated[statement.id]

    def own(self, told: Told, need: Need) -> list[Operand]:
        """What the statement's own sources print, else what they imply by another statement."""
        return self.figures.own(*need, told.sources) or list(self._implied_beside(told, need))

    def others(self, need: Need) -> list[Operand]:
        """Other prints of the same maker first, then other makers', then what follows from other periods."""
        figures = self.figures
        return [*figures.printed(*need), *figures.others(*need), *figures.reckoned(*need)]

    def beside(self, told: Told, need: Need) -> Iterator[Told]:
        """Other statements of the same sources about the same figure."""
        for other in self._beside.get(need, ()):
            if other is not told and told.sources & other.sources:
                yield other

    def _implied_beside(self, told: Told, need: Need) -> Iterator[Operand]:
        """A base that the same source gives by another relation: 4,228 after a rise of 324.3."""
        for other in self.beside(told, need):
            needs, statement = relations.needs(other.statement), other.statement
            is_base = len(needs) == 2 and needs[1] == need and statement.kind != "share"
            known = self.figures.own(*needs[0], other.sources) if is_base and not statement.scope else []
            stated = self.stated(other)
            if known and stated:
                unit = self.figures.series[need[0]].unit
                given = {0: known[0].within(unit).range}
                amount, _ = relations.implied(statement, 1, given, stated.range)
                words = f"implied by {statement.as_stated} of the same source"
                yield Operand(*need, unit, amount, known[0].entries, words)

    def _judge(self, asked: Question) -> Judged:
        statement = asked.told.statement
        if statement.kind == "rank":
            return self._ranked(asked)
        lacking = relations.lacks(statement)
        if lacking:
            return Judged(asked.told, "cannot be checked", because=lacking)
        cases = list(asked.cases(relations.ways()))
        for case in (*cases, *asked.cases(relations.added())):
            if case.result.meets(asked.stated.allowed):
                return asked.verdict("holds", case, case.way.remark)
        if asked.missing or not cases:
            return self._corrected(asked, cases) or self._unchecked(asked, cases)
        return self._failed(asked, cases)

    def _unchecked(self, asked: Question, cases: Sequence[Case]) -> Judged:
        """An operand is not printed by the source, and what others print does not fit or does not exist."""
        if not asked.missing:
            because = "Nothing can be reckoned from a base that is not above zero."
            return Judged(asked.told, "cannot be checked", because=because)
        series = self.figures.series
        names = ", ".join(f"{series[name].title}, {period.label()}" for name, period in asked.missing)
        nowhere = not all(asked.choices)
        where = "printed nowhere" if nowhere else "not printed by this source, and other prints do not fit"
        implied = asked.implied()

        def tell() -> str:
            tried = [worked(cases[0].way, cases[0].operands, asked.stated)] if cases else []
            return " ".join([*tried, *([implied.formula] if implied else [])])

        return Judged(asked.told, "cannot be checked", tell, f"{names}: {where}.", implied=implied)

    def _failed(self, asked: Question, cases: Sequence[Case]) -> Judged:
        """The source's own figures do not give what it states."""
        if asked.told.statement.kind == "difference" and any(each.formula for each in cases[0].operands):
            because = "The base is not printed, and what the same source says beside it does not fit."
            return replace(asked.verdict("cannot be checked", cases[0]), because=because)
        found = self._truncated(asked, cases) or self._wrong_base(asked, cases)
        return found or self._misprint(asked, cases) or asked.verdict("does not hold", cases[0])

    def _truncated(self, asked: Question, cases: Sequence[Case]) -> Judged | None:
        stated = asked.stated
        for case in cases:
            if stated.cut and case.result.meets(stated.cut):
                return asked.verdict(
                    "holds if truncated", case, "The stated digits are cut off, not rounded."
                )
            if case.way.gives([each.cut for each in case.operands], stated.allowed):
                remark = "The digits of the figures are cut off, not rounded."
                return asked.verdict("holds if truncated", case, remark)
        return None

    def _wrong_base(self, asked: Question, cases: Sequence[Case]) -> Judged | None:
        for case in cases:
            for other in relations.wrong_bases(asked.told.statement):
                if other.gives([each.range for each in case.operands], asked.stated.range):
                    wrong = worked(other, case.operands, asked.stated)
                    return asked.verdict("wrong base", case, f"It fits where {other.remark}: {wrong}")
        return None

    def _misprint(self, asked: Question, cases: Sequence[Case]) -> Judged | None:
        """One digit, or a token that the ledger has corrected."""
        found = repairs(asked, cases[0])
        if len(found) == 1 and found[0].is_sharp:
            remark = f"With {found[0].reads} for {found[0].words} it holds, and with no other single slip."
            return replace(asked.verdict("misprint", cases[0], remark), repair=found[0].reads)
        return self._corrected(asked, cases)

    def _corrected(self, asked: Question, cases: Sequence[Case]) -> Judged | None:
        for case in cases:
            mended = [self.figures.corrected(each) for each in case.operands]
            reads = next((each.entries[0].reads for each in mended if each.entries[0].reads), None)
            if reads and case.way.gives([each.range for each in mended], asked.stated.allowed):
                remark = f"With “{reads}”, as it is corrected here, it holds."
                return replace(asked.verdict("misprint", case, remark), repair=reads)
        return None

    def _ranked(self, asked: Question) -> Judged:
        (need,) = asked.needs
        (own,) = asked.choices
        if not own:
            because = f"{self.figures.series[need[0]].title}, {need[1].label()}: printed nowhere."
            return Judged(asked.told, "cannot be checked", because=because)
        found = ranks.count(self.figures, own[0])
        verdict = found.verdict(int(asked.stated.number))
        judged = Judged(asked.told, verdict, partial(ranks.words, found), operands=(found.own, *found.above))
        return replace(judged, because=ranks.TOO_FEW) if verdict == "cannot be checked" else judged
