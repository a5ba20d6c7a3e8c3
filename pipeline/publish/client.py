"""Requests to a portal: the key goes into one header and nowhere else, and every failure becomes a sentence."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from pipeline.errors import PublishError, UsageError

if TYPE_CHECKING:
    import httpx

# Seconds to connect, and without a byte: a portal that keeps a file for a while answers slowly.
CONNECT, WAIT = 10.0, 120.0
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_MESSAGE_LENGTH = 300


class RefusalError(Exception):
    """The portal refuses this one request (4xx): others may still go through."""


class Connection(NamedTuple):
    """An open client for one portal, with the key to keep out of every message."""

    client: "httpx.Client"
    key: str


def read_key(variable: str) -> str:
    """The key of a portal, from the environment; no message ever holds any of it.

    Raises:
        UsageError: there is none, or it has characters that a header cannot have.
    """
    key = os.environ.get(variable, "").strip()
    if not key:
        raise UsageError(f"The key of the portal is not set: put it into the environment as {variable}.")
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise UsageError(f"{variable} holds characters that a key cannot have.")
    return key


def check_url(url: str) -> str:
    """The address of a portal without a slash at its end.

    Raises:
        UsageError: it is none, holds a password, or would send the key in clear text over a network.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError("--url must be the address of a portal, such as https://www.data.gouv.fr.")
    if parts.username or parts.password:
        raise UsageError("--url must not hold a user or a password: the key in the environment is enough.")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise UsageError(f"{url} would send the key in clear text: use https.")
    return url.rstrip("/")


def connect(url: str, header: str, key: str) -> Connection:
    """A client for the portal at `url`, which sends `key` as `header`. It never follows a redirection with the key.

    Raises:
        UsageError: httpx is not installed.
    """
    try:
        import httpx
    except ImportError as error:
        raise UsageError("Publishing needs httpx: install programme-ouvert with the extra « publish ».") from error
    timeout = httpx.Timeout(WAIT, connect=CONNECT)
    client = httpx.Client(base_url=check_url(url), headers={header: key}, timeout=timeout, follow_redirects=False)
    return Connection(client, key)


def send(connection: Connection, method: str, path: str, absent: bool = False, **request: Any) -> Any:
    """The JSON a portal answers; with `absent`, a 404 is the answer None.

    Args:
        connection: where to.
        method: GET, POST or PUT.
        path: below the address of the portal.
        absent: whether what is asked for may not be there.
        **request: `json`, `params`, `data` or `files`, as httpx takes them.

    Raises:
        RefusalError: the portal refuses this request.
        PublishError: the portal refuses the key, fails, redirects, or cannot be reached: nothing else will work.
    """
    import httpx

    what = f"{method} {connection.client.base_url.join(path).path}"
    try:
        response = connection.client.request(method, path, **request)
    except httpx.HTTPError as error:
        raise PublishError(_hide(connection, f"{what}: no answer ({type(error).__name__}: {error}).")) from error
    status = response.status_code
    if absent and status == httpx.codes.NOT_FOUND:
        return None
    if response.is_success:
        try:
            return response.json()
        except ValueError as error:
            raise PublishError(f"{what}: the answer is no JSON; is --url the address of the portal?") from error
    if response.is_redirect:
        raise PublishError(
            f"{what}: redirected to {_hide(connection, response.headers['location'])}; give that --url."
        )
    said = _hide(connection, _said(response))
    if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise PublishError(f"{what}: the portal refuses the key, or the key may not do this ({status}{said}).")
    if response.is_client_error:
        raise RefusalError(f"{what}: refused ({status}{said})")
    raise PublishError(f"{what}: the portal fails ({status}{said}).")


def identifier_of(answer: Any) -> str:
    """The `id` of what a portal has made.

    Raises:
        PublishError: the answer has none.
    """
    if not (isinstance(answer, Mapping) and answer.get("id")):
        raise PublishError("The portal does not say under which identifier it keeps what was sent.")
    return str(answer["id"])


def _said(response: "httpx.Response") -> str:
    """What an error of udata (`message`, `errors`) or CKAN (`error`) says, shortened; else nothing."""
    try:
        body = response.json()
    except ValueError:
        return ""
    if not isinstance(body, Mapping):
        return ""
    said = body.get("errors") or body.get("error") or body.get("message")
    return f": {str(said)[:_MESSAGE_LENGTH]}" if said else ""


def _hide(connection: Connection, text: str) -> str:
    """A text without the key, should a portal or a proxy repeat it."""
    return text.replace(connection.key, "[key]")
