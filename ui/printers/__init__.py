"""The printers of the desk: how they are, where they print, and trying them."""
