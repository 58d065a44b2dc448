"""Problems: one line each, in order, with an exit code."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.ledger.problems import DatasetError, Problem, exit_code, report_json, report_text

TWICE = Problem(
    "datasets/a.yaml", 16, "Y002", 'key "printed" is written twice', "keep one, first is on line 15"
)
EARLIER = Problem("datasets/a.yaml", 9, "Y018", '"NO" is not plain')
OTHER_FILE = Problem("datasets/b.yaml", 1, "Y009", "the file is empty", "fill it")


def test_a_problem_is_one_line_with_place_code_finding_and_remedy():
    """A problem reads path:line: CODE what; hint."""
    assert str(TWICE) == (
        'datasets/a.yaml:16: Y002 key "printed" is written twice; keep one, first is on line 15'
    )


def test_a_problem_without_a_hint_ends_with_what_is_wrong():
    """No semicolon is left hanging."""
    assert str(EARLIER) == 'datasets/a.yaml:9: Y018 "NO" is not plain'


def test_lines_are_ordered_as_numbers():
    """Line 9 comes before line 16, and all of one file before the next."""
    assert sorted([OTHER_FILE, TWICE, EARLIER]) == [EARLIER, TWICE, OTHER_FILE]


def test_problems_of_one_line_are_ordered_by_code():
    """On the same line Y002 comes before Y003."""
    later = Problem("datasets/a.yaml", 16, "Y003", 'alias "*a"')
    assert sorted([later, TWICE]) == [TWICE, later]


def test_the_error_holds_its_problems_in_order_and_prints_them():
    """DatasetError sorts what it is given, and its text is the report."""
    error = DatasetError(iter([TWICE, EARLIER]))
    assert error.problems == (EARLIER, TWICE)
    assert str(error) == f"{EARLIER}\n{TWICE}"


def test_the_error_survives_a_trip_between_processes():
    """Pickled and back, it has the same problems."""
    assert pickle.loads(pickle.dumps(DatasetError([TWICE]))).problems == (TWICE,)


def test_no_problems_give_an_empty_report():
    """Nothing wrong prints nothing, and an empty list as JSON."""
    assert (report_text([]), report_json([])) == ("", "[]")


@pytest.mark.parametrize(("problems", "code"), [([], 0), ([TWICE], 1), ([TWICE, EARLIER], 1)])
def test_the_exit_code_says_whether_anything_is_wrong(problems, code):
    """0 without problems, 1 with any number of them."""
    assert exit_code(problems) == code


def test_json_keeps_every_field_and_the_order():
    """Each object has path, line, code, what and hint; the line is a number and letters stay letters."""
    azerbaijani = Problem("datasets/a.yaml", 3, "Y019", '"−5" is not how a number is written', "write -5")
    assert json.loads(report_json([TWICE, azerbaijani])) == [
        {
            "path": "datasets/a.yaml",
            "line": 3,
            "code": "Y019",
            "what": '"−5" is not how a number is written',
            "hint": "write -5",
        },
        {
            "path": "datasets/a.yaml",
            "line": 16,
            "code": "Y002",
            "what": 'key "printed" is written twice',
            "hint": "keep one, first is on line 15",
        },
    ]
    assert "−5" in report_json([azerbaijani])


PROBLEMS = st.builds(
    Problem,
    path=st.sampled_from(["a.yaml", "b.yaml"]),
    line=st.integers(1, 30),
    code=st.sampled_from(["Y002", "S101"]),
    what=st.just("wrong"),
)


@given(st.lists(PROBLEMS))
def test_both_reports_say_the_same_in_the_same_order(problems):
    """Text has one line and JSON one object a problem, and they agree on places."""
    lines = report_text(problems).splitlines()
    places = [
        f"{each['path']}:{each['line']}: {each['code']} wrong" for each in json.loads(report_json(problems))
    ]
    assert lines == places
