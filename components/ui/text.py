"""The one way for text to reach the page: escaped HTML, shown exactly as it stands in the datasets."""

from collections.abc import Iterable
from html import escape

import streamlit as st

SERIF = "font-family:'Source Serif',serif;font-weight:600;line-height:1.25;margin:0;padding:0"
QUIET = "font-size:0.85rem;opacity:0.78;margin:0"
CELL = "padding:0.2rem 0.7rem 0.2rem 0;text-align:left;vertical-align:top;border-bottom:1px solid #8884"
TABLE = "border-collapse:collapse;font-size:0.85rem;font-variant-numeric:tabular-nums"
LINK = "color:inherit;text-underline-offset:2px"


def show(*fragments: str) -> None:
    """Puts fragments that were made by this module on the page."""
    st.html(section(*fragments))


def heading(text: str, *, level: int = 3, size: str = "1.35rem") -> str:
    """A heading of a card or section."""
    return f'<h{level} style="{SERIF};font-size:{size}">{escape(text)}</h{level}>'


def section(*fragments: str) -> str:
    """Fragments that belong together, as one."""
    return "".join(fragments)


def paragraph(text: str) -> str:
    """Plain running text."""
    return f'<p style="margin:0">{escape(text)}</p>'


def quiet(*parts: str) -> str:
    """A small, pale line of plain texts and links."""
    return f'<p style="{QUIET}">{"".join(parts)}</p>'


def plain(text: str) -> str:
    """Text within a line."""
    return escape(text)


def strong(text: str) -> str:
    """Words that stand out within a line."""
    return f"<strong>{escape(text)}</strong>"


def link(words: str, address: str) -> str:
    """A link; addresses of other sites open apart."""
    apart = ' target="_blank" rel="noopener noreferrer"' if address.startswith("http") else ""
    return f'<a style="{LINK}" href="{escape(address, quote=True)}"{apart}>{escape(words)}</a>'


def linked(words: str, address: object) -> str:
    """Words, as a link where the address is known."""
    return link(words, address) if isinstance(address, str) else plain(words)


def downloads(*links: str) -> str:
    """The line below a chart or table from which its rows are fetched."""
    return quiet(plain("Download CSV: "), " · ".join(links))


def listing(items: Iterable[str]) -> str:
    """A bulleted list of fragments."""
    points = "".join(f"<li>{item}</li>" for item in items)
    return f'<ul style="font-size:0.9rem;margin:0;padding-left:1.2rem">{points}</ul>'


def table(
    header: Iterable[str], rows: Iterable[Iterable[str]], *, height: str = "32rem", width: str = "0"
) -> str:
    """A table of fragments that scrolls where the page is narrower than `width` or the table long."""
    head = "".join(f'<th scope="col" style="{CELL}">{escape(cell)}</th>' for cell in header)
    body = "".join(_row(row) for row in rows)
    look, style = f"{TABLE};min-width:{width}", f"overflow:auto;max-height:{height}"
    content = f'<table style="{look}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div tabindex="0" role="region" aria-label="Table" style="{style}">{content}</div>'


def _row(cells: Iterable[str]) -> str:
    inner = "".join(f'<td style="{CELL}">{cell}</td>' for cell in cells)
    return f"<tr>{inner}</tr>"


def folded(summary: str, *content: str) -> str:
    """Content that opens on a click."""
    style = "cursor:pointer;font-size:0.85rem"
    return f'<details><summary style="{style}">{escape(summary)}</summary>{"".join(content)}</details>'


def opening(summary: str, *content: str) -> str:
    """An entry of a list, told by a fragment, that opens on a click."""
    outer = "border-bottom:1px solid #8884;padding:0.35rem 0"
    inner = "display:flex;flex-direction:column;gap:0.35rem;padding:0.4rem 0 0.5rem 1.1rem"
    head = f'<summary style="cursor:pointer">{summary}</summary>'
    return f'<details style="{outer}">{head}<div style="{inner}">{"".join(content)}</div></details>'
