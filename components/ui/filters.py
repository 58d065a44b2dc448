"""Selections, kept in the URL: a copied link opens the same view; an unknown value in it is named."""

from collections.abc import Mapping

import streamlit as st

from components.ui import text

MOST_BUTTONS = 3


def choose(label: str, key: str, options: Mapping[str, str]) -> str:
    """One of the options (value in the URL to words on the page); the first is the default."""
    values = list(options)
    picked: str | None
    _adopt_url(label, key, options)
    if len(values) > MOST_BUTTONS:
        picked = st.selectbox(label, values, format_func=options.__getitem__, key=key, width=220)
    else:
        picked = st.segmented_control(label, values, format_func=options.__getitem__, key=key, required=True)
    chosen = str(picked or values[0])
    _write_url(key, chosen, default=values[0])
    return chosen


def _adopt_url(label: str, key: str, options: Mapping[str, str]) -> None:
    asked = st.query_params.get(key)
    if asked is not None and asked not in options:
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
    st.session_state[_written(key)] = st.query_params.get(key)


def _written(key: str) -> str:
    return f"{key} as written"
