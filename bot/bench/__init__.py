"""The bench: speed and memory of store, poller and analysis, on texts of our own making."""
