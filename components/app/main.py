"""What Streamlit runs for a viewer: the pages and their navigation, nothing else."""

import streamlit as st

from components.ledger.problems import DatasetError, report_text
from components.pages import oil, overview, sources, trade
from components.ui import store


def main() -> None:
    """Shows the chosen page, or what is wrong with the datasets."""
    st.set_page_config(page_title="Caspian Ledger", layout="wide")
    pages = [
        st.Page(overview.show, title="Overview", default=True),
        st.Page(trade.show, title="Trade", url_path="trade"),
        st.Page(oil.show, title="Oil", url_path="oil"),
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
