"""The review pages in a real browser: what a person clicks, types, filters and takes away."""

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import CHROMIUM, WHY_NOT, Visit, started, visiting
from command import call
from playwright.sync_api import Browser, Locator, Page, expect
from programmes import forum
from runs import CORPUS, RAW

from pipeline.published import read_programmes
from pipeline.review.programme_page import render_programme

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=WHY_NOT)

SAMPLE = "forum-des-rives-2024"
AUTHOR = "A. Relecture"
HEADER = "programme_id,session_id,intervention_id,champ,ancienne_valeur,nouvelle_valeur,auteur,motif"
LEVELS = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    with visiting(browser) as visit:
        yield visit


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The review pages of the samples."""
    out = tmp_path_factory.mktemp("revue")
    root = RAW.parent
    assert call("review", root / "processed", "--sources", RAW, "--out", out).code == 0
    return out


@pytest.fixture
def page(visit: Visit, pages: Path) -> Page:
    return visit.open(pages / f"{SAMPLE}.html")


@pytest.fixture
def small(visit: Visit, tmp_path: Path) -> Page:
    """The page of an invented programme, without images."""
    path = tmp_path / "forum.html"
    path.write_bytes(render_programme(forum()))
    return visit.open(path)


def unfold(page: Page, title: str) -> Locator:
    session = page.locator(".session", has_text=title)
    session.locator("> details > summary").click()
    return session


def cell(within: Locator, field: str, rank: int = 0) -> Locator:
    return within.locator(f".cell[data-field={field}]").nth(rank)


def edit(within: Locator, field: str, value: str, rank: int = 0) -> None:
    """Correct a cell as a person does: pencil, text, button."""
    place = cell(within, field, rank)
    if not place.is_visible():
        place.evaluate("each => { each.closest('details').open = true; }")
    place.locator(".edit").click()
    editor = place.locator("input, textarea, select")
    if editor.evaluate("each => each.tagName") == "SELECT":
        editor.select_option(value)
    else:
        editor.fill(value)
    place.get_by_role("button", name="Garder").click()


def download(page: Page) -> str:
    """The file a person gets, as text; corrections that nobody signed are signed."""
    page.get_by_role("button", name=re.compile("^Corrections")).click()
    if not page.get_by_label("Auteur").input_value():
        page.get_by_label("Auteur").fill(AUTHOR)
    with page.expect_download() as caught:
        page.get_by_role("button", name="Télécharger corrections.csv").click()
    assert caught.value.suggested_filename == "corrections.csv"
    page.get_by_role("button", name="Fermer").click()
    return Path(caught.value.path()).read_bytes().decode("utf-8")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


def in_view(page: Page, box: Locator) -> bool:
    view, place = page.locator("#pages").bounding_box(), box.bounding_box()
    assert view and place
    return view["y"] <= place["y"] and place["y"] + place["height"] <= view["y"] + view["height"]


def wait_until_in_view(page: Page, box: Locator) -> None:
    for _ in range(40):
        if in_view(page, box):
            return
        page.wait_for_timeout(50)
    raise AssertionError("the box was not scrolled into view")


# Values and boxes


def test_a_click_on_a_value_frames_it_on_its_page(page: Page) -> None:
    session = page.locator(".session").nth(5)
    session.locator("> details > summary").click()
    name = cell(session, "nom").locator("button.value")
    name.click()
    mark = name.get_attribute("data-v")
    framed = page.locator("rect.on")
    expect(framed.first).to_have_attribute("data-v", mark or "")
    expect(name).to_have_attribute("aria-current", "true")
    wait_until_in_view(page, framed.first)
    number = framed.first.evaluate("box => box.closest('.sheet').dataset.page")
    expect(page.locator("#annonce")).to_have_text(f"Nom : encadré page {number}.")


def test_a_click_on_a_box_leads_to_its_value(page: Page) -> None:
    session = page.locator(".session").nth(1)
    mark = cell(session, "nom").locator("button.value").get_attribute("data-v")
    expect(session.locator("> details")).not_to_have_attribute("open", "")
    page.locator(f"rect[data-v='{mark}']").first.dispatch_event("click")
    value = page.locator(f"button[data-v='{mark}']")
    expect(value).to_be_focused()
    expect(value).to_be_in_viewport()
    expect(value).to_have_attribute("aria-current", "true")


def test_every_box_has_a_value_and_every_placed_value_its_box(page: Page) -> None:
    boxes, values = (
        page.evaluate(f"[...new Set([...document.querySelectorAll('{kind}[data-v]')].map(each => each.dataset.v))]")
        for kind in ("rect", "button")
    )
    assert sorted(boxes) == sorted(values)
    assert len(boxes) > 100


def test_boxes_of_a_colour_can_be_hidden(page: Page) -> None:
    box = page.locator("rect.c-titre").first
    expect(box).to_be_visible()
    button = page.get_by_role("button", name="Titre", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(box).to_be_hidden()


def test_text_that_went_nowhere_is_listed_and_found_on_the_page(page: Page) -> None:
    page.get_by_role("tab", name="Non utilisé").click()
    first = page.locator("#panel-unused button").first
    first.click()
    expect(page.locator("rect.unused.on").first).to_have_attribute("data-v", first.get_attribute("data-v") or "")


# Filters and anomalies


def test_filters_narrow_the_list_and_say_to_how_many(page: Page) -> None:
    shown, told = page.locator(".session:visible"), page.locator("#trouve")
    expect(told).to_have_text("9 sessions")
    page.get_by_label("avec anomalie").check()
    expect(told).to_have_text("2 sessions sur 9")
    expect(shown).to_have_count(2)
    page.get_by_label("avec anomalie").uncheck()
    page.get_by_role("combobox", name="Jour").select_option("2024-05-15")
    assert {each.get_attribute("data-day") for each in shown.all()} == {"2024-05-15"}
    page.get_by_role("combobox", name="Jour").select_option("")
    page.get_by_role("combobox", name="Format").select_option("atelier")
    assert {each.get_attribute("data-format") for each in shown.all()} == {"atelier"}
    page.get_by_role("combobox", name="Format").select_option("")
    page.get_by_role("searchbox").fill("eau soin")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("QUI PREND SOIN DE L'EAU ?")
    page.get_by_role("searchbox").fill("introuvable")
    expect(page.get_by_text("Aucune session ne répond à ces filtres.")).to_be_visible()


def test_sessions_without_people_and_tentative_ones_can_be_asked_for(small: Page) -> None:
    shown = small.locator(".session:visible")
    small.get_by_label("provisoires").check()
    expect(shown).to_contain_text(["Habiter la rive"])
    small.get_by_label("provisoires").uncheck()
    small.get_by_label("sans personne").check()
    # A break names nobody, and nobody misses them.
    expect(shown).to_have_count(0)


def test_an_anomaly_leads_to_its_session(page: Page) -> None:
    page.get_by_role("tab", name="Anomalies").click()
    anomaly = page.locator("[data-anomaly]").nth(1)
    target = anomaly.get_attribute("data-target")
    anomaly.click()
    session = page.locator(f"[id='{target}']")
    expect(session.locator("> details")).to_have_attribute("open", "")
    expect(session).to_be_in_viewport()


# Corrections


def test_corrections_are_written_as_rows_that_can_be_replayed(small: Page) -> None:
    session = unfold(small, "Habiter la rive")
    edit(session, "nom", "Léa Durant")
    edit(session, "heure_debut", "10:15")
    edit(session, "organisations", "Fabrique des rives|  Syndicat des digues ")
    edit(session, "organisations", "Fabrique des rives | Ligue des digues")
    edit(session, "description", 'Une rive « recule », dit-elle.\n"Que faire ?"')
    edit(session, "provisoire", "true")
    edit(session, "salle", "Salle 2")
    small.get_by_role("button", name=re.compile("^Corrections")).click()
    small.get_by_label("Motif pour nom").fill("faute d'impression")
    small.get_by_role("button", name="Fermer").click()
    text = download(small)
    assert text.split("\r\n")[0] == HEADER
    assert text.endswith("\r\n")
    talk = f"{SAMPLE}-a"
    who = AUTHOR
    assert rows(text) == [
        [SAMPLE, talk, f"{talk}-1", "nom", "Léa Durand", "Léa Durant", who, "faute d'impression"],
        [SAMPLE, talk, "", "heure_debut", "10:00", "10:15", who, ""],
        [
            *(SAMPLE, talk, f"{talk}-1", "organisations", "Fabrique des rives | Syndicat des digues"),
            *("Fabrique des rives | Ligue des digues", who, ""),
        ],
        [
            *(SAMPLE, talk, "", "description", "Une rive recule.\nQue faire ?"),
            *('Une rive « recule », dit-elle.\n"Que faire ?"', who, ""),
        ],
        [SAMPLE, talk, f"{talk}-1", "provisoire", "false", "true", who, ""],
        [SAMPLE, talk, "", "salle", "", "Salle 2", who, ""],
    ]


def test_corrections_that_nobody_signed_are_not_saved(small: Page) -> None:
    edit(unfold(small, "Habiter la rive"), "heure_debut", "10:15")
    small.get_by_role("button", name=re.compile("^Corrections")).click()
    small.get_by_role("button", name="Télécharger corrections.csv").click()
    expect(small.locator("#sans-auteur")).to_contain_text("Indiquez l'auteur")
    expect(small.get_by_label("Auteur")).to_be_focused()


def test_people_and_sessions_can_be_added_and_removed(small: Page) -> None:
    session = unfold(small, "Habiter la rive")
    session.get_by_role("button", name="Retirer Omar Vasseur").click()
    session.get_by_role("button", name="Ajouter une personne").click()
    session.get_by_label("Prénom et nom").fill("Inès Carpentier")
    session.get_by_label("Prénom et nom").press("Enter")
    lunch = unfold(small, "Déjeuner")
    edit(lunch, "heure_debut", "12:30")
    lunch.get_by_role("button", name="Retirer la session").click()
    talk = f"{SAMPLE}-a"
    assert [row[1:6] for row in rows(download(small))] == [
        [talk, f"{talk}-2", "nom", "Omar Vasseur", ""],
        [talk, "", "nom", "", "Inès Carpentier"],
        [f"{SAMPLE}-c", "", "titre", "Déjeuner", ""],
    ]


def test_a_correction_can_be_taken_back(small: Page) -> None:
    session = unfold(small, "Habiter la rive")
    edit(session, "heure_fin", "12:00")
    session.get_by_role("button", name="Retirer Omar Vasseur").click()
    expect(small.locator("[data-count]")).to_have_text("2")
    cell(session, "heure_fin").get_by_role("button", name="Rétablir").click()
    session.locator(".people").get_by_role("button", name="Rétablir").click()
    expect(small.locator("[data-count]")).to_have_text("0")
    expect(session.locator(".corrected, .removed")).to_have_count(0)


def test_a_title_cannot_be_emptied_but_a_room_can_stay_empty(small: Page) -> None:
    session = unfold(small, "Habiter la rive")
    edit(session, "titre", "")
    expect(session.get_by_role("alert")).to_contain_text("Ce champ ne peut pas être vide")
    session.get_by_role("button", name="Abandonner").click()
    expect(small.locator("[data-count]")).to_have_text("0")


def test_a_file_already_in_use_is_taken_up_and_kept(small: Page, tmp_path: Path) -> None:
    talk = f"{SAMPLE}-a"
    before = tmp_path / "corrections.csv"
    before.write_text(
        f"\ufeff{HEADER.replace(',', ';')}\n"
        f"autre;autre-1;;titre;A;B;Lou;\n"
        f"{SAMPLE};{talk};;salle;Salle 1;;Lou;ancienne valeur passée\n"
        f'{SAMPLE};{talk};;titre;Habiter la rive;"Habiter ; la ""rive""";Lou;relu\n',
        encoding="utf-8",
    )
    small.get_by_role("button", name=re.compile("^Corrections")).click()
    small.get_by_label("Reprendre un corrections.csv").set_input_files(before)
    expect(small.locator("#repris")).to_contain_text("1 à rejouer sur cette page, 2 gardées")
    small.get_by_role("button", name="Fermer").click()
    edit(unfold(small, "Habiter la rive"), "heure_debut", "10:05")
    assert rows(download(small)) == [
        ["autre", "autre-1", "", "titre", "A", "B", "Lou", ""],
        [SAMPLE, talk, "", "salle", "Salle 1", "", "Lou", "ancienne valeur passée"],
        [SAMPLE, talk, "", "titre", "Habiter la rive", 'Habiter ; la "rive"', "Lou", "relu"],
        [SAMPLE, talk, "", "heure_debut", "10:00", "10:05", AUTHOR, ""],
    ]


