"""Publishing on udata, the software of data.gouv.fr, through its API 1.

Source: the API reference of data.gouv.fr (guides.data.gouv.fr, « Gérer un jeu de données par l'API ») and
`udata/core/dataset/api.py`. The key goes into the header `X-API-KEY`. A dataset is public unless `private` is sent,
with every PUT too. A file is uploaded first, as a multipart `file`, then described with a PUT; uploading to a
resource keeps its identifier and resets its title to the file's name.
"""

import re
import unicodedata
from collections.abc import Collection
from functools import partial
from typing import Any

from pipeline.errors import PublishError
from pipeline.licences import find_licence
from pipeline.publish.client import Connection, identifier_of, send
from pipeline.publish.plan import NAME_KEY, PATH_KEY, STATE_KEY, Remote, RemoteResource, Target
from pipeline.publish.publication import TAGS, Publication, Resource, fingerprint

HEADER, KEY_VARIABLE = "X-API-KEY", "UDATA_API_KEY"
API = "/api/1"


def udata_target(connection: Connection) -> Target:
    """What publishing needs, on the udata portal behind `connection`."""
    zones: dict[str, str | None] = {}
    return Target(
        find=partial(_find, connection),
        extensions=partial(_extensions, connection),
        state_of=lambda publication: fingerprint(_metadata(connection, publication, zones)),
        resource_state=lambda resource: fingerprint(_resource_metadata(resource)),
        save=lambda publication, remote, private: _save(
            connection, publication, _metadata(connection, publication, zones), remote, private
        ),
        add=partial(_add, connection),
        replace=partial(_replace, connection),
        notes=lambda publication: _notes(connection, publication, zones),
    )


def _extensions(connection: Connection) -> Collection[str]:
    return frozenset(str(name).lower() for name in send(connection, "GET", f"{API}/datasets/extensions/"))


def _find(connection: Connection, publication: Publication) -> Remote | None:
    """Our dataset among those of the account and its organisations: the only list that has private ones."""
    mine = send(connection, "GET", f"{API}/me/org_datasets/")
    found = [
        entry["id"]
        for entry in mine
        if (entry.get("extras") or {}).get(NAME_KEY) == publication.name and not entry.get("deleted")
    ]
    if len(found) > 1:
        raise PublishError(f"{len(found)} datasets of the account have the name « {publication.name} »: {found}.")
    if not found:
        return None
    dataset = send(connection, "GET", f"{API}/datasets/{found[0]}/")
    extras = dict(dataset.get("extras") or {})
    by_name = {_slug(resource.file_name): resource for resource in publication.resources}
    resources = [_remote_resource(entry, by_name.get(_slug(entry["title"]))) for entry in dataset["resources"]]
    return Remote(
        identifier=dataset["id"],
        private=bool(dataset.get("private")),
        state=extras.get(STATE_KEY),
        extras=extras,
        resources=tuple(resource for resource in resources if resource),
    )


def _remote_resource(entry: dict[str, Any], named: Resource | None) -> RemoteResource | None:
    """A resource of the portal, if it is ours; `named` is the file whose name it has for a title.

    With such a title it was uploaded, and then not described: that is still to be done.
    """
    extras = entry.get("extras") or {}
    path = extras.get(PATH_KEY) or (named.path if named else None)
    if path is None:
        return None
    undescribed = named is not None and entry["title"] != named.title
    digest = (entry.get("checksum") or {}).get("value")
    return RemoteResource(str(entry["id"]), path, digest, None if undescribed else extras.get(STATE_KEY))


def _slug(name: str) -> str:
    """A name as udata may have changed it for its storage: « Sessions_à_plat.csv » → « sessions-a-plat-csv »."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _zones(connection: Connection, publication: Publication, known: dict[str, str | None]) -> list[str]:
    """The zones given, else those that bear exactly the name of a place, where there is one only.

    `known` keeps what the portal answered for each place.
    """
    if publication.zones:
        return list(publication.zones)
    for place in publication.places:
        if place not in known:
            offered = send(connection, "GET", f"{API}/spatial/zones/suggest/", params={"q": place, "size": 20})
            same = [str(zone["id"]) for zone in offered if _slug(zone["name"]) == _slug(place)]
            known[place] = same[0] if len(same) == 1 else None
    return sorted({zone for place in publication.places if (zone := known[place])})


def _notes(connection: Connection, publication: Publication, known: dict[str, str | None]) -> tuple[str, ...]:
    """What of the dataset does not reach the portal, and what to do."""
    notes = []
    if not _zones(connection, publication, known):
        places = ", ".join(f"« {place} »" for place in publication.places) or "aucun lieu"
        notes.append(f"Pas de couverture spatiale ({places}) : donnez --zone, comme fr:commune:62498.")
    if not find_licence(publication.licence):
        notes.append("Pas de licence : voir --check.")
    return tuple(notes)


def _metadata(connection: Connection, publication: Publication, known: dict[str, str | None]) -> dict[str, Any]:
    licence = find_licence(publication.licence)
    facts: dict[str, Any] = {
        "title": publication.title,
        "description": publication.description,
        "frequency": publication.frequency.value,
        "tags": list(TAGS),
    }
    if licence:
        facts["license"] = licence.udata
    if publication.start and publication.end:
        facts["temporal_coverage"] = {"start": publication.start.isoformat(), "end": publication.end.isoformat()}
    if zones := _zones(connection, publication, known):
        facts["spatial"] = {"zones": zones}
    return facts


def _save(
    connection: Connection, publication: Publication, facts: dict[str, Any], remote: Remote | None, private: bool
) -> str:
    ours = {NAME_KEY: publication.name, STATE_KEY: fingerprint(facts)}
    body = {**facts, "private": private, "extras": {**(remote.extras if remote else {}), **ours}}
    if remote is None:
        # An owner is chosen once; changing it later is a transfer, which the portal asks both sides about.
        owner = {"organization": publication.organisation} if publication.organisation else {}
        return identifier_of(send(connection, "POST", f"{API}/datasets/", json={**body, **owner}))
    send(connection, "PUT", f"{API}/datasets/{remote.identifier}/", json=body)
    return remote.identifier


def _resource_metadata(resource: Resource) -> dict[str, Any]:
    return {
        "title": resource.title,
        "description": resource.description,
        "type": "documentation" if resource.documentation else "main",
        "format": resource.format,
        "mime": resource.media_type,
    }


def _upload(resource: Resource) -> dict[str, Any]:
    return {"file": (resource.file_name, resource.content, resource.media_type)}


def _describe(connection: Connection, dataset: str, identifier: str, resource: Resource) -> None:
    facts = _resource_metadata(resource)
    extras = {PATH_KEY: resource.path, STATE_KEY: fingerprint(facts)}
    send(connection, "PUT", f"{API}/datasets/{dataset}/resources/{identifier}/", json={**facts, "extras": extras})


def _add(connection: Connection, dataset: str, resource: Resource) -> None:
    made = send(connection, "POST", f"{API}/datasets/{dataset}/upload/", files=_upload(resource))
    _describe(connection, dataset, identifier_of(made), resource)


def _replace(connection: Connection, dataset: str, identifier: str, resource: Resource, upload: bool) -> None:
    if upload:
        path = f"{API}/datasets/{dataset}/resources/{identifier}/upload/"
        send(connection, "POST", path, files=_upload(resource))
    _describe(connection, dataset, identifier, resource)
