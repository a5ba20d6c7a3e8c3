"""The review pages as files: what they hold, what they never hold, and where they are written."""

import base64
import hashlib
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from command import call
from pages import document, line
from pages import page as page_of
from PIL import Image
from programmes import forum
from runs import RAW, ROOT, SAMPLES

from pipeline.document import Document
from pipeline.errors import OutputError, SourcesError
from pipeline.programme import Provenance
from pipeline.published import read_programmes
from pipeline.review import images
from pipeline.review.cells import mark_provenances, view_sessions
from pipeline.review.dataset_page import render_dataset
from pipeline.review.images import draw_pages
from pipeline.review.programme_page import render_programme
from pipeline.review.sources import find_sources
from pipeline.review.unused import find_unused

SAMPLE = "forum-des-rives-2024"
PROCESSED = ROOT / "processed"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of each script and style."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.current = ""
        self.feed(html.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.current = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.current = ""

    def handle_data(self, data: str) -> None:
        if self.current in self.inside:
            self.inside[self.current].append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def place(field: str, x0: float, x1: float, y0: float = 100, page: int = 1) -> Provenance:
    return Provenance(
        table="sessions",
        identifier="a",
        field=field,
        page=page,
        x0=x0,
        y0=y0,
        x1=x1,
        y1=y0 + 14.4,
        raw="…",
        method="…",
    )


def pages() -> list[tuple[str, bytes]]:
    return [
        ("programme", render_programme(forum())),
        ("dataset", render_dataset([forum()], PROCESSED, ROOT / "revue")),
    ]


# What a page holds


@pytest.mark.parametrize("html", [html for _, html in pages()], ids=[name for name, _ in pages()])
def test_a_page_asks_for_nothing_outside_itself(html: bytes) -> None:
    elements = Elements(html)
    addresses = [
        value
        for _, attributes in elements.found
        for key, value in attributes.items()
        if key in ("src", "href", "srcset", "action", "data", "poster", "style") or key.startswith("on")
    ]
    assert [each for each in addresses if re.match(r"(?:https?:)?//|javascript:", each or "")] == []
    assert [each for _, each in elements.found if any(key == "style" or key.startswith("on") for key in each)] == []
    assert b"@import" not in html


@pytest.mark.parametrize(("name", "html"), pages(), ids=lambda value: value if isinstance(value, str) else "")
def test_the_policy_allows_the_own_style_and_script_only(name: str, html: bytes) -> None:
    elements = Elements(html)
    (policy,) = (each["content"] or "" for each in elements.all("meta") if "http-equiv" in each)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    (style,) = elements.inside["style"]
    own = [style, *(text for text in elements.inside["script"] if "addEventListener" in text)]
    for text in own:
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"'sha256-{digest}'" in policy
    assert len(own) == (2 if name == "programme" else 1)


def test_everything_printed_is_escaped() -> None:
    bad = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    programme = forum()
    first = programme.sessions[0].model_copy(update={"title": bad, "room": bad, "description": bad})
    changed = programme.model_copy(
        update={"title": bad, "organiser": bad, "sessions": (first, *programme.sessions[1:])}
    )
    for html in (render_programme(changed), render_dataset([changed], PROCESSED, ROOT / "revue")):
        assert b"<script>alert" not in html
        assert b"<img src=x" not in html
        assert b"&lt;img src=x" in html


def test_every_placed_value_of_the_samples_has_its_box() -> None:
    for programme in read_programmes(PROCESSED):
        elements = Elements(render_programme(programme))
        boxes = [each["data-v"] for each in elements.all("rect") if "data-v" in each]
        values = {each["data-v"] for each in elements.all("button") if "data-v" in each}
        assert len(boxes) == len(programme.provenances)
        assert set(boxes) == values


def test_a_cell_is_named_as_the_tables_print_it() -> None:
    (talk, *_) = view_sessions(forum(), mark_provenances(forum().provenances))
    texts = {cell.field.name: cell.text for cell in (*talk.cells, *talk.empty)}
    assert (texts["date"], texts["heure_debut"], texts["salle"]) == ("2024-05-14", "10:00", "")
    person = {cell.field.name: cell for cell in talk.interventions[0].cells}
    assert person["provisoire"].text == "false"
    assert person["provisoire"].parts[0].text == "non"
    assert person["organisations"].text == "Fabrique des rives | Syndicat des digues"


def test_the_head_says_that_the_page_is_not_for_publication() -> None:
    for _, html in pages():
        assert "Page de travail, à ne pas publier." in html.decode("utf-8")
        assert {"name": "robots", "content": "noindex, nofollow"} in Elements(html).all("meta")


def test_the_same_dataset_gives_the_same_bytes() -> None:
    assert render_programme(forum()) == render_programme(forum())


# Text that went nowhere


def unused(*printed: str, read: tuple[Provenance, ...] = ()) -> list[str]:
    return [part.text for part in find_unused(page_of(*printed), read)]


def test_a_line_that_no_value_was_read_from_is_unused() -> None:
    read = (place("titre", 60, 200),)
    assert unused("60 100 12 n Habiter la rive", "60 130 12 n Une ligne oubliée", read=read) == ["Une ligne oubliée"]


def test_what_is_left_over_of_a_line_is_unused_when_it_is_more_than_a_word() -> None:
    # 6 points a letter: « Léa Durand » ends at 120.
    read = (place("nom", 60, 120),)
    assert unused("60 100 12 n Léa Durand, autrice de nombreux ouvrages", read=read) == [
        "autrice de nombreux ouvrages"
    ]
    assert unused("60 100 12 n Léa Durand, et", read=read) == []


def test_lines_of_a_paragraph_are_one_and_what_stands_apart_is_another() -> None:
    # Lines are 14.4 high; a marker between two lines ends a paragraph.
    printed = ("60 100 12 n Une ligne oubliée", "60 116 12 n et la suivante", "60 200 12 n Plus bas")
    assert unused(*printed) == ["Une ligne oubliée et la suivante", "Plus bas"]
    (first, _) = find_unused(page_of(*printed), ())
    assert [box.y0 for box in first.boxes] == [100, 116]
    assert unused(printed[0], "60 116 12 n AVEC", "60 132 12 n Plus bas") == ["Une ligne oubliée", "Plus bas"]


def test_each_item_of_a_list_is_one() -> None:
    assert unused("60 100 12 n • Un atelier", "60 116 12 n oublié", "60 132 12 n • Un autre") == [
        "• Un atelier oublié",
        "• Un autre",
    ]


def test_what_ends_a_line_goes_on_in_the_next() -> None:
    read = (place("nom", 60, 120),)
    assert unused("60 100 12 n Léa Durand, autrice de nombreux", "60 116 12 n ouvrages", read=read) == [
        "autrice de nombreux ouvrages"
    ]


def test_markers_and_signs_have_served() -> None:
    assert unused("60 100 12 n ANIMÉ PAR :", "60 130 12 n AVEC", "60 160 12 n • — •") == []


def test_furniture_is_told_apart() -> None:
    page = page_of("60 100 12 n Oubliée").model_copy(update={"furniture": (line("60 780 8 n Forum des rives"),)})
    assert [(part.text, part.furniture) for part in find_unused(page, ())] == [
        ("Oubliée", False),
        ("Forum des rives", True),
    ]


def test_contacts_in_text_that_went_nowhere_are_masked() -> None:
    document_read = document(page_of("60 100 12 n Écrire à lea.durand@rives.example ou au 06 12 34 56 78"))
    html = render_programme(forum(), document_read).decode("utf-8")
    assert "Écrire à [masqué] ou au [masqué]" in html
    assert "rives.example" not in html
    assert "06 12" not in html


def test_a_place_on_another_page_does_not_count() -> None:
    assert unused("60 100 12 n Habiter la rive", read=(place("titre", 60, 200, page=2),)) == ["Habiter la rive"]


# Images


def test_pages_are_drawn_wide_enough_to_read(tmp_path: Path) -> None:
    drawn = draw_pages((RAW / f"{SAMPLE}.pdf").read_bytes(), SAMPLE)
    assert len(drawn) == 16
    path = tmp_path / "page.webp"
    path.write_bytes(base64.b64decode(drawn[0].removeprefix("data:image/webp;base64,")))
    with Image.open(path) as picture:
        assert picture.width >= 900


def test_a_document_too_heavy_for_one_page_is_drawn_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (RAW / f"{SAMPLE}.pdf").read_bytes()
    usual = sum(map(len, draw_pages(data, SAMPLE)))
    limit = usual * 3 // 4 * 3 // 5
    monkeypatch.setattr(images, "MAX_BYTES", limit)
    assert sum(map(len, draw_pages(data, SAMPLE))) * 3 // 4 <= limit


def test_a_document_that_never_fits_is_drawn_all_the_same_and_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(images, "MAX_BYTES", 10)
    assert all(draw_pages((RAW / f"{SAMPLE}.pdf").read_bytes(), SAMPLE))
    assert "will be slow to open" in caplog.text


def test_without_images_the_texts_of_the_dataset_are_drawn() -> None:
    html = render_programme(forum()).decode("utf-8")
    assert "<img" not in html
    assert ">HABITER LA</text>" in html
    assert "Non utilisé" not in html


def test_without_images_no_text_is_written_twice() -> None:
    whole = place("description", 60, 300).model_copy(update={"raw": "Avec Léa Durand, autrice"})
    part = place("nom", 90, 150).model_copy(update={"raw": "Léa Durand"})
    html = render_programme(forum().model_copy(update={"provenances": (whole, part)})).decode("utf-8")
    assert re.findall(r">([^<]*)</text>", html) == ["Avec Léa Durand, autrice"]


def test_a_page_that_could_not_be_read_has_a_size_all_the_same() -> None:
    blank = Document(name="x.pdf", sha256="0" * 64, pages=(page_of().model_copy(update={"width": 0, "height": 0}),))
    assert 'viewBox="0 0 274.0 100.0"' in render_programme(forum(), blank).decode("utf-8")


# Sources


def test_a_source_is_found_by_name_or_where_it_moved_to(tmp_path: Path) -> None:
    programmes = read_programmes(PROCESSED)
    assert find_sources(programmes, [RAW])[SAMPLE] == RAW / f"{SAMPLE}.pdf"
    moved = tmp_path / "ailleurs" / "copie.pdf"
    moved.parent.mkdir()
    shutil.copy(RAW / f"{SAMPLE}.pdf", moved)
    (one,) = (each for each in programmes if each.programme_id == SAMPLE)
    assert find_sources([one], [tmp_path]) == {SAMPLE: moved}


def test_a_missing_source_and_a_changed_one_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / f"{SAMPLE}.pdf").write_bytes(b"%PDF-1.7 another")
    with pytest.raises(SourcesError) as caught:
        find_sources(read_programmes(PROCESSED), [tmp_path])
    assert f"{SAMPLE}.pdf is not the file that was read" in caught.value.message
    assert "journee-etude-archives-2023.pdf is missing" in caught.value.message
    assert caught.value.exit_code == 35


