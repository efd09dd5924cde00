"""The steps from one form of the tables to the next; ``db/migrate.py`` takes them."""
