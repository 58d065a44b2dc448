"""The arithmetic of a statement in words and numbers that a reader can redo."""

from collections.abc import Sequence

from components.ledger.operands import Operand
from components.ledger.ranges import Range, shown
from components.ledger.relations import Way
from components.ledger.stated import Stated


def worked(way: Way, operands: Sequence[Operand], stated: Stated) -> str:
    """The formula with its figures, what it gives, and what is stated."""
    filled = way.formula.format(*(each.words for each in operands))
    result = way.reckon([each.range for each in operands])
    centre = way.reckon([Range(each.range.middle, each.range.middle) for each in operands])
    gives = f"{shown(centre, stated.unit)} [{shown(result, stated.unit)}]"
    return f"{filled} = {gives}; stated {words_of(stated)}."


def solved(formula: str, operands: Sequence[Operand | None], stated: Stated, result: Range, unit: str) -> str:
    """The formula for the operand that is missing, and what it gives."""
    places = [each.words if each else "?" for each in operands]
    filled = formula.format(*places).replace("stated", words_of(stated))
    return f"{filled} = {shown(result, unit)}."


def words_of(stated: Stated) -> str:
    """The stated number as printed, and what its digits allow."""
    return f"{stated.words} [{shown(stated.range, stated.unit)}]"