# The command


def test_the_command_writes_a_page_for_each_programme_and_an_index(tmp_path: Path) -> None:
    out = tmp_path / "revue"
    called = call("review", PROCESSED, "--out", out, "--without-images")
    assert called.code == 0
    names = {path.name for path in out.iterdir()}
    assert names == {"index.html", *(f"{name}.html" for name in SAMPLES)}
    assert called.out.splitlines()[-1] == f"→ {out / 'index.html'}"


def test_pages_are_replaced_and_what_else_lies_there_stays(tmp_path: Path) -> None:
    out = tmp_path / "revue"
    assert call("review", PROCESSED, "--out", out, "--without-images").code == 0
    (out / "notes.txt").write_text("à relire", encoding="utf-8")
    (out / "disparu.html").write_bytes((out / f"{SAMPLE}.html").read_bytes())
    (out / "a-moi.html").write_text("<p>à moi</p>", encoding="utf-8")
    assert call("review", PROCESSED, "--out", out, "--without-images").code == 0
    names = {path.name for path in out.iterdir()}
    assert {"notes.txt", "a-moi.html"} <= names
    assert "disparu.html" not in names


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "memoire.txt").write_text("x", encoding="utf-8")
    called = call("review", PROCESSED, "--out", tmp_path, "--without-images")
    assert called.code == OutputError.exit_code
    assert "memoire.txt" in called.err
    assert [path.name for path in tmp_path.iterdir()] == ["memoire.txt"]


