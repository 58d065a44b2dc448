"""A dashboard in a process of its own, for the tests that need a real one."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECONDS_TO_START = 60


@dataclass(frozen=True)
class Server:
    """Where a running dashboard is, and what it has printed so far."""

    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")


def by_python(port: int, *, root: Path = ROOT) -> list[str]:
    """The command `python dashboard.py`."""
    return [sys.executable, "-u", str(root / "dashboard.py"), "--port", str(port)]


def by_streamlit(port: int, *, root: Path = ROOT) -> list[str]:
    """The command `streamlit run dashboard.py`."""
    return [
        sys.executable,
        "-u",
        "-m",
        "streamlit",
        "run",
        str(root / "dashboard.py"),
        "--server.port",
        str(port),
    ]


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(command: Sequence[str], port: int, folder: Path) -> Iterator[Server]:
    """The dashboard started by a command from a folder, with a home directory of its own there."""
    server = Server(port, folder / "log.txt")
    environment = {**os.environ, "HOME": str(folder)}
    with server.log.open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    try:
        _wait_until_healthy(process, server)
        yield server
    finally:
        _end(process)


def _wait_until_healthy(process: subprocess.Popen[bytes], server: Server) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{server.printed()}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
