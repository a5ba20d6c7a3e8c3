"""How much of the people it names a dataset publishes; apart from the editions, which the writers must not know."""

from enum import StrEnum


class Edition(StrEnum):
    """Who stands in the outputs: people by name, under a keyed pseudonym, or nobody."""

    PUBLIC = "public"
    PSEUDONYMOUS = "pseudonyme"
    ANONYMOUS = "anonyme"


# What stands where a name stood, when nothing else tells who it was.
SOMEBODY = "[personne]"
