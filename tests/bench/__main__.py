"""Seconds of validation and statements, and server time of a rerun of each page beside an empty script.

Each page also with ten times the data.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from components.ledger.ledger import Ledger, load
from components.ledger.statements import judged
from tests import server
from tests.bench.session import Session
from tests.bench.tenfold import TIMES, tenfold

PAGES = (
    *("", "trade", "oil", "gas", "electricity", "corridors", "partnerships", "targets", "mirrors", "explore"),
    *("statements", "sources", "gas?as-of=2025-03-01"),
)
RUNS, WARM_UP = 30, 3
EMPTY = 'import streamlit as st\nst.write("empty")\n'
# Served as the dashboard is: without the delay of small answers that plain Streamlit has, garbage frozen.
SERVER = """
import contextlib, gc, sys
import streamlit as st
import dashboard

@contextlib.asynccontextmanager
async def ready(_):
    dashboard.send_small_answers_at_once()
    gc.collect()
    gc.freeze()
    yield

st.App("empty.py", lifespan=ready).run(config={"server.port": int(sys.argv[1])})
"""


def main() -> None:
    """Prints one line a measure; ratios are against the empty script in the same run."""
    print(f"caspian validate: {validate():.2f} s")
    print(f"a thousand statements: {1000 * a_statement():.2f} s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty.py").write_text(EMPTY, encoding="utf-8")
        (folder / "serve.py").write_text(SERVER, encoding="utf-8")
        plain = reruns(by_streamlit(folder / "empty.py"), folder, ("",))[""]
        empty = reruns(by_server(folder / "serve.py"), folder, ("",))[""]
        pages = reruns(server.by_python, folder, PAGES)
        more = tenfold(folder / "tenfold")
        tens = reruns(partial(server.by_python, root=more), folder, PAGES)
    print(f"rerun of an empty script, plain Streamlit: {1000 * plain:.1f} ms")
    print(f"rerun of an empty script, served as the dashboard is: {1000 * empty:.1f} ms")
    for page, seconds in pages.items():
        ratios = f"{seconds / empty:.1f} times the second, {seconds / plain:.1f} times the first"
        times = f"{tens[page] / seconds:.1f} times that with {TIMES} times the data"
        print(f"rerun of {page or 'overview'}: {1000 * seconds:.1f} ms, {ratios}, {times}")


def validate() -> float:
    """Seconds of `caspian validate` on all datasets, the best of three."""
    return min(_seconds([sys.executable, "-m", "components.cli", "validate"]) for _ in range(3))


def a_statement() -> float:
    """Seconds that the verdict on one takes, where all of the ledger's are judged; the best of three."""
    ledger = load()
    return min(_judging(ledger) for _ in range(3)) / len(ledger.statements)


def _judging(ledger: Ledger) -> float:
    started = time.perf_counter()
    judged(ledger.figures)
    return time.perf_counter() - started


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


def by_server(program: Path) -> Callable[[int], list[str]]:
    """The command that runs a server program of the benchmark's own."""
    code = f"import sys, runpy; sys.path.insert(0, {str(server.ROOT)!r}); runpy.run_path({str(program)!r})"
    return lambda port: [sys.executable, "-c", code, str(port)]


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
