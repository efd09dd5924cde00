"""What this counter is set to."""
