"""Commands and clocks: what talks to Discord."""
