"""Streamlit begins here."""
