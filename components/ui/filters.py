"""Selections, kept in the URL: a copied link opens the same view; an unknown value in it is named."""

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from components import wording
from components.ui import text

MOST_BUTTONS, MOST_LETTERS = 3, 48
"""More or longer options than these do not stand beside each other on a phone."""
BETWEEN = ","
ON = "1"


def choose(label: str, key: str, options: Mapping[str, str]) -> str:
    """One of the options (value in the URL to words on the page); the first is the default."""
    values = list(options)
    picked: str | None
    _adopt_url(label, key, options)
    if len(values) > MOST_BUTTONS or len("".join(options.values())) > MOST_LETTERS:
        picked = st.selectbox(label, values, format_func=options.__getitem__, key=key, width=220)
    else:
        picked = st.segmented_control(label, values, format_func=options.__getitem__, key=key, required=True)
    chosen = str(picked or values[0])
    _write_url(key, chosen, default=values[0])
    return chosen


def any_of(values: Iterable[str]) -> dict[str, str]:
    """Options out of words that stand for themselves, in their order; any of them first."""
    return {"": "Any"} | {value: wording.sentence(value) for value in values}


def several(label: str, key: str, options: Mapping[str, str], *, most: int, help: str) -> list[str]:
    """Any of the options, in the order in which they were chosen; none is the default."""
    asked = [value for value in st.query_params.get(key, "").split(BETWEEN) if value]
    known = [value for value in asked if value in options][:most]
    if known != asked:
        unknown = ", ".join(f"“{value}”" for value in asked if value not in known)
        text.show(text.paragraph(f"{unknown} cannot be shown as “{label}” here and is left out."))
    if key not in st.session_state or st.session_state.get(_written(key)) != BETWEEN.join(asked):
        st.session_state[key] = known
    st.session_state[key] = [value for value in st.session_state[key] if value in options]
    picked = st.multiselect(
        label, list(options), format_func=options.__getitem__, key=key, max_selections=most, placeholder=help
    )
    _write_url(key, BETWEEN.join(picked), default="")
    return list(picked)


def words(label: str, key: str, *, help: str) -> str:
    """Words to search for; none is the default."""
    asked = st.query_params.get(key, "")
    if key not in st.session_state or st.session_state.get(_written(key)) != asked:
        st.session_state[key] = asked
    typed = st.text_input(label, key=key, placeholder=help, width=320).strip()
    _write_url(key, typed, default="")
    return typed


def switch(label: str, key: str) -> bool:
    """On or off; off is the default."""
    asked = st.query_params.get(key, "")
    if key not in st.session_state or st.session_state.get(_written(key)) != asked:
        st.session_state[key] = asked == ON
    is_on = st.toggle(label, key=key)
    _write_url(key, ON if is_on else "", default="")
    return is_on


def events(topics: Sequence[str]) -> tuple[str, ...]:
    """The topics whose events the charts of the page mark: none, until the reader switches them on."""
    return tuple(topics) if switch("Mark events", "events") else ()


def reckoned() -> bool:
    """Whether charts over the years show what nobody prints and what follows from print: no, at first."""
    return switch("Implied values", "implied")


def _adopt_url(label: str, key: str, options: Mapping[str, str]) -> None:
    asked = st.query_params.get(key)
    if asked is not None and asked not in options:
        # what this page wrote itself was taken out of the options by another choice, which needs no words
        if st.session_state.get(_written(key)) != asked:
            words = ", ".join(f"{value} ({words})" for value, words in options.items())
            text.show(text.paragraph(f"“{asked}” is not a choice of “{label}”. There are: {words}."))
        del st.query_params[key]
        asked = None
    if key not in st.session_state or st.session_state.get(_written(key)) != asked:
        st.session_state[key] = asked or next(iter(options))
    elif st.session_state[key] not in options:
        st.session_state[key] = next(iter(options))


def _write_url(key: str, chosen: str, *, default: str) -> None:
    if chosen != default:
        st.query_params[key] = chosen
    elif key in st.query_params:
        del st.query_params[key]
    st.session_state[_written(key)] = st.query_params.get(key, "" if default == "" else None)


def _written(key: str) -> str:
    return f"{key} as written"
