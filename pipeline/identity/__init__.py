"""Who is who over a whole run: one record per person and per body."""