def test_a_folder_of_sources_that_is_none_is_refused(tmp_path: Path) -> None:
    assert call("review", PROCESSED, "--sources", tmp_path / "absent", "--out", tmp_path / "r").code == 2


def test_missing_sources_name_the_way_out(tmp_path: Path) -> None:
    called = call("review", PROCESSED, "--sources", tmp_path, "--out", tmp_path / "revue")
    assert called.code == SourcesError.exit_code
    assert "--without-images" in called.err
    assert not (tmp_path / "revue").exists()


def test_a_programme_read_from_text_is_shown_as_text(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "vezac.md").write_text(
        "# Les heures de Vézac\n\nJeudi 6 juin 2024\n\n10h à 11h30\n\n## L'atelier des horloges\n\nANIMÉ PAR\n\n"
        "Perrine Auclair, horlogère à la Maison du temps.\n\n14h à 15h\n\n## Le cadran et son ombre\n",
        encoding="utf-8",
    )
    data, out = tmp_path / "d", tmp_path / "r"
    assert call("run", raw / "vezac.md", "--out", data, "--tagger", "none").code == 0
    assert call("review", data, "--sources", raw, "--out", out).code == 0
    html = (out / "vezac.html").read_text(encoding="utf-8")
    assert "<img" not in html
    assert "Perrine Auclair" in html


