"""The strict reader: what it takes, what it refuses and in which words, and that it never fails otherwise."""

import ast
import json
import random
import re
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from components.ledger.problems import DatasetError, Problem
from components.ledger.reader import Document, read
from components.ledger.scalars import plain, quoted
from components.ledger.source import Fault

ROOT = Path(__file__).parent.parent
BAD = sorted((ROOT / "tests" / "bad").glob("y*.yaml"))
EXPECTED = re.compile(r"# (\d+: Y\d{3} .*)")

GOOD = """\
# A file as people write it.
title: Azerbaijan–Kazakhstan trade in goods
description: >-
  Turnover by each side's statistics,
  in million dollars.
subject: [az-kz, kz-az]        # how ids begin
series:
  az-kz-trade-turnover:
    unit: USD million
    preferred: true
    mirror: null
    reports:
      - {period: "2024", value: 470.50, printed: "470,5 млн долларов", source: seed-003}
      - period: "2025-S1"
        value: -501
        note: |
          First line.
          Second line.
statements: []
sources:
  seed-003: {publisher: Trend, published: 2025-10-14, language: 'ru', url: "https://example.org/a?b=1#c"}
"""


@pytest.fixture
def write(tmp_path):
    """Puts text or bytes into a file and gives its path."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "some.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def problems(write):
    """What reading a content gives as problems, each as line: CODE what; hint."""

    def problems(content: str | bytes) -> list[str]:
        with pytest.raises(DatasetError) as caught:
            read(write(content), shown_as="x")
        return [str(problem).removeprefix("x:") for problem in caught.value.problems]

    return problems


def codes(problems: list[str]) -> list[str]:
    return [problem.split()[1] for problem in problems]


# What is taken


def test_a_file_becomes_plain_data(write):
    """Text, numbers with their digits, dates, true, null, lists and mappings come out as Python's own."""
    assert read(write(GOOD)).data == {
        "title": "Azerbaijan–Kazakhstan trade in goods",
        "description": "Turnover by each side's statistics, in million dollars.",
        "subject": ["az-kz", "kz-az"],
        "series": {
            "az-kz-trade-turnover": {
                "unit": "USD million",
                "preferred": True,
                "mirror": None,
                "reports": [
                    {
                        "period": "2024",
                        "value": Decimal("470.50"),
                        "printed": "470,5 млн долларов",
                        "source": "seed-003",
                    },
                    {"period": "2025-S1", "value": Decimal(-501), "note": "First line.\nSecond line.\n"},
                ],
            }
        },
        "statements": [],
        "sources": {
            "seed-003": {
                "publisher": "Trend",
                "published": date(2025, 10, 14),
                "language": "ru",
                "url": "https://example.org/a?b=1#c",
            }
        },
    }


def test_every_key_and_item_knows_its_line(write):
    """Mapping entries have the line of their key, list items that of the item, counted from 1."""
    lines = read(write(GOOD)).lines
    report = ("series", "az-kz-trade-turnover", "reports", 1)
    assert lines[()] == 2
    assert lines["description",] == 3
    assert lines["subject", 1] == 6
    assert lines["series", "az-kz-trade-turnover"] == 8
    assert lines["series", "az-kz-trade-turnover", "reports", 0, "printed"] == 13
    assert lines[report] == 14
    assert lines[(*report, "note")] == 16
    assert len(lines) == 28


def test_quoted_texts_are_told_from_bare_ones(write):
    """A period without quotes is the same text, but its path is not among the quoted."""
    document = read(write("""[2025-S1, "2025-S1", '2025-04', 2025-04]\n"""))
    assert document.data == ["2025-S1", "2025-S1", "2025-04", "2025-04"]
    assert document.quoted == {(1,), (2,)}


def test_block_texts_count_as_quoted(write):
    """Text behind > and | is text whatever it looks like."""
    document = read(write("a: >-\n  1,557\nb: |-\n  no\n"))
    assert document.data == {"a": "1,557", "b": "no"}
    assert document.quoted == {("a",), ("b",)}


