"""The editions of a dataset: with the names of people, with keyed pseudonyms, or without people; never who objects.

The last step over a run before it is written: what the writers make of what it returns names nobody it should not.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from pipeline.columns import Record
from pipeline.edition_mode import Edition
from pipeline.editions.ids import pseudonyms, rename
from pipeline.editions.masking import Masker, text_fields
from pipeline.editions.name_finder import NameFinder, small_words
from pipeline.editions.name_forms import FormKind, forms_of
from pipeline.editions.oppositions import Objection, count_alike, objectors_of, spellings_by_objection, spellings_of
from pipeline.editions.records import Restriction, restrict_programme
from pipeline.errors import EditionKeyError
from pipeline.export import Dataset
from pipeline.programme import Programme
from pipeline.shelf import Keep
from pipeline.tables import Failure

log = logging.getLogger(__name__)


def restrict_edition(
    dataset: Dataset,
    edition: Edition = Edition.PUBLIC,
    key: bytes | None = None,
    oppositions: Sequence[Objection] = (),
    aloud: bool = True,
    keep: Keep = tuple,
) -> Dataset:
    """The dataset as an edition publishes it.

    Args:
        dataset: all that was read.
        edition: how much of the people stays.
        key: the key of pseudonyms; only that edition uses it.
        oppositions: who objects; they are in no edition.
        aloud: whether the log says, by its line, of an opposition that it meets nobody or may have missed a misprint.
        keep: how programmes are kept.

    Raises:
        EditionKeyError: pseudonyms are asked for without a key.
    """
    dataset = dataset._replace(edition=edition)
    if edition is Edition.PUBLIC and not oppositions:
        return dataset
    if edition is Edition.PSEUDONYMOUS and not key:
        raise EditionKeyError("The edition « pseudonyme » needs a key.")
    own_key = key if edition is Edition.PSEUDONYMOUS else None
    programmes = dataset.programmes
    meant = objectors_of(programmes, oppositions)
    hidden = frozenset(chain.from_iterable(meant.values()))
    labels = pseudonyms(programmes, own_key) if own_key else {}
    masker = _masker(programmes, oppositions, meant, labels, edition)
    renaming = rename(programmes, masker, own_key, again=edition is Edition.ANONYMOUS)
    restriction = Restriction(edition, own_key, hidden, tuple(oppositions), labels, masker, renaming)
    files = _files(dataset, masker)
    restricted = _without_lost_wholes(keep(restrict_programme(each, restriction, files) for each in programmes), keep)
    failures = tuple(_failure(each, files, masker) for each in dataset.failures)
    met = [bool(meant[number]) or _name_of(number) in masker.met for number in range(len(oppositions))]
    if aloud:
        _report(programmes, oppositions, met, hidden)
    named = edition is Edition.PUBLIC
    known = {record for each in restricted for record in _identifiers(each)}
    return dataset._replace(
        programmes=restricted,
        failures=failures,
        objections=sum(met),
        # Both tell names, of before and after or of two who look alike: with these they are published, or not at all.
        corrections=tuple(each for each in dataset.corrections if named and _is_open(each, masker)),
        suggestions=tuple(
            each
            for each in dataset.suggestions
            if named and {each.first_id, each.second_id} <= known and _is_open(each, masker)
        ),
    )


def _without_lost_wholes(programmes: Sequence[Programme], keep: Keep) -> Sequence[Programme]:
    """The programmes; a body whose whole is published nowhere is told without it."""
    known = {body.organisation_id for programme in programmes for body in programme.organisations}
    return keep(
        programme.model_copy(
            update={
                "organisations": tuple(
                    body if body.parent_id in known else body.model_copy(update={"parent_id": None})
                    for body in programme.organisations
                )
            }
        )
        for programme in programmes
    )


def _is_open(record: Record, masker: Masker) -> bool:
    """Whether a record names nobody who is hidden."""
    return masker.mask_record(record) == record


def _identifiers(programme: Programme) -> Iterator[str]:
    yield from (person.person_id for person in programme.persons)
    yield from (body.organisation_id for body in programme.organisations)


def _report(
    programmes: Sequence[Programme], oppositions: Sequence[Objection], met: Sequence[bool], hidden: frozenset[str]
) -> None:
    """Say in the log, by its line alone, which objection met nobody and which may have missed a misprint."""
    for objection, found in zip(oppositions, met, strict=True):
        where = objection.where or "an opposition"
        if not found:
            log.warning("%s: meets nobody in these documents.", where)
        if alike := count_alike(programmes, objection, hidden):
            log.warning(
                "%s: %d name(s) spelt nearly so stay published; list them too if they are meant.", where, alike
            )


def without_people(programme: Programme, names: Iterable[str]) -> Programme:
    """The programme as it is published when people of these names object: for whatever is kept between runs."""
    objections = [Objection(name) for name in names]
    return restrict_edition(Dataset((programme,)), Edition.PUBLIC, None, objections).programmes[0]


def _name_of(number: int | str) -> str:
    return f"opposition {number}"


def _masker(
    programmes: Sequence[Programme],
    oppositions: Sequence[Objection],
    meant: dict[int, set[str]],
    labels: dict[str, str],
    edition: Edition,
) -> Masker:
    """What hides the names: of who objects in the public edition, of everybody in the others."""
    found: dict[str, set[str]] = {}
    kept: set[str] = set()
    hidden = set().union(*meant.values())
    for number, names in spellings_by_objection(programmes, oppositions, meant).items():
        found[_name_of(number)] = names
        if not meant[int(number)]:  # the same surname alone is more likely somebody else's
            kept.add(oppositions[int(number)].name)
    for person in (person for programme in programmes for person in programme.persons):
        if person.person_id in hidden:
            continue
        if edition is Edition.PUBLIC:
            kept.add(person.name)
        else:
            found.setdefault(person.person_id, set()).update(spellings_of(person))
    if edition is not Edition.PUBLIC:
        for item in (
            each for programme in programmes for session in programme.sessions for each in session.interventions
        ):
            if item.name and item.person_id not in hidden:
                found.setdefault(item.person_id or item.name, set()).add(item.name)
        kept = {name for name in kept if name in {each.name for each in oppositions}}
    surnames = {form.letters for name in kept for form in forms_of(name) if form.kind is FormKind.SURNAME}
    words = small_words(_texts(programmes)) | surnames
    return Masker(NameFinder(found, frozenset(words)), labels, prose=edition is not Edition.PUBLIC)


def _texts(programmes: Iterable[Programme]) -> Iterator[str]:
    """All texts of a run."""
    for programme in programmes:
        for record in chain(_records(programme), programme.provenances, programme.organisations):
            for name in text_fields(type(record)):
                if text := getattr(record, name):
                    yield text


def _records(programme: Programme) -> Iterator[Record]:
    yield programme
    for session in programme.sessions:
        yield session
        yield from session.interventions


def _files(dataset: Dataset, masker: Masker) -> dict[str, str]:
    """The new name of each file, no two alike."""
    names = sorted({*(each.file for each in dataset.programmes), *(each.file for each in dataset.failures)})
    clean = {name: masker.mask(name, any_case=True) for name in names}
    taken = {name for name, new in clean.items() if name == new}
    for name, new in clean.items():
        number, found = 1, new
        while name != new and found in taken:
            number += 1
            found = f"{number}-{new}"
        taken.add(found)
        clean[name] = found
    return clean


def _failure(failure: Failure, files: dict[str, str], masker: Masker) -> Failure:
    message = failure.message.replace(failure.file, files[failure.file])
    return failure.model_copy(update={"file": files[failure.file], "message": masker.mask(message)})
