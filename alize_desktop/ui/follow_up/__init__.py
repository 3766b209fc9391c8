"""What is to be followed up: what is due, and the rules of it."""
