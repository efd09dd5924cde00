"""Words for everything that ``app`` names by a code. English is the source, Indonesian its translation."""
