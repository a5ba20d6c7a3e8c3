"""What workers are forked from: importing this imports all they read with, and leaves it out of looks for cycles."""

from pipeline.garbage import collect_seldom, no_collection


def _import_all() -> None:
    import pebble  # noqa: F401

    import pipeline.batch
    import pipeline.running.worker
    import pipeline.tagger  # noqa: F401


# All that is imported stays: to look through it again and again took an eighth of the time.
with no_collection():
    _import_all()
collect_seldom()
