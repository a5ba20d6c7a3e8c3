"""Fields of work are no bodies."""

import pytest

from pipeline.people.fields_of_work import names_field


@pytest.mark.parametrize(
    "text",
    [
        "Communication",
        "Ressources Humaines de la ville",
        "Action Culturelle",
        "Médias sociaux",
        "Droit Public",
        "Développement Durable",
    ],
)
def test_a_field_of_work(text: str) -> None:
    assert names_field(text)


@pytest.mark.parametrize(
    "text",
    [
        "Canal Sud",
        "Recherche Sud",
        "Action contre la soif",
        "Médias du Val",
        "« Rives »",
        "Éducation nationale",
        "Santé publique Vézac",
    ],
)
def test_the_name_of_a_body_is_no_field(text: str) -> None:
    assert not names_field(text)