@pytest.mark.parametrize(
    "scalar", ["12", "no", "~", "2024-02-30", "0x1F", "12:30", "true", "", "<<", "1,557"]
)
def test_in_quotes_everything_is_text(write, scalar):
    """The remedy that messages give, quoting, works for each kind, as a value and as a key."""
    document = read(write(f'- "{scalar}"\n- \'{scalar}\'\n- {{"k{scalar}": 1}}\n'))
    assert document.data == [scalar, scalar, {f"k{scalar}": Decimal(1)}]


@pytest.mark.parametrize("written", ["0", "-7", "0.10", "1557", "16.860", "123456789012345", "-0.00001"])
def test_numbers_keep_their_digits(write, written):
    """0.10 stays 0.10: a Decimal that prints as it was written."""
    value = read(write(f"value: {written}\n")).data["value"]
    assert isinstance(value, Decimal)
    assert f"{value:f}" == written


@pytest.mark.parametrize(
    "text",
    [
        "USD million", "Ministry of Energy", "2025-S1", "2025-04", "2025-01/2025-10", "2018/2020", "az-kz",
        "1557 million", "3 млрд", "50%", "470-500", "v1.2", "1st", "e5", "COVID-19", "No.", "none", "Norway",
        "on time", "x:y", "https://example.org/12:30", "əzəmət ₼",
    ],
)  # fmt: skip
def test_words_need_no_quotes(write, text):
    """What no YAML reader takes for anything else is text."""
    assert read(write(f"- {text}\n")).data == [text]


def test_windows_line_ends_are_taken_as_line_feeds(write):
    """CR LF gives the same data and the same lines as LF."""
    with_lf, with_crlf = read(write(GOOD)), read(write(GOOD.replace("\n", "\r\n")))
    assert with_crlf == Document(with_lf.path, with_lf.data, with_lf.lines, with_lf.quoted)


def test_twenty_levels_are_not_too_deep(write):
    """The limit itself is allowed."""
    assert read(write("[" * 20 + "]" * 20)).lines[(0,) * 19] == 1


def test_the_limits_themselves_are_allowed(write):
    """10,000 characters in a text and 1,048,576 bytes in a file are read."""
    text = "x" * 10_000
    assert read(write(f"a: {text}\n".ljust(1 << 20))).data == {"a": text}


def test_messages_name_the_file_as_the_caller_does(write):
    """`shown_as` stands in problems and in the document; without it, the path."""
    path = write("a: 1\n")
    assert read(path, shown_as="datasets/a.yaml").path == "datasets/a.yaml"
    assert read(path).path == path.as_posix()


# What is refused


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_has_exactly_the_problems_of_its_first_lines(path):
    """Each file in tests/bad says at its top what the reader says about it."""
    head = path.read_bytes()[:10_000].decode("utf-8-sig", errors="replace").split("\n")
    with pytest.raises(DatasetError) as caught:
        read(path, shown_as="x")
    found = [str(problem).removeprefix("x:") for problem in caught.value.problems]
    assert found == [match.group(1) for line in head if (match := EXPECTED.fullmatch(line))]
    assert {path.stem[:4].upper()} == set(codes(found))


def test_every_rule_has_a_bad_file():
    """All codes in the code are in tests/bad, but for the file that is not there."""
    modules = [ROOT / "components" / "ledger" / f"{name}.py" for name in ("reader", "scalars", "source")]
    in_code = {code for module in modules for code in re.findall(r'"(Y\d{3})"', module.read_text("utf-8"))}
    assert in_code == {path.stem[:4].upper() for path in BAD} | {"Y010"}


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    """Y010 instead of an OSError, for a missing file and for a folder."""
    for path in (tmp_path / "missing.yaml", tmp_path):
        with pytest.raises(
            DatasetError, match=r"Y010 the file cannot be read: (No such file|Is a directory)"
        ):
            read(path)


