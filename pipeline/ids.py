"""Identifiers made from printed values: the same across runs, machines and improvements of the cleaning."""

import datetime as dt
import hashlib
import re

from pipeline.wording import plain

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def slug(text: str, limit: int = 60) -> str:
    """Lower-case ASCII words joined by hyphens.

    Example: `slug("Forum des rives — 2024")` → `"forum-des-rives-2024"`.
    """
    return _NOT_WORD.sub("-", plain(text)).strip("-")[:limit].strip("-")


def digest(*parts: object, length: int = 12) -> str:
    """The first hexadecimal digits of a hash over the parts."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def key_of(text: str) -> str:
    """The form in which printed values are compared for identity: words without case, accents or punctuation."""
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


def programme_id(file: str) -> str:
    """The identifier of a document, from its path below the folder that was read, without suffix.

    Example: `programme_id("2024/Forum des rives.pdf")` → `"2024-forum-des-rives"`.
    """
    stem = re.sub(r"\.[^./\\]+$", "", file)
    return slug(stem) or f"document-{digest(file)}"


def session_id(programme: str, date: dt.date | None, start: dt.time | None, title: str) -> str:
    """The identifier of a session, from its programme and what is printed of day, time and title."""
    return f"{programme}-{digest(date, start, key_of(title))}"


def intervention_id(session: str, printed: str) -> str:
    """The identifier of an intervention, from its session and the printed name of the person or body."""
    return f"{session}-{digest(key_of(printed), length=8)}"


def person_id(name: str) -> str:
    """The identifier of a person, from the words of the name in any order."""
    return f"pers-{digest(*sorted(key_of(name).split()), length=10)}"


def organisation_id(key: str) -> str:
    """The identifier of a body, from the key under which its spellings are joined."""
    return f"orga-{digest(key, length=10)}"
