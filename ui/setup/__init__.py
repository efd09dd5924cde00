"""The wizards of rare days: the first start of a branch, and putting a backup back."""
