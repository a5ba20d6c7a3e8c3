"""A run over many documents: its files, processes and limits, what is kept of it, partitions, other machines."""
