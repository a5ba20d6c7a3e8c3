"""The error tree: what its docstring draws is what there is."""

import re

import pytest

from pipeline import errors
from pipeline.errors import PipelineError

NODE = re.compile(r"^    (?P<branch>[│├└─ ]*)(?P<name>\w+Error)\s*(?P<code>\d+)?$")


def drawn() -> dict[str, tuple[str | None, int | None]]:
    """Each class of the docstring's tree with its parent and its exit code."""
    found: dict[str, tuple[str | None, int | None]] = {}
    parents: list[str] = []
    for row in (errors.__doc__ or "").splitlines():
        if node := NODE.match(row):
            del parents[len(node["branch"]) // 4 :]
            found[node["name"]] = (parents[-1] if parents else None, int(node["code"]) if node["code"] else None)
            parents.append(node["name"])
    return found


def classes() -> list[type[PipelineError]]:
    found = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, PipelineError)]
    return sorted(found, key=lambda error: error.__name__)


def leaves() -> list[type[PipelineError]]:
    return [error for error in classes() if not error.__subclasses__()]


def parent_of(error: type[PipelineError]) -> str | None:
    return next((base.__name__ for base in error.__bases__ if issubclass(base, PipelineError)), None)


def test_the_docstring_draws_every_class_under_its_parent() -> None:
    found = {error.__name__: parent_of(error) for error in classes()}
    assert found == {name: parent for name, (parent, _) in drawn().items()}


def test_the_docstring_gives_every_exit_code() -> None:
    assert {error.__name__: error.exit_code for error in leaves()} == {
        name: code for name, (_, code) in drawn().items() if code is not None
    }


def test_no_two_errors_share_an_exit_code() -> None:
    codes = [error.exit_code for error in leaves()]
    assert len(codes) == len(set(codes))


def test_no_exit_code_means_success_or_interruption() -> None:
    assert not {0, 130} & {error.exit_code for error in classes()}


@pytest.mark.parametrize("error", leaves(), ids=lambda error: error.__name__)
def test_every_error_has_a_remedy_of_its_own(error: type[PipelineError]) -> None:
    assert "remedy" in vars(error)
    assert error.remedy.endswith(".")


@pytest.mark.parametrize("error", classes(), ids=lambda error: error.__name__)
def test_an_error_says_what_is_wrong_and_what_to_do(error: type[PipelineError]) -> None:
    found = error("horloges.pdf is late.")
    assert str(found) == f"horloges.pdf is late. {error.remedy}"
    assert found.message == "horloges.pdf is late."


def test_an_error_without_a_message_gives_its_name() -> None:
    assert PipelineError().message == "PipelineError"
    assert str(PipelineError()).startswith("PipelineError ")