def test_a_file_of_another_kind_is_refused_in_words(small: Page, tmp_path: Path) -> None:
    other = tmp_path / "autre.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    small.get_by_role("button", name=re.compile("^Corrections")).click()
    small.get_by_label("Reprendre un corrections.csv").set_input_files(other)
    expect(small.locator("#repris")).to_contain_text("Ce fichier ne se lit pas (colonnes absentes : programme_id")


# Keyboard, accessibility, safety


def test_the_whole_work_can_be_done_with_the_keyboard(small: Page) -> None:
    keys = small.keyboard
    keys.press("/")
    keys.type("habiter")
    expect(small.locator(".session:visible")).to_have_count(1)
    keys.press("Tab")
    small.locator("body").evaluate("() => document.activeElement.blur()")
    keys.press("j")
    session = small.locator(".session:visible")
    expect(session.locator("> details > summary")).to_be_focused()
    keys.press("Tab")
    expect(cell(session, "titre").locator("button.value")).to_be_focused()
    keys.press("Enter")
    expect(small.locator("rect.on")).to_have_count(1)
    keys.press("e")
    keys.press("End")
    keys.type(" nue")
    keys.press("Enter")
    expect(small.locator("[data-count]")).to_have_text("1")
    expect(cell(session, "titre").locator(".edit")).to_be_focused()
    keys.press("e")
    keys.press("Escape")
    expect(small.locator("form.editor")).to_have_count(0)
    keys.press("c")
    expect(small.locator("#corrections")).to_be_visible()
    keys.press("Escape")
    expect(small.locator("#corrections")).to_be_hidden()
    assert [row[5] for row in rows(download(small))] == ["Habiter la rive nue"]


