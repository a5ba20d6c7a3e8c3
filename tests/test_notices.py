"""The notice and the register sheet say what the edition holds, and mark what only the controller knows."""

import pytest
from programmes import EMPTY, forum

from pipeline.edition_mode import Edition
from pipeline.editions import restrict_edition
from pipeline.editions.oppositions import Objection
from pipeline.export import Dataset
from pipeline.export.card import write_card
from pipeline.export.notices import NOTICE, REGISTER, TO_FILL, write_notices

KEY = b"0123456789abcdef0123456789abcdef"


def texts(edition: Edition, *objections: Objection) -> tuple[str, str]:
    found = write_notices(restrict_edition(Dataset((forum(),)), edition, KEY, objections))
    return found[NOTICE].decode(), found[REGISTER].decode()


@pytest.mark.parametrize(
    ("edition", "count"),
    [
        (Edition.PUBLIC, "Personnes nommées : 2."),
        (Edition.PSEUDONYMOUS, "Personnes sous pseudonyme : 2."),
        (Edition.ANONYMOUS, "Personnes nommées : 0."),
    ],
)
def test_both_count_the_people_of_the_edition(edition: Edition, count: str) -> None:
    for text in texts(edition):
        assert count in text
        assert f"« {edition} »" in text
        assert "Oppositions appliquées : 0." in text


def test_the_columns_are_those_the_edition_fills() -> None:
    public, pseudonymous, anonymous = (texts(edition)[0] for edition in Edition)
    assert "`prenom`" in public
    assert "`prenom`" not in pseudonymous
    assert "`fonction`" in pseudonymous
    assert "`fonction`" not in anonymous
    assert "`participations.csv`" in anonymous


def test_an_objection_is_a_number_and_no_name() -> None:
    for text in texts(Edition.PUBLIC, Objection("Léa Durand")):
        assert "Personnes nommées : 1. Oppositions appliquées : 1." in text
        assert "Durand" not in text


def test_what_only_the_controller_knows_is_marked() -> None:
    notice, register = texts(Edition.PUBLIC)
    for heading in ("Responsable du traitement", "Base légale", "Durée"):
        assert any(TO_FILL in line for line in notice.splitlines() if heading.casefold() in line.casefold())
        assert any(TO_FILL in line for line in register.splitlines() if heading.casefold() in line.casefold())


def test_a_run_that_published_nothing_has_them_too() -> None:
    assert "aucun document" in write_notices(EMPTY)[NOTICE].decode()


def test_the_card_says_which_edition_it_is_and_how_many_object() -> None:
    plain = restrict_edition(Dataset((forum(),)), Edition.ANONYMOUS)
    objected = restrict_edition(Dataset((forum(),)), Edition.PUBLIC, None, [Objection("Léa Durand")])
    assert "Édition « anonyme »" in next(iter(write_card(plain, {}).values())).decode()
    assert "- 1 opposition appliquée." in next(iter(write_card(objected, {}).values())).decode()
