"""The frame around every page: rail, top bar and status line."""
