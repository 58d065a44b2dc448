"""The whole product with ten times its data: every series nine times more, under other ids."""

import re
import shutil
from pathlib import Path

from tests.server import ROOT

TIMES = 10
_SERIES = re.compile(r"^series:\n(.*?)(?=^\S)", re.DOTALL | re.MULTILINE)
_SOURCES = re.compile(r"^sources:\n.*", re.DOTALL | re.MULTILINE)
_STORIES = re.compile(r"^(?:events|routes|projects):\n(?: .*\n|\n)*", re.MULTILINE)
_ID = re.compile(r"^  ([\w\"-]+):$", re.MULTILINE)
_NAMED = re.compile(r"^    (mirror|target_of): (\S+)$", re.MULTILINE)
_CORRECTED = re.compile(r"^  - series: (\S+)$", re.MULTILINE)


def tenfold(folder: Path) -> Path:
    """A copy of the project in a folder, with TIMES its series; what they cite is described alike."""
    folder.mkdir()
    for name in ("components", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "datasets", folder / "datasets")
    shutil.copy(ROOT / "dashboard.py", folder)
    corrections = folder / "datasets" / "corrections.yaml"
    entries = corrections.read_text(encoding="utf-8").partition("corrections:\n")[2]
    for path in sorted((ROOT / "datasets").glob("*/*.yaml")):
        text = path.read_text(encoding="utf-8")
        if not (found := _SERIES.search(text)):
            continue
        for time in range(2, TIMES + 1):
            copy = path.relative_to(ROOT).with_stem(f"{path.stem}-{time}")
            (folder / copy).write_text(_renamed(text, found, path.stem, time), encoding="utf-8")
    with corrections.open("a", encoding="utf-8") as file:
        for time in range(2, TIMES + 1):
            file.write(_CORRECTED.sub(rf"  - series: \1-x{time}", entries))
    return folder


def _renamed(text: str, found: re.Match[str], stem: str, time: int) -> str:
    """The head, the series under other ids, and the sources that they cite."""
    series = _NAMED.sub(rf"    \1: \2-x{time}", _ID.sub(rf"  \1-x{time}:", found[1]))
    sources = _SOURCES.search(text)
    head = _STORIES.sub("", text[: found.start()])
    if "\nsubject:" not in head:
        head += f"subject: [{stem}]\n"
    cited = _cited(sources[0] if sources else "", series)
    return f"{head}series:\n{series}\nsources:\n{cited}"


def _cited(sources: str, series: str) -> str:
    """Those of the sources that the series name."""
    blocks = re.split(r"(?m)^(?=  \S)", sources.partition("\n")[2])
    return "".join(block for block in blocks if block and block.split(":")[0].strip() in series)
