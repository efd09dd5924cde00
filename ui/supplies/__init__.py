"""What the branch prints with: blanks, ribbons and KPJ numbers."""
