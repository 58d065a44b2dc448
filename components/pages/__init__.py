"""One module a page, mostly calls."""
