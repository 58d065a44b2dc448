"""Starting: both commands, what stops them, the settings in force, `make`, and what gets installed."""

import asyncio
import gc
import http.client
import importlib
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from components.ui import store
from tests.server import ROOT, by_python, by_streamlit, free_port, running

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; [^\\]+)? \\$")
BROKEN_FILE = r"^datasets/trade/az-us\.yaml:\d+: Y001 "
# Runs a start command up to where the server would take over, and prints the settings in force there.
READ_BACK = """
import json, runpy, sys
import streamlit
from streamlit.web.server.starlette import starlette_server

def instead_of_serving(self):
    print(json.dumps({name: streamlit.get_option(name) for name in json.loads(names)}))

names, module, *sys.argv = sys.argv[1:]
starlette_server.UvicornRunner.run = instead_of_serving
runpy.run_module(module, run_name="__main__") if module else runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.mark.parametrize("command", [by_python, by_streamlit])
def test_starts_from_any_folder(command: Callable[[int], list[str]], tmp_path: Path) -> None:
    """Either command, given from another folder, serves pages and data and prints the address."""
    port = free_port()
    with running(command(port), port, tmp_path) as server:
        with urllib.request.urlopen(f"{server.address}/data/ledger.csv") as answer:
            assert answer.read().startswith(b"series,title,indicator,")
        with urllib.request.urlopen(server.address) as answer:
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        with pytest.raises(urllib.error.HTTPError, match="404") as refused:
            urllib.request.urlopen(f"{server.address}/data/nowhere.csv")
        refused.value.close()
        assert median_milliseconds_of_small_answers(port) < 30
        assert server.printed().split() == f"Caspian Ledger is at {server.address} (Ctrl+C ends it)".split()


def median_milliseconds_of_small_answers(port: int) -> float:
    """With Nagle's algorithm on, every answer but the first on a kept connection takes some 40 ms."""
    connection = http.client.HTTPConnection("localhost", port)
    times = []
    for _ in range(15):
        start = time.perf_counter()
        connection.request("GET", "/_stcore/health")
        connection.getresponse().read()
        times.append(time.perf_counter() - start)
    connection.close()
    return statistics.median(times) * 1000


@pytest.mark.parametrize(
    "started",
    [["", str(ROOT / "dashboard.py")], ["streamlit", "streamlit", "run", str(ROOT / "dashboard.py")]],
    ids=["python", "streamlit"],
)
def test_settings_are_in_force(started: list[str], tmp_path: Path) -> None:
    """Every setting of .streamlit/config.toml holds in a started process, from any folder."""
    wanted = dict(settings("", CONFIG))
    command = [sys.executable, "-c", READ_BACK, json.dumps(list(wanted)), *started]
    environment = {**os.environ, "HOME": str(tmp_path), "PORT": str(free_port()), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == wanted


def settings(prefix: str, table: dict[str, object]) -> list[tuple[str, object]]:
    """Dotted name and value of each setting in a table and its subtables."""
    found = []
    for name, value in table.items():
        found += (
            settings(f"{prefix}{name}.", value) if isinstance(value, dict) else [(f"{prefix}{name}", value)]
        )
    return found


def test_settings_are_the_safe_ones() -> None:
    """Nothing is uploaded, run, told or sent on that a reader does not need."""
    assert CONFIG["browser"] == {"gatherUsageStats": False}
    assert CONFIG["runner"] == {"postScriptGC": False, "magicEnabled": False}
    assert CONFIG["client"] == {
        "showErrorDetails": "none",
        "showErrorLinks": False,
        "toolbarMode": "minimal",
        "allowedOrigins": [],
        "disableDataExport": True,
    }
    assert CONFIG["server"] == {
        "headless": True,
        "fileWatcherType": "none",
        "runOnSave": False,
        "allowRunOnSave": False,
        "enableStaticServing": False,
        "enableCORS": True,
        "enableXsrfProtection": True,
        "maxUploadSize": 0,
        "maxMessageSize": 20,
        "maxWidgetStateSize": 1,
        "disconnectedSessionTTL": 60,
        "enableAgentApi": False,
    }


def test_everything_is_loaded_and_frozen_before_the_first_visitor() -> None:
    """When the server is ready, the pages are imported, and the collector no longer walks over the ledger."""
    dashboard = importlib.import_module("dashboard")

    async def start() -> bool:
        async with dashboard.ready(dashboard.app):
            ledger = store.current().ledger
            return any(each is ledger for each in gc.get_objects())

    with ThreadPoolExecutor(1) as thread:  # the main thread may belong to Playwright's event loop
        is_walked_over = thread.submit(asyncio.run, start()).result()
    gc.unfreeze()

    assert not is_walked_over
    assert {f"components.pages.{each}" for each in ("overview", "trade", "oil", "sources")} <= set(
        sys.modules
    )


def test_port_in_use() -> None:
    """A taken port is named, with the command that takes another one."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(by_python(port), capture_output=True, text=True)
    remedy = f"make run PORT={port + 1}, or python dashboard.py --port {port + 1}"
    assert done.returncode == 1
    assert done.stderr == f"Port {port} is in use. Choose another one: {remedy}.\n"


@pytest.mark.parametrize("port", ["", "http", "65536", "-1", "８５０１"])
def test_port_that_is_none(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no port is refused before anything starts."""
    with pytest.raises(SystemExit, match="2"):
        importlib.import_module("dashboard").main([f"--port={port}"])
    assert f"a port is a whole number up to 65535, not {port!r}" in capsys.readouterr().err


def test_invalid_datasets_stop_the_start(tmp_path: Path) -> None:
    """Every problem is printed with its file and line, and nothing is served."""
    root = copy_of_the_product(tmp_path)
    (root / "datasets" / "trade" / "az-us.yaml").write_text("title: [\n", encoding="utf-8")
    done = subprocess.run(by_python(free_port(), root=root), capture_output=True, text=True)
    assert done.returncode == 1
    assert re.search(BROKEN_FILE, done.stderr, flags=re.MULTILINE)
    assert done.stderr.endswith("The datasets do not validate, so the dashboard was not started.\n")


def test_a_hosted_copy_with_invalid_datasets_stays_up_and_gives_out_no_data(tmp_path: Path) -> None:
    """Under `streamlit run` the problems are printed, the pages are there to show them, and /data is 503."""
    root = copy_of_the_product(tmp_path)
    (root / "datasets" / "trade" / "az-us.yaml").write_text("title: [\n", encoding="utf-8")
    port = free_port()
    with running(by_streamlit(port, root=root), port, tmp_path) as server:
        with pytest.raises(urllib.error.HTTPError, match="503") as refused:
            urllib.request.urlopen(f"{server.address}/data/ledger.csv")
        refused.value.close()
        assert re.search(BROKEN_FILE, server.printed(), flags=re.MULTILINE)


def copy_of_the_product(folder: Path) -> Path:
    """A copy of what a running dashboard needs."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("components", "datasets", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "dashboard.py", folder)
    return folder


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`make` in a folder with nothing but the Makefile and the requirements."""
    for name in ("Makefile", "requirements.txt", "requirements-test.txt"):
        shutil.copy(ROOT / name, folder)
    return subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True)


