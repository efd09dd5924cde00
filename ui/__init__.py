"""The counter's screens. The only folder that knows Qt."""
