"""The Chromium that the browser tests drive: found, or installed with a word about it."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Without a network of its own a browser's errands (updates, sync, field trials) only fail and fill the log.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str | None:
    """The browser named by CHROMIUM, else one on the path, else Playwright's own; None if there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Debian's package where that is to be had, otherwise Playwright's own."""
    if os.geteuid() == 0 and _is_debian():
        print("No Chromium was found: installing Debian's package chromium.", flush=True)
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "chromium")
    else:
        print("No Chromium was found: installing the one that Playwright provides.", flush=True)
        _run(sys.executable, "-m", "playwright", "install", "chromium")


def _run(*command: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, env=environment)


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def main() -> int:
    """Sees to it that there is a Chromium; returns 1 where none can be had."""
    if executable() is None and not os.environ.get("CHROMIUM"):
        # What the installer says when it fails stands above; the sentence below says what to do.
        with suppress(subprocess.CalledProcessError):
            install()
    path = executable()
    if path is None:
        print(
            "There is no Chromium. Install one, or name it: make test CHROMIUM=/path/to/it", file=sys.stderr
        )
        return 1
    print(f"Chromium: {path}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
