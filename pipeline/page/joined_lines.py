"""Several printed lines as one."""

from collections.abc import Iterable

from pipeline.document import Line


def join_as_line(parts: Iterable[tuple[str, Line]]) -> Line:
    """One line of several, each behind the words or sign that part it from those before; its spans keep their places.

    Args:
        parts: the sign before a line, and the line; the sign before the first is left out.
    """
    (_, whole), *others = parts
    text, spans, box = whole.text, list(whole.spans), whole.box
    for sign, line in others:
        text += sign
        spans += [
            span.model_copy(update={"start": len(text) + span.start, "end": len(text) + span.end})
            for span in line.spans
        ]
        text += line.text
        box = box.union(line.box)
    return whole.model_copy(update={"text": text, "spans": tuple(spans), "box": box})
