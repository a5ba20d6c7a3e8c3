"""Portals of our own on a local port: they keep state, and refuse what the real ones refuse."""

import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

KEY = "clef-secrete-0123456789"
ORGANISATION = "534fff91a3a7292c64a77f02"


class Refused(Exception):  # noqa: N818
    """An answer other than 200, to be sent as it is."""

    def __init__(self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        super().__init__(status)
        self.status, self.body, self.headers = status, body, headers or {}


class Request(NamedTuple):
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: dict[str, Any]
    file: tuple[str, bytes] | None

    @property
    def changes(self) -> bool:
        return self.method != "GET"


class Site:
    """What a portal remembers: its datasets, what it was asked, and which change is to fail (from 1)."""

    def __init__(self) -> None:
        self.datasets: dict[str, dict[str, Any]] = {}
        self.requests: list[Request] = []
        self.fails_at: int | None = None
        self.url = ""
        self.zones = [{"id": "fr:commune:99001", "name": "Rivehaute-les-Bains"}]
        self.extensions = ["csv", "json", "md", "sqlite"]

    def changes(self) -> list[Request]:
        return [request for request in self.requests if request.changes]

    def count(self) -> int:
        return sum(len(dataset["resources"]) for dataset in self.datasets.values())

    def only(self) -> dict[str, Any]:
        (dataset,) = self.datasets.values()
        return dataset


Answer = Callable[[Site, Request], Any]


def parse(headers: dict[str, str], raw: bytes) -> tuple[dict[str, Any], tuple[str, bytes] | None]:
    """A body as JSON, or the fields and the file of a form."""
    kind = headers.get("content-type", "")
    if kind.startswith("application/json"):
        return json.loads(raw), None
    if not kind.startswith("multipart/form-data"):
        return {}, None
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + raw)
    fields: dict[str, Any] = {}
    file = None
    for part in message.iter_parts():
        content, name = part.get_payload(decode=True), part.get_param("name", header="content-disposition")
        assert isinstance(content, bytes)
        assert isinstance(name, str)
        file_name = part.get_filename()
        if file_name is None:
            fields[name] = content.decode()
        else:
            fields[name], file = file_name, (file_name, content)
    return fields, file


@contextmanager
def serve(answer: Answer) -> Iterator[Site]:
    """A portal that answers with `answer` while the block runs."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        # Head and body in one packet: in two, the second would wait for the first to be acknowledged.
        wbufsize = -1

        def handle_one(self) -> None:
            parts = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            raw = self.rfile.read(int(headers.get("content-length", 0)))
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            body, file = parse(headers, raw)
            request = Request(self.command, parts.path, query, headers, body, file)
            site.requests.append(request)
            try:
                if request.changes and len(site.changes()) == site.fails_at:
                    raise Refused(503, {"message": f"en panne, clé {KEY}"})
                status, found, more = 200, answer(site, request), {}
            except Refused as refusal:
                status, found, more = refusal.status, refusal.body, refusal.headers
            content = json.dumps(found).encode()
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **more}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = handle_one  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


# udata


def answer_udata(site: Site, request: Request) -> Any:
    """The routes of udata's API 1 that publishing uses, slashes at the end included."""
    path = request.path.removeprefix("/api/1")
    if path == "/datasets/extensions/":
        return site.extensions
    if path == "/spatial/zones/suggest/":
        return [zone for zone in site.zones if request.query["q"][:4].lower() in zone["name"].lower()]
    if request.headers.get("x-api-key") != KEY:
        raise Refused(401, {"message": "Invalid API Key"})
    routes: list[tuple[str, str, Callable[..., Any]]] = [
        ("GET", r"/me/org_datasets/", lambda site, request: list(site.datasets.values())),
        ("POST", r"/datasets/", _create),
        ("GET", r"/datasets/([^/]+)/", lambda site, request, dataset: _dataset(site, dataset)),
        ("PUT", r"/datasets/([^/]+)/", _update),
        ("POST", r"/datasets/([^/]+)/upload/", _upload),
        ("POST", r"/datasets/([^/]+)/resources/([^/]+)/upload/", _upload),
        ("PUT", r"/datasets/([^/]+)/resources/([^/]+)/", _describe),
    ]
    for method, pattern, function in routes:
        if method == request.method and (found := re.fullmatch(pattern, path)):
            return function(site, request, *found.groups())
    raise Refused(404, {"message": f"{request.method} {request.path}"})


def _dataset(site: Site, identifier: str) -> dict[str, Any]:
    if identifier not in site.datasets:
        raise Refused(404, {"message": "Dataset not found"})
    return site.datasets[identifier]


