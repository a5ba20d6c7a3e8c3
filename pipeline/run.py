"""One document, from file to programme: the stages in reading order. The only module that knows the order."""

from pathlib import Path
from typing import Any

from pipeline.check import check_programme
from pipeline.document import Block, Document, Finding, Passage, Segment
from pipeline.extract import read_document
from pipeline.extract.ocr_options import Ocr
from pipeline.extract.tables import with_cells, with_second_opinion
from pipeline.garbage import seldom_collection
from pipeline.ids import programme_id as id_of
from pipeline.layout import arrange_pages
from pipeline.normalise import build_programme
from pipeline.privacy import without_contacts
from pipeline.programme import Programme
from pipeline.segment import split_sessions
from pipeline.slots import find_slots
from pipeline.source import Source, find_source
from pipeline.speakers import find_mentions
from pipeline.tagger import Tagger


def read_pages(
    path: Path,
    name: str | None = None,
    ocr: Ocr | None = None,
    source: Source | None = None,
    max_pages: int | None = None,
) -> Document:
    """Extract and lay out: the document with furniture apart and lines in reading order."""
    document = with_cells(path, read_document(path, name, ocr, max_pages))
    markers = source.markers.rows if source else ()
    return with_second_opinion(path, arrange_pages(document, markers))


@seldom_collection()
def run_document(
    path: Path,
    tagger: Tagger,
    source: Source | None = None,
    name: str | None = None,
    programme_id: str | None = None,
    ocr: Ocr | None = None,
    max_pages: int | None = None,
) -> Programme:
    """Read one document and publish what it says.

    Args:
        path: the file.
        tagger: the language model, as `load_tagger` gives it.
        source: its sidecar; by default the one beside the file.
        name: how the file is called in the outputs; by default its own name.
        programme_id: its identifier; by default made from the name.
        ocr: how to read scanned pages; by default they are not.
        max_pages: how many pages a PDF may have; by default `extract.pdf.MAX_PAGES`.

    Returns:
        The programme with its anomalies. A document that is no programme has no session and one anomaly
        « pas_un_programme » that says why.

    Raises:
        InputError: the file cannot be read.
    """
    source = source or find_source(path)
    name = name or path.name
    identifier = programme_id or id_of(name)
    document = read_pages(path, name, ocr, source, max_pages)
    outline = split_sessions(document, source)
    slots = find_slots(document, source, outline)
    mentions = find_mentions(outline.segments, tagger, source.markers.rows)
    programme = build_programme(document, source, identifier, outline.segments, slots, mentions)
    findings = list(outline.findings)
    if outline.refusal:
        findings.append(Finding(code="pas_un_programme", page=None, subject=outline.refusal))
    checked = check_programme(programme, document, source, outline.segments, slots, findings, outline.hours_printed)
    return without_contacts(checked)


def inspect_document(
    path: Path, stage: str, tagger: Tagger, source: Source | None = None, ocr: Ocr | None = None
) -> Any:
    """What one stage makes of a document, as plain values for JSON.

    Args:
        path: the file.
        stage: extract, segment, times, speakers or normalise.
        tagger: the language model; only the last two stages need one.
        source: its sidecar; by default the one beside the file.
        ocr: how to read scanned pages; by default they are not.
    """
    source = source or find_source(path)
    document = read_pages(path, ocr=ocr, source=source)
    if stage == "extract":
        return document.model_dump(mode="json")
    outline = split_sessions(document, source)
    if stage == "segment":
        return [_readable(segment) for segment in outline.segments] or {"refusal": outline.refusal}
    if stage == "times":
        slots = find_slots(document, source, outline)
        return [
            {"title": segment.title.text, **slot.model_dump(mode="json")}
            for segment, slot in zip(outline.segments, slots, strict=True)
        ]
    if stage == "speakers":
        mentions = find_mentions(outline.segments, tagger, source.markers.rows)
        return [
            {"title": segment.title.text, "mentions": [mention.model_dump(mode="json") for mention in found]}
            for segment, found in zip(outline.segments, mentions, strict=True)
        ]
    from pipeline.export.nested import nest_programme

    return nest_programme(run_document(path, tagger, source, ocr=ocr))


def _readable(segment: Segment) -> dict[str, Any]:
    """A segment with its passages as text: the lines they come from are in the extract stage."""
    return {name: _text_of(getattr(segment, name)) for name in type(segment).model_fields}


def _text_of(value: Any) -> Any:
    if isinstance(value, Passage):
        return value.text
    if isinstance(value, Block):
        return {"capacity": value.capacity, "marker": value.marker, "text": value.passage.text}
    if isinstance(value, Finding):
        return value.model_dump()
    return [_text_of(item) for item in value] if isinstance(value, tuple) else value
