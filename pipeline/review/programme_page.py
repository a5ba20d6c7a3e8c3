"""The review page of one programme."""

from collections import Counter
from collections.abc import Sequence

from pipeline.document import Document
from pipeline.programme import Anomaly, Programme
from pipeline.review.cells import mark_provenances, view_programme, view_sessions
from pipeline.review.fields import CHOICES, EDITED, GROUPS
from pipeline.review.render import render_page
from pipeline.review.sheets import lay_sheets
from pipeline.review.wording import count, hours, long_day

STYLES = ("ground.css", "programme.css")
SCRIPTS = ("selection.js", "filters.js", "corrections.js", "editing.js", "keys.js")


def render_programme(programme: Programme, document: Document | None = None, images: Sequence[str] = ()) -> bytes:
    """The page on which a person checks and corrects a programme.

    Args:
        programme: what was read.
        document: the pages as they were read, to show what went nowhere; without it that is left out.
        images: the pages as data URIs; without them their text is drawn.
    """
    marks = mark_provenances(programme.provenances)
    sessions = view_sessions(programme, marks)
    sheets = lay_sheets(programme, marks, document, images)
    unused = [part for sheet in sheets for part in sheet.unused]
    dates = sorted({view.record.date for view in sessions if view.record.date})
    return render_page(
        "programme.html.j2",
        STYLES,
        SCRIPTS,
        programme=programme,
        title=programme.title or programme.file,
        cells=view_programme(programme),
        sessions=sessions,
        sheets=sheets,
        by_session=_by_session(programme.anomalies),
        left_out=[part for part in unused if not part.furniture],
        document_read=document is not None,
        days=[(day.isoformat(), long_day(day)) for day in dates],
        formats=Counter(view.record.format for view in sessions if view.record.format),
        groups=GROUPS,
        # The page's own data for its script: what it cannot read from the elements.
        data={
            "programme_id": programme.programme_id,
            "choices": CHOICES,
            "fields": {
                field.name: {"label": field.label, "editor": field.editor, "required": field.required}
                for field in EDITED
            },
        },
        count=count,
        hours=hours,
        long_day=long_day,
    )


def _by_session(anomalies: Sequence[Anomaly]) -> dict[str | None, list[Anomaly]]:
    found: dict[str | None, list[Anomaly]] = {}
    for each in anomalies:
        found.setdefault(each.session_id, []).append(each)
    return found
