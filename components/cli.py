"""`caspian`: what the project does from a terminal."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from components.ledger import ledger
from components.ledger.frames import csv_bytes
from components.ledger.problems import DatasetError, exit_code, report_json, report_text
from components.ledger.statement_tables import statements_frame

REPORTS = {"text": report_text, "json": report_json}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns 0, or 1 where problems were found. A command not understood exits with 2."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.run
    return command(options)


def _validate(options: argparse.Namespace) -> int:
    problems = ledger.validate([Path(each) for each in options.paths])
    report = REPORTS[options.format](problems)
    if report:
        print(report)
    return exit_code(problems)


def _statements(options: argparse.Namespace) -> int:
    try:
        frame = statements_frame(ledger.load(ledger.DATASETS))
    except DatasetError as error:
        print(report_text(error.problems), file=sys.stderr)
        return exit_code(error.problems)
    if options.format == "json":
        print(frame.to_json(orient="records", date_format="iso", force_ascii=False, indent=1))
    else:
        sys.stdout.buffer.write(csv_bytes(frame))
    return 0


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
    check.add_argument("--format", choices=REPORTS, default="text", help="text (default) or json")
    check.set_defaults(run=_validate)
    statements = commands.add_parser(
        "statements", help="recompute every printed statement and print it with its verdict"
    )
    statements.add_argument("--format", choices=("csv", "json"), default="csv", help="csv (default) or json")
    statements.set_defaults(run=_statements)
    return parser


if __name__ == "__main__":
    sys.exit(main())
