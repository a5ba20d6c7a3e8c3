"""Publishing on portals of our own: first time, again, after a change, and when something fails."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import Called, call
from portals import KEY, ORGANISATION, Refused, Request, Site, answer_ckan, answer_udata, serve
from runs import ROOT

from pipeline.errors import DatasetError, PublishError, UsageError

PORTALS = {"udata": answer_udata, "ckan": answer_ckan}
NAME = "programmes-exemples"
HEADERS = {"udata": "x-api-key", "ckan": "authorization"}


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UDATA_API_KEY", "CKAN_API_KEY"):
        monkeypatch.setenv(name, KEY)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture(params=PORTALS)
def portal(request: pytest.FixtureRequest) -> Iterator[tuple[str, Site]]:
    with serve(PORTALS[request.param]) as site:
        yield request.param, site


@pytest.fixture
def udata() -> Iterator[Site]:
    with serve(answer_udata) as site:
        yield site


@pytest.fixture
def ckan() -> Iterator[Site]:
    with serve(answer_ckan) as site:
        yield site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A few of the published samples' files, so that tests are quick."""
    kept = {"LISEZMOI.md", "echecs.csv", "programmes.csv", "programmes/forum-des-rives-2024.json", "sessions.csv"}
    descriptor = json.loads((ROOT / "processed" / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"] = [each for each in descriptor["resources"] if each["path"] in kept]
    out = tmp_path / "processed"
    (out / "programmes").mkdir(parents=True)
    for name in kept:
        shutil.copy(ROOT / "processed" / name, out / name)
    (out / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return out


def publish(folder: Path, kind: str, site: Site, *options: str) -> Called:
    arguments = ("--to", kind, "--url", site.url, "--name", NAME, "--organisation", ORGANISATION)
    return call("publish", folder, *arguments, *options)


def files(folder: Path) -> list[str]:
    """The paths of what is to be published, sorted."""
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return sorted([*(each["path"] for each in descriptor["resources"]), "datapackage.json"])


def path_of(resource: dict[str, object]) -> object:
    extras = resource.get("extras")
    return extras["programme-ouvert:path"] if isinstance(extras, dict) else resource["programme_ouvert_path"]


def identifiers(site: Site) -> dict[object, object]:
    return {path_of(resource): resource["id"] for resource in site.only()["resources"]}


def actions(called: Called) -> list[str]:
    return re.findall(r"^ (créer|remplacer|laisser|omettre) ", called.out, re.M)


def change(folder: Path, name: str) -> None:
    """Change a file and what the descriptor says of it."""
    import hashlib

    path = folder / name
    path.write_bytes(path.read_bytes() + b"\r\n")
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for each in described["resources"]:
        if each["path"] == name:
            each["hash"] = f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
    (folder / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")


# What a publication does


def test_a_plan_changes_nothing(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    called = publish(folder, kind, site, "--plan")
    assert called.code == 0, called.err
    assert actions(called) == ["créer"] * (1 + len(files(folder)))
    assert (site.changes(), site.datasets) == ([], {})


def test_the_first_publication_creates_everything(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    called = publish(folder, kind, site)
    assert called.code == 0, called.err
    assert sorted(map(str, identifiers(site))) == files(folder)
    sizes = {path_of(resource): resource["content"] for resource in site.only()["resources"]}
    assert sizes == {name: (folder / name).stat().st_size for name in files(folder)}


def test_the_second_publication_leaves_everything(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    publish(folder, kind, site)
    before = len(site.changes())
    called = publish(folder, kind, site)
    assert called.code == 0, called.err
    assert set(actions(called)) == {"laisser"}
    assert len(site.changes()) == before


def test_a_changed_file_is_replaced_and_keeps_its_identifier(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    publish(folder, kind, site)
    before = identifiers(site)
    change(folder, "sessions.csv")
    planned = publish(folder, kind, site, "--plan")
    assert actions(planned).count("remplacer") == 2, "the table, and the descriptor that has its hash"
    assert re.search(r"^ remplacer +sessions.csv +le contenu a changé", planned.out, re.M)
    assert publish(folder, kind, site).code == 0
    assert identifiers(site) == before
    assert set(actions(publish(folder, kind, site, "--plan"))) == {"laisser"}


def test_a_new_title_is_sent_without_the_files(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    publish(folder, kind, site)
    before = len(site.changes())
    assert publish(folder, kind, site, "--title", "Les rives").code == 0
    assert site.only()["title"] == "Les rives"
    assert [request.file for request in site.changes()[before:]] == [None]


def test_a_file_that_is_gone_is_left_on_the_portal(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    publish(folder, kind, site)
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"] = [each for each in descriptor["resources"] if each["path"] != "echecs.csv"]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    called = publish(folder, kind, site)
    assert re.search(r"^ laisser +echecs.csv +n'est plus dans le dossier", called.out, re.M)
    assert "echecs.csv" in identifiers(site)


def test_a_file_that_is_not_as_described_is_not_sent(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    (folder / "sessions.csv").write_bytes(b"session_id\r\n")
    called = publish(folder, kind, site)
    assert re.search(r"^ omettre +sessions.csv ", called.out, re.M)
    assert "sessions.csv" not in identifiers(site)


# Private and public


def about_datasets(request: Request) -> bool:
    return (
        "title" in request.body
        and ("description" in request.body or "notes" in request.body)
        and "/resources/" not in request.path
    )


def test_private_is_sent_with_every_change_of_the_dataset(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    publish(folder, kind, site)
    publish(folder, kind, site, "--title", "Les rives")
    sent = [request.body.get("private") for request in site.changes() if about_datasets(request)]
    assert sent == [True, True]
    assert site.only()["private"] is True


def test_public_opens_a_private_dataset(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    publish(folder, kind, site)
    called = publish(folder, kind, site, "--public")
    assert "devient public" in called.out
    assert site.only()["private"] is False


def test_what_a_person_opened_is_not_closed_again(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    publish(folder, kind, site)
    site.only()["private"] = False
    publish(folder, kind, site, "--title", "Les rives")
    assert site.only()["private"] is False


def test_ckan_keeps_nothing_private_without_an_organisation(ckan: Site, folder: Path) -> None:
    called = call("publish", folder, "--to", "ckan", "--url", ckan.url, "--name", NAME, "--plan")
    assert (called.code, ckan.changes()) == (UsageError.exit_code, [])
    assert "--organisation" in called.err


# Failures


def test_a_wrong_key_is_said_and_never_shown(
    portal: tuple[str, Site], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind, site = portal
    for name in ("UDATA_API_KEY", "CKAN_API_KEY"):
        monkeypatch.setenv(name, "une-autre-clef")
    called = publish(folder, kind, site)
    assert (called.code, site.changes()) == (PublishError.exit_code, [])
    assert "refuses the key" in called.err
    assert "une-autre-clef" not in called.out + called.err


@pytest.mark.parametrize("key", ["", " ", "deux mots", "clé"])
def test_a_key_that_cannot_be_one_is_a_usage_error(
    portal: tuple[str, Site], folder: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    kind, site = portal
    for name in ("UDATA_API_KEY", "CKAN_API_KEY"):
        monkeypatch.setenv(name, key)
    called = publish(folder, kind, site)
    assert (called.code, site.requests) == (UsageError.exit_code, [])
    assert "_API_KEY" in called.err
    assert not key.strip() or key not in called.err


@pytest.mark.parametrize("fails_at", [1, 2, 3, 7])
def test_after_a_failure_half_way_the_next_call_does_the_rest(
    portal: tuple[str, Site], folder: Path, fails_at: int
) -> None:
    kind, site = portal
    site.fails_at = fails_at
    called = publish(folder, kind, site)
    assert called.code == PublishError.exit_code
    assert re.search(r"the portal fails \(503.* \d+ of \d+ steps are done", called.err)
    assert KEY not in called.out + called.err, "the portal repeated it"
    assert len(site.changes()) == fails_at, "nothing is tried after it"
    site.fails_at = None
    assert publish(folder, kind, site).code == 0
    assert sorted(path_of(each) for each in site.only()["resources"]) == files(folder)  # type: ignore[type-var]
    assert set(actions(publish(folder, kind, site, "--plan"))) == {"laisser"}


def test_a_file_replaced_but_not_described_is_described_later(udata: Site, folder: Path) -> None:
    publish(folder, "udata", udata)
    titles = {resource["id"]: resource["title"] for resource in udata.only()["resources"]}
    change(folder, "sessions.csv")
    udata.fails_at = len(udata.changes()) + 2
    assert publish(folder, "udata", udata).code == PublishError.exit_code
    assert "sessions.csv" in [resource["title"] for resource in udata.only()["resources"]]
    udata.fails_at = None
    assert publish(folder, "udata", udata).code == 0
    assert {resource["id"]: resource["title"] for resource in udata.only()["resources"]} == titles


def test_a_refused_file_does_not_stop_the_others(udata: Site, folder: Path) -> None:
    publish(folder, "udata", udata, "--plan")
    udata.extensions = ["csv", "json", "sqlite"]
    called = publish(folder, "udata", udata)
    assert called.code == 0
    assert re.search(r"^ omettre +LISEZMOI.md +le portail n'accepte pas les fichiers .md", called.out, re.M)
    assert sorted(map(str, identifiers(udata))) == [name for name in files(folder) if name != "LISEZMOI.md"]


def test_a_file_refused_at_the_door_is_named_and_the_others_go_through(folder: Path) -> None:
    def answer(site: Site, request: Request) -> object:
        site.extensions = ["csv", "json", "sqlite"]
        return [*site.extensions, "md"] if request.path.endswith("/extensions/") else answer_udata(site, request)

    with serve(answer) as site:
        called = publish(folder, "udata", site)
        assert called.code == PublishError.exit_code
        assert "LISEZMOI.md: POST" in called.err
        assert "refused 1 file(s)" in called.err
        assert len(site.only()["resources"]) == len(files(folder)) - 1


def test_a_portal_that_is_not_there_is_said(folder: Path) -> None:
    with serve(answer_udata) as site:
        pass
    called = publish(folder, "udata", site)
    assert called.code == PublishError.exit_code
    assert "no answer" in called.err


def test_an_address_of_another_kind_of_site_is_said(udata: Site, folder: Path) -> None:
    called = publish(folder, "ckan", udata)
    assert called.code == PublishError.exit_code


@pytest.mark.parametrize("kind", PORTALS)
@pytest.mark.parametrize("found", [[], {}, [1], {"success": True, "result": 3}], ids=str)
def test_answers_of_another_shape_are_said(folder: Path, kind: str, found: object) -> None:
    with serve(lambda site, request: found) as site:
        called = publish(folder, kind, site)
    assert called.code == PublishError.exit_code, called.err
    assert "none of" in called.err or "does not say" in called.err


def test_the_key_does_not_follow_a_redirection(folder: Path) -> None:
    with serve(answer_udata) as elsewhere:

        def answer(_site: Site, request: Request) -> object:
            raise Refused(301, {}, {"Location": elsewhere.url + request.path})

        with serve(answer) as site:
            called = publish(folder, "udata", site)
        assert (called.code, elsewhere.requests) == (PublishError.exit_code, [])
        assert f"redirected to {elsewhere.url}" in called.err


@pytest.mark.parametrize("url", ["www.data.gouv.fr", "ftp://portail.example", "http://portail.example"])
def test_the_key_is_not_sent_in_clear_text(folder: Path, url: str) -> None:
    called = call("publish", folder, "--to", "udata", "--url", url, "--name", NAME)
    assert called.code == UsageError.exit_code


def test_a_name_of_somebody_elses_dataset_is_refused(ckan: Site, folder: Path) -> None:
    ckan.datasets["x"] = {"id": "x", "name": NAME, "private": False, "extras": [], "resources": []}
    called = publish(folder, "ckan", ckan)
    assert (called.code, ckan.changes()) == (PublishError.exit_code, [])
    assert "taken" in called.err


def test_several_programmes_need_a_name(udata: Site, folder: Path) -> None:
    called = call("publish", folder, "--to", "udata", "--url", udata.url)
    assert (called.code, udata.requests) == (UsageError.exit_code, [])
    assert "--name" in called.err


def test_a_folder_without_a_dataset_is_refused(tmp_path: Path) -> None:
    assert call("publish", tmp_path, "--check").code == DatasetError.exit_code


# What is sent


def test_the_key_is_in_its_header_alone(portal: tuple[str, Site], folder: Path) -> None:
    kind, site = portal
    publish(folder, kind, site)
    assert {request.headers[HEADERS[kind]] for request in site.requests} == {KEY}
    for request in site.requests:
        others = {name: value for name, value in request.headers.items() if name != HEADERS[kind]}
        assert KEY not in f"{request.path}{request.query}{others}{request.body}"


def test_udata_learns_coverage_and_documentation(udata: Site, folder: Path) -> None:
    called = publish(folder, "udata", udata)
    dataset = udata.only()
    assert dataset["temporal_coverage"] == {"start": "2023-10-12", "end": "2025-06-15"}
    assert dataset["spatial"] == {"zones": ["fr:commune:99001"]}
    assert dataset["organization"] == ORGANISATION
    kinds = {path_of(resource): resource["type"] for resource in dataset["resources"]}
    assert (kinds["LISEZMOI.md"], kinds["sessions.csv"]) == ("documentation", "main")
    assert "license" not in dataset
    assert "Pas de licence" in called.err


@pytest.mark.parametrize("names", [[], ["Rivehaute-les-Bains", "RIVEHAUTE-LES-BAINS"], ["Rivehaute"]])
def test_a_place_without_one_zone_of_its_name_is_not_guessed(udata: Site, folder: Path, names: list[str]) -> None:
    udata.zones = [{"id": str(number), "name": name} for number, name in enumerate(names)]
    called = publish(folder, "udata", udata)
    assert "spatial" not in udata.only()
    assert "« Rivehaute-les-Bains »" in called.err
    assert publish(folder, "udata", udata, "--zone", "fr:commune:62498").code == 0
    assert udata.only()["spatial"] == {"zones": ["fr:commune:62498"]}


def test_extras_of_others_are_kept(udata: Site, folder: Path) -> None:
    publish(folder, "udata", udata)
    udata.only()["extras"]["harvest:source"] = "x"
    publish(folder, "udata", udata, "--title", "Les rives")
    assert udata.only()["extras"]["harvest:source"] == "x"
