"""The nine points of quality, each missed by what misses it, and what a folder says of itself."""

import datetime as dt
import re
from pathlib import Path

import pytest
from command import call
from runs import ROOT

from pipeline.licences import LICENCES, ckan_name, find_licence
from pipeline.publish.publication import (
    Frequency,
    Publication,
    Resource,
    Wording,
    fingerprint,
    has_digest,
    read_publication,
)
from pipeline.publish.quality import CLOSED_FORMATS, DESCRIPTION_LENGTH, judge_quality

TABLE = Resource("sessions.csv", "Sessions", "Un élément par ligne.", "csv", "text/csv", False, b"x")
FULL = Publication(
    name="forum-des-rives",
    title="Forum des rives",
    description="d" * (DESCRIPTION_LENGTH + 1),
    licence="etalab-2.0",
    start=dt.date(2024, 5, 14),
    end=dt.date(2024, 5, 15),
    places=("Lens",),
    zones=(),
    frequency=Frequency.PUNCTUAL,
    organisation=None,
    resources=(TABLE,),
)
LACKING = {
    "license": FULL._replace(licence=None),
    "temporal_coverage": FULL._replace(end=None),
    "spatial": FULL._replace(places=()),
    "dataset_description_quality": FULL._replace(description="d" * DESCRIPTION_LENGTH),
    "has_open_format": FULL._replace(resources=(TABLE._replace(format="xlsx"),)),
    "all_resources_available": FULL._replace(resources=(TABLE, TABLE._replace(content=None))),
    "resources_documentation": FULL._replace(resources=(TABLE._replace(description=""),)),
}


def missed(publication: Publication) -> set[str]:
    return {point.name for point in judge_quality(publication) if not point.met}


def test_a_full_dataset_has_nine_points() -> None:
    assert len(judge_quality(FULL)) == 9
    assert missed(FULL) == set()


@pytest.mark.parametrize("name", LACKING)
def test_what_is_lacking_costs_its_point_alone(name: str) -> None:
    assert missed(LACKING[name]) == {name}


def test_an_unknown_frequency_costs_two_points() -> None:
    assert missed(FULL._replace(frequency=Frequency.UNKNOWN)) == {"update_frequency", "update_fulfilled_in_time"}


def test_a_licence_portals_do_not_know_is_no_licence() -> None:
    assert missed(FULL._replace(licence="à voir avec nous")) == {"license"}


def test_a_dataset_without_resources_has_no_point_for_their_format_and_documentation() -> None:
    assert missed(FULL._replace(resources=())) >= {"has_open_format", "resources_documentation"}


def test_documentation_is_enough_without_descriptions() -> None:
    assert missed(FULL._replace(resources=(TABLE._replace(description="", documentation=True),))) == set()


@pytest.mark.parametrize("name", sorted(CLOSED_FORMATS))
def test_one_open_format_among_closed_ones_is_enough(name: str) -> None:
    assert missed(FULL._replace(resources=(TABLE._replace(format=name), TABLE))) == set()


def test_every_missing_point_says_what_to_do() -> None:
    assert all(point.remedy.endswith(".") and point.label for point in judge_quality(FULL))


def test_the_check_prints_remedies_of_what_is_missing_only() -> None:
    called = call("publish", ROOT / "processed", "--check")
    assert (called.code, called.err) == (0, "")
    assert called.out.endswith("8/9\n")
    rows = re.findall(r"^ (oui|non)  (.*)$", called.out, re.M)
    assert [told.split("  ")[0] for state, told in rows if state == "non"] == ["licence"]


def test_a_sidecar_with_title_licence_and_place_gives_nine_points(tmp_path: Path) -> None:
    raw = ROOT / "raw" / "festival-des-passerelles-2025.pdf"
    assert call("run", raw, "--out", tmp_path / "out", "--tagger", "none").code == 0
    assert call("publish", tmp_path / "out", "--check").out.endswith("9/9\n")
    alone = read_publication(tmp_path / "out", Wording())
    assert (alone.name, alone.title) == ("festival-des-passerelles-2025", "Festival des passerelles")


def test_an_unknown_frequency_on_the_command_names_the_known_ones() -> None:
    called = call("publish", ROOT / "processed", "--check", "--frequency", "parfois")
    assert called.code == 2
    assert "punctual" in called.err


# Licences and digests


@pytest.mark.parametrize("licence", LICENCES, ids=lambda licence: licence.udata)
def test_every_spelling_of_a_licence_finds_it(licence: object) -> None:
    known = next(each for each in LICENCES if each is licence)
    assert {find_licence(text.upper() + " ") for text in known.written} == {known}


def test_a_licence_is_named_as_the_portal_names_it() -> None:
    licence = find_licence("etalab-2.0")
    assert ckan_name(licence, ["cc-by", "fr-lo"]) == "fr-lo"
    assert ckan_name(licence, ["cc-by"]) is None
    assert ckan_name(None, ["cc-by"]) is None


@pytest.mark.parametrize(
    "digest",
    [
        "9dd4e461268c8034f5c8564e155c67a6",
        "11f6ad8ec52a2984abaafd7c3b516503785c2072",
        "sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
    ],
)
def test_a_digest_is_known_by_its_length(digest: str) -> None:
    assert has_digest(b"x", digest)
    assert not has_digest(b"y", digest)


@pytest.mark.parametrize("digest", [None, "", "crc:1234"])
def test_without_a_digest_a_content_is_not_the_same(digest: str | None) -> None:
    assert not has_digest(b"x", digest)


def test_a_fingerprint_depends_on_values_and_not_on_their_order() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1}) != fingerprint({"a": 1, "b": 3})
