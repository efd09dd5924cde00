"""What is seen before the first visitor: who sits here."""
