"""`caspian`: what the project does from a terminal."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from components.ledger.ledger import validate
from components.ledger.problems import exit_code, report_json, report_text

FORMATS = {"text": report_text, "json": report_json}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns 0, or 1 where problems were found. A command not understood exits with 2."""
    options = _parser().parse_args(arguments)
    problems = validate([Path(each) for each in options.paths])
    report = FORMATS[options.format](problems)
    if report:
        print(report)
    return exit_code(problems)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="caspian", description="Caspian Ledger: every printed figure, checked."
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser(
        "validate", help="check the datasets and print every problem with its file and line"
    )
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders; left out: the whole ledger"
    )
    check.add_argument("--format", choices=FORMATS, default="text", help="text (default) or json")
    return parser


if __name__ == "__main__":
    sys.exit(main())
