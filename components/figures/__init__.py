"""Frames in, Plotly figures out: no Streamlit, no ledger, no file but the map's land. SVG traces only."""
