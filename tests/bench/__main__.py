"""Seconds of the validator, and server time of a rerun of each page beside an empty Streamlit script."""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests import server
from tests.bench.session import Session

PAGES = ("", "trade", "oil", "sources")
RUNS, WARM_UP = 30, 3
EMPTY = 'import streamlit as st\nst.write("empty")\n'


def main() -> None:
    """Prints one line a measure; ratios are against the empty script in the same run."""
    print(f"caspian validate: {validate():.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        empty = reruns(by_streamlit(script), Path(folder), ("",))[""]
        pages = reruns(server.by_python, Path(folder), PAGES)
    print(f"rerun of an empty script: {1000 * empty:.1f} ms")
    for page, seconds in pages.items():
        name = page or "overview"
        print(f"rerun of {name}: {1000 * seconds:.1f} ms, {seconds / empty:.1f} times the empty script's")


def validate() -> float:
    """Seconds of `caspian validate` on all datasets, the best of three."""
    return min(_seconds([sys.executable, "-m", "components.cli", "validate"]) for _ in range(3))


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=server.ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def by_streamlit(script: Path) -> Callable[[int], list[str]]:
    """The command that serves a script with the project's own settings but for the collector."""
    options = ["--server.headless=true", "--browser.gatherUsageStats=false", "--runner.postScriptGC=false"]

    def command(port: int) -> list[str]:
        return [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", *options]

    return command


def reruns(command: Callable[[int], list[str]], folder: Path, pages: tuple[str, ...]) -> dict[str, float]:
    """Median seconds of a rerun of each page of one server."""
    port = server.free_port()
    with server.running(command(port), port, folder):
        return asyncio.run(_medians(port, pages))


async def _medians(port: int, pages: tuple[str, ...]) -> dict[str, float]:
    medians = {}
    for page in pages:
        async with Session(port) as session:
            seconds = [await session.run(page) for _ in range(WARM_UP + RUNS)]
        medians[page] = statistics.median(seconds[WARM_UP:])
    return medians


if __name__ == "__main__":
    main()
