"""Two people with one surname between them."""

import pytest
from layouts import lines, passage

from pipeline.page.passages import join_lines
from pipeline.people.shared_surnames import with_shared_surnames


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Lucile et Mathieu Garnier, maraîchers", "Lucile Garnier et Mathieu Garnier, maraîchers"),
        ("- Lucile et Mathieu Garnier", "- Lucile Garnier et Mathieu Garnier"),
        ("Avec Anne & Paul de La Rive", "Avec Anne de La Rive & Paul de La Rive"),
        ("Marc Petit, Lucile et Mathieu Garnier", "Marc Petit, Lucile Garnier et Mathieu Garnier"),
        ("Léa Durand et Marc Petit", "Léa Durand et Marc Petit"),
        ("Canal et Mathieu Garnier", "Canal et Mathieu Garnier"),
        ("Lucile et Mathieu", "Lucile et Mathieu"),
    ],
)
def test_a_surname_behind_two_first_names_is_that_of_both(text: str, read: str) -> None:
    assert with_shared_surnames(passage(text)).text == read


def test_what_is_set_in_leads_back_to_where_it_is_printed() -> None:
    joined = join_lines(lines("Avec Lucile et", "Mathieu Garnier, maraîchers"), one_paragraph=True)
    found = with_shared_surnames(joined)
    start = found.text.index("Lucile Garnier")
    assert [place.raw for place in found.places(start, start + len("Lucile Garnier"))] == ["Lucile", "Garnier"]
    assert found.text[found.breaks[0] :] == "Mathieu Garnier, maraîchers"
