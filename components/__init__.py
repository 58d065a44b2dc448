"""Caspian Ledger: figures of Caspian trade and energy, every one with its source, and their dashboard."""
