"""The bench: speed and memory of store, poller, clearing and analysis, on texts of its own."""
