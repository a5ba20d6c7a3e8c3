"""No byte of a published folder names somebody its edition hides: over the samples and the reference programme."""

from functools import cache

import pytest
from leaks import encoded, folded, leaks, orders_of
from runs import CORPUS, run_jobs, samples

from pipeline.batch import find_jobs
from pipeline.edition_mode import Edition
from pipeline.editions import restrict_edition
from pipeline.editions.name_forms import is_homograph
from pipeline.editions.oppositions import Objection, spellings_of
from pipeline.export import Dataset, write_files
from pipeline.export.tables import pool_records
from pipeline.programme import Person

KEY = b"never-in-any-file-0123456789abcdef"
REFERENCE = CORPUS / "nec-2022" / "nec-2022.pdf"
WITHOUT = "the shared corpus of real programmes is not beside the repository"


@cache
def reference() -> Dataset:
    return run_jobs(find_jobs([REFERENCE]))


RUNS = [
    pytest.param(samples, id="samples"),
    pytest.param(
        reference,
        id="reference",
        marks=[pytest.mark.corpus, pytest.mark.skipif(not REFERENCE.is_file(), reason=WITHOUT)],
    ),
]


def people(dataset: Dataset) -> list[Person]:
    return pool_records((each for programme in dataset.programmes for each in programme.persons), "person_id", "name")


def needles(persons: list[Person]) -> set[str]:
    """The names as they may stand in a text: in any order of their words, and behind a civility."""
    found = {order for person in persons for name in spellings_of(person) for order in orders_of(name)}
    for person in persons:
        surname = folded(person.last_name or "").strip()
        found |= {f" {civility} {surname} " for civility in ("m", "mme", "monsieur", "madame", "dr", "pr") if surname}
    return found


def secrets(dataset: Dataset, persons: list[Person]) -> list[bytes]:
    """The identifiers that are digests of names."""
    ids = {person.person_id for person in persons}
    items = [
        each for programme in dataset.programmes for session in programme.sessions for each in session.interventions
    ]
    tails = [item.intervention_id.removeprefix(item.session_id) for item in items if item.person_id in ids]
    return [text.encode() for text in (*ids, *tails)]


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("edition", [Edition.PSEUDONYMOUS, Edition.ANONYMOUS])
def test_no_edition_without_names_names_anybody(run, edition: Edition) -> None:  # type: ignore[no-untyped-def]
    dataset = run()
    files = write_files(restrict_edition(dataset, edition, KEY), ["excel"])
    assert leaks(files, needles(people(dataset))) == {}
    assert [
        name for name, content in files.items() for each in secrets(dataset, people(dataset)) if each in content
    ] == []
    assert [name for name, content in files.items() for each in encoded(KEY) if each in content] == []


@pytest.mark.parametrize("run", RUNS)
def test_the_search_would_see_every_name(run) -> None:  # type: ignore[no-untyped-def]
    dataset = run()
    seen = set().union(*leaks(write_files(restrict_edition(dataset), ["excel"]), needles(people(dataset))).values())
    assert all(orders_of(person.name) & seen for person in people(dataset))


@pytest.mark.parametrize("run", RUNS)
def test_no_surname_alone_that_is_no_other_word_is_left(run) -> None:  # type: ignore[no-untyped-def]
    dataset = run()
    files = write_files(restrict_edition(dataset, Edition.PSEUDONYMOUS, KEY))
    sure = {folded(each.last_name) for each in people(dataset) if each.last_name and not is_homograph(each.last_name)}
    texts = leaks({name: files[name] for name in ("sessions.csv", "interventions.csv", "organisations.csv")}, sure)
    left = set().union(*texts.values()) if texts else set()
    # Words that the documents write small as well: nobody is meant by them.
    small = " ".join(folded(part) for part in _small(dataset))
    assert {word for word in left if word not in f" {small} "} == set()


def _small(dataset: Dataset) -> list[str]:
    texts = [each.description or "" for programme in dataset.programmes for each in programme.sessions]
    texts += [each.raw for programme in dataset.programmes for each in programme.provenances]
    return [word for text in texts for word in text.replace("'", " ").split() if word.islower()]


@pytest.mark.parametrize(
    ("run", "edition"),
    # Over the reference once: there it takes its time.
    [*((samples, edition) for edition in Edition), pytest.param(reference, Edition.PUBLIC, marks=RUNS[1].marks)],
)
def test_who_objects_is_in_no_byte(run, edition: Edition) -> None:  # type: ignore[no-untyped-def]
    dataset = run()
    objectors = people(dataset)[::7]
    objections = [Objection(" ".join(reversed(each.name.upper().rsplit(" ", 1)))) for each in objectors]
    found = restrict_edition(dataset, edition, KEY, objections)
    assert found.objections == len(objections)
    files = write_files(found)
    assert (
        leaks(files, {order for each in objectors for name in spellings_of(each) for order in orders_of(name)}) == {}
    )
    assert [name for name, content in files.items() for each in secrets(dataset, objectors) if each in content] == []


def test_the_search_looks_behind_every_encoding() -> None:
    kinds = {
        "a.json": b'{"a": "L\\u00e9a\\nDurand"}',
        "b.ics": b"SUMMARY:Avec L\xc3\xa9a Du\r\n rand",
        "c.ttl": b"<https://rives.invalid/#L%C3%A9a-Durand>",
        "d.xml": b"<a>L&#233;a Durand</a>",
        "lea_durand.csv": b"",
    }
    assert set(leaks(kinds, orders_of("Léa Durand"))) == set(kinds)
