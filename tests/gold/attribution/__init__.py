"""Who says what, on short invented texts: cases, scorer and figures. `python -m tests.gold.attribution` prints them."""
