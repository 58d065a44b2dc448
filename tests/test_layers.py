"""Who may import whom, and the habits that keep each room small: read off the source, without running it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [ROOT / "dashboard.py", *sorted((ROOT / "components").rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))

GROUND = {"periods", "units", "printed"}
GROUND_FLOOR = GROUND | {"wording", "selection"}
DRAWING = GROUND_FLOOR | {"measures", "catalogue", "transforms", "findings", "targets", "figures"}
MAY_IMPORT = {
    "periods": set(),
    "units": set(),
    "printed": set(),
    "wording": GROUND,
    "selection": GROUND,
    "ledger": GROUND_FLOOR,
    # These take frames and strings, never a ledger or a path: their tests need no YAML.
    "measures": GROUND_FLOOR,
    "catalogue": GROUND_FLOOR,
    "transforms": GROUND_FLOOR | {"measures"},
    "findings": GROUND_FLOOR | {"measures"},
    "targets": GROUND_FLOOR | {"measures"},
    "figures": GROUND_FLOOR | {"measures"},
    "ui": DRAWING | {"ledger"},
    "pages": DRAWING | {"ledger", "ui"},
    "app": {"ledger", "ui", "pages"},
    "web": GROUND_FLOOR | {"measures", "transforms", "ledger"},
    "cli": GROUND_FLOOR | {"ledger", "web"},
    "dashboard": {"ledger", "ui", "pages", "web"},
}
WITH_FRAMES = {
    "catalogue",
    "selection",
    "transforms",
    "ledger",
    "measures",
    "findings",
    "targets",
    "figures",
    "ui",
    "pages",
    "web",
    "dashboard",
}
MAY_USE = {
    "pandas": WITH_FRAMES,
    "streamlit": {"ui", "pages", "app", "dashboard"},
    "plotly": {"figures", "ui/chart.py"},
    "starlette": {"web"},
    "pydantic": {"ledger"},
    "pydantic_core": {"ledger"},
    "yaml": {"ledger/reader.py"},
    "babel": {"wording"},
}
ON_THE_DISK = {"ledger", "cli", "web/site.py", "figures/outlines.py"}
ONLY_IN = {
    "plotly_chart": {"ui/chart.py"},
    "download_button": set(),  # loses files under load: downloads are links to /data
    "unsafe_allow_html": set(),
    "components": set(),  # as in st.components.v1.html
    "iframe": set(),
    "cache_data": set(),  # any visitor can clear Streamlit's caches: ui/store.py keeps the ledger itself
    "cache_resource": set(),
}
DISK_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink"}
YAML_CALLS = {"load", "safe_load", "load_all", "safe_load_all", "full_load", "unsafe_load"}
QUIET_CALLS = {"frozenset", "dict", "tuple", "set", "sorted", "range", "enumerate", "zip", "map", "len"}
QUIET_METHODS = {"compile", "fromkeys", "split", "join", "resolve", "items", "keys", "values"}
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 60


def room(path: str) -> str:
    """The room of a file: its folder or name below components, or dashboard."""
    return path.removeprefix("components/").split("/")[0].removesuffix(".py")


def places(path: str) -> set[str]:
    """What a rule may call a file: its room and its path below components."""
    return {room(path), path.removeprefix("components/")}


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def imports_from_above(path: str, tree: ast.Module) -> Iterator[str]:
    allowed = MAY_IMPORT.get(room(path))
    for line, name in imported(tree):
        top, *rest = name.split(".")
        if top != "components":
            continue
        if allowed is None:
            yield f"{path}:{line}: {room(path)} is a new room; give it its place in MAY_IMPORT"
        elif rest[0] not in allowed | {room(path)}:
            yield f"{path}:{line}: {room(path)} imports {rest[0]}, which is not below it"


def foreign_imports(path: str, tree: ast.Module) -> Iterator[str]:
    for line, name in imported(tree):
        top = name.split(".")[0]
        if top == "components" or top in sys.stdlib_module_names:
            continue
        if not MAY_USE.get(top, set()) & places(path):
            yield f"{path}:{line}: {top} has no business in {room(path)}"
        if name.startswith("streamlit."):
            yield f"{path}:{line}: {name} is not Streamlit's public interface; import streamlit as st"


def calls_out_of_place(path: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        name = (
            node.attr
            if isinstance(node, ast.Attribute)
            else node.arg
            if isinstance(node, ast.keyword)
            else None
        )
        if name in ONLY_IN and not ONLY_IN[name] & places(path):
            yield f"{path}:{node.lineno}: {name} is used in {', '.join(ONLY_IN[name]) or 'no file'} alone"
        if isinstance(node, ast.Call):
            yield from _calls(path, node)


def _calls(path: str, node: ast.Call) -> Iterator[str]:
    name = ast.unparse(node.func).split(".")
    if name[0] == "yaml" and name[-1] in YAML_CALLS:
        yield f"{path}:{node.lineno}: YAML is read by components/ledger/reader.py alone, event by event"
    touches_disk = name[-1] in DISK_CALLS or (name[0] == "pd" and name[-1].startswith("read_"))
    if touches_disk and not ON_THE_DISK & places(path):
        yield f"{path}:{node.lineno}: {name[-1]} touches the disk, which only ledger and the site do"


def work_at_import(path: str, tree: ast.Module) -> Iterator[str]:
    for position, node in enumerate(tree.body):
        last = position == len(tree.body) - 1
        if path == "components/app/main.py" and last and ast.unparse(node) == "main()":
            continue  # the script that Streamlit runs for each viewer
        if not _defines(node, last=last):
            yield f"{path}:{node.lineno}: runs at import: {ast.unparse(node).splitlines()[0]}"


def _defines(node: ast.stmt, *, last: bool) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING" or (last and "__name__" in ast.unparse(node.test))
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)  # a docstring, of the module or of the constant above
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        return all(_is_quiet(call) for call in ast.walk(node) if isinstance(call, ast.Call))
    return isinstance(
        node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    )


def _is_quiet(call: ast.Call) -> bool:
    """Whether a call only builds a constant: a class, a container, a pattern."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr in QUIET_METHODS
    name = ast.unparse(call.func)
    return name in QUIET_CALLS or name.lstrip("_")[:1].isupper()


