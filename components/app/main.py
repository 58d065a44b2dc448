"""What Streamlit runs for a viewer: the pages and their navigation, nothing else."""

import streamlit as st

from components.ledger.problems import DatasetError, report_text
from components.pages import (
    corridors,
    electricity,
    explore,
    gas,
    oil,
    overview,
    partnerships,
    sources,
    statements,
    targets,
    trade,
)
from components.ui import store


def main() -> None:
    """Shows the chosen page, or what is wrong with the datasets."""
    st.set_page_config(page_title="Caspian Ledger", layout="wide")
    pages = [
        st.Page(overview.show, title="Overview", default=True),
        st.Page(trade.show, title="Trade", url_path="trade"),
        st.Page(oil.show, title="Oil", url_path="oil"),
        st.Page(gas.show, title="Gas", url_path="gas"),
        st.Page(electricity.show, title="Electricity", url_path="electricity"),
        st.Page(corridors.show, title="Corridors", url_path="corridors"),
        st.Page(partnerships.show, title="Partnerships", url_path="partnerships"),
        st.Page(targets.show, title="Targets", url_path="targets"),
        st.Page(explore.show, title="Explore", url_path="explore"),
        st.Page(statements.show, title="Statements", url_path="statements"),
        st.Page(sources.show, title="Sources & checks", url_path="sources"),
    ]
    page = st.navigation(pages, position="top")
    try:
        store.current()
    except DatasetError as error:
        st.title("The datasets do not validate")
        st.code(report_text(error.problems), language=None)
        return
    page.run()


main()
