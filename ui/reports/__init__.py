"""What the branch counts: the day's tally."""
