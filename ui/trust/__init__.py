"""The rooms of those who keep the branch: officers, backups, the journal."""