def too_long(path: str, tree: ast.Module) -> Iterator[str]:
    lines = max((node.end_lineno or 0 for node in tree.body), default=0)
    if lines > MOST_LINES:
        yield f"{path}:{lines}: has {lines} lines; a module has at most {MOST_LINES}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES_OF_A_FUNCTION:
                allowed = f"a function has at most {MOST_LINES_OF_A_FUNCTION}"
                yield f"{path}:{node.lineno}: {node.name} has {length} lines; {allowed}"


RULES = (imports_from_above, foreign_imports, calls_out_of_place, work_at_import, too_long)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_source_file_breaks_a_rule(rule) -> None:
    """All of components and dashboard.py keep to it; only dashboard.py makes a thing at import, the app."""
    files = [(path.relative_to(ROOT).as_posix(), path) for path in SOURCES]
    trees = [(name, ast.parse(path.read_text(encoding="utf-8"))) for name, path in files]
    judged = [each for each in trees if each[0] != "dashboard.py" or rule is not work_at_import]
    broken = [problem for name, tree in judged for problem in rule(name, tree)]
    assert not broken, "\n".join(broken)


def test_no_module_has_a_name_that_says_nothing() -> None:
    """No module is called utils, helpers, common or the like."""
    assert [path for path in [*SOURCES, *TESTS] if path.stem in NO_NAMES] == []


@pytest.mark.parametrize(
    ("path", "source", "problem"),
    [
        (
            "components/units.py",
            "from components.ledger import book",
            "units imports ledger, which is not below it",
        ),
        (
            "components/figures/map.py",
            "import components.ledger.book",
            "figures imports ledger, which is not below",
        ),
        ("components/ui/chart.py", "from components import pages", "ui imports pages, which is not below it"),
        ("components/tiles.py", "from components import units", "tiles is a new room"),
        ("components/figures/map.py", "import streamlit as st", "streamlit has no business in figures"),
        ("components/ui/text.py", "import plotly.graph_objects as go", "plotly has no business in ui"),
        ("components/ledger/book.py", "import yaml", "yaml has no business in ledger"),
        ("components/web/data.py", "import requests", "requests has no business in web"),
        (
            "components/ui/store.py",
            "from streamlit.runtime import get_instance",
            "not Streamlit's public interface",
        ),
        (
            "components/pages/oil.py",
            "def f(): st.plotly_chart(x)",
            "plotly_chart is used in ui/chart.py alone",
        ),
        (
            "components/ui/chart.py",
            "def f(): st.download_button('x')",
            "download_button is used in no file",
        ),
        (
            "components/ui/text.py",
            "def f(): st.markdown(x, unsafe_allow_html=True)",
            "unsafe_allow_html is used in no",
        ),
        ("components/ui/text.py", "def f(): st.components.v1.html(x)", "components is used in no file"),
        ("components/ui/store.py", "@st.cache_data\ndef f(): ...", "cache_data is used in no file"),
        ("components/ledger/reader.py", "def f(): yaml.safe_load(x)", "YAML is read by"),
        ("components/ui/store.py", "def f(): path.read_text()", "read_text touches the disk"),
        ("components/figures/map.py", "def f(): path.read_text()", "read_text touches the disk"),
        ("components/measures.py", "def f(): pd.read_csv(path)", "read_csv touches the disk"),
        ("components/ui/store.py", "FRAME = load()", "runs at import: FRAME = load()"),
        ("components/ui/store.py", "print('x')", "runs at import: print('x')"),
        ("components/ui/store.py", "for x in y:\n    x()", "runs at import: for x in y:"),
        ("components/pages/oil.py", "def main(): ...\nmain()", "runs at import: main()"),
        ("components/units.py", "\n" * 300 + "x = 1", "has 301 lines"),
        ("components/units.py", "def f():\n" + "    x = 1\n" * 60, "f has 61 lines"),
    ],
)
def test_each_rule_catches_what_it_is_for(path: str, source: str, problem: str) -> None:
    """A file that breaks one rule is named, with the line and the reason."""
    found = [each for rule in RULES for each in rule(path, ast.parse(source))]
    assert len(found) == 1, found
    assert found[0].startswith(f"{path}:")
    assert problem in found[0]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("components/app/main.py", "'''What runs.'''\nimport streamlit as st\ndef main(): ...\nmain()"),
        ("components/cli.py", "def main(): ...\nif __name__ == '__main__':\n    main()"),
        (
            "components/units.py",
            "import re\nA = frozenset({'a'})\nB = re.compile('b')\nC = {'d': Decimal('1')}",
        ),
    ],
)
def test_definitions_and_constants_are_let_through(path: str, source: str) -> None:
    """Constants, patterns, the script and a __main__ block are no work at import."""
    assert [each for rule in RULES for each in rule(path, ast.parse(source))] == []
