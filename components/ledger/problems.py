"""What is wrong with the data and where: the one form in which every rule speaks, and the exit code."""

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One broken rule at one line (counted from 1): what was found and, in the hint, what would be right."""

    path: str
    line: int
    code: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        remedy = f"; {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}: {self.code} {self.what}{remedy}"


class DatasetError(Exception):
    """The data cannot be used; `problems` says why, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return report_text(self.problems)


def report_text(problems: Iterable[Problem]) -> str:
    """One line a problem, in order of file and line; empty where there is none."""
    return "\n".join(str(problem) for problem in sorted(problems))


def report_json(problems: Iterable[Problem]) -> str:
    """The same in the same order, as a JSON list of objects."""
    return json.dumps([asdict(problem) for problem in sorted(problems)], ensure_ascii=False, indent=2)


def exit_code(problems: Collection[Problem]) -> int:
    """What the shell is told: 0 where nothing is wrong, else 1."""
    return 1 if problems else 0
