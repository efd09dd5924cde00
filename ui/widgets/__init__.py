"""Small parts that every page is composed of. They show and tell; they decide nothing."""
