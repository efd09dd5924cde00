"""The branch's rules as plain values and small use cases; knows no screen, no SQL and no PDF."""
