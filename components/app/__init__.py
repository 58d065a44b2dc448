"""What Streamlit runs for a viewer.

A folder of its own: of a script with a folder `pages` beside it Streamlit takes those for its old kind of
pages until `st.navigation` is called, and a first visitor who comes by a link to a page sees nothing.
"""
