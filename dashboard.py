"""The server: Streamlit over components/app, and /data. Started by `python` or by `streamlit run`."""

import argparse
import errno
import gc
import importlib
import os
import pkgutil
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st

from components import pages
from components.ledger.problems import DatasetError, report_text
from components.ui import chart, store, vintage
from components.web import data

SCRIPT = Path(__file__).resolve().parent / "components" / "app" / "main.py"
DEFAULT_PORT = "8501"
INVALID = "The datasets do not validate, so the dashboard was not started."


@asynccontextmanager
async def ready(_: st.App) -> AsyncIterator[None]:
    """Before the first visitor: loads ledger and code, spares the collector from walking them, says where."""
    for page in pkgutil.iter_modules(pages.__path__, f"{pages.__name__}."):
        importlib.import_module(page.name)
    try:
        chart.warm_up(store.current())
    except DatasetError as error:
        # A hosted copy stays up: its pages show the same problems.
        print(report_text(error.problems), file=sys.stderr)
    send_small_answers_at_once()
    gc.collect()
    gc.freeze()
    port = st.get_option("server.port")
    print(f"\n  Caspian Ledger is at http://localhost:{port}  (Ctrl+C ends it)\n", flush=True)
    yield


def send_small_answers_at_once() -> None:
    """Switches Nagle's algorithm off on the listening socket, from which its connections inherit.

    asyncio does that only for sockets made with IPPROTO_TCP, and Streamlit makes its own without, so that
    each small answer on a kept connection would wait some 40 ms (uvicorn issue 3149). The socket is looked
    for among all objects because neither Streamlit nor uvicorn hands it out.
    """
    for each in gc.get_objects():
        if type(each) is socket.socket and _listens(each):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listens(one: socket.socket) -> bool:
    is_open = one.fileno() >= 0 and one.family in (socket.AF_INET, socket.AF_INET6)
    return is_open and one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) != 0


def edition(as_of: str | None) -> store.Store:
    """What /data gives out: the vintage of a day, or all that is known."""
    return vintage.as_known(store.current(), as_of)


app = st.App(SCRIPT, routes=data.routes(edition), lifespan=ready)


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until it is stopped; returns 1 where the datasets are invalid or the port is taken."""
    port = _parser().parse_args(arguments).port
    obstacle = _obstacle(port)
    if obstacle:
        print(obstacle, file=sys.stderr)
        return 1
    try:
        app.run(config={"server.port": port})
    except KeyboardInterrupt:
        print("Stopped.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dashboard.py", description="Serve the Caspian Ledger dashboard.")
    parser.add_argument(
        "--port",
        type=_port,
        default=os.environ.get("PORT") or DEFAULT_PORT,
        help=f"where to listen; left out: the environment's PORT, else {DEFAULT_PORT}",
    )
    return parser


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"a port is a whole number up to 65535, not {text!r}")
    return int(text)


def _obstacle(port: int) -> str | None:
    taken = _why_taken(port)
    if taken:
        other = f"make run PORT={port + 1}, or python dashboard.py --port {port + 1}"
        return f"Port {port} {taken}. Choose another one: {other}."
    try:
        store.current()
    except DatasetError as error:
        return f"{report_text(error.problems)}\n{INVALID}"
    return None


def _why_taken(port: int) -> str | None:
    dual = socket.has_dualstack_ipv6()
    family = socket.AF_INET6 if dual else socket.AF_INET
    try:
        socket.create_server(("", port), family=family, dualstack_ipv6=dual).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return "is in use"
        if error.errno == errno.EACCES:
            return "is not open to this user"
    return None


if __name__ == "__main__":
    sys.exit(main())
