"""Pages for the team: what was read beside the page it was read from, and a first picture of the dataset."""
