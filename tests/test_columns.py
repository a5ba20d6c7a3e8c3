"""The base of published records: many of them fit in memory."""

from programmes import forum

from pipeline.programme import Programme


def test_records_of_a_kind_share_the_names_of_their_fields() -> None:
    one = forum()
    again = Programme.model_validate_json(one.model_dump_json(by_alias=True))
    copied = again.model_copy(update={"title": "Autre"})
    assert again == one
    assert again.sessions
    shared = one.__pydantic_fields_set__
    assert all(each.__pydantic_fields_set__ is shared for each in (again, copied))
    assert shared == set(Programme.model_fields)
    assert (copied.title, again.title) == ("Autre", one.title)