def test_utf_16_is_told_by_name(problems):
    """With its mark it is called UTF-16; without, the NUL bytes are."""
    hint = "save it as UTF-8"
    assert problems(GOOD.encode("utf-16")) == [f"1: Y014 the file is UTF-16; {hint}"]
    assert problems("a: b\n".encode("utf-16-be")) == [
        f"1: Y014 a NUL byte: the file is UTF-16, or no text at all; {hint}"
    ]
    assert problems(b"a: b\nc: \0\n")[0].startswith("2: Y014 a NUL byte")


def test_bytes_that_are_not_utf_8_are_shown_with_their_line(problems):
    """The byte is named as it is in the file, and surrogates count as wrong bytes."""
    assert problems("a: 1\nb: Баку\n".encode("cp1251")) == [
        "2: Y014 byte 0xC1 is not UTF-8; save the file as UTF-8"
    ]
    assert codes(problems(b"a: \xed\xa0\x80\n")) == ["Y014"]


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", "---\n", "--- # nothing\n...\n"])
def test_a_file_without_content_is_empty(problems, content):
    """Nothing, comments and bare markers are all called empty, on line 1."""
    assert problems(content) == ["1: Y009 the file is empty; fill it or remove it"]


MERGE_BOMB = "a: &a {x: 1}\n" + "".join(f"b{i}: &b{i} {{<<: [*a, *a, *a]}}\n" for i in range(10))
ALIAS_BOMB = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a, *a, *a, *a]\n" for i in range(10))


@pytest.mark.parametrize(
    ("bomb", "code", "line"),
    [
        ("[" * 1_000_000, "Y012", 1),
        ("[" * 25_000 + "]" * 25_000, "Y012", 1),
        ("{a: " * 12_500, "Y012", 1),
        ("- " * 25_000, "Y012", 1),
        ("".join(" " * i + "a:\n" for i in range(300)), "Y012", 21),
        (MERGE_BOMB, "Y004", 2),
        (ALIAS_BOMB, "Y003", 1),
        ("&a [*a]", "Y003", 1),
        ("- " + "1:59:" * 60_000 + "0\n", "Y013", 1),
        ("- " + "9" * 4_301 + "\n", "Y022", 1),
        ("# " + "x" * (1 << 20), "Y011", 1),
        ("[" + "1," * 8_000, "Y019", 1),
    ],
    ids=lambda value: value[:12].strip() if isinstance(value, str) else None,
)
def test_bombs_are_refused_with_a_line_in_no_time(write, bomb, code, line):
    """Each takes under 100 ms of the processor (the best of three) and the process lives."""
    path, seconds = write(bomb), []
    for _ in range(3):
        start = time.process_time()
        with pytest.raises(DatasetError) as caught:
            read(path)
        seconds.append(time.process_time() - start)
    assert (code, line) in {(problem.code, problem.line) for problem in caught.value.problems}
    assert min(seconds) < 0.1


@pytest.mark.parametrize(
    "key", ["? {a: 1}\n: x", "[1]: x", "null: x", "2024-01-22: x", "{{a: 1}: x}", "1.5: x"]
)
def test_a_key_is_text_or_refused(problems, key):
    """Collections, null, dates and numbers are no keys."""
    assert codes(problems(f"{key}\n")) == ["Y007"]


def test_a_key_that_readers_dispute_is_refused_like_a_value(problems):
    """A bare `no:` is refused for the same reason as a bare NO."""
    assert problems("no: 1\n")[0].startswith('1: Y018 "no" is text to some')