def _create(site: Site, request: Request) -> Any:
    missing = [key for key in ("title", "description") if not request.body.get(key)]
    if missing:
        raise Refused(400, {"errors": {key: ["required"] for key in missing}})
    identifier = f"{len(site.datasets):024x}"
    # What is not said to be private is public.
    site.datasets[identifier] = {"private": False, **request.body, "id": identifier, "resources": []}
    return site.datasets[identifier]


def _update(site: Site, request: Request, identifier: str) -> Any:
    dataset = _dataset(site, identifier)
    dataset.update({"private": False, **request.body})
    return dataset


def _resource(dataset: dict[str, Any], identifier: str) -> dict[str, Any]:
    found = [resource for resource in dataset["resources"] if resource["id"] == identifier]
    if not found:
        raise Refused(404, {"message": "Resource does not exist"})
    return found[0]  # type: ignore[no-any-return]


def _upload(site: Site, request: Request, dataset: str, identifier: str | None = None) -> Any:
    if request.file is None or "file" not in request.body:
        raise Refused(400, {"message": "no file"})
    name, content = request.file
    if name.rpartition(".")[2] not in site.extensions:
        raise Refused(400, {"message": "extension not allowed"})
    entry = _dataset(site, dataset)
    if identifier is None:
        resource: dict[str, Any] = {"id": f"0000-{site.count():04}", "extras": {}}
        entry["resources"].insert(0, resource)
    else:
        resource = _resource(entry, identifier)
    checksum = {"type": "sha1", "value": hashlib.sha1(content).hexdigest()}
    resource.update(title=name.lower().replace("_", "-"), filetype="file", checksum=checksum, content=len(content))
    return resource


def _describe(site: Site, request: Request, dataset: str, identifier: str) -> Any:
    resource = _resource(_dataset(site, dataset), identifier)
    if not request.body.get("title"):
        raise Refused(400, {"errors": {"title": ["required"]}})
    resource.update(request.body)
    return resource


# CKAN


def answer_ckan(site: Site, request: Request) -> Any:
    """The actions of CKAN that publishing uses."""
    action = request.path.removeprefix("/api/3/action/")
    if action == "license_list":
        return {"success": True, "result": [{"id": "cc-by"}, {"id": "fr-lo"}, {"id": "other-open"}]}
    key = request.headers.get("authorization")
    actions: dict[str, tuple[str, Callable[[Site, Request], Any]]] = {
        "package_show": ("GET", _show),
        "package_create": ("POST", _package_create),
        "package_patch": ("POST", _package_patch),
        "resource_create": ("POST", _resource_create),
        "resource_patch": ("POST", _resource_patch),
    }
    if action not in actions or actions[action][0] != request.method:
        raise Refused(400, {"success": False, "error": {"message": f"Bad request - Action name not known: {action}"}})
    if key != KEY:
        raise Refused(403, {"success": False, "error": {"__type": "Authorization Error", "message": "Access denied"}})
    return {"success": True, "result": actions[action][1](site, request)}


def _invalid(**errors: str) -> Refused:
    return Refused(409, {"success": False, "error": {"__type": "Validation Error", **errors}})


def _show(site: Site, request: Request) -> Any:
    for dataset in site.datasets.values():
        if request.query["id"] in (dataset["name"], dataset["id"]):
            return dataset
    raise Refused(404, {"success": False, "error": {"__type": "Not Found Error", "message": "Not found"}})


def _check_package(package: dict[str, Any]) -> None:
    if package["private"] and not package.get("owner_org"):
        raise _invalid(private="Datasets with no organization can't be private.")


def _package_create(site: Site, request: Request) -> Any:
    package = {
        "private": False,
        "state": "active",
        **request.body,
        "id": f"pkg-{len(site.datasets)}",
        "resources": [],
    }
    if not re.fullmatch("[a-z0-9_-]{2,100}", package.get("name", "")):
        raise _invalid(name="Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_")
    _check_package(package)
    site.datasets[package["id"]] = package
    return package


def _package_patch(site: Site, request: Request) -> Any:
    package = site.datasets[request.body["id"]]
    package.update(request.body)
    _check_package(package)
    return package


def _resource_create(site: Site, request: Request) -> Any:
    if request.file is None or request.body["package_id"] not in site.datasets:
        raise _invalid(package_id="Not found", url="Missing value")
    resource = {**request.body, "id": f"res-{site.count()}", "content": len(request.file[1])}
    site.datasets[request.body["package_id"]]["resources"].append(resource)
    return resource


def _resource_patch(site: Site, request: Request) -> Any:
    for dataset in site.datasets.values():
        for resource in dataset["resources"]:
            if resource["id"] == request.body["id"]:
                resource.update(request.body)
                return resource
    raise Refused(404, {"success": False, "error": {"__type": "Not Found Error", "message": "Not found"}})
