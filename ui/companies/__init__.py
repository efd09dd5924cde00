"""The room "Perusahaan": companies, what of their cards waits, and the lists of workers they send."""