@pytest.mark.parametrize("word", ["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
def test_words_that_some_reader_takes_for_true_false_or_null_are_refused(problems, word):
    """In every case of letters, but for true, false and null as JSON has them."""
    for spelling in {word, word.title(), word.upper()} - {"true", "false", "null"}:
        assert problems(f"- {spelling}\n")[0].startswith(f'1: Y018 "{spelling}" is text to some YAML readers')


@pytest.mark.parametrize(
    ("number", "meant"),
    [
        ("1５57", "1557"), ("–1.5", "-1.5"), ("1'557'000", "1557000"), ("12,345,678.9", "12345678.9"),
        ("1.557,3", "1557.3"), ("1,5,7", "plain digits, with a point before decimals"), ("+1_0.5", "10.5"),
        ("-007", "plain digits, with a point before decimals"), ("1,234", "1.234 or 1234"), ("0,5", "0.5"),
    ],
)  # fmt: skip
def test_the_number_meant_is_named_where_it_is_sure(problems, number, meant):
    """Grouping marks go, decimal commas become points, look-alike digits and minus signs plain ones."""
    assert problems(f"- {number}\n") == [
        f'1: Y019 "{number}" is not how a number is written here; write {meant}, or quote it if it is text'
    ]


def test_a_key_written_three_times_is_refused_twice(problems):
    """Both refusals name the first line."""
    assert problems("a: 1\na: 2\na: 3\n") == [
        f'{line}: Y002 key "a" is written twice; keep one, first is on line 1' for line in (2, 3)
    ]


def test_a_duplicate_is_found_at_any_depth_and_quoting_hides_none(problems):
    """Bare and quoted spellings of a key are the same key; the first line is named."""
    assert problems("s:\n  a: 1\n  b: [{c: 1,\n    'c': 2}]\n  \"a\": 3\n") == [
        '4: Y002 key "c" is written twice; keep one, first is on line 3',
        '5: Y002 key "a" is written twice; keep one, first is on line 2',
    ]


def test_a_comma_inside_a_flow_row_never_cuts_a_number_silently(problems):
    """{value: 1,557} is YAML for a number 1 and a key 557: it is refused once, and as the number meant."""
    remedy = "write 1.557 or 1557, or quote it if it is text"
    for row in ("{value: 1,557}", "{value: 1,557 , unit: t}", "[1,557]", "[1,557, a]"):
        assert problems(f"- {row}\n") == [f'1: Y019 "1,557" is not how a number is written here; {remedy}']
    assert problems("- {value: 1,557 млрд, unit: t}\n") == [
        '1: Y019 "1,557 млрд" is cut at its comma; quote it, or write a space after the comma'
    ]


def test_what_follows_from_a_refusal_is_not_said_again(problems):
    """A refused key without a value, and a line with an unseen character, are each one problem."""
    assert codes(problems("{a: 1, 557}\n")) == ["Y007"]
    assert codes(problems("a:\n\tb: 1\n\tb: [\n")) == ["Y017", "Y017"]
    assert codes(problems("a:\n\u00a0\u00a0b: 1\n")) == ["Y016"]


@pytest.mark.parametrize(
    "unseen", "\u0000\u0001\u0085\u00a0\u2007\u2009\u200b\u200d\u2028\u202e\u2066\u3164\ufe0f\ufeff"
)
def test_unseen_characters_are_refused_bare_and_escaped(problems, unseen):
    """Controls, odd spaces, zero-width and direction marks are found in comments and behind escapes alike."""
    escaped = json.dumps(unseen)
    named = f"1: Y016 character U+{ord(unseen):04X} ("
    assert problems(f"- {escaped}\n")[0].startswith(named)
    assert problems(f"a: b # {unseen}\n")[0].startswith(named if unseen != "\0" else "1: Y014 a NUL byte")


def test_a_lone_carriage_return_is_refused(problems):
    """Old line ends and \\r inside a text are named; CR LF around them is not."""
    end = "end lines with LF or CR LF"
    assert problems("a: 1\rb: 2\r\n") == [f"1: Y016 character U+000D (a control character); {end}"]
    assert problems('a: "x\\ry"\r\n') == [f"1: Y016 character U+000D (a control character); {end}"]


def test_all_problems_come_at_once_and_in_order(problems):
    """One reading finds what is wrong in the text, the scalars, the keys and the structure."""
    content = "\ufeffa: NO\nb: 0x1F\na: &x 1\nc: !!int '5'\nd:\ne: 1 557\nf: {g: 12:30\n"
    assert problems(content)[:2] == [
        "1: Y015 the file begins with a byte-order mark; save it as UTF-8 without it",
        '1: Y018 "NO" is text to some YAML readers and not to others; write false, or quote it if it is text',
    ]
    assert codes(problems(content)) == [
        "Y015", "Y018", "Y019", "Y002", "Y003", "Y005", "Y008", "Y019", "Y001", "Y021",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a: 1\nb: 'open\nc: 2\n", "2: Y001 not YAML: found unexpected end of stream; look for a quote"),
        (
            "a: 1\nb: {c: 1\n",
            "2: Y001 not YAML: did not find expected ',' or '}'; look for a quote or bracket",
        ),
        ("a: 1\nb: @c\n", "2: Y001 not YAML: found character that cannot start any token; quote a text"),
        ("a:\n  b: 1\n c: 2\n", "3: Y001 not YAML: did not find expected key; look for"),
        ('a: "\\q"\n', "1: Y001 not YAML: found unknown escape character; look for"),
        ("%YAML 1.2\n---\na: 1\n", "1: Y005 a directive before the data; leave it out"),
    ],
)
def test_broken_syntax_is_shown_where_it_begins(problems, content, problem):
    """A quote or bracket that is never closed is reported where it was opened."""
    assert problems(content)[0].startswith(problem)


def test_a_long_value_is_shown_short_and_visibly(problems):
    """Messages quote at most 40 characters, on one line."""
    assert problems('? "a\\nb"\n: 1\n? "a\\nb"\n: 2\n')[0].startswith(
        '3: Y002 key "a\\u000ab" is written twice'
    )
    assert f'number "{"1" * 40}…" has 50 digits' in problems(f"- {'1' * 50}\n")[0]


# That it agrees with all YAML readers, and never fails otherwise

TAGS = {str: "str", Decimal: "int float", bool: "bool", type(None): "null", date: "timestamp"}
CORE_SCHEMA = re.compile(
    r"null|Null|NULL|~|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


@given(
    st.text("0123456789.,-+_:eExXobOnysftrula~ <=TZ/NI", min_size=1, max_size=12).map(str.strip).filter(bool)
)
def test_a_bare_scalar_that_is_taken_means_the_same_to_other_readers(scalar):
    """What YAML 1.1 (PyYAML) or YAML 1.2 would read as another type is a fault."""
    value = plain(scalar)
    if isinstance(value, Fault):
        return
    tag = yaml.SafeLoader("").resolve(yaml.ScalarNode, scalar, (True, False))
    assert tag.rpartition(":")[2] in TAGS[type(value)]
    assert not (isinstance(value, str | date) and CORE_SCHEMA.fullmatch(scalar))


TEXTS = st.text(st.characters(codec="utf-8"), max_size=30).filter(
    lambda text: not isinstance(quoted(text), Fault)
)
DATA = st.recursive(
    TEXTS | st.booleans() | st.none() | st.dates() | st.decimals(-(10**9), 10**9, places=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(bool), inner, max_size=4),
    max_leaves=20,
)


def as_yaml(data: object) -> str:
    """Flow YAML with every text in quotes."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{as_yaml(key)}: {as_yaml(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(as_yaml, data)) + "]"
    return json.dumps(data, ensure_ascii=False) if isinstance(data, str | bool | None) else str(data)


@given(data=DATA)
def test_data_written_with_quotes_comes_back_as_it_was(tmp_path_factory, data):
    """Any plain data survives, whatever its texts look like."""
    path = tmp_path_factory.getbasetemp() / "written.yaml"
    path.write_text(as_yaml(data) + "\n", encoding="utf-8")
    assert read(path).data == data


TOKENS = [
    b"[", b"{", b"]", b"}", b",", b": ", b"? ", b"- ", b"#", b"\n", b"'", b'"', b"|\n", b">-\n", b"---\n",
    b"...\n", b"&a ", b"*a", b"<<: ", b"! ", b"!!set ", b"%YAML 1.1\n", b"~", b"1,557", b"12:30", b"0x1F",
    b"2024-02-30", b"\t", b"\r", b"\r\n", b"\\x00", b"\xc2\xa0", b"\xe2\x80\xae", b"\xef\xbb\xbf",
    b"\xff\xfe", b"\xed\xa0\x80", b"[" * 30, b"9" * 5000,
]  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    """`content` after one to four byte flips, truncations, splices or insertions of a token."""
    for _ in range(chance.randint(1, 4)):
        at, other = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)
        kind = chance.choice(["flip", "cut", "splice", "insert", "insert"])
        if kind == "flip" and at < len(content):
            content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
        elif kind == "cut":
            content = (
                content[:at] if chance.random() < 0.2 else content[:at] + content[at + chance.randrange(9) :]
            )
        elif kind == "splice":
            content = content[:at] + content[other : other + chance.randrange(200)] + content[at:]
        else:
            content = content[:at] + chance.choice(TOKENS) + content[at:]
    return content


def as_pyyaml_has_it(data: object) -> object:
    """Our data with floats for Decimals, as PyYAML would give it."""
    if isinstance(data, dict):
        return {key: as_pyyaml_has_it(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_pyyaml_has_it(value) for value in data]
    return float(data) if isinstance(data, Decimal) else data


def read_or_refused(path: Path) -> Document | tuple[Problem, ...]:
    try:
        return read(path)
    except DatasetError as error:
        return error.problems


def test_only_dataset_errors_leave_whatever_the_content(write):
    """10,000 spoiled files: each is refused with lines it has, or PyYAML takes it for the same data."""
    chance, taken = random.Random(20261122), 0
    for _ in range(10_000):
        content = mutated(GOOD.encode(), chance)
        found = read_or_refused(write(content))
        if isinstance(found, Document):
            taken += 1
            assert as_pyyaml_has_it(found.data) == yaml.load(content, Loader=yaml.CSafeLoader), content
        else:
            assert found
            assert {problem.line for problem in found} <= set(range(1, content.count(b"\n") + 2)), content
    assert 1_000 < taken < 9_000


def test_a_file_of_1500_rows_is_read_at_once(write):
    """The best of three readings takes under 0.3 seconds of the processor."""
    row = '  - {{period: "{}", value: {}.5, printed: "{},5 млн долларов", source: seed-003}}\n'
    path, seconds = write("reports:\n" + "".join(row.format(i, i, i) for i in range(1_500))), []
    for _ in range(3):
        start = time.process_time()
        assert read(path).data["reports"][1_499]["value"] == Decimal("1499.5")
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.3


# That there is no other reader


def yaml_uses(source: str) -> set[str]:
    """What a module takes from PyYAML: `yaml` for the import itself, and each name."""
    uses: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            uses |= {
                f"import {each.name} as {each.asname}" for each in node.names if each.name.startswith("yaml")
            }
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("yaml", "_yaml")):
            uses |= {f"from {node.module}"}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "yaml":
            uses |= {node.attr}
    return uses


def test_the_scan_sees_every_way_to_load():
    """Direct, renamed and imported loads are all noticed."""
    assert yaml_uses("import yaml\nyaml.safe_load('')") == {"import yaml as None", "safe_load"}
    assert yaml_uses("import yaml as y\nfrom yaml import load") == {"import yaml as y", "from yaml"}


def test_yaml_is_parsed_by_the_reader_alone_and_never_loaded():
    """No module but the reader has PyYAML, and that one takes events and marks from it, no load."""
    users = {
        path.name: uses
        for path in (ROOT / "components").rglob("*.py")
        if (uses := yaml_uses(path.read_text("utf-8")))
    }
    assert set(users) == {"reader.py"}
    assert users["reader.py"] == {
        "import yaml as None", "parse", "CSafeLoader", "MarkedYAMLError",
        "Event", "AliasEvent", "ScalarEvent", "DocumentStartEvent", "MappingStartEvent", "MappingEndEvent",
        "SequenceEndEvent",
    }  # fmt: skip
