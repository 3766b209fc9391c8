"""Charts painted with the tokens of the interface, each with its table and its copies."""
