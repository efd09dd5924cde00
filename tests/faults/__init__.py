"""What a counter must survive: programs killed at any moment, and nothing lost or printed twice."""
