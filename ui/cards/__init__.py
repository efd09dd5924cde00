"""The print room: cards to check, cards owed, blanks and the printer."""
