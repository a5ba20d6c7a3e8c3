"""What a publication changes on a portal, as data, and doing it.

A plan is made from what is there; doing it can stop anywhere, for the next plan begins with what is there then.
Nothing is ever deleted.
"""

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from pipeline.errors import PublishError, UsageError
from pipeline.publish.client import RefusalError
from pipeline.publish.publication import Publication, Resource, has_digest

# How what we published is known again on a portal.
NAME_KEY, PATH_KEY, STATE_KEY = "programme-ouvert:name", "programme-ouvert:path", "programme-ouvert:metadata"


class Action(StrEnum):
    """What happens to a dataset or a resource."""

    CREATE = "créer"
    REPLACE = "remplacer"
    LEAVE = "laisser"
    OMIT = "omettre"


class RemoteResource(NamedTuple):
    """A file of ours as it stands on the portal; `state` is the fingerprint of the metadata last sent."""

    identifier: str
    path: str
    digest: str | None
    state: str | None


class Remote(NamedTuple):
    """Our dataset as it stands on the portal; `extras` are all it has, ours and those of others."""

    identifier: str
    private: bool
    state: str | None
    extras: dict[str, str]
    resources: tuple[RemoteResource, ...]


class Step(NamedTuple):
    """One thing to do or to leave: on which resource (`path`; empty for the dataset itself) and why.

    `identifier` is the portal's, for what is there already; `upload` says whether the file itself is sent.
    """

    action: Action
    path: str
    reason: str
    identifier: str | None = None
    upload: bool = False


class Plan(NamedTuple):
    """All steps, the dataset first, whether it is to be private, and what a person should know."""

    steps: tuple[Step, ...]
    private: bool
    remote: Remote | None
    notes: tuple[str, ...] = ()


class Target(NamedTuple):
    """What a kind of portal must be able to do; see `udata` and `ckan`.

    `state_of` and `resource_state` give the fingerprint of the metadata they would send, `notes` what a person should
    know of it. `save` creates or updates the dataset and returns its identifier; `add` and `replace` send one file
    (`replace` keeps the resource's identifier).
    """

    find: Callable[[Publication], Remote | None]
    extensions: Callable[[], Collection[str] | None]
    state_of: Callable[[Publication], str]
    resource_state: Callable[[Resource], str]
    save: Callable[[Publication, Remote | None, bool], str]
    add: Callable[[str, Resource], Any]
    replace: Callable[[str, str, Resource, bool], Any]
    private_needs_owner: bool = False
    notes: Callable[[Publication], tuple[str, ...]] = lambda publication: ()


def make_plan(publication: Publication, target: Target, public: bool) -> Plan:
    """What publishing would do now.

    A new dataset is private unless `public`. One that is there stays as it is, private or public, unless `public`:
    what a person has opened is not closed again.

    Raises:
        PublishError: the portal cannot be asked, or refuses.
        UsageError: the portal keeps nothing private without an organisation, and none is given.
    """
    try:
        remote = target.find(publication)
        extensions = target.extensions()
        private = not public and (remote is None or remote.private)
        if target.private_needs_owner and private and remote is None and not publication.organisation:
            raise UsageError("This portal keeps a dataset private only for an --organisation: give one, or --public.")
        first = _dataset_step(remote, target.state_of(publication), private)
        notes = target.notes(publication)
    except RefusalError as error:
        raise PublishError(f"{error}.") from error
    except (AttributeError, KeyError, TypeError) as error:
        # Some site answers JSON to everything, in a shape of its own.
        raise PublishError("The answers are none of such a portal; are --to and --url right?") from error
    there = {resource.path: resource for resource in remote.resources} if remote else {}
    steps = [_step(resource, there.get(resource.path), target, extensions) for resource in publication.resources]
    gone = sorted(set(there) - {resource.path for resource in publication.resources})
    steps += [
        Step(Action.LEAVE, path, "n'est plus dans le dossier ; à retirer à la main", there[path].identifier)
        for path in gone
    ]
    return Plan((first, *steps), private, remote, notes)


def _dataset_step(remote: Remote | None, state: str, private: bool) -> Step:
    visibility = "privé" if private else "public"
    if remote is None:
        return Step(Action.CREATE, "", f"n'est pas sur le portail ; {visibility}")
    if remote.private != private:
        return Step(Action.REPLACE, "", f"devient {visibility}", remote.identifier)
    if remote.state != state:
        return Step(Action.REPLACE, "", f"la description a changé ; {visibility}", remote.identifier)
    return Step(Action.LEAVE, "", f"inchangé ; {visibility}", remote.identifier)


def _step(
    resource: Resource, there: RemoteResource | None, target: Target, extensions: Collection[str] | None
) -> Step:
    path = resource.path
    suffix = path.rpartition(".")[2].lower()
    identifier = there.identifier if there else None
    if resource.content is None:
        return Step(Action.OMIT, path, "manque dans le dossier, ou n'est plus celui du descripteur", identifier)
    if extensions is not None and suffix not in extensions:
        return Step(Action.OMIT, path, f"le portail n'accepte pas les fichiers .{suffix}", identifier)
    if there is None:
        return Step(Action.CREATE, path, "n'est pas sur le portail", upload=True)
    if not has_digest(resource.content, there.digest):
        return Step(Action.REPLACE, path, "le contenu a changé", identifier, upload=True)
    if there.state != target.resource_state(resource):
        return Step(Action.REPLACE, path, "la description a changé", identifier)
    return Step(Action.LEAVE, path, "inchangé", identifier)


class Outcome(NamedTuple):
    """What came of a step: `refusal` is what the portal said against it."""

    step: Step
    refusal: str | None = None


def perform_plan(plan: Plan, publication: Publication, target: Target) -> Iterator[Outcome]:
    """Do what a plan says, step by step, yielding each when it is done.

    A resource that the portal refuses is yielded with its reason, and the next is tried.

    Raises:
        PublishError: the portal refuses the dataset or the key, fails, or cannot be reached. What was yielded is
            done; a new plan continues from there.
    """
    dataset, *steps = plan.steps
    identifier = dataset.identifier or ""
    if dataset.action is not Action.LEAVE:
        try:
            identifier = target.save(publication, plan.remote, plan.private)
        except RefusalError as error:
            raise PublishError(f"The dataset cannot be saved: {error}.") from error
    yield Outcome(dataset)
    resources = {resource.path: resource for resource in publication.resources}
    for step in steps:
        try:
            if step.action is Action.CREATE:
                target.add(identifier, resources[step.path])
            elif step.action is Action.REPLACE and step.identifier:
                target.replace(identifier, step.identifier, resources[step.path], step.upload)
        except RefusalError as error:
            yield Outcome(step, str(error))
        else:
            yield Outcome(step)
