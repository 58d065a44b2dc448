"""What the server gives out beside Streamlit's pages."""
