"""The vintage that a reader has chosen, "as known on" a day: kept in the URL, and the same on every page."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components import wording
from components.ledger.frames import reports_frame, sources_frame
from components.ledger.vintages import AS_OF, day_asked, publication_days, undated_stories, vintage_of
from components.ui import store, text
from components.ui.memory import Memory, recall
from components.ui.store import Store

MOST_VINTAGES = 4
"""Each takes up to 5 MB, and 0.2 seconds to build."""
EVERYTHING = "Show all that is known"
PICKED, KEPT = "as known on", "as known on, and where"
HELP = "Leaves out what was published later, and what has no date of publication."

_VINTAGES = Memory(MOST_VINTAGES)


def as_known(data: Store, asked: str | None) -> Store:
    """The vintage of a day such as "2025-03-01"; for None, all that is known.

    All days up to the next publication share one. ValueError says in a sentence what is wrong with a day.
    """
    if asked is None:
        return data
    days = _days(data)
    day = vintage_of(day_asked(asked, days, date.today()), days)
    return _VINTAGES.recall((data.tried, day), lambda: _built(data, day))


def _built(data: Store, day: date) -> Store:
    ledger = data.ledger.as_known(day)
    frames = reports_frame(ledger), data.series, sources_frame(ledger)
    name = f"{data.fingerprint}, {day}"
    return Store(ledger, *frames, fingerprint=name, tried=data.tried, problems=data.problems, day=day)


def titled(title: str) -> Store:
    """Begins a page: its title, the choice of a day, and what is left out; gives the ledger to show.

    Where the address asks for a day without a vintage, a sentence says so and the page ends there.
    """
    data, asked = store.current(), _asked(title)
    try:
        known = as_known(data, asked)
    except ValueError as error:
        _heading(title, "As known on …", None, _days(data))
        text.show(text.paragraph(str(error)), text.quiet(text.link(EVERYTHING, "?")))
        st.stop()
    day = date.fromisoformat(asked) if asked else None
    label = f"As known on {wording.day(day)}" if day else "As known today"
    _heading(title, label, day, _days(data))
    if day:
        text.show(text.quiet(text.plain(_told(data, known, day))))
    return known


def _heading(title: str, label: str, day: date | None, days: Sequence[date]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.title(title, width="stretch")
        with st.popover(label, type="tertiary", icon=":material/history:"):
            st.session_state[PICKED] = day
            st.date_input(
                "As known on",
                value=None,
                min_value=days[0],
                max_value=date.today(),
                key=PICKED,
                format="YYYY-MM-DD",
                help=HELP,
                on_change=_write_address,
            )


def _told(data: Store, known: Store, day: date) -> str:
    """What a vintage holds, and what belongs to none."""
    undated = int(data.reports["source_published"].isna().sum())
    stories = recall((data.fingerprint, "undated stories"), lambda: undated_stories(data.ledger.book))
    return (
        f"As known on {wording.day(day)}: {len(known.reports):,} reports published up to that day; "
        f"{undated:,} of sources without a date belong to no vintage and are left out, as are {stories:,} "
        "events, routes and projects. The words on those are today’s."
    )


def _days(data: Store) -> tuple[date, ...]:
    return recall((data.fingerprint, "publication days"), lambda: publication_days(data.ledger.book))


def _asked(title: str) -> str | None:
    """What the address asks for, several days as one that cannot be read.

    Streamlit empties the address where a reader goes on to another page: what was asked for is put back then.
    """
    page: str
    kept: str | None
    page, kept = st.session_state.get(KEPT, (title, None))
    if AS_OF in st.query_params:
        kept = ",".join(st.query_params.get_all(AS_OF))
    elif page == title:
        kept = None
    elif kept is not None:
        st.query_params[AS_OF] = kept
    st.session_state[KEPT] = (title, kept)
    return kept


def _write_address() -> None:
    day: date | None = st.session_state[PICKED]
    if day:
        st.query_params[AS_OF] = day.isoformat()
    else:
        st.query_params.pop(AS_OF, None)
