"""Frames in, Plotly figures out: no Streamlit, no file, no ledger. SVG traces only."""