def test_tabs_move_with_the_arrows(page: Page) -> None:
    page.get_by_role("tab", name="Sessions").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Anomalies")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="Anomalies")).to_be_visible()


def test_letters_do_nothing_once_their_shortcuts_are_off(small: Page) -> None:
    small.get_by_role("button", name="Aide").click()
    small.get_by_label("Raccourcis d'une lettre").uncheck()
    small.get_by_role("button", name="Fermer").click()
    small.keyboard.press("j")
    expect(small.locator(".session details[open]")).to_have_count(0)


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=LEVELS).response["violations"]
    return [f"{each['id']}: {[node['html'][:160] for node in each['nodes'][:3]]}" for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_review_page_has_no_accessibility_violation(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    assert violations(page) == []
    session = page.locator(".session[data-anomalies]").first
    session.locator("> details > summary").click()
    for more in session.locator("details.more > summary").all():
        more.click()
    edit(session, "heure_fin", "23:00")
    cell(session, "nom").locator(".edit").click()
    assert violations(page) == []
    for name in ("Anomalies", "Non utilisé"):
        page.get_by_role("tab", name=name).click()
        assert violations(page) == []
    for button in (re.compile("^Corrections"), re.compile("^Aide")):
        page.get_by_role("button", name=button).click()
        assert violations(page) == []
        page.get_by_role("button", name="Fermer").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dataset_page_has_no_accessibility_violation(visit: Visit, pages: Path, scheme: str) -> None:
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert violations(visit.open(pages / "index.html")) == []


def test_the_day_leads_to_the_session(visit: Visit, pages: Path) -> None:
    page = visit.open(pages / "index.html")
    link = page.locator("svg.day a").first
    target = (link.get_attribute("href") or "").split("#")[1]
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{target}'] > details")).to_have_attribute("open", "")


def test_a_title_that_is_a_script_stays_text(visit: Visit, tmp_path: Path) -> None:
    bad = "</script><script>document.title='pris'</script><img src=x onerror=\"document.title='pris'\">"
    programme = forum()
    first = programme.sessions[0].model_copy(update={"title": bad})
    path = tmp_path / "p.html"
    path.write_bytes(
        render_programme(programme.model_copy(update={"title": bad, "sessions": (first, *programme.sessions[1:])}))
    )
    page = visit.open(path)
    expect(page.get_by_role("heading", level=1)).to_have_text(bad)
    session = page.locator(".session").first
    session.locator("> details > summary").click()
    edit(session, "titre", f"{bad}!")
    expect(session.locator(".now")).to_contain_text(f"{bad}!")
    assert page.title() != "pris"


@pytest.mark.parametrize("name", [f"{SAMPLE}.html", "index.html"])
def test_nothing_is_wider_than_a_telephone(browser: Browser, pages: Path, name: str) -> None:
    with visiting(browser, 360, 740) as visit:
        page = visit.open(pages / name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_is_printed_has_sessions_anomalies_and_pages(page: Page) -> None:
    printed = pdfium.PdfDocument(page.pdf(format="A4", print_background=True))
    try:
        text = " ".join(" ".join(each.get_textpage().get_text_bounded().split()) for each in printed)
        assert len(printed) > 16
    finally:
        printed.close()
    for words in ("QUI PREND SOIN DE L'EAU ?", "Nadia Zerrouki", "L'index donne une autre page", "Page 16"):
        assert words in text


# The document the project began with


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus of real programmes is not beside the repository")
def test_a_page_of_a_hundred_pages_is_light_and_opens_in_under_two_seconds(browser: Browser, tmp_path: Path) -> None:
    source = CORPUS / "nec-2022"
    assert call("run", source / "nec-2022.pdf", "--out", tmp_path / "d", "--tagger", "none").code == 0
    assert call("review", tmp_path / "d", "--sources", source, "--out", tmp_path / "r").code == 0
    path = tmp_path / "r" / "nec-2022.html"
    assert path.stat().st_size < 15_000_000
    with visiting(browser) as visit:
        watch = visit.page.context.new_cdp_session(visit.page)
        # What the page itself costs: waiting for a machine that others use is left out.
        watch.send("Performance.enable", {"timeDomain": "threadTicks"})
        page = visit.open(path)
        expect(page.locator("#trouve")).to_have_text("91 sessions")
        told = {each["name"]: each["value"] for each in watch.send("Performance.getMetrics")["metrics"]}
        assert told["TaskDuration"] < 1.5
        expect(page.locator(".sheet")).to_have_count(102)


# The whole loop: run, review, correct, run again


def test_what_was_corrected_in_the_browser_is_published_by_the_next_run(visit: Visit, tmp_path: Path) -> None:
    raw, data, out = tmp_path / "raw", tmp_path / "processed", tmp_path / "revue"
    raw.mkdir()
    for path in RAW.glob(f"{SAMPLE}.*"):
        shutil.copy(path, raw)
    assert call("run", raw, "--out", data).code == 0
    assert call("review", data, "--sources", raw, "--out", out).code == 0
    before = read_programmes(data)[0].sessions[0]
    person = before.interventions[0]
    page = visit.open(out / f"{SAMPLE}.html", before.session_id)
    session = page.locator(f"[id='{before.session_id}']")
    edit(session, "nom", "Anne-Laure Kériven")
    edit(session, "heure_fin", "11:00")
    text = download(page)
    assert rows(text) == [
        [SAMPLE, before.session_id, person.intervention_id, "nom", person.name, "Anne-Laure Kériven", AUTHOR, ""],
        [SAMPLE, before.session_id, "", "heure_fin", "10:45", "11:00", AUTHOR, ""],
    ]
    (raw / "corrections.csv").write_text(text, encoding="utf-8", newline="")
    replay(raw, data, before.session_id)


def replay(raw: Path, data: Path, session_id: str) -> None:
    """Run again with the corrections beside the files, and look at what is published."""
    assert call("run", raw, "--out", data).code == 0
    programme = read_programmes(data)[0]
    session = next(each for each in programme.sessions if each.session_id == session_id)
    assert session.interventions[0].name == "Anne-Laure Kériven"
    assert f"{session.end:%H:%M}" == "11:00"
    told = {
        (each.identifier, each.field): each.method
        for each in programme.provenances
        if each.identifier in (session_id, session.interventions[0].intervention_id)
    }
    assert AUTHOR in told[session_id, "heure_fin"]
    assert AUTHOR in told[session.interventions[0].intervention_id, "nom"]
