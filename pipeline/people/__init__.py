"""Names, functions and bodies in text: the grammar of what is said of people."""
