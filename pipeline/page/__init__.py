"""Lines of a page: where they stand to one another, and what they say, whatever document they are in."""