def python_that(folder: Path, behaviour: str) -> Path:
    """A stand-in for Python: a shell script that behaves so."""
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{behaviour}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_make_wants_a_python_that_is_new_enough(tmp_path: Path) -> None:
    """Where no Python is 3.11 or newer, make says so, which ones it tried, and how to name another."""
    old = python_that(tmp_path, "exit 1")
    done = make(tmp_path, "run", f"PYTHON={old} no-such-python")
    assert done.returncode != 0
    assert f"Python 3.11 or newer is needed, and none of these is one: {old} no-such-python." in done.stderr
    assert "make run PYTHON=/path/to/python3.12" in done.stderr


def test_make_wants_the_venv_module(tmp_path: Path) -> None:
    """Where venv is a package of its own and missing, make names the package."""
    bare = python_that(tmp_path, f'case "$2" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"')
    done = make(tmp_path, "run", f"PYTHON={bare}")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert done.returncode != 0
    assert f"{bare} cannot make a virtual environment: its venv module is missing." in done.stderr
    assert f"apt-get install python{version}-venv" in done.stderr


def test_make_passes_over_a_python_that_does_not_run(tmp_path: Path) -> None:
    """A name that stands for nothing does not stop make from taking the next one."""
    broken = python_that(tmp_path, "exit 127")
    done = make(tmp_path, ".venv/bin/python", f"PYTHON=no-such-python {broken} {sys.executable}")
    assert done.returncode == 0, done.stderr
    made = subprocess.run(
        [tmp_path / ".venv/bin/python", "-c", "import sys; print(sys.prefix)"], capture_output=True, text=True
    )
    assert made.stdout.strip() == str(tmp_path / ".venv")


def test_make_alone_lists_the_commands(tmp_path: Path) -> None:
    """`make` names every command that a person may give."""
    listed = re.findall(r"^  make (\w+)", make(tmp_path).stdout, flags=re.MULTILINE)
    assert listed == ["help", "run", "validate", "test", "lint", "format", "lock", "clean"]


def pins(name: str) -> dict[str, str]:
    """Package and version of each pin in a requirements file."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = [PIN.match(line) for line in lines if line and line[0] not in " #"]
    assert all(found), f"{name} has a line that is no pin"
    return {pin["name"]: pin["version"] for pin in found if pin}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_requirements_are_pinned_by_hash_and_name_no_host(name: str) -> None:
    """Each package has one version with at least one SHA-256; nothing says where it comes from."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\w)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE))
    assert len(blocks) == len(pins(name))
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}\b", block) for block in blocks)
    assert not re.search(r"://|--(extra-)?index|--find-links|\.(org|com|io|net|internal)\b", text)


def test_runtime_and_test_requirements_are_apart() -> None:
    """The dashboard is installed without the tests' tools; what both need has one version."""
    runtime, test = pins("requirements.txt"), pins("requirements-test.txt")
    tools = {re.split(r"[=<>]", each)[0] for each in PROJECT["dependency-groups"]["test"]}
    assert tools <= set(test)
    assert not tools & set(runtime)
    assert {name: test[name] for name in runtime.keys() & test.keys()}.items() <= runtime.items()


def test_requirements_are_those_of_the_project() -> None:
    """What pyproject.toml asks for is what requirements.txt pins."""
    asked = dict(each.split("==") for each in PROJECT["project"]["dependencies"])
    assert asked.items() <= pins("requirements.txt").items()


def test_caspian_is_a_command_of_the_project() -> None:
    """The entry point that pyproject.toml names exists and can be called."""
    module, _, name = PROJECT["project"]["scripts"]["caspian"].partition(":")
    assert callable(getattr(importlib.import_module(module), name))
