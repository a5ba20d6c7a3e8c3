"""Publishing on CKAN, through its Action API.

Source: the API guide of CKAN (docs.ckan.org, « API guide »): `package_show`, `package_create`, `package_patch`,
`resource_create` and `resource_patch` below `/api/3/action/`, answers of the form `{"success": …, "result": …}`, the
key in the header `Authorization`, files as a multipart `upload`. `private` is sent every time; a private dataset has
an organisation. `resource_patch` keeps the identifier and what is not named. The extras `temporal_start`,
`temporal_end` and `frequency` are those ckanext-dcat reads.
"""

import hashlib
from functools import partial
from typing import Any

from pipeline.errors import PublishError
from pipeline.licences import ckan_name, find_licence
from pipeline.publish.client import Connection, identifier_of, send
from pipeline.publish.plan import NAME_KEY, STATE_KEY, Remote, RemoteResource, Target
from pipeline.publish.publication import TAGS, Publication, Resource, fingerprint

HEADER, KEY_VARIABLE = "Authorization", "CKAN_API_KEY"
API = "/api/3/action"
# A field of a resource; a colon in one is more than some portals' schemas take.
PATH_FIELD, STATE_FIELD = "programme_ouvert_path", "programme_ouvert_metadata"


def ckan_target(connection: Connection) -> Target:
    """What publishing needs, on the CKAN portal behind `connection`."""
    licences: list[str] = []
    return Target(
        find=partial(_find, connection),
        extensions=lambda: None,
        state_of=lambda publication: fingerprint(_metadata(connection, publication, licences)),
        resource_state=lambda resource: fingerprint(_resource_metadata(resource)),
        save=lambda publication, remote, private: _save(
            connection, publication, _metadata(connection, publication, licences), remote, private
        ),
        add=partial(_add, connection),
        replace=partial(_replace, connection),
        private_needs_owner=True,
    )


def _result(answer: Any) -> Any:
    if not (isinstance(answer, dict) and answer.get("success")):
        raise PublishError("The answer is none of a CKAN portal; is --url its address?")
    return answer["result"]


def _find(connection: Connection, publication: Publication) -> Remote | None:
    answer = send(connection, "GET", f"{API}/package_show", absent=True, params={"id": publication.name})
    if answer is None:
        return None
    package = _result(answer)
    extras = {entry["key"]: entry["value"] for entry in package.get("extras") or []}
    if extras.get(NAME_KEY) != publication.name or package.get("state") == "deleted":
        raise PublishError(f"The name « {publication.name} » is taken on the portal; give another --name.")
    resources = [
        RemoteResource(entry["id"], entry[PATH_FIELD], entry.get("hash"), entry.get(STATE_FIELD))
        for entry in package["resources"]
        if entry.get(PATH_FIELD)
    ]
    return Remote(package["id"], bool(package["private"]), extras.get(STATE_KEY), extras, tuple(resources))


def _metadata(connection: Connection, publication: Publication, licences: list[str]) -> dict[str, Any]:
    licence = find_licence(publication.licence)
    if licence and not licences:
        licences += [str(entry["id"]) for entry in _result(send(connection, "GET", f"{API}/license_list"))]
    extras = {"frequency": publication.frequency.value, "language": "fr"}
    if publication.start and publication.end:
        extras |= {"temporal_start": publication.start.isoformat(), "temporal_end": publication.end.isoformat()}
    if places := publication.zones or publication.places:
        extras["spatial_text"] = ", ".join(places)
    facts = {
        "title": publication.title,
        "notes": publication.description,
        "tags": [{"name": tag} for tag in TAGS],
        "extras": extras,
    }
    name = ckan_name(licence, licences)
    return {**facts, "license_id": name} if name else facts


def _save(
    connection: Connection, publication: Publication, facts: dict[str, Any], remote: Remote | None, private: bool
) -> str:
    ours = {NAME_KEY: publication.name, STATE_KEY: fingerprint(facts)}
    extras = {**(remote.extras if remote else {}), **facts["extras"], **ours}
    listed = [{"key": key, "value": value} for key, value in sorted(extras.items())]
    body = {**facts, "private": private, "extras": listed}
    if remote is None:
        owner = {"owner_org": publication.organisation} if publication.organisation else {}
        body = {**body, **owner, "name": publication.name}
        return identifier_of(_result(send(connection, "POST", f"{API}/package_create", json=body)))
    send(connection, "POST", f"{API}/package_patch", json={**body, "id": remote.identifier})
    return remote.identifier


def _resource_metadata(resource: Resource) -> dict[str, str]:
    return {
        "name": resource.title,
        "description": resource.description,
        "format": resource.format.upper(),
        "mimetype": resource.media_type,
        PATH_FIELD: resource.path,
    }


def _fields(resource: Resource) -> dict[str, str]:
    facts = _resource_metadata(resource)
    return {**facts, STATE_FIELD: fingerprint(facts)}


def _upload(connection: Connection, action: str, fields: dict[str, str], resource: Resource) -> None:
    digest = hashlib.sha256(resource.content or b"").hexdigest()
    files = {"upload": (resource.file_name, resource.content, resource.media_type)}
    send(connection, "POST", f"{API}/{action}", data={**fields, "hash": f"sha256:{digest}"}, files=files)


def _add(connection: Connection, dataset: str, resource: Resource) -> None:
    _upload(connection, "resource_create", {**_fields(resource), "package_id": dataset}, resource)


def _replace(connection: Connection, _dataset: str, identifier: str, resource: Resource, upload: bool) -> None:
    # A resource knows its dataset: `resource_patch` asks for its identifier alone.
    fields = {**_fields(resource), "id": identifier}
    if upload:
        _upload(connection, "resource_patch", fields, resource)
    else:
        send(connection, "POST", f"{API}/resource_patch", json=fields)