# The page of the dataset


def test_links_of_the_dataset_page_lead_to_files(tmp_path: Path) -> None:
    out = tmp_path / "revue"
    assert call("review", PROCESSED, "--out", out, "--without-images").code == 0
    links = [each["href"] or "" for each in Elements((out / "index.html").read_bytes()).all("a")]
    files = [link.split("#")[0] for link in links if not link.startswith("#")]
    assert all((out / file).is_file() for file in files)
    assert any(file.endswith("sessions.csv") for file in files)
    assert any(file.endswith("programme.ics") for file in files)


def test_anchors_of_the_dataset_page_are_sessions_of_the_pages(tmp_path: Path) -> None:
    out = tmp_path / "revue"
    assert call("review", PROCESSED, "--out", out, "--without-images").code == 0
    links = [each["href"] or "" for each in Elements((out / "index.html").read_bytes()).all("a")]
    sessions = {link for link in links if re.search(r"\.html#", link)}
    published = {
        f"{each.programme_id}.html#{each.session_id}" for one in read_programmes(PROCESSED) for each in one.sessions
    }
    assert sessions == published


def test_a_dataset_without_session_has_a_page(tmp_path: Path) -> None:
    empty = forum().model_copy(update={"sessions": (), "persons": (), "organisations": (), "anomalies": ()})
    html = render_dataset([empty], tmp_path, tmp_path / "revue").decode("utf-8")
    assert "Aucun jour n'a été lu." in html
    assert "Aucune anomalie." in html
